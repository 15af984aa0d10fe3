import type { ExcludedTargetDocument } from './methods-policy-document.ts'

/** Whom the campaign asks, and for what. */
export interface CampaignTargetDocument extends ExcludedTargetDocument {
  readonly targetedAuthenticationMethod: 'fido2' | 'microsoftAuthenticator'
}

/** The registration campaign, as the API speaks of it. */
export interface CampaignDocument {
  /** `default`: as the system does it by itself. */
  readonly state: 'default' | 'enabled' | 'disabled'
  /** 0: asked at every sign-in with multi-factor authentication. */
  readonly snoozeDurationInDays: number
  /** Whether it can be put off three times and no more. */
  readonly enforceRegistrationAfterAllowedSnoozes: boolean
  readonly includeTargets: readonly CampaignTargetDocument[]
  /** Wins over every inclusion. */
  readonly excludeTargets: readonly ExcludedTargetDocument[]
  /** Ours: from when on it cannot be put off any more, ISO 8601. */
  readonly latchkey_deadline?: string | null
}

/** Where the policy keeps it. */
export interface RegistrationEnforcementDocument {
  readonly authenticationMethodsRegistrationCampaign: CampaignDocument
}
