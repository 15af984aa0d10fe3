import { apps } from '../ja/apps.ts'
import { branding } from '../ja/branding.ts'
import { breakGlass } from '../ja/break-glass.ts'
import { domains } from '../ja/domains.ts'
import { settings } from '../ja/settings.ts'
import type { OrganisationWords } from './english.ts'

/** What the pages about the organisation say in Japanese. */
export const japanese: OrganisationWords = {
  apps,
  branding,
  breakGlass,
  domains,
  settings,
}
