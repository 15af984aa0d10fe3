import type { Person } from './person.ts'

/** Nobody needs more words than these to be found; what is typed beyond them is not looked at. */
const mostWords = 8
const longestTerm = 100

/**
 * Write down the terms a person is found by: the words of their name, user name and mail, lower case and without accents,
 * each word whole and in its parts (`ann-marie`, `ann`, `marie`). The domain is one term that begins with `@`: typed
 * without it, nobody is found because of where everybody is.
 */
export function toSearchTerms({
  displayName,
  givenName = '',
  surname = '',
  userName,
  mail = '',
}: Pick<Person, 'displayName' | 'givenName' | 'surname' | 'userName' | 'mail'>): readonly string[] {
  const names = [displayName, givenName, surname].flatMap((name) => wordsOf(name))
  const addresses = [userName, mail].flatMap((address) => {
    const whole = fold(address).trim()
    const at = whole.lastIndexOf('@')
    return at < 0 ? wordsOf(whole) : [whole, whole.slice(at), ...wordsOf(whole.slice(0, at))]
  })
  const terms = [...names, ...addresses].map((term) => term.slice(0, longestTerm))
  return [...new Set(terms)].filter((term) => term !== '').toSorted()
}

/** Read what somebody typed to find a person: each word is the beginning of a term. Empty: it asks for nobody in particular. */
export function readSearchWords(typed: string): readonly string[] {
  const words = fold(typed.slice(0, 4 * longestTerm))
    .split(/[\s,;"()]+/u)
    .map((word) => word.slice(0, longestTerm))
  return [...new Set(words)].filter((word) => word !== '').slice(0, mostWords)
}

/** Compatibility characters folded, lower case, accents of letters taken off: `Müller` and `muller` are one. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[\s,;"()]+/u)
    .flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)])
}
