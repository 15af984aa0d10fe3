import type { Face } from './helvetica.ts'

/** Something on a page. Points from the upper left corner; a colour is three shares from 0 to 1. */
export type Mark =
  | {
      readonly kind: 'text'
      readonly x: number
      /** Of the base line. */
      readonly y: number
      readonly size: number
      readonly face: Face
      readonly text: string
      readonly colour: Colour
    }
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly colour: Colour
    }

export type Colour = readonly [red: number, green: number, blue: number]

/** A document of one page. */
export interface PdfPage {
  readonly size: readonly [width: number, height: number]
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly marks: readonly Mark[]
}

/**
 * Write a document of one page, in Helvetica. It knows the letters of Western Europe (Windows-1252); any other becomes a
 * question mark.
 *
 * @see ISO 32000-1, 7.5 (file structure), 9.6.2.2 (the standard fonts)
 */
export function writePdf({ size, title, language, marks }: PdfPage): Uint8Array {
  const [width, height] = size
  const content = marks.map((mark) => draw(mark, height)).join('\n')
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang ${quote(language)} /ViewerPreferences << /DisplayDocTitle true >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /Font << /regular 5 0 R /bold 6 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    `<< /Title ${quote(title)} >>`,
  ]
  // Every character is one byte from here on, so lengths are places.
  let file = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  file += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

function draw(mark: Mark, height: number): string {
  const colour = `${mark.colour.map(toNumber).join(' ')} rg`
  if (mark.kind === 'box') {
    const { x, y, width, height: tall } = mark
    return `${colour} ${[x, height - y - tall, width, tall].map(toNumber).join(' ')} re f`
  }
  const { x, y, size, face, text } = mark
  return `BT ${colour} /${face} ${size} Tf ${toNumber(x)} ${toNumber(height - y)} Td ${quote(text)} Tj ET`
}

const toNumber = (number: number) => String(Math.round(number * 1000) / 1000)

/** A string in parentheses, one character a byte. */
function quote(text: string): string {
  const bytes = [...text.normalize('NFC')].map(toWindows1252).join('')
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`
}

/** What Windows-1252 has where Latin-1 has control characters, as far as our languages use it. */
const beyondLatin1: Readonly<Record<string, number>> = {
  '€': 0x80,
  '„': 0x84,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '—': 0x97,
  œ: 0x9c,
  Œ: 0x8c,
  '\u202f': 0xa0,
}

function toWindows1252(letter: string): string {
  const code = beyondLatin1[letter] ?? letter.codePointAt(0) ?? 0
  const isThere = code >= 0x20 && (code < 0x7f || (code >= 0x80 && code < 0x100))
  return isThere ? String.fromCharCode(code) : '?'
}
