/** The Authenticator, about unlocking. */
export const unlock = {
  pin: 'Your PIN',
  pinHint: 'The one you chose for this Authenticator. It never leaves this device.',
  pinMissing: 'Enter your PIN.',
  byPasskey: 'Unlock with this device',
  byPasskeyHint: 'With the fingerprint, face or PIN of this device.',
  byPasskeyFailed: 'That did not work. Try again, or use your PIN.',
  unlock: 'Unlock',
  lockedTitle: 'Unlock the Authenticator',
  setUpTitle: 'Choose how to unlock',
  setUpLead: 'It is asked for whenever a passkey is made or used here.',
  newPin: 'New PIN',
  newPinHint: 'Six characters or more. Letters and signs are welcome.',
  repeatPin: 'Repeat the PIN',
  pinsDiffer: 'The two are not the same.',
  pinTooShort: 'Take six to sixty-four characters.',
  pinTooSimple: 'This is among the first that anybody tries. Take another one.',
  setPin: 'Set PIN',
  changePin: 'Change the PIN',
  changed: 'The PIN was changed.',
  addPasskey: 'Unlock with this device, too',
  removePasskey: 'Unlock with the PIN alone',
  passkeyUnable: 'This device cannot do that here. The PIN stays.',
  waits: ({ minutes }: { readonly minutes: number }) =>
    `Too many wrong PINs. You can try again in ${minutes} min.`,
  wipedTitle: 'The passkeys of this device were deleted',
  wipedLead:
    'The PIN was wrong too often. Sign in another way, add your account again, and create a new passkey.',
  wrong: ({ count }: { readonly count: number }) =>
    `That PIN is wrong. ${count === 1 ? 'One try is left; then the passkeys here are deleted.' : `${count} tries are left.`}`,
}
