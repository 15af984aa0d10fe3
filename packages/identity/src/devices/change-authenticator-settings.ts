import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import type { AuthenticatorSettings } from '../tenants/tenant.ts'
import { readAppVersion } from './app-version.ts'
import type { DeviceSurface } from './registered-device-store.ts'

/** The oldest version that is taken, per surface. What is absent stays; `null` takes any. */
export type LeastVersionsChange = Partial<Readonly<Record<DeviceSurface, string | null>>>

/**
 * Change which versions of the Authenticator an organisation takes.
 *
 * @throws IdentityRefusal `not_permitted`, `invalid_input` with the surface as detail
 */
export async function changeAuthenticatorSettings(
  deps: Deps,
  ask: Attribution & { readonly tenantId: string; readonly leastVersions: LeastVersionsChange },
): Promise<AuthenticatorSettings> {
  const { tenantId, actor } = ask
  return deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor }, 'change the organisation')
    const { settings } = await getTenant(tx, tenantId)
    const leastVersions = withChange(settings.authenticator.leastVersions, ask.leastVersions)
    const authenticator = { ...settings.authenticator, leastVersions }
    await tx.tenants.putSettings(tenantId, { ...settings, authenticator })
    await appendAudit(tx, deps, ask, {
      activity: 'settings_changed',
      target: { kind: 'organisation', id: tenantId },
      detail: {
        changed: 'authenticator',
        leastVersions: Object.entries(leastVersions)
          .map((pair) => pair.join(' '))
          .join(', '),
      },
    })
    return authenticator
  })
}

function withChange(
  before: AuthenticatorSettings['leastVersions'],
  change: LeastVersionsChange,
): AuthenticatorSettings['leastVersions'] {
  const after = (['extension', 'phoneApp', 'agent'] as const).map((surface) => {
    const said = change[surface]
    if (said === undefined) return [surface, before[surface]] as const
    return [
      surface,
      said === null || said.trim() === '' ? undefined : readAppVersion(said.trim(), surface),
    ] as const
  })
  return Object.fromEntries(after.filter(([, version]) => version !== undefined))
}
