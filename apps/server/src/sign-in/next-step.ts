import {
  authenticatorAppId,
  findPreferredOrder,
  getTenant,
  mayOfferSecondPasskey,
  mayRegister,
  type Person,
  recordSignIn,
  type Session,
  type Tenant,
} from '@latchkey/identity'
import {
  type CompiledStrength,
  type HeldMethods,
  type MethodName,
  nextMethodsFor,
  type ProvenMethod,
  satisfiesStrength,
  strengthByName,
  systemPreferredOrder,
} from '@latchkey/policy'
import { registerTarget } from '../access/access-target.ts'
import { decideVisit } from '../access/decide-visit.ts'
import { toSignInDecision } from '../access/to-sign-in-decision.ts'
import { campaignOf, findNudgeHere } from './find-nudge-here.ts'
import type { Flow, Interrupt } from './flow.ts'
import { readHeldHere } from './held-here.ts'
import { keepBrowser } from './keep-browser.ts'
import { isProven, type Needed, readNeeded } from './read-needed.ts'
import { pageUrl, type Step, type StepPage } from './step.ts'

/** What the choice of the next page rests on. */
export interface Situation {
  /** Each must be satisfied. */
  readonly strengths: readonly CompiledStrength[]
  /** Those that count: not too old for what is asked. */
  readonly proofs: readonly ProvenMethod[]
  /** Absent if nothing rests on them: the proofs are enough, and a passkey is among them. */
  readonly held?: (HeldMethods & { readonly passkeyCount: number }) | undefined
  /** In which methods are proposed; absent: as the system prefers. */
  readonly order?: readonly MethodName[] | undefined
  readonly samePerson: boolean
  /** Asked only of somebody who has no passkey, or none that is enough. */
  readonly mayRegister: boolean
  /** Whether somebody who has none is asked for one, though they get in without. */
  readonly asksForFirst: boolean
  /** The campaign asks them for a passkey. */
  readonly nudged: boolean
  /** A passkey made in this visit has no name yet. */
  readonly unnamedPasskey: boolean
  readonly passed: readonly Interrupt[]
  /** Chosen as the default, or the organisation proposes the best method whatever is chosen. */
  readonly passkeyIsDefault: boolean
  /** They have one passkey that no other device has, and were not asked lately. */
  readonly offerSecondPasskey: boolean
  readonly offerStaySignedIn: boolean
  /** What rules want that no proof gives: nothing may help, or a device the organisation vouches for, or a yes. */
  readonly obstacle?: 'blocked' | 'device' | 'terms' | undefined
}

/**
 * Decide which page comes after a proof or an interrupt: first the name of a new passkey, then what is still to be
 * proven, then the questions, each once; then out.
 */
export function decideNextStep(situation: Situation): StepPage | 'out' {
  const { strengths, proofs, held, passed, obstacle } = situation
  if (!situation.samePerson) return 'stronger'
  if (situation.unnamedPasskey) return 'name-passkey'
  if (obstacle === 'blocked') return 'blocked'
  const maySecure = situation.mayRegister && !passed.includes('secure')
  if (!strengths.every((strength) => satisfiesStrength(proofs, strength).allow)) {
    const [best] = held === undefined ? [] : nextMethodsFor(held, proofs, strengths, situation.order)
    if (best === 'passkey' || best === 'password') return best
    if (best === 'totp') return 'code'
    if (best === 'push' || best === 'passwordlessPush') return 'approve'
    // Who said not now is asked again: without one the way ends here. Who has just made one is not.
    return maySecure || (situation.mayRegister && held?.passkeyCount === 0) ? 'secure' : 'stronger'
  }
  if (obstacle === 'device') return 'blocked'
  if (obstacle === 'terms') return 'terms'
  if (maySecure && held?.passkeyCount === 0 && situation.asksForFirst) return 'secure'
  if (situation.nudged && !passed.includes('nudge')) return 'nudge'
  if (provesPasskey(proofs) && !situation.passkeyIsDefault && !passed.includes('default')) return 'default'
  // One question about a passkey in a visit is enough.
  const asked = passed.includes('second') || passed.includes('nudge')
  if (situation.offerSecondPasskey && !asked) return 'second'
  if (situation.offerStaySignedIn && !passed.includes('stay')) return 'stay'
  return 'out'
}

/** Somebody who has proven something, in this flow. */
export interface Arrived {
  readonly person: Person
  readonly session: Session
  /** The session's secret, as the cookie has it. */
  readonly token: string
}

/** Where the browser goes next. */
export async function findNextUrl(step: Step, arrived: Arrived, change: Partial<Flow> = {}): Promise<string> {
  const { person } = arrived
  const flow = { ...step.flow, tenantId: person.tenantId, userName: person.userName, ...change }
  const tenant = step.tenant ?? (await getTenant(step.deps.stores, person.tenantId))
  const here = { ...step, flow, tenant }
  const needed = await readNeeded(here, arrived)
  const next = decideNextStep(await readSituation(here, arrived, needed))
  if (next === 'blocked' || next === 'out') await recordDecision(here, arrived, needed, next)
  if (next === 'out') {
    await keepBrowser(here, arrived, needed)
    return flow.to
  }
  return pageUrl(here, next, next === 'blocked' ? { refusedAs: step.request.id } : {})
}

/**
 * What is not asked in this flow, or not again. The Authenticator makes the passkey itself, once the person is signed in:
 * there nothing is offered that would come before it, unless nobody gets in without.
 */
