import { fromHex } from '@latchkey/encoding'

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a UUID as we write them: lower case, with hyphens. */
export function isUuid(text: string): boolean {
  return pattern.test(text)
}

/** The 16 bytes of a UUID. @throws RangeError if it is none: the ids we keep are all made by us */
export function fromUuid(uuid: string): Uint8Array {
  if (!isUuid(uuid)) throw new RangeError('not a UUID')
  return fromHex(uuid.replaceAll('-', ''))
}
