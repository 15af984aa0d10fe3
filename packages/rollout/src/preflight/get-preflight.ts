import { type OpenPolicy, toOpenPolicy } from '@latchkey/guidance'
import {
  getPersonFacts,
  getRuleDocuments,
  IdentityRefusal,
  isOwnModel,
  listModels,
  ownModels,
  type Person,
  rulesOf,
  type StepEvent,
  type Tenant,
} from '@latchkey/identity'
import type { CompiledMethods, PersonFacts, RuleDocuments } from '@latchkey/policy'
import type { RolloutStores } from '../stores.ts'
import { mattersTo } from './matters-to.ts'
import type { PreflightRecord } from './preflight-store.ts'
import { type Walk, walkPath } from './walk-path.ts'

/** What the test person did, in order. */
export interface LivedSteps {
  readonly passUsedAt?: Date
  readonly createdAt?: Date
  /** With the passkey that was made. */
  readonly signedInAt?: Date
}

/**
 * How far a preflight has come. `missing`: none was begun, or its person is gone. `stopped`: the rules lead nowhere.
 * `walking`: the test person has not done it all. `outdated`: they had, and the rules have changed since.
 */
export type PreflightState = 'missing' | 'stopped' | 'walking' | 'outdated' | 'passed'

/** The preflight of an organisation, as it stands. */
export interface Preflight {
  readonly state: PreflightState
  readonly record?: PreflightRecord
  readonly person?: Person
  /** Under the rules of this moment. */
  readonly walk?: Walk
  readonly lived: LivedSteps
  /** When the rules last changed what is walked here, if that was after it was walked. */
  readonly changedAt?: Date
}

interface PreflightDeps {
  readonly stores: RolloutStores
  readonly now: () => Date
}

/**
 * Get the preflight: the path walked with the rules of this moment, and what the test person did on it.
 *
 * @throws IdentityRefusal `tenant_unknown`
 */
export async function getPreflight(deps: PreflightDeps, tenantId: string): Promise<Preflight> {
  const { stores } = deps
  const record = await stores.preflights.find(tenantId)
  const person = record && (await stores.people.find(tenantId, record.userId))
  if (record === undefined || person === undefined) return { state: 'missing', lived: {} }
  const tenant = await stores.tenants.find(tenantId)
  if (tenant === undefined) throw new IdentityRefusal('tenant_unknown')
  const rules = await rulesOf(stores, deps, tenant)
  const { documents } = await getRuleDocuments(stores, deps, tenantId)
  const facts = await getPersonFacts(stores, person, rules)
  const open = await readOpenPolicy(deps, { tenant, person, facts, methods: rules.methods })
  const { settings } = tenant
  const now = deps.now()
  const walk = walkPath({ person: facts, enabled: person.enabled, documents, rules, open, settings, now })
  const walks = await listLived(deps, record)
  const [newest = {}] = walks
  const whole = walks.find(({ signedInAt }) => signedInAt !== undefined)
  const since = whole?.passUsedAt ?? now
  const changedAt = await findChange(deps, { tenantId, since, documents, facts })
  const holds = whole !== undefined && changedAt === undefined
  const known = { record, person, walk, lived: holds ? whole : newest, ...(changedAt && { changedAt }) }
  if (!walk.passed) return { state: 'stopped', ...known }
  if (holds) return { state: 'passed', ...known }
  const again = changedAt === undefined || (newest.passUsedAt !== undefined && newest.passUsedAt > changedAt)
  return { state: again ? 'walking' : 'outdated', ...known }
}

/** Whether an organisation may tell its people, and why not yet. */
export type AnnounceDecision =
  | { readonly allow: true }
  | { readonly allow: false; readonly because: Exclude<PreflightState, 'passed'> }

/** Decide whether an organisation may tell its people: only what was tried is announced. */
export async function mayAnnounce(deps: PreflightDeps, tenantId: string): Promise<AnnounceDecision> {
  const { state } = await getPreflight(deps, tenantId)
  return state === 'passed' ? { allow: true } : { allow: false, because: state }
}

async function readOpenPolicy(
  { stores, now }: PreflightDeps,
  about: {
    readonly tenant: Tenant
    readonly person: Person
    readonly facts: PersonFacts
    readonly methods: CompiledMethods
  },
): Promise<OpenPolicy> {
  const { tenant, person, facts, methods } = about
  const described = await stores.providers.list(tenant.tenantId)
  const { offered } = tenant.settings.authenticator
  const models = await listModels(stores, now())
  const places = new Map(
    models.map(({ aaguid, kind, place }) => {
      if (kind === 'securityKey') return [aaguid, 'securityKey' as const]
      if (place === 'windows' || kind === 'platform') return [aaguid, 'computer' as const]
      return [aaguid, kind === 'provider' ? ('synced' as const) : ('other' as const)]
    }),
  )
  return toOpenPolicy(methods, facts, {
    providers: [
      ...described.map(({ providerId, name, aaguids, phones }) => ({
        id: providerId,
        name,
        aaguids,
        phones,
      })),
      ...ownModels.flatMap(({ surface, aaguid, name }) =>
        offered[surface] === undefined
          ? []
          : [{ id: surface, name, aaguids: [aaguid], phones: {}, own: { surface } }],
      ),
    ],
    hasPassword: (await stores.passwords.find(person.tenantId, person.userId)) !== undefined,
    placeOf: (aaguid) => (isOwnModel(aaguid) ? 'other' : (places.get(aaguid) ?? 'other')),
  })
}

/** More than somebody does who walks a path a few times. */
const mostEvents = 1000
const mostPasses = 20

/** Each time the person came with a pass and what they did then, the newest first. */
async function listLived(
  { stores, now }: PreflightDeps,
  { tenantId, userId, beganAt }: PreflightRecord,
): Promise<readonly LivedSteps[]> {
  const passes = await stores.signIns.list(tenantId, {
    userId,
    method: 'temporaryAccessPass',
    outcome: 'success',
    from: beganAt,
    limit: mostPasses,
  })
  if (passes.length === 0) return []
  const until = new Date(now().getTime() + 1)
  const events = await stores.stepEvents.list(tenantId, { from: beganAt, until, limit: mostEvents, userId })
  return passes.map(({ at }) => toLived(at, events))
}

function toLived(passUsedAt: Date, events: readonly StepEvent[]): LivedSteps {
  const created = events.find(({ step, at }) => step === 'created' && at >= passUsedAt)
  if (created === undefined) return { passUsedAt }
  const used = events.find(
    ({ step, at, aaguid }) =>
      (step === 'firstUsed' || step === 'used') && at >= created.at && aaguid === created.aaguid,
  )
  return { passUsedAt, createdAt: created.at, ...(used && { signedInAt: used.at }) }
}

/** How many changes are looked through. After more than that nobody knows, and it is walked again. */
const mostChanges = 200

async function findChange(
  { stores }: PreflightDeps,
  ask: {
    readonly tenantId: string
    readonly since: Date
    readonly documents: RuleDocuments
    readonly facts: PersonFacts
  },
): Promise<Date | undefined> {
  const changes = await stores.rules.listChanges(ask.tenantId, { limit: mostChanges })
  const since = changes.filter(({ at }) => at > ask.since)
  const mattering = since.find((change) => mattersTo(change, ask.documents, ask.facts))
  if (mattering !== undefined) return mattering.at
  return since.length === mostChanges ? since.at(-1)?.at : undefined
}
