/** Scripts that put no spaces between words: kana and Han. */
const unspaced = /[\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uff66-\uff9f]/

/** Longer words are compared by their beginning: that forgives most endings. */
const stem = 6

/** The terms of a text in their order: beginnings of words, and pairs of letters where words have no spaces between. */
export function readTerms(text: string): readonly string[] {
  return normalise(text)
    .split(' ')
    .flatMap((word) => (unspaced.test(word) ? pairsOf(word) : word.slice(0, stem)))
    .filter((term) => term !== '')
}

/** Without case, accents, and the marks between words. */
function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
}

function pairsOf(word: string): readonly string[] {
  return word.length === 1 ? [word] : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))
}
