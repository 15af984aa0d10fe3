import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { type CoseKey, CoseKeyRefusal, readCoseKey, toBase64url } from '@latchkey/encoding'
import { type Algorithm, findAlgorithm, isSignature } from './algorithm.ts'
import { CeremonyRefusal } from './refusal.ts'

/**
 * A credential public key, ready to verify with. Making one costs about as much as using it, so keep it.
 */
export interface VerifyingKey {
  /** COSE's number. */
  readonly algorithm: number
  readonly key: KeyObject
  readonly how: Algorithm
}

/**
 * Import a credential public key, so that it can be kept and used many times.
 *
 * @param coseBytes the COSE key as the authenticator gave it
 * @throws CeremonyRefusal `public_key_malformed` if it is not a key, or its point is not on its curve;
 *   `algorithm_unsupported` if we, or this runtime, cannot verify with it
 */
export function importPublicKey(coseBytes: Uint8Array): VerifyingKey {
  return toVerifyingKey(readCredentialKey(coseBytes))
}

/** Read a credential public key, in the words of the ceremony. */
export function readCredentialKey(coseBytes: Uint8Array): CoseKey {
  try {
    return readCoseKey(coseBytes)
  } catch (cause) {
    if (!(cause instanceof CoseKeyRefusal)) throw cause
    const unknown = cause.code === 'unsupported_algorithm' || cause.code === 'unsupported_key_type'
    throw new CeremonyRefusal(unknown ? 'algorithm_unsupported' : 'public_key_malformed', {
      detail: cause.code,
      cause,
    })
  }
}

export function toVerifyingKey(cose: CoseKey): VerifyingKey {
  const how = findAlgorithm(cose.algorithm)
  if (how === undefined) throw new CeremonyRefusal('algorithm_unsupported')
  try {
    return { algorithm: cose.algorithm, how, key: createPublicKey({ key: toJwk(cose), format: 'jwk' }) }
  } catch (cause) {
    throw new CeremonyRefusal(cose.kty === 'AKP' ? 'algorithm_unsupported' : 'public_key_malformed', {
      cause,
    })
  }
}

/** Tell whether a signature is this credential's over these bytes. */
export function isSignedBy(key: VerifyingKey, data: Uint8Array, signature: Uint8Array): boolean {
  return isSignature(key.how, key.key, data, signature)
}

/** The names COSE and JOSE have for the same members (RFC 7518 §6, RFC 8037, RFC 9864). */
function toJwk(cose: CoseKey): JsonWebKey {
  switch (cose.kty) {
    case 'EC2':
      return { kty: 'EC', crv: cose.curve, x: toBase64url(cose.x), y: toBase64url(cose.y) }
    case 'OKP':
      return { kty: 'OKP', crv: cose.curve, x: toBase64url(cose.x) }
    case 'RSA':
      return { kty: 'RSA', n: toBase64url(cose.n), e: toBase64url(cose.e) }
    case 'AKP':
      return {
        kty: 'AKP',
        alg: cose.algorithm === -48 ? 'ML-DSA-44' : 'ML-DSA-65',
        pub: toBase64url(cose.pub),
      }
  }
}
