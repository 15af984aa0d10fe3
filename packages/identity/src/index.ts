export type { App, AppAssignment, AppRole, AppStore } from './apps/app-store.ts'
export type { Consent, ConsentStore } from './apps/consent-store.ts'
export type { AuditRecord, AuditStore } from './audit/audit-store.ts'
export type { SignInLogStore, SignInQuery, SignInRecord } from './audit/sign-in-log-store.ts'
export type { CredentialRecord } from './credentials/credential-record.ts'
export type { CredentialStore, CredentialUse } from './credentials/credential-store.ts'
export type { SpentChallengeStore } from './credentials/spent-challenge-store.ts'
export type { Deps, RelyingParty, Visitor } from './deps.ts'
export * from './door-draft.ts'
export type { InstanceStore } from './instance/instance-store.ts'
export type { LeaseStore } from './instance/lease-store.ts'
export type { Keyring } from './keys/keyring.ts'
export type { SealingKey, SealingKeyStore } from './keys/sealing-key-store.ts'
export type { SigningKey, SigningKeyStore } from './keys/signing-key-store.ts'
export type { OutboxMessage, OutboxStore } from './outbox/outbox-store.ts'
export type { LinkStore, OneTimeLink } from './passes/link-store.ts'
export type { PassStore, TemporaryAccessPass } from './passes/pass-store.ts'
export type { PasswordRecord, PasswordStore } from './passwords/password-store.ts'
export type { Group, GroupStore } from './people/group-store.ts'
export type { Person, PersonMethods, SignInMethod } from './people/person.ts'
export type { PersonStore } from './people/person-store.ts'
export type { AdministratorRole, RoleStore } from './people/role-store.ts'
export {
  IdentityRefusal,
  type IdentityRefusalCode,
  type IdentityRefusalOptions,
  identityRefusalCodes,
} from './refusal.ts'
export type { PasskeyProof, Proof, Session, SessionEnd } from './sessions/session.ts'
export type { SessionStore } from './sessions/session-store.ts'
export type { Shelves, Stores } from './stores.ts'
export {
  defaultTenantSettings,
  type PassSettings,
  type Tenant,
  type TenantSettings,
} from './tenants/tenant.ts'
export type { TenantStore } from './tenants/tenant-store.ts'
export type { ThrottleStore } from './throttling/throttle-store.ts'
export type { Artefact, ArtefactStore } from './tokens/artefact-store.ts'
export type { TotpRecord, TotpStore } from './totp/totp-store.ts'
