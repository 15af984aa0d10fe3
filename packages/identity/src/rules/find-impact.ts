import {
  acceptedTerms,
  compileRules,
  judgePast,
  knownApps,
  type PastOutcome,
  type PersonFacts,
  type ProvenMethod,
  pastGaps,
  type Rules,
} from '@latchkey/policy'
import { commandLineAppId } from '../apps/built-in-apps.ts'
import type { Deps } from '../deps.ts'
import { idFloor } from '../ids/new-id.ts'
import type { LockOutMeans, PlaceOf } from '../lock-out/lock-out-ask.ts'
import type { ProvenThen } from '../lock-out/lock-out-store.ts'
import { toFacts } from '../lock-out/read-standings.ts'
import type { Shelves } from '../stores.ts'
import type { Impact, ImpactAsk, RecordedVerdict } from './impact.ts'
import { newTally, type Tally } from './tally.ts'

/** What the question reads. */
export type ImpactShelves = Pick<Shelves, 'lockOut' | 'apps' | 'acceptances'>

const dayMilliseconds = 86_400_000

/** So many are read at once, and so many are looked at. */
const readAtOnce = 5000
const mostSignIns = 100_000

/**
 * Find out what a policy did to the sign-ins of the last days, or would have done: from what the log recorded, or by
 * evaluating it over what the log kept of each. People are judged by the groups and roles they have now.
 */
export async function findImpact(
  tx: ImpactShelves,
  deps: Pick<Deps, 'now'> & { readonly lockOut?: Pick<LockOutMeans, 'placeOf'> },
  ask: ImpactAsk,
): Promise<Impact> {
  const until = deps.now()
  const from = new Date(until.getTime() - ask.days * dayMilliseconds)
  const reading = {
    tenantId: ask.tenantId,
    from: idFloor(from),
    placeOf: remembering(deps.lockOut?.placeOf ?? (() => ({}))),
  }
  const found =
    ask.policy.kind === 'saved'
      ? await recall(tx, reading, ask.policy.policyId)
      : await evaluate(tx, reading, compileRules(ask.policy.documents))
  return { ...found, from, until }
}

interface Reading {
  readonly tenantId: string
  readonly from: string
  readonly placeOf: PlaceOf
}

type Found = Omit<Impact, 'from' | 'until'>

async function recall(
  tx: ImpactShelves,
  { tenantId, from, placeOf }: Reading,
  policyId: string,
): Promise<Found> {
  const tally = newTally()
  let about = 0
  const complete = await readAll(async (limit, before) => {
    const rows = await tx.lockOut.listVerdicts(tenantId, { policyId, from, limit, before })
    about += rows.length
    for (const { verdict, ...row } of rows) {
      const { platform } = placeOf(row)
      const outcome = outcomeOf(verdict)
      tally.add({ ...row, ...(platform !== undefined && { platform }), outcome, missing: verdict.missing })
    }
    return rows
  })
  tally.addOthers(Math.max(0, (await tx.lockOut.countArrivals(tenantId, from)) - about))
  return { basis: 'recorded', complete, ...tally.total(), gaps: [], inferred: 0 }
}

/** Controls that somebody could have satisfied there and then. */
const interactive = new Set(['mfa', 'authenticationStrength', 'termsOfUse', 'signInFrequency'])

function outcomeOf({ result, missing }: RecordedVerdict): PastOutcome {
  if (result === 'success' || result === 'reportOnlySuccess') return 'passes'
  if (result === 'reportOnlyInterrupted') return 'needsMore'
  return missing.length > 0 && missing.every((name) => interactive.has(name)) ? 'needsMore' : 'blocked'
}

async function evaluate(tx: ImpactShelves, reading: Reading, rules: Rules): Promise<Found> {
  const { tenantId, from } = reading
  const tally = newTally()
  const held = await tx.lockOut.listHeld(tenantId)
  const world = {
    ...reading,
    access: rules.access,
    people: new Map(held.map((each) => [each.userId, toFacts(each)])),
    proven: await readProven(tx, reading),
    accepted: rules.asksTerms ? await tx.acceptances.listEverybodys(tenantId) : [],
    native: await listNative(tx, tenantId),
  }
  let inferred = 0
  const complete = await readAll(async (limit, before) => {
    const rows = await tx.lockOut.listArrivals(tenantId, { from, limit, before })
    for (const row of rows) if (judge(world, row, tally).inferred) inferred++
    return rows
  })
  return { basis: 'evaluated', complete, ...tally.total(), gaps: pastGaps(rules.access), inferred }
}

