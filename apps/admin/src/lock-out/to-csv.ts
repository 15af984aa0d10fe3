/** Write rows as CSV (RFC 4180). What a spreadsheet would take for a formula is kept from being one. */
export function toCsv(rows: Iterable<readonly string[]>): string {
  return [...rows].map((row) => row.map(toCell).join(',')).join('\r\n')
}

function toCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Let the browser keep a text as a file. */
export function saveAs(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
