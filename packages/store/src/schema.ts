import type {
  AdministratorRole,
  App,
  AppAssignment,
  ApprovalRequest,
  AuditRecord,
  CredentialRecord,
  DeviceLink,
  DomainClaim,
  ImportLineState,
  ImportReason,
  ImportState,
  Offer,
  OneTimeLink,
  OrganisationRoot,
  OutboxMessage,
  PassDelivery,
  PassRequestState,
  RegisteredDevice,
  RuleChangeRecord,
  RuleKind,
  Session,
  SessionEnd,
  SignInMethod,
  SignInRecord,
  SigningKey,
  StepName,
  UnfinishedRegistration,
} from '@latchkey/identity'
import type {
  CampaignMailKind,
  CampaignMailState,
  WaveKind,
  WavePersonState,
  WaveState,
} from '@latchkey/rollout'

/**
 * Every table as Kysely sees it, the same on both databases.
 *
 * An instant is an integer of milliseconds, a flag is 0 or 1, bytes are `Uint8Array`, a list or a document is JSON in a
 * text. What a column means, and why a key is what it is, stands in the migrations.
 */
export interface Schema {
  tenant: TenantTable
  domain: DomainTable
  domain_claim: DomainClaimTable
  brand_image: BrandImageTable
  person: PersonTable
  person_term: PersonTermTable
  person_import: PersonImportTable
  person_import_part: PersonImportPartTable
  person_import_line: PersonImportLineTable
  person_group: GroupTable
  group_member: MemberTable
  administrator_role: RoleTable
  credential: CredentialTable
  credential_directory: CredentialDirectoryTable
  spent_challenge: SpentChallengeTable
  unfinished_registration: UnfinishedRegistrationTable
  password: PasswordTable
  totp: TotpTable
  temporary_access_pass: PassTable
  pass_request: PassRequestTable
  recovery_contact: RecoveryContactTable
  disowned: DisownedTable
  declined_offer: DeclinedOfferTable
  one_time_link: LinkTable
  session: SessionTable
  session_app: SessionAppTable
  app: AppTable
  app_assignment: AssignmentTable
  app_permission: AppPermissionTable
  consent: ConsentTable
  terms_acceptance: TermsAcceptanceTable
  device: DeviceTable
  registered_device: RegisteredDeviceTable
  approver: ApproverTable
  approval_request: ApprovalRequestTable
  approval_pause: ApprovalPauseTable
  remembered_browser: RememberedBrowserTable
  device_link: DeviceLinkTable
  device_link_use: DeviceLinkUseTable
  step_event: StepEventTable
  nudge: NudgeTable
  preflight: PreflightTable
  pilot: PilotTable
  pilot_note: PilotNoteTable
  wave: WaveTable
  wave_person: WavePersonTable
  campaign_mail: CampaignMailTable
  campaign_mail_settings: CampaignMailSettingsTable
  campaign_mail_text: CampaignMailTextTable
  guide_override: GuideOverrideTable
  guide_picture: GuidePictureTable
  newer_system: NewerSystemTable
  artefact: ArtefactTable
  signing_key: SigningKeyTable
  sealing_key: SealingKeyTable
  throttle: ThrottleTable
  sign_in: SignInTable
  audit: AuditTable
  outbox: OutboxTable
  lease: LeaseTable
  instance: InstanceTable
  metadata_state: MetadataStateTable
  metadata_model: MetadataModelTable
  organisation_root: OrganisationRootTable
  described_provider: DescribedProviderTable
  device_ca: DeviceCaTable
  device_certificate: DeviceCertificateTable
  rule_document: RuleDocumentTable
  rule_change: RuleChangeTable
  log_stream: LogStreamTable
  day_figures: DayFiguresTable
  home_summary: HomeSummaryTable
}

type Instant = number
type Flag = number
type Json = string

export type TenantTable = {
  tenant_id: string
  display_name: string
  settings: Json
  demo: Flag
  created_at: Instant
  rules_version: number
}

