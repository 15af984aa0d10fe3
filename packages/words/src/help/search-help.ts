import type { HelpDevice } from './help-entry.ts'
import type { HelpIndex, IndexedEntry } from './index-help.ts'
import { numbers } from './numbers.ts'
import { readTerms } from './read-terms.ts'

/** What is looked for, and where. */
export interface HelpQuery {
  /** What somebody pasted or typed: a message, a code, a number of a log. */
  readonly text: string
  /** Only what may happen there. */
  readonly device?: HelpDevice | undefined
  readonly limit: number
}

/** An entry that fits. */
export interface HelpHit {
  /** The code that has the words. */
  readonly code: string
  /** The more, the better it fits. */
  readonly score: number
}

/** A code or number that is named outweighs every sentence. */
const named = 1000

/** What each term of a phrase in common is worth, from the second on. */
const perTerm = 4

/** What a term is worth that no entry has: it speaks against each. */
const unknownTerm = 3

/** Of what a text says so much must be in an entry. */
const leastShare = 0.4

/** Messages are a sentence or two: what comes after so many letters and words is passed over. */
const longestText = 600
const mostTerms = 80

/**
 * Find the entries that fit a text, the best first: by code, by number, by the messages of browsers and systems, and by
 * our own words.
 *
 * @param indexes the reader's language first, then the others: people paste messages of any
 */
export function searchHelp(
  indexes: readonly HelpIndex[],
  { text, device, limit }: HelpQuery,
): readonly HelpHit[] {
  const query = text.slice(0, longestText)
  const terms = readTerms(query).slice(0, mostTerms)
  const worth = new Map(terms.map((term) => [term, worthOf(indexes, term)]))
  const scores = new Map<string, number>()
  for (const index of indexes) {
    for (const [place, code] of namedCodes(index, query).entries()) raise(scores, code, named - place)
    for (const entry of index.entries) raise(scores, entry.entry.code, score(entry, terms, worth))
  }
  const toShown = new Map(indexes[0]?.entries.map(({ entry }) => [entry.code, entry]))
  return [...scores]
    .map(([code, score]) => ({ code, score }))
    .filter(({ code, score }) => {
      const devices = toShown.get(code)?.devices
      if (score === 0 || devices === undefined) return false
      return device === undefined || devices.length === 0 || devices.includes(device)
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}

function raise(scores: Map<string, number>, code: string, score: number): void {
  scores.set(code, Math.max(scores.get(code) ?? 0, score))
}

/** Codes that a text names as such, or by a number of a log. */
function namedCodes({ codes }: HelpIndex, text: string): readonly string[] {
  const found = new Set<string>()
  const words = text.match(/\w+/g) ?? []
  for (const word of words) {
    // A code of one word is a word of the language, too: then it must stand alone.
    const isCode = word.includes('_') || /[a-z][A-Z]/.test(word) || words.length === 1
    const code = isCode ? codes.get(word.toLowerCase()) : undefined
    if (code !== undefined) found.add(code)
  }
  for (const [, digits] of text.matchAll(/(?<!\d)(?:AADSTS)?(\d{5,6})(?!\d)/gi)) {
    for (const code of numbers[Number(digits)]?.codes ?? []) found.add(codes.get(code) ?? code)
  }
  return [...found]
}

/** The fewer entries have a term, the more it tells; a word that is common in one language tells little in any. */
function worthOf(indexes: readonly HelpIndex[], term: string): number {
  const known = indexes.flatMap(({ rarity }) => rarity.get(term) ?? [])
  return known.length === 0 ? unknownTerm : Math.min(...known)
}

function score(
  { weights, phrases }: IndexedEntry,
  terms: readonly string[],
  worth: ReadonlyMap<string, number>,
): number {
  let whole = 0
  let share = 0
  let weighed = 0
  for (const [term, value] of worth) {
    const weight = weights.get(term) ?? 0
    whole += value
    if (weight > 0) share += value
    weighed += value * weight
  }
  if (whole === 0 || share / whole < leastShare) return 0
  return weighed + Math.max(0, ...phrases.map((phrase) => scorePhrase(phrase, terms)))
}

/** A message that stands there as a whole is worth twice what the same piece of a longer one is. */
function scorePhrase(phrase: readonly string[], terms: readonly string[]): number {
  const run = longestRun(phrase, terms)
  return (run - 1) * perTerm * (run === phrase.length ? 2 : 1)
}

/** How many terms stand in the same order, without a gap, in both. */
function longestRun(a: readonly string[], b: readonly string[]): number {
  let longest = 0
  for (let start = 0; start < a.length; start++) {
    for (let at = b.indexOf(a[start] ?? ''); at !== -1; at = b.indexOf(a[start] ?? '', at + 1)) {
      let run = 1
      while (start + run < a.length && a[start + run] === b[at + run]) run++
      longest = Math.max(longest, run)
    }
  }
  return longest
}
