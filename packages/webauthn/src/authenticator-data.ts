import { ByteReader, type CborMap, CborRefusal, readCbor, readCborPrefix, toHex } from '@latchkey/encoding'
import { CeremonyRefusal } from './refusal.ts'
import { longestCredentialId } from './response-json.ts'

/**
 * What the authenticator signed.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data
 */
export interface AuthenticatorData {
  readonly rpIdHash: Uint8Array
  readonly userPresent: boolean
  readonly userVerified: boolean
  readonly backupEligible: boolean
  readonly backupState: boolean
  readonly signCount: number
  readonly attestedCredential?: AttestedCredential
  /** Authenticator extension outputs, by extension identifier. */
  readonly extensions?: CborMap
}

/** The credential inside authenticator data of a registration. */
export interface AttestedCredential {
  /** The model of authenticator, as it says itself; as a lower-case UUID. */
  readonly aaguid: string
  readonly aaguidBytes: Uint8Array
  readonly credentialId: Uint8Array
  /** A COSE key, unread. */
  readonly publicKey: Uint8Array
}

const UP = 0x01
const UV = 0x04
const BE = 0x08
const BS = 0x10
const AT = 0x40
const ED = 0x80

/**
 * Read authenticator data.
 *
 *     rpIdHash 32 | flags 1 | signCount 4 | aaguid 16 | idLength 2 | credentialId | publicKey | extensions …
 *                                         └──────────── only when AT is set ────────────────┘ only when ED is
 *
 * Reading establishes nothing. What the flags say counts only once a signature over these same bytes has been
 * verified. Reserved flags are ignored, as the standard wants.
 *
 * @throws CeremonyRefusal `authenticator_data_malformed` if the bytes end early or trail, an ID is longer than 1023
 *   bytes, or key or extensions are not CBOR maps; `backup_flags_impossible` if BS is set without BE.
 */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData {
  const reader = new ByteReader(bytes)
  try {
    const rpIdHash = reader.take(32)
    const flags = reader.uint(1)
    const signCount = reader.uint(4)

    // §6.1.3: a key that is backed up is one that may be.
    if ((flags & (BE | BS)) === BS) throw new CeremonyRefusal('backup_flags_impossible')

    const attestedCredential = (flags & AT) === 0 ? undefined : readAttestedCredential(reader)
    const extensions = (flags & ED) === 0 ? undefined : readExtensions(reader)
    reader.end()

    return {
      rpIdHash,
      userPresent: (flags & UP) !== 0,
      userVerified: (flags & UV) !== 0,
      backupEligible: (flags & BE) !== 0,
      backupState: (flags & BS) !== 0,
      signCount,
      ...(attestedCredential && { attestedCredential }),
      ...(extensions && { extensions }),
    }
  } catch (cause) {
    if (cause instanceof RangeError || cause instanceof CborRefusal) {
      throw new CeremonyRefusal('authenticator_data_malformed', { cause })
    }
    throw cause
  }
}

function readAttestedCredential(reader: ByteReader): AttestedCredential {
  const aaguidBytes = reader.take(16)
  const length = reader.uint(2)
  if (length === 0 || length > longestCredentialId) throw new RangeError(`a credential ID of ${length} bytes`)
  const credentialId = reader.take(length)
  const publicKey = reader.take(readCborPrefix(reader.peek()).length)
  return { aaguid: toUuid(aaguidBytes), aaguidBytes, credentialId, publicKey }
}

/** They are last, so nothing may follow them. */
function readExtensions(reader: ByteReader): CborMap {
  const extensions = readCbor(reader.take(reader.left))
  if (!(extensions instanceof Map)) throw new RangeError('extensions that are not a map')
  return extensions
}

function toUuid(bytes: Uint8Array): string {
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
