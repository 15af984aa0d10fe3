/**
 * What only administrators and operators do: manage people, apps, devices, rules and the organisation, and see beforehand what
 * that would do. A door of its own: a server that only signs people in never loads it.
 */
export { addApp, type NewApp } from './apps/add-app.ts'
export { assignApp, type NewAssignment } from './apps/assign-app.ts'
export {
  type AppChange,
  type AppTarget,
  changeApp,
  removeApp,
  removeAppSecret,
  unassignApp,
} from './apps/change-app.ts'
export { optionalClaimNames, readOptionalClaims } from './apps/optional-claims.ts'
export { noteLogExport } from './audit/note-log-export.ts'
export { type LogoTarget, type LogoVariant, putLogo, removeLogo } from './branding/change-logo.ts'
export { type BreakGlassState, describeBreakGlass } from './break-glass/describe-break-glass.ts'
export { markBreakGlass, mostBreakGlass, unmarkBreakGlass } from './break-glass/mark-break-glass.ts'
export {
  beginProvisioning,
  finishProvisioning,
  longestProvisioningMinutes,
  type ProvisioningAnswer,
  type ProvisioningAsk,
  type ProvisioningBegun,
  shortestProvisioningMinutes,
} from './credentials/provision-passkey.ts'
export {
  changeAuthenticatorSettings,
  type LeastVersionsChange,
} from './devices/change-authenticator-settings.ts'
export {
  addDevice,
  changeDevice,
  type DeviceFacts,
  type DeviceTarget,
  removeDevice,
} from './devices/manage-devices.ts'
export { claimDomain, type DomainTarget } from './domains/claim-domain.ts'
export { type DomainInUse, getDomainInUse, releaseDomain } from './domains/release-domain.ts'
export { chooseDefaultDomain, removeDomain } from './domains/remove-domain.ts'
export { verifyDomain } from './domains/verify-domain.ts'
export { changeMasterKey } from './keys/change-master-key.ts'
export { resealSecrets, rotateKeyring } from './keys/rotate-keyring.ts'
export { rotateSigningKeys } from './keys/rotate-signing-keys.ts'
export { analyseChange, type LockOutShelves } from './lock-out/analyse-change.ts'
export { namePeople } from './lock-out/name-people.ts'
export { findOut } from './lock-out/rehearsal.ts'
export { openLogStreamSecrets } from './log-streams/log-stream-secret.ts'
export { streamedLogs } from './log-streams/log-stream-store.ts'
export {
  addLogStream,
  changeLogStream,
  type LogStreamFacts,
  type LogStreamTarget,
  type MadeLogStream,
  removeLogStream,
  rotateLogStreamSecret,
} from './log-streams/manage-log-streams.ts'
export { readStreamAddress, type StreamDestination } from './log-streams/read-address.ts'
export { changePassRequestSettings } from './pass-requests/change-pass-request-settings.ts'
export { passRequestChecks } from './pass-requests/pass-request-store.ts'
export { removePass } from './passes/remove-pass.ts'
export { setPassword } from './passwords/set-password.ts'
export { addPerson, type NewPerson } from './people/add-person.ts'
export {
  addGroup,
  addMember,
  addMemberIn,
  type Membership,
  removeMember,
  removeMemberIn,
} from './people/change-groups.ts'
export { changePerson, type PersonChange } from './people/change-person.ts'
export { grantRole, revokeRole } from './people/change-roles.ts'
export { carryOutImport, type ImportStep } from './people/import/carry-out-import.ts'
export {
  addImportPart,
  beginImport,
  getImport,
  longestImportPart,
  mostImportParts,
  previewImport,
} from './people/import/preview-import.ts'
export { type FileProblem, longestImport, mostImportLines } from './people/import/read-people-file.ts'
export { undoImport } from './people/import/undo-import.ts'
export { changeGroup, type GroupTarget, removeGroup } from './people/manage-groups.ts'
export { removePasskeyOf, removeTotpOf } from './people/remove-method-of.ts'
export { removePerson } from './people/remove-person.ts'
export { renamePasskeyOf } from './people/rename-passkey-of.ts'
export { requireAgain } from './people/require-again.ts'
export { setPersonEnabled } from './people/set-person-enabled.ts'
export {
  addDescribedProvider,
  changeDescribedProvider,
  type ProviderFacts,
  removeDescribedProvider,
} from './providers/described-providers.ts'
export { offerSurface, type SurfaceOffer } from './providers/offer-surface.ts'
export {
  changeRecoveryContact,
  type RecoveryContactChange,
} from './recovery/change-recovery-contact.ts'
export { listRegistrations, type Registration, toRegistration } from './reports/list-registrations.ts'
export {
  changeRules,
  type RuleChange,
  type RuleChangeTerms,
  type RuleDeps,
  type RulesChanged,
  type RulesCheck,
  type RulesProposal,
} from './rules/change-rules.ts'
export { type ChangedProperty, changedProperties } from './rules/changed-properties.ts'
export { findImpact, type ImpactShelves } from './rules/find-impact.ts'
export {
  catchProposal,
  forecastProposal,
  type RulesForecast,
  toAsk,
  toForecast,
} from './rules/forecast-rules.ts'
export {
  forecastImport,
  type ImportForecast,
  type ImportProposal,
  importRules,
  proposeImport,
  type RulesImport,
  type RulesImported,
} from './rules/import-rules.ts'
export {
  type JudgedArrival,
  judgeArrivals,
  listNativeApps,
  type PastAsk,
  type PastShelves,
} from './rules/judge-arrivals.ts'
export {
  compareRules,
  listRuleChanges,
  type RestoreAsk,
  type RuleDifference,
  restoreRules,
} from './rules/rule-history.ts'
export { endSessionOfPerson } from './sessions/end-session-of-person.ts'
export { eraseSteps, exportSteps } from './steps/steps-of-person.ts'
export { changeOrganisation } from './tenants/change-organisation.ts'
export { createTenant, type NewTenant } from './tenants/create-tenant.ts'
export { readDomain } from './tenants/read-domain.ts'
export { type NewOrganisation, setUpOrganisation } from './tenants/set-up-organisation.ts'
export {
  type ExplanationAsk,
  explainRegistration,
  type RegistrationExplanation,
} from './trust/explain-registration.ts'
export {
  type CatalogueModel,
  listCatalogue,
  type ModelDetails,
  readModelDetails,
} from './trust/model-catalogue.ts'
export {
  addOrganisationRoot,
  listOrganisationRoots,
  type NewRoot,
  type RootDetails,
  removeOrganisationRoot,
} from './trust/organisation-roots.ts'
export { setMetadataTrust } from './trust/set-metadata-trust.ts'
export { countMetadataUpload, uploadMetadata } from './trust/upload-metadata.ts'
