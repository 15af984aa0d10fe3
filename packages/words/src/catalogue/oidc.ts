/** Consent, devices and signing out of apps. */
export const oidcWords = {
  consent: {
    title: (values: { readonly app: string }) => `Let ${values.app} know you?`,
    reason: (values: { readonly app: string }) =>
      `${values.app} asks for the following. You are asked once; nothing of your passkeys leaves this server.`,
    accept: 'Accept',
    refuse: 'Cancel',
    needsAdministrator: {
      title: 'An administrator must agree first',
      reason: (values: { readonly app: string }) =>
        `${values.app} asks for something that only an administrator of your organisation can allow.`,
      next: 'Ask your help desk or an administrator, then come back.',
      back: 'Back to the app',
    },
  },
  scopes: {
    openid: 'Know that it is you, and how you signed in',
    profile: 'See your name and user name',
    email: 'See your email address',
    offline_access: 'Stay signed in to it until you sign out, also when you do not use it',
    access_as_user: (values: { readonly resource: string }) => `Use ${values.resource} in your name`,
    other: (values: { readonly scope: string }) => `Use “${values.scope}”`,
  },
  account: {
    title: 'Choose an account',
    reason: (values: { readonly app: string }) => `to continue to ${values.app}`,
    signedIn: 'Signed in',
    another: 'Use another account',
    anotherHint: 'Sign in as somebody else',
  },
  adminConsent: {
    title: (values: { readonly app: string }) => `Agree for everybody to ${values.app}?`,
    reason: (values: { readonly organisation: string }) =>
      `Everybody in ${values.organisation} may then use this app without being asked. It may:`,
    accept: 'Accept for everybody',
    refuse: 'Cancel',
  },
  device: {
    title: 'Enter the code',
    reason: 'Your device or program shows a code. Type it here to sign in there.',
    label: 'Code',
    submit: 'Next',
    unknown:
      'There is no such code, it is more than a quarter of an hour old, or it was used. Look at the device again, or let it show a new one.',
    confirm: {
      title: (values: { readonly app: string }) => `Sign in to ${values.app} on another device?`,
      code: 'Code',
      from: 'Asked for from',
      as: 'As',
      warning: 'Go on only if you started this yourself, just now, on a device in front of you.',
      warningMore:
        'If somebody sent you this code, by mail, by chat or on the phone, stop: they would be signed in as you.',
      agreeing: 'You also agree that it may:',
      yes: 'Yes, I started this',
      no: 'No, stop',
    },
    done: {
      title: 'The device is signed in',
      reason: 'You can close this window and go on there. Security info lists it among your sessions.',
    },
    stopped: {
      title: 'Stopped',
      reason: 'Nobody was signed in. If somebody sent you the code, tell your help desk.',
    },
    tooWeak: {
      title: 'This app cannot be used with a code',
      reason: (values: { readonly app: string }) =>
        `${values.app} needs a passkey on the device itself; a code that anybody could have sent is not enough.`,
      next: 'Open the app in a browser on that device and sign in there.',
    },
    /** For a console, so plain and short. */
    instruction: (values: { readonly url: string; readonly code: string }) =>
      `To sign in, open ${values.url} in a browser and enter the code ${values.code}.`,
  },
  signOut: {
    title: 'Sign out?',
    reason: 'You will be signed out in this browser, here and in every app you reached from here.',
    reasonApp: (values: { readonly app: string }) =>
      `${values.app} asks to sign you out: here, and in every app you reached from here.`,
    submit: 'Sign out',
    stay: 'Stay signed in',
  },
  goingOn: { title: 'Going back to the app', reason: 'One moment…', submit: 'Go on' },
  problem: {
    title: 'The app’s request is not right',
    reason: 'An app sent you here to sign in, in a way that we cannot answer. It is not your doing.',
    next: 'Go back to the app and try again. If it happens again, tell its makers what stands below.',
    technical: 'For the makers of the app',
    expired: {
      title: 'This sign-in is too old',
      reason: 'It began more than an hour ago, in another browser, or your browser keeps no cookies.',
      next: 'Go back to the app and sign in again.',
    },
  },
}
