import type { HelpWords } from './english.ts'
import { apps } from './ja/apps.ts'
import { authenticator } from './ja/authenticator.ts'
import { keys } from './ja/keys.ts'
import { labels } from './ja/labels.ts'
import { page } from './ja/page.ts'
import { seen } from './ja/seen.ts'
import { systems } from './ja/systems.ts'

/** Japanese, for help with messages. */
export const japanese: HelpWords = {
  language: 'ja',
  page,
  labels,
  seen,
  problems: { ...systems, ...keys, ...authenticator, ...apps },
}
