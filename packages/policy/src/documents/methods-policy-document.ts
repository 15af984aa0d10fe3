import type { RegistrationEnforcementDocument } from './campaign-document.ts'

/** Whom a method is for: a group, `all_users` (a group too, on the wire), or one person. */
export interface MethodTargetDocument {
  readonly targetType: 'group' | 'user'
  readonly id: string
  readonly isRegistrationRequired: boolean
}

/** Whom passkeys are for, and which profiles they may fit. None named: the default profile. */
export interface PasskeyTargetDocument extends MethodTargetDocument {
  readonly allowedPasskeyProfiles: readonly string[]
}

export interface AuthenticatorTargetDocument extends MethodTargetDocument {
  readonly authenticationMode: 'deviceBasedPush' | 'push' | 'any'
}

/** Who is left out. It wins over every inclusion. */
export interface ExcludedTargetDocument {
  readonly targetType: 'group' | 'user'
  readonly id: string
}

/** Which models. `isEnforced: false` keeps the list and does nothing with it. */
export interface KeyRestrictionsDocument {
  readonly isEnforced: boolean
  readonly enforcementType: 'allow' | 'block'
  /** In small letters, duplicates as they were given. */
  readonly aaGuids: readonly string[]
}

/** One kind of passkey that is welcome. A passkey is fine if it fits one profile. */
export interface PasskeyProfileDocument {
  readonly id: string
  readonly name: string
  /** `deviceBound`, `synced`, or `deviceBound,synced`. */
  readonly passkeyTypes: string
  readonly attestationEnforcement: 'disabled' | 'registrationOnly'
  readonly keyRestrictions: KeyRestrictionsDocument
  /** Ours: the least that an attestation must prove about where the key lives, where one is asked. */
  readonly latchkey_leastEvidence: 'software' | 'tpm' | 'hardware'
}

/** Ours: from which version a system counts, by provider and system. */
export type MinimumVersionsDocument = Readonly<Record<string, Readonly<Record<string, string>>>>

interface Configuration {
  readonly '@odata.type': string
  readonly id: string
  readonly state: 'enabled' | 'disabled'
  readonly excludeTargets: readonly ExcludedTargetDocument[]
}

export interface Fido2Document extends Configuration {
  readonly id: 'Fido2'
  readonly isSelfServiceRegistrationAllowed: boolean
  /** The old word for the default profile's `attestationEnforcement`: the two always say the same. */
  readonly isAttestationEnforced: boolean
  /** The default profile's, by its old place. */
  readonly keyRestrictions: KeyRestrictionsDocument
  readonly defaultPasskeyProfile: string
  readonly passkeyProfiles: readonly PasskeyProfileDocument[]
  readonly includeTargets: readonly PasskeyTargetDocument[]
  /** Ours: what happens when the metadata says that something is wrong with a model. */
  readonly latchkey_metadataStatus: 'alert' | 'stepUp' | 'block'
  readonly latchkey_minimumVersions: MinimumVersionsDocument
}

/** Times in minutes, the length in characters. */
export interface TemporaryAccessPassDocument extends Configuration {
  readonly id: 'TemporaryAccessPass'
  readonly defaultLifetimeInMinutes: number
  readonly minimumLifetimeInMinutes: number
  readonly maximumLifetimeInMinutes: number
  readonly defaultLength: number
  readonly isUsableOnce: boolean
  readonly includeTargets: readonly MethodTargetDocument[]
}

export interface SoftwareOathDocument extends Configuration {
  readonly id: 'SoftwareOath'
  readonly includeTargets: readonly MethodTargetDocument[]
}

export interface AuthenticatorDocument extends Configuration {
  readonly id: 'MicrosoftAuthenticator'
  readonly isSoftwareOathEnabled: boolean
  /** Kept as received. */
  readonly featureSettings: Readonly<Record<string, unknown>>
  /** Ours: whether an approval alone lets an administrator in. Absent in policies of before: it does not. */
  readonly latchkey_administratorsPasswordless?: boolean
  readonly includeTargets: readonly AuthenticatorTargetDocument[]
}

export type MethodConfigurationDocument =
  | Fido2Document
  | TemporaryAccessPassDocument
  | SoftwareOathDocument
  | AuthenticatorDocument

export type MethodConfigurationId = MethodConfigurationDocument['id']

/** The authentication methods policy of an organisation, as the API speaks of it. */
export interface MethodsPolicyDocument {
  readonly id: 'authenticationMethodsPolicy'
  readonly displayName: string
  readonly description: string
  /** ISO 8601. */
  readonly lastModifiedDateTime: string
  readonly policyVersion: string
  readonly policyMigrationState: 'preMigration' | 'migrationInProgress' | 'migrationComplete' | null
  readonly reconfirmationInDays: number
  readonly registrationEnforcement: RegistrationEnforcementDocument
  readonly systemCredentialPreferences: {
    readonly state: 'default' | 'enabled' | 'disabled'
    readonly includeTargets: readonly ExcludedTargetDocument[]
    readonly excludeTargets: readonly ExcludedTargetDocument[]
  }
  readonly fido2: Fido2Document
  readonly temporaryAccessPass: TemporaryAccessPassDocument
  readonly softwareOath: SoftwareOathDocument
  readonly microsoftAuthenticator: AuthenticatorDocument
}

/** The id that stands for everybody. */
export const everybody = 'all_users'

/** The profile that is always there. */
export const defaultProfileId = '00000000-0000-0000-0000-000000000001'
