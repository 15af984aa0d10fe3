/** A record of a CSV file, and the line of the file it begins on; the first is 1. */
export interface CsvRecord {
  readonly line: number
  readonly fields: readonly string[]
}

/** What a CSV file says, or where it cannot be read. */
export type Csv =
  | { readonly readable: true; readonly records: readonly CsvRecord[] }
  | {
      readonly readable: false
      readonly because: 'quote_not_closed' | 'text_after_quote'
      readonly line: number
    }

/**
 * Read CSV: commas, semicolons or tabs, whichever the first line has most of; fields in double quotes may have any of
 * them, line ends and doubled quotes inside. A byte order mark and empty lines are passed over.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readCsv(written: string): Csv {
  const text = written.replace(/^\uFEFF/, '')
  const separator = separatorOf(text)
  const records: CsvRecord[] = []
  let fields: string[] = []
  let line = 1
  let begun = 1
  let at = 0
  const endRecord = () => {
    if (fields.length > 1 || fields[0] !== '') records.push({ line: begun, fields })
    fields = []
  }
  for (;;) {
    let field = ''
    if (text[at] === '"') {
      const opened = line
      for (at++; ; at++) {
        const character = text[at]
        if (character === undefined) return { readable: false, because: 'quote_not_closed', line: opened }
        if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) line++
        if (character !== '"') field += character
        else if (text[at + 1] === '"') {
          field += '"'
          at++
        } else break
      }
      at++
      if (!isEnd(text[at], separator)) return { readable: false, because: 'text_after_quote', line }
    } else {
      const from = at
      while (!isEnd(text[at], separator)) at++
      field = text.slice(from, at)
    }
    fields.push(field)
    const end = text[at]
    if (end === separator) {
      at++
      continue
    }
    endRecord()
    if (end === undefined) return { readable: true, records }
    at += end === '\r' && text[at + 1] === '\n' ? 2 : 1
    line++
    begun = line
  }
}

const isEnd = (character: string | undefined, separator: string): boolean =>
  character === undefined || character === separator || character === '\n' || character === '\r'

function separatorOf(text: string): string {
  const [first = ''] = text.split(/[\r\n]/, 1)
  const bare = first.replace(/"[^"]*"/g, '')
  const [most = ','] = [',', ';', '\t'].toSorted((a, b) => bare.split(b).length - bare.split(a).length)
  return most
}
