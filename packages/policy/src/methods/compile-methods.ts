import { type Campaign, compileCampaign } from '../campaign/compile-campaign.ts'
import {
  type AuthenticatorDocument,
  type AuthenticatorTargetDocument,
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
import { type PeopleSet, toPeople } from './people-set.ts'

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

/** Whether and for whom sign-ins are approved on a device, and as what. */
export interface ApprovalScope extends MethodScope {
  readonly targets: readonly {
    readonly people: PeopleSet
    /** `push`: after a password. `deviceBasedPush`: instead of one. */
    readonly mode: AuthenticatorTargetDocument['authenticationMode']
  }[]
  /** Whether an approval alone lets an administrator in. */
  readonly administrators: boolean
  /** Who is shown which app asks, and from where. */
  readonly showsApp: MethodScope
  readonly showsPlace: MethodScope
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
  readonly push: ApprovalScope
  /** Whom the system proposes the best method to, whatever they chose themselves. */
  readonly preferred: MethodScope
  /** Who is asked for a passkey on the way through sign-in. */
  readonly campaign: Campaign
  /** Whether anything here depends on the groups people are in. */
  readonly asksGroups: boolean
  /** … or on the roles they have. */
  readonly asksRoles: boolean
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
    push: toApprovalScope(microsoftAuthenticator),
    preferred: toScope({
      ...systemCredentialPreferences,
      state: systemCredentialPreferences.state === 'disabled' ? 'disabled' : 'enabled',
    }),
  }
  const { push } = compiled
  const campaign = compileCampaign(policy.registrationEnforcement)
  const scopes: readonly MethodScope[] = [...Object.values(compiled), push.showsApp, push.showsPlace]
  const sets = [...scopes.flatMap(({ included, excluded }) => [included, excluded]), ...peopleOf(campaign)]
  return {
    ...compiled,
    campaign,
    asksGroups: sets.some(({ groups }) => groups.size > 0),
    asksRoles: push.enabled && !push.administrators && push.targets.some(({ mode }) => mode !== 'push'),
  }
}

/** As long as no campaign is on, nobody need know who would be in it. */
function peopleOf({ state, targets, excluded }: Campaign): readonly PeopleSet[] {
  return state === 'enabled' ? [...targets.map(({ people }) => people), excluded] : []
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

function toApprovalScope(document: AuthenticatorDocument): ApprovalScope {
  const { featureSettings, includeTargets, latchkey_administratorsPasswordless = false } = document
  return {
    ...toScope(document),
    targets: includeTargets.map(({ authenticationMode, ...target }) => ({
      people: toPeople([target]),
      mode: authenticationMode,
    })),
    administrators: latchkey_administratorsPasswordless,
    showsApp: toFeatureScope(featureSettings['displayAppInformationRequiredState']),
    showsPlace: toFeatureScope(featureSettings['displayLocationInformationRequiredState']),
  }
}

/** A feature is for everybody until it is switched off or for a group. What else stands there was kept as received. */
function toFeatureScope(feature: unknown): MethodScope {
  const said = readObject(feature)
  const includes = toFeaturePeople(said['includeTarget'])
  return {
    enabled: said['state'] !== 'disabled',
    included: includes ?? toPeople([{ targetType: 'group', id: everybody }]),
    excluded: toFeaturePeople(said['excludeTarget']) ?? toPeople([]),
  }
}

function toFeaturePeople(target: unknown): PeopleSet | undefined {
  const { id, targetType } = readObject(target)
  if (typeof id !== 'string' || targetType !== 'group') return undefined
  return toPeople([{ targetType: 'group', id }])
}

function readObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
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
