import {
  acceptedTerms,
  judgePast,
  knownApps,
  type PastOutcome,
  type PersonFacts,
  type ProvenMethod,
  type Rules,
} from '@latchkey/policy'
import { commandLineAppId } from '../apps/built-in-apps.ts'
import type { PlaceOf } from '../lock-out/lock-out-ask.ts'
import type { Arrived, ProvenThen } from '../lock-out/lock-out-store.ts'
import type { Shelves } from '../stores.ts'

/** What the question reads. */
export type PastShelves = Pick<Shelves, 'lockOut' | 'apps' | 'acceptances'>

/** So many are read at once, and so many are looked at. */
const readAtOnce = 5000
const mostSignIns = 100_000

/** Sign-ins of the past, and the policy to hold against them. */
export interface PastAsk {
  readonly tenantId: string
  /** The least sign-in id that counts. */
  readonly from: string
  readonly placeOf: PlaceOf
  /** Compiled from the one policy alone. */
  readonly rules: Rules
  /** Who people are to the policy. Of anybody else nothing is known, or wanted. */
  readonly people: ReadonlyMap<string, PersonFacts>
}

/** One sign-in, and what the policy would have made of it. */
export interface JudgedArrival extends Arrived {
  readonly platform?: string
  readonly outcome: PastOutcome
  readonly missing: readonly string[]
  /** Judged by how strong it was alone. */
  readonly inferred: boolean
}

/**
 * Hold one policy against the sign-ins that the log kept, newest first: by the sign-in's own decision.
 *
 * @param each is given those of the people asked about; anybody else's have the outcome `unknown`
 * @returns whether all there was could be read
 */
export async function judgeArrivals(
  tx: PastShelves,
  ask: PastAsk,
  each: (judged: JudgedArrival) => void,
): Promise<boolean> {
  const { tenantId, from, rules } = ask
  const world = {
    ...ask,
    placeOf: rememberingPlaces(ask.placeOf),
    proven: await readProven(tx, ask),
    accepted: rules.asksTerms ? await tx.acceptances.listEverybodys(tenantId) : [],
    native: await listNativeApps(tx, tenantId),
  }
  return await readAll(async (limit, before) => {
    const rows = await tx.lockOut.listArrivals(tenantId, { from, limit, before })
    for (const row of rows) each(judge(world, row))
    return rows
  })
}

interface World extends PastAsk {
  readonly proven: ReadonlyMap<string, readonly ProvenThen[]>
  readonly accepted: Awaited<ReturnType<Shelves['acceptances']['listEverybodys']>>
  readonly native: ReadonlySet<string>
}

function judge(world: World, row: Arrived): JudgedArrival {
  const { sessionId, strength, userId, clientId = knownApps.securityInfo, at, ipAddress } = row
  const { access } = world.rules
  const place = world.placeOf(row)
  const { platform } = place
  const seen = { ...row, ...(platform !== undefined && { platform }) }
  const person = world.people.get(userId)
  if (person === undefined) return { ...seen, outcome: 'unknown', missing: [], inferred: false }

  const known = (world.proven.get(sessionId ?? '') ?? []).filter((proof) => proof.at <= at)
  const inferred = known.length === 0
  const { outcome, missing } = judgePast(access, person, {
    ...place,
    clientId,
    at,
    ipAddress,
    clientAppType: world.native.has(clientId) ? 'mobileAppsAndDesktopClients' : 'browser',
    proofs: inferred ? toProofs(strength, at) : known.map(toProof),
    inferred,
    acceptedTerms: acceptedTerms(
      access.terms,
      world.accepted.filter((acceptance) => acceptance.userId === userId),
      at,
    ),
  })
  return { ...seen, outcome, missing, inferred: inferred && outcome !== 'notAbout' }
}

/** What was proven in each session, oldest first. */
async function readProven(
  tx: PastShelves,
  { tenantId, from }: PastAsk,
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

/** Apps on devices, by client id: rules know them from browsers. */
export async function listNativeApps(
  tx: Pick<Shelves, 'apps'>,
  tenantId: string,
): Promise<ReadonlySet<string>> {
  const apps = await tx.apps.list(tenantId)
  const native = apps.filter(({ kind }) => kind === 'native').map(({ clientId }) => clientId)
  return new Set([...native, commandLineAppId])
}

/** Read the log piece by piece. @returns whether all there was could be read */
export async function readAll(
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
export function rememberingPlaces(placeOf: PlaceOf): PlaceOf {
  const known = new Map<string, ReturnType<PlaceOf>>()
  return (visit) => {
    const key = `${visit.ipAddress} ${visit.userAgent}`
    const place = known.get(key) ?? placeOf(visit)
    known.set(key, place)
    return place
  }
}
