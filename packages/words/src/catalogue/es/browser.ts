import type { Words } from '../../words.ts'

/** What browsers and systems are called. */
export const browserWords: Words['browser'] = {
  on: ({ browser, system }) => `${browser} en ${system}`,
  unknown: 'Un navegador desconocido',
  unknownSystem: 'un sistema desconocido',
}
