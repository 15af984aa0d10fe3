import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { requirePermission } from '../people/require-permission.ts'
import { getTenant } from '../tenants/get-tenant.ts'

/**
 * Let the FIDO metadata vouch for models in an organisation, or let it vouch for none. Passkeys that were proven by it
 * stay proven: attestation binds at registration.
 *
 * @throws IdentityRefusal `not_permitted`
 */
export async function setMetadataTrust(
  deps: Deps,
  by: Attribution & { readonly tenantId: string },
  { trusted }: { readonly trusted: boolean },
): Promise<void> {
  const { tenantId } = by
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, by, 'change the organisation')
    const { settings, displayName } = await getTenant(tx, tenantId)
    if (settings.attestation.trustMetadata === trusted) return
    const attestation = { ...settings.attestation, trustMetadata: trusted }
    await tx.tenants.putSettings(tenantId, { ...settings, attestation })
    await appendAudit(tx, deps, by, {
      activity: 'metadata_trust_changed',
      target: { kind: 'tenant', id: tenantId, name: displayName },
      detail: { trusted: String(trusted) },
    })
  })
}
