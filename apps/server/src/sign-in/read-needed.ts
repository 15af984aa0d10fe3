import type { Person, Session } from '@latchkey/identity'
import {
  type AccessDecision,
  type CompiledStrength,
  type HeldMethods,
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
  const since = (proofs: readonly ProvenMethod[]) => proofsSince(proofs, provenAfter, deps.now())
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

/** Read what a person can use. Which models their passkeys are is looked up only where a strength names models. */
export async function readHeld(
  { stores }: Step['deps'],
  { tenantId, userId }: Person,
  strengths: readonly CompiledStrength[],
): Promise<HeldMethods & { readonly passkeyCount: number }> {
  const registered = await stores.people.findMethods(tenantId, userId)
  const namesModels = strengths.some(({ combinations }) =>
    combinations.some(({ token, passkeyModels }) => passkeyModels || token === 'windowsHelloForBusiness'),
  )
  const passkeys = namesModels ? await stores.credentials.listOfPerson(tenantId, userId) : []
  return {
    methods: toMethodNames(registered),
    passkeyCount: registered.passkeys,
    passkeys: passkeys.map(({ aaguid, attestation }) => ({ aaguid, attested: attestation.trusted })),
  }
}
