/**
 * What the system does, a folder per subject, and the stores it needs. Each use case takes what it needs first (`Deps`),
 * refuses by name, and keeps all of what it did or none of it.
 */

// Approvals.
export { type Answered, answerApproval, type DeviceAnswer } from './approvals/answer-approval.ts'
export type {
  ApprovalMethod,
  ApprovalOutcome,
  ApprovalRequest,
  ApprovalRequestStore,
  ApprovalState,
} from './approvals/approval-request-store.ts'
export { findPauseEnd, isWaiting } from './approvals/approval-times.ts'
export type {
  Approver,
  ApproverStore,
  NamedApprover,
  PushSubscription,
} from './approvals/approver-store.ts'
export { type ApprovalAsk, type BegunApproval, beginApproval } from './approvals/begin-approval.ts'
export { type ApprovalVisit, finishApproval, withdrawApproval } from './approvals/finish-approval.ts'
export { decideApprovals, type NewApprover, putApprover } from './approvals/put-approver.ts'
export {
  browserChallenge,
  forgetBrowser,
  mayRememberBrowser,
  type ProvenBrowser,
  rememberBrowser,
  verifyBrowser,
} from './approvals/remember-browser.ts'
export type { RememberedBrowser, RememberedBrowserStore } from './approvals/remembered-browser-store.ts'
export { removeApprover, removeApproverOf, removeApproverOfDevice } from './approvals/remove-approver.ts'
export type { PushPayload } from './approvals/wake-devices.ts'
// Applications.
export { addAppSecret, isAppSecret, type NewAppSecret } from './apps/app-secret.ts'
export type { App, AppAssignment, AppPermission, AppRole, AppSecret, AppStore } from './apps/app-store.ts'
export {
  authenticatorAppId,
  commandLineAppId,
  findApp,
  graphAppId,
  isBuiltInApp,
  listApps,
} from './apps/built-in-apps.ts'
export type { CallerStore, TokenHolder } from './apps/caller-store.ts'
export { findConsent, type NewConsent, rememberConsent, withdrawConsent } from './apps/consent.ts'
export type { Consent, ConsentStore } from './apps/consent-store.ts'
export { findTokenHolder } from './apps/find-token-holder.ts'
export { listAppsOfPerson } from './apps/list-apps-of-person.ts'
export { type AppAccess, mayUseApp } from './apps/may-use-app.ts'
export type { OptionalClaim, OptionalClaimName, OptionalClaims } from './apps/optional-claims.ts'
export { forbidApp, type PermissionAsk, permitApp } from './apps/permit-app.ts'
// What was done, and by whom.
export type { Actor, Attribution, PersonTarget } from './attribution.ts'
export { appendAudit } from './audit/append-audit.ts'
export type { AuditRecord, AuditStore } from './audit/audit-store.ts'
export { recordSignIn, type SignInOutcome } from './audit/record-sign-in.ts'
export type { SignInDecision } from './audit/sign-in-decision.ts'
export type { LogStretch, SignInLogStore, SignInQuery, SignInRecord } from './audit/sign-in-log-store.ts'
export type { BrandImage, BrandImageStore } from './branding/brand-image-store.ts'
// Accounts for emergencies.
export { type BreakGlassAccount, listBreakGlass } from './break-glass/list-break-glass.ts'
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
export { removePasskey } from './credentials/remove-passkey.ts'
export { nameNewPasskey, renamePasskey } from './credentials/rename-passkey.ts'
export { requireMayRegister } from './credentials/require-may-register.ts'
export type { SpentChallengeStore } from './credentials/spent-challenge-store.ts'
export {
  type PasskeyKind,
  passkeyKinds,
  type UnfinishedRegistration,
  type UnfinishedStore,
} from './credentials/unfinished-store.ts'
export type { Deps, RelyingParty, Visitor } from './deps.ts'
export type { DeviceLink, DeviceLinkStore, DeviceLinkUse } from './device-links/device-link-store.ts'
export { isReachable, type MadeOn } from './device-links/is-reachable.ts'
export { beginDeviceLink, confirmDeviceLink, type LinkConfirmation } from './device-links/link-devices.ts'
export { keepReachable, listLinked } from './device-links/list-linked.ts'
export {
  listDeviceLinks,
  type NamedLink,
  removeDeviceLink,
  removeLinkOfDevice,
} from './device-links/remove-link.ts'
export { announceLinkUse } from './device-links/use-link.ts'
export { isOlder, readAppVersion } from './devices/app-version.ts'
export { type DeviceState, renewsAt, stateOfDevice } from './devices/device-state.ts'
// Devices.
export type { Device, DeviceStore } from './devices/device-store.ts'
export { findDeviceOfSession } from './devices/find-device-of-session.ts'
export { type DeviceProof, findProvenDevice } from './devices/find-proven-device.ts'
export {
  type DeviceDescription,
  type DeviceRegistered,
  type DeviceRegistrationAsk,
  mostDevices,
  registerDevice,
} from './devices/register-device.ts'
export type {
  DeviceSurface,
  KnownDevice,
  NewCertificate,
  RegisteredDevice,
  RegisteredDeviceStore,
} from './devices/registered-device-store.ts'
export { removeOwnDevice, removePasskeyOfDevice, removeThisDevice } from './devices/remove-own-device.ts'
export { renewDevice } from './devices/renew-device.ts'
// Domains, and how they are proven.
export { type LookUpTxt, proofNameOf, type TxtAnswer } from './domains/domain-proof.ts'
export type { Domain, DomainClaim, DomainStore, PeopleOfDomain } from './domains/domain-store.ts'
export { lookAgainAtDomains } from './domains/look-again.ts'
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
export type { Keyring } from './keys/keyring.ts'
export { type KeyringSource, openKeyring } from './keys/open-keyring.ts'
export { openSealed } from './keys/open-sealed.ts'
export type { SealingKey, SealingKeyStore } from './keys/sealing-key-store.ts'
export type { SigningKey, SigningKeyStore } from './keys/signing-key-store.ts'
export { type OpenSigningKey, type SigningKeys, signingKeys } from './keys/signing-keys.ts'
// Nobody locked out.
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
export { readStandings, type StandingsAsk, toFacts } from './lock-out/read-standings.ts'
export { withLeastStrength } from './lock-out/with-least-strength.ts'
// Logs that are sent on.
export type {
  Delivered,
  LogStream,
  LogStreamState,
  LogStreamStore,
  RunningLogStream,
  StreamedLog,
} from './log-streams/log-stream-store.ts'
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
export {
  confirmPassRequest,
  findRequestForManager,
  type RequestForManager,
} from './pass-requests/confirm-pass-request.ts'
export { findSafeAddress } from './pass-requests/find-safe-address.ts'
export type {
  PassDelivery,
  PassRequest,
  PassRequestApproval,
  PassRequestCheck,
  PassRequestState,
  PassRequestStore,
} from './pass-requests/pass-request-store.ts'
export { refusePassRequest } from './pass-requests/refuse-pass-request.ts'
export { type PassRequestAsk, requestPass } from './pass-requests/request-pass.ts'
export { stopPassRequest } from './pass-requests/stop-pass-request.ts'
// Passes and links.
export { issuePass, type NewPass } from './passes/issue-pass.ts'
export type { LinkStore, OneTimeLink } from './passes/link-store.ts'
export type { PassStore, TemporaryAccessPass } from './passes/pass-store.ts'
export { type PassAsk, redeemPass } from './passes/redeem-pass.ts'
// Passwords.
export { changePassword } from './passwords/change-password.ts'
export type { PasswordRecord, PasswordStore } from './passwords/password-store.ts'
export { type PasswordAsk, signInWithPassword } from './passwords/sign-in-with-password.ts'
// People.
export { findPreferredOrder } from './people/find-preferred-order.ts'
export { findUsableMethods } from './people/find-usable-methods.ts'
export type { Group, GroupStore } from './people/group-store.ts'
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
export { normaliseUserName } from './people/normalise-user-name.ts'
export type { ListedPerson, PeopleFilter, PeoplePage, PeopleQuery } from './people/people-list.ts'
export type { Person, PersonMethods, SignInMethod } from './people/person.ts'
export type { PersonStore } from './people/person-store.ts'
export { putDefaultMethod } from './people/put-default-method.ts'
export { requirePermission } from './people/require-permission.ts'
export type { AdministratorRole, RoleStore } from './people/role-store.ts'
export { type Act, type ActTarget, mayAct, rolesThatMay, roleTable } from './people/role-table.ts'
export { readSearchWords, toSearchTerms } from './people/search-terms.ts'
// Providers of passkeys, as an organisation describes them.
export type {
  DescribedProvider,
  ProviderPhone,
  ProviderPhones,
  ProviderStore,
} from './providers/provider-store.ts'
export { readText } from './read-text.ts'
// Ways back in.
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
// What administrators decide.
export type { Stranger } from './rules/find-strangers.ts'
export { type Asking, getPersonFacts } from './rules/get-person-facts.ts'
export { getRuleDocuments, getRules, rulesOf, toDefaultMethodsPolicy } from './rules/get-rules.ts'
export type { Impact, ImpactAsk, PastCounts, PastExample, RecordedVerdict } from './rules/impact.ts'
export type { LeftOut, RulesExport } from './rules/read-export.ts'
export { requireMethod } from './rules/require-method.ts'
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
// What people come to on the way to a passkey.
export { noteStep, type StepNote, toStepEvent } from './steps/note-step.ts'
export {
  type StepEvent,
  type StepEventStore,
  type StepName,
  type StepQuery,
  steps,
} from './steps/step-event.ts'
export type { Shelves, Stores } from './stores.ts'
export { createFirstAdministratorLink } from './tenants/first-administrator-link.ts'
export { getTenant } from './tenants/get-tenant.ts'
export type { OrganisationChange } from './tenants/read-organisation-change.ts'
export {
  type AttestationSettings,
  type AuthenticatorSettings,
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
export { removeTotpOfDevice } from './totp/remove-totp-of-device.ts'
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
export { isOwnModel, type OwnModel, ownModels } from './trust/own-models.ts'
export { readCertificates } from './trust/read-certificates.ts'
export type { DeviceCa, DeviceCertificate, OrganisationRoot, TrustStore } from './trust/trust-store.ts'
