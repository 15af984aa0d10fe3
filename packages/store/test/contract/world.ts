import {
  type AcceptanceRecord,
  type App,
  type Artefact,
  type AuditRecord,
  type CredentialRecord,
  type DescribedProvider,
  type Device,
  type DeviceCa,
  type DeviceCertificate,
  defaultTenantSettings,
  type ImportLine,
  type KeptRule,
  type MetadataState,
  type OrganisationRoot,
  type OutboxMessage,
  type PassRequest,
  type Person,
  type PersonImport,
  type RegisteredDevice,
  type RuleChangeRecord,
  type Session,
  type SignInRecord,
  type SigningKey,
  type TemporaryAccessPass,
  type Tenant,
  type TotpRecord,
  type UnfinishedRegistration,
} from '@latchkey/identity'
import type { RolloutStores } from '@latchkey/rollout'
import type { Schema } from '../../src/schema.ts'

/** An empty database under test. */
export interface Opened {
  readonly stores: RolloutStores
  /** All that is committed in a table, by another connection than the stores'. */
  rows(table: keyof Schema): Promise<readonly object[]>
}

/** Gives an empty database; whoever runs the contract closes it. */
export type Open = () => Promise<Opened>

export const now = new Date('2026-03-01T09:00:00.000Z')
export const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)
export const bytes = (length: number, fill: number): Uint8Array => new Uint8Array(length).fill(fill)
export const fates = (settled: readonly PromiseSettledResult<unknown>[]): readonly string[] =>
  settled.map((each) => each.status).toSorted()

export const aTenant = (change: Partial<Tenant> = {}): Tenant => ({
  tenantId: 'contoso',
  displayName: 'Contoso',
  settings: defaultTenantSettings,
  demo: false,
  createdAt: now,
  rulesVersion: 0,
  ...change,
})

/** @param point the last byte of the handle's random part, which orders people for `findNearest` */
export const aPerson = (name: string, change: Partial<Person> = {}, point = 0): Person => {
  const random = new Uint8Array(32)
  random.set(new TextEncoder().encode(name).slice(0, 31), 1)
  random[0] = point
  return {
    tenantId: 'contoso',
    userId: `id-of-${name}`,
    userName: `${name}@contoso.example`,
    displayName: name,
    enabled: true,
    breakGlass: false,
    userHandle: new Uint8Array([1, ...bytes(16, 7), ...random]),
    securityStamp: `stamp-of-${name}`,
    createdAt: now,
    ...change,
  }
}

export const aCredential = (change: Partial<CredentialRecord> = {}): CredentialRecord => ({
  tenantId: 'contoso',
  userId: 'id-of-ann',
  id: bytes(32, 1),
  rpId: 'id.example',
  publicKey: bytes(77, 2),
  algorithm: -7,
  signCount: 0,
  transports: ['internal', 'hybrid'],
  uvInitialized: false,
  backupEligible: true,
  backupState: false,
  aaguid: '00000000-0000-0000-0000-000000000000',
  attestation: { format: 'none', type: 'none', trusted: false, evidence: 'none' },
  name: 'Passkey',
  createdAt: now,
  createdBy: 'self',
  ...change,
})

export const aSession = (change: Partial<Session> = {}): Session => ({
  tenantId: 'contoso',
  sessionId: 'session-1',
  userId: 'id-of-ann',
  proofs: [{ method: 'password', at: now }],
  origin: 'browser',
  securityStamp: 'stamp-of-ann',
  staysSignedIn: false,
  createdAt: now,
  lastSeenAt: now,
  expiresAt: later(3600),
  ipAddress: '192.0.2.1',
  userAgent: 'Firefox',
  ...change,
})

export const aPass = (change: Partial<TemporaryAccessPass> = {}): TemporaryAccessPass => ({
  tenantId: 'contoso',
  userId: 'id-of-ann',
  passId: 'pass-1',
  hash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  startsAt: now,
  expiresAt: later(3600),
  once: true,
  createdAt: now,
  createdBy: 'operator',
  ...change,
})

export const aPassRequest = (change: Partial<PassRequest> = {}): PassRequest => ({
  tenantId: 'contoso',
  requestId: 'a-request',
  userId: 'id-of-ann',
  state: 'open',
  askedAt: now,
  expiresAt: later(86_400),
  reason: 'Phone lost',
  contact: '+49 30 1234',
  ipAddress: '192.0.2.1',
  userAgent: 'Firefox',
  correlationId: 'correlation-1',
  ...change,
})

