import { signInWords } from '../../catalogue/sign-in.ts'

const { anotherWay } = signInWords

/** The guide, about what readers ask. */
export const questions = {
  asked: 'Questions people ask',
  askedForPassword: {
    question: 'I am asked for a password instead of my passkey',
    answer: `Look below the field for the password: choose “${anotherWay.link}” there, then “${anotherWay.passkey}”. Once you have signed in with the passkey, the page asks for it by itself.`,
  },
  missing: {
    question: 'What the guide names is not in my list',
    answer:
      'The list shows what your organisation has opened to you. If something is missing, it is not open to you, or not yet. Your help desk can see why.',
  },
  notSupported: {
    question: 'It says that this way to sign in is not supported',
    answer:
      'Your organisation does not allow this kind of passkey for you. You cannot change that on your device: choose another way in this guide, or ask your help desk.',
  },
  scannerInstead: {
    question: 'A QR code or its scanner appears instead of my app',
    answer:
      'The device did not find the app. See that the system and the app are up to date and that the app is switched on in the settings, then begin again. Choose “Passkey”, not “Security key”.',
  },
  notInstalled: {
    question: 'It says that the app is not installed, and it is',
    answer:
      'The phone does not see it yet. Install it from the official store, open it once, switch it on in the settings for passwords and passkeys, and try again.',
  },
  couldNotVerify: {
    question: 'It says: we could not verify your device',
    answer:
      'The app is not registered with your organisation any more, or not yet. Open the app, tap your account, and sign in there once more. Then try again.',
  },
  alreadyExists: {
    question: 'It says that a passkey already exists',
    answer:
      'An earlier attempt may have stayed on the device only. Look in the list in Security info: if the passkey is there, you are done. If not, delete it in the app or in the password settings of the device, and try again.',
  },
  faceTwice: {
    question: 'Face ID fails twice, and the window closes',
    answer:
      'Nothing is lost. Lock the phone and unlock it with your face, to see that this works, then begin again. You can also type the code of the phone.',
  },
  devicesApart: {
    question: 'The phone and the computer do not find each other',
    answer:
      'Both need Bluetooth and internet, and must lie close together; they need not be paired. Switch off a VPN for a moment, and scan with the camera app of the phone. If your organisation blocks Bluetooth, make the passkey on the phone itself.',
  },
  onePerDevice: {
    question: 'Do I need one for each machine?',
    answer:
      'No. A synced passkey is on all your devices with the same account. One that stays on a phone signs you in on any computer over the QR code. A security key goes where you go. A second one is a good idea for the day the first is lost.',
  },
  lockIn: {
    question: 'Can I take it elsewhere? Am I locked in?',
    answer:
      'You are not tied to one maker: you can have several passkeys side by side and delete any of them. Newer versions of some password apps can hand synced passkeys over to another app. A passkey that stays on one device cannot be copied, by design; make a new one in the new place, and delete the old one.',
  },
  lostPhone: {
    question: 'What if I lose the phone?',
    answer:
      'Whoever finds it cannot use the passkey without your fingerprint, face or PIN. Sign in with another one, or ask your help desk for a pass. The way “New phone” at the top of this guide shows the rest.',
  },
  fingerprint: {
    question: 'Does my organisation get my fingerprint or my face?',
    answer:
      'No. Both stay on your device and only unlock the passkey. Nobody else ever sees them, neither we nor your organisation.',
  },
  ownPhone: {
    question: 'It is my own phone. What does my organisation see?',
    answer:
      'That you have a passkey, which kind it is, and when you sign in with it. Not your pictures, messages or apps; a passkey gives no control over the phone.',
  },
  workProfile: {
    question: 'I have a work profile on my Android phone',
    answer:
      'The work profile and the private side are like two phones. Make the passkey on the side where you sign in; if you sign in on both, make one on each.',
  },
  samsungAsks: {
    question: 'My Galaxy offers Samsung Pass and nothing else',
    answer:
      'Galaxy phones have a setting for it: Settings, General management, Passwords, passkeys, and autofill. Choose the service you want as the preferred one, then begin again.',
  },
  helloAsks: {
    question: 'Windows keeps asking for my PIN, and I want the phone',
    answer:
      'Windows offers itself first. Do not type the PIN: choose “Use another device”, then “iPhone, iPad, or Android device”. After the first time many computers remember the phone.',
  },
  keyPin: {
    question: 'The security key asks for a PIN I never chose',
    answer:
      'It is the PIN of the key, not of the computer. If it is new, you choose one on the way. If you forgot it, the key must be reset, and that deletes the passkeys on it.',
  },
  keyNotRead: {
    question: 'My phone does not read the security key',
    answer:
      'Switch NFC on and take the phone out of its case. On a Galaxy, a key that also types one-time codes can get in the way: switch those codes off in the app of its maker, or plug the key in.',
  },
  passExpired: {
    question: 'My Temporary Access Pass is not accepted',
    answer:
      'It may have expired, been used once already, or not have begun yet. Ask whoever gave it to you for a new one, and do all steps in one go.',
  },
  needPassword: {
    question: 'Do I still need my password?',
    answer:
      'Not for what the passkey opens. Keep it until your organisation says otherwise; some older apps may still ask for it.',
  },
}
