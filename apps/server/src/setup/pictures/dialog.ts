import { type Html, html } from '../../page/html.ts'
import { countLines, fitLabel, fitText } from './fit-text.ts'
import { drawEmblem, type Emblem } from './sheet.ts'
import { type Box, drawBox, drawShadow, drawStage, drawTap } from './stage.ts'

/** One line of a computer's dialog. */
export interface DialogRow {
  /** Absent: a line whose words do not matter here. */
  readonly label?: string
  readonly icon: 'phone' | 'key' | 'computer' | 'app' | 'update'
  readonly marked?: true
}

/** What a computer asks in a window over all others. */
export interface Dialog {
  readonly look: 'windows' | 'mac' | 'browser'
  /** In the bar of the window. */
  readonly bar?: string
  readonly title: string
  readonly rows?: readonly DialogRow[]
  readonly emblem?: Emblem
  readonly button?: string
  readonly quiet?: string
  readonly marked?: 'button' | 'quiet'
}

const radii = { windows: 8, mac: 14, browser: 12 } as const

/** Draw the dialog of a computer. */
export function drawDialog(label: string, dialog: Dialog): Html {
  const { look, bar, title, rows = [], emblem, button, quiet, marked } = dialog
  const barHeight = bar === undefined ? 0 : 20
  const lines = countLines(title, { width: 196, size: 12.5, lines: 2 })
  const emblemHeight = emblem === undefined ? 0 : 40
  const rowsHeight = rows.length * 31
  const buttons = button === undefined && quiet === undefined ? 0 : 36
  const height = barHeight + 18 + lines * 16 + emblemHeight + rowsHeight + buttons + 10
  const box: Box = { x: 46, y: Math.max(8, (220 - height) / 2), width: 228, height }
  const titleAt = box.y + barHeight + 22
  const rowsAt = titleAt + (lines - 1) * 16 + 11 + emblemHeight
  const centred = look === 'mac'
  const foot = { y: box.y + height - 36, height: 25 }
  const half = (box.width - 40) / 2
  return drawStage(
    label,
    html`${drawShadow(box, radii[look])}${drawBox(box, 'p-sheet p-edge', radii[look])}${bar !== undefined && html`${fitText(bar, { x: box.x + 14, y: box.y + 16, width: 180, size: 9, look: 'soft' })}<path d="M${box.x + box.width - 19} ${box.y + 9}l7 7m0-7l-7 7" class="p-line p-faint"/>`}${fitText(title, { x: centred ? 160 : box.x + 16, y: titleAt, width: 196, size: 12.5, lines: 2, look: 'strong', ...(centred && { anchor: 'middle' as const }) })}${emblem !== undefined && html`<circle cx="160" cy="${rowsAt - 20}" r="17" class="p-soft-accent"/>${drawEmblem(emblem, 160, rowsAt - 20)}`}${rows.map((row, at) => drawDialogRow(row, { x: box.x + 14, y: rowsAt + at * 31, width: box.width - 28, height: 28 }))}${button !== undefined && drawButton(button, { x: box.x + 16, y: foot.y, width: quiet === undefined ? box.width - 32 : half, height: foot.height }, 'p-accent')}${quiet !== undefined && drawButton(quiet, { x: button === undefined ? box.x + 16 : box.x + 24 + half, y: foot.y, width: button === undefined ? box.width - 32 : half, height: foot.height }, 'p-quiet')}${marked !== undefined && drawTap(marked === 'quiet' || quiet === undefined ? box.x + box.width - 26 : box.x + half + 6, foot.y + 23)}`,
  )
}

function drawButton(label: string, box: Box, look: 'p-accent' | 'p-quiet'): Html {
  return html`${drawBox(box, look, 7)}${fitLabel(label, { x: box.x + box.width / 2, middle: box.y + box.height / 2, width: box.width - 12, look: look === 'p-accent' ? 'on' : 'ink', anchor: 'middle' })}`
}

const icons = {
  phone: html`<rect x="4" y="1" width="8" height="14" rx="2"/><path d="M7 12.500h2"/>`,
  key: html`<rect x="5" y="5" width="6" height="10" rx="1.500"/><path d="M6 5V1h4v4M8 9v2"/>`,
  computer: html`<rect x="1" y="2.500" width="14" height="9" rx="1.500"/><path d="M5 14.500h6"/>`,
  update: html`<path d="M13.500 8a5.500 5.500 0 1 1-1.600-3.900M13.500 1.500v3h-3"/>`,
  app: html`<rect x="2" y="2" width="12" height="12" rx="3.500"/><path d="M5.500 8l2 2 3.500-4"/>`,
} as const

function drawDialogRow({ label, icon, marked }: DialogRow, box: Box): Html {
  const words =
    label === undefined
      ? drawBox({ x: box.x + 34, y: box.y + 11, width: 84, height: 6 }, 'p-dim', 3)
      : fitLabel(label, { x: box.x + 34, middle: box.y + box.height / 2, width: box.width - 60 })
  return html`${drawBox(box, marked ? 'p-mark' : 'p-card', 7)}<g transform="translate(${box.x + 9} ${box.y + 6})" class="p-icon">${icons[icon]}</g>${words}${marked && drawTap(box.x + box.width - 14, box.y + 17)}`
}
