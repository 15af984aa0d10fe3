import { type Html, html } from '../../page/html.ts'
import { countLines, fitLabel, fitText } from './fit-text.ts'
import { drawPhone, phoneScreen } from './phone.ts'
import { drawBox, drawStage, drawTap } from './stage.ts'

/** One line of a settings screen. */
export interface SettingsRow {
  /** Absent: a line whose words do not matter here. */
  readonly label?: string
  readonly trail?: 'more' | 'on' | 'off' | 'chosen'
  /** The one to tap. */
  readonly marked?: true
  /** It is an app's: with its picture. */
  readonly app?: true
}

/** A screen of the settings, as each maker draws it. */
export interface SettingsScreen {
  readonly look: 'ios' | 'android' | 'samsung'
  readonly title: string
  /** Above the lines. */
  readonly heading?: string
  /** Four at most. */
  readonly rows: readonly SettingsRow[]
}

/** How each maker's screens differ. */
const looks = {
  ios: { title: 13, x: 12, gap: 0, radius: 11, row: 31, centred: true },
  android: { title: 17, x: 12, gap: 3, radius: 6, row: 31, centred: false },
  samsung: { title: 15, x: 12, gap: 0, radius: 16, row: 31, centred: false },
} as const

/** Draw a screen of a phone's settings. */
export function drawSettings(label: string, { look, title, heading, rows }: SettingsScreen): Html {
  const { x, width } = phoneScreen
  const made = looks[look]
  const room = made.centred ? 146 : width - 28
  const fits = (size: number) => countLines(title, { width: room, size, lines: 2 }) === 1
  const size = [made.title, 12, 10].find(fits) ?? 10
  const titleAt = made.centred
    ? fitText(title, { x: 160, y: 62, width: room, size, look: 'strong', anchor: 'middle' })
    : fitText(title, { x: x + 14, y: 64, width: room, size, look: 'strong' })
  const back = made.centred && html`<path d="M78 53l-5 5 5 5" class="p-line"/>`
  const headingAt =
    heading !== undefined && fitText(heading, { x: x + 18, y: 84, width: width - 34, size: 9, look: 'soft' })
  const top = heading === undefined ? 76 : 92
  const left = x + made.x
  const wide = width - made.x * 2
  const card =
    made.gap === 0 &&
    drawBox({ x: left, y: top, width: wide, height: rows.length * made.row }, 'p-card', made.radius)
  const drawn = rows.map((row, at) => {
    const y = top + at * (made.row + made.gap)
    const own = made.gap > 0 && drawBox({ x: left, y, width: wide, height: made.row }, 'p-card', made.radius)
    const line = made.gap === 0 && at > 0 && html`<path d="M${left + 12} ${y}h${wide - 12}" class="p-hair"/>`
    return html`${own}${line}${drawRow(row, { x: left, y, width: wide, height: made.row, look })}`
  })
  return drawStage(
    label,
    drawPhone(look === 'ios' ? 'iphone' : 'android', html`${back}${titleAt}${headingAt}${card}${drawn}`),
  )
}

interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly look: SettingsScreen['look']
}

function drawRow({ label, trail, marked, app }: SettingsRow, { x, y, width, height, look }: Place): Html {
  const middle = y + height / 2
  const mark = marked && drawBox({ x: x + 2, y: y + 2, width: width - 4, height: height - 4 }, 'p-mark', 8)
  const inset = app ? 30 : 12
  const icon = app && drawBox({ x: x + 10, y: middle - 7, width: 14, height: 14 }, 'p-app', 4)
  const room = width - inset - (trail === undefined ? 10 : trail === 'more' ? 22 : 40)
  const name =
    label === undefined
      ? drawBox({ x: x + 12, y: middle - 3, width: width * 0.42, height: 6 }, 'p-dim', 3)
      : fitLabel(label, { x: x + inset, middle, width: room })
  const tap = marked && drawTap(x + width - (trail === 'more' ? 14 : 18), middle)
  return html`${mark}${icon}${name}${drawTrail(trail, x + width - 12, middle, look)}${tap}`
}

function drawTrail(
  trail: SettingsRow['trail'],
  right: number,
  middle: number,
  look: SettingsScreen['look'],
): Html | undefined {
  switch (trail) {
    case 'more':
      return look === 'ios'
        ? html`<path d="M${right - 4} ${middle - 4}l4 4-4 4" class="p-line p-faint"/>`
        : undefined
    case 'chosen':
      return look === 'ios'
        ? html`<path d="M${right - 11} ${middle}l4 4 7-8" class="p-line p-blue"/>`
        : html`<circle cx="${right - 6}" cy="${middle}" r="6" class="p-ring"/><circle cx="${right - 6}" cy="${middle}" r="3" class="p-blue-fill"/>`
    case 'on':
    case 'off': {
      const knob = trail === 'on' ? right - 7 : right - 19
      return html`${drawBox({ x: right - 26, y: middle - 7, width: 26, height: 14 }, trail === 'on' ? (look === 'ios' ? 'p-green-fill' : 'p-blue-fill') : 'p-dim', 7)}<circle cx="${knob}" cy="${middle}" r="5.500" class="p-knob"/>`
    }
    default:
      return undefined
  }
}
