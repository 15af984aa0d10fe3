import type { Shelves } from '@latchkey/identity'
import type { RolloutShelves } from '@latchkey/rollout'
import type { Database } from '../database.ts'
import { acceptanceStore } from './acceptance-store.ts'
import { appStore } from './app-store.ts'
import { approvalRequestStore } from './approval-request-store.ts'
import { approverStore } from './approver-store.ts'
import { artefactStore } from './artefact-store.ts'
import { auditStore } from './audit-store.ts'
import { brandImageStore } from './brand-image-store.ts'
import { callerStore } from './caller-store.ts'
import { consentStore } from './consent-store.ts'
import { credentialStore } from './credential-store.ts'
import { declinedOfferStore } from './declined-offer-store.ts'
import { deviceLinkStore } from './device-link-store.ts'
import { deviceStore } from './device-store.ts'
import { disownedStore } from './disowned-store.ts'
import { domainStore } from './domain-store.ts'
import { groupStore } from './group-store.ts'
import { homeStore } from './home-store.ts'
import { instanceStore } from './instance-store.ts'
import { leaseStore } from './lease-store.ts'
import { linkStore } from './link-store.ts'
import { lockOutStore } from './lock-out-store.ts'
import { logStreamStore } from './log-stream-store.ts'
import { metadataStore } from './metadata-store.ts'
import { outboxStore } from './outbox-store.ts'
import { passRequestStore } from './pass-request-store.ts'
import { passStore } from './pass-store.ts'
import { passwordStore } from './password-store.ts'
import { personImportStore } from './person-import-store.ts'
import { personStore } from './person-store.ts'
import { providerStore } from './provider-store.ts'
import { recoveryContactStore } from './recovery-contact-store.ts'
import { registeredDeviceStore } from './registered-device-store.ts'
import { rememberedBrowserStore } from './remembered-browser-store.ts'
import { roleStore } from './role-store.ts'
import { rolloutShelvesOn } from './rollout/rollout-shelves.ts'
import { ruleStore } from './rule-store.ts'
import { sealingKeyStore } from './sealing-key-store.ts'
import { sessionStore } from './session-store.ts'
import { signInLogStore } from './sign-in-log-store.ts'
import { signingKeyStore } from './signing-key-store.ts'
import { spentChallengeStore } from './spent-challenge-store.ts'
import { stepEventStore } from './step-event-store.ts'
import { tenantStore } from './tenant-store.ts'
import { throttleStore } from './throttle-store.ts'
import { totpStore } from './totp-store.ts'
import { trustStore } from './trust-store.ts'
import { unfinishedStore } from './unfinished-store.ts'

/** Every store that identity needs, over one database, or over one unit of work in it. */
export const shelvesOn = (db: Database): Shelves => ({
  tenants: tenantStore(db),
  domains: domainStore(db),
  brandImages: brandImageStore(db),
  people: personStore(db),
  imports: personImportStore(db),
  groups: groupStore(db),
  roles: roleStore(db),
  rules: ruleStore(db),
  credentials: credentialStore(db),
  spentChallenges: spentChallengeStore(db),
  unfinished: unfinishedStore(db),
  passwords: passwordStore(db),
  totps: totpStore(db),
  passes: passStore(db),
  passRequests: passRequestStore(db),
  recoveryContacts: recoveryContactStore(db),
  disowned: disownedStore(db),
  declinedOffers: declinedOfferStore(db),
  links: linkStore(db),
  sessions: sessionStore(db),
  apps: appStore(db),
  consents: consentStore(db),
  callers: callerStore(db),
  artefacts: artefactStore(db),
  signingKeys: signingKeyStore(db),
  sealingKeys: sealingKeyStore(db),
  throttle: throttleStore(db),
  metadata: metadataStore(db),
  trust: trustStore(db),
  providers: providerStore(db),
  signIns: signInLogStore(db),
  audit: auditStore(db),
  outbox: outboxStore(db),
  lockOut: lockOutStore(db),
  acceptances: acceptanceStore(db),
  devices: deviceStore(db),
  registeredDevices: registeredDeviceStore(db),
  approvers: approverStore(db),
  approvalRequests: approvalRequestStore(db),
  rememberedBrowsers: rememberedBrowserStore(db),
  deviceLinks: deviceLinkStore(db),
  leases: leaseStore(db),
  logStreams: logStreamStore(db),
  home: homeStore(db),
  instance: instanceStore(db),
  stepEvents: stepEventStore(db),
})

/** The same, and those that a rollout needs. */
export const everyShelfOn = (db: Database): Shelves & RolloutShelves => ({
  ...shelvesOn(db),
  ...rolloutShelvesOn(db),
})
