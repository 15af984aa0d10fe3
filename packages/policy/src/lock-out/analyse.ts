import { administratorRoles } from '../administrator-roles.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { Rules } from '../rules.ts'
import { everydaySituations } from './everyday-situations.ts'
import {
  type Enrolment,
  type Outlook,
  type PersonStanding,
  type Situation,
  type Standing,
  standings,
} from './person-standing.ts'
import { type MetSituation, makeSide, type PlacedPerson, type Side } from './side.ts'

/** A change, and everybody it could touch. */
export interface LockOutQuestion {
  readonly before: Rules
  readonly after: Rules
  /** Everybody; or, where only memberships change, those who move. In any order. */
  readonly people: Iterable<PersonStanding>
  /** When the change takes effect: a pass counts if it is still good then. */
  readonly now: Date
  readonly passwordMayAddFirstPasskey: boolean
  /** Absent: as before. */
  readonly passwordMayAddFirstPasskeyAfter?: boolean
  /** Whether the organisation lets devices register at all. Absent: it does. */
  readonly devicesMayJoin?: boolean
}

/** Somebody for whom the change makes things worse. */
export interface AffectedPerson {
  readonly userId: string
  readonly before: Standing
  readonly after: Standing
  /** What they could add, where they can by themselves. */
  readonly through?: Enrolment
  /** Whether a pass they hold is what lets them. */
  readonly byPass: boolean
  /** The names of the policies in the way; none where the methods policy is. */
  readonly policies: readonly string[]
  /** Where it is worst: a place they were in, or the best of those anybody may be in. */
  readonly situation: Situation
  /** Whether it is so in all of the places anybody may be in; if not, in one they were in. */
  readonly everywhere: boolean
}

/** What a change would do to people. */
export interface LockOutReport {
  /** By user id. Whoever is no worse off than before is not here. */
  readonly affected: readonly AffectedPerson[]
  /** How many of them come to stand where. */
  readonly counts: Readonly<Record<Standing, number>>
  /** How many of all who were asked about stand where after the change, whether it moved them or not. */
  readonly everybody: Readonly<Record<Standing, number>>
  /** The ids of those who would be blocked, in order: the list to acknowledge. */
  readonly blocked: readonly string[]
  /**
   * Whether somebody who may administer everything could get into the admin centre before, and nobody could any more. Of
   * the people that were asked about: where only some are, this says nothing about the others.
   */
  readonly lastAdministratorLost: boolean
}

/**
 * Say for whom a change of the rules makes things worse, and how much.
 *
 * Everybody is looked at in every situation they signed in from in the last thirty days, and there the worst counts: what
 * worked must go on working. Beside that everybody is looked at in the situations anybody may be in (each platform and
 * kind of client, at a trusted network and elsewhere; for administrators in the admin centre, too), and there the best
 * counts: they must have one place left. A policy that keeps everybody away from one place is what policies are for.
 *
 * Somebody is affected if they come to stand worse than before; whoever was blocked already is not.
 */
export function analyseLockOut(question: LockOutQuestion): LockOutReport {
  const { passwordMayAddFirstPasskeyAfter = question.passwordMayAddFirstPasskey } = question
  const termsAfter = { ...question, passwordMayAddFirstPasskey: passwordMayAddFirstPasskeyAfter }
  const sides = { before: makeSide(question.before, question), after: makeSide(question.after, termsAfter) }
  const access = [question.before.access, question.after.access]
  const everyday = {
    people: meetBoth(sides, everydaySituations(access, 'someApp')),
    administrators: meetBoth(sides, everydaySituations(access, 'adminCentre')),
  }
  const met = new Map<string, BothSituations>()
  const affected: AffectedPerson[] = []
  const administrators = { before: 0, after: 0 }
  const everybody = noCounts()

  for (const standing of question.people) {
    const { person, personAfter = person, holdings } = standing
    const placed = {
      before: sides.before.place(person, holdings),
      after: sides.after.place(personAfter, holdings),
    }
    const isBySystem = placed.before.bySystem
    const ofThem = ({ all, distinct }: Everyday) => (isBySystem ? all : distinct)
    const worst = new Worst(person.userId)
    for (const situation of standing.situations) {
      const both = remember(met, situationKey(situation), () => meetOne(sides, situation))
      worst.add(compare(sides, placed, [both]), { everywhere: false })
    }
    worst.add(compare(sides, placed, ofThem(everyday.people)), { everywhere: true })
    if (isAdministrator(person) || isAdministrator(personAfter)) {
      const inCentre = compare(sides, placed, ofThem(everyday.administrators))
      worst.add(inCentre, { everywhere: true })
      if (isAdministrator(person) && getsIn(inCentre.before)) administrators.before++
      if (isAdministrator(personAfter) && getsIn(inCentre.after)) administrators.after++
    }
    everybody[worst.standing]++
    if (worst.found !== undefined) affected.push(worst.found)
  }
  affected.sort((a, b) => (a.userId < b.userId ? -1 : 1))
  return {
    affected,
    counts: countByStanding(affected),
    everybody,
    blocked: affected.filter(({ after }) => after === 'blocked').map(({ userId }) => userId),
    lastAdministratorLost: administrators.before > 0 && administrators.after === 0,
  }
}

