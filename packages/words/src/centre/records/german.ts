import { logStreams } from '../de/log-streams.ts'
import { logs } from '../de/logs.ts'
import type { RecordsWords } from './english.ts'

/** What the pages about the logs say in German. */
export const german: RecordsWords = {
  logs,
  logStreams,
}
