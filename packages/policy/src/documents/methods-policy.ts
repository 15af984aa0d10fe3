import { checkFido2, checkPass, checkSize } from './check-methods-policy.ts'
import { defaultMethodsPolicy } from './default-methods-policy.ts'
import { asRecord, enumeration, integer, nullable, object, partial } from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'
import { mergeJson } from './merge-json.ts'
import type {
  Fido2Document,
  MethodConfigurationDocument,
  MethodConfigurationId,
  MethodsPolicyDocument,
} from './methods-policy-document.ts'
import { mirrorDefaultProfile } from './mirror-default-profile.ts'
import { readRegistrationEnforcement } from './read-campaign.ts'
import { configurationReaders, excludedTargets, requireType } from './read-method-configuration.ts'

/** What the server adds to a change. */
export interface PolicyChangeStamp {
  /** ISO 8601. */
  readonly at: string
  /** Gives a new GUID, for a profile that comes without one. */
  newId(): string
}

/** Where each configuration stands in the policy. */
const placeOf = {
  Fido2: 'fido2',
  TemporaryAccessPass: 'temporaryAccessPass',
  SoftwareOath: 'softwareOath',
  MicrosoftAuthenticator: 'microsoftAuthenticator',
} as const satisfies Readonly<Record<MethodConfigurationId, keyof MethodsPolicyDocument>>

const configurationIds = ['Fido2', 'MicrosoftAuthenticator', 'TemporaryAccessPass', 'SoftwareOath'] as const

/** Find a configuration by its id, in whichever case it is written. */
export function findConfigurationId(id: string): MethodConfigurationId | undefined {
  return configurationIds.find((each) => each.toLowerCase() === id.toLowerCase())
}

/** The configurations of a policy, as a list. */
export function listConfigurations(policy: MethodsPolicyDocument): readonly MethodConfigurationDocument[] {
  return configurationIds.map((id) => getConfiguration(policy, id))
}

/** Get one configuration. */
export function getConfiguration(
  policy: MethodsPolicyDocument,
  id: MethodConfigurationId,
): MethodConfigurationDocument {
  return policy[placeOf[id]]
}

/**
 * Lay a change (`PATCH`) over a configuration: objects property by property, lists as a whole. Unknown properties are
 * refused by name.
 *
 * What stands twice (the default profile and its mirror in the old words) says the same afterwards: a change in either
 * words changes both, and one that changes them apart is refused.
 *
 * @throws DocumentRefusal
 */
export function applyConfigurationPatch(
  policy: MethodsPolicyDocument,
  id: MethodConfigurationId,
  change: unknown,
  stamp: PolicyChangeStamp,
): MethodsPolicyDocument {
  requireType(change, id)
  const before = getConfiguration(policy, id)
  const merged = {
    ...asRecord(mergeJson(before, withoutId(change, id)), ''),
    '@odata.type': before['@odata.type'],
    id,
  }
  return finish({
    ...policy,
    lastModifiedDateTime: stamp.at,
    [placeOf[id]]: readConfiguration(merged, before, stamp),
  })
}

/** Bring a configuration back to what an organisation starts with (`DELETE`). */
export function resetConfiguration(
  policy: MethodsPolicyDocument,
  id: MethodConfigurationId,
  stamp: PolicyChangeStamp,
): MethodsPolicyDocument {
  return {
    ...policy,
    lastModifiedDateTime: stamp.at,
    [placeOf[id]]: getConfiguration(defaultMethodsPolicy, id),
  }
}

const preferences = object({
  state: enumeration(['default', 'enabled', 'disabled']),
  includeTargets: excludedTargets,
  excludeTargets: excludedTargets,
})

const policyChange = partial<
  Pick<
    MethodsPolicyDocument,
    | 'policyMigrationState'
    | 'reconfirmationInDays'
    | 'registrationEnforcement'
    | 'systemCredentialPreferences'
  >
>({
  policyMigrationState: nullable(enumeration(['preMigration', 'migrationInProgress', 'migrationComplete'])),
  reconfirmationInDays: integer(0, 730),
  registrationEnforcement: readRegistrationEnforcement,
  systemCredentialPreferences: preferences,
})

/** Lay a change over what the policy says apart from its methods. @throws DocumentRefusal */
export function applyPolicyPatch(
  policy: MethodsPolicyDocument,
  change: unknown,
  stamp: PolicyChangeStamp,
): MethodsPolicyDocument {
  const { systemCredentialPreferences, registrationEnforcement } = policy
  const given = asRecord(change, '')
  const completed = {
    ...given,
    ...('systemCredentialPreferences' in given && {
      systemCredentialPreferences: mergeJson(
        systemCredentialPreferences,
        given['systemCredentialPreferences'],
      ),
    }),
    ...('registrationEnforcement' in given && {
      registrationEnforcement: mergeJson(registrationEnforcement, given['registrationEnforcement']),
    }),
  }
  return finish({ ...policy, ...policyChange(completed, ''), lastModifiedDateTime: stamp.at })
}

function readConfiguration(
  merged: Readonly<Record<string, unknown>>,
  before: MethodConfigurationDocument,
  { newId }: PolicyChangeStamp,
): MethodConfigurationDocument {
  switch (before.id) {
    case 'Fido2': {
      const read = configurationReaders.Fido2(withProfileIds(merged, newId), '')
      const fido2: Fido2Document = mirrorDefaultProfile(before, read)
      checkFido2(fido2)
      return fido2
    }
    case 'TemporaryAccessPass': {
      const pass = configurationReaders.TemporaryAccessPass(merged, '')
      checkPass(pass)
      return pass
    }
    case 'SoftwareOath':
      return configurationReaders.SoftwareOath(merged, '')
    case 'MicrosoftAuthenticator':
      return configurationReaders.MicrosoftAuthenticator(merged, '')
  }
}

function withProfileIds(merged: Readonly<Record<string, unknown>>, newId: () => string) {
  const profiles = merged['passkeyProfiles']
  if (!Array.isArray(profiles)) return merged
  const named = profiles.map((profile: unknown) =>
    typeof profile === 'object' && profile !== null && !('id' in profile)
      ? { id: newId(), ...profile }
      : profile,
  )
  return { ...merged, passkeyProfiles: named }
}

/** A body may repeat the id it is sent to, in any case; not another. */
function withoutId(change: unknown, id: MethodConfigurationId): unknown {
  const { id: given, ...rest } = asRecord(change, '')
  if (given !== undefined && (typeof given !== 'string' || findConfigurationId(given) !== id)) {
    throw new DocumentRefusal('id', 'cannot be changed')
  }
  return rest
}

function finish(policy: MethodsPolicyDocument): MethodsPolicyDocument {
  checkSize(policy)
  return policy
}
