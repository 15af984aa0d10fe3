import { type Html, html } from '../../page/html.ts'

/** Text in a picture: SVG breaks no lines, so we do. */
export interface FitText {
  readonly x: number
  /** Of the first line's foot. */
  readonly y: number
  /** The widest a line may be. */
  readonly width: number
  readonly size: number
  /** Default: 1. What does not fit into the last one ends with an ellipsis. */
  readonly lines?: number
  readonly look?: 'ink' | 'soft' | 'strong' | 'on' | 'accent'
  readonly anchor?: 'middle' | 'end'
}

/** Write text into a picture, in as many lines as there may be. */
export function fitText(text: string, fit: FitText): Html {
  const { x, y, size, look = 'ink', anchor } = fit
  return html`<text x="${x}" y="${y}" font-size="${size}" class="t-${look}"${anchor && html` text-anchor="${anchor}"`}>${breakLines(text, fit).map((line, at) => (at === 0 ? line : html`<tspan x="${x}" dy="${round(size * 1.28)}">${line}</tspan>`))}</text>`
}

/** Where a label stands: one line around a middle, or two small ones. */
export type FitLabel = Pick<FitText, 'x' | 'width' | 'look' | 'anchor'> & { readonly middle: number }

/** Sizes that a label may have, the best first. */
const labelSizes = [10.5, 9.5, 8.5, 7.6, 6.8]

/** Write a label that has to be found on a screen: smaller where it must be, and whole. */
export function fitLabel(text: string, { middle, ...fit }: FitLabel): Html {
  const fits = (most: number) => (size: number) => {
    const lines = breakAll(text, fit.width / size)
    return lines.length <= most && lines.every((line) => widthOf(line) * size <= fit.width)
  }
  const one = labelSizes.find((size, at) => at < 3 && fits(1)(size))
  if (one !== undefined) return fitText(text, { ...fit, y: middle + one * 0.34, size: one })
  const two = labelSizes.find((size, at) => at > 1 && fits(2)(size)) ?? 6.8
  return fitText(text, { ...fit, y: middle - two * 0.28, size: two, lines: 2 })
}

/** How many lines a text takes. */
export function countLines(text: string, fit: Pick<FitText, 'width' | 'size' | 'lines'>): number {
  return breakLines(text, fit).length
}

function breakLines(
  text: string,
  { width, size, lines = 1 }: Pick<FitText, 'width' | 'size' | 'lines'>,
): readonly string[] {
  const broken = breakAll(text, width / size)
  const last = broken.slice(lines - 1).join(' ')
  return broken.slice(0, lines).map((each, at) => (at === lines - 1 ? shorten(last, width / size) : each))
}

/** In as many lines as it takes; a word that is too long stands in one of its own. */
function breakAll(text: string, ems: number): readonly string[] {
  const broken: string[] = []
  let line = ''
  for (const word of words(text)) {
    if (line === '' || widthOf(line + word.trimEnd()) <= ems) line += word
    else {
      broken.push(line.trim())
      line = word
    }
  }
  return [...broken, line.trim()]
}

/** Where a line may break: after a space, a hyphen within a word, and anywhere between two characters of Japanese. */
function words(text: string): readonly string[] {
  return text.match(/[\u2e80-\uffef][、。）」]?|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []
}

function shorten(text: string, ems: number): string {
  if (widthOf(text) <= ems) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > ems) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** About how wide a text is, in ems: fonts differ, and nothing is measured here. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + widthOfLetter(letter), 0)
}

function widthOfLetter(letter: string): number {
  if (/[\u2e80-\uffef]/.test(letter)) return 1.02
  if (/[\sijlftrI.,:;'’|!()]/.test(letter)) return 0.36
  if (/[mwMW@%…]/.test(letter)) return 0.92
  return /[A-ZÄÖÜ0-9&]/.test(letter) ? 0.7 : 0.6
}

const round = (value: number) => Math.round(value * 100) / 100
