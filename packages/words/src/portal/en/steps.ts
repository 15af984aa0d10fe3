/** The steps that lead to a passkey: what the wizards of Security info say, and the guide. */
export const steps = {
  creating: {
    thisDeviceTitle: 'Create a passkey on this device',
    thisDevice: 'Your device asks for your fingerprint, face or PIN. Neither ever leaves it.',
    otherDeviceTitle: 'Create a passkey on another device',
    otherDevice:
      'Your browser shows a code. Scan it with the camera of the phone or tablet. Bluetooth must be on, on both.',
    securityKeyTitle: 'Add a security key',
    securityKey: 'Plug the key in or hold it to the device, type its PIN, and touch it when it blinks.',
    create: 'Create the passkey',
    waiting: 'Your device asks where to keep the passkey. Follow its steps.',
    another: 'Choose another way',
    existsTitle: 'This passkey already exists',
    exists:
      'The device or key you chose holds a passkey for this account already, and one is enough. It is in your list:',
    existsReplace:
      'To start over, delete it in the list first; then it says where to delete it on the device. Or use another device.',
    nameTitle: 'Your passkey is ready',
    name: 'Give it a name, so that you recognise it among others later.',
    nameLabel: 'Name',
    nameRequired: 'Give it a name of at most 60 characters.',
    nameSuggestion: (values: { readonly device: string }) => `Passkey on ${values.device}`,
    done: 'Done',
  },

  progress: (values: { readonly number: number; readonly total: number }) =>
    `Step ${values.number} of ${values.total}`,
  trouble: 'Having trouble?',
  guide: 'Step by step, for your device',
  anotherWay: 'Add it in a different way',
  continue: 'Continue',
  confirmFirst: 'First confirm that it is you',
  confirmFirstLead:
    'A way to sign in is only added by whoever has just proven who they are. Then it goes on here.',
  confirm: 'Confirm now',
  cautions: {
    noPlatformAuthenticator: 'This device says that it cannot keep a passkey',
    noPlatformAuthenticatorNext:
      'Set up a fingerprint, a face or a PIN in its settings first, or use another device.',
    noHybrid: 'This browser cannot ask a phone',
    noHybridNext:
      'Turn on Bluetooth and try again, use another browser, or open this page on the phone itself.',
    notForBrowser: (values: { readonly name: string }) => `${values.name} is not made for this browser`,
    notForBrowserNext: 'Open this page in Chrome, Edge, Chromium or Firefox on a computer.',
    notForPhone: (values: { readonly name: string }) => `${values.name} is not made for this phone`,
    notForPhoneNext: 'Choose another phone, or another way.',
    tooOld: 'This device is too old',
    proof: 'Your browser may ask to see the make and model. Say yes: your organisation asks for it.',
  },
  requirements: {
    title: 'What you need',
    lead: (values: { readonly name: string }) =>
      `A passkey in ${values.name} stays on your phone. It takes about two minutes.`,
    iOS: (values: { readonly version: string }) => `An iPhone or iPad with iOS ${values.version} or newer`,
    android: (values: { readonly version: string }) =>
      `An Android phone with Android ${values.version} or newer`,
    lock: 'A screen lock on the phone: fingerprint, face or PIN',
    both: 'Bluetooth and internet, on the phone and on this device',
  },
  getApp: {
    title: (values: { readonly name: string }) => `Get ${values.name}`,
    scan: 'Scan the code with the camera of your phone, install the app, and open it once. If you have it, see that it is up to date.',
    link: 'Install the app and open it once, then come back here. If you have it, see that it is up to date.',
    iOS: 'For iPhone and iPad',
    android: 'For Android',
    store: 'Open the store',
    code: 'A code that leads to the app in the store',
    version: (values: { readonly version: string }) => `Version ${values.version} or newer`,
    have: 'I have the app',
  },
  choosePhone: {
    title: 'Which phone do you have?',
    iOS: 'iPhone or iPad',
    android: 'Android',
  },
  makeProvider: {
    title: (values: { readonly name: string }) => `Let ${values.name} keep passkeys`,
    lead: (values: { readonly name: string }) =>
      `Do this on the phone, once. Then it offers ${values.name} when a passkey is to be saved.`,
    which: 'Your phone',
    paths: {
      iOS18: 'iOS 18 or newer',
      iOS17: 'iOS 17',
      android: 'Android',
      samsung: 'Samsung',
    },
    ways: {
      iOS18: {
        first: 'Open Settings, then General.',
        second: (values: { readonly name: string }) =>
          `Tap AutoFill & Passwords and switch on ${values.name}.`,
        third: (values: { readonly name: string }) =>
          `On the same page, under Set Up Codes In, choose ${values.name}.`,
      },
      iOS17: {
        first: 'Open Settings, then Passwords.',
        second: 'Tap Password Options and switch on AutoFill Passwords and Passkeys.',
        third: (values: { readonly name: string }) =>
          `Under Use Passwords and Passkeys From, choose ${values.name}.`,
      },
      android: {
        first: 'Open Settings, then Passwords & accounts.',
        second: (values: { readonly name: string }) =>
          `Under Additional providers, switch on ${values.name}.`,
        third: 'If you cannot find it, search the settings for passkeys.',
      },
      samsung: {
        first: 'Open Settings, then General management.',
        second: 'Tap Passwords, passkeys, and autofill.',
        third: (values: { readonly name: string }) => `Tap Preferred service and choose ${values.name}.`,
      },
    },
    onlyOne: 'Only one at a time',
    onlyOneHint: (values: { readonly name: string }) =>
      `Before iOS 18 an iPhone uses only one password app besides its own. Choosing ${values.name} switches off the one you use now.`,
    done: 'It is switched on',
    picture: (values: { readonly path: string }) => `A drawing of the settings on the phone: ${values.path}`,
    labels: {
      settings: 'Settings',
      general: 'General',
      autofill: 'AutoFill & Passwords',
      setUpCodes: 'Set Up Codes In',
      passwords: 'Passwords',
      passwordOptions: 'Password Options',
      autofillPasskeys: 'AutoFill Passwords and Passkeys',
      useFrom: 'Use Passwords and Passkeys From',
      passwordsAccounts: 'Passwords & accounts',
      additional: 'Additional providers',
      generalManagement: 'General management',
      samsungPasswords: 'Passwords, passkeys, and autofill',
      preferred: 'Preferred service',
    },
  },
  nearby: {
    title: 'Bring both devices together',
    lead: 'They find each other over Bluetooth, so that nobody far away can take part.',
    bluetooth: 'Bluetooth is on, here and on the phone',
    internet: 'Both are on the internet',
    close: 'They lie next to each other',
    done: 'Both are ready',
  },
  camera: {
    title: 'Scan with the right camera',
    lead: 'In a moment this device shows a QR code.',
    iOS: 'Scan it with the Camera app of the iPhone, then tap the yellow Save a passkey.',
    android: 'Scan it with the camera app of the phone, then tap Use passkey.',
    any: 'Scan it with the camera app that came with the phone.',
    not: (values: { readonly name: string }) => `The scanner inside ${values.name} does not know this code.`,
    picture: 'A drawing of a phone that scans a code on a computer',
  },
  reminder: {
    title: (values: { readonly name: string }) => `Save it in ${values.name}`,
    here: (values: { readonly name: string }) =>
      `Your phone asks where to save the passkey. Choose ${values.name}. If it offers another place first, tap More options.`,
    there: (values: { readonly name: string }) =>
      `The phone asks where to save the passkey. Choose ${values.name} and nothing else: your organisation looks where it is.`,
    understand: 'I understand',
  },
  prompt: {
    provider: (values: { readonly name: string }) => `Create the passkey in ${values.name}`,
    providerHere: (values: { readonly name: string }) =>
      `Your phone asks for your fingerprint, face or PIN. Save the passkey in ${values.name}.`,
    providerThere: (values: { readonly name: string }) =>
      `Your browser shows a QR code. Scan it with the phone, and save the passkey in ${values.name}.`,
    offersHere: 'This computer offers to save it here?',
    offersHereHint: 'Choose Use another device or More options, then iPhone, iPad, or Android device.',
    arrives: 'You can also create it on the other device yourself. As soon as it arrives, this page goes on.',
    created: 'Created. One moment…',
  },
  own: {
    lead: {
      extension: (values: { readonly name: string }) =>
        `A passkey in ${values.name} stays in this browser, under a lock of its own.`,
      phoneApp: (values: { readonly name: string }) =>
        `${values.name} sets up your phone in one go: the device, a passkey, and whatever else your organisation allows.`,
      agent: (values: { readonly name: string }) =>
        `A passkey in ${values.name} stays on your Linux phone. This computer reaches it over a QR code and Bluetooth.`,
    },
    needs: {
      extension: 'Chrome, Edge, Chromium or Firefox on a computer',
      phoneApp: 'A phone with iOS 17, Android 9, or newer',
      agent: 'A phone with Linux and Bluetooth',
    },
    lock: {
      extension: 'A PIN for the extension, or the fingerprint, face or PIN of this computer',
      phoneApp: 'A screen lock on the phone: fingerprint, face or PIN',
      agent: 'A PIN for the app, which you choose there',
    },
    getLead: {
      extension: 'Add it to this browser, then come back here. If it is there, go on.',
      phoneApp: 'Open it on the phone and add it to the home screen. If it is there, go on.',
      agent: 'Install it on the phone, then come back here. If it is there, go on.',
    },
    getNone: 'Your organisation installs it. If it is not there, ask your help desk.',
    open: 'Open the address',
    code: 'A code that leads to the app',
    account: (values: { readonly name: string }) => `Your account in ${values.name}`,
    accountLead:
      'The device is registered with your organisation on the way. That is how it proves itself later.',
    add: {
      extension: 'Click its sign in the bar of the browser, choose “Add account”, and sign in.',
      phoneApp: 'Choose “Add account”, then “Work or school account”, and sign in.',
      agent: 'Choose “Add account” on the phone, and sign in.',
    },
    there: 'If the account is in the list, there is nothing to do.',
    signedOut: 'If it says that it is signed out, sign in there once more. Nothing is doubled.',
    accountDone: 'My account is there',
    scan: (values: { readonly name: string }) => `Scan with ${values.name}`,
    scanHow:
      'On the phone choose “Scan a code”. The camera app of the phone does not know this authenticator.',
    prompt: {
      extension: (values: { readonly name: string }) =>
        `A window of ${values.name} names the site and your account, and asks for its lock. If your browser asks instead, cancel, see that the extension is on, and try again.`,
      agent: (values: { readonly name: string }) =>
        `Your browser shows a QR code. Scan it with ${values.name}, and confirm there with its PIN.`,
    },
    inApp: 'On the phone, open your account in the app and tap “Create a passkey”.',
    inAppWaits: 'As soon as the passkey arrives, this page goes on by itself.',
    inAppWhere:
      'The phone keeps it in its own place for passkeys, because no web app may be that place. The app says where it is.',
    register: 'Register this device',
    registerHint: 'Sign in to the authenticator once more. That renews what it proves itself with.',
  },
  exists: {
    at: (values: { readonly place: string }) =>
      `A passkey for this account already exists on ${values.place}. Delete it there, then try again.`,
    somewhere: 'A passkey for this account already exists there. Delete it there, then try again.',
    yours: 'The passkeys you have',
  },
  refused: {
    title: 'It was not accepted',
    told: 'Your device was told to forget it. If it still shows the passkey:',
  },
  landed: {
    title: 'The passkey was saved somewhere else',
    provider: (values: { readonly wanted: string; readonly where: string }) =>
      `You wanted it in ${values.wanted}. It is in ${values.where}.`,
    proof:
      'It says that it is where you wanted it, and nothing proves it. Register the device there, then try again.',
    keepingSynced: (values: { readonly where: string }) =>
      `You wanted it on one device only. It is synced: ${values.where}.`,
    keepingDevice: (values: { readonly where: string }) =>
      `You wanted it synced. It stays on one device: ${values.where}.`,
    placeKey: (values: { readonly where: string }) =>
      `You wanted it on a security key. It is in ${values.where}.`,
    placeDevice: (values: { readonly where: string }) =>
      `You did not want it on a security key. It is on ${values.where}.`,
    unknown: 'a place that does not say its name',
    works: 'It works, too. You can keep it beside the one you wanted.',
    keep: 'Keep it as well',
    retry: 'Remove it and try again',
    verified: 'Verified',
    verifiedIn: (values: { readonly name: string }) => `It is in ${values.name}.`,
  },
}
