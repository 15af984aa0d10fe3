import { toBase64url } from '@latchkey/encoding'
import { credentialAlgorithms } from '@latchkey/webauthn'
import type { Deps } from '../deps.ts'
import type { Person } from '../people/person.ts'
import type { CredentialRecord } from './credential-record.ts'

/** What the options for a new passkey are made of. */
export interface CreationTerms {
  readonly person: Person
  readonly challenge: Uint8Array
  /** What the person has: an authenticator that holds one of these is not to make another. */
  readonly known: readonly CredentialRecord[]
  readonly seconds: number
  readonly userVerification: 'required' | 'preferred'
  readonly attestation: 'none' | 'direct'
  readonly attachment?: 'platform' | 'cross-platform'
}

/**
 * Write the options that a browser makes a passkey by.
 *
 * @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson
 */
export function toCreationOptions(
  { rp }: Pick<Deps, 'rp'>,
  { person, challenge, known, seconds, userVerification, attestation, attachment }: CreationTerms,
): PublicKeyCredentialCreationOptionsJSON {
  return {
    rp: { id: rp.rpId, name: rp.rpName },
    user: {
      id: toBase64url(person.userHandle),
      name: person.userName,
      displayName: person.displayName,
    },
    challenge: toBase64url(challenge),
    pubKeyCredParams: credentialAlgorithms.map((alg) => ({ type: 'public-key', alg })),
    timeout: seconds * 1000,
    excludeCredentials: known.map(({ id, transports }) => ({
      id: toBase64url(id),
      type: 'public-key',
      transports: [...transports],
    })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification,
      ...(attachment !== undefined && { authenticatorAttachment: attachment }),
    },
    attestation,
    extensions: { credProps: true },
  }
}
