import { fromUtf8, Utf8Refusal } from '@latchkey/encoding'
import { CtapRefusal } from '../status.ts'

/** In Unicode code points. */
export const smallestPinLength = 4

/**
 * Read a new PIN out of the 64 bytes it is padded to with zeros: at least four code points, at most 63 bytes.
 *
 * @returns the PIN's bytes
 * @throws CtapRefusal `invalid_parameter` for another length, `pin_policy_violation`
 */
export function readPaddedPin(padded: Uint8Array): Uint8Array {
  if (padded.length !== 64) throw new CtapRefusal('invalid_parameter')
  const end = padded.findLastIndex((byte) => byte !== 0) + 1
  const pin = padded.slice(0, end)
  if (end > 63 || countCodePoints(pin) < smallestPinLength) throw new CtapRefusal('pin_policy_violation')
  return pin
}

function countCodePoints(bytes: Uint8Array): number {
  try {
    return [...fromUtf8(bytes)].length
  } catch (cause) {
    if (cause instanceof Utf8Refusal) return 0
    throw cause
  }
}