export const aTotp = (change: Partial<TotpRecord> = {}): TotpRecord => ({
  tenantId: 'contoso',
  userId: 'id-of-ann',
  totpId: 'totp-1',
  name: 'Phone',
  sealedSecret: bytes(60, 3),
  lastStep: 0,
  createdAt: now,
  ...change,
})

export const anUnfinished = (change: Partial<UnfinishedRegistration> = {}): UnfinishedRegistration => ({
  tenantId: 'contoso',
  userId: 'id-of-ann',
  kind: 'other-device',
  code: 'browser_create_closed',
  at: now,
  expiresAt: later(86_400),
  ...change,
})

export const anApp = (change: Partial<App> = {}): App => ({
  tenantId: 'contoso',
  clientId: 'wiki',
  displayName: 'Wiki',
  kind: 'web',
  secrets: [
    { hash: bytes(32, 4) },
    { hash: bytes(32, 5), name: 'build', hint: 'abc', createdAt: now, expiresAt: later(9) },
  ],
  redirectUris: ['https://wiki.example/cb'],
  postLogoutRedirectUris: [],
  deviceCodeAllowed: false,
  assignmentRequired: true,
  groupsClaim: 'none',
  appRoles: [{ value: 'editor', displayName: 'Editor' }],
  consent: 'person',
  signingAlgorithm: 'ES256',
  enabled: true,
  createdAt: now,
  ...change,
})

export const anArtefact = (change: Partial<Artefact> = {}): Artefact => ({
  tenantId: 'contoso',
  model: 'AuthorizationCode',
  idHash: bytes(32, 6),
  payload: '{"a":1}',
  ...change,
})

export const aSigningKey = (change: Partial<SigningKey> = {}): SigningKey => ({
  tenantId: 'contoso',
  keyId: 'key-1',
  algorithm: 'ES256',
  publicJwk: '{}',
  sealedPrivateKey: bytes(80, 8),
  createdAt: now,
  activeFrom: later(60),
  ...change,
})

export const aSignIn = (change: Partial<SignInRecord> = {}): SignInRecord => ({
  tenantId: 'contoso',
  signInId: 'sign-in-1',
  at: now,
  correlationId: 'correlation-1',
  outcome: 'success',
  code: '',
  ipAddress: '192.0.2.1',
  userAgent: 'Firefox',
  ...change,
})

export const anAcceptance = (change: Partial<AcceptanceRecord> = {}): AcceptanceRecord => ({
  tenantId: 'contoso',
  acceptanceId: 'acceptance-1',
  userId: 'id-of-ann',
  termsId: 'terms-1',
  version: 1,
  language: 'en',
  state: 'accepted',
  at: now,
  ipAddress: '192.0.2.7',
  userAgent: 'Browser/1.0',
  ...change,
})

export const aDevice = (change: Partial<Device> = {}): Device => ({
  tenantId: 'contoso',
  objectId: 'object-1',
  deviceId: 'device-1',
  displayName: 'Laptop',
  enabled: true,
  operatingSystem: 'Linux',
  operatingSystemVersion: '6.1',
  createdAt: now,
  ...change,
})

export const anAudit = (change: Partial<AuditRecord> = {}): AuditRecord => ({
  tenantId: 'contoso',
  auditId: 'audit-1',
  at: now,
  correlationId: 'correlation-1',
  actor: { kind: 'operator' },
  activity: 'pass_issued',
  target: { kind: 'person', id: 'id-of-ann' },
  detail: { once: true, minutes: 60, by: 'ben' },
  ...change,
})

export const aMessage = (change: Partial<OutboxMessage> = {}): OutboxMessage => ({
  messageId: 'message-1',
  tenantId: 'contoso',
  kind: 'mail',
  payload: '{"to":"ann"}',
  createdAt: now,
  notBefore: now,
  attempts: 0,
  ...change,
})

export const aMetadataState = (change: Partial<MetadataState> = {}): MetadataState => ({
  number: 7,
  nextUpdate: later(86_400),
  loadedAt: now,
  models: 1,
  ...change,
})

