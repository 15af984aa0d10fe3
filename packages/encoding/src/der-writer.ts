import { concatBytes } from './bytes.ts'
import { DerTag } from './der.ts'
import { toUtf8 } from './utf8.ts'

const CONSTRUCTED = 0x20
const CONTEXT = 0x80

/** Write one element: its identifier octet, its length in the shortest form, its content. */
function writeElement(identifier: number, ...content: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes(...content)
  return concatBytes(Uint8Array.of(identifier), writeLength(body.length), body)
}

function writeLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length)
  const bytes: number[] = []
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256)
  return Uint8Array.of(0x80 | bytes.length, ...bytes)
}

/**
 * Write DER: as much as a certificate needs. What comes out is read again by `readDer`.
 *
 * @see https://www.itu.int/rec/T-REC-X.690 §10
 */
export const writeDer = {
  sequence: (...parts: readonly Uint8Array[]) => writeElement(DerTag.sequence | CONSTRUCTED, ...parts),
  set: (part: Uint8Array) => writeElement(DerTag.set | CONSTRUCTED, part),
  /** `[number] EXPLICIT`. */
  explicit: (number: number, ...parts: readonly Uint8Array[]) =>
    writeElement(CONTEXT | CONSTRUCTED | number, ...parts),
  /** `[number] IMPLICIT`, of something primitive. */
  implicit: (number: number, content: Uint8Array) => writeElement(CONTEXT | number, content),
  true: () => writeElement(DerTag.boolean, Uint8Array.of(0xff)),
  /** A number that is not negative, from its big-endian bytes. */
  unsigned: (bytes: Uint8Array) => writeElement(DerTag.integer, toUnsigned(bytes)),
  octetString: (bytes: Uint8Array) => writeElement(DerTag.octetString, bytes),
  /** @param unusedBits how many bits of the last byte do not count */
  bitString: (bytes: Uint8Array, unusedBits = 0) =>
    writeElement(DerTag.bitString, Uint8Array.of(unusedBits), bytes),
  objectId: (dotted: string) => writeElement(DerTag.objectId, toObjectId(dotted)),
  utf8String: (text: string) => writeElement(DerTag.utf8String, toUtf8(text)),
  /** ASCII, such as a country's two letters. */
  printableString: (text: string) => writeElement(DerTag.printableString, toUtf8(text)),
  /** UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5); whole seconds. */
  time: writeTime,
}

/** Without needless zeros, and with one where the first bit would make it negative. */
function toUnsigned(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first === -1 ? Uint8Array.of(0) : bytes.subarray(first)
  return (digits[0] ?? 0) >= 0x80 ? concatBytes(Uint8Array.of(0), digits) : digits
}

function toObjectId(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const bytes: number[] = []
  for (const arc of [first * 40 + second, ...rest]) {
    const sevens = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      sevens.unshift((left % 128) | 0x80)
    }
    bytes.push(...sevens)
  }
  return Uint8Array.from(bytes)
}

function writeTime(at: Date): Uint8Array {
  const digits = at.toISOString().replace(/[-:T]|\.\d+/g, '')
  return at.getUTCFullYear() < 2050
    ? writeElement(DerTag.utcTime, toUtf8(digits.slice(2)))
    : writeElement(DerTag.generalizedTime, toUtf8(digits))
}
