import type { ProblemWords } from '../problem-words.ts'

/** What the browser or the device makes of a ceremony: every `DOMException`, and what a bare `NotAllowedError` hides. */
export const browserProblems = {
  browser_prompt_blocked: {
    title: 'The passkey prompt did not open',
    reason:
      'Your browser said no at once, without asking you. Often another window or an extension holds the prompt.',
    next: 'Close other passkey windows, and choose Try again. If it happens again, use another browser.',
    whoCanFix: 'you',
  },
  browser_prompt_needs_click: {
    title: 'Your browser wants you to start',
    reason: 'It opens the passkey prompt only after a click on this page.',
    next: 'Choose Try again.',
    whoCanFix: 'you',
  },
  browser_nothing_came: {
    title: 'No passkey was used',
    reason:
      'Either your browser opens the prompt only after a click, or this device has no passkey for you or did not recognise you.',
    next: 'Choose Try again. If that does not help, use the phone or security key that holds your passkey, or another way.',
    whoCanFix: 'you',
  },
  browser_prompt_closed: {
    title: 'The passkey prompt was closed',
    reason: 'You closed it, or your device did not recognise you.',
    next: 'Try again, or use another way.',
    whoCanFix: 'you',
  },
  browser_no_passkey_here: {
    title: 'This device has no passkey for you',
    reason: 'The prompt closed quickly, as it does when nothing on this device fits.',
    next: 'Use the phone or security key that holds your passkey, or another way.',
    whoCanFix: 'you',
  },
  browser_prompt_timed_out: {
    title: 'Nobody answered the passkey prompt',
    reason: 'The time ran out before a passkey answered.',
    next: 'Try again. Have your device or security key at hand.',
    whoCanFix: 'you',
  },
  browser_other_device_failed: {
    title: 'The other device did not answer',
    reason: 'Your passkey is on another device, and this one did not reach it.',
    next: 'Turn Bluetooth on on both, hold them close to each other, scan the code with the phone’s own camera, and try again.',
    whoCanFix: 'you',
  },
  browser_bluetooth_unavailable: {
    title: 'Your phone cannot be reached from here',
    reason: 'Your passkey is on a phone, and this computer’s browser cannot use Bluetooth to find it.',
    next: 'Turn Bluetooth on and try again, or sign in on the phone, or use another way.',
    whoCanFix: 'you',
  },
  browser_security_key_failed: {
    title: 'The security key did not answer',
    reason: 'It was not plugged in, not touched, or its PIN was wrong.',
    next: 'Plug it in or hold it to the reader, try again, and touch it when it blinks.',
    whoCanFix: 'you',
  },
  browser_create_closed: {
    title: 'No passkey was created',
    reason: 'The window was closed, or your device did not recognise you.',
    next: 'Try again. If your device has no screen lock, set one first.',
    whoCanFix: 'you',
  },
  browser_no_platform_authenticator: {
    title: 'This device cannot keep a passkey yet',
    reason: 'It has no fingerprint, face or PIN set up that the browser can use.',
    next: 'Set up a screen lock in the device’s settings, or use a phone or security key.',
    whoCanFix: 'you',
  },
  browser_already_registered: {
    title: 'This device already has your passkey',
    reason: 'A passkey of yours is on this device or key already; one is enough.',
    next: 'Go on and use it. To replace it, remove it in Security info and delete it on the device first.',
    whoCanFix: 'you',
  },
  browser_wrong_address: {
    title: 'The address of this page is not the right one',
    reason: 'Passkeys belong to an address, and this page is under another one.',
    next: 'Open the page by the address your organisation gave you.',
    whoCanFix: 'operator',
  },
  browser_not_secure: {
    title: 'The connection is not secure',
    reason: 'Browsers allow passkeys only over https.',
    next: 'Open the page with https. If that does not work, tell your help desk.',
    whoCanFix: 'operator',
  },
  browser_not_supported: {
    title: 'This browser cannot use passkeys',
    reason: 'It is too old, or passkeys are turned off in it.',
    next: 'Update it, use another browser, or another way to sign in.',
    whoCanFix: 'you',
  },
  browser_authenticator_unsuitable: {
    title: 'This device or key does not fit',
    reason: 'It lacks something your organisation asks for, such as a PIN or room for passkeys.',
    next: 'Set a PIN on it, or use another device or key.',
    whoCanFix: 'you',
  },
  browser_authenticator_failed: {
    title: 'Your device could not do it',
    reason: 'The device or the app that holds your passkey reported an error.',
    next: 'Restart the device or the app, and try again.',
    whoCanFix: 'you',
  },
  browser_aborted: {
    title: 'The passkey prompt was interrupted',
    reason: 'The page or the browser stopped it before it was done.',
    next: 'Try again.',
    whoCanFix: 'you',
  },
  browser_frame_refused: {
    title: 'This page is inside another page',
    reason: 'Your browser does not allow passkeys there.',
    next: 'Open the page in a window of its own.',
    whoCanFix: 'you',
  },
  browser_offline: {
    title: 'We could not reach the server',
    reason: 'Your browser seems to be offline, or the server did not answer.',
    next: 'Check the connection and try again.',
    whoCanFix: 'you',
  },
  browser_failed: {
    title: 'Your browser could not use the passkey',
    reason: 'It gave an error that says no more.',
    next: 'Try again, use another browser, or another way. Tell your help desk the reference below if it stays.',
    whoCanFix: 'you',
  },
} satisfies Record<string, ProblemWords>
