import { matchesFilter } from '../graph/match-filter.ts'
import type { GraphObject } from '../graph/resource-shape.ts'
import type { LogAsk, LogPage } from './log-ask.ts'
import { type LogTools, logSource } from './log-source.ts'

/** How many records are read at once, and how long one page may take to find. */
const readAtOnce = 500
const patienceMilliseconds = 700

/**
 * Read a page of a log, newest first. What the store cannot look for by itself is looked for here, record by record; where
 * that takes long, the page ends early and says how far back it looked.
 */
export async function readLogPage(tools: LogTools, ask: LogAsk, begin?: string): Promise<LogPage> {
  const source = logSource(tools, ask)
  const startedAt = performance.now()
  const entries: GraphObject[] = []
  let before = begin
  for (;;) {
    const wanted = ask.limit - entries.length
    const size = entries.length === 0 && before === begin ? Math.min(readAtOnce, wanted + 1) : readAtOnce
    const read = await source.read(size, before)
    for (const [at, { id, shown }] of read.entries()) {
      before = id
      if (ask.filter !== undefined && !matchesFilter(ask.filter, shown)) continue
      entries.push(shown)
      if (entries.length < ask.limit) continue
      const isLast = at === read.length - 1 && read.length < size
      return isLast ? { entries } : { entries, next: id, lookedBackTo: timeOf(shown) }
    }
    const last = read.at(-1)
    if (last === undefined || read.length < size) return { entries }
    if (performance.now() - startedAt > patienceMilliseconds) {
      return { entries, next: last.id, lookedBackTo: timeOf(last.shown) }
    }
  }
}

function timeOf(shown: GraphObject): string {
  return String(shown['createdDateTime'])
}
