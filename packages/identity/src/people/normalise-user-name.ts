import { IdentityRefusal } from '../refusal.ts'

const longestUserName = 256

/**
 * Write a user name the one way it is kept: without space around it, compatibility characters folded (NFKC), lower case.
 *
 * @throws IdentityRefusal `invalid_input` if it is empty, longer than 256 characters, or has space or control
 *   characters inside
 */
export function normaliseUserName(text: string): string {
  // Folding may bring capitals and space back, so it comes first; long texts are refused before any work.
  if (text.length > 4 * longestUserName) throw new IdentityRefusal('invalid_input', { detail: 'userName' })
  const name = text.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
  if (name.length === 0 || name.length > longestUserName || /[\s\p{C}]/u.test(name)) {
    throw new IdentityRefusal('invalid_input', { detail: 'userName' })
  }
  return name
}
