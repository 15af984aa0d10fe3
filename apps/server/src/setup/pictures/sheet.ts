import { type Html, html } from '../../page/html.ts'
import { countLines, fitLabel, fitText } from './fit-text.ts'
import { drawPhone, type PhoneLook, phoneScreen } from './phone.ts'
import { drawBox, drawStage, drawTap } from './stage.ts'

/** What stands for a thing: a passkey, a proof of who is there, an app, a person. */
export type Emblem = 'passkey' | 'face' | 'finger' | 'pin' | 'app' | 'person'

/** What comes up from the foot of a phone's screen and asks. */
export interface Sheet {
  readonly look: PhoneLook
  readonly title: string
  /** Whose passkey, and in which app it is kept. */
  readonly account?: string
  readonly app?: string
  readonly button: string
  /** Below the button, or above it where other places are offered. */
  readonly other?: string
  readonly marked: 'button' | 'app' | 'other'
  readonly picture: Emblem
}

/** Draw the sheet of a phone that asks whether to keep or to use a passkey. */
export function drawSheet(label: string, sheet: Sheet): Html {
  const { x, width } = phoneScreen
  const { look, title, account, app, button, other, marked, picture } = sheet
  const behind = html`${drawBox({ x: x + 14, y: 54, width: 90, height: 7 }, 'p-dim', 3)}${drawBox({ x: x + 14, y: 68, width: 140, height: 7 }, 'p-dim', 3)}`
  const long = countLines(title, { width: width - 44, size: 12, lines: 2 }) > 1
  const top = 62 - (long ? 8 : 0)
  const at = { title: top + 44, account: top + (long ? 74 : 60) }
  const choose = app !== undefined
  const place = { x: x + 20, y: 174, width: width - 40, height: 25 }
  const appRow = { x: x + 20, y: choose ? at.account + 4 : 0, width: width - 40, height: 26 }
  const mark =
    marked === 'button'
      ? drawTap(place.x + place.width - 12, place.y + 20)
      : marked === 'app' && choose
        ? drawTap(appRow.x + appRow.width - 14, appRow.y + 15)
        : undefined
  return drawStage(
    label,
    drawPhone(
      look,
      html`${behind}<rect x="${x}" y="48" width="${width}" height="220" class="p-veil"/>${drawBox({ x: x + 6, y: top, width: width - 12, height: 190 }, 'p-sheet', 22)}<path d="M148 ${top + 7}h24" class="p-line p-faint"/>${drawEmblem(picture, 160, top + 22)}${fitText(title, { x: 160, y: at.title, width: width - 44, size: 12, lines: 2, look: 'strong', anchor: 'middle' })}${account !== undefined && fitText(account, { x: 160, y: at.account, width: width - 44, size: 9.5, look: 'soft', anchor: 'middle' })}${choose && html`${drawBox(appRow, marked === 'app' ? 'p-mark' : 'p-card', 9)}${drawBox({ x: appRow.x + 8, y: appRow.y + 6, width: 14, height: 14 }, 'p-app', 4)}${fitLabel(app, { x: appRow.x + 29, middle: appRow.y + 13, width: appRow.width - 54, look: 'strong' })}`}${other !== undefined && fitText(other, { x: 160, y: 168, width: width - 44, size: 9.5, look: 'accent', anchor: 'middle' })}${drawBox(place, 'p-accent', 12)}${fitLabel(button, { x: 160, middle: place.y + 12.5, width: place.width - 30, look: 'on', anchor: 'middle' })}${mark}`,
    ),
  )
}

/** Draw an emblem. */
export function drawEmblem(kind: Emblem, x: number, y: number): Html {
  const at = (paths: Html) =>
    html`<g transform="translate(${x - 12} ${y - 12})" class="p-emblem">${paths}</g>`
  switch (kind) {
    case 'face':
      return at(
        html`<path d="M3 8V5a2 2 0 0 1 2-2h3M16 3h3a2 2 0 0 1 2 2v3M21 16v3a2 2 0 0 1-2 2h-3M8 21H5a2 2 0 0 1-2-2v-3M8.500 9v1.500M15.500 9v1.500M12 8.500v4h-1M9 15.500c1.800 1.500 4.200 1.500 6 0"/>`,
      )
    case 'finger':
      return at(
        html`<path d="M5 12a7 7 0 0 1 12-5M19 11c.3 2 .2 4-.3 6M8 12.500a4 4 0 0 1 8 0c0 3-.3 5-1 7.500M12 12.500c0 3-.4 5.500-1.500 8.500M8 16c-.1 1.400-.4 2.600-.8 3.800"/>`,
      )
    case 'app':
      return at(html`<rect x="3" y="3" width="18" height="18" rx="5"/><path d="m8 12 3 3 5-6"/>`)
    case 'person':
      return at(html`<circle cx="12" cy="8" r="4"/><path d="M4 21c0-4.500 3.500-7 8-7s8 2.500 8 7"/>`)
    case 'pin':
      return at(
        html`<rect x="2" y="7" width="20" height="10" rx="3"/><path d="M7 12h.01M12 12h.01M17 12h.01"/>`,
      )
    case 'passkey':
      return at(
        html`<circle cx="9.500" cy="7.500" r="3.800"/><path d="M3 20c0-4 2.800-6.600 6.500-6.600 1 0 2 .2 2.800.6"/><circle cx="17.800" cy="13.200" r="2.700"/><path d="M17.800 15.900V22M17.800 19.400l1.900-.9"/>`,
      )
  }
}
