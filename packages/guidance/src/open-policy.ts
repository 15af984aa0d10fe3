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
import { type BuiltIn, builtInProviders } from './built-in.ts'
import type { DescribedProvider } from './described-provider.ts'
import type { OwnSurface } from './own-surface.ts'

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
  /** What keeps passkeys without anything being installed, each by its own models. */
  readonly builtIn: Readonly<Record<BuiltIn, Standing>>
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

/** What an authenticator of ours can prove: that its device is registered, and at best that a TPM keeps its keys. */
const ownProofs: Readonly<
  Record<Exclude<OwnSurface['surface'], 'phoneApp'>, readonly Omit<PasskeyFacts, 'aaguid'>[]>
> = {
  extension: [{ attested: true, evidence: 'software', backupEligible: false }],
  agent: [
    { attested: true, evidence: 'software', backupEligible: false },
    { attested: true, evidence: 'tpm', backupEligible: false },
  ],
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
  const judgeBuiltIn = (id: BuiltIn): Standing => {
    const { aaguids, synced } = builtInProviders[id]
    return judge(aaguids, synced ? typical.synced : typical.computer)
  }
  const judgeOwn = ({ aaguids }: DescribedProvider, { surface }: OwnSurface): Standing => {
    // A web app keeps no passkeys: the phone keeps what is made in it, where it keeps its own.
    if (surface === 'phoneApp') return open('synced')
    const standings = ownProofs[surface].map((facts) => judge(aaguids, facts))
    return standings.find(({ allowed }) => allowed) ?? standings[0] ?? judge(aaguids, typical.synced)
  }
  const codes = mayUseMethod(methods, person, 'totp')
  return {
    synced: open('synced'),
    computer: open('computer'),
    securityKey: open('securityKey'),
    builtIn: {
      icloudKeychain: judgeBuiltIn('icloudKeychain'),
      googlePasswordManager: judgeBuiltIn('googlePasswordManager'),
      samsungPass: judgeBuiltIn('samsungPass'),
      windowsHello: judgeBuiltIn('windowsHello'),
    },
    providers: known.providers.map((provider) => ({
      ...provider,
      standing:
        provider.own === undefined
          ? judge(provider.aaguids, typical.securityKey)
          : judgeOwn(provider, provider.own),
    })),
    codes: codes.allow ? { allowed: true } : { allowed: false, because: codes.because },
    password: known.hasPassword ? 'changeable' : 'none',
    proof: profiles.length > 0 && profiles.every(({ attestation }) => attestation),
    minimumVersions: methods.passkey.minimumVersions,
  }
}
