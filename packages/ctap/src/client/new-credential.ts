import { ByteReader, readCborPrefix } from '@latchkey/encoding'
import { CtapRefusal } from '../status.ts'

/** Where the attested credential begins: after RP ID hash, flags and counter. */
const attestedOffset = 37

/** Read whose authenticator data of a new credential this is, and which algorithm its key is for. */
export function readNewCredential(authenticatorData: Uint8Array): {
  readonly credentialId: Uint8Array
  readonly algorithm: number
} {
  const reader = new ByteReader(authenticatorData.subarray(attestedOffset))
  reader.take(16)
  const credentialId = reader.take(reader.uint(2))
  const { value } = readCborPrefix(reader.peek())
  const algorithm = value instanceof Map ? value.get(3) : undefined
  if (typeof algorithm !== 'number') throw new CtapRefusal('invalid_parameter')
  return { credentialId, algorithm }
}
