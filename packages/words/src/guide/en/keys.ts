/** The guide, about security keys; and about what comes after a passkey was made. */
export const keys = {
  keyReady: {
    title: 'Have the key at hand',
    lines: [
      'A security key is a small device that you plug in or hold to the phone.',
      'It has a PIN of its own. If it has none yet, you choose one on the way. After too many wrong ones the key locks itself.',
    ],
  },
  useKeyWindows: {
    title: 'Plug it in and touch it',
    lines: [
      'Windows asks where to save the passkey. Choose “Security key”, then Next.',
      'Plug the key in, type its PIN, and touch it when it blinks.',
    ],
    hint: 'If Windows asks for your face, fingerprint or PIN first, choose “Use another device” or “Use a different security key”.',
  },
  useKeyMac: {
    title: 'Plug it in and touch it',
    lines: [
      'If the Mac wants to save the passkey itself, click “Other options” and choose the security key.',
      'Plug the key in, type its PIN, and touch it when it blinks.',
    ],
  },
  useKeyComputer: {
    title: 'Plug it in and touch it',
    lines: [
      'If the browser asks where to save the passkey, choose “Security key” or “Use a different device”.',
      'Plug the key in, type its PIN, and touch it when it blinks.',
    ],
  },
  useKeyIPhone: {
    title: 'Hold it to the phone, or plug it in',
    lines: [
      'If the iPhone wants to save the passkey itself, tap “Other options” and choose the security key.',
      'Plug the key in, or hold it to the top of the iPhone. Type its PIN when you are asked.',
    ],
  },
  useKeyIPad: {
    title: 'Plug it in and touch it',
    lines: [
      'If the iPad wants to save the passkey itself, tap “Other options” and choose the security key.',
      'Plug the key in, type its PIN, and touch it when it blinks. An iPad cannot read keys held to it.',
    ],
  },
  useKeyAndroid: {
    title: 'Plug it in, or hold it to the phone',
    lines: [
      'If the phone wants to save the passkey itself, tap “More options” or “Save another way”, and choose the security key.',
      'Plug the key in, or hold it to the back of the phone. Type its PIN when you are asked.',
    ],
  },
  nameIt: {
    title: 'Give it a name',
    lines: ['A name that you recognise later, such as the name of the device. Then you are done.'],
  },
  tryIt: {
    title: 'Try it once',
    lines: [
      'Sign out and sign in again. Choose to sign in with a passkey.',
      'From now on this is your quickest way in: no password, no code.',
    ],
  },
  haveTwo: {
    title: 'Add a second one',
    lines: ['On another device or a security key. Then a lost phone is no trouble.'],
  },
}
