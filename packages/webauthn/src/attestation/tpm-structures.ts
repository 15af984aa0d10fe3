import { ByteReader } from '@latchkey/encoding'

/** The public area of a TPM object, as far as it describes a key. */
export type TpmPublicArea = {
  readonly nameAlgorithm: number
  /** TPMA_OBJECT. */
  readonly attributes: number
} & (
  | {
      readonly type: 'rsa'
      readonly keyBits: number
      readonly exponent: number
      readonly modulus: Uint8Array
    }
  | { readonly type: 'ecc'; readonly curve: number; readonly x: Uint8Array; readonly y: Uint8Array }
)

/** What a TPM says when it certifies an object, or that it made it. */
export interface TpmCertifyInfo {
  /** `TPM_GENERATED_VALUE`, if a TPM made the structure. */
  readonly magic: number
  /** `TPM_ST_ATTEST_CERTIFY` or `TPM_ST_ATTEST_CREATION`. */
  readonly type: number
  readonly extraData: Uint8Array
  /** The name of the object: the algorithm, and the digest of its public area. */
  readonly name: Uint8Array
}

const ALG_RSA = 0x0001
const ALG_SHA256 = 0x000b
const ALG_NULL = 0x0010
const ALG_RSASSA = 0x0014
const ALG_ECDSA = 0x0018
const ALG_ECDAA = 0x001a
const ALG_ECC = 0x0023

/**
 * Read a `TPMT_PUBLIC`.
 *
 *     type 2 | nameAlg 2 | objectAttributes 4 | authPolicy 2+n | parameters | unique
 *
 * @throws RangeError if it ends early, goes on too long, or is of another kind of key
 * @see Trusted Platform Module Library, Part 2: Structures, 12.2.4
 */
export function readPublicArea(bytes: Uint8Array): TpmPublicArea {
  const reader = new ByteReader(bytes)
  const type = reader.uint(2)
  const nameAlgorithm = reader.uint(2)
  const attributes = reader.uint(4)
  takeSized(reader)

  skipSymmetric(reader)
  skipScheme(reader)
  const key = type === ALG_RSA ? readRsa(reader) : type === ALG_ECC ? readEcc(reader) : undefined
  if (key === undefined) throw new RangeError('neither RSA nor ECC')
  reader.end()
  return { nameAlgorithm, attributes, ...key }
}

/**
 * Read a `TPMS_ATTEST` that certifies an object, or its creation: they are laid out alike.
 *
 *     magic 4 | type 2 | qualifiedSigner 2+n | extraData 2+n | clockInfo 17 | firmwareVersion 8 |
 *     name 2+n | qualifiedName or creationHash 2+n
 *
 * @throws RangeError if it ends early or goes on too long
 * @see Trusted Platform Module Library, Part 2: Structures, 10.12.12
 */
export function readCertifyInfo(bytes: Uint8Array): TpmCertifyInfo {
  const reader = new ByteReader(bytes)
  const magic = reader.uint(4)
  const type = reader.uint(2)
  takeSized(reader)
  const extraData = takeSized(reader)
  reader.take(17 + 8)
  const name = takeSized(reader)
  takeSized(reader)
  reader.end()
  return { magic, type, extraData, name }
}

/** The signature of a `TPMT_SIGNATURE`, with SHA-256. */
export type TpmSignature =
  | { readonly scheme: 'ecdsa'; readonly r: Uint8Array; readonly s: Uint8Array }
  | { readonly scheme: 'rsassa'; readonly bytes: Uint8Array }

/**
 * Read a `TPMT_SIGNATURE` by ECDSA or RSASSA, with SHA-256.
 *
 *     sigAlg 2 | hash 2 | r 2+n | s 2+n     or     sigAlg 2 | hash 2 | signature 2+n
 *
 * @throws RangeError if it ends early, goes on too long, or is of another scheme
 * @see Trusted Platform Module Library, Part 2: Structures, 11.3.4
 */
export function readTpmSignature(bytes: Uint8Array): TpmSignature {
  const reader = new ByteReader(bytes)
  const scheme = reader.uint(2)
  if (reader.uint(2) !== ALG_SHA256) throw new RangeError('not SHA-256')
  if (scheme !== ALG_ECDSA && scheme !== ALG_RSASSA) throw new RangeError('neither ECDSA nor RSASSA')
  const signature: TpmSignature =
    scheme === ALG_ECDSA
      ? { scheme: 'ecdsa', r: takeSized(reader), s: takeSized(reader) }
      : { scheme: 'rsassa', bytes: takeSized(reader) }
  reader.end()
  return signature
}

/**
 * Read what is in a `TPM2B`: two bytes of length, as many bytes, and nothing after them.
 *
 * @throws RangeError
 */
export function readSized(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes)
  const content = takeSized(reader)
  reader.end()
  return content
}

function readRsa(reader: ByteReader) {
  const keyBits = reader.uint(2)
  // Zero means the usual one (Part 2, 12.2.3.5).
  const exponent = reader.uint(4) || 65_537
  return { type: 'rsa', keyBits, exponent, modulus: takeSized(reader) } as const
}

function readEcc(reader: ByteReader) {
  const curve = reader.uint(2)
  if (reader.uint(2) !== ALG_NULL) reader.take(2)
  return { type: 'ecc', curve, x: takeSized(reader), y: takeSized(reader) } as const
}

/** A signing key has none, but the structure has room for an algorithm, a length and a mode. */
function skipSymmetric(reader: ByteReader): void {
  if (reader.uint(2) !== ALG_NULL) reader.take(4)
}

function skipScheme(reader: ByteReader): void {
  const scheme = reader.uint(2)
  if (scheme !== ALG_NULL) reader.take(scheme === ALG_ECDAA ? 4 : 2)
}

/** A `TPM2B`: two bytes of length, and as many bytes. */
function takeSized(reader: ByteReader): Uint8Array {
  return reader.take(reader.uint(2))
}
