// Follows §7.2 of WebAuthn Level 3 as of 2026-07-30 (146d0db0), in its order.
import { type CborMap, equalBytes } from '@latchkey/encoding'
import { readAuthenticatorData } from './authenticator-data.ts'
import { type ExpectedCeremony, sha256, verifyAuthenticatorFlags, verifyClientData } from './ceremony.ts'
import type { AuthenticationResponse } from './read-authentication-response.ts'
import { CeremonyRefusal } from './refusal.ts'
import type { AuthenticatorAttachment } from './response-json.ts'
import { isSignedBy, type VerifyingKey } from './verifying-key.ts'

/** What the answer to an authentication is held against. */
export interface ExpectedAuthentication extends ExpectedCeremony {
  /** The credentials that were asked for. Absent or empty: any that is ours. */
  readonly allowCredentials?: readonly Uint8Array[]
  /**
   * Whether the answer must say whose key it is. `required` when the person was not named before the ceremony: then
   * nothing else says so.
   */
  readonly userHandle: 'required' | 'if_present'
  /** The record we keep of the credential the answer names. */
  readonly credential: {
    readonly id: Uint8Array
    readonly publicKey: VerifyingKey
    readonly signCount: number
    readonly backupEligible: boolean
    /** Of the person the record belongs to. */
    readonly userHandle: Uint8Array
  }
  /** What to do when the signature counter did not grow. It is always told; by default it does not refuse. */
  readonly signatureCounter?: 'report' | 'refuse'
}

/** What a verified authentication established. */
export interface AuthenticationFacts {
  readonly credentialId: Uint8Array
  readonly userPresent: boolean
  readonly userVerified: boolean
  readonly backupEligible: boolean
  readonly backupState: boolean
  /** What we had, what came, and whether that is a sign of a copied key. Store `received`. */
  readonly signCount: { readonly stored: number; readonly received: number; readonly regressed: boolean }
  readonly origin: string
  readonly crossOrigin: boolean
  readonly topOrigin?: string
  /** What the authenticator said about extensions: signed. */
  readonly extensions?: CborMap
  /** What the client said about extensions: unsigned. */
  readonly clientExtensionResults: Readonly<Record<string, unknown>>
  /** What the client said, unsigned: for hints, never for a decision. */
  readonly claimedAttachment?: AuthenticatorAttachment
}

/**
 * Verify the answer to an authentication.
 *
 * The challenge is compared; that it is one of ours, fresh, and spent only once, is for the caller. So is looking up
 * the record by the answer's `credentialId`. Synchronous: a sign-in costs little more than its signature.
 *
 * @throws CeremonyRefusal
 * @see https://www.w3.org/TR/webauthn-3/#sctn-verifying-assertion
 */
export function verifyAuthentication(
  response: AuthenticationResponse,
  expected: ExpectedAuthentication,
): AuthenticationFacts {
  const { credential } = expected

  // The credential is one that was asked for, and the person's whose record this is.
  if (expected.allowCredentials !== undefined && expected.allowCredentials.length > 0) {
    const asked = expected.allowCredentials.some((id) => equalBytes(id, response.credentialId))
    if (!asked) throw new CeremonyRefusal('credential_not_allowed')
  }
  if (!equalBytes(credential.id, response.credentialId)) throw new CeremonyRefusal('credential_mismatch')
  if (response.userHandle === undefined) {
    if (expected.userHandle === 'required') throw new CeremonyRefusal('user_handle_missing')
  } else if (!equalBytes(response.userHandle, credential.userHandle)) {
    throw new CeremonyRefusal('user_handle_mismatch')
  }

  verifyClientData(response.clientData, 'webauthn.get', expected)

  const data = readAuthenticatorData(response.authenticatorData)
  // §6.1: only a registration carries a credential.
  if (data.attestedCredential !== undefined) throw new CeremonyRefusal('attested_credential_unexpected')
  verifyAuthenticatorFlags(data, expected, 'required')

  // §7.2: whether a key may be copied is decided when it is made.
  if (data.backupEligible !== credential.backupEligible)
    throw new CeremonyRefusal('backup_eligibility_changed')

  const signed = Buffer.concat([response.authenticatorData, sha256(response.clientDataJSON)])
  if (!isSignedBy(credential.publicKey, signed, response.signature))
    throw new CeremonyRefusal('signature_invalid')

  // §7.2: a counter that does not grow is a hint that a copy exists, not a proof. Zero on both sides: no counter.
  const { signCount } = data
  const counts = signCount !== 0 || credential.signCount !== 0
  const regressed = counts && signCount <= credential.signCount
  if (regressed && expected.signatureCounter === 'refuse') {
    throw new CeremonyRefusal('signature_counter_regressed')
  }

  return {
    credentialId: response.credentialId,
    userPresent: data.userPresent,
    userVerified: data.userVerified,
    backupEligible: data.backupEligible,
    backupState: data.backupState,
    signCount: { stored: credential.signCount, received: signCount, regressed },
    origin: response.clientData.origin,
    crossOrigin: response.clientData.crossOrigin,
    ...(response.clientData.topOrigin !== undefined && { topOrigin: response.clientData.topOrigin }),
    ...(data.extensions && { extensions: data.extensions }),
    clientExtensionResults: response.clientExtensionResults,
    ...(response.authenticatorAttachment && { claimedAttachment: response.authenticatorAttachment }),
  }
}