export type DomainTable = {
  domain: string
  tenant_id: string
  created_at: Instant
  is_default: Flag
  proof: string | null
  checked_at: Instant | null
  missing_since: Instant | null
}

export type DomainClaimTable = {
  tenant_id: string
  domain: string
  proof: string
  created_at: Instant
  checked_at: Instant | null
  outcome: NonNullable<DomainClaim['outcome']> | null
}

export type BrandImageTable = {
  tenant_id: string
  image_id: string
  png: Uint8Array
  width: number
  height: number
  created_at: Instant
}

export type PersonTable = {
  tenant_id: string
  user_id: string
  user_name: string
  display_name: string
  given_name: string | null
  surname: string | null
  mail: string | null
  preferred_language: string | null
  enabled: Flag
  break_glass: Flag
  user_handle: Uint8Array
  handle_point: Uint8Array
  security_stamp: string
  last_method: SignInMethod | null
  default_method: SignInMethod | null
  created_at: Instant
}

export type PersonTermTable = {
  tenant_id: string
  term: string
  user_name: string
  user_id: string
}

export type PersonImportTable = {
  tenant_id: string
  import_id: string
  name: string
  state: ImportState
  created_at: Instant
  created_by: string
}

export type PersonImportPartTable = {
  tenant_id: string
  import_id: string
  number: number
  part: string
}

export type PersonImportLineTable = {
  tenant_id: string
  import_id: string
  line: number
  facts: Json
  state: ImportLineState
  reason: ImportReason | null
  user_id: string | null
  did: Json | null
}

export type GroupTable = {
  tenant_id: string
  group_id: string
  display_name: string
  description: string | null
  created_at: Instant
}

export type MemberTable = {
  tenant_id: string
  group_id: string
  user_id: string
}

export type RoleTable = {
  tenant_id: string
  user_id: string
  role: AdministratorRole
}

export type CredentialTable = {
  tenant_id: string
  credential_id: Uint8Array
  user_id: string
  rp_id: string
  public_key: Uint8Array
  algorithm: number
  sign_count: number
  transports: Json
  uv_initialized: Flag
  backup_eligible: Flag
  backup_state: Flag
  aaguid: string
  attestation_format: string
  attestation_type: string
  attestation_trusted: Flag
  attestation_object: Uint8Array | null
  attestation_client_data: Uint8Array | null
  attestation_evidence: CredentialRecord['attestation']['evidence']
  attestation_anchor: NonNullable<CredentialRecord['attestation']['anchor']> | null
  device_serial: string | null
  name: string
  created_at: Instant
  created_by: string
  last_used_at: Instant | null
  last_used_from: string | null
}

export type CredentialDirectoryTable = {
  rp_id: string
  credential_id: Uint8Array
  tenant_id: string
}

export type SpentChallengeTable = {
  tenant_id: string
  nonce: Uint8Array
  expires_at: Instant
}

export type PasswordTable = {
  tenant_id: string
  user_id: string
  hash: string
  changed_at: Instant
}

export type TotpTable = {
  tenant_id: string
  totp_id: string
  user_id: string
  name: string
  sealed_secret: Uint8Array
  last_step: number
  created_at: Instant
  last_used_at: Instant | null
}

export type PassTable = {
  tenant_id: string
  user_id: string
  pass_id: string
  hash: string
  starts_at: Instant
  expires_at: Instant
  once: Flag
  used_at: Instant | null
  created_at: Instant
  created_by: string
}

export type PassRequestTable = {
  tenant_id: string
  request_id: string
  user_id: string
  state: PassRequestState
  asked_at: Instant
  expires_at: Instant
  starts_at: Instant | null
  lifetime_minutes: number | null
  reason: string
  contact: string
  asked_again_at: Instant | null
  newest_contact: string | null
  ip_address: string
  user_agent: string
  correlation_id: string
  first_by: string | null
  first_at: Instant | null
  first_checks: Json | null
  decided_by: string | null
  decided_at: Instant | null
  checks: Json | null
  note: string | null
  pass_id: string | null
  delivery: PassDelivery | null
}

