/** A tenant's colour, made readable: for light pages and dark ones, and what is written on it. */
export interface Accent {
  readonly light: string
  readonly onLight: string
  readonly dark: string
  readonly onDark: string
}

type Rgb = readonly [number, number, number]

/** Contrast that WCAG 2.2 asks of text (1.4.3). */
const enough = 4.5

const lightGround: Rgb = [244, 245, 247]
const darkGround: Rgb = [32, 35, 42]
const white: Rgb = [255, 255, 255]
const ink: Rgb = [16, 18, 24]

/** Latchkey's own. */
export const ownAccent = '#3b4fd8'

/**
 * Take a colour as the accent: darkened until it reads on a light page, lightened until it reads on a dark one.
 *
 * @param colour `#rrggbb`; anything else gives our own
 */
export function toAccent(colour: string | undefined): Accent {
  const rgb = readColour(colour) ?? readColour(ownAccent) ?? ink
  const light = mixUntilReadable(rgb, [0, 0, 0], lightGround)
  const dark = mixUntilReadable(rgb, white, darkGround)
  return { light: toHex(light), onLight: toHex(inkOn(light)), dark: toHex(dark), onDark: toHex(inkOn(dark)) }
}

/** The contrast of two colours, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: string, b: string): number {
  return contrastOf(readColour(a) ?? ink, readColour(b) ?? ink)
}

function mixUntilReadable(from: Rgb, to: Rgb, ground: Rgb): Rgb {
  for (let step = 0; step < 20; step++) {
    const mixed = mix(from, to, step / 20)
    if (contrastOf(mixed, ground) >= enough) return mixed
  }
  return to
}

function inkOn(ground: Rgb): Rgb {
  return contrastOf(white, ground) >= contrastOf(ink, ground) ? white : ink
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share)
  return [at(0), at(1), at(2)]
}

function contrastOf(a: Rgb, b: Rgb): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function readColour(colour: string | undefined): Rgb | undefined {
  if (colour === undefined || !/^#[0-9a-f]{6}$/i.test(colour)) return undefined
  const at = (index: number) => Number.parseInt(colour.slice(index, index + 2), 16)
  return [at(1), at(3), at(5)]
}

function toHex(colour: Rgb): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
