import { type KeyObject, verify } from 'node:crypto'

/** How a COSE algorithm is computed: the digest (none if the scheme has its own) and the one kind of key it takes. */
export interface Algorithm {
  readonly digest: 'sha1' | 'sha256' | 'sha384' | 'sha512' | null
  readonly keyType: string
  readonly namedCurve?: string
}

const ecdsa = (digest: 'sha256' | 'sha384' | 'sha512', namedCurve: string): Algorithm => ({
  digest,
  keyType: 'ec',
  namedCurve,
})
const rsa = (digest: 'sha1' | 'sha256' | 'sha384' | 'sha512'): Algorithm => ({ digest, keyType: 'rsa' })
const own = (keyType: string): Algorithm => ({ digest: null, keyType })

/**
 * The signature algorithms we verify, by COSE number.
 *
 * @see https://www.iana.org/assignments/cose/cose.xhtml#algorithms
 */
const algorithms = new Map<number, Algorithm>([
  [-7, ecdsa('sha256', 'prime256v1')], // ES256
  [-9, ecdsa('sha256', 'prime256v1')], // ESP256
  [-35, ecdsa('sha384', 'secp384r1')], // ES384
  [-51, ecdsa('sha384', 'secp384r1')], // ESP384
  [-36, ecdsa('sha512', 'secp521r1')], // ES512
  [-52, ecdsa('sha512', 'secp521r1')], // ESP512
  [-8, own('ed25519')], // EdDSA, with WebAuthn's curve
  [-19, own('ed25519')], // Ed25519
  [-53, own('ed448')], // Ed448
  [-48, own('ml-dsa-44')],
  [-49, own('ml-dsa-65')],
  [-257, rsa('sha256')], // RS256
  [-258, rsa('sha384')], // RS384
  [-259, rsa('sha512')], // RS512
])

/**
 * The algorithms to ask a new passkey for, by COSE number, the best understood first. ML-DSA is verified and not asked
 * for: no authenticator makes it yet, and a list too long frightens some.
 */
export const credentialAlgorithms: readonly number[] = [-7, -8, -257, -35, -36, -19, -53]

/** RS1 signs some TPM and Android statements, and nothing else (§8.3, and FIDO's registry). */
const RS1 = -65535
const rs1 = rsa('sha1')

/** Find how a COSE algorithm is computed. */
export function findAlgorithm(algorithm: number): Algorithm | undefined {
  return algorithms.get(algorithm)
}

/** Find how an algorithm of an attestation statement is computed, old TPMs' RS1 included. */
export function findStatementAlgorithm(algorithm: number): Algorithm | undefined {
  return algorithm === RS1 ? rs1 : algorithms.get(algorithm)
}

/** Tell whether this is the kind of key the algorithm takes. */
export function takesKey(algorithm: Algorithm, key: KeyObject): boolean {
  const curve = key.asymmetricKeyDetails?.namedCurve
  return key.asymmetricKeyType === algorithm.keyType && curve === algorithm.namedCurve
}

/**
 * Tell whether a signature is this key's over these bytes. Signatures of ECDSA are in DER, as WebAuthn has them
 * (§6.5.5). A signature that cannot be read is no signature.
 */
export function isSignature(
  algorithm: Algorithm,
  key: KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return verify(algorithm.digest, data, key, signature)
  } catch {
    return false
  }
}
