import { logStreams } from '../en/log-streams.ts'
import { logs } from '../en/logs.ts'

/** What the pages about the logs say in English. */
export const english = {
  logs,
  logStreams,
}

/** Every word that only the pages about the logs say. */
export type RecordsWords = typeof english
