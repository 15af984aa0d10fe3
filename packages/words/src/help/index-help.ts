import { findHelpEntry } from './find-help-entry.ts'
import type { HelpCatalogue } from './help-catalogue.ts'
import type { HelpEntry } from './help-entry.ts'
import { listHelpCodes } from './list-codes.ts'
import { readTerms } from './read-terms.ts'

/** An entry, ready to be compared with a text. */
export interface IndexedEntry {
  readonly entry: HelpEntry
  /** How much each term counts: what is on the screen most, reasons least. */
  readonly weights: ReadonlyMap<string, number>
  /** Messages and title, as terms in their order. */
  readonly phrases: readonly (readonly string[])[]
}

/** The entries of a language, ready to be searched. */
export interface HelpIndex {
  readonly entries: readonly IndexedEntry[]
  /** The fewer entries have a term, the more it tells. */
  readonly rarity: ReadonlyMap<string, number>
  /** Codes in small letters, and those of the entries that tell of them. */
  readonly codes: ReadonlyMap<string, string>
}

/** Prepare the entries of a language for searching. Takes a tenth of a second: whoever searches keeps it. */
export function indexHelp(catalogue: HelpCatalogue): HelpIndex {
  const codes = new Map<string, string>()
  const entries = new Map<string, IndexedEntry>()
  for (const code of listHelpCodes(catalogue)) {
    const entry = findHelpEntry(catalogue, code)
    if (entry === undefined) continue
    // Codes that say the same are one entry.
    const known = entries.get(entry.title) ?? toIndexed(entry)
    entries.set(entry.title, known)
    codes.set(code.toLowerCase(), known.entry.code)
  }
  const all = [...entries.values()]
  const counts = new Map<string, number>()
  for (const { weights } of all) {
    for (const term of weights.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  const rarity = new Map([...counts].map(([term, count]) => [term, Math.log(1 + all.length / count)]))
  return { entries: all, rarity, codes }
}

function toIndexed(entry: HelpEntry): IndexedEntry {
  const weights = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const term of readTerms(text)) weights.set(term, Math.max(weights.get(term) ?? 0, weight))
  }
  const shown = [entry.title, ...entry.seen.map(({ text }) => text), ...entry.technical]
  add(`${entry.reason} ${entry.next}`, 1)
  for (const text of shown) add(text, 2)
  return { entry, weights, phrases: shown.map(readTerms) }
}
