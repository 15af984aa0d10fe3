import { isUuid } from '../ids/uuid.ts'
import { IdentityRefusal } from '../refusal.ts'

/**
 * Read the AAGUIDs of models, each once, in small letters and in order. All zero names no model.
 *
 * @throws IdentityRefusal `invalid_input` for `aaguids` if there is none, there are too many, or one is none
 */
export function readAaguids(
  texts: readonly string[],
  { most }: { readonly most: number },
): readonly string[] {
  const aaguids = [...new Set(texts.map((text) => text.trim().toLowerCase()))].toSorted()
  const wrong = aaguids.some((aaguid) => !isUuid(aaguid) || /^[0-]+$/.test(aaguid))
  if (!wrong && aaguids.length > 0 && aaguids.length <= most) return aaguids
  throw new IdentityRefusal('invalid_input', { detail: 'aaguids' })
}
