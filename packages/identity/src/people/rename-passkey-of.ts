import { toBase64url } from '@latchkey/encoding'
import type { PersonTarget } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { readPasskeyName } from '../credentials/finish-registration.ts'
import type { Deps } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { requirePermission } from './require-permission.ts'

/**
 * Give somebody else's passkey another name. Whoever may remove one may name one; one's own is named by `renamePasskey`.
 *
 * @throws IdentityRefusal `not_found`, `not_permitted`, `invalid_input`
 */
export async function renamePasskeyOf(
  deps: Deps,
  ask: PersonTarget & { readonly credentialId: Uint8Array; readonly name: string },
): Promise<void> {
  const { tenantId, userId, credentialId } = ask
  const name = readPasskeyName(ask.name)
  await deps.stores.atomically(async (tx) => {
    await requirePermission(tx, ask, 'remove a method')
    if (ask.actor.userId === userId) throw new IdentityRefusal('not_permitted', { detail: 'for oneself' })
    const credential = await tx.credentials.find(tenantId, credentialId)
    if (credential?.userId !== userId) throw new IdentityRefusal('not_found', { detail: 'passkey' })
    await tx.credentials.putName(tenantId, userId, credentialId, name)
    await appendAudit(tx, deps, ask, {
      activity: 'passkey_renamed',
      target: { kind: 'passkey', id: toBase64url(credentialId), name },
      detail: { before: credential.name, userId },
    })
  })
}
