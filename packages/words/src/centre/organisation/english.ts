import { apps } from '../en/apps.ts'
import { branding } from '../en/branding.ts'
import { breakGlass } from '../en/break-glass.ts'
import { domains } from '../en/domains.ts'
import { settings } from '../en/settings.ts'

/** What the pages about the organisation say in English. */
export const english = {
  apps,
  branding,
  breakGlass,
  domains,
  settings,
}

/** Every word that only the pages about the organisation say. */
export type OrganisationWords = typeof english
