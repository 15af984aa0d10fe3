import { importPublicKey, type VerifyingKey } from '@latchkey/webauthn'
import type { Deps } from '../deps.ts'
import { memoryOf } from '../memory.ts'
import type { CredentialRecord } from './credential-record.ts'

/** The public key of a record, imported once and kept: importing costs as much as verifying. */
export function verifyingKeyOf(deps: Pick<Deps, 'stores'>, { publicKey }: CredentialRecord): VerifyingKey {
  const { verifyingKeys } = memoryOf(deps.stores)
  // One character for each byte.
  const name = Buffer.from(publicKey.buffer, publicKey.byteOffset, publicKey.length).toString('latin1')
  const known = verifyingKeys.get(name)
  if (known !== undefined) return known
  const key = importPublicKey(publicKey)
  verifyingKeys.set(name, key)
  return key
}