export function passedIn({ require, passed }: Pick<Flow, 'require' | 'passed'>): readonly Interrupt[] {
  // Where no organisation is known yet there is no app of it either, but what was asked for is.
  const { target } = require.asked ?? {}
  const isAuthenticator = target?.kind === 'app' && target.clientId === authenticatorAppId
  return isAuthenticator ? [...passed, 'secure', 'nudge', 'second', 'default'] : passed
}

function provesPasskey(proofs: readonly ProvenMethod[]): boolean {
  return proofs.some(({ method }) => method === 'passkey')
}

async function readSituation(
  step: Step & { readonly tenant: Tenant },
  arrived: Arrived,
  needed: Needed,
): Promise<Situation> {
  const { deps, flow, tenant } = step
  const { person, session } = arrived
  const isNew = session.createdAt >= flow.startedAt
  const enough = isProven(needed) && provesPasskey(needed.proofs)
  const held = enough ? undefined : await readHeldHere(step, person, needed.strengths)
  const mayAdd = held !== undefined && (held.passkeyCount === 0 || !isProven(needed))
  const preferred = await findPreferredOrder(deps.stores, deps, { tenant, person })
  const obstacle = obstacleOf(needed)
  return {
    strengths: needed.strengths,
    proofs: needed.proofs,
    held,
    order: held && orderOf(person, preferred),
    samePerson: flow.require.userId === undefined || flow.require.userId === person.userId,
    mayRegister: mayAdd && (await mayRegisterHere(step, arrived)),
    asksForFirst: await asksForFirst(step, session, needed),
    nudged: isProven(needed) && obstacle === undefined && (await isNudged(step, arrived)),
    unnamedPasskey: flow.newPasskey !== undefined,
    passed: passedIn(flow),
    passkeyIsDefault: person.defaultMethod === 'passkey' || preferred !== undefined,
    offerSecondPasskey: isNew && enough && (await isSecondOffered(step, arrived)),
    offerStaySignedIn:
      isNew &&
      !session.staysSignedIn &&
      session.passId === undefined &&
      needed.access?.session.persistentBrowser === undefined &&
      tenant.settings.sessions.offerStaySignedIn,
    obstacle,
  }
}

/** As the system does it by itself; a campaign leaves those to it who come with a pass or with a password alone. */
async function asksForFirst(step: Step, session: Session, { proofs }: Needed): Promise<boolean> {
  if (session.passId !== undefined || (await campaignOf(step)) === 'default') return true
  return !satisfiesStrength(proofs, strengthByName('multiFactor')).allow
}

/** Whether the campaign asks for a passkey, and the rules let one be made. */
async function isNudged(step: Step, arrived: Arrived): Promise<boolean> {
  if (passedIn(step.flow).includes('nudge')) return false
  return (await findNudgeHere(step, arrived)).nudge && (await mayRegisterHere(step, arrived))
}

/** What they chose comes first, unless the organisation proposes whatever is best. */
function orderOf(
  { defaultMethod }: Person,
  preferred: readonly MethodName[] | undefined,
): readonly MethodName[] {
  if (preferred !== undefined || defaultMethod !== 'push') return preferred ?? systemPreferredOrder
  return ['push', ...systemPreferredOrder.filter((method) => method !== 'push')]
}

/** Whether a passkey may be added in this visit, by the session and by the rules about that. */
async function mayRegisterHere(
  { deps, request: { visitor } }: Step,
  { person, session }: Arrived,
): Promise<boolean> {
  if (!(await mayRegister(deps, session)).allow) return false
  return (await decideVisit(deps, { person, session, asked: registerTarget, visitor })).outcome === 'allowed'
}

/** Who is on the way to add a passkey, or came by a pass, is asked nothing of the kind. */
async function isSecondOffered(step: Step, arrived: Arrived): Promise<boolean> {
  const { deps, flow } = step
  const { person, session } = arrived
  if (session.passId !== undefined || flow.passed.includes('second') || flow.inApp === true) return false
  if (flow.require.asked?.target.kind === 'action') return false
  const came = { passkey: session.proofs.at(-1)?.passkey, byAnotherDevice: flow.crossDevice === true }
  if (!(await mayOfferSecondPasskey(deps.stores, deps, person, came))) return false
  return await mayRegisterHere(step, arrived)
}

function obstacleOf({ access }: Needed): Situation['obstacle'] {
  if (access === undefined || access.outcome === 'allowed') return undefined
  if (access.outcome === 'blocked') return 'blocked'
  if (access.needs.compliantDevice) return 'device'
  return access.needs.terms.length > 0 ? 'terms' : undefined
}

/**
 * Write down what the rules said, where nobody after us does: an app's sign-in is written when it gets its answer, and
 * most have no rule that is about them.
 */
async function recordDecision(
  { deps, flow, request }: Step,
  { person, session }: Arrived,
  { access }: Needed,
  next: 'blocked' | 'out',
): Promise<void> {
  const decision = access && toSignInDecision(access, session)
  const { target } = flow.require.asked ?? {}
  if (decision?.access === undefined || (next === 'out' && flow.app !== undefined)) return
  await recordSignIn(deps, {
    tenantId: person.tenantId,
    outcome: next === 'out' ? 'success' : 'failure',
    code: next === 'out' ? '' : 'blocked_by_policy',
    userId: person.userId,
    userName: person.userName,
    sessionId: session.sessionId,
    ...(target?.kind === 'app' && { clientId: target.clientId }),
    decision,
    visitor: request.visitor,
  })
}
