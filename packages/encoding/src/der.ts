import { ByteReader } from './byte-reader.ts'
import { DerRefusal } from './der-refusal.ts'

/** The universal tags we meet, by number (X.680 §8.4). */
export const DerTag = {
  boolean: 1,
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  objectId: 6,
  enumerated: 10,
  utf8String: 12,
  sequence: 16,
  set: 17,
  printableString: 19,
  teletexString: 20,
  ia5String: 22,
  utcTime: 23,
  generalizedTime: 24,
  universalString: 28,
  bmpString: 30,
} as const

/** One DER element. What it holds are views into the bytes it was read from. */
export interface DerElement {
  /** `universal` tags are in `DerTag`; `context` ones mean what the structure says. */
  readonly tagClass: 'universal' | 'application' | 'context' | 'private'
  readonly tag: number
  readonly constructed: boolean
  /** Tag, length and content. */
  readonly bytes: Uint8Array
  readonly content: Uint8Array
}

const tagClasses = ['universal', 'application', 'context', 'private'] as const

/**
 * Read one DER element that is all there is. Lengths are definite and shortest; what is inside is read by
 * `readDerChildren`, one level at a time, so nesting costs no stack.
 *
 * @throws DerRefusal
 * @see https://www.itu.int/rec/T-REC-X.690 §10
 */
export function readDer(bytes: Uint8Array): DerElement {
  const [element, ...others] = readElements(bytes, 1)
  if (element === undefined) throw new DerRefusal('truncated')
  if (others.length > 0) throw new DerRefusal('trailing_bytes')
  return element
}

/**
 * Read the elements inside a constructed one, at most 256 of them.
 *
 * @throws DerRefusal `unexpected_element` if it is not constructed, or holds more
 */
export function readDerChildren(element: DerElement): DerElement[] {
  if (!element.constructed) throw new DerRefusal('unexpected_element')
  return readElements(element.content, 256)
}

/**
 * Read an integer or enumerated element of at most six bytes as a number.
 *
 * @throws DerRefusal `unexpected_element` if it is something else, `not_shortest` if it has a needless leading byte
 */
export function readDerInteger(element: DerElement): number {
  const content = readDerIntegerBytes(element)
  if (content.length > 6) throw new DerRefusal('unexpected_element')
  let value = (content[0] ?? 0) >= 0x80 ? -1 : 0
  for (const byte of content) value = value * 256 + byte
  return value
}

/**
 * Read an integer or enumerated element as the two's complement bytes it is.
 *
 * @throws DerRefusal as `readDerInteger`
 */
export function readDerIntegerBytes(element: DerElement): Uint8Array {
  const isInteger = element.tag === DerTag.integer || element.tag === DerTag.enumerated
  const [first, second] = element.content
  if (element.tagClass !== 'universal' || !isInteger || element.constructed || first === undefined) {
    throw new DerRefusal('unexpected_element')
  }
  const needless =
    second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))
  if (needless) throw new DerRefusal('not_shortest')
  return element.content
}

/**
 * Read a boolean element: DER knows two spellings.
 *
 * @throws DerRefusal `unexpected_element`
 */
export function readDerBoolean(element: DerElement): boolean {
  const [value] = requireDer(element, DerTag.boolean).content
  if (element.content.length !== 1 || (value !== 0 && value !== 0xff)) {
    throw new DerRefusal('unexpected_element')
  }
  return value === 0xff
}

/**
 * Read an object identifier as text: `1.2.840.10045.2.1`.
 *
 * @throws DerRefusal `unexpected_element` if it is something else, `not_shortest` for a padded arc
 */
export function readDerObjectId(element: DerElement): string {
  const { content } = requireDer(element, DerTag.objectId)
  if (content.length === 0 || content.length > 64 || (content.at(-1) ?? 0) >= 0x80) {
    throw new DerRefusal('unexpected_element')
  }
  const arcs: number[] = []
  let arc = 0
  for (const byte of content) {
    if (arc === 0 && byte === 0x80) throw new DerRefusal('not_shortest')
    arc = arc * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    if (arc > Number.MAX_SAFE_INTEGER) throw new DerRefusal('unexpected_element')
    arcs.push(arc)
    arc = 0
  }
  const [head = 0, ...rest] = arcs
  const root = Math.min(Math.floor(head / 40), 2)
  return [root, head - root * 40, ...rest].join('.')
}

/**
 * Read a bit string of whole bytes.
 *
 * @throws DerRefusal `unexpected_element`
 */
export function readDerBitString(element: DerElement): {
  readonly unusedBits: number
  readonly bytes: Uint8Array
} {
  const { content } = requireDer(element, DerTag.bitString)
  const [unusedBits] = content
  if (unusedBits === undefined || unusedBits > 7 || (content.length === 1 && unusedBits !== 0)) {
    throw new DerRefusal('unexpected_element')
  }
  return { unusedBits, bytes: content.subarray(1) }
}

/**
 * Give the element back if it is of this universal type, and constructed exactly if the type is.
 *
 * @throws DerRefusal `unexpected_element`
 */
export function requireDer(element: DerElement | undefined, tag: number): DerElement {
  if (element === undefined) throw new DerRefusal('truncated')
  const constructed = tag === DerTag.sequence || tag === DerTag.set
  if (element.tagClass !== 'universal' || element.tag !== tag || element.constructed !== constructed) {
    throw new DerRefusal('unexpected_element')
  }
  return element
}

function readElements(bytes: Uint8Array, most: number): DerElement[] {
  const reader = new ByteReader(bytes)
  const elements: DerElement[] = []
  try {
    while (reader.left > 0) {
      if (elements.length === most) throw new DerRefusal(most === 1 ? 'trailing_bytes' : 'unexpected_element')
      elements.push(readElement(reader, bytes))
    }
  } catch (cause) {
    if (cause instanceof RangeError) throw new DerRefusal('truncated', { cause })
    throw cause
  }
  return elements
}

function readElement(reader: ByteReader, bytes: Uint8Array): DerElement {
  const start = reader.offset
  const head = reader.uint(1)
  const tag = (head & 0x1f) === 0x1f ? readLongTag(reader) : head & 0x1f
  const content = reader.take(readLength(reader))
  return {
    tagClass: tagClasses[head >> 6] ?? 'universal',
    tag,
    constructed: (head & 0x20) !== 0,
    bytes: bytes.subarray(start, reader.offset),
    content,
  }
}

/** Android's key description numbers its tags up to 7xx, so two bytes are usual and three are plenty. */
function readLongTag(reader: ByteReader): number {
  let tag = 0
  for (let i = 0; i < 3; i++) {
    const byte = reader.uint(1)
    if (i === 0 && byte === 0x80) throw new DerRefusal('not_shortest')
    tag = tag * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      if (tag < 31) throw new DerRefusal('not_shortest')
      return tag
    }
  }
  throw new DerRefusal('unexpected_element')
}

function readLength(reader: ByteReader): number {
  const first = reader.uint(1)
  if (first < 0x80) return first
  const count = first & 0x7f
  if (count !== 1 && count !== 2 && count !== 3) throw new DerRefusal('not_shortest')
  const length = reader.uint(count)
  if (length < (count === 1 ? 0x80 : 256 ** (count - 1))) throw new DerRefusal('not_shortest')
  return length
}
