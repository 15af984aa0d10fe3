import { defaultTenantSettings, type TenantSettings } from '@latchkey/identity'

/** More organisations than are busy at once; a bound for those that change their settings. */
const mostRemembered = 1000

const remembered = new Map<string, TenantSettings>()

/**
 * Read the settings of a tenant from their column. Every request reads them and they hardly ever change: what was read
 * once is remembered by its text, and shared, so it is frozen.
 */
export function readTenantSettings(json: string): TenantSettings {
  const known = remembered.get(json)
  if (known !== undefined) return known

  const settings = parseSettings(json)
  if (remembered.size >= mostRemembered) remembered.clear()
  remembered.set(json, settings)
  return settings
}

/** What an older release did not know takes today's defaults. */
function parseSettings(json: string): TenantSettings {
  const kept: Partial<TenantSettings> = JSON.parse(json)
  const { sessions, passes, passRequests, attestation, authenticator, helpDesk, branding } =
    defaultTenantSettings
  return Object.freeze({
    ...defaultTenantSettings,
    ...kept,
    sessions: Object.freeze({ ...sessions, ...kept.sessions }),
    passes: Object.freeze({ ...passes, ...kept.passes }),
    passRequests: Object.freeze({ ...passRequests, ...kept.passRequests }),
    attestation: Object.freeze({ ...attestation, ...kept.attestation }),
    authenticator: Object.freeze({ ...authenticator, ...kept.authenticator }),
    helpDesk: Object.freeze({ ...helpDesk, ...kept.helpDesk }),
    branding: Object.freeze({ ...branding, ...kept.branding }),
  })
}
