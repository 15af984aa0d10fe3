import { type CborMap, concatBytes, encodeCbor } from '@latchkey/encoding'

const UP = 0x01
const UV = 0x04
const BE = 0x08
const BS = 0x10
const AT = 0x40
const ED = 0x80

/** What the authenticator says under its signature. */
export interface AuthenticatorFacts {
  readonly rpIdHash: Uint8Array
  readonly userPresent: boolean
  readonly userVerified: boolean
  readonly backupEligible: boolean
  readonly backupState: boolean
  readonly signCount: number
  readonly attestedCredential?: {
    readonly aaguid: Uint8Array
    readonly credentialId: Uint8Array
    /** A COSE key. */
    readonly publicKey: Uint8Array
  }
  /** Left out if empty. */
  readonly extensions: CborMap
}

/**
 * Write authenticator data.
 *
 *     rpIdHash 32 | flags 1 | signCount 4 | aaguid 16 | idLength 2 | credentialId | publicKey | extensions …
 *                                         └──────────── of a new credential ────────────────┘ if there are any
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data
 */
export function encodeAuthenticatorData(facts: AuthenticatorFacts): Uint8Array<ArrayBuffer> {
  const { attestedCredential: attested, extensions } = facts
  const flags =
    (facts.userPresent ? UP : 0) |
    (facts.userVerified ? UV : 0) |
    (facts.backupEligible ? BE : 0) |
    (facts.backupState ? BS : 0) |
    (attested ? AT : 0) |
    (extensions.size > 0 ? ED : 0)
  return concatBytes(
    facts.rpIdHash,
    Uint8Array.of(flags),
    bigEndian(facts.signCount, 4),
    ...(attested
      ? [
          attested.aaguid,
          bigEndian(attested.credentialId.length, 2),
          attested.credentialId,
          attested.publicKey,
        ]
      : []),
    ...(extensions.size > 0 ? [encodeCbor(extensions)] : []),
  )
}

function bigEndian(value: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => Math.floor(value / 256 ** (length - 1 - i)) % 256)
}
