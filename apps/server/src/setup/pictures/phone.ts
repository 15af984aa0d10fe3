import { type Html, html } from '../../page/html.ts'
import { type Box, drawBox, stage } from './stage.ts'

/** The upper part of a phone; the rest is below the edge of the picture. */
export const phoneScreen: Box = { x: 62, y: 24, width: 196, height: stage.height - 24 }

/** Whose phone it is: their cameras differ. */
export type PhoneLook = 'iphone' | 'android'

/** Draw a phone whose screen shows something. */
export function drawPhone(look: PhoneLook, content: Html): Html {
  const { x, y, width, height } = phoneScreen
  const eye =
    look === 'iphone'
      ? html`<rect x="137" y="31" width="46" height="12" rx="6" class="p-bezel"/>`
      : html`<circle cx="160" cy="36" r="4" class="p-bezel"/>`
  return html`${drawBox({ x: x - 7, y: y - 7, width: width + 14, height: height + 60 }, 'p-bezel', 30)}${drawBox({ x, y, width, height: height + 50 }, 'p-screen', 23)}<text x="84" y="40" font-size="8.500" class="t-strong">9:41</text><g class="p-status"><rect x="214" y="34" width="3" height="6" rx="1"/><rect x="219" y="32" width="3" height="8" rx="1"/><rect x="226" y="33" width="14" height="7" rx="2"/></g>${eye}${content}`
}
