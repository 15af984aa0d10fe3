import { administratorRoles } from '../administrator-roles.ts'
import type { PasskeyFacts } from '../methods/passkey-facts.ts'
import type { Rules } from '../rules.ts'
import { everydaySituations } from './everyday-situations.ts'
import { type Outlook, type PersonStanding, type Situation, standings } from './person-standing.ts'
import { type MetSituation, makeSide, type PlacedPerson, type Side } from './side.ts'

/** How somebody fares in one situation. */
export interface OutlookThere {
  readonly situation: Situation
  readonly outlook: Outlook
  /** The passkeys that would each be enough there, alone. */
  readonly counting: readonly PasskeyFacts[]
}

/** How somebody fares under rules that may not hold yet. */
export interface PersonOutlook {
  readonly userId: string
  /** In each place they were in. */
  readonly there: readonly OutlookThere[]
  /** In the best of the places anybody may be in; of administrators the worse of some app and the admin centre. */
  readonly anywhere: OutlookThere
}

/** People, and the rules they would live under. */
export interface OutlooksQuestion {
  readonly rules: Rules
  /** Where there is a `personAfter`, that is who counts. */
  readonly people: Iterable<PersonStanding>
  readonly now: Date
  readonly passwordMayAddFirstPasskey: boolean
}

/**
 * Say how people would fare under rules, wherever they were, with what they have. It decides as a sign-in does, and is
 * `analyseLockOut` without the comparison.
 */
export function* listOutlooks(question: OutlooksQuestion): Iterable<PersonOutlook> {
  const { rules, people } = question
  const side = makeSide(rules, question)
  const someApp = meetEach(side, everydaySituations([rules.access], 'someApp'))
  const adminCentre = meetEach(side, everydaySituations([rules.access], 'adminCentre'))
  // The same few situations are many people's.
  const met = new Map<Situation, MetSituation>()
  const meet = (situation: Situation) => {
    const known = met.get(situation) ?? side.meet(situation)
    met.set(situation, known)
    return known
  }
  for (const { person, personAfter = person, holdings, situations } of people) {
    const placed = {
      all: side.place(personAfter, holdings),
      alone: holdings.passkeys.map((passkey) => ({
        passkey,
        with: side.place(personAfter, { passkeys: [passkey], password: false, totp: false }),
      })),
    }
    const ofThem = ({ all, distinct }: Everyday) => (placed.all.bySystem ? all : distinct)
    const places = [bestOf(ofThem(someApp).map((each) => find(side, placed, each)))]
    if (personAfter.roleIds.has(administratorRoles.globalAdministrator)) {
      places.push(bestOf(ofThem(adminCentre).map((each) => find(side, placed, each))))
    }
    yield {
      userId: person.userId,
      there: situations.map((situation) => find(side, placed, meet(situation))),
      anywhere: places.reduce((worst, each) => (rankOf(each) > rankOf(worst) ? each : worst)),
    }
  }
}

interface Placed {
  readonly all: PlacedPerson
  readonly alone: readonly { readonly passkey: PasskeyFacts; readonly with: PlacedPerson }[]
}

function find(side: Side, { all, alone }: Placed, met: MetSituation): OutlookThere {
  const isEnough = (placed: PlacedPerson) => side.outlook(placed, met).standing === 'satisfied'
  return {
    situation: met.situation,
    outlook: side.outlook(all, met),
    counting: alone.flatMap((each) => (isEnough(each.with) ? [each.passkey] : [])),
  }
}

interface Everyday {
  readonly all: readonly MetSituation[]
  /** Without those that are the same to the rules. */
  readonly distinct: readonly MetSituation[]
}

function meetEach(side: Side, situations: readonly Situation[]): Everyday {
  const all = situations.map((situation) => side.meet(situation))
  return { all, distinct: [...new Map(all.map((each) => [each.key, each])).values()] }
}

function bestOf(places: readonly OutlookThere[]): OutlookThere {
  return places.reduce((best, each) => (rankOf(each) < rankOf(best) ? each : best))
}

function rankOf({ outlook }: OutlookThere): number {
  return standings.indexOf(outlook.standing)
}
