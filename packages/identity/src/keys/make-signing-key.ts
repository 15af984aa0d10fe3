import { createHash, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { toBase64url } from '@latchkey/encoding'
import type { Deps } from '../deps.ts'
import { signingKeyBound, signingKeyPurpose } from './signing-key-seal.ts'
import type { SigningKey } from './signing-key-store.ts'

/** The algorithms that every tenant has a key for. */
export const signingAlgorithms = ['ES256', 'RS256'] as const

type SigningAlgorithm = (typeof signingAlgorithms)[number]

const generate = promisify(generateKeyPair)

/** Make a signing key and seal its private part. */
export async function makeSigningKey(
  deps: Pick<Deps, 'keyring' | 'now'>,
  tenantId: string,
  algorithm: SigningAlgorithm,
  activeFrom: Date,
): Promise<SigningKey> {
  const { publicKey, privateKey } =
    algorithm === 'ES256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: 2048 })
  const keyId = thumbprint(publicKey)
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: algorithm, use: 'sig' }
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' })
  const bound = signingKeyBound({ tenantId, keyId, algorithm })
  return {
    tenantId,
    keyId,
    algorithm,
    publicJwk: JSON.stringify(jwk),
    sealedPrivateKey: deps.keyring.seal(signingKeyPurpose, pkcs8, bound),
    createdAt: deps.now(),
    activeFrom,
  }
}

/** A name that nobody has to choose: the hash of the public key. */
function thumbprint(publicKey: KeyObject): string {
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return toBase64url(createHash('sha256').update(spki).digest().subarray(0, 16))
}
