import type { Words } from '../../words.ts'

/** What browsers and systems are called. */
export const browserWords: Words['browser'] = {
  on: ({ browser, system }) => `${system}の${browser}`,
  unknown: '不明なブラウザー',
  unknownSystem: '不明なシステム',
}
