import type { PersonFacts } from '../person-facts.ts'
import type { Rules } from '../rules.ts'
import { decideAccess } from './decide-access.ts'
import type { SignInContext } from './sign-in-context.ts'

/**
 * Say which authentication contexts a sign-in satisfies: what a token's `acrs` may say. A context is satisfied if the
 * sign-in would be let in were it asked for, so one that no policy speaks of is satisfied by whoever is let in at all.
 * One that administrators have not made, or not made available, never is.
 *
 * @param among the contexts that matter; default: every one that is available
 * @returns their ids, in the order in which administrators see them
 * @see https://learn.microsoft.com/entra/identity-platform/developer-guide-conditional-access-authentication-context
 */
export function satisfiedContexts(
  rules: Pick<Rules, 'access'>,
  person: PersonFacts,
  signIn: SignInContext,
  among: Iterable<string> = rules.access.contexts,
): readonly string[] {
  const { contexts, policies } = rules.access
  const asked = [...new Set(among)].filter((id) => contexts.has(id))
  const isAllowed = (ids: readonly string[]) =>
    decideAccess(rules, person, { ...signIn, authenticationContexts: ids }).outcome === 'allowed'
  const spokenOf = asked.filter((id) =>
    policies.some(({ target }) => target.kind === 'contexts' && target.contexts.has(id)),
  )
  const isAllowedWithout = asked.length > spokenOf.length && isAllowed([])
  return asked
    .filter((id) => (spokenOf.includes(id) ? isAllowed([id]) : isAllowedWithout))
    .sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}
