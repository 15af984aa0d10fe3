import type { Deps } from '../deps.ts'

/** No characters that look alike (0 O o, 1 I l i, 5 S s, 2 Z z, 8 B, u v) and none that spells a word badly in print. */
const alphabet = '34679ACDEFGHJKLMNPQRTUVWXYabcdefghjkmnpqrtwxy'

/**
 * Make the text of a pass, every character equally likely.
 *
 * Ten characters of 45 are 54 bits: with the limits on trying, nothing to guess in a lifetime of a day.
 */
export function newPassText(deps: Pick<Deps, 'random'>, length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of deps.random(length)) {
      // Bytes above the last whole multiple would make some characters likelier than others.
      if (byte < 256 - (256 % alphabet.length) && text.length < length) {
        text += alphabet.charAt(byte % alphabet.length)
      }
    }
  }
  return text
}

const longestTyped = 256

/** Read what somebody typed for a pass: space that came along with copying is no part of it. */
export function readTypedPass(text: string): string | undefined {
  const typed = text.slice(0, longestTyped + 1).replace(/\s/g, '')
  return typed.length > 0 && typed.length <= longestTyped ? typed : undefined
}
