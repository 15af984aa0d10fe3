import type { Rules } from '../rules.ts'
import { satisfies } from '../strength.ts'
import { everydaySituations } from './everyday-situations.ts'
import type { PersonStanding } from './person-standing.ts'
import { makeSide } from './side.ts'

/**
 * Find out who gets into the admin centre with what they have: somewhere, on some platform. A pass does not count, it is
 * gone soon; neither does what somebody could add. Whatever the rules say, it takes multi-factor authentication, and an
 * approval is none there: nothing is changed on the word of one.
 *
 * @returns ids
 */
export function reachAdminCentre(
  rules: Rules,
  people: Iterable<Pick<PersonStanding, 'person' | 'holdings'>>,
  terms: { readonly now: Date; readonly passwordMayAddFirstPasskey: boolean },
): ReadonlySet<string> {
  const side = makeSide(rules, terms)
  const places = everydaySituations([rules.access], 'adminCentre').map(side.meet)
  const reaching = [...people].filter(({ person, holdings }) => {
    const placed = side.place(person, holdings)
    return places.some((place) => {
      const isStrong = placed
        .ways(place.situation)
        .some(({ lasting }) => satisfies(lasting.proofs, 'multiFactor').allow)
      return isStrong && side.outlook(placed, place).standing === 'satisfied'
    })
  })
  return new Set(reaching.map(({ person }) => person.userId))
}
