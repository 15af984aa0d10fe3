const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** What each UTF-16 code unit below 256 stands for; 64 is "nothing". */
const sextets = new Uint8Array(256).fill(64)
for (let i = 0; i < alphabet.length; i++) sextets[alphabet.charCodeAt(i)] = i

/** Why a text is not base64url. */
export type Base64urlRefusalCode =
  /** A character outside the alphabet: padding, whitespace, `+` and `/` included. */
  | 'bad_character'
  /** A length no byte string has. */
  | 'bad_length'
  /** The last character has bits set that belong to no byte, so another text means the same bytes. */
  | 'not_canonical'

/** A text that is not base64url. */
export class Base64urlRefusal extends Error {
  override readonly name = 'Base64urlRefusal'
  readonly code: Base64urlRefusalCode

  constructor(code: Base64urlRefusalCode) {
    super(code)
    this.code = code
  }
}

/**
 * Read base64url without padding. Every byte string has exactly one spelling: padding, whitespace, the other
 * alphabet and stray bits in the last character are refused.
 *
 * @throws Base64urlRefusal
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-5
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const length = text.length
  const tail = length & 3
  if (tail === 1) throw new Base64urlRefusal('bad_length')

  const whole = length - tail
  const bytes = new Uint8Array((whole >> 2) * 3 + (tail === 0 ? 0 : tail - 1))
  let seen = 0
  let at = 0
  // One pass without branches per character: a bad one has bit 6 set (or lies beyond the table), and `seen` keeps it.
  for (let i = 0; i < whole; i += 4) {
    const group =
      (valueAt(text, i) << 21) |
      (valueAt(text, i + 1) << 14) |
      (valueAt(text, i + 2) << 7) |
      valueAt(text, i + 3)
    seen |= group
    bytes[at++] = ((group >> 19) & 0xfc) | ((group >> 18) & 0x03)
    bytes[at++] = ((group >> 10) & 0xf0) | ((group >> 9) & 0x0f)
    bytes[at++] = ((group >> 1) & 0xc0) | (group & 0x3f)
  }
  if ((seen & badInGroup) !== 0) throw new Base64urlRefusal('bad_character')
  if (tail > 0) readTail(text, whole, bytes, at)
  return bytes
}

/** Bit 6 of each of the four sevens of bits in a group. */
const badInGroup = (64 << 21) | (64 << 14) | (64 << 7) | 64

function valueAt(text: string, index: number): number {
  return sextets[text.charCodeAt(index)] ?? 64
}

function readTail(text: string, from: number, bytes: Uint8Array, at: number): void {
  const first = valueAt(text, from)
  const second = valueAt(text, from + 1)
  const third = from + 2 < text.length ? valueAt(text, from + 2) : 0
  if (((first | second | third) & 64) !== 0) throw new Base64urlRefusal('bad_character')

  const two = from + 2 === text.length
  if (two ? (second & 0x0f) !== 0 : (third & 0x03) !== 0) throw new Base64urlRefusal('not_canonical')
  bytes[at] = (first << 2) | (second >> 4)
  if (!two) bytes[at + 1] = (second << 4) | (third >> 2)
}

/**
 * Write bytes as base64url without padding.
 */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63)
    if (i + 1 < bytes.length) text += alphabet.charAt((group >> 6) & 63)
    if (i + 2 < bytes.length) text += alphabet.charAt(group & 63)
  }
  return text
}
