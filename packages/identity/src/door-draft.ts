import type { Decision } from '@latchkey/policy'
import type { App, AppRole } from './apps/app-store.ts'
import type { Consent } from './apps/consent-store.ts'
import type { AuditRecord } from './audit/audit-store.ts'
import type { SignInRecord } from './audit/sign-in-log-store.ts'
import type { CredentialRecord } from './credentials/credential-record.ts'
import type { Deps, Visitor } from './deps.ts'
import type { Keyring } from './keys/keyring.ts'
import type { TemporaryAccessPass } from './passes/pass-store.ts'
import type { Group } from './people/group-store.ts'
import type { Person } from './people/person.ts'
import type { AdministratorRole } from './people/role-store.ts'
import type { Proof, Session, SessionEnd } from './sessions/session.ts'
import type { Shelves, Stores } from './stores.ts'
import type { Tenant, TenantSettings } from './tenants/tenant.ts'
import type { TotpRecord } from './totp/totp-store.ts'

function later(): never {
  throw new Error('not written yet')
}

/** Who does something, for the audit log. */
export type Actor = AuditRecord['actor']

/** On whose behalf a change is made, and in which request. */
export interface Attribution {
  readonly actor: Actor
  readonly correlationId?: string
  readonly ipAddress?: string
}

// keys
export interface KeyringSource {
  readonly stores: Pick<Stores, 'sealingKeys'>
  readonly masterKey: Uint8Array
  readonly now: () => Date
  readonly random: (length: number) => Uint8Array
}
export async function openKeyring(_source: KeyringSource): Promise<Keyring> {
  later()
}
export async function rotateKeyring(_deps: Deps): Promise<{ keyNumber: number; resealed: number }> {
  later()
}
export async function changeMasterKey(_ask: {
  readonly stores: Stores
  readonly from: Uint8Array
  readonly to: Uint8Array
  readonly random: (length: number) => Uint8Array
}): Promise<number> {
  later()
}
export interface OpenSigningKey {
  readonly keyId: string
  readonly privateKeyPkcs8: Uint8Array
}
export interface SigningKeys {
  /** Changes whenever the set of keys does. */
  readonly version: string
  readonly current: { readonly ES256: OpenSigningKey; readonly RS256: OpenSigningKey }
  readonly published: readonly JsonWebKey[]
}
export async function signingKeys(_deps: Deps, _tenantId: string): Promise<SigningKeys> {
  later()
}
export async function rotateSigningKeys(
  _deps: Deps,
  _tenantId: string,
  _options?: { readonly activeInSeconds?: number },
): Promise<SigningKeys> {
  later()
}
export function newId(_deps: Pick<Deps, 'now' | 'random'>): string {
  later()
}
export function newSecret(_deps: Pick<Deps, 'random'>): string {
  later()
}
export function sha256(_bytes: Uint8Array | string): Uint8Array {
  later()
}
export function normaliseUserName(_text: string): string {
  later()
}

// tenants and people
export interface NewTenant extends Attribution {
  readonly displayName: string
  readonly domain: string
  readonly settings?: TenantSettings
  readonly demo?: boolean
}
export async function createTenant(_deps: Deps, _ask: NewTenant): Promise<Tenant> {
  later()
}
export async function createFirstAdministratorLink(_deps: Deps): Promise<string> {
  later()
}
export interface NewOrganisation {
  readonly linkToken: string
  readonly organisation: string
  readonly domain: string
  readonly userName: string
  readonly displayName: string
  readonly mail?: string
  readonly visitor: Visitor
}
export async function setUpOrganisation(
  _deps: Deps,
  _ask: NewOrganisation,
): Promise<{ tenant: Tenant; person: Person; session: Session; token: string }> {
  later()
}
export interface NewPerson extends Attribution {
  readonly tenantId: string
  readonly userName: string
  readonly displayName: string
  readonly givenName?: string
  readonly surname?: string
  readonly mail?: string
  readonly preferredLanguage?: string
  readonly breakGlass?: boolean
}
export async function addPerson(_deps: Deps, _ask: NewPerson): Promise<Person> {
  later()
}
export interface PersonTarget extends Attribution {
  readonly tenantId: string
  readonly userId: string
}
export async function setPersonEnabled(
  _deps: Deps,
  _ask: PersonTarget & { readonly enabled: boolean },
): Promise<Person> {
  later()
}
export async function grantRole(
  _deps: Deps,
  _ask: PersonTarget & { readonly role: AdministratorRole },
): Promise<void> {
  later()
}
export async function revokeRole(
  _deps: Deps,
  _ask: PersonTarget & { readonly role: AdministratorRole },
): Promise<void> {
  later()
}
export async function addGroup(
  _deps: Deps,
  _ask: Attribution & {
    readonly tenantId: string
    readonly displayName: string
    readonly description?: string
  },
): Promise<Group> {
  later()
}
export async function addMember(
  _deps: Deps,
  _ask: PersonTarget & { readonly groupId: string },
): Promise<void> {
  later()
}
export async function removeMember(
  _deps: Deps,
  _ask: PersonTarget & { readonly groupId: string },
): Promise<void> {
  later()
}
export async function putDefaultMethod(
  _deps: Deps,
  _ask: { readonly session: Session; readonly method: Person['defaultMethod']; readonly visitor: Visitor },
): Promise<void> {
  later()
}

