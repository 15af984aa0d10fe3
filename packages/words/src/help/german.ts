import { apps } from './de/apps.ts'
import { authenticator } from './de/authenticator.ts'
import { keys } from './de/keys.ts'
import { labels } from './de/labels.ts'
import { page } from './de/page.ts'
import { seen } from './de/seen.ts'
import { systems } from './de/systems.ts'
import type { HelpWords } from './english.ts'

/** German, for help with messages. */
export const german: HelpWords = {
  language: 'de',
  page,
  labels,
  seen,
  problems: { ...systems, ...keys, ...authenticator, ...apps },
}