export type RecoveryContactTable = {
  tenant_id: string
  user_id: string
  manager_id: string | null
  other_mail: string | null
}

export type DisownedTable = {
  tenant_id: string
  record_id: string
  user_id: string
  at: Instant
}

export type DeclinedOfferTable = {
  tenant_id: string
  user_id: string
  offer: Offer
  times: number
  at: Instant
}

export type LinkTable = {
  token_hash: Uint8Array
  purpose: OneTimeLink['purpose']
  created_at: Instant
  expires_at: Instant
}

export type SessionTable = {
  tenant_id: string
  session_id: string
  token_hash: Uint8Array
  user_id: string
  proofs: Json
  origin: Session['origin']
  security_stamp: string
  pass_id: string | null
  stays_signed_in: Flag
  created_at: Instant
  last_seen_at: Instant
  expires_at: Instant
  ip_address: string
  user_agent: string
  ended_at: Instant | null
  ended_because: SessionEnd | null
}

export type SessionAppTable = {
  tenant_id: string
  session_id: string
  client_id: string
}

export type AppTable = {
  tenant_id: string
  client_id: string
  display_name: string
  kind: App['kind']
  secret_hashes: Json
  redirect_uris: Json
  post_logout_redirect_uris: Json
  backchannel_logout_uri: string | null
  initiate_login_uri: string | null
  home_page_url: string | null
  device_code_allowed: Flag
  assignment_required: Flag
  groups_claim: App['groupsClaim']
  app_roles: Json
  optional_claims: Json | null
  consent: App['consent']
  least_strength: NonNullable<App['leastStrength']> | null
  signing_algorithm: App['signingAlgorithm']
  enabled: Flag
  created_at: Instant
}

export type AssignmentTable = {
  tenant_id: string
  client_id: string
  principal: AppAssignment['principal']
  principal_id: string
  role: string
}

export type AppPermissionTable = {
  tenant_id: string
  client_id: string
  resource_id: string
  permission: string
  granted_at: Instant
}

export type ConsentTable = {
  tenant_id: string
  client_id: string
  user_id: string
  scopes: Json
  at: Instant
}

export type TermsAcceptanceTable = {
  tenant_id: string
  acceptance_id: string
  user_id: string
  terms_id: string
  version: number
  language: string
  state: 'accepted' | 'declined'
  at: Instant
  ip_address: string
  user_agent: string
}

export type DeviceTable = {
  tenant_id: string
  object_id: string
  device_id: string
  display_name: string
  enabled: Flag
  operating_system: string
  operating_system_version: string
  is_managed: Flag | null
  is_compliant: Flag | null
  created_at: Instant
}

export type RegisteredDeviceTable = {
  tenant_id: string
  device_id: string
  object_id: string
  user_id: string
  surface: RegisteredDevice['surface']
  aaguid: string
  app_version: string
  evidence: RegisteredDevice['evidence']
  public_key: Uint8Array
  serial_number: string
  expires_at: Instant
  registered_at: Instant
  last_seen_at: Instant
}

export type ArtefactTable = {
  tenant_id: string
  model: string
  id_hash: Uint8Array
  payload: string
  grant_id: string | null
  user_code: string | null
  uid: string | null
  session_id: string | null
  expires_at: Instant | null
  consumed_at: Instant | null
}

export type SigningKeyTable = {
  tenant_id: string
  key_id: string
  algorithm: SigningKey['algorithm']
  public_jwk: Json
  sealed_private_key: Uint8Array
  created_at: Instant
  active_from: Instant
  retired_at: Instant | null
}

export type SealingKeyTable = {
  key_number: number
  sealed_key: Uint8Array
  created_at: Instant
}

export type ThrottleTable = {
  tenant_id: string
  counted: string
  attempts: number
  window_ends_at: Instant
}

