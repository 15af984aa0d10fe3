import { logStreams } from '../ja/log-streams.ts'
import { logs } from '../ja/logs.ts'
import type { RecordsWords } from './english.ts'

/** What the pages about the logs say in Japanese. */
export const japanese: RecordsWords = {
  logs,
  logStreams,
}
