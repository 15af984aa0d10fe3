import type { RuleDocuments } from '@latchkey/policy'
import { IdentityRefusal } from '../refusal.ts'

/** How many documents of each kind an organisation may have. Every sign-in looks at all of them. */
export const mostRules = {
  conditionalAccess: 500,
  strengths: 100,
  namedLocations: 500,
  authenticationContexts: 99,
  terms: 100,
} as const satisfies Partial<Record<keyof RuleDocuments, number>>

/**
 * Refuse a change that brings more documents than there may be. An organisation that has more already may change and
 * remove them.
 *
 * @throws IdentityRefusal `rules_full`
 */
export function refuseTooMany(before: RuleDocuments, after: RuleDocuments): void {
  for (const kind of ruleLists) {
    const most = mostRules[kind]
    if (after[kind].length > Math.max(most, before[kind].length)) {
      throw new IdentityRefusal('rules_full', { detail: `${kind}: ${most}` })
    }
  }
}

const ruleLists = [
  'conditionalAccess',
  'strengths',
  'namedLocations',
  'authenticationContexts',
  'terms',
] as const satisfies readonly (keyof typeof mostRules)[]
