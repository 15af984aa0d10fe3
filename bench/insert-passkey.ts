import type { Deps, Person } from '@latchkey/identity'
import { createSoftwarePasskey, type SoftwarePasskey } from './software-passkey.ts'

/** Give a person a passkey as if they had registered it: synced, used with user verification before. */
export async function insertPasskey(deps: Deps, person: Person): Promise<SoftwarePasskey> {
  const { tenantId, userId, userHandle } = person
  const { rpId, origins } = deps.rp
  const passkey = createSoftwarePasskey({ rpId, origin: origins[0] ?? '', userHandle })
  await deps.stores.credentials.insert({
    tenantId,
    userId,
    id: passkey.credentialId,
    rpId,
    publicKey: passkey.publicKey,
    algorithm: -7,
    signCount: 0,
    transports: ['internal', 'hybrid'],
    uvInitialized: true,
    backupEligible: true,
    backupState: true,
    aaguid: '00000000-0000-0000-0000-000000000000',
    attestation: { format: 'none', type: 'none', trusted: false, evidence: 'none' },
    name: 'Laptop',
    createdAt: deps.now(),
    createdBy: 'self',
  })
  return passkey
}
