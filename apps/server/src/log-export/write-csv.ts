import type { GraphObject } from '../graph/resource-shape.ts'

/**
 * Write cells as a line of CSV: every one in quotes, lines end with CR LF.
 *
 * A spreadsheet takes what begins with `=`, `+`, `-`, `@`, a tab or a line break for a formula, and half of a log was typed
 * by strangers. Such a text gets an apostrophe before it, which a spreadsheet takes for "this is text".
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180#section-2
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function writeCsvLine(cells: readonly unknown[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

/** The names of a row's columns, and the row: what is in a list or a document is JSON in its cell. */
export function writeCsvRow(columns: readonly string[], row: GraphObject): string {
  return writeCsvLine(columns.map((name) => row[name]))
}

function toCell(value: unknown): string {
  return `"${harmless(toText(value)).replaceAll('"', '""')}"`
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value) && value.length === 0) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A character of no width, or a space, before the sign does not make it less of a formula. */
function harmless(text: string): string {
  return /^[\s\p{Cf}]*[=+\-@|％＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text
}
