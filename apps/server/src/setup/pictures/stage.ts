import { type Html, html } from '../../page/html.ts'

/** How large every picture is, in its own units. */
export const stage = { width: 320, height: 220 } as const

/** What every picture is made of: a ground in the organisation's colour, and what stands on it. */
export function drawStage(label: string, content: Html): Html {
  const { width, height } = stage
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="pic" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}"><rect width="${width}" height="${height}" rx="18" class="p-ground"/><circle cx="286" cy="26" r="70" class="p-glow"/><circle cx="24" cy="214" r="58" class="p-glow"/>${content}</svg>`
}

/** Where a finger goes. */
export function drawTap(x: number, y: number): Html {
  return html`<g class="p-tap"><circle cx="${x}" cy="${y}" r="13" class="p-tap-ring"/><circle cx="${x}" cy="${y}" r="4" class="p-tap-dot"/></g>`
}

/** A place with round corners. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function drawBox({ x, y, width, height }: Box, look: string, radius = 10): Html {
  return html`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" class="${look}"/>`
}

/** What a card casts. */
export function drawShadow({ x, y, width, height }: Box, radius = 14): Html {
  return html`<rect x="${x - 2}" y="${y + 5}" width="${width + 4}" height="${height}" rx="${radius}" class="p-shadow"/>`
}
