import { apps } from '../es/apps.ts'
import { branding } from '../es/branding.ts'
import { breakGlass } from '../es/break-glass.ts'
import { domains } from '../es/domains.ts'
import { settings } from '../es/settings.ts'
import type { OrganisationWords } from './english.ts'

/** What the pages about the organisation say in Spanish. */
export const spanish: OrganisationWords = {
  apps,
  branding,
  breakGlass,
  domains,
  settings,
}
