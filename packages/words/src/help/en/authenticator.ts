import { accounts } from '../../authenticator/en/accounts.ts'

/** What the Authenticator says. */
export const authenticator = {
  locked: {
    title: 'The Authenticator is locked',
    reason: 'What it keeps is sealed, and opens with its PIN or with a passkey of the device.',
    next: 'Open the Authenticator and unlock it. If it has no PIN yet, choose one.',
  },
  lock_needed: {
    title: 'The app lock has to stay',
    reason: 'Keys of the app, or linked browsers, are sealed with it, and would be lost without it.',
    next: 'Unlink the browsers and delete the keys of the app first, then turn the lock off.',
  },
  pin_too_simple: {
    title: 'This PIN is too easy to guess',
    reason: 'It is shorter than six characters, or among the first that anybody tries.',
    next: 'Take six characters or more that are no row and no repetition.',
  },
  unlock_wrong: {
    title: 'The Authenticator did not open',
    reason: 'The PIN or passkey is not the one that locks it. After several wrong ones it makes you wait.',
    next: 'Wait until it lets you try, then type the PIN you chose for it. After ten wrong ones it deletes what it keeps.',
  },
  wiped: {
    title: 'The Authenticator deleted what it kept',
    reason: 'The PIN was wrong ten times, so the passkeys and keys of this device are gone.',
    next: `Sign in another way and choose “${accounts.add}”. If you have no other way, your help desk gives you a Temporary Access Pass.`,
  },
  device_not_registered: {
    title: 'This device is not registered',
    reason: 'The account is not in the Authenticator, or your organisation took the device off it.',
    next: `Open the Authenticator and choose “${accounts.add}”, or “${accounts.state.registerAgain}” if the account is there.`,
  },
  storage_unreadable: {
    title: 'What the Authenticator kept cannot be read',
    reason: 'It was written by a newer version, belongs to another device, or is damaged.',
    next: 'Update the Authenticator. If that does not help, remove the account, sign in another way and add it again.',
  },
  answer_unreadable: {
    title: 'The Authenticator does not understand the server',
    reason: 'Something between the two altered the answer, or one of them is much older than the other.',
    next: 'Update the Authenticator. If it stays, tell your help desk: whoever runs the server can see why.',
  },
}
