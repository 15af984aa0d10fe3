import { readSystem } from '@latchkey/guidance'
import {
  findDeviceOfSession,
  getPersonFacts,
  getRules,
  IdentityRefusal,
  listAcceptedTerms,
  type Person,
  type Session,
  type Visitor,
} from '@latchkey/identity'
import {
  type AccessDecision,
  type AccessTarget,
  decideAccess,
  knownApps,
  looksAtDevices,
  type Rules,
  type SignInContext,
  satisfiedContexts,
} from '@latchkey/policy'
import type { ServerDeps } from '../server-deps.ts'
import { type AskedTarget, registerDeviceTarget } from './access-target.ts'
import { mergeDecisions } from './merge-decisions.ts'

/** A session that wants something, from somewhere. */
export interface Visit {
  readonly person: Person
  readonly session: Session
  readonly asked: AskedTarget
  /** Where the request comes from. */
  readonly visitor: Pick<Visitor, 'ipAddress' | 'userAgent'>
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
  const acceptedTerms = await listAcceptedTerms(deps.stores, deps, person, rules)
  const device = await findDevice(deps, rules, visit)
  const [first, ...others] = targetsOf(visit.asked).map((target) =>
    decideAccess(rules, facts, {
      ...toSignInContext(deps, visit, session),
      ...device,
      target,
      acceptedTerms,
    }),
  )
  if (first === undefined) throw new Error('nothing was asked for')
  return mergeDecisions(first, ...others)
}

/** Decide about many things that a session might want next, as `decideVisit` about one; its person is read once. */
export async function decideVisits(
  deps: ServerDeps,
  visit: Omit<Visit, 'asked'>,
  asked: readonly AskedTarget[],
): Promise<readonly AccessDecision[]> {
  const { person, session } = visit
  const rules = await getRules(deps.stores, deps, person.tenantId)
  const facts = await getPersonFacts(deps.stores, person, rules)
  const acceptedTerms = await listAcceptedTerms(deps.stores, deps, person, rules)
  const device = await findDevice(deps, rules, visit)
  return asked.map((each) => {
    const context = { ...toSignInContext(deps, { ...visit, asked: each }, session), ...device }
    return decideAccess(rules, facts, { ...context, target: each.target, acceptedTerms })
  })
}

/** Hold a session to the rules about what it wants. @throws IdentityRefusal `blocked_by_policy`, `stronger_sign_in_needed` */
export async function requireAccess(deps: ServerDeps, visit: Visit): Promise<void> {
  const { outcome } = await decideVisit(deps, visit)
  if (outcome === 'blocked') throw new IdentityRefusal('blocked_by_policy')
  if (outcome === 'needs') throw new IdentityRefusal('stronger_sign_in_needed')
}

/** An app and the API it calls are two targets: a rule for either holds. */
function targetsOf({ target }: AskedTarget): readonly AccessTarget[] {
  if (target.kind === 'action') return [target]
  // What the Authenticator opens is the place where devices join.
  if (target.clientId === knownApps.deviceRegistration) return [registerDeviceTarget.target]
  if (target.resource === undefined) return [target]
  const { clientId, resource } = target
  return [...new Set([clientId, resource])].map((id) => ({ kind: 'app', clientId: id }))
}

/** The authentication contexts that a session satisfies for what it wants: `acrs` in a token. */
export async function listContexts(deps: ServerDeps, visit: Visit): Promise<readonly string[]> {
  const { person, session } = visit
  const rules = await getRules(deps.stores, deps, person.tenantId)
  if (rules.access.contexts.size === 0) return []
  const facts = await getPersonFacts(deps.stores, person, rules)
  const acceptedTerms = await listAcceptedTerms(deps.stores, deps, person, rules)
  const device = await findDevice(deps, rules, visit)
  const context = { ...toSignInContext(deps, visit, session), ...device, acceptedTerms }
  return satisfiedContexts(rules, facts, context)
}

/** What the session proved of the device, where a rule looks at devices. Whoever reads a code from a screen is elsewhere. */
async function findDevice(
  { stores }: ServerDeps,
  { access }: Rules,
  { session, asked }: Omit<Visit, 'asked'> & { readonly asked?: AskedTarget },
): Promise<Pick<SignInContext, 'device'>> {
  if (asked?.client === 'deviceCode' || !looksAtDevices(access)) return {}
  const device = await findDeviceOfSession(stores, session)
  return device === undefined ? {} : { device }
}

function toSignInContext(
  deps: Pick<ServerDeps, 'now' | 'countryOf'>,
  { asked, visitor }: Visit,
  session: Session,
): Omit<SignInContext, 'acceptedTerms'> {
  const { proofs } = session
  const origin = asked.client === 'deviceCode' ? 'deviceCode' : session.origin
  const isBrowser = asked.client === 'browser' && origin === 'browser'
  const platform = readSystem(visitor.userAgent)
  const country = deps.countryOf(visitor.ipAddress)
  return {
    target: asked.target,
    authenticationContexts: asked.authenticationContexts,
    ipAddress: visitor.ipAddress,
    clientAppType: isBrowser ? 'browser' : 'mobileAppsAndDesktopClients',
    proofs,
    origin,
    now: deps.now(),
    ...(platform !== undefined && { platform }),
    ...(country !== undefined && { country }),
    ...(origin === 'deviceCode' && { transferMethod: 'deviceCodeFlow' as const }),
  }
}
