import { toBase64url } from '@latchkey/encoding'
import { importPublicKey, type VerifyingKey } from '@latchkey/webauthn'
import type { Deps } from '../deps.ts'
import { memoryOf } from '../memory.ts'
import type { CredentialRecord } from './credential-record.ts'

/** The public key of a record, imported once and kept: importing costs as much as verifying. */
export function verifyingKeyOf(deps: Pick<Deps, 'stores'>, record: CredentialRecord): VerifyingKey {
  const { verifyingKeys } = memoryOf(deps.stores)
  const name = `${record.tenantId} ${toBase64url(record.id)} ${toBase64url(record.publicKey)}`
  const known = verifyingKeys.get(name)
  if (known !== undefined) return known
  const key = importPublicKey(record.publicKey)
  verifyingKeys.set(name, key)
  return key
}
