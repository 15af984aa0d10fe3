import { type Html, html } from '../../page/html.ts'
import { countLines, fitLabel, fitText } from './fit-text.ts'
import { drawBox, drawShadow, drawStage, drawTap } from './stage.ts'

/** A page of ours in a browser. */
export interface BrowserWindow {
  readonly address: string
  readonly title: string
  /** A field, and what is in it. */
  readonly field?: string
  readonly button?: string
  /** Under the field or the button. */
  readonly link?: string
  readonly marked: 'button' | 'link' | 'field'
}

const card = { x: 76, y: 58, width: 168 } as const

/** Draw a browser that shows a page of ours. */
export function drawBrowser(label: string, shown: BrowserWindow): Html {
  const { address, title, field, button, link, marked } = shown
  // A word that is longer than the card is written smaller: it breaks nowhere.
  const size = /\S{18}/.test(title) ? 9.5 : 12.5
  const lines = countLines(title, { width: 140, size, lines: 2 })
  const window_ = { x: 30, y: 20, width: 260, height: 182 }
  const titleAt = 82
  const fieldAt = titleAt + (lines - 1) * 16 + 12
  const buttonAt = field === undefined ? fieldAt + 2 : fieldAt + 34
  const linkAt = button === undefined ? fieldAt + 46 : buttonAt + 42
  const tap =
    marked === 'field'
      ? drawTap(card.x + card.width - 24, fieldAt + 22)
      : marked === 'button'
        ? drawTap(card.x + card.width - 24, buttonAt + 24)
        : drawTap(card.x + card.width - 24, linkAt - 1)
  return drawStage(
    label,
    html`${drawShadow(window_, 12)}${drawBox(window_, 'p-screen p-edge', 12)}<path d="M30 44h260" class="p-hair"/><circle cx="44" cy="32" r="3" class="p-dim"/><circle cx="54" cy="32" r="3" class="p-dim"/><circle cx="64" cy="32" r="3" class="p-dim"/>${drawBox({ x: 80, y: 25, width: 180, height: 14 }, 'p-card', 7)}${fitText(address, { x: 90, y: 35, width: 160, size: 8.5, look: 'soft' })}${drawBox({ ...card, height: 132 }, 'p-sheet p-edge', 12)}${fitText(title, { x: card.x + 14, y: titleAt, width: 140, size, lines: 2, look: 'strong' })}${field !== undefined && html`${drawBox({ x: card.x + 14, y: fieldAt, width: 140, height: 25 }, 'p-field', 7)}${fitText(field, { x: card.x + 23, y: fieldAt + 16, width: 120, size: 10 })}`}${button !== undefined && html`${drawBox({ x: card.x + 14, y: buttonAt, width: 140, height: 25 }, 'p-accent', 7)}${fitLabel(button, { x: card.x + 84, middle: buttonAt + 12.5, width: 132, look: 'on', anchor: 'middle' })}`}${link !== undefined && fitLabel(link, { x: card.x + 14, middle: linkAt - 4, width: 116, look: 'accent' })}${tap}`,
  )
}
