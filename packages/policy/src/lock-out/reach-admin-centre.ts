import type { Rules } from '../rules.ts'
import { everydaySituations } from './everyday-situations.ts'
import type { PersonStanding } from './person-standing.ts'
import { makeSide } from './side.ts'

/**
 * Find out who gets into the admin centre with what they have: somewhere, on some platform. A pass does not count, it is
 * gone soon; neither does what somebody could add.
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
    return places.some((place) => side.outlook(placed, place).standing === 'satisfied')
  })
  return new Set(reaching.map(({ person }) => person.userId))
}
