/** A text that is not pairs of hexadecimal digits. */
export class HexRefusal extends Error {
  override readonly name = 'HexRefusal'
  readonly code = 'not_hex'

  constructor() {
    super('not_hex')
  }
}

/**
 * Read pairs of hexadecimal digits, of either case, with nothing between them.
 *
 * @throws HexRefusal
 */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) throw new HexRefusal()
  const bytes = new Uint8Array(text.length / 2)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(i * 2, i * 2 + 2), 16)
  return bytes
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * Write bytes as lower-case hexadecimal digits.
 */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i++) text += pairs[bytes[i] ?? 0]
  return text
}
