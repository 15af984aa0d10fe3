import { IdentityRefusal } from '../refusal.ts'
import type { Session } from '../sessions/session.ts'
import type { Shelves } from '../stores.ts'
import type { CredentialRecord } from './credential-record.ts'

/** Get a passkey of the person whose session this is. @throws IdentityRefusal `not_found`, for somebody else's too */
export async function getOwnPasskey(
  tx: Pick<Shelves, 'credentials'>,
  { tenantId, userId }: Session,
  credentialId: Uint8Array,
): Promise<CredentialRecord> {
  const credential = await tx.credentials.find(tenantId, credentialId)
  if (credential?.userId !== userId) throw new IdentityRefusal('not_found', { detail: 'passkey' })
  return credential
}