// what page a name gets
export interface AllowedCredential {
  /** base64url */
  readonly id: string
  readonly type: 'public-key'
  readonly transports: readonly string[]
}
export interface NamePage {
  readonly kind: 'passkey' | 'password' | 'pass'
  readonly allowCredentials: readonly AllowedCredential[]
}
export async function lookUpName(_deps: Deps, _tenantId: string, _typedName: string): Promise<NamePage> {
  later()
}

// ceremonies
export interface Binding {
  readonly purpose: 'sign-in' | 'register' | 'step-up'
  /** The flow's or interaction's id; empty if there is none. */
  readonly context: string
}
export interface CurrentSession {
  readonly session: Session
  readonly token: string
}
export interface SignedIn {
  readonly person: Person
  readonly session: Session
  /** The session's new secret: the cookie's value. */
  readonly token: string
  readonly proof: Proof
  readonly firstPasskeySignIn: boolean
}
export async function beginAuthentication(
  _deps: Deps,
  _ask: {
    readonly tenantId?: string
    readonly visitor: Visitor
    readonly binding: Binding
    readonly allowCredentials?: readonly AllowedCredential[]
    readonly userVerification?: 'required' | 'preferred'
    readonly hints?: readonly string[]
  },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  later()
}
export async function finishAuthentication(
  _deps: Deps,
  _ask: {
    readonly tenantId?: string
    readonly response: unknown
    readonly visitor: Visitor
    readonly binding: Binding
    readonly expectedName?: string
    readonly clientId?: string
    readonly current?: CurrentSession
  },
): Promise<SignedIn> {
  later()
}
export async function beginRegistration(
  _deps: Deps,
  _ask: {
    readonly session: Session
    readonly visitor: Visitor
    readonly binding: Binding
    readonly attachment?: 'platform' | 'cross-platform'
    readonly hints?: readonly string[]
    readonly mediation?: 'conditional'
  },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  later()
}
export async function finishRegistration(
  _deps: Deps,
  _ask: {
    readonly session: Session
    readonly response: unknown
    readonly visitor: Visitor
    readonly binding: Binding
    readonly name?: string
    readonly mediation?: 'conditional'
    readonly createdBy?: 'self' | 'interrupt'
  },
): Promise<CredentialRecord> {
  later()
}
export async function mayRegister(
  _deps: Deps,
  _session: Session,
  _mediation?: 'conditional',
): Promise<Decision> {
  later()
}
export async function renamePasskey(
  _deps: Deps,
  _ask: {
    readonly session: Session
    readonly credentialId: Uint8Array
    readonly name: string
    readonly visitor: Visitor
  },
): Promise<void> {
  later()
}
export async function removePasskey(
  _deps: Deps,
  _ask: { readonly session: Session; readonly credentialId: Uint8Array; readonly visitor: Visitor },
): Promise<void> {
  later()
}

// the other methods
export async function signInWithPassword(
  _deps: Deps,
  _ask: {
    readonly tenantId: string
    readonly userName: string
    readonly password: string
    readonly visitor: Visitor
    readonly binding: Binding
    readonly clientId?: string
    readonly current?: CurrentSession
  },
): Promise<SignedIn> {
  later()
}
export async function signInWithCode(
  _deps: Deps,
  _ask: {
    readonly session: Session
    readonly token: string
    readonly code: string
    readonly visitor: Visitor
    readonly binding: Binding
    readonly clientId?: string
  },
): Promise<SignedIn> {
  later()
}
export async function redeemPass(
  _deps: Deps,
  _ask: {
    readonly tenantId: string
    readonly userName: string
    readonly pass: string
    readonly visitor: Visitor
    readonly binding: Binding
    readonly clientId?: string
    readonly current?: CurrentSession
  },
): Promise<SignedIn> {
  later()
}
export async function setPassword(
  _deps: Deps,
  _ask: PersonTarget & { readonly password: string },
): Promise<void> {
  later()
}
export async function changePassword(
  _deps: Deps,
  _ask: {
    readonly session: Session
    readonly current: string
    readonly next: string
    readonly visitor: Visitor
  },
): Promise<void> {
  later()
}
export async function beginTotp(
  _deps: Deps,
  _session: Session,
): Promise<{ readonly secret: string; readonly uri: string; readonly sealed: string }> {
  later()
}
export async function finishTotp(
  _deps: Deps,
  _ask: {
    readonly session: Session
    readonly sealed: string
    readonly code: string
    readonly name?: string
    readonly visitor: Visitor
  },
): Promise<TotpRecord> {
  later()
}
export async function removeTotp(
  _deps: Deps,
  _ask: { readonly session: Session; readonly totpId: string; readonly visitor: Visitor },
): Promise<void> {
  later()
}
export async function issuePass(
  _deps: Deps,
  _ask: PersonTarget & {
    readonly lifetimeMinutes?: number
    readonly startsAt?: Date
    readonly once?: boolean
  },
): Promise<{ readonly pass: string; readonly record: TemporaryAccessPass }> {
  later()
}
export async function removePass(_deps: Deps, _ask: PersonTarget): Promise<void> {
  later()
}

