import { securityInfoWords } from '../../catalogue/security-info.ts'
import { signInWords } from '../../catalogue/sign-in.ts'
import { labels } from './labels.ts'

const anotherWay = `“${signInWords.anotherWay.link}”`

/** What systems, browsers and phones do that no code of ours stands for. */
export const systems = {
  windows_something_went_wrong: {
    title: 'Windows says that something went wrong',
    reason:
      'Windows asked for your passkey and gave up without saying why: the key was taken out too early, the phone was not reached, or Windows Hello is stuck.',
    next: `Close the window and try again once. If it comes back, restart the computer, or choose ${anotherWay} and take your phone or a security key.`,
  },
  windows_hello_unavailable: {
    title: 'Windows Hello is not available',
    reason:
      'Windows cannot use your PIN, face or fingerprint at the moment, often after an update or a change of password.',
    next: `Restart the computer. If it stays, set the PIN up again in the settings of Windows, under “${labels.signInOptions}”.`,
  },
  provider_not_seen: {
    title: 'The phone does not offer the Authenticator',
    reason:
      'The app that should keep your passkey is missing, was never opened, or is not switched on for passwords and passkeys.',
    next: `Install it from the official store, open it and sign in once. Then turn it on in the phone’s settings, under “${labels.iosAutofill}” or “${labels.androidPasswords}”.`,
  },
  other_manager_opens: {
    title: 'Another password manager opens',
    reason:
      'A password manager or a browser extension answers first. Before iOS 18, an iPhone can use only one besides its own.',
    next: 'Choose another place to save in the window that opened. If there is no choice, switch the other one off in the settings, and try again.',
  },
  samsung_pass_opens: {
    title: 'Samsung Pass opens instead of your app',
    reason: 'On Galaxy phones Samsung Pass is the preferred service until you choose another one.',
    next: `In the settings, open “${labels.samsungManagement}”, then “${labels.samsungPasswords}”, and choose your app as the preferred service.`,
  },
  qr_instead_of_app: {
    title: 'A QR code or a security key is asked for instead',
    reason:
      'The system or the app is too old for passkeys, or a security key was chosen where a passkey was meant.',
    next: 'Update the phone and the app, begin again, and choose the passkey, not the security key.',
  },
  qr_not_read: {
    title: 'The QR code cannot be read',
    reason:
      'It was scanned inside an app, it is too old, or it belongs to something else. An iPhone reads it with its camera app only.',
    next: 'Let the computer show a new code, and scan it with the camera app of the phone.',
  },
  hybrid_interrupted: {
    title: 'The two devices lost each other',
    reason:
      'The phone and the computer began to talk and did not finish: they were too far apart, one went to sleep, or the network changed.',
    next: 'Keep both awake and next to each other, with Bluetooth and the internet on, and scan a new code.',
  },
  hybrid_blocked_by_network: {
    title: 'The network keeps the two devices apart',
    reason:
      'Besides Bluetooth they need cable.ua5v.com (Android) or cable.auth.com (iPhone), without anything that opens the connection. Some organisations also switch Bluetooth off.',
    next: 'Try the mobile network on the phone. An administrator can let these addresses through, and allow Bluetooth for passkeys.',
  },
  safari_many_passkeys: {
    title: 'Safari does not go on with many passkeys',
    reason: 'If an account has more than three passkeys, some versions of Safari do not find the right one.',
    next: `Go back and choose “${signInWords.name.options}” without typing a name, or delete passkeys you no longer use in ${securityInfoWords.title}.`,
  },
  icloud_keychain_off: {
    title: 'iCloud Keychain is switched off',
    reason: 'An iPhone, iPad or Mac keeps passkeys there, and it takes a screen lock, too.',
    next: 'Turn it on in the settings, under your name and iCloud. If your organisation forbids that, keep the passkey in an app or on a security key.',
  },
  other_android_profile: {
    title: 'The passkey is in the other profile',
    reason: 'The work profile and the personal profile of an Android phone do not see each other’s passkeys.',
    next: 'Sign in from the profile in which you made it, or make a second one in this profile.',
  },
  system_too_old: {
    title: 'The system of the phone is too old',
    reason: 'Apps can keep passkeys from iOS 17 and Android 14 on. Older ones show something else.',
    next: 'Update the system. If there is no update for it, use a newer phone or a security key.',
  },
  in_app_browser: {
    title: 'Passkeys do not work inside another app',
    reason: 'The page was opened in the window of a mail or chat app, which has no way to your passkeys.',
    next: 'Open the page in Safari, Chrome or another browser. The menu of the window has an entry for that.',
  },
  asked_for_password: {
    title: 'You are asked for a password instead',
    reason: 'The page took the way you used last, or does not know yet that you have a passkey.',
    next: `Choose ${anotherWay} below the field, then “${signInWords.anotherWay.passkey}”. Afterwards you can make it your default.`,
  },
  passkey_left_over: {
    title: 'A passkey is there that does not sign you in',
    reason:
      'It was saved on the device, and your organisation never got to know it: the connection broke, or this kind is not allowed.',
    next: 'Delete that passkey where the device keeps its passwords and passkeys, then add it again.',
  },
  goes_in_circles: {
    title: 'You are sent in circles',
    reason:
      'A rule asks for a passkey before it lets you add one, so the Authenticator and Security info send you back and forth.',
    next: 'Tell your help desk. A Temporary Access Pass lets you in once, and an administrator can change the rule.',
  },
  pass_not_offered: {
    title: 'The Temporary Access Pass is not accepted',
    reason:
      'The pass is over, was used, has not begun, or your organisation allows none for this account or guest.',
    next: 'Ask your help desk for a new one. If none can be issued, an administrator has to look at the rules for passes.',
  },
  model_not_listed: {
    title: 'The app or key is not in the list of models',
    reason: 'Lists of models go by the AAGUID. An app or key that is new stands in no list yet.',
    next: 'Add its AAGUID by hand. Its maker publishes it, and the sign-in log has it of every passkey that was tried.',
  },
}
