import type {
  CampaignDocument,
  CampaignTargetDocument,
  RegistrationEnforcementDocument,
} from './campaign-document.ts'
import {
  boolean,
  enumeration,
  integer,
  list,
  nullable,
  object,
  optional,
  type Read,
} from './document-reader.ts'
import { DocumentRefusal } from './document-refusal.ts'
import { excludedTargets, target } from './read-method-configuration.ts'

const instant: Read<string> = (value, path) => {
  const isWritten = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(value)
  if (isWritten && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString()
  throw new DocumentRefusal(path, 'must be an instant such as 2026-09-01T00:00:00Z, or null')
}

const { id, targetType } = target

/** Read the registration campaign. @throws DocumentRefusal */
export const readRegistrationEnforcement: Read<RegistrationEnforcementDocument> = object({
  authenticationMethodsRegistrationCampaign: object<CampaignDocument>({
    state: enumeration(['default', 'enabled', 'disabled']),
    snoozeDurationInDays: integer(0, 14),
    enforceRegistrationAfterAllowedSnoozes: optional(boolean, true),
    includeTargets: list(
      object<CampaignTargetDocument>({
        id,
        targetType,
        targetedAuthenticationMethod: enumeration(['fido2', 'microsoftAuthenticator']),
      }),
      100,
    ),
    excludeTargets: excludedTargets,
    latchkey_deadline: optional<string | null | undefined>(nullable(instant), undefined),
  }),
})
