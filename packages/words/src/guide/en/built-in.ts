import { steps } from '../../portal/en/steps.ts'

const { cautions } = steps

/** The guide, about what keeps passkeys on a device without anything being installed. */
export const builtIn = {
  setLock: { title: cautions.noPlatformAuthenticator, lines: [cautions.noPlatformAuthenticatorNext] },
  allowProof: {
    title: 'Show what it is',
    lines: [cautions.proof],
    hint: 'Without it the passkey is refused, and you begin again.',
  },
  icloudIOS18: {
    title: 'Switch on what keeps your passkeys',
    lines: [
      'Open Settings, tap your name, then iCloud, then Passwords, and switch it on for this device.',
      'Back in Settings, tap General, then AutoFill & Passwords. Switch on AutoFill Passwords and Passkeys, and Passwords below it.',
    ],
    hint: 'If it is all on already, go to the next step.',
  },
  icloudIOS17: {
    title: 'Switch on what keeps your passkeys',
    lines: [
      'Open Settings, tap your name, then iCloud, then Passwords and Keychain, and switch it on.',
      'Back in Settings, tap Passwords, then Password Options. Switch on AutoFill Passwords and Passkeys, and choose iCloud Passwords & Keychain.',
    ],
    hint: 'If it is all on already, go to the next step.',
  },
  icloudMac: {
    title: 'Switch on what keeps your passkeys',
    lines: [
      'Open System Settings, click your name, then iCloud, then Passwords or Passwords & Keychain, and switch it on.',
      'Your Apple Account must be signed in, and the Mac must have Touch ID or a password.',
    ],
    hint: 'If it is on already, go to the next step.',
  },
  googleAndroid: {
    title: 'See that Google keeps your passkeys',
    lines: [
      'Open Settings, then “Passwords, passkeys & accounts”. On older versions it is “Passwords & accounts”.',
      'The preferred service should be Google. The phone needs a screen lock and a Google Account.',
    ],
    hint: 'Each maker names these differently. Search the settings for “passkeys”.',
  },
  googleOnSamsung: {
    title: 'See that Google keeps your passkeys',
    lines: [
      'Open Settings, then General management, then Passwords, passkeys, and autofill.',
      'Tap Preferred service and choose Google.',
    ],
    hint: 'If you do not find it, search the settings for “passkeys”.',
  },
  googleDesktop: {
    title: 'Sign in to Chrome',
    lines: [
      'Click your picture at the top right of Chrome. If it says that sync is off or that you are signed out, sign in with your Google Account.',
      'Google Password Manager keeps the passkey there, for all devices with that account.',
    ],
  },
  samsungPass: {
    title: 'Let Samsung Pass keep passkeys',
    lines: [
      'Open Settings, then General management, then Passwords, passkeys, and autofill.',
      'Tap Preferred service and choose Samsung Pass. Sign in to your Samsung account if it asks.',
    ],
    hint: 'If the phone knows no fingerprint or face of yours yet, Samsung Pass asks for one first.',
  },
  windowsHello: {
    title: 'See that Windows Hello is set up',
    lines: [
      'Open Settings, then Accounts, then Sign-in options.',
      'PIN (Windows Hello) should say that you are all set up. If it does not, set it up; a face or a fingerprint can come later.',
    ],
  },
  saveApplePhone: {
    title: 'Save it with Face ID or Touch ID',
    lines: [
      'A window asks whether to save a passkey. Tap Continue and confirm.',
      'If it names another app than Passwords, tap “Other options” or “Save another way”, and choose Passwords.',
    ],
  },
  saveAppleMac: {
    title: 'Save it with Touch ID',
    lines: [
      'A window asks whether to save a passkey. Put your finger on the key, or type the password of the Mac.',
      'Chrome and Edge may ask where: choose iCloud Keychain.',
    ],
  },
  saveGooglePhone: {
    title: 'Save it with your screen lock',
    lines: [
      'A window asks whether to create a passkey. See that it names Google Password Manager, then tap Create or Continue.',
      'If it names another app, tap “More options” or “Save another way”, and choose Google Password Manager.',
      'Confirm with your fingerprint, face or PIN.',
    ],
  },
  saveGoogleDesktop: {
    title: 'Save it in Google Password Manager',
    lines: [
      'Chrome asks where to save the passkey. Choose Google Password Manager, then Create.',
      'The first time it asks for a PIN of Google Password Manager, or lets you choose one. Remember it: it opens your passkeys on a new computer.',
    ],
  },
  saveSamsung: {
    title: 'Save it in Samsung Pass',
    lines: [
      'A window asks whether to create a passkey. See that it names Samsung Pass, then tap Continue.',
      'If it names another app, tap “More options” or “Save another way”, and choose Samsung Pass.',
      'Confirm with your fingerprint or face.',
    ],
  },
  saveHello10: {
    title: 'Save it with Windows Hello',
    lines: [
      'The window “Windows Security” asks for your PIN, fingerprint or face. Confirm, then click OK.',
      'If it asks for a security key instead, cancel, set up Windows Hello, and begin again.',
    ],
  },
  saveHello11: {
    title: 'Save it with Windows Hello',
    lines: [
      'The window “Windows Security” asks where to save the passkey. Choose “This Windows device”.',
      'Confirm with your face, fingerprint or PIN, then click OK.',
    ],
    hint: 'If it asks for your face at once, that is the right place: look into the camera.',
  },
}
