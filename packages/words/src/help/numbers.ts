import type { HelpCode } from './help-code.ts'

/** A number of the sign-in log, the sentence that other systems print with it, and what it is here. */
interface LogNumber {
  readonly text: string
  readonly codes: readonly HelpCode[]
}

/**
 * The numbers under which the log of the API has what we call by name, and those of other systems that people know for
 * the same thing.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const numbers: Readonly<Record<number, LogNumber>> = {
  135000: { text: 'Fido signature verification failed.', codes: ['signature_invalid'] },
  135001: {
    text: 'UserPrincipal doesn’t have the key ID configured.',
    codes: ['credential_unknown', 'credential_not_allowed', 'lock_passkey'],
  },
  135002: {
    text: 'Fido key does not have authenticator data.',
    codes: ['authenticator_data_malformed', 'backup_flags_impossible'],
  },
  135003: {
    text: 'Fido assertion verification failed. Invalid gesture provided.',
    codes: ['user_not_verified', 'user_not_present'],
  },
  135007: { text: 'Client data type is not valid.', codes: ['client_data_malformed'] },
  135008: { text: 'Relying Party Origin is not valid.', codes: ['origin_mismatch'] },
  135010: { text: 'UserPrincipal doesn’t have the key ID configured.', codes: ['credential_unknown'] },
  135011: { text: 'Device used during the authentication is disabled.', codes: ['device_revoked'] },
  135012: {
    text: 'UserObjectId from the UserHandle does not match with UserPrincipal UserObjectId.',
    codes: ['user_handle_mismatch', 'credential_of_another'],
  },
  135014: { text: 'Invalid UserHandle length.', codes: ['user_handle_missing'] },
  135016: {
    text: 'FIDO sign-in is disabled via policy.',
    codes: [
      'passkey_dormant',
      'passkey_method_disabled',
      'device_unknown',
      'link_unknown',
      'link_mismatch',
      'link_needed',
    ],
  },
  135017: {
    text: 'Unexpected Signature Counter received from authenticator.',
    codes: ['signature_counter_regressed'],
  },
  135018: {
    text: 'Invalid challenge received from fido assertion.',
    codes: ['challenge_unknown', 'challenge_spent', 'challenge_mismatch'],
  },
  135019: { text: 'Expired Challenge received from Fido assertion.', codes: ['challenge_expired'] },
  135020: {
    text: 'Invalid Fido assertion.',
    codes: [
      'malformed',
      'public_key_malformed',
      'attestation_malformed',
      'credential_already_registered',
      'backup_eligibility_changed',
    ],
  },
  500344: { text: 'User Account is not found for Fido Sign in flow.', codes: ['credential_unknown'] },
  130500: {
    text: 'Phone sign in was blocked due to User Credential Policy.',
    codes: ['approval_unavailable', 'not_allowed_by_policy'],
  },
  130501: { text: 'Sign in was blocked due to User Credential Policy.', codes: ['not_allowed_by_policy'] },
  130502: {
    text: 'Temporary Access Pass sign in was blocked due to User Credential Policy.',
    codes: ['pass_not_offered', 'pass_outside_policy', 'pass_for_oneself'],
  },
  130503: { text: 'Your Temporary Access Pass is incorrect.', codes: ['pass_incorrect'] },
  130504: { text: 'Your Temporary Access Pass has expired.', codes: ['pass_expired'] },
  130505: { text: 'Your one-time Temporary Access Pass has been redeemed.', codes: ['pass_used'] },
  130507: {
    text: 'An access pass could not be found or verified for the user.',
    codes: ['pass_not_yet_valid', 'pass_incorrect', 'link_unusable'],
  },
  50034: {
    text: 'The user account does not exist in the directory.',
    codes: ['sign_in_failed', 'not_found'],
  },
  50053: { text: 'The account is locked.', codes: ['too_many_attempts'] },
  50057: { text: 'The user account is disabled.', codes: ['person_disabled'] },
  50058: { text: 'Session information is not sufficient for single-sign-on.', codes: ['session_ended'] },
  50072: { text: 'You must enroll in multi-factor authentication.', codes: ['stronger_sign_in_needed'] },
  50074: { text: 'Strong Authentication is required.', codes: ['stronger_sign_in_needed'] },
  50076: { text: 'You must use multi-factor authentication.', codes: ['stronger_sign_in_needed'] },
  50078: { text: 'Presented multi-factor authentication has expired.', codes: ['fresh_sign_in_needed'] },
  50079: { text: 'You must enroll in multi-factor authentication.', codes: ['stronger_sign_in_needed'] },
  50097: { text: 'Device authentication is required.', codes: ['blocked_by_policy', 'device_unknown'] },
  50105: {
    text: 'The signed in user is not assigned to a role for the application.',
    codes: ['app_not_assigned'],
  },
  50126: { text: 'Invalid username or password.', codes: ['sign_in_failed'] },
  50129: { text: 'Device is not workplace joined.', codes: ['device_unknown'] },
  50133: { text: 'Session is invalid.', codes: ['session_ended'] },
  50173: { text: 'The provided grant has expired due to it being revoked.', codes: ['session_ended'] },
  500121: {
    text: 'Authentication failed during strong authentication request.',
    codes: [
      'code_incorrect',
      'code_replayed',
      'approval_denied',
      'approval_expired',
      'approval_unavailable',
      'approval_paused',
      'approval_waiting',
      'approval_closed',
      'approval_invalid',
      'browser_not_remembered',
    ],
  },
  53000: { text: 'Device is not in required device state: compliant.', codes: ['blocked_by_policy'] },
  53001: { text: 'Device is not in required device state: domain joined.', codes: ['blocked_by_policy'] },
  53003: {
    text: 'Access has been blocked by Conditional Access policies.',
    codes: ['blocked_by_policy', 'not_permitted'],
  },
  53010: {
    text: 'Cannot configure multi-factor authentication methods.',
    codes: ['blocked_by_policy', 'last_method', 'last_administrator'],
  },
  530003: { text: 'Your device is required to be managed.', codes: ['device_unknown'] },
  54008: {
    text: 'Multi-Factor authentication is required and the credential used is not supported as a First Factor.',
    codes: ['stronger_sign_in_needed'],
  },
  65001: {
    text: 'The user or administrator has not consented to use the application.',
    codes: ['consent_needed'],
  },
  70043: {
    text: 'The refresh token has expired due to sign-in frequency checks.',
    codes: ['fresh_sign_in_needed'],
  },
  70044: {
    text: 'The session has expired due to sign-in frequency checks.',
    codes: ['fresh_sign_in_needed'],
  },
  70046: { text: 'The session has expired due to reauthentication checks.', codes: ['fresh_sign_in_needed'] },
  90002: { text: 'Tenant not found.', codes: ['tenant_unknown'] },
  90055: { text: 'There are too many incoming requests.', codes: ['server_busy'] },
  90014: { text: 'The required field is missing.', codes: ['invalid_input'] },
}
