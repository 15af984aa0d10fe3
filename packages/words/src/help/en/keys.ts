/** Security keys, fingers and faces. */
export const keys = {
  security_key_unusable: {
    title: 'This security key cannot be used',
    reason:
      'It is too old for passkeys, has no PIN yet, or lacks something that was asked of it. Firefox on Windows says so of good keys, too.',
    next: 'Set a PIN on the key, try another browser, or take a key that keeps passkeys (FIDO2).',
  },
  security_key_not_familiar: {
    title: 'The security key does not know this account',
    reason: 'Another key is plugged in, the passkey on it was deleted, or the key was reset.',
    next: 'Try your other key. If there is none, sign in another way and add this key again.',
  },
  security_key_pin_wrong: {
    title: 'The PIN of the security key is not right',
    reason: 'The key has a PIN of its own. It is neither the one of your computer nor the one of your phone.',
    next: 'Type the PIN of the key. After three wrong ones, pull it out and plug it in again. After eight, the key locks itself.',
  },
  security_key_blocked: {
    title: 'The security key is locked',
    reason:
      'Its PIN was wrong too often. After three in a row it wants to be plugged in anew, after eight it must be reset.',
    next: 'Pull it out and plug it in again. If it stays locked, your help desk resets it: the passkeys on it are gone then, and you add new ones.',
  },
  security_key_no_pin: {
    title: 'The security key wants a PIN',
    reason:
      'It has none yet, or the one you chose is too short. Without a PIN anybody who finds it could use it.',
    next: 'Choose a PIN of at least four characters when you are asked, or set it in the settings of the computer.',
  },
  security_key_full: {
    title: 'The security key is full',
    reason: 'Keys have room for 25 to 100 passkeys, and this one has no more.',
    next: 'Delete passkeys you no longer use from the key, or take another one.',
  },
  security_key_types_letters: {
    title: 'The security key types letters',
    reason:
      'On touch it sends a one-time password as if it were a keyboard. On Samsung phones that stops passkeys.',
    next: 'Switch off the one-time password (OTP) of the key, with the program of its maker, or use another key.',
  },
  biometric_not_recognised: {
    title: 'Your face or finger was not recognised',
    reason: 'After a few tries the device closes the window and wants its PIN or passcode.',
    next: 'Unlock the device once with its PIN or passcode, see that it recognises you there, then try again.',
  },
}