// sessions
export async function findSession(
  _deps: Deps,
  _token: string,
): Promise<{ readonly session: Session; readonly person: Person } | undefined> {
  later()
}
export async function endSession(
  _deps: Deps,
  _ask: {
    readonly tenantId: string
    readonly sessionId: string
    readonly because: SessionEnd
    readonly visitor?: Visitor
  },
): Promise<Session | undefined> {
  later()
}
export async function endSessionsOfPerson(
  _deps: Deps,
  _ask: PersonTarget & { readonly because: SessionEnd; readonly except?: string },
): Promise<string> {
  later()
}
export async function listSessions(
  _deps: Deps,
  _tenantId: string,
  _userId: string,
): Promise<readonly Session[]> {
  later()
}
export async function staySignedIn(
  _deps: Deps,
  _ask: { readonly session: Session; readonly visitor: Visitor },
): Promise<Session> {
  later()
}
export async function noteApp(_deps: Deps, _session: Session, _clientId: string): Promise<void> {
  later()
}
export async function isSessionGoodForTokens(
  _deps: Deps,
  _tenantId: string,
  _sessionId: string,
): Promise<{ readonly session: Session; readonly person: Person } | undefined> {
  later()
}

// apps
export interface NewApp extends Attribution {
  readonly tenantId: string
  readonly clientId?: string
  readonly displayName: string
  readonly kind: App['kind']
  readonly redirectUris?: readonly string[]
  readonly postLogoutRedirectUris?: readonly string[]
  readonly backchannelLogoutUri?: string
  readonly initiateLoginUri?: string
  readonly deviceCodeAllowed?: boolean
  readonly assignmentRequired?: boolean
  readonly groupsClaim?: App['groupsClaim']
  readonly appRoles?: readonly AppRole[]
  readonly consent?: App['consent']
  readonly leastStrength?: NonNullable<App['leastStrength']>
  readonly signingAlgorithm?: App['signingAlgorithm']
}
export async function addApp(
  _deps: Deps,
  _ask: NewApp,
): Promise<{ readonly app: App; readonly secret?: string }> {
  later()
}
export async function addAppSecret(
  _deps: Deps,
  _ask: Attribution & { readonly tenantId: string; readonly clientId: string },
): Promise<string> {
  later()
}
export function isAppSecret(_app: App, _secret: string): boolean {
  later()
}
export async function assignApp(
  _deps: Deps,
  _ask: Attribution & {
    readonly tenantId: string
    readonly clientId: string
    readonly principal: 'person' | 'group'
    readonly principalId: string
    readonly role?: string
  },
): Promise<void> {
  later()
}
export type AppAccess =
  | { readonly allowed: true; readonly roles: readonly string[]; readonly groups: readonly string[] }
  | { readonly allowed: false }
export async function mayUseApp(_deps: Deps, _app: App, _person: Person): Promise<AppAccess> {
  later()
}
export async function rememberConsent(
  _deps: Deps,
  _ask: Attribution & {
    readonly tenantId: string
    readonly clientId: string
    readonly userId: string
    readonly scopes: readonly string[]
  },
): Promise<void> {
  later()
}
export async function findConsent(
  _deps: Deps,
  _ask: { readonly tenantId: string; readonly clientId: string; readonly userId: string },
): Promise<readonly string[]> {
  later()
}
export type { Consent }

// records
export async function recordSignIn(
  _deps: Deps,
  _record: Omit<SignInRecord, 'signInId' | 'at' | 'correlationId' | 'ipAddress' | 'userAgent'> & {
    readonly visitor: Visitor
  },
): Promise<void> {
  later()
}
export type MailTemplate =
  | 'passkey_added'
  | 'passkey_removed'
  | 'password_changed'
  | 'totp_added'
  | 'totp_removed'
  | 'pass_issued'
  | 'sessions_ended'
export async function mailPerson(
  _tx: Pick<Shelves, 'outbox'>,
  _deps: Pick<Deps, 'now' | 'random'>,
  _ask: {
    readonly person: Person
    readonly template: MailTemplate
    readonly values: Readonly<Record<string, string>>
  },
): Promise<void> {
  later()
}
