import {
  defaultProfileId,
  everybody,
  type MethodConfigurationId,
  type MethodsPolicyDocument,
} from './methods-policy-document.ts'

const all = { targetType: 'group', id: everybody, isRegistrationRequired: false } as const

const noRestrictions = { isEnforced: false, enforcementType: 'allow', aaGuids: [] } as const

/** The `@odata.type` of each configuration. */
export const configurationTypes: Readonly<Record<MethodConfigurationId, string>> = {
  Fido2: '#microsoft.graph.fido2AuthenticationMethodConfiguration',
  MicrosoftAuthenticator: '#microsoft.graph.microsoftAuthenticatorAuthenticationMethodConfiguration',
  TemporaryAccessPass: '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
  SoftwareOath: '#microsoft.graph.softwareOathAuthenticationMethodConfiguration',
}

/**
 * What an organisation starts with: every passkey is welcome, passes and one-time codes are for everybody, and nothing
 * is asked of models.
 */
export const defaultMethodsPolicy: MethodsPolicyDocument = {
  id: 'authenticationMethodsPolicy',
  displayName: 'Authentication Methods Policy',
  description:
    'The tenant-wide policy that controls which authentication methods are allowed in the tenant, authentication method registration requirements, and self-service password reset settings',
  lastModifiedDateTime: '2026-01-01T00:00:00Z',
  policyVersion: '1.5',
  policyMigrationState: 'migrationComplete',
  reconfirmationInDays: 0,
  registrationEnforcement: {
    authenticationMethodsRegistrationCampaign: {
      state: 'default',
      snoozeDurationInDays: 1,
      enforceRegistrationAfterAllowedSnoozes: true,
      excludeTargets: [],
      includeTargets: [{ id: everybody, targetType: 'group', targetedAuthenticationMethod: 'fido2' }],
    },
  },
  systemCredentialPreferences: {
    state: 'default',
    includeTargets: [{ targetType: 'group', id: everybody }],
    excludeTargets: [],
  },
  fido2: {
    '@odata.type': configurationTypes.Fido2,
    id: 'Fido2',
    state: 'enabled',
    isSelfServiceRegistrationAllowed: true,
    isAttestationEnforced: false,
    keyRestrictions: noRestrictions,
    defaultPasskeyProfile: defaultProfileId,
    passkeyProfiles: [
      {
        id: defaultProfileId,
        name: 'Default passkey profile',
        passkeyTypes: 'deviceBound,synced',
        attestationEnforcement: 'disabled',
        keyRestrictions: noRestrictions,
        latchkey_leastEvidence: 'tpm',
      },
    ],
    includeTargets: [{ ...all, allowedPasskeyProfiles: [defaultProfileId] }],
    excludeTargets: [],
    latchkey_metadataStatus: 'alert',
    latchkey_minimumVersions: {},
  },
  temporaryAccessPass: {
    '@odata.type': configurationTypes.TemporaryAccessPass,
    id: 'TemporaryAccessPass',
    state: 'enabled',
    defaultLifetimeInMinutes: 60,
    minimumLifetimeInMinutes: 10,
    maximumLifetimeInMinutes: 480,
    defaultLength: 10,
    isUsableOnce: false,
    includeTargets: [all],
    excludeTargets: [],
  },
  softwareOath: {
    '@odata.type': configurationTypes.SoftwareOath,
    id: 'SoftwareOath',
    state: 'enabled',
    includeTargets: [all],
    excludeTargets: [],
  },
  microsoftAuthenticator: {
    '@odata.type': configurationTypes.MicrosoftAuthenticator,
    id: 'MicrosoftAuthenticator',
    state: 'disabled',
    isSoftwareOathEnabled: false,
    featureSettings: {},
    latchkey_administratorsPasswordless: false,
    includeTargets: [{ ...all, authenticationMode: 'any' }],
    excludeTargets: [],
  },
}
