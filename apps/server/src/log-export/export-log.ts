import { matchesFilter } from '../graph/match-filter.ts'
import type { GraphObject } from '../graph/resource-shape.ts'
import type { LogExportAsk, LogFormat } from './log-ask.ts'
import { type LogTools, logShapes, logSource } from './log-source.ts'
import { writeCsvLine, writeCsvRow } from './write-csv.ts'

/** How many records are in memory at once. */
const readAtOnce = 500

/** Where nothing of what was read is taken, the reader hears of it all the same: so often. */
const mostEmptyReads = 20

/**
 * Write all of a log that a filter takes, newest first, piece by piece: a piece is made when it is asked for, and never is
 * more in memory than one. Each is a read of its own, from where the one before ended, so nobody waits for a long one; what
 * is written meanwhile is newer than the beginning and not in it.
 */
export async function* exportLog(tools: LogTools, ask: LogExportAsk): AsyncGenerator<Uint8Array, void> {
  const columns = logShapes[ask.log].properties
  const source = logSource(tools, ask)
  const encoder = new TextEncoder()
  // The mark tells spreadsheets that this is UTF-8.
  if (ask.format === 'csv') yield encoder.encode(`\uFEFF${writeCsvLine(columns)}`)
  let before: string | undefined
  let emptyReads = 0
  for (;;) {
    const read = await source.read(readAtOnce, before)
    const taken = read.flatMap(({ shown }) =>
      ask.filter === undefined || matchesFilter(ask.filter, shown) ? toLine(ask.format, columns, shown) : [],
    )
    before = read.at(-1)?.id
    if (taken.length > 0) yield encoder.encode(taken.join(''))
    emptyReads = taken.length > 0 ? 0 : emptyReads + 1
    if (read.length < readAtOnce) return
    // An empty line is none in JSON Lines, and keeps a connection that waits alive.
    if (emptyReads % mostEmptyReads === mostEmptyReads - 1 && ask.format === 'jsonl')
      yield encoder.encode('\n')
  }
}

function toLine(format: LogFormat, columns: readonly string[], shown: GraphObject): string {
  return format === 'csv' ? writeCsvRow(columns, shown) : `${JSON.stringify(shown)}\n`
}
