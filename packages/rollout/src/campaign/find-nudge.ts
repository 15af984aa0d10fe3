import { readVisitor } from '@latchkey/guidance'
import {
  type CredentialRecord,
  findKnownModel,
  getPersonFacts,
  listPasskeysWithState,
  ownModels,
  type PasskeyPlace,
  type Person,
  rulesOf,
  type Session,
  type Tenant,
  type Visitor,
} from '@latchkey/identity'
import {
  decideNudge,
  type NudgeDecision,
  type NudgeHistory,
  type NudgeVisit,
  type PasskeyKeeper,
  whyNoNudge,
} from '@latchkey/policy'
import type { RolloutStores } from '../stores.ts'
import { isInStartedWave } from '../waves/wave-of.ts'
import type { NudgeRecord } from './nudge-store.ts'

/** Somebody on the way through sign-in. */
export interface NudgeAsk {
  readonly tenant: Tenant
  readonly person: Person
  readonly session: Session
  readonly visitor: Visitor
  /** One way through the sign-in pages. */
  readonly visit: string
  readonly startedAt: Date
  readonly onTheWayToMethods: boolean
  /** Whether the passkey that was used is on another device. */
  readonly usedElsewhere: boolean
}

interface NudgeDeps {
  readonly stores: RolloutStores
  readonly now: () => Date
}

/**
 * Find out whether somebody is asked for a passkey at this sign-in, as far as rules about adding one are not concerned.
 * As long as no campaign is on, and in visits where nobody is asked, such as by a passkey of this device, that asks the
 * database nothing.
 */
export async function findNudge(deps: NudgeDeps, ask: NudgeAsk): Promise<NudgeDecision> {
  const { stores } = deps
  const { methods } = await rulesOf(stores, deps, ask.tenant)
  const alone = toVisit(ask, deps.now())
  const atOnce = whyNoNudge(methods, alone)
  if (atOnce !== undefined) return { nudge: false, because: atOnce }
  const facts = await getPersonFacts(stores, ask.person, methods)
  const first = whyNoNudge(methods, alone, facts)
  const visit = {
    ...alone,
    inStartedWave: first === 'not_in_scope' && (await isInStartedWave(deps, ask.person)),
  }
  const because = visit.inStartedWave ? whyNoNudge(methods, visit, facts) : first
  if (because !== undefined) return { nudge: false, because }
  return decideNudge(methods, facts, visit, await readHistory(deps, ask))
}

function toVisit({ session, visitor, ...ask }: NudgeAsk, now: Date): NudgeVisit {
  const { system, browser, inApp } = readVisitor(visitor.userAgent, visitor.clientHints)
  const usedOne = session.proofs.some(({ method, at }) => method === 'passkey' && at >= ask.startedAt)
  return {
    now,
    system,
    browser,
    inAppBrowser: inApp !== undefined,
    onTheWayToMethods: ask.onTheWayToMethods,
    inStartedWave: false,
    cameByPass: session.passId !== undefined,
    startedAt: ask.startedAt,
    proofs: session.proofs,
    usedOneHere: usedOne && !ask.usedElsewhere,
  }
}

async function readHistory(
  { stores, ...deps }: NudgeDeps,
  { person, session, visit }: NudgeAsk,
): Promise<NudgeHistory> {
  const { tenantId, userId } = person
  const held = await listPasskeysWithState(stores, { ...deps, stores }, person)
  const usable = held.filter(({ dormantBecause }) => dormantBecause === undefined)
  const codes = await stores.totps.listOfPerson(tenantId, userId)
  const newest = [...held.map(({ passkey }) => passkey), ...codes].some(
    ({ createdAt }) => createdAt >= session.createdAt,
  )
  return {
    keepers: usable.map(({ passkey }) => toKeeper(passkey)),
    justRegistered: newest,
    ...toPast(await stores.nudges.find(tenantId, userId), visit),
  }
}

/** Whoever was asked in another visit and never answered has put it off then. */
function toPast(
  record: NudgeRecord | undefined,
  visit: string,
): Pick<NudgeHistory, 'snoozes' | 'snoozedAt' | 'failedAt'> {
  if (record === undefined) return { snoozes: 0 }
  const { open, ...past } = record
  if (open === undefined || open.visit === visit) return past
  return { ...past, snoozes: past.snoozes + 1, snoozedAt: open.at }
}

const keepers: Readonly<Record<PasskeyPlace, PasskeyKeeper>> = {
  apple: 'applePasswords',
  google: 'googlePasswordManager',
  windows: 'windowsHello',
  chromeMac: 'macBrowser',
  samsung: 'samsungPass',
  manager: 'everywhere',
  securityKey: 'everywhere',
  unknown: 'everywhere',
}

/** Authenticator apps whose passkeys stay on the phone. */
const onPhones: ReadonlySet<string> = new Set([
  'de1e552d-db1d-4423-a619-566b625cdc84',
  '90a3ccdf-635c-4729-a248-9b709135078f',
])

/** What keeps a passkey, by the model it says it is of: good for sparing people a question, and for nothing else. */
function toKeeper({ aaguid }: CredentialRecord): PasskeyKeeper {
  if (onPhones.has(aaguid)) return 'phone'
  const own = ownModels.find((model) => model.aaguid === aaguid)
  if (own !== undefined) return own.surface === 'extension' ? 'computerBrowser' : 'phone'
  return keepers[findKnownModel(aaguid)?.place ?? 'unknown']
}
