import { idFloor } from '@latchkey/identity'
import { matchesFilter } from '../graph/match-filter.ts'
import type { LogAsk, LogTail } from './log-ask.ts'
import { type LogTools, logSource } from './log-source.ts'

/** Greater than every id. */
const endOfTime = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** So many are given at once; whoever is further behind asks again. */
const atMost = 2_000

/**
 * Read what came since, oldest first: a lookup by key, which costs nothing where nothing came.
 *
 * An id is made a moment before its record is on the disk, so one with a smaller id may yet appear. That is why the place
 * to go on from stays `settleMilliseconds` behind: nothing is missed, and what is younger is given again, to be known by
 * its id.
 *
 * @param after what the last answer said; absent, it begins now
 */
export async function readLogTail(
  tools: LogTools,
  ask: Omit<LogAsk, 'limit'>,
  { after, settleMilliseconds }: { readonly after?: string; readonly settleMilliseconds: number },
): Promise<LogTail> {
  const settled = idFloor(new Date(tools.now().getTime() - settleMilliseconds))
  const from = after ?? settled
  const read = await logSource(tools, ask).readAfter(from, endOfTime, atMost)
  const entries = read
    .filter(({ shown }) => ask.filter === undefined || matchesFilter(ask.filter, shown))
    .map(({ shown }) => shown)
  const last = read.length < atMost ? settled : (read.findLast(({ id }) => id < settled)?.id ?? from)
  return { entries, after: last > from ? last : from }
}
