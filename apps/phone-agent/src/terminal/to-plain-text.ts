/** The most letters of one line that came from elsewhere. */
const mostLetters = 200

/** What moves a cursor, colours, hides, turns round or breaks a line. Joiners stay: languages spell with them. */
const treacherous = /[\p{Cc}\p{Cs}\p{Co}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/gu

/**
 * Make text fit to be one line on a terminal, whoever wrote it: what would do anything but be read is shown as `�`, and
 * the line ends somewhere.
 */
export function toPlainText(text: string): string {
  const letters = [...text.replaceAll(treacherous, '\ufffd')]
  return letters.length <= mostLetters ? letters.join('') : `${letters.slice(0, mostLetters - 1).join('')}…`
}
