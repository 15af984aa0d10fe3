const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * Read base32 as people type it: in either case, with spaces, with or without padding.
 *
 * @returns undefined for anything else
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-6
 */
export function readBase32(text: string): Uint8Array<ArrayBuffer> | undefined {
  const characters = text.toUpperCase().replace(/[\s-]/g, '').replace(/=+$/, '')
  if (!/^[A-Z2-7]+$/.test(characters)) return undefined
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const character of characters) {
    held = (held << 5) | alphabet.indexOf(character)
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 0xff)
      held &= (1 << bits) - 1
    }
  }
  return bytes.length === 0 ? undefined : Uint8Array.from(bytes)
}