export type SignInTable = {
  tenant_id: string
  sign_in_id: string
  at: Instant
  correlation_id: string
  outcome: SignInRecord['outcome']
  code: string
  detail: string | null
  method: string | null
  user_id: string | null
  user_name: string | null
  client_id: string | null
  session_id: string | null
  credential_id: string | null
  aaguid: string | null
  attested: Flag | null
  user_verified: Flag | null
  backup_eligible: Flag | null
  backup_state: Flag | null
  strength: string | null
  ip_address: string
  user_agent: string
  decision: Json | null
  elapsed: number | null
}

export type RuleDocumentTable = {
  tenant_id: string
  kind: RuleKind
  id: string
  document: Json
}

export type RuleChangeTable = {
  tenant_id: string
  version: number
  kind: RuleKind
  id: string
  at: Instant
  actor_kind: RuleChangeRecord['actor']['kind']
  actor_user_id: string | null
  actor_client_id: string | null
  correlation_id: string
  before: Json | null
  after: Json | null
}

export type AuditTable = {
  tenant_id: string
  audit_id: string
  at: Instant
  correlation_id: string
  actor_kind: Exclude<AuditRecord['actor']['kind'], 'app'>
  actor_user_id: string | null
  actor_client_id: string | null
  activity: string
  target_kind: string
  target_id: string
  target_name: string | null
  detail: Json
  ip_address: string | null
}

export type OutboxTable = {
  message_id: string
  tenant_id: string
  kind: OutboxMessage['kind']
  payload: Json
  created_at: Instant
  not_before: Instant
  taken_until: Instant
  attempts: number
  last_error: string | null
}

export type LeaseTable = {
  name: string
  holder: string
  held_until: Instant
}

export type InstanceTable = {
  name: string
  value: string
}

export type MetadataStateTable = {
  name: string
  number: number
  next_update: Instant
  loaded_at: Instant
  models: number
}

export type MetadataModelTable = {
  aaguid: string
  description: string
  attachment_hint: Json
  key_protection: Json
  status_reports: Json
  facts: Json
  roots: Json
  icon: string | null
}

export type OrganisationRootTable = {
  tenant_id: string
  root_id: string
  name: string
  certificate: Uint8Array
  aaguids: Json
  evidence: OrganisationRoot['evidence']
  created_at: Instant
  created_by: string
}

export type DescribedProviderTable = {
  tenant_id: string
  provider_id: string
  name: string
  aaguids: Json
  phones: Json
  created_at: Instant
  created_by: string
}

export type DeviceCaTable = {
  tenant_id: string
  certificate: Uint8Array
  sealed_private_key: Uint8Array
  created_at: Instant
}

export type DeviceCertificateTable = {
  tenant_id: string
  serial_number: string
  device_id: string
  aaguid: string
  evidence: OrganisationRoot['evidence']
  created_at: Instant
  expires_at: Instant
  revoked_at: Instant | null
}

export type UnfinishedRegistrationTable = {
  tenant_id: string
  user_id: string
  kind: UnfinishedRegistration['kind']
  code: string
  aaguid: string | null
  at: Instant
  expires_at: Instant
}

export type LogStreamTable = {
  tenant_id: string
  stream_id: string
  display_name: string
  address: string
  logs: Json
  enabled: Flag
  created_at: Instant
  sealed_secret: Uint8Array | null
  former_sealed_secret: Uint8Array | null
  former_until: Instant | null
  sign_ins_until: string
  audit_until: string
  delivered_at: Instant | null
  attempts: number
  not_before: Instant
  failed_at: Instant | null
  failing_since: Instant | null
  last_error: string | null
}

export type DayFiguresTable = {
  tenant_id: string
  day: string
  people: number
  with_passkey: number
  sign_ins: number
  passkey_sign_ins: number
  failures: number
  would_fail: number
}

export type HomeSummaryTable = {
  tenant_id: string
  at: Instant
  content: Json
}

export type ApproverTable = {
  tenant_id: string
  device_id: string
  user_id: string
  approval_key: Uint8Array
  push_endpoint: string | null
  push_p256dh: Uint8Array | null
  push_auth: Uint8Array | null
  created_at: Instant
  last_used_at: Instant | null
}

