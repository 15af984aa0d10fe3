import { compileRules, type PastOutcome, pastGaps, type Rules } from '@latchkey/policy'
import type { Deps } from '../deps.ts'
import { idFloor } from '../ids/new-id.ts'
import type { LockOutMeans, PlaceOf } from '../lock-out/lock-out-ask.ts'
import { toFacts } from '../lock-out/read-standings.ts'
import type { Impact, ImpactAsk, RecordedVerdict } from './impact.ts'
import { judgeArrivals, type PastShelves, readAll, rememberingPlaces } from './judge-arrivals.ts'
import { newTally } from './tally.ts'

/** What the question reads. */
export type ImpactShelves = PastShelves

const dayMilliseconds = 86_400_000

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
    placeOf: rememberingPlaces(deps.lockOut?.placeOf ?? (() => ({}))),
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
  const tally = newTally()
  // Whoever is gone or switched off since is not among them: nobody knows their groups.
  const held = await tx.lockOut.listHeld(reading.tenantId)
  const people = new Map(held.map((each) => [each.userId, toFacts(each)]))
  let inferred = 0
  const complete = await judgeArrivals(tx, { ...reading, rules, people }, (judged) => {
    const { inferred: isInferred, sessionId: _, strength: _strength, ...signIn } = judged
    if (isInferred) inferred++
    tally.add(signIn)
  })
  return { basis: 'evaluated', complete, ...tally.total(), gaps: pastGaps(rules.access), inferred }
}
