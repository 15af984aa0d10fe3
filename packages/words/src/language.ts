/** The languages there is a catalogue for, as BCP 47 tags. */
export const languages = ['en', 'de', 'fr', 'es', 'ja'] as const

export type Language = (typeof languages)[number]

/**
 * Choose the language to speak: what the person asked for first, then what the browser asks for, then English.
 *
 * @param acceptLanguage the header as sent; anything unreadable in it is passed over
 * @param preferred a BCP 47 tag, as kept for the person
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 */
export function chooseLanguage(acceptLanguage: string | undefined, preferred?: string): Language {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .slice(0, 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2)
      return { tag, weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
  for (const tag of [preferred?.toLowerCase() ?? '', ...asked]) {
    const primary = tag.split('-')[0]
    const found = languages.find((language) => language === tag || language === primary)
    if (found !== undefined) return found
  }
  return 'en'
}
