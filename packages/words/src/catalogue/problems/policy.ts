import type { ProblemWords } from '../problem-words.ts'

/**
 * Why the methods policy says no to a passkey, by `passkey_` and the policy's reason: told when it is added or used, and
 * beside it in Security info.
 */
export const policyProblems = {
  passkey_method_disabled: {
    title: 'Passkeys are switched off',
    reason: 'Your organisation does not use passkeys at the moment.',
    next: 'Use another way. Passkeys you have are kept, and work again when they are switched on.',
    whoCanFix: 'administrator',
  },
  passkey_excluded: {
    title: 'Passkeys are not for your account',
    reason: 'Your organisation has left your account, or a group you are in, out of passkeys.',
    next: 'Use another way, or ask your help desk.',
    whoCanFix: 'administrator',
  },
  passkey_not_in_scope: {
    title: 'Passkeys are not open to you yet',
    reason: 'Your organisation lets some people use passkeys, and your account is not among them.',
    next: 'Use another way, or ask your help desk when your turn comes.',
    whoCanFix: 'administrator',
  },
  passkey_guest: {
    title: 'Your passkeys are kept elsewhere',
    reason: 'Guests keep their passkeys with their own organisation.',
    next: 'Sign in through your own organisation.',
    whoCanFix: 'you',
  },
  passkey_self_service_off: {
    title: 'Only administrators add passkeys here',
    reason: 'Your organisation does not let people add passkeys themselves.',
    next: 'Ask your help desk for one.',
    whoCanFix: 'helpDesk',
  },
  passkey_synced_not_allowed: {
    title: 'Synced passkeys are not allowed',
    reason:
      'Your organisation takes only passkeys that stay on one device; this one can be copied to others.',
    next: 'Create one on a security key, or in an app that keeps it on one device.',
    whoCanFix: 'you',
  },
  passkey_device_bound_not_allowed: {
    title: 'Only synced passkeys are allowed',
    reason: 'Your organisation takes only passkeys that are synced; this one stays on one device.',
    next: 'Create one with the password manager of your phone or computer.',
    whoCanFix: 'you',
  },
  passkey_model_not_allowed: {
    title: 'This kind of passkey is not allowed',
    reason: 'Your organisation does not take passkeys from this app or security key.',
    next: 'Use another one, or ask your help desk which ones are allowed.',
    whoCanFix: 'you',
  },
  passkey_device_revoked: {
    title: 'The device of this passkey was taken off',
    reason: 'It was made on a device that is switched off or was removed.',
    next: 'Use another way. If the device is switched on again the passkey works; if it was removed, delete the passkey and register the device again.',
    whoCanFix: 'you',
  },
  passkey_link_needed: {
    title: 'No browser can use this passkey',
    reason: 'Only a linked browser can use it, and none is linked.',
    next: 'Use another way, or link a browser with the phone again: then the passkey works.',
    whoCanFix: 'you',
  },
  passkey_model_distrusted: {
    title: 'Something is wrong with this kind of passkey',
    reason:
      'A fault is known in the app or security key that holds it, and your organisation takes none of its kind.',
    next: 'Use another way, and ask your help desk for another key.',
    whoCanFix: 'administrator',
  },
  passkey_not_attested: {
    title: 'This passkey cannot show what it is',
    reason:
      'Your organisation wants proof of which app or security key made a passkey, and this one gave none that counts.',
    next: 'If your browser asks to share the make and model, say yes. Else ask your help desk which ones can.',
    whoCanFix: 'you',
  },
  passkey_evidence_too_weak: {
    title: 'This passkey is not guarded well enough',
    reason: 'It has shown what it is, and your organisation wants the key kept in safer hardware.',
    next: 'Use a security key, or ask your help desk which ones are allowed.',
    whoCanFix: 'you',
  },
} satisfies Record<string, ProblemWords>
