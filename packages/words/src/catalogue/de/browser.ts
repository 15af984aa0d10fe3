import type { Words } from '../../words.ts'

/** A device one works at, as opposed to a system one works under. */
const devices: ReadonlySet<string> = new Set(['iPhone', 'iPad', 'Mac'])

/** What browsers and systems are called. */
export const browserWords: Words['browser'] = {
  on: ({ browser, system }) =>
    devices.has(system) ? `${browser} auf dem ${system}` : `${browser} unter ${system}`,
  unknown: 'Ein unbekannter Browser',
  unknownSystem: 'einem unbekannten System',
}
