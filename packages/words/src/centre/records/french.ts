import { logStreams } from '../fr/log-streams.ts'
import { logs } from '../fr/logs.ts'
import type { RecordsWords } from './english.ts'

/** What the pages about the logs say in French. */
export const french: RecordsWords = {
  logs,
  logStreams,
}
