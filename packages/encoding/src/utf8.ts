/** Bytes that are not UTF-8. */
export class Utf8Refusal extends Error {
  override readonly name = 'Utf8Refusal'
  readonly code = 'not_utf8'

  constructor(options?: ErrorOptions) {
    super('not_utf8', options)
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/**
 * Read UTF-8. Nothing is replaced and nothing is dropped: what is not UTF-8 is refused, and a byte order mark is
 * kept as the character it is.
 *
 * @throws Utf8Refusal
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    throw new Utf8Refusal({ cause })
  }
}

/**
 * Write text as UTF-8. A lone surrogate becomes U+FFFD, as everywhere on the web.
 */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text)
}
