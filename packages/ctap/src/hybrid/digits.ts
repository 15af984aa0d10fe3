import { HybridRefusal } from './hybrid-refusal.ts'

/** How many digits a chunk of so many bytes takes. */
const widths = [0, 3, 5, 8, 10, 13, 15, 17]
const chunkBytes = 7
const chunkDigits = 17

/**
 * Write bytes as decimal digits, which a QR code holds in less room than letters: seven bytes, little-endian, are 17
 * digits; what is left over takes 3, 5, 8, 10, 13 or 15.
 *
 * @see https://fidoalliance.org/specs/fido-v2.3-ps-20260226/fido-client-to-authenticator-protocol-v2.3-ps-20260226.html#hybrid-qr-initiated
 */
export function toDigits(bytes: Uint8Array): string {
  let digits = ''
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const chunk = bytes.subarray(start, start + chunkBytes)
    const value = chunk.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
    digits += value.toString().padStart(widths[chunk.length] ?? 0, '0')
  }
  return digits
}

/**
 * Read bytes that were written as decimal digits.
 *
 * @throws HybridRefusal `bad_digits` for other characters, lengths that nothing has, and values too large for their bytes
 */
export function fromDigits(digits: string): Uint8Array<ArrayBuffer> {
  if (!/^[0-9]*$/.test(digits)) throw new HybridRefusal('bad_digits')
  const bytes: number[] = []
  for (let start = 0; start < digits.length; start += chunkDigits) {
    const chunk = digits.slice(start, start + chunkDigits)
    const length = widths.indexOf(chunk.length)
    let value = BigInt(chunk)
    if (length < 1 || value >> BigInt(8 * length) !== 0n) throw new HybridRefusal('bad_digits')
    for (let i = 0; i < length; i++, value >>= 8n) bytes.push(Number(value & 0xffn))
  }
  return Uint8Array.from(bytes)
}
