import { findProblemWords, type Words } from '@latchkey/words'
import type { ShownProblem } from './shown-problem.ts'

/**
 * What a person is told instead of the general words when the methods policy says no to a passkey: its reason. Of one
 * that is dormant also that it is kept.
 *
 * @param because the policy's name for it; what has no words of its own changes nothing
 */
export function toPolicyReason(
  said: Words,
  code: string,
  because: string | undefined,
): Partial<ShownProblem> {
  const help = `passkey_${because}`
  const words = findProblemWords(said, help)
  if (words === undefined) return {}
  if (code === 'passkey_dormant') return { detail: words.reason }
  if (code !== 'not_allowed_by_policy') return {}
  const { title, reason, next, whoCanFix } = words
  return { title, detail: reason, next, whoCanFix, help }
}
