import { getPersonFacts, getRules, type Person, type Session, type Visitor } from '@latchkey/identity'
import { type AccessDecision, decideAccess, type SignInContext } from '@latchkey/policy'
import type { ServerDeps } from '../server-deps.ts'
import type { AskedTarget } from './access-target.ts'
import { readPlatform } from './read-platform.ts'

/** A session that wants something, from somewhere. */
export interface Visit {
  readonly person: Person
  readonly session: Session
  readonly asked: AskedTarget
  /** Where the request comes from. */
  readonly visitor: Pick<Visitor, 'ipAddress' | 'userAgent'>
  /** Default: a browser. */
  readonly clientAppType?: SignInContext['clientAppType']
}

/**
 * Decide whether a session may have what it wants, by the Conditional Access policies as they are at this moment.
 *
 * The one way into Conditional Access: the pages of sign-in, our own surfaces, every authorization, every refresh and
 * every call of the API ask here, so that none of them can forget a rule.
 */
export async function decideVisit(deps: ServerDeps, visit: Visit): Promise<AccessDecision> {
  const { person, session } = visit
  const rules = await getRules(deps.stores, deps, person.tenantId)
  const facts = await getPersonFacts(deps.stores, person, rules)
  return decideAccess(rules, facts, toSignInContext(deps, visit, session))
}

function toSignInContext(
  deps: Pick<ServerDeps, 'now' | 'countryOf'>,
  { asked, visitor, clientAppType = 'browser' }: Visit,
  { proofs, origin }: Session,
): SignInContext {
  const platform = readPlatform(visitor.userAgent)
  const country = deps.countryOf(visitor.ipAddress)
  return {
    ...asked,
    ipAddress: visitor.ipAddress,
    clientAppType,
    proofs,
    origin,
    now: deps.now(),
    // Nobody accepts terms of use yet: a policy that asks for them lets nobody in, and what-if says so.
    acceptedTerms: new Set(),
    ...(platform !== undefined && { platform }),
    ...(country !== undefined && { country }),
    ...(origin === 'deviceCode' && { transferMethod: 'deviceCodeFlow' as const }),
  }
}
