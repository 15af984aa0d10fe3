import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { IdentityRefusal } from '../refusal.ts'

/**
 * Read a public key on P-256: SubjectPublicKeyInfo in DER.
 *
 * @throws IdentityRefusal `invalid_input` for anything else
 */
export function readP256Key(spki: Uint8Array, field: string): KeyObject {
  const key = importKey(spki)
  if (key?.asymmetricKeyType !== 'ec' || key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') {
    throw new IdentityRefusal('invalid_input', { detail: field })
  }
  return key
}

/** Whether a signature (ES256: r and s, 64 bytes) is a key's. */
export function isSignedBy(spki: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = importKey(spki)
  if (key === undefined || signature.length !== 64) return false
  return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

function importKey(spki: Uint8Array): KeyObject | undefined {
  if (spki.length > 200) return undefined
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    // What is no key is refused by whoever asked.
    return undefined
  }
}