export const aModel = (
  change: Partial<Parameters<RolloutStores['metadata']['replace']>[1][number]> = {},
): Parameters<RolloutStores['metadata']['replace']>[1][number] => ({
  aaguid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
  description: 'YubiKey 5 with NFC',
  roots: [bytes(900, 7), bytes(901, 8)],
  icon: 'data:image/png;base64,iVBORw0KGgo=',
  keyProtection: ['hardware', 'secure_element'],
  attachmentHint: ['external', 'wired', 'nfc'],
  userVerificationMethods: ['passcode_external'],
  versions: ['FIDO_2_0'],
  extensions: ['credProtect'],
  options: ['rk'],
  statusReports: [{ status: 'FIDO_CERTIFIED_L2', effectiveDate: '2020-05-12' }],
  ...change,
})

export const aRoot = (change: Partial<OrganisationRoot> = {}): OrganisationRoot => ({
  tenantId: 'contoso',
  rootId: 'root-1',
  name: 'Contoso keys',
  certificate: bytes(700, 9),
  aaguids: ['11111111-2222-4333-8444-555555555555'],
  evidence: 'hardware',
  createdAt: now,
  createdBy: 'operator',
  ...change,
})

export const aProvider = (change: Partial<DescribedProvider> = {}): DescribedProvider => ({
  tenantId: 'contoso',
  providerId: 'provider-1',
  name: 'Contoso Authenticator',
  aaguids: ['11111111-2222-4333-8444-555555555555'],
  phones: { iOS: { store: 'https://apps.example/contoso', appVersion: '6.8', least: '17' } },
  createdAt: now,
  createdBy: 'operator',
  ...change,
})

export const aDeviceCa = (change: Partial<DeviceCa> = {}): DeviceCa => ({
  tenantId: 'contoso',
  certificate: bytes(500, 1),
  sealedPrivateKey: bytes(150, 2),
  createdAt: now,
  ...change,
})

export const aDeviceCertificate = (change: Partial<DeviceCertificate> = {}): DeviceCertificate => ({
  tenantId: 'contoso',
  serialNumber: '2a',
  deviceId: 'device-1',
  aaguid: '888d21e1-4a6b-47f4-89e8-8a51368c47ab',
  evidence: 'software',
  createdAt: now,
  expiresAt: later(86_400),
  ...change,
})

export const aRegisteredDevice = (change: Partial<RegisteredDevice> = {}): RegisteredDevice => ({
  tenantId: 'contoso',
  deviceId: 'device-1',
  objectId: 'object-1',
  userId: 'id-of-ann',
  surface: 'extension',
  aaguid: '888d21e1-4a6b-47f4-89e8-8a51368c47ab',
  appVersion: '1.2.3',
  evidence: 'software',
  publicKey: bytes(91, 7),
  serialNumber: '2a',
  expiresAt: later(86_400),
  registeredAt: now,
  lastSeenAt: now,
  ...change,
})

/** A database with Contoso in it, and Ann and Ben, who work there. */
export async function contoso(open: Open): Promise<Opened> {
  const opened = await open()
  await opened.stores.tenants.insert(aTenant())
  await opened.stores.people.insert(aPerson('ann', {}, 10))
  await opened.stores.people.insert(aPerson('ben', {}, 20))
  return opened
}

export const aContext = (displayName: string) => ({
  id: 'c1',
  displayName,
  description: null,
  isAvailable: true,
})
export const aRule: KeptRule = { kind: 'authenticationContext', id: 'c1', document: aContext('Keys') }

export const aRuleChange = (change: Partial<RuleChangeRecord> = {}): RuleChangeRecord => ({
  tenantId: 'contoso',
  version: 1,
  kind: aRule.kind,
  id: aRule.id,
  at: now,
  actor: { kind: 'person', userId: 'id-of-ann' },
  correlationId: 'correlation-1',
  after: aRule.document,
  ...change,
})

export const anImport = (change: Partial<PersonImport> = {}): PersonImport => ({
  tenantId: 'contoso',
  importId: 'i1',
  name: 'people.csv',
  state: 'draft',
  createdAt: now,
  createdBy: 'id-of-ann',
  ...change,
})

export const anImportLine = (change: Partial<ImportLine> = {}): ImportLine => ({
  line: 2,
  facts: { userName: 'zoe@contoso.example' },
  state: 'create',
  ...change,
})
