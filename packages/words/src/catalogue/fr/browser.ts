import type { Words } from '../../words.ts'

/** What browsers and systems are called. */
export const browserWords: Words['browser'] = {
  on: ({ browser, system }) => `${browser} sur ${system}`,
  unknown: 'Un navigateur inconnu',
  unknownSystem: 'un système inconnu',
}
