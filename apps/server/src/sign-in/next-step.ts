import {
  findPreferredOrder,
  mayOfferSecondPasskey,
  mayRegister,
  type Person,
  recordSignIn,
  type Session,
} from '@latchkey/identity'
import {
  type CompiledStrength,
  type HeldMethods,
  nextMethodsFor,
  type ProvenMethod,
  satisfiesStrength,
} from '@latchkey/policy'
import { registerTarget } from '../access/access-target.ts'
import { decideVisit } from '../access/decide-visit.ts'
import { toSignInDecision } from '../access/to-sign-in-decision.ts'
import type { Flow, Interrupt } from './flow.ts'
import { keepBrowser } from './keep-browser.ts'
import { isProven, type Needed, readHeld, readNeeded } from './read-needed.ts'
import { pageUrl, type Step, type StepPage } from './step.ts'

/** What the choice of the next page rests on. */
export interface Situation {
  /** Each must be satisfied. */
  readonly strengths: readonly CompiledStrength[]
  /** Those that count: not too old for what is asked. */
  readonly proofs: readonly ProvenMethod[]
  /** Absent if nothing rests on them: the proofs are enough, and a passkey is among them. */
  readonly held?: (HeldMethods & { readonly passkeyCount: number }) | undefined
  readonly samePerson: boolean
  /** Asked only of somebody who has no passkey, or none that is enough. */
  readonly mayRegister: boolean
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
    const [best] = held === undefined ? [] : nextMethodsFor(held, proofs, strengths)
    if (best === 'passkey' || best === 'password') return best
    if (best === 'totp') return 'code'
    // Who said not now is asked again: without one the way ends here. Who has just made one is not.
    return maySecure || (situation.mayRegister && held?.passkeyCount === 0) ? 'secure' : 'stronger'
  }
  if (obstacle === 'device') return 'blocked'
  if (obstacle === 'terms') return 'terms'
  if (maySecure && held?.passkeyCount === 0) return 'secure'
  if (provesPasskey(proofs) && !situation.passkeyIsDefault && !passed.includes('default')) return 'default'
  if (situation.offerSecondPasskey && !passed.includes('second')) return 'second'
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
  const tenant = step.tenant ?? (await step.deps.stores.tenants.find(person.tenantId))
  const here: Step = { ...step, flow, tenant }
  const needed = await readNeeded(here, arrived)
  const next = decideNextStep(await readSituation(here, arrived, needed))
  if (next === 'blocked' || next === 'out') await recordDecision(here, arrived, needed, next)
  if (next === 'out') {
    await keepBrowser(here, arrived, needed)
    return flow.to
  }
  return pageUrl(here, next, next === 'blocked' ? { refusedAs: step.request.id } : {})
}

function provesPasskey(proofs: readonly ProvenMethod[]): boolean {
  return proofs.some(({ method }) => method === 'passkey')
}

async function readSituation(step: Step, arrived: Arrived, needed: Needed): Promise<Situation> {
  const { deps, flow, tenant } = step
  const { person, session } = arrived
  const isNew = session.createdAt >= flow.startedAt
  const enough = isProven(needed) && provesPasskey(needed.proofs)
  const held = enough ? undefined : await readHeld(deps, person, needed.strengths)
  const mayAdd = held !== undefined && (held.passkeyCount === 0 || !isProven(needed))
  return {
    strengths: needed.strengths,
    proofs: needed.proofs,
    held,
    samePerson: flow.require.userId === undefined || flow.require.userId === person.userId,
    mayRegister: mayAdd && (await mayRegisterHere(step, arrived)),
    unnamedPasskey: flow.newPasskey !== undefined,
    passed: flow.passed,
    passkeyIsDefault:
      person.defaultMethod === 'passkey' ||
      (await findPreferredOrder(deps.stores, deps, person)) !== undefined,
    offerSecondPasskey: isNew && enough && (await isSecondOffered(step, arrived)),
    offerStaySignedIn:
      isNew &&
      !session.staysSignedIn &&
      session.passId === undefined &&
      needed.access?.session.persistentBrowser === undefined &&
      tenant?.settings.sessions.offerStaySignedIn === true,
    obstacle: obstacleOf(needed),
  }
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
  const came = flow.crossDevice === true ? 'byAnotherDevice' : 'byThisDevice'
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
