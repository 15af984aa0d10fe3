import type { HelpWords } from './english.ts'
import { apps } from './es/apps.ts'
import { authenticator } from './es/authenticator.ts'
import { keys } from './es/keys.ts'
import { labels } from './es/labels.ts'
import { page } from './es/page.ts'
import { seen } from './es/seen.ts'
import { systems } from './es/systems.ts'

/** Spanish, for help with messages. */
export const spanish: HelpWords = {
  language: 'es',
  page,
  labels,
  seen,
  problems: { ...systems, ...keys, ...authenticator, ...apps },
}
