import { findUsableMethods, listPasskeysWithState, type Person, type Session } from '@latchkey/identity'
import {
  type AccessDecision,
  type CompiledStrength,
  type HeldMethods,
  lastingProofs,
  type ProvenMethod,
  proofsSince,
  type StrengthName,
  satisfiesStrength,
  strengthByName,
  strongerOf,
  toMethodNames,
} from '@latchkey/policy'
import { decideVisit } from '../access/decide-visit.ts'
import type { Step } from './step.ts'

/** What a flow needs of a session, and what of that is there. */
export interface Needed {
  /** All of them: what was asked for, and what the rules want besides. */
  readonly strengths: readonly CompiledStrength[]
  /** The proofs that are not too old. */
  readonly proofs: readonly ProvenMethod[]
  /** Absent where rules have nothing to say. */
  readonly access?: AccessDecision
}

/** Read what a flow needs of a session: what the asker wants, what the organisation wants, and what its rules want. */
export async function readNeeded(
  { deps, flow, tenant, request }: Step,
  { person, session }: { readonly person: Person; readonly session: Session },
): Promise<Needed> {
  const { asked, provenAfter } = flow.require
  const least = strengthByName(requiredStrength({ flow, tenant }))
  // An approval changes no sign-in method: whoever comes to change one proves more.
  const isLasting = asked?.target.kind === 'action'
  const since = (proofs: readonly ProvenMethod[]) =>
    proofsSince(isLasting ? lastingProofs(proofs) : proofs, provenAfter, deps.now())
  if (asked === undefined) return { strengths: [least], proofs: since(session.proofs) }

  const access = await decideVisit(deps, { person, session, asked, visitor: request.visitor })
  return { strengths: [least, ...access.needs.strengths], proofs: since(access.counting), access }
}

/** Whether everything that has to be proven was proven. */
export function isProven({ strengths, proofs }: Needed): boolean {
  return strengths.every((strength) => satisfiesStrength(proofs, strength).allow)
}

/** The strength that is asked for by name: what the asker wants, and never less than the organisation wants of all. */
export function requiredStrength({ flow, tenant }: Pick<Step, 'flow' | 'tenant'>): StrengthName {
  return strongerOf(flow.require.strength, tenant?.settings.leastStrength ?? 'singleFactor')
}

/** Read what a person can use: passkeys that are dormant are not among it. Which models their passkeys are is looked up only where a strength names models. */
export async function readHeld(
  deps: Step['deps'],
  person: Person,
  strengths: readonly CompiledStrength[],
): Promise<HeldMethods & { readonly passkeyCount: number }> {
  const { stores } = deps
  const usable = await findUsableMethods(stores, deps, person)
  const namesModels = strengths.some(({ combinations }) =>
    combinations.some(({ token, passkeyModels }) => passkeyModels || token === 'windowsHelloForBusiness'),
  )
  const passkeys = namesModels ? await listPasskeysWithState(stores, deps, person) : []
  const awake = passkeys.filter(({ dormantBecause }) => dormantBecause === undefined)
  return {
    methods: toMethodNames(usable),
    passkeyCount: usable.passkeys,
    passkeys: awake.map(({ passkey: { aaguid, attestation } }) => ({
      aaguid,
      attested: attestation.trusted,
    })),
  }
}
