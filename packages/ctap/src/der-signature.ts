import { concatBytes } from '@latchkey/encoding'

/** Write a signature of ECDSA on P-256, `r` and `s` of 32 bytes each, as the DER sequence WebAuthn wants. */
export function toDerSignature(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const integers = concatBytes(toInteger(signature.subarray(0, 32)), toInteger(signature.subarray(32)))
  return concatBytes(Uint8Array.of(0x30, integers.length), integers)
}

function toInteger(bytes: Uint8Array): Uint8Array {
  const start = bytes.findIndex((byte) => byte !== 0)
  const shortest = start === -1 ? Uint8Array.of(0) : bytes.subarray(start)
  // A leading one would make it negative.
  const sign = (shortest[0] ?? 0) >= 0x80 ? [0] : []
  const content = concatBytes(Uint8Array.from(sign), shortest)
  return concatBytes(Uint8Array.of(0x02, content.length), content)
}
