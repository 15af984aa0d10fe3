import type { UserAction } from '../conditional-access/known-apps.ts'

/** Whether a policy holds, is only watched, or does nothing. */
export type AccessPolicyState = 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced'

/** How likely it is that something is wrong, as somebody who measures it would say. */
export type RiskLevel = 'low' | 'medium' | 'high' | 'hidden' | 'none'

/** The kinds of client that policies tell apart. Nothing of ours is `exchangeActiveSync` or `easSupported`. */
export type PolicyClientAppType =
  | 'all'
  | 'browser'
  | 'mobileAppsAndDesktopClients'
  | 'exchangeActiveSync'
  | 'easSupported'
  | 'other'

/** The systems that policies tell apart. */
export type PolicyPlatform = 'android' | 'iOS' | 'windows' | 'windowsPhone' | 'macOS' | 'linux' | 'all'

/** Every control a policy may ask for by name. */
export type BuiltInControl =
  | 'block'
  | 'mfa'
  | 'compliantDevice'
  | 'domainJoinedDevice'
  | 'approvedApplication'
  | 'compliantApplication'
  | 'passwordChange'
  | 'riskRemediation'

/** Which guests: kinds, separated by commas, and the organisations they come from. */
export interface GuestsDocument {
  readonly guestOrExternalUserTypes: string
  readonly externalTenants: Readonly<Record<string, unknown>> | null
}

/** Whom a policy is for. */
export interface AccessUsersDocument {
  /** User ids, or `All`, `None`, `GuestsOrExternalUsers`. */
  readonly includeUsers: readonly string[]
  readonly excludeUsers: readonly string[]
  readonly includeGroups: readonly string[]
  readonly excludeGroups: readonly string[]
  /** Role template ids. */
  readonly includeRoles: readonly string[]
  readonly excludeRoles: readonly string[]
  readonly includeGuestsOrExternalUsers: GuestsDocument | null
  readonly excludeGuestsOrExternalUsers: GuestsDocument | null
}

/** What a policy is about: applications, or what people do, or authentication contexts; one of the three. */
export interface AccessApplicationsDocument {
  /** Application ids, or `All`, `None`, `Office365`, `MicrosoftAdminPortals`. */
  readonly includeApplications: readonly string[]
  readonly excludeApplications: readonly string[]
  readonly includeUserActions: readonly UserAction[]
  readonly includeAuthenticationContextClassReferences: readonly string[]
  readonly applicationFilter: null
}

/** When a policy applies. */
export interface AccessConditionsDocument {
  readonly users: AccessUsersDocument
  readonly applications: AccessApplicationsDocument
  readonly clientAppTypes: readonly PolicyClientAppType[]
  readonly platforms: {
    readonly includePlatforms: readonly PolicyPlatform[]
    readonly excludePlatforms: readonly PolicyPlatform[]
  } | null
  /** Ids of named locations, or `All`, `AllTrusted`. */
  readonly locations: {
    readonly includeLocations: readonly string[]
    readonly excludeLocations: readonly string[]
  } | null
  readonly devices: {
    readonly deviceFilter: { readonly mode: 'include' | 'exclude'; readonly rule: string } | null
  } | null
  /** Flags, separated by commas: `deviceCodeFlow`, `authenticationTransfer`, or `none`. */
  readonly authenticationFlows: { readonly transferMethods: string } | null
  readonly signInRiskLevels: readonly RiskLevel[]
  readonly userRiskLevels: readonly RiskLevel[]
  /** Flags, separated by commas: `minor`, `moderate`, `elevated`. */
  readonly insiderRiskLevels: string | null
  readonly servicePrincipalRiskLevels: readonly RiskLevel[]
  readonly clientApplications: null
}

/** What a policy asks for. */
export interface AccessGrantDocument {
  readonly operator: 'AND' | 'OR'
  readonly builtInControls: readonly BuiltInControl[]
  readonly customAuthenticationFactors: readonly string[]
  readonly termsOfUse: readonly string[]
  readonly authenticationStrength: { readonly id: string } | null
}

/** How long, and how, somebody stays signed in. */
export interface AccessSessionDocument {
  readonly signInFrequency: {
    readonly isEnabled: boolean
    readonly type: 'days' | 'hours' | null
    readonly value: number | null
    readonly authenticationType: 'primaryAndSecondaryAuthentication' | 'secondaryAuthentication'
    readonly frequencyInterval: 'timeBased' | 'everyTime'
  } | null
  readonly persistentBrowser: { readonly isEnabled: boolean; readonly mode: 'always' | 'never' } | null
  readonly cloudAppSecurity: {
    readonly isEnabled: boolean
    readonly cloudAppSecurityType: 'mcasConfigured' | 'monitorOnly' | 'blockDownloads'
  } | null
  readonly applicationEnforcedRestrictions: { readonly isEnabled: boolean } | null
  readonly secureSignInSession: { readonly isEnabled: boolean } | null
  readonly disableResilienceDefaults: boolean | null
}

/**
 * A Conditional Access policy, as it was received and completed: every property is there.
 *
 * @see https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy
 */
export interface ConditionalAccessDocument {
  readonly id: string
  readonly displayName: string
  readonly description: string | null
  readonly state: AccessPolicyState
  readonly templateId: string | null
  readonly createdDateTime: string
  readonly modifiedDateTime: string | null
  readonly conditions: AccessConditionsDocument
  readonly grantControls: AccessGrantDocument | null
  readonly sessionControls: AccessSessionDocument | null
}