export type ApprovalRequestTable = {
  tenant_id: string
  user_id: string
  request_id: string
  method: ApprovalRequest['method']
  flow_id: string
  visit_hash: Uint8Array
  asked_by: string
  number: string
  context: string
  state: ApprovalRequest['state']
  created_at: Instant
  expires_at: Instant
  device_id: string | null
  answered_at: Instant | null
}

export type DeviceLinkTable = {
  tenant_id: string
  link_id: string
  user_id: string
  client_device_id: string
  authenticator_device_id: string | null
  state: DeviceLink['state']
  client_hash: Uint8Array | null
  authenticator_hash: Uint8Array | null
  contact_id: string | null
  begun_at: Instant
  expires_at: Instant
  guarded_at: Instant | null
  last_used_at: Instant | null
}

export type DeviceLinkUseTable = {
  tenant_id: string
  client_data_hash: Uint8Array
  device_id: string
  link_id: string
  expires_at: Instant
}

export type ApprovalPauseTable = {
  tenant_id: string
  user_id: string
  paused_until: Instant
}

export type RememberedBrowserTable = {
  tenant_id: string
  browser_id: string
  user_id: string
  public_key: Uint8Array
  user_agent: string
  ip_address: string
  created_at: Instant
  last_used_at: Instant
}

export type StepEventTable = {
  tenant_id: string
  event_id: string
  at: Instant
  step: StepName
  user_id: string | null
  device: string
  browser: string | null
  method: string | null
  aaguid: string | null
  code: string | null
  wave_id: string | null
  mail_kind: string | null
  elapsed: number | null
  correlation_id: string | null
}

export type WaveTable = {
  tenant_id: string
  wave_id: string
  kind: WaveKind
  name: string
  group_ids: string
  starts_at: Instant
  ends_at: Instant
  announced_at: Instant | null
  state: WaveState
  started_at: Instant | null
  held_because: string | null
  checked_at: Instant | null
  target_policy_id: string | null
  target_group_id: string | null
  created_at: Instant
  created_by: string
  version: number
}

export type WavePersonTable = {
  tenant_id: string
  wave_id: string
  user_id: string
  state: WavePersonState
  because: string
  checked_at: Instant
  moved_at: Instant | null
  acted_by: string | null
}

export type CampaignMailTable = {
  tenant_id: string
  mail_id: string
  wave_id: string
  user_id: string
  kind: CampaignMailKind
  day_zero: string
  again: number
  token_hash: Uint8Array | null
  state: CampaignMailState
  decided_at: Instant
  sent_at: Instant | null
  opened_at: Instant | null
  error: string | null
}

export type CampaignMailSettingsTable = {
  tenant_id: string
  paused: Flag
  per_minute: number
  send_hour: number
  time_zone: string
  kinds_off: string
}

export type CampaignMailTextTable = {
  tenant_id: string
  kind: CampaignMailKind
  language: string
  subject: string | null
  intro: string | null
  closing: string | null
  changed_at: Instant
}

export type NudgeTable = {
  tenant_id: string
  user_id: string
  snoozes: number
  snoozed_at: Instant | null
  failed_at: Instant | null
  asked_in: string | null
  asked_at: Instant | null
}

export type PreflightTable = {
  tenant_id: string
  user_id: string
  began_at: Instant
  began_by: string
}

export type PilotTable = {
  tenant_id: string
  group_id: string
  devices: string
  began_at: Instant
  began_by: string
}

export type PilotNoteTable = {
  tenant_id: string
  user_id: string
  text: string
  noted_at: Instant
  noted_by: string
}

export type GuideOverrideTable = {
  tenant_id: string
  step: string
  language: string
  title: string | null
  lines: string | null
  hint: string | null
  picture_id: string | null
  picture_width: number | null
  picture_height: number | null
  changed_at: Instant
}

export type GuidePictureTable = {
  tenant_id: string
  picture_id: string
  png: Uint8Array
  width: number
  height: number
}

export type NewerSystemTable = {
  tenant_id: string
  system: string
  version: string
  first_seen_at: Instant
  last_seen_at: Instant
  visits: number
  dismissed: Flag
}
