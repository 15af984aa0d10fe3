import type { RefusalCode } from '../../http/status-of.ts'
import { statusOf } from '../../http/status-of.ts'

/**
 * The number under which Entra's log has what we call by name: what scripts and dashboards filter by. A new code does not
 * compile until it has one.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const numberOf: Readonly<Record<RefusalCode, number>> = {
  sign_in_failed: 50126,
  person_disabled: 50057,
  tenant_unknown: 90002,
  challenge_unknown: 135018,
  challenge_expired: 135019,
  challenge_spent: 135018,
  credential_unknown: 135001,
  credential_of_another: 135012,
  credential_already_registered: 135020,
  not_allowed_by_policy: 130501,
  blocked_by_policy: 53003,
  passkey_dormant: 135016,
  stronger_sign_in_needed: 50074,
  fresh_sign_in_needed: 50078,
  too_many_attempts: 50053,
  pass_incorrect: 130503,
  pass_expired: 130504,
  pass_used: 130505,
  pass_not_yet_valid: 130507,
  pass_outside_policy: 130502,
  pass_for_oneself: 130502,
  code_incorrect: 500121,
  code_replayed: 500121,
  link_unusable: 130507,
  session_ended: 50133,
  last_method: 53010,
  last_administrator: 53010,
  not_permitted: 53003,
  not_found: 50034,
  already_exists: 90000,
  invalid_input: 90014,
  rules_changed: 90000,
  rules_full: 90000,
  document_invalid: 90000,
  terms_changed: 90000,
  would_block_users: 90000,
  break_glass_full: 90000,
  break_glass_without_passkey: 90000,
  pass_request_closed: 90000,
  another_approver_needed: 90000,
  manager_first: 90000,
  no_safe_address: 90000,
  domain_taken: 90000,
  domain_not_proven: 90000,
  domain_unreachable: 90000,
  domain_in_use: 90000,
  domain_is_default: 90000,
  image_unreadable: 90000,
  image_too_large: 90000,
  app_not_assigned: 50105,
  consent_needed: 65001,
  sealed_unreadable: 90000,
  rp_id_changed: 90000,

  malformed: 135020,
  too_large: 135020,
  credential_type_unknown: 135020,
  credential_id_mismatch: 135020,
  client_data_malformed: 135007,
  wrong_ceremony: 135007,
  challenge_mismatch: 135018,
  origin_mismatch: 135008,
  cross_origin_not_allowed: 135008,
  top_origin_mismatch: 135008,
  authenticator_data_malformed: 135002,
  rp_id_mismatch: 135008,
  user_not_present: 135003,
  user_not_verified: 135003,
  backup_flags_impossible: 135002,
  attested_credential_missing: 135002,
  attested_credential_unexpected: 135002,
  public_key_malformed: 135020,
  algorithm_not_allowed: 135020,
  algorithm_unsupported: 135020,
  attestation_object_malformed: 135020,
  attestation_format_unknown: 135020,
  attestation_malformed: 135020,
  attestation_algorithm_mismatch: 135020,
  attestation_signature_invalid: 135020,
  attestation_certificate_malformed: 135020,
  attestation_certificate_unfit: 135020,
  attestation_aaguid_mismatch: 135020,
  attestation_key_mismatch: 135020,
  attestation_challenge_mismatch: 135020,
  attestation_tpm_structure_unfit: 135020,
  attestation_key_description_unfit: 135020,
  credential_not_allowed: 135001,
  credential_mismatch: 135001,
  user_handle_missing: 135014,
  user_handle_mismatch: 135012,
  backup_eligibility_changed: 135020,
  signature_invalid: 135000,
  signature_counter_regressed: 135017,
}

/** What something unknown is: a code of a release that is not this one. */
const otherError = 90000

/** The number of what stands in the log; 0 if nothing went wrong. */
export function errorCodeOf(code: string): number {
  if (code === '') return 0
  return isRefusalCode(code) ? numberOf[code] : otherError
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(statusOf, code)
}
