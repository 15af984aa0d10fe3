import {
  type ExcludedTargetDocument,
  everybody,
  type Fido2Document,
  type KeyRestrictionsDocument,
  type MethodsPolicyDocument,
  type PasskeyProfileDocument,
} from '../documents/methods-policy-document.ts'
import type { Evidence } from '../evidence.ts'
import type { PassTerms } from '../pass-policy.ts'
import type { MinimumVersions } from './minimum-versions.ts'
import { withMinimumVersions } from './minimum-versions.ts'

/** A set of people, by everybody, groups and ids. */
export interface PeopleSet {
  readonly everybody: boolean
  readonly groups: ReadonlySet<string>
  readonly users: ReadonlySet<string>
}

/** Whether and for whom a method is there. */
export interface MethodScope {
  readonly enabled: boolean
  readonly included: PeopleSet
  readonly excluded: PeopleSet
}

/** A passkey profile, ready to be decided by. */
export interface PasskeyProfile {
  readonly id: string
  readonly name: string
  readonly deviceBound: boolean
  readonly synced: boolean
  readonly attestation: boolean
  /** The least evidence that an attestation must bring; looked at only where one is asked. */
  readonly leastEvidence: Evidence
  readonly models?: { readonly kind: 'allow' | 'block'; readonly aaguids: ReadonlySet<string> }
}

/** The methods policy, ready to be decided by. */
export interface CompiledMethods {
  readonly passkey: MethodScope & {
    readonly selfService: boolean
    readonly targets: readonly { readonly people: PeopleSet; readonly profiles: readonly PasskeyProfile[] }[]
    /** What a bad status of a model leads to. */
    readonly badModels: 'alert' | 'stepUp' | 'block'
    readonly minimumVersions: MinimumVersions
  }
  readonly pass: MethodScope & { readonly terms: PassTerms; readonly length: number }
  readonly totp: MethodScope
  readonly push: MethodScope
  /** Whom the system proposes the best method to, whatever they chose themselves. */
  readonly preferred: MethodScope
  /** Whether anything here depends on the groups people are in. */
  readonly asksGroups: boolean
}

/** Make of a document what people are held against. */
export function compileMethods(policy: MethodsPolicyDocument): CompiledMethods {
  const {
    fido2,
    temporaryAccessPass: pass,
    softwareOath,
    microsoftAuthenticator,
    systemCredentialPreferences,
  } = policy
  const compiled = {
    passkey: {
      ...toScope(fido2),
      selfService: fido2.isSelfServiceRegistrationAllowed,
      targets: toTargets(fido2),
      badModels: fido2.latchkey_metadataStatus,
      minimumVersions: withMinimumVersions(fido2.latchkey_minimumVersions),
    },
    pass: {
      ...toScope(pass),
      length: pass.defaultLength,
      terms: {
        defaultLifetimeMinutes: pass.defaultLifetimeInMinutes,
        minimumLifetimeMinutes: pass.minimumLifetimeInMinutes,
        maximumLifetimeMinutes: pass.maximumLifetimeInMinutes,
        onceOnly: pass.isUsableOnce,
      },
    },
    totp: toScope(softwareOath),
    push: toScope(microsoftAuthenticator),
    preferred: toScope({
      ...systemCredentialPreferences,
      state: systemCredentialPreferences.state === 'disabled' ? 'disabled' : 'enabled',
    }),
  }
  const sets = Object.values(compiled).flatMap(({ included, excluded }) => [included, excluded])
  return { ...compiled, asksGroups: sets.some(({ groups }) => groups.size > 0) }
}

/** Whether somebody is in a set of people. */
export function isAmong(
  people: PeopleSet,
  { userId, groupIds }: { readonly userId: string; readonly groupIds: ReadonlySet<string> },
): boolean {
  if (people.everybody || people.users.has(userId)) return true
  for (const group of people.groups) if (groupIds.has(group)) return true
  return false
}

function toTargets({ includeTargets, passkeyProfiles, defaultPasskeyProfile }: Fido2Document) {
  const profiles = new Map(passkeyProfiles.map((profile) => [profile.id, toProfile(profile)]))
  return includeTargets.map(({ allowedPasskeyProfiles, ...target }) => {
    const ids = allowedPasskeyProfiles.length === 0 ? [defaultPasskeyProfile] : allowedPasskeyProfiles
    return { people: toPeople([target]), profiles: ids.flatMap((id) => profiles.get(id) ?? []) }
  })
}

function toProfile(document: PasskeyProfileDocument): PasskeyProfile {
  const types = document.passkeyTypes.split(',')
  const models = toModels(document.keyRestrictions)
  return {
    id: document.id,
    name: document.name,
    deviceBound: types.includes('deviceBound'),
    synced: types.includes('synced'),
    attestation: document.attestationEnforcement === 'registrationOnly',
    leastEvidence: document.latchkey_leastEvidence,
    ...(models && { models }),
  }
}

function toModels({
  isEnforced,
  enforcementType,
  aaGuids,
}: KeyRestrictionsDocument): PasskeyProfile['models'] {
  return isEnforced ? { kind: enforcementType, aaguids: new Set(aaGuids) } : undefined
}

function toScope(configuration: {
  readonly state: 'enabled' | 'disabled'
  readonly includeTargets: readonly ExcludedTargetDocument[]
  readonly excludeTargets: readonly ExcludedTargetDocument[]
}): MethodScope {
  return {
    enabled: configuration.state === 'enabled',
    included: toPeople(configuration.includeTargets),
    excluded: toPeople(configuration.excludeTargets),
  }
}

function toPeople(targets: readonly ExcludedTargetDocument[]): PeopleSet {
  const named = targets.filter(({ id }) => id !== everybody)
  const ids = (type: 'group' | 'user') =>
    new Set(named.flatMap(({ targetType, id }) => (targetType === type ? id : [])))
  return { everybody: named.length < targets.length, groups: ids('group'), users: ids('user') }
}
