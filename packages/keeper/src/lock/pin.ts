import { KeeperRefusal } from '../refusal.ts'

const shortest = 6
const longest = 64

/**
 * Take a new PIN: six characters or more, of any kind, and none of those everybody tries first.
 *
 * @returns it in the one spelling that is stretched (NFC)
 * @throws KeeperRefusal `pin_too_short`, `pin_too_simple`
 */
export function readNewPin(text: string): string {
  const pin = text.normalize('NFC')
  const points = [...pin].map((character) => character.codePointAt(0) ?? 0)
  if (points.length < shortest || points.length > longest) throw new KeeperRefusal('pin_too_short')
  const steps = points.slice(1).map((point, i) => point - (points[i] ?? 0))
  const [step = 0] = steps
  const isRun = Math.abs(step) <= 1 && steps.every((other) => other === step)
  if (isRun || isRepeated(pin)) throw new KeeperRefusal('pin_too_simple')
  return pin
}

/** 121212 and 123123: a half or a third of it again. */
function isRepeated(pin: string): boolean {
  return [1, 2, 3].some(
    (length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length),
  )
}

/** How many wrong PINs in a row are borne. */
export const mostWrongPins = 10

/** Seconds to wait after so many wrong PINs in a row. The first three are slips. */
const waits = [0, 0, 0, 0, 30, 60, 300, 900, 3600, 3 * 3600]

/** @returns seconds until the next try may be made, after this many wrong ones */
export function secondsToWait(wrongPins: number): number {
  return waits[Math.min(wrongPins, waits.length - 1)] ?? 0
}
