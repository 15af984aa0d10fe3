// Follows §7.1 of WebAuthn Level 3 as of 2026-07-30 (146d0db0), in its order.
import { type CborMap, equalBytes } from '@latchkey/encoding'
import { readAttestationObject } from './attestation/attestation-object.ts'
import type { AttestationFacts } from './attestation/statement.ts'
import { verifyStatement } from './attestation/verify-statement.ts'
import { readAuthenticatorData } from './authenticator-data.ts'
import { type ExpectedCeremony, sha256, verifyAuthenticatorFlags, verifyClientData } from './ceremony.ts'
import type { RegistrationResponse } from './read-registration-response.ts'
import { CeremonyRefusal } from './refusal.ts'
import type { AuthenticatorAttachment } from './response-json.ts'
import { readCredentialKey, toVerifyingKey } from './verifying-key.ts'

/** What the answer to a registration is held against. */
export interface ExpectedRegistration extends ExpectedCeremony {
  /** COSE numbers of the algorithms that were asked for. */
  readonly algorithms: readonly number[]
  /** `conditional` if the browser made the passkey by itself after a password: then nobody need have been there. */
  readonly mediation?: 'conditional'
}

/** What a verified registration established. */
export interface RegistrationFacts {
  readonly credentialId: Uint8Array
  /** COSE key, as the authenticator gave it. */
  readonly publicKey: Uint8Array
  readonly algorithm: number
  readonly signCount: number
  readonly userPresent: boolean
  readonly userVerified: boolean
  readonly backupEligible: boolean
  readonly backupState: boolean
  /** Lower-case UUID. A claim of the authenticator, unless `attestation` is trusted. */
  readonly aaguid: string
  readonly attestation: AttestationFacts
  readonly origin: string
  readonly crossOrigin: boolean
  readonly topOrigin?: string
  /** What the authenticator said about extensions: signed, if the attestation is. */
  readonly extensions?: CborMap
  /** What the client said about extensions: unsigned. */
  readonly clientExtensionResults: Readonly<Record<string, unknown>>
  /** What the client said, unsigned: for hints, never for a decision. */
  readonly transports: readonly string[]
  /** What the client said, unsigned: for hints, never for a decision. */
  readonly claimedAttachment?: AuthenticatorAttachment
  /** As they came, so that the attestation can be judged again. */
  readonly attestationObject: Uint8Array
  readonly clientDataJSON: Uint8Array
}

/**
 * Verify the answer to a registration.
 *
 * The challenge is compared; that it is one of ours, fresh, and spent only once, is for the caller. So are trust in
 * the attestation (`verifyTrust`), what the policy thinks of it, and that the credential ID is new.
 *
 * @throws CeremonyRefusal
 * @see https://www.w3.org/TR/webauthn-3/#sctn-registering-a-new-credential
 */
export function verifyRegistration(
  response: RegistrationResponse,
  expected: ExpectedRegistration,
): RegistrationFacts {
  verifyClientData(response.clientData, 'webauthn.create', expected)
  const clientDataHash = sha256(response.clientDataJSON)

  const { format, statement, authenticatorData } = readAttestationObject(response.attestationObject)
  const data = readAuthenticatorData(authenticatorData)
  verifyAuthenticatorFlags(data, expected, expected.mediation === 'conditional' ? 'not required' : 'required')

  const { attestedCredential } = data
  if (attestedCredential === undefined) throw new CeremonyRefusal('attested_credential_missing')
  // §5.1: `id` is what the authenticator made. Only the copy inside is signed.
  if (!equalBytes(attestedCredential.credentialId, response.credentialId)) {
    throw new CeremonyRefusal('credential_id_mismatch')
  }

  const coseKey = readCredentialKey(attestedCredential.publicKey)
  if (!expected.algorithms.includes(coseKey.algorithm)) throw new CeremonyRefusal('algorithm_not_allowed')
  const key = toVerifyingKey(coseKey)

  const attestation = verifyStatement(format, statement, {
    authenticatorData,
    clientDataHash,
    credential: attestedCredential,
    coseKey,
    key,
  })

  return {
    credentialId: attestedCredential.credentialId,
    publicKey: attestedCredential.publicKey,
    algorithm: coseKey.algorithm,
    signCount: data.signCount,
    userPresent: data.userPresent,
    userVerified: data.userVerified,
    backupEligible: data.backupEligible,
    backupState: data.backupState,
    aaguid: attestedCredential.aaguid,
    attestation,
    origin: response.clientData.origin,
    crossOrigin: response.clientData.crossOrigin,
    ...(response.clientData.topOrigin !== undefined && { topOrigin: response.clientData.topOrigin }),
    ...(data.extensions && { extensions: data.extensions }),
    clientExtensionResults: response.clientExtensionResults,
    transports: response.transports,
    ...(response.authenticatorAttachment && { claimedAttachment: response.authenticatorAttachment }),
    attestationObject: response.attestationObject,
    clientDataJSON: response.clientDataJSON,
  }
}
