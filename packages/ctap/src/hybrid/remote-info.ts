import { type CborMap, type CborValue, encodeCbor, readCbor } from '@latchkey/encoding'

/** Members of getInfo that are about commands which nobody sends from afar: PINs and large blobs. */
const localMembers = [0x06, 0x0b, 0x0d]
const localOptions = [
  'clientPin',
  'pinUvAuthToken',
  'noMcGaPermissionsWithClientPin',
  'credMgmt',
  'largeBlobs',
  'makeCredUvNotRqd',
]
/** They need the key agreement of a PIN's protocol, or a command of their own. */
const localExtensions = ['hmac-secret', 'largeBlobKey']

/**
 * Leave out of an answer to getInfo what cannot be done from afar. A browser that reads of tokens for user verification
 * asks for one before anything else, and gives up when it gets none.
 *
 * @param info CBOR, without a status
 */
export function toRemoteInfo(info: Uint8Array): Uint8Array {
  const map = readCbor(info)
  if (!(map instanceof Map)) throw new TypeError('getInfo answers with a map')
  const rest: CborMap = new Map([...map].filter(([key]) => !localMembers.some((member) => member === key)))
  return encodeCbor(new Map([...rest].map(([key, value]) => [key, withoutLocal(key, value)])))
}

function withoutLocal(key: unknown, value: CborValue): CborValue {
  if (key === 0x02 && Array.isArray(value)) {
    return value.filter((extension) => !localExtensions.some((one) => one === extension))
  }
  if (key === 0x04 && value instanceof Map) {
    return new Map([...value].filter(([option]) => !localOptions.some((one) => one === option)))
  }
  return value
}
