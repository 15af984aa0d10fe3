import type { ProblemWords } from '../problem-words.ts'

const unreadable: ProblemWords = {
  title: 'The answer of your passkey could not be read',
  reason: 'The device, the browser or an extension sent something that is not a passkey’s answer.',
  next: 'Try again. If it happens again, turn off extensions that handle passkeys, or use another browser.',
  whoCanFix: 'you',
}

const notTheOne: ProblemWords = {
  title: 'This is not the passkey we asked for',
  reason: 'The passkey that answered is none of those of the account you are signing in to.',
  next: 'Choose another passkey, or go back and check the name you typed.',
  whoCanFix: 'you',
}

const wrongPlace: ProblemWords = {
  title: 'The answer was made for another page',
  reason: 'Passkeys belong to an address, and this answer carries another one.',
  next: 'Open the page by the address your organisation gave you, in a window of its own, and try again.',
  whoCanFix: 'operator',
}

const changed: ProblemWords = {
  title: 'We do not trust this passkey any more',
  reason: 'It says something about itself that it cannot say: it may be a copy, or the device is faulty.',
  next: 'Use another way to sign in, remove this passkey in Security info and make a new one. Tell your help desk.',
  whoCanFix: 'helpDesk',
}

const badKey: ProblemWords = {
  title: 'This device makes keys we cannot use',
  reason: 'The key it made is damaged or of a kind that is not in use here.',
  next: 'Update the device, or create the passkey on another one.',
  whoCanFix: 'you',
}

const badOrigin: ProblemWords = {
  title: 'The device could not prove its model',
  reason:
    'The certificate or statement about where this key comes from is damaged, or is about something else.',
  next: 'Update the device and try again, or use another one. Tell your help desk the reference below.',
  whoCanFix: 'administrator',
}

/** What can be wrong with what a passkey answered. */
export const ceremonyProblems = {
  malformed: unreadable,
  too_large: unreadable,
  credential_type_unknown: unreadable,
  credential_id_mismatch: unreadable,
  client_data_malformed: unreadable,
  wrong_ceremony: unreadable,
  authenticator_data_malformed: unreadable,
  attested_credential_missing: unreadable,
  attested_credential_unexpected: unreadable,
  challenge_mismatch: {
    title: 'That answer belongs to another attempt',
    reason: 'The passkey answered a question that this page did not ask, or not any more.',
    next: 'Try again. If you had several windows open, go on in the newest.',
    whoCanFix: 'you',
  },
  origin_mismatch: wrongPlace,
  rp_id_mismatch: wrongPlace,
  cross_origin_not_allowed: wrongPlace,
  top_origin_mismatch: wrongPlace,
  user_not_present: {
    title: 'Nobody touched the passkey',
    reason: 'The device answered without anybody confirming.',
    next: 'Try again, and touch the key or confirm on the device.',
    whoCanFix: 'you',
  },
  user_not_verified: {
    title: 'The passkey did not check that it is you',
    reason: 'It answered without a fingerprint, a face or a PIN, and one of them is needed here.',
    next: 'Set up a PIN, fingerprint or face on the device or key, then try again.',
    whoCanFix: 'you',
  },
  backup_flags_impossible: changed,
  backup_eligibility_changed: changed,
  signature_invalid: {
    title: 'The signature of this passkey is not right',
    reason: 'It does not fit the key we have for it.',
    next: 'Try again, or use another way. If it stays, remove this passkey in Security info and make a new one.',
    whoCanFix: 'you',
  },
  signature_counter_regressed: {
    title: 'This passkey may have been copied',
    reason:
      'It counts its uses, and it has counted fewer than we have seen. Your organisation does not accept that.',
    next: 'Use another way to sign in and tell your help desk.',
    whoCanFix: 'helpDesk',
  },
  public_key_malformed: badKey,
  algorithm_not_allowed: badKey,
  algorithm_unsupported: badKey,
  attestation_object_malformed: badOrigin,
  attestation_format_unknown: badOrigin,
  attestation_malformed: badOrigin,
  attestation_algorithm_mismatch: badOrigin,
  attestation_signature_invalid: badOrigin,
  attestation_certificate_malformed: badOrigin,
  attestation_certificate_unfit: badOrigin,
  attestation_aaguid_mismatch: badOrigin,
  attestation_key_mismatch: badOrigin,
  attestation_challenge_mismatch: badOrigin,
  attestation_tpm_structure_unfit: badOrigin,
  attestation_key_description_unfit: badOrigin,
  credential_not_allowed: notTheOne,
  credential_mismatch: notTheOne,
  user_handle_mismatch: notTheOne,
  user_handle_missing: {
    title: 'The passkey did not say whose it is',
    reason: 'Without a name, only a passkey that remembers its account will do. This one does not.',
    next: 'Go back, type the name you sign in with, and use the passkey then.',
    whoCanFix: 'you',
  },
} satisfies Record<string, ProblemWords>
