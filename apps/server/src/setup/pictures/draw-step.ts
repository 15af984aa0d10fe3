import type { GuideStepId } from '@latchkey/words/guide'
import { type Html, toText } from '../../page/html.ts'
import { readRules } from '../../page/page-style.ts'
import { pagePictures } from './page-pictures.ts'
import type { PictureAsk } from './picture-ask.ts'
import { savePictures } from './save-pictures.ts'
import { scenePictures } from './scene-pictures.ts'
import { settingsPictures } from './settings-pictures.ts'

/** Which step has which picture. One without says all there is to say in words. */
const pictures: Partial<Record<GuideStepId, (ask: PictureAsk) => Html>> = {
  ...settingsPictures,
  ...pagePictures,
  ...savePictures,
  ...scenePictures,
}

/** Draw the picture of a step, for a page of ours. */
export function drawStep(step: GuideStepId, ask: PictureAsk): Html | undefined {
  return pictures[step]?.(ask)
}

/** The rules that pictures need. */
export const pictureSheet = new URL('./pictures.css', import.meta.url)

/** In an organisation's colour, on light ground and on dark. */
interface Accents {
  readonly light: string
  readonly onLight: string
  readonly dark: string
  readonly onDark: string
}

/**
 * Write a picture as a file of its own, with its rules inside: it follows the scheme of whatever shows it.
 *
 * @returns a `data:` address
 */
export function toPictureAddress(picture: Html, { light, onLight, dark, onDark }: Accents): string {
  const set = (accent: string, on: string) => `svg{--accent:${accent};--on-accent:${on}}`
  const accents = `${set(light, onLight)}@media(prefers-color-scheme:dark){${set(dark, onDark)}}`
  const svg = toText(picture).replace('>', () => `><style>${accents}${readRules(pictureSheet)}</style>`)
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
