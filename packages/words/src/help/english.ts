import { apps } from './en/apps.ts'
import { authenticator } from './en/authenticator.ts'
import { keys } from './en/keys.ts'
import { labels } from './en/labels.ts'
import { page } from './en/page.ts'
import { seen } from './en/seen.ts'
import { systems } from './en/systems.ts'

/** English, for help with messages. */
export const english = {
  language: 'en',
  page,
  labels,
  seen,
  problems: { ...systems, ...keys, ...authenticator, ...apps },
}

export type HelpWords = typeof english
