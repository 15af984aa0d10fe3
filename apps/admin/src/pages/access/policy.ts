import type { ConditionalAccessDocument } from '@latchkey/policy'

/** A policy that is edited: all of a document that is anybody's to decide. */
export type Draft = Pick<
  ConditionalAccessDocument,
  'displayName' | 'description' | 'state' | 'templateId' | 'conditions' | 'grantControls' | 'sessionControls'
>

export type Conditions = ConditionalAccessDocument['conditions']
export type Grant = NonNullable<ConditionalAccessDocument['grantControls']>
export type Session = NonNullable<ConditionalAccessDocument['sessionControls']>

/** What a new policy begins with: nobody, nothing, and a question that does no harm. */
export const emptyDraft: Draft = {
  displayName: '',
  description: null,
  state: 'enabledForReportingButNotEnforced',
  templateId: null,
  conditions: {
    users: {
      includeUsers: ['None'],
      excludeUsers: [],
      includeGroups: [],
      excludeGroups: [],
      includeRoles: [],
      excludeRoles: [],
      includeGuestsOrExternalUsers: null,
      excludeGuestsOrExternalUsers: null,
    },
    applications: {
      includeApplications: ['All'],
      excludeApplications: [],
      includeUserActions: [],
      includeAuthenticationContextClassReferences: [],
      applicationFilter: null,
    },
    clientAppTypes: ['all'],
    platforms: null,
    locations: null,
    devices: null,
    authenticationFlows: null,
    signInRiskLevels: [],
    userRiskLevels: [],
    insiderRiskLevels: null,
    servicePrincipalRiskLevels: [],
    clientApplications: null,
  },
  grantControls: {
    operator: 'OR',
    builtInControls: ['mfa'],
    customAuthenticationFactors: [],
    termsOfUse: [],
    authenticationStrength: null,
  },
  sessionControls: null,
}

/** No rules about the session. */
export const noSession: Session = {
  signInFrequency: null,
  persistentBrowser: null,
  cloudAppSecurity: null,
  applicationEnforcedRestrictions: null,
  secureSignInSession: null,
  disableResilienceDefaults: null,
}

/** Nothing asked for. */
export const noGrant: Grant = {
  operator: 'OR',
  builtInControls: [],
  customAuthenticationFactors: [],
  termsOfUse: [],
  authenticationStrength: null,
}

/** What the API has of a policy, as it is edited: strengths are named, whole as they come. */
export function toDraft(policy: Partial<Draft>): Draft {
  const { displayName = '', description = null, state, templateId = null } = policy
  const conditions = { ...emptyDraft.conditions, ...policy.conditions }
  const strength = policy.grantControls?.authenticationStrength
  return {
    displayName,
    description,
    state: state ?? emptyDraft.state,
    templateId,
    conditions: {
      ...conditions,
      users: { ...emptyDraft.conditions.users, includeUsers: [], ...policy.conditions?.users },
      applications: {
        ...emptyDraft.conditions.applications,
        includeApplications: [],
        ...policy.conditions?.applications,
      },
    },
    grantControls: policy.grantControls
      ? {
          ...noGrant,
          ...policy.grantControls,
          authenticationStrength: strength ? { id: strength.id } : null,
        }
      : null,
    sessionControls: policy.sessionControls ? { ...noSession, ...policy.sessionControls } : null,
  }
}
