import type { RegistrationFacts } from '@latchkey/webauthn'
import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import type { Shelves } from '../stores.ts'
import type { AttestationVerdict } from '../trust/judge-attestation.ts'
import type { CredentialRecord } from './credential-record.ts'
import { findDecoy } from './decoy.ts'

/** A passkey that was verified and admitted. */
export interface NewPasskey {
  readonly person: Pick<Person, 'tenantId' | 'userId'>
  readonly facts: RegistrationFacts
  readonly verdict: AttestationVerdict
  readonly name: string
  readonly createdBy: 'self' | 'conditional' | 'interrupt' | 'administrator'
}

/** More than a person has devices; a script that registers without end is stopped. */
export const mostPasskeys = 20

/** Refuse one more passkey to whoever has so many. @throws IdentityRefusal `not_allowed_by_policy` */
export function requireFewPasskeys(held: number): void {
  if (held >= mostPasskeys) {
    throw new IdentityRefusal('not_allowed_by_policy', { detail: 'too many passkeys' })
  }
}

/**
 * Keep a new passkey, in the unit that spent its challenge.
 *
 * @throws IdentityRefusal `credential_already_registered`
 */
export async function insertNewPasskey(
  tx: Pick<Shelves, 'credentials'>,
  deps: Pick<Deps, 'rp' | 'now' | 'keyring'>,
  passkey: NewPasskey,
): Promise<CredentialRecord> {
  const credential = toCredentialRecord(deps, passkey)
  // An id that stands for nobody is as taken as a real one: else registering it would tell which names are.
  if (findDecoy(deps.keyring, credential.id) !== undefined) {
    throw new IdentityRefusal('credential_already_registered')
  }
  await tx.credentials.insert(credential)
  return credential
}

/** What the audit says of a new passkey. */
export function toPasskeyDetail(credential: CredentialRecord) {
  return {
    aaguid: credential.aaguid,
    attestation: credential.attestation.type,
    backupEligible: credential.backupEligible,
    userVerified: credential.uvInitialized,
    createdBy: credential.createdBy,
  }
}

function toCredentialRecord(
  deps: Pick<Deps, 'rp' | 'now'>,
  { person, facts, verdict, name, createdBy }: NewPasskey,
): CredentialRecord {
  return {
    tenantId: person.tenantId,
    userId: person.userId,
    id: facts.credentialId,
    rpId: deps.rp.rpId,
    publicKey: facts.publicKey,
    algorithm: facts.algorithm,
    signCount: facts.signCount,
    transports: facts.transports,
    uvInitialized: facts.userVerified,
    backupEligible: facts.backupEligible,
    backupState: facts.backupState,
    aaguid: facts.aaguid,
    attestation: {
      format: facts.attestation.format,
      type: facts.attestation.type,
      trusted: verdict.trusted,
      evidence: verdict.evidence,
      ...(verdict.anchor !== undefined && { anchor: verdict.anchor }),
      object: facts.attestationObject,
      clientDataJson: facts.clientDataJSON,
    },
    ...(verdict.deviceSerial !== undefined && { deviceSerial: verdict.deviceSerial }),
    name,
    createdAt: deps.now(),
    createdBy,
  }
}
