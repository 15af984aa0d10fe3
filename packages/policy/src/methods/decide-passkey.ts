import { isEvidenceAtLeast } from '../evidence.ts'
import type { PersonFacts } from '../person-facts.ts'
import type { CompiledMethods, PasskeyProfile } from './compile-methods.ts'
import { decideScope, type ScopeDenial } from './decide-method.ts'
import type { PasskeyFacts } from './passkey-facts.ts'
import { isAmong } from './people-set.ts'

/** Why a passkey does not fit a profile; the further on, the nearer it came. */
export type ProfileDenial =
  | 'synced_not_allowed'
  | 'device_bound_not_allowed'
  | 'model_not_allowed'
  | 'not_attested'
  | 'evidence_too_weak'

/** Why a passkey is not allowed. */
export type PasskeyDenial =
  | ScopeDenial
  /** People of other organisations keep their passkeys there. */
  | 'guest'
  /** Only administrators add passkeys here. */
  | 'self_service_off'
  /** Something is known to be wrong with the model, and the organisation takes none of it. */
  | 'model_distrusted'
  | ProfileDenial

/** What the policy says of a passkey; a denial names what was wrong with it in each profile that was open to it. */
export type PasskeyDecision =
  | {
      readonly allow: true
      readonly profileId: string
      /** Whether an attestation proved the model. If not, a list of models was held against a claim. */
      readonly modelProven: boolean
    }
  | {
      readonly allow: false
      readonly because: PasskeyDenial
      readonly profiles: readonly {
        readonly profileId: string
        readonly name: string
        readonly because: ProfileDenial
      }[]
    }

/** How a passkey comes to be: by the person, or by an administrator for them. */
export type RegistrationBy = 'self' | 'administrator'

/** Decide whether somebody may add this passkey: its type, its model, and what its attestation proves. */
export function mayRegisterPasskey(
  methods: CompiledMethods,
  person: PersonFacts,
  passkey: PasskeyFacts,
  by: RegistrationBy = 'self',
): PasskeyDecision {
  if (person.guest) return { allow: false, because: 'guest', profiles: [] }
  // Deviates: elsewhere it is off for administrators too, and then nobody gets a passkey at all.
  if (!methods.passkey.selfService && by === 'self') {
    return { allow: false, because: 'self_service_off', profiles: [] }
  }
  return decide(
    methods,
    person,
    passkey,
    (profile) => whyNotType(profile, passkey) ?? whyNotProven(profile, passkey),
  )
}

/**
 * Decide whether somebody may sign in with this passkey: its type and its model. What its attestation proved was for its
 * registration to say: asking for one later shuts nobody out. An account kept for emergencies is not held against
 * profiles, or one wrong change would shut it out too.
 */
export function mayUsePasskey(
  methods: CompiledMethods,
  person: PersonFacts,
  passkey: PasskeyFacts,
): PasskeyDecision {
  if (person.breakGlass) return { allow: true, profileId: 'breakGlass', modelProven: passkey.attested }
  return decide(methods, person, passkey, (profile) => whyNotType(profile, passkey))
}

/** What one profile says of a passkey, whoever it is for. */
export interface ProfileVerdict {
  readonly profileId: string
  readonly name: string
  /** Why it could not be added by this profile; absent if it could. */
  readonly notAddedBecause?: ProfileDenial
  /** Why it could not be used by this profile; absent if it could. */
  readonly notUsedBecause?: ProfileDenial
}

/** Hold a passkey against every profile that is open to anybody. */
export function judgeByProfiles(
  { passkey: { targets } }: CompiledMethods,
  passkey: PasskeyFacts,
): readonly ProfileVerdict[] {
  const profiles = new Set(targets.flatMap((target) => target.profiles))
  return [...profiles].map((profile) => {
    const notUsedBecause = whyNotType(profile, passkey)
    const notAddedBecause = notUsedBecause ?? whyNotProven(profile, passkey)
    return {
      profileId: profile.id,
      name: profile.name,
      ...(notAddedBecause && { notAddedBecause }),
      ...(notUsedBecause && { notUsedBecause }),
    }
  })
}

/** The profiles that are open to somebody, each once. */
export function profilesOf({ passkey }: CompiledMethods, person: PersonFacts): readonly PasskeyProfile[] {
  const open = passkey.targets.flatMap(({ people, profiles }) => (isAmong(people, person) ? profiles : []))
  return [...new Set(open)]
}

function decide(
  methods: CompiledMethods,
  person: PersonFacts,
  passkey: PasskeyFacts,
  whyNot: (profile: PasskeyProfile) => ProfileDenial | undefined,
): PasskeyDecision {
  const scope = decideScope(methods.passkey, person)
  if (!scope.allow) return { allow: false, because: scope.because, profiles: [] }

  const denials: { profileId: string; name: string; because: ProfileDenial }[] = []
  for (const profile of profilesOf(methods, person)) {
    const because = whyNot(profile)
    if (because === undefined) return { allow: true, profileId: profile.id, modelProven: passkey.attested }
    denials.push({ profileId: profile.id, name: profile.name, because })
  }
  const nearest = nearness.findLast((denial) => denials.some(({ because }) => because === denial))
  return { allow: false, because: nearest ?? 'not_in_scope', profiles: denials }
}

const nearness: readonly ProfileDenial[] = [
  'synced_not_allowed',
  'device_bound_not_allowed',
  'model_not_allowed',
  'not_attested',
  'evidence_too_weak',
]

function whyNotType(
  profile: PasskeyProfile,
  { backupEligible, aaguid }: PasskeyFacts,
): ProfileDenial | undefined {
  if (backupEligible && !profile.synced) return 'synced_not_allowed'
  if (!backupEligible && !profile.deviceBound) return 'device_bound_not_allowed'
  const { models } = profile
  if (models === undefined) return undefined
  const listed = models.aaguids.has(aaguid)
  return listed === (models.kind === 'allow') ? undefined : 'model_not_allowed'
}

/** No synced passkey is attested today: a profile may ask for both on the wire, and then no synced passkey fits it. */
function whyNotProven(
  profile: PasskeyProfile,
  { attested, evidence }: PasskeyFacts,
): ProfileDenial | undefined {
  if (!profile.attestation) return undefined
  if (!attested) return 'not_attested'
  return isEvidenceAtLeast(evidence, profile.leastEvidence) ? undefined : 'evidence_too_weak'
}
