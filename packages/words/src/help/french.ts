import type { HelpWords } from './english.ts'
import { apps } from './fr/apps.ts'
import { authenticator } from './fr/authenticator.ts'
import { keys } from './fr/keys.ts'
import { labels } from './fr/labels.ts'
import { page } from './fr/page.ts'
import { seen } from './fr/seen.ts'
import { systems } from './fr/systems.ts'

/** French, for help with messages. */
export const french: HelpWords = {
  language: 'fr',
  page,
  labels,
  seen,
  problems: { ...systems, ...keys, ...authenticator, ...apps },
}
