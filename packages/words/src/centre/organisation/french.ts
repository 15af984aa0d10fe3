import { apps } from '../fr/apps.ts'
import { branding } from '../fr/branding.ts'
import { breakGlass } from '../fr/break-glass.ts'
import { domains } from '../fr/domains.ts'
import { settings } from '../fr/settings.ts'
import type { OrganisationWords } from './english.ts'

/** What the pages about the organisation say in French. */
export const french: OrganisationWords = {
  apps,
  branding,
  breakGlass,
  domains,
  settings,
}
