import { readBoot } from '@latchkey/api'
import { type Language, languages } from '@latchkey/words'

/** The language the admin centre speaks: the one the document came in. */
export function readLanguage(): Language {
  const { language: asked } = readBoot(document)
  return languages.find((language) => language === asked) ?? 'en'
}