interface World extends Reading {
  readonly access: Rules['access']
  readonly people: ReadonlyMap<string, PersonFacts>
  readonly proven: ReadonlyMap<string, readonly ProvenThen[]>
  readonly accepted: Awaited<ReturnType<Shelves['acceptances']['listEverybodys']>>
  readonly native: ReadonlySet<string>
}

type Arrival = Awaited<ReturnType<Shelves['lockOut']['listArrivals']>>[number]

function judge(world: World, row: Arrival, tally: Tally): { readonly inferred: boolean } {
  const { sessionId, strength, ...shown } = row
  const { userId, clientId = knownApps.securityInfo, at, ipAddress } = row
  const place = world.placeOf(row)
  const { platform } = place
  const example = { ...shown, ...(platform !== undefined && { platform }) }
  const person = world.people.get(userId)
  if (person === undefined) {
    // Gone or switched off since: nobody knows their groups.
    tally.add({ ...example, outcome: 'unknown', missing: [] })
    return { inferred: false }
  }
  const known = (world.proven.get(sessionId ?? '') ?? []).filter((each) => each.at <= at)
  const inferred = known.length === 0
  const { outcome, missing } = judgePast(world.access, person, {
    ...place,
    clientId,
    at,
    ipAddress,
    clientAppType: world.native.has(clientId) ? 'mobileAppsAndDesktopClients' : 'browser',
    proofs: inferred ? toProofs(strength, at) : known.map(toProof),
    inferred,
    acceptedTerms: acceptedTerms(
      world.access.terms,
      world.accepted.filter((each) => each.userId === userId),
      at,
    ),
  })
  tally.add({ ...example, outcome, missing })
  return { inferred: inferred && outcome !== 'notAbout' }
}

/** What was proven in each session, oldest first. */
async function readProven(
  tx: ImpactShelves,
  { tenantId, from }: Reading,
): Promise<ReadonlyMap<string, readonly ProvenThen[]>> {
  const sessions = new Map<string, ProvenThen[]>()
  const rows = await tx.lockOut.listProven(tenantId, { from, limit: mostSignIns })
  for (const row of rows.toReversed()) {
    const known = sessions.get(row.sessionId) ?? []
    sessions.set(row.sessionId, known)
    known.push(row)
  }
  return sessions
}

function toProof({ method, at, passkey }: ProvenThen): ProvenMethod {
  return { method, at, ...(passkey !== undefined && { passkey }) }
}

/** Something that is as strong as what was proven, where with what is not known. */
function toProofs(strength: string | undefined, at: Date): readonly ProvenMethod[] {
  switch (strength) {
    case 'phishingResistant':
    case 'passwordless':
      return [
        { method: 'passkey', at, passkey: { userVerified: true, attested: false, backupEligible: false } },
      ]
    case 'multiFactor':
      return [
        { method: 'password', at },
        { method: 'totp', at },
      ]
    default:
      return [{ method: 'password', at }]
  }
}

async function listNative(tx: ImpactShelves, tenantId: string): Promise<ReadonlySet<string>> {
  const apps = await tx.apps.list(tenantId)
  const native = apps.filter(({ kind }) => kind === 'native').map(({ clientId }) => clientId)
  return new Set([...native, commandLineAppId])
}

/** @returns whether all there was could be read */
async function readAll(
  read: (limit: number, before: string | undefined) => Promise<readonly { readonly signInId: string }[]>,
): Promise<boolean> {
  let before: string | undefined
  for (let seen = 0; seen < mostSignIns; seen += readAtOnce) {
    const rows = await read(readAtOnce, before)
    if (rows.length < readAtOnce) return true
    before = rows.at(-1)?.signInId
  }
  return false
}

/** The same few browsers sign in again and again. */
function remembering(placeOf: PlaceOf): PlaceOf {
  const known = new Map<string, ReturnType<PlaceOf>>()
  return (visit) => {
    const key = `${visit.ipAddress} ${visit.userAgent}`
    const place = known.get(key) ?? placeOf(visit)
    known.set(key, place)
    return place
  }
}
