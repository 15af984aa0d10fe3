import type { AccessPolicy } from '../conditional-access/access-policy.ts'
import { isAbout, isFor, toSignInFacts } from '../conditional-access/match-policy.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { Rules } from '../rules.ts'
import { decideOutlook } from './decide-outlook.ts'
import { type Provable, toProvable } from './holdings.ts'
import type { Holdings, Outlook, Situation } from './person-standing.ts'

/** One side of a change: the rules before it, or after. Remembers what it has worked out. */
export interface Side {
  /** Everything about a person that these rules look at. */
  place(person: PersonFacts, holdings: Holdings): PlacedPerson
  /** Everything about a situation that these rules look at. */
  meet(situation: Situation): MetSituation
  outlook(person: PlacedPerson, situation: MetSituation): Outlook
}

/** A person, as the policies that could apply to them. */
export interface PlacedPerson {
  readonly policies: Uint32Array
  readonly provable: Provable
  readonly holdings: Holdings
}

/** A situation, as the policies that speak of it. */
export interface MetSituation {
  readonly situation: Situation
  readonly policies: Uint32Array
  /** The policies that speak of adding a sign-in method there. */
  readonly registering: Uint32Array
  /** Two situations with the same key are the same to these rules. */
  readonly key: string
}

/**
 * Make one side of a change.
 *
 * Whether a policy applies is asked once for each person and once for each situation; where the same policies meet the
 * same holdings, the outlook is the same, so few are ever worked out.
 */
export function makeSide(
  rules: Rules,
  terms: { readonly now: Date; readonly passwordMayAddFirstPasskey: boolean },
): Side {
  const policies = rules.access.policies.filter(({ state }) => state === 'enabled')
  const models = [...rules.strengths.values()].flatMap(({ combinations }) =>
    combinations.flatMap(({ passkeyModels }) => [...(passkeyModels ?? [])]),
  )
  const outlooks = new Map<string, Outlook>()
  const ask = { models: [...new Set(models)], now: terms.now }
  return {
    place: (person, holdings) => ({
      // Left out of enforcement, whatever the policies say.
      policies: toBits(policies, (policy) => !person.breakGlass && isFor(policy.users, person)),
      provable: toProvable(rules, person, holdings, ask),
      holdings,
    }),
    meet: (situation) => meet(rules, policies, situation),
    outlook(person, met) {
      const applying = intersect(person.policies, met.policies)
      const registering = intersect(person.policies, met.registering)
      const key = `${applying.join()};${registering.join()};${deviceKey(met.situation)};${person.provable.key}`
      const known = outlooks.get(key)
      if (known !== undefined) return known
      const outlook = decideOutlook({
        ...terms,
        situation: met.situation,
        applying: policies.filter((_, at) => hasBit(applying, at)),
        registering: policies.filter((_, at) => hasBit(registering, at)),
        provable: person.provable,
        holdings: person.holdings,
      })
      outlooks.set(key, outlook)
      return outlook
    },
  }
}

function meet(rules: Rules, policies: readonly AccessPolicy[], situation: Situation): MetSituation {
  const nothing = {
    proofs: [],
    origin: 'browser',
    now: new Date(0),
    acceptedTerms: new Set<string>(),
  } as const
  const target = { kind: 'action', action: 'urn:user:registersecurityinfo' } as const
  const facts = toSignInFacts(rules.access, { ...situation, ...nothing })
  // A sign-in is carried to another device; adding a method is not.
  const { transferMethod: _, ...there } = situation
  const registration = toSignInFacts(rules.access, { ...there, ...nothing, target })
  const spoken = toBits(policies, (policy) => isAbout(policy, facts))
  const registering = toBits(policies, (policy) => isAbout(policy, registration))
  return {
    situation,
    policies: spoken,
    registering,
    key: `${spoken.join()};${registering.join()};${deviceKey(situation)}`,
  }
}

/** What controls look at in a situation, beside proofs. */
function deviceKey({ device, transferMethod }: Situation): string {
  return `${device?.isCompliant ?? ''},${device?.trustType ?? ''},${transferMethod ?? ''}`
}

function toBits(policies: readonly AccessPolicy[], has: (policy: AccessPolicy) => boolean): Uint32Array {
  const bits = new Uint32Array(Math.ceil(policies.length / 32))
  for (const [at, policy] of policies.entries()) {
    if (has(policy)) bits[at >> 5] = (bits[at >> 5] ?? 0) | (1 << (at & 31))
  }
  return bits
}

function hasBit(bits: Uint32Array, at: number): boolean {
  return ((bits[at >> 5] ?? 0) & (1 << (at & 31))) !== 0
}

function intersect(one: Uint32Array, other: Uint32Array): Uint32Array {
  return one.map((word, at) => word & (other[at] ?? 0))
}
