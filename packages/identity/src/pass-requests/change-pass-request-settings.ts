import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { readDomain } from '../tenants/read-domain.ts'
import type { PassRequestSettings } from '../tenants/tenant.ts'

/**
 * Change how requests for passes are decided. What is absent stays.
 *
 * @throws IdentityRefusal `not_permitted`, `invalid_input` with the property as detail
 */
export async function changePassRequestSettings(
  deps: Deps,
  ask: Attribution & { readonly tenantId: string; readonly change: Partial<PassRequestSettings> },
): Promise<PassRequestSettings> {
  const { tenantId, change } = ask
  return deps.stores.atomically(async (tx) => {
    await requirePermission(tx, { tenantId, actor: ask.actor }, 'change the organisation')
    const { settings } = await getTenant(tx, tenantId)
    const passRequests = readSettings({ ...settings.passRequests, ...change })
    await tx.tenants.putSettings(tenantId, { ...settings, passRequests })
    await appendAudit(tx, deps, ask, {
      activity: 'settings_changed',
      target: { kind: 'organisation', id: tenantId },
      detail: { changed: Object.keys(change).toSorted().join(' ') },
    })
    return passRequests
  })
}

function readSettings(settings: PassRequestSettings): PassRequestSettings {
  const { delayMinutes, waitDays, guardedMailDomains } = settings
  requireWithin(delayMinutes, 'delayMinutes', 0, 7 * 24 * 60)
  requireWithin(waitDays, 'waitDays', 1, 30)
  if (guardedMailDomains.length > 100)
    throw new IdentityRefusal('invalid_input', { detail: 'guardedMailDomains' })
  return { ...settings, guardedMailDomains: [...new Set(guardedMailDomains.map(readDomain))] }
}

function requireWithin(value: number, detail: string, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new IdentityRefusal('invalid_input', { detail })
  }
}
