import { logStreams } from '../es/log-streams.ts'
import { logs } from '../es/logs.ts'
import type { RecordsWords } from './english.ts'

/** What the pages about the logs say in Spanish. */
export const spanish: RecordsWords = {
  logs,
  logStreams,
}
