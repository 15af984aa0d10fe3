/**
 * How wide Helvetica is, in thousandths of its size: every reader of PDF has this font, so none is carried along.
 * From the font's metrics as Adobe publishes them (Core 14), for U+0020 to U+007E; letters with marks are as wide as without.
 */
const regular = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]

/** The same of its bold face. */
const bold = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278,
  556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584,
  556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556,
  333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
]

const widths = { regular, bold } as const

/** A face of Helvetica. */
export type Face = keyof typeof widths

/** Wider than any letter that is not in the table: what is unknown is rather broken too early. */
const unknownWidth = 1000

/** How wide a line is, in points. */
export function widthOf(text: string, face: Face, size: number): number {
  let width = 0
  for (const letter of text.normalize('NFD').replace(/\p{Mn}/gu, '')) {
    width += widths[face][(letter.codePointAt(0) ?? 0) - 0x20] ?? narrow[letter] ?? unknownWidth
  }
  return (width * size) / 1000
}

/** Signs beyond ASCII that our words have. */
const narrow: Readonly<Record<string, number>> = {
  '’': 222,
  '“': 333,
  '”': 333,
  '„': 333,
  '«': 556,
  '»': 556,
  '·': 278,
  '¿': 611,
  '¡': 333,
  ß: 611,
  '–': 556,
  '…': 1000,
  '\u00a0': 278,
}

/** Break a text into lines that fit. A word that alone does not is broken where it must be. */
export function breakLines(text: string, face: Face, size: number, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const fits = (tried: string) => widthOf(tried, face, size) <= width
  for (const word of text.split(' ')) {
    const tried = line === '' ? word : `${line} ${word}`
    if (fits(tried)) {
      line = tried
      continue
    }
    if (line !== '') lines.push(line)
    line = ''
    for (const letter of word) {
      if (!fits(line + letter)) {
        lines.push(line)
        line = ''
      }
      line += letter
    }
  }
  return [...lines, line]
}
