/**
 * What the system does, a folder per subject, and the stores it needs. Each use case takes what it needs first (`Deps`),
 * refuses by name, and keeps all of what it did or none of it.
 */

// Applications.
export { addApp, type NewApp } from './apps/add-app.ts'
export { addAppSecret, isAppSecret, type NewAppSecret } from './apps/app-secret.ts'
export type { App, AppAssignment, AppPermission, AppRole, AppSecret, AppStore } from './apps/app-store.ts'
export { assignApp, type NewAssignment } from './apps/assign-app.ts'
export { commandLineAppId, findApp, graphAppId, isBuiltInApp, listApps } from './apps/built-in-apps.ts'
export type { CallerStore, TokenHolder } from './apps/caller-store.ts'
export {
  type AppChange,
  type AppTarget,
  changeApp,
  readAppRoles,
  removeApp,
  removeAppSecret,
  unassignApp,
} from './apps/change-app.ts'
export { findConsent, type NewConsent, rememberConsent, withdrawConsent } from './apps/consent.ts'
export type { Consent, ConsentStore } from './apps/consent-store.ts'
export { findTokenHolder } from './apps/find-token-holder.ts'
export { listAppsOfPerson } from './apps/list-apps-of-person.ts'
export { type AppAccess, mayUseApp } from './apps/may-use-app.ts'
export { forbidApp, type PermissionAsk, permitApp } from './apps/permit-app.ts'
// What was done, and by whom.
export type { Actor, Attribution, PersonTarget } from './attribution.ts'
export { appendAudit } from './audit/append-audit.ts'
export type { AuditRecord, AuditStore } from './audit/audit-store.ts'
export { noteLogExport } from './audit/note-log-export.ts'
export { recordSignIn, type SignInOutcome } from './audit/record-sign-in.ts'
export type { SignInDecision } from './audit/sign-in-decision.ts'
export type { LogStretch, SignInLogStore, SignInQuery, SignInRecord } from './audit/sign-in-log-store.ts'
export type { BrandImage, BrandImageStore } from './branding/brand-image-store.ts'
// Organisations.
export { type LogoTarget, type LogoVariant, putLogo, removeLogo } from './branding/change-logo.ts'
// Accounts for emergencies.
export { type BreakGlassState, describeBreakGlass } from './break-glass/describe-break-glass.ts'
export { type BreakGlassAccount, listBreakGlass } from './break-glass/list-break-glass.ts'
export { markBreakGlass, mostBreakGlass, unmarkBreakGlass } from './break-glass/mark-break-glass.ts'
export { remindOfBreakGlass } from './break-glass/remind-of-break-glass.ts'
export {
  type Admission,
  auditRefusedPasskey,
  judgeNewPasskey,
  requireAdmission,
  toAdmissionDetail,
} from './credentials/admit-passkey.ts'
// Passkeys.
export {
  type AllowedCredential,
  type AuthenticationAsk,
  beginAuthentication,
} from './credentials/begin-authentication.ts'
export { beginRegistration, type RegistrationAsk } from './credentials/begin-registration.ts'
export type { Binding } from './credentials/challenge.ts'
export type { CredentialRecord } from './credentials/credential-record.ts'
export type { CredentialStore, CredentialUse } from './credentials/credential-store.ts'
export { toPasskeyFacts } from './credentials/decide-passkey.ts'
export { type AuthenticationAnswer, finishAuthentication } from './credentials/finish-authentication.ts'
export { finishRegistration, type RegistrationAnswer } from './credentials/finish-registration.ts'
export { mostPasskeys } from './credentials/insert-new-passkey.ts'
export { listPasskeysWithState, type PasskeyWithState } from './credentials/list-passkeys-with-state.ts'
export { mayRegister } from './credentials/may-register.ts'
export { noteUnfinished, unfinishedHours } from './credentials/note-unfinished.ts'
export {
  beginProvisioning,
  finishProvisioning,
  longestProvisioningMinutes,
  type ProvisioningAnswer,
  type ProvisioningAsk,
  type ProvisioningBegun,
  shortestProvisioningMinutes,
} from './credentials/provision-passkey.ts'
export { removePasskey } from './credentials/remove-passkey.ts'
export { renamePasskey } from './credentials/rename-passkey.ts'
export { requireMayRegister } from './credentials/require-may-register.ts'
export type { SpentChallengeStore } from './credentials/spent-challenge-store.ts'
export {
  type PasskeyKind,
  passkeyKinds,
  type UnfinishedRegistration,
  type UnfinishedStore,
} from './credentials/unfinished-store.ts'
export type { Deps, RelyingParty, Visitor } from './deps.ts'
// Devices.
export type { Device, DeviceStore } from './devices/device-store.ts'
export {
  addDevice,
  changeDevice,
  type DeviceFacts,
  type DeviceTarget,
  removeDevice,
} from './devices/manage-devices.ts'
// Domains, and how they are proven.
export { claimDomain, type DomainTarget } from './domains/claim-domain.ts'
export { type LookUpTxt, proofNameOf, type TxtAnswer } from './domains/domain-proof.ts'
export type { Domain, DomainClaim, DomainStore, PeopleOfDomain } from './domains/domain-store.ts'
export { lookAgainAtDomains } from './domains/look-again.ts'
export { chooseDefaultDomain, removeDomain } from './domains/remove-domain.ts'
export { verifyDomain } from './domains/verify-domain.ts'
// The first page of the admin centre.
export {
  countHome,
  firstHomeDay,
  type HomeCount,
  type HomeShelves,
  homeDays,
  keepHome,
} from './home/count-home.ts'
export type { DayFigures, HomeStore, HomeSummary, PeopleFigures } from './home/home-store.ts'
// Ids and secrets.
export { idFloor, newId } from './ids/new-id.ts'
export { equalSecrets, newSecret, sha256 } from './ids/secret.ts'
export { isUuid } from './ids/uuid.ts'
export type { InstanceStore } from './instance/instance-store.ts'
export type { LeaseStore } from './instance/lease-store.ts'
// Keys.
export { changeMasterKey } from './keys/change-master-key.ts'
export type { Keyring } from './keys/keyring.ts'
export { type KeyringSource, openKeyring } from './keys/open-keyring.ts'
export { openSealed } from './keys/open-sealed.ts'
export { resealSecrets, rotateKeyring } from './keys/rotate-keyring.ts'
export { rotateSigningKeys } from './keys/rotate-signing-keys.ts'
export type { SealingKey, SealingKeyStore } from './keys/sealing-key-store.ts'
export type { SigningKey, SigningKeyStore } from './keys/signing-key-store.ts'
export { type OpenSigningKey, type SigningKeys, signingKeys } from './keys/signing-keys.ts'
// Nobody locked out.
export { analyseChange, type LockOutShelves } from './lock-out/analyse-change.ts'
export type {
  AppStrength,
  GroupMove,
  LockOutAsk,
  LockOutMeans,
  Move,
  PlaceOf,
  RoleMove,
} from './lock-out/lock-out-ask.ts'
export type { LockOutFindings } from './lock-out/lock-out-findings.ts'
export type {
  Arrived,
  HeldByPerson,
  Judged,
  LockOutStore,
  PastQuery,
  ProvenThen,
  Visited,
} from './lock-out/lock-out-store.ts'
export { namePeople } from './lock-out/name-people.ts'
export { findOut } from './lock-out/rehearsal.ts'
// Logs that are sent on.
export { openLogStreamSecrets } from './log-streams/log-stream-secret.ts'
export {
  type Delivered,
  type LogStream,
  type LogStreamState,
  type LogStreamStore,
  type RunningLogStream,
  type StreamedLog,
  streamedLogs,
} from './log-streams/log-stream-store.ts'
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
// Requests for passes.
export { openMailedPass } from './outbox/mail-pass.ts'
// What the world is told.
export { type MailPayload, type MailTemplate, mailPerson, mailTemplates } from './outbox/mail-person.ts'
export type { OutboxMessage, OutboxStore } from './outbox/outbox-store.ts'
export {
  approvePassRequest,
  type PassRequestApprovalAsk,
  type PassRequestApproved,
} from './pass-requests/approve-pass-request.ts'
export { changePassRequestSettings } from './pass-requests/change-pass-request-settings.ts'
export {
  confirmPassRequest,
  findRequestForManager,
  type RequestForManager,
} from './pass-requests/confirm-pass-request.ts'
export { findSafeAddress } from './pass-requests/find-safe-address.ts'
export {
  type PassDelivery,
  type PassRequest,
  type PassRequestApproval,
  type PassRequestCheck,
  type PassRequestState,
  type PassRequestStore,
  passRequestChecks,
} from './pass-requests/pass-request-store.ts'
export { refusePassRequest } from './pass-requests/refuse-pass-request.ts'
export { type PassRequestAsk, requestPass } from './pass-requests/request-pass.ts'
export { stopPassRequest } from './pass-requests/stop-pass-request.ts'
// Passes and links.
export { issuePass, type NewPass } from './passes/issue-pass.ts'
export type { LinkStore, OneTimeLink } from './passes/link-store.ts'
export type { PassStore, TemporaryAccessPass } from './passes/pass-store.ts'
export { type PassAsk, redeemPass } from './passes/redeem-pass.ts'
export { removePass } from './passes/remove-pass.ts'
// Passwords.
export { changePassword } from './passwords/change-password.ts'
export type { PasswordRecord, PasswordStore } from './passwords/password-store.ts'
export { setPassword } from './passwords/set-password.ts'
export { type PasswordAsk, signInWithPassword } from './passwords/sign-in-with-password.ts'
// People.
export { addPerson, type NewPerson } from './people/add-person.ts'
export { addGroup, addMember, type Membership, removeMember } from './people/change-groups.ts'
export { changePerson, type PersonChange } from './people/change-person.ts'
export { grantRole, revokeRole } from './people/change-roles.ts'
export { findPreferredOrder } from './people/find-preferred-order.ts'
export { findUsableMethods } from './people/find-usable-methods.ts'
export type { Group, GroupStore } from './people/group-store.ts'
export { carryOutImport, type ImportStep } from './people/import/carry-out-import.ts'
export type {
  ImportedFacts,
  ImportLine,
  ImportLineState,
  ImportReason,
  ImportState,
  PersonImport,
  PersonImportStore,
} from './people/import/person-import.ts'
export type { ImportTarget } from './people/import/plan-line.ts'
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
export { normaliseUserName } from './people/normalise-user-name.ts'
export type { ListedPerson, PeopleFilter, PeoplePage, PeopleQuery } from './people/people-list.ts'
export type { Person, PersonMethods, SignInMethod } from './people/person.ts'
export type { PersonStore } from './people/person-store.ts'
export { putDefaultMethod } from './people/put-default-method.ts'
export { removePasskeyOf, removeTotpOf } from './people/remove-method-of.ts'
export { removePerson } from './people/remove-person.ts'
export { renamePasskeyOf } from './people/rename-passkey-of.ts'
export { requireAgain } from './people/require-again.ts'
export { requirePermission } from './people/require-permission.ts'
export type { AdministratorRole, RoleStore } from './people/role-store.ts'
export { type Act, type ActTarget, mayAct, rolesThatMay, roleTable } from './people/role-table.ts'
export { readSearchWords, toSearchTerms } from './people/search-terms.ts'
export { setPersonEnabled } from './people/set-person-enabled.ts'
// Providers of passkeys, as an organisation describes them.
export {
  addDescribedProvider,
  changeDescribedProvider,
  type ProviderFacts,
  removeDescribedProvider,
} from './providers/described-providers.ts'
export type {
  DescribedProvider,
  ProviderPhone,
  ProviderPhones,
  ProviderStore,
} from './providers/provider-store.ts'
// Ways back in.
export {
  changeRecoveryContact,
  type RecoveryContactChange,
} from './recovery/change-recovery-contact.ts'
export type { DeclinedOffer, DeclinedOfferStore, Offer } from './recovery/declined-offer-store.ts'
export { type Disowned, disown } from './recovery/disown.ts'
export type { DisownedStore } from './recovery/disowned-store.ts'
export { findManager } from './recovery/find-manager.ts'
export type { RecoveryContact, RecoveryContactStore } from './recovery/recovery-contact-store.ts'
export { declineSecondPasskey, mayOfferSecondPasskey } from './recovery/second-passkey.ts'
export type { MethodFate } from './recovery/take-method-away.ts'
export {
  type AffectedPeople,
  IdentityRefusal,
  type IdentityRefusalCode,
  type IdentityRefusalOptions,
  identityRefusalCodes,
  type NamedAffected,
} from './refusal.ts'
// Reports.
export { listRegistrations, type Registration } from './reports/list-registrations.ts'
export {
  changeRules,
  type RuleChange,
  type RuleChangeTerms,
  type RuleDeps,
  type RulesChanged,
  type RulesCheck,
  type RulesProposal,
} from './rules/change-rules.ts'
// What administrators decide.
export { type ChangedProperty, changedProperties } from './rules/changed-properties.ts'
export { findImpact, type ImpactShelves } from './rules/find-impact.ts'
export type { Stranger } from './rules/find-strangers.ts'
export {
  catchProposal,
  forecastProposal,
  type RulesForecast,
  toAsk,
  toForecast,
} from './rules/forecast-rules.ts'
export { type Asking, getPersonFacts } from './rules/get-person-facts.ts'
export { getRuleDocuments, getRules, rulesOf, toDefaultMethodsPolicy } from './rules/get-rules.ts'
export type { Impact, ImpactAsk, PastCounts, PastExample, RecordedVerdict } from './rules/impact.ts'
export {
  forecastImport,
  type ImportForecast,
  type ImportProposal,
  importRules,
  proposeImport,
  type RulesImport,
  type RulesImported,
} from './rules/import-rules.ts'
export type { LeftOut, RulesExport } from './rules/read-export.ts'
export { requireMethod } from './rules/require-method.ts'
export {
  compareRules,
  listRuleChanges,
  type RestoreAsk,
  type RuleDifference,
  restoreRules,
} from './rules/rule-history.ts'
export type {
  ChangedDocument,
  KeptRule,
  RuleChangeQuery,
  RuleChangeRecord,
  RuleDocument,
  RuleDocumentOf,
  RuleKind,
  RuleStore,
  RuleStretch,
} from './rules/rule-store.ts'
// Sessions.
export { type BackchannelLogoutPayload, endSession, type SessionEnding } from './sessions/end-session.ts'
export { endSessionOfPerson } from './sessions/end-session-of-person.ts'
export { endSessionsOfPerson } from './sessions/end-sessions-of-person.ts'
export { findSession, isSessionGoodForTokens, type SessionOfPerson } from './sessions/find-session.ts'
export { getLiveSession } from './sessions/get-live-session.ts'
export { listSessions } from './sessions/list-sessions.ts'
export { noteApp } from './sessions/note-app.ts'
export type { CurrentSession } from './sessions/open-session.ts'
export type { PasskeyProof, Proof, Session, SessionEnd } from './sessions/session.ts'
export type { SessionStore } from './sessions/session-store.ts'
export { findTenantOfToken } from './sessions/session-token.ts'
export { staySignedIn } from './sessions/stay-signed-in.ts'
// The first page.
export { lookUpName, type NamePage } from './sign-in/look-up-name.ts'
export type { SignedIn } from './sign-in/signed-in.ts'
export type { Shelves, Stores } from './stores.ts'
export { changeOrganisation } from './tenants/change-organisation.ts'
export { createTenant, type NewTenant } from './tenants/create-tenant.ts'
export { createFirstAdministratorLink } from './tenants/first-administrator-link.ts'
export { readDomain } from './tenants/read-domain.ts'
export type { OrganisationChange } from './tenants/read-organisation-change.ts'
export { type NewOrganisation, setUpOrganisation } from './tenants/set-up-organisation.ts'
export {
  type AttestationSettings,
  defaultTenantSettings,
  type LogoPicture,
  type PassRequestSettings,
  type PassSettings,
  type Tenant,
  type TenantSettings,
} from './tenants/tenant.ts'
export type { TenantStore } from './tenants/tenant-store.ts'
// Terms of use.
export type { AcceptanceQuery, AcceptanceRecord, AcceptanceStore } from './terms/acceptance-store.ts'
export { answerTerms, type TermsAnswer } from './terms/answer-terms.ts'
export { listAcceptedTerms } from './terms/list-accepted-terms.ts'
// Throttling.
export { failuresPerMinute, type Limit, limits } from './throttling/limits.ts'
export { toNetworkPrefix } from './throttling/network-prefix.ts'
export type { ThrottleStore } from './throttling/throttle-store.ts'
export type { Artefact, ArtefactStore } from './tokens/artefact-store.ts'
// Codes.
export { beginTotp, type TotpOffer } from './totp/begin-totp.ts'
export { finishTotp, type TotpAnswer } from './totp/finish-totp.ts'
export { removeTotp } from './totp/remove-totp.ts'
export { type CodeAsk, signInWithCode } from './totp/sign-in-with-code.ts'
export type { TotpRecord, TotpStore } from './totp/totp-store.ts'
// Which models are trusted, and what they prove.
export type { ModelCount } from './trust/count-model-users.ts'
export {
  type DescribedModel,
  describeModel,
  listModels,
  type ModelKind,
  type ModelQuery,
  type PicturedModel,
} from './trust/describe-model.ts'
export { getDeviceCa } from './trust/device-ca.ts'
export {
  type ExplanationAsk,
  explainRegistration,
  type RegistrationExplanation,
} from './trust/explain-registration.ts'
export { findModelStatus } from './trust/find-model-status.ts'
export {
  type DeviceCertificateAsk,
  type IssuedDeviceCertificate,
  issueDeviceCertificate,
  revokeDeviceCertificates,
} from './trust/issue-device-certificate.ts'
export {
  type AnchorKind,
  type AttestationObstacle,
  type AttestationVerdict,
  judgeAttestation,
  type TrustShelves,
} from './trust/judge-attestation.ts'
export { findKnownModel, type PasskeyPlace } from './trust/known-models.ts'
export { type LoadedMetadata, loadMetadata, type MetadataAsk } from './trust/load-metadata.ts'
export {
  findMetadataRound,
  keepMetadataRound,
  type MetadataFrom,
  type MetadataRound,
} from './trust/metadata-round.ts'
export type { ListedModel, MetadataState, MetadataStore } from './trust/metadata-store.ts'
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
export { isOwnModel, type OwnModel, ownModels } from './trust/own-models.ts'
export { readCertificates } from './trust/read-certificates.ts'
export { setMetadataTrust } from './trust/set-metadata-trust.ts'
export type { DeviceCa, DeviceCertificate, OrganisationRoot, TrustStore } from './trust/trust-store.ts'
