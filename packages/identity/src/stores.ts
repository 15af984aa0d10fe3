import type { ApprovalRequestStore } from './approvals/approval-request-store.ts'
import type { ApproverStore } from './approvals/approver-store.ts'
import type { RememberedBrowserStore } from './approvals/remembered-browser-store.ts'
import type { AppStore } from './apps/app-store.ts'
import type { CallerStore } from './apps/caller-store.ts'
import type { ConsentStore } from './apps/consent-store.ts'
import type { AuditStore } from './audit/audit-store.ts'
import type { SignInLogStore } from './audit/sign-in-log-store.ts'
import type { BrandImageStore } from './branding/brand-image-store.ts'
import type { CredentialStore } from './credentials/credential-store.ts'
import type { SpentChallengeStore } from './credentials/spent-challenge-store.ts'
import type { UnfinishedStore } from './credentials/unfinished-store.ts'
import type { DeviceLinkStore } from './device-links/device-link-store.ts'
import type { DeviceStore } from './devices/device-store.ts'
import type { RegisteredDeviceStore } from './devices/registered-device-store.ts'
import type { DomainStore } from './domains/domain-store.ts'
import type { HomeStore } from './home/home-store.ts'
import type { InstanceStore } from './instance/instance-store.ts'
import type { LeaseStore } from './instance/lease-store.ts'
import type { SealingKeyStore } from './keys/sealing-key-store.ts'
import type { SigningKeyStore } from './keys/signing-key-store.ts'
import type { LockOutStore } from './lock-out/lock-out-store.ts'
import type { LogStreamStore } from './log-streams/log-stream-store.ts'
import type { OutboxStore } from './outbox/outbox-store.ts'
import type { PassRequestStore } from './pass-requests/pass-request-store.ts'
import type { LinkStore } from './passes/link-store.ts'
import type { PassStore } from './passes/pass-store.ts'
import type { PasswordStore } from './passwords/password-store.ts'
import type { GroupStore } from './people/group-store.ts'
import type { PersonImportStore } from './people/import/person-import.ts'
import type { PersonStore } from './people/person-store.ts'
import type { RoleStore } from './people/role-store.ts'
import type { ProviderStore } from './providers/provider-store.ts'
import type { DeclinedOfferStore } from './recovery/declined-offer-store.ts'
import type { DisownedStore } from './recovery/disowned-store.ts'
import type { RecoveryContactStore } from './recovery/recovery-contact-store.ts'
import type { RuleStore } from './rules/rule-store.ts'
import type { SessionStore } from './sessions/session-store.ts'
import type { StepEventStore } from './steps/step-event.ts'
import type { TenantStore } from './tenants/tenant-store.ts'
import type { AcceptanceStore } from './terms/acceptance-store.ts'
import type { ThrottleStore } from './throttling/throttle-store.ts'
import type { ArtefactStore } from './tokens/artefact-store.ts'
import type { TotpStore } from './totp/totp-store.ts'
import type { MetadataStore } from './trust/metadata-store.ts'
import type { TrustStore } from './trust/trust-store.ts'

/** Every store. Each method is one atomic statement, or a read. */
export interface Shelves {
  readonly tenants: TenantStore
  readonly domains: DomainStore
  readonly brandImages: BrandImageStore
  readonly people: PersonStore
  readonly imports: PersonImportStore
  readonly groups: GroupStore
  readonly roles: RoleStore
  readonly rules: RuleStore
  readonly credentials: CredentialStore
  readonly spentChallenges: SpentChallengeStore
  readonly unfinished: UnfinishedStore
  readonly passwords: PasswordStore
  readonly totps: TotpStore
  readonly passes: PassStore
  readonly passRequests: PassRequestStore
  readonly recoveryContacts: RecoveryContactStore
  readonly disowned: DisownedStore
  readonly declinedOffers: DeclinedOfferStore
  readonly links: LinkStore
  readonly sessions: SessionStore
  readonly apps: AppStore
  readonly consents: ConsentStore
  readonly callers: CallerStore
  readonly artefacts: ArtefactStore
  readonly signingKeys: SigningKeyStore
  readonly sealingKeys: SealingKeyStore
  readonly throttle: ThrottleStore
  readonly metadata: MetadataStore
  readonly trust: TrustStore
  readonly providers: ProviderStore
  readonly signIns: SignInLogStore
  readonly audit: AuditStore
  readonly outbox: OutboxStore
  readonly lockOut: LockOutStore
  readonly acceptances: AcceptanceStore
  readonly devices: DeviceStore
  readonly registeredDevices: RegisteredDeviceStore
  readonly approvers: ApproverStore
  readonly approvalRequests: ApprovalRequestStore
  readonly rememberedBrowsers: RememberedBrowserStore
  readonly deviceLinks: DeviceLinkStore
  readonly leases: LeaseStore
  readonly logStreams: LogStreamStore
  readonly home: HomeStore
  readonly instance: InstanceStore
  readonly stepEvents: StepEventStore
}

/** The stores, and the way to make several of their methods one. Rooms above bring stores of their own: `S` has them, too. */
export type Stores<S extends Shelves = Shelves> = S & {
  /**
   * Run a unit of work: all of it is kept, durably, or none of it, before this resolves.
   *
   * The unit may run more than once (a serialisation failure is tried again), so it does nothing but call `tx`;
   * what must reach the world goes through `tx.outbox`. On SQLite it may await nothing but `tx`: other units wait.
   */
  atomically<T>(unit: (tx: S) => Promise<T>): Promise<T>
  /** Finish what is queued, then let go of the database. */
  close(): Promise<void>
}
