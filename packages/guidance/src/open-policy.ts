import {
  type CompiledMethods,
  type MinimumVersions,
  mayRegisterPasskey,
  mayUseMethod,
  type PasskeyDenial,
  type PasskeyFacts,
  type PersonFacts,
  profilesOf,
} from '@latchkey/policy'
import type { DescribedProvider } from './described-provider.ts'

/** Whether something is open to somebody, and why not if not. */
export type Standing =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: PasskeyDenial }

/** A provider, and whether its passkeys are open to somebody. */
export type OfferedProvider = DescribedProvider & { readonly standing: Standing }

/** What an organisation allows somebody, as far as it changes what they are shown. JSON. */
export interface OpenPolicy {
  /** Passkeys that are copied between a person's devices. */
  readonly synced: Standing
  /** Passkeys that a computer keeps to itself. */
  readonly computer: Standing
  readonly securityKey: Standing
  /** Apps the organisation names, in its order. */
  readonly providers: readonly OfferedProvider[]
  readonly codes: Standing
  readonly password: 'changeable' | 'none'
  /** Whether every passkey has to prove its model. */
  readonly proof: boolean
  readonly minimumVersions: MinimumVersions
}

/** Where passkeys of a model are kept. */
export type ModelPlace = 'synced' | 'computer' | 'securityKey' | 'other'

/** What is known beside the rules. */
export interface KnownToPolicy {
  readonly providers: readonly DescribedProvider[]
  readonly hasPassword: boolean
  /** Where passkeys of a model are kept, as far as anybody knows. */
  placeOf(aaguid: string): ModelPlace
}

/** Stands for a model nobody has named: what is left when no list of models is enforced. */
const unnamed = '00000000-0000-0000-0000-000000000000'

const typical: Readonly<Record<Exclude<ModelPlace, 'other'>, Omit<PasskeyFacts, 'aaguid'>>> = {
  // No synced passkey proves its model today.
  synced: { attested: false, evidence: 'none', backupEligible: true },
  computer: { attested: true, evidence: 'tpm', backupEligible: false },
  securityKey: { attested: true, evidence: 'hardware', backupEligible: false },
}

/**
 * Sum up what the rules leave open to somebody: each kind of passkey is open if the rules would take one good example of
 * it. They are asked themselves; nothing is decided twice.
 */
export function toOpenPolicy(
  methods: CompiledMethods,
  person: PersonFacts,
  known: KnownToPolicy,
): OpenPolicy {
  const profiles = profilesOf(methods, person)
  const listed = profiles.flatMap(({ models }) => (models?.kind === 'allow' ? [...models.aaguids] : []))
  const open = (place: keyof typeof typical): Standing =>
    judge([unnamed, ...listed.filter((aaguid) => known.placeOf(aaguid) === place)], typical[place])
  const judge = (aaguids: readonly string[], facts: Omit<PasskeyFacts, 'aaguid'>): Standing => {
    const decisions = aaguids.map((aaguid) => mayRegisterPasskey(methods, person, { ...facts, aaguid }))
    const [first] = decisions
    if (decisions.some(({ allow }) => allow)) return { allowed: true }
    return { allowed: false, because: first?.allow === false ? first.because : 'model_not_allowed' }
  }
  const codes = mayUseMethod(methods, person, 'totp')
  return {
    synced: open('synced'),
    computer: open('computer'),
    securityKey: open('securityKey'),
    providers: known.providers.map((provider) => ({
      ...provider,
      standing: judge(provider.aaguids, typical.securityKey),
    })),
    codes: codes.allow ? { allowed: true } : { allowed: false, because: codes.because },
    password: known.hasPassword ? 'changeable' : 'none',
    proof: profiles.length > 0 && profiles.every(({ attestation }) => attestation),
    minimumVersions: methods.passkey.minimumVersions,
  }
}