interface Sides {
  readonly before: Side
  readonly after: Side
}

interface BothSituations {
  readonly before: MetSituation
  readonly after: MetSituation
}

function meetOne({ before, after }: Sides, situation: Situation): BothSituations {
  return { before: before.meet(situation), after: after.meet(situation) }
}

/** Situations met on both sides. */
interface Everyday {
  readonly all: readonly BothSituations[]
  /** Without those that are the same to both sides. */
  readonly distinct: readonly BothSituations[]
}

function meetBoth(sides: Sides, situations: readonly Situation[]): Everyday {
  const all = situations.map((situation) => meetOne(sides, situation))
  const distinct = new Map(all.map((both) => [`${both.before.key}/${both.after.key}`, both]))
  return { all, distinct: [...distinct.values()] }
}

interface Compared {
  readonly before: Outlook
  readonly after: Outlook
  readonly situation: Situation
}

/** How somebody fares before and after, each in the best of some situations. */
function compare(
  { before, after }: Sides,
  placed: { readonly before: PlacedPerson; readonly after: PlacedPerson },
  situations: readonly BothSituations[],
): Compared {
  let bestBefore: Outlook | undefined
  let best: { readonly outlook: Outlook; readonly situation: Situation } | undefined
  for (const both of situations) {
    const then = before.outlook(placed.before, both.before)
    const now = after.outlook(placed.after, both.after)
    if (bestBefore === undefined || rankOf(then) < rankOf(bestBefore)) bestBefore = then
    if (best === undefined || rankOf(now) < rankOf(best.outlook)) {
      best = { outlook: now, situation: both.after.situation }
    }
  }
  if (bestBefore === undefined || best === undefined) throw new Error('compared in no situation')
  return { before: bestBefore, after: best.outlook, situation: best.situation }
}

/** The worst that a change does to one person. */
class Worst {
  found: AffectedPerson | undefined
  /** Where they come to stand, be it worse than before or not. */
  standing: Standing = 'satisfied'
  readonly #userId: string

  constructor(userId: string) {
    this.#userId = userId
  }

  add({ before, after, situation }: Compared, { everywhere }: { readonly everywhere: boolean }): void {
    if (rankOf(after) > standings.indexOf(this.standing)) this.standing = after.standing
    const isWorse = rankOf(after) > rankOf(before)
    if (!isWorse || (this.found !== undefined && rankOf(after) <= standings.indexOf(this.found.after))) return
    const { standing, ...why } = after
    this.found = {
      userId: this.#userId,
      before: before.standing,
      after: standing,
      ...why,
      situation,
      everywhere,
    }
  }
}

function rankOf({ standing }: Outlook): number {
  return standings.indexOf(standing)
}

function getsIn({ standing }: Outlook): boolean {
  return standing === 'satisfied' || standing === 'canEnrol'
}

function isAdministrator({ roleIds }: PersonFacts): boolean {
  return roleIds.has(administratorRoles.globalAdministrator)
}

function countByStanding(affected: readonly AffectedPerson[]): Record<Standing, number> {
  const counts = noCounts()
  for (const { after } of affected) counts[after]++
  return counts
}

function noCounts(): Record<Standing, number> {
  return { satisfied: 0, canEnrol: 0, needsHelpDesk: 0, blocked: 0 }
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}

/** Situations that are the same in every respect. */
function situationKey(situation: Situation): string {
  const { target, platform, ipAddress, country, clientAppType, device, transferMethod } = situation
  const what = target.kind === 'app' ? [target.clientId, ...(target.aliases ?? [])] : [target.action]
  return JSON.stringify([
    what,
    situation.authenticationContexts,
    platform,
    ipAddress,
    country,
    clientAppType,
    device,
    transferMethod,
  ])
}
