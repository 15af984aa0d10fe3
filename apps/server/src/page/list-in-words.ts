import type { Words } from '@latchkey/words'

/** Say several things as one list, as the language does: with its own commas and its own "and". */
export function listInWords({ language }: Pick<Words, 'language'>, things: Iterable<string>): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(things)
}
