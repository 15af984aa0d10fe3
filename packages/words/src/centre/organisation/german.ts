import { apps } from '../de/apps.ts'
import { branding } from '../de/branding.ts'
import { breakGlass } from '../de/break-glass.ts'
import { domains } from '../de/domains.ts'
import { settings } from '../de/settings.ts'
import type { OrganisationWords } from './english.ts'

/** What the pages about the organisation say in German. */
export const german: OrganisationWords = {
  apps,
  branding,
  breakGlass,
  domains,
  settings,
}
