import type { Reviewed } from '@latchkey/guidance'
import type { GuideWords } from '@latchkey/words/guide'

/** Say when a step was last gone over, and against what. */
export function sayReviewed(
  { language, plan }: GuideWords,
  { on, system, version, browser }: Reviewed,
): string {
  const date = new Date(`${on}T12:00:00Z`).toLocaleDateString(language, { dateStyle: 'long' })
  if (system !== undefined && browser !== undefined) {
    const newest = version === undefined ? system : `${system} ${version.replace('-', ' ')}`
    return plan.reviewedOn({ date, system: newest, browser })
  }
  return plan.reviewed({ date })
}
