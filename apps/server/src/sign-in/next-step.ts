import type { Person, PersonMethods, Session } from '@latchkey/identity'
import { mayRegister } from '@latchkey/identity'
import {
  nextMethods,
  type ProvenMethod,
  proofsSince,
  type StrengthName,
  satisfies,
  strongerOf,
  toMethodNames,
} from '@latchkey/policy'
import type { Flow, Interrupt } from './flow.ts'
import { pageUrl, type Step, type StepPage } from './step.ts'

/** What the choice of the next page rests on. */
export interface Situation {
  readonly required: StrengthName
  /** Those that count: not too old for what is asked. */
  readonly proofs: readonly ProvenMethod[]
  /** Absent if nothing rests on them: the proofs are enough, and a passkey is among them. */
  readonly methods?: PersonMethods | undefined
  readonly samePerson: boolean
  /** Asked only of somebody who has no passkey. */
  readonly mayRegister: boolean
  /** A passkey made in this visit has no name yet. */
  readonly unnamedPasskey: boolean
  readonly passed: readonly Interrupt[]
  readonly passkeyIsDefault: boolean
  readonly offerStaySignedIn: boolean
}

/**
 * Decide which page comes after a proof or an interrupt: first the name of a new passkey, then what is still to be
 * proven, then the questions, each once; then out.
 */
export function decideNextStep(situation: Situation): StepPage | 'out' {
  const { required, proofs, methods, passed } = situation
  if (!situation.samePerson) return 'stronger'
  if (situation.unnamedPasskey) return 'name-passkey'
  const maySecure = methods?.passkeys === 0 && situation.mayRegister
  if (!satisfies(proofs, required).allow) {
    const [best] = methods === undefined ? [] : nextMethods(toMethodNames(methods), proofs, required)
    if (best === 'passkey' || best === 'password') return best
    if (best === 'totp') return 'code'
    return maySecure ? 'secure' : 'stronger'
  }
  if (maySecure && !passed.includes('secure')) return 'secure'
  if (provesPasskey(proofs) && !situation.passkeyIsDefault && !passed.includes('default')) return 'default'
  if (situation.offerStaySignedIn && !passed.includes('stay')) return 'stay'
  return 'out'
}

/** Somebody who has proven something, in this flow. */
export interface Arrived {
  readonly person: Person
  readonly session: Session
}

/** Where the browser goes next. */
export async function findNextUrl(step: Step, arrived: Arrived, change: Partial<Flow> = {}): Promise<string> {
  const { person } = arrived
  const flow = { ...step.flow, tenantId: person.tenantId, userName: person.userName, ...change }
  const next = decideNextStep(await readSituation({ ...step, flow }, arrived))
  return next === 'out' ? flow.to : pageUrl({ ...step, flow }, next)
}

/** The strength that is needed: what was asked for, and never less than the organisation wants of everybody. */
export function requiredStrength({ flow, tenant }: Pick<Step, 'flow' | 'tenant'>): StrengthName {
  return strongerOf(flow.require.strength, tenant?.settings.leastStrength ?? 'singleFactor')
}

/** The proofs that count for what is asked. */
export function countingProofs(
  { deps, flow }: Pick<Step, 'deps' | 'flow'>,
  session: Session,
): readonly ProvenMethod[] {
  return proofsSince(session.proofs, flow.require.provenAfter, deps.now())
}

function provesPasskey(proofs: readonly ProvenMethod[]): boolean {
  return proofs.some(({ method }) => method === 'passkey')
}

async function readSituation(step: Step, { person, session }: Arrived): Promise<Situation> {
  const { deps, flow } = step
  const tenant = step.tenant ?? (await deps.stores.tenants.find(person.tenantId))
  const isNew = session.createdAt >= flow.startedAt
  const required = requiredStrength({ flow, tenant })
  const proofs = countingProofs(step, session)
  const enough = satisfies(proofs, required).allow && provesPasskey(proofs)
  const methods = enough ? undefined : await deps.stores.people.findMethods(person.tenantId, person.userId)
  return {
    required,
    proofs,
    methods,
    samePerson: flow.require.userId === undefined || flow.require.userId === person.userId,
    mayRegister: methods?.passkeys === 0 && (await mayRegister(deps, session)).allow,
    unnamedPasskey: flow.newPasskey !== undefined,
    passed: flow.passed,
    passkeyIsDefault: person.defaultMethod === 'passkey',
    offerStaySignedIn:
      isNew &&
      !session.staysSignedIn &&
      session.passId === undefined &&
      tenant?.settings.sessions.offerStaySignedIn === true,
  }
}
