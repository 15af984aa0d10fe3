import { commonWords } from '../catalogue/common.ts'
import { securityInfoWords } from '../catalogue/security-info.ts'
import { signInWords } from '../catalogue/sign-in.ts'
import type { Language } from '../language.ts'
import { add } from '../portal/en/add.ts'
import { steps } from '../portal/en/steps.ts'
import { toOwnLabels } from './own-labels.ts'

/** English is one of them; the pattern says only that. */
const toLanguage = (language: Language) => language

/** The pages of the guide around its steps, and the labels of its pictures: the pattern of the other languages. */
export const english = {
  language: toLanguage('en'),
  title: 'Set up your passkey',
  lead: 'With a passkey you sign in with your fingerprint, face or PIN. There is nothing to remember, and nothing that can be stolen on the way.',
  find: {
    label: 'Your company’s domain',
    hint: 'What comes after the @ in your work address. The whole address will do as well.',
    submit: 'Show my steps',
    unknown: (values: { readonly domain: string }) =>
      `We know no organisation with the domain ${values.domain}.`,
    unknownNext:
      'See whether it is typed as in your work address. If it is, ask whoever told you about this page.',
    change: 'Another organisation',
  },
  languages: 'Language',
  device: {
    shown: (values: { readonly device: string }) => `Steps for ${values.device}`,
    withVersion: (values: { readonly device: string; readonly version: string }) =>
      `${values.device} with ${values.version}`,
    another: 'Choose another device',
    which: 'Which device is the passkey for?',
    iOS17: 'iPhone with iOS 17',
    windows10: 'Windows 10',
  },
  situation: 'What describes you?',
  ways: 'Where shall your passkey be kept?',
  phones: 'Which phone is it?',
  chosen: 'Shown below',
  steps: 'Your steps',
  inApp: (values: { readonly app: string }) => `You are reading this inside ${values.app}`,
  inAppUnknown: 'You are reading this inside another app',
  inAppHint: 'Does nothing happen? Copy this address and paste it into your browser:',
  places: {
    add: 'Add a way to sign in',
    methods: 'Open Security info',
    sessions: 'See where you are signed in',
    requestPass: 'Ask for a pass',
    signIn: 'Sign in',
  },
  share: {
    title: 'Read this on your phone',
    lead: 'Scan this code with the phone’s camera. The guide opens there, with the steps for that phone.',
    code: 'A QR code that leads to this guide',
    link: 'A QR code that leads to the app',
    address: 'Or type this address:',
  },
  print: 'Print this guide',
  printed: (values: { readonly address: string }) =>
    `The page itself is always up to date: ${values.address}`,
  picture: {
    of: (values: { readonly screen: string; readonly marked: string }) =>
      `Drawing: ${values.screen}. Marked: ${values.marked}`,
    plain: (values: { readonly screen: string }) => `Drawing: ${values.screen}`,
    yours: (values: { readonly title: string }) => `Picture: ${values.title}`,
    account: 'ada@example.com',
    labels: {
      ...steps.makeProvider.labels,
      ...toOwnLabels({ add, signIn: signInWords, common: commonWords, securityInfo: securityInfoWords }),
      savePasskey: 'Save a passkey?',
      createPasskey: 'Create a passkey?',
      proceed: 'Continue',
      saveAnotherWay: 'Save another way',
      otherOptions: 'Other options',
      create: 'Create',
      yellow: 'Save a passkey',
      windowsSecurity: 'Windows Security',
      whereToSave: 'Choose where to save this passkey',
      phoneOption: 'iPhone, iPad, or Android device',
      keyOption: 'Security key',
      thisWindows: 'This Windows device',
      useAnother: 'Use another device',
      confirmYou: 'Making sure it’s you',
      touchId: 'Use Touch ID to create a passkey?',
      wherePasskey: 'Choose where to save your passkey',
      thisComputer: 'This device',
      googlePasswordManager: 'Google Password Manager',
      samsungPass: 'Samsung Pass',
      applePasswords: 'Passwords',
      icloudKeychain: 'iCloud Keychain',
      google: 'Google',
      usePhone: 'Use a phone or tablet',
      copyLink: 'Copy link',
      softwareUpdate: 'Software Update',
      systemUpdate: 'System update',
      windowsUpdate: 'Windows Update',
      systemSettings: 'System Settings',
      iCloud: 'iCloud',
      signInOptions: 'Sign-in options',
      helloPin: 'PIN (Windows Hello)',
      helloFace: 'Face (Windows Hello)',
      helloFinger: 'Fingerprint (Windows Hello)',
      syncOn: 'Sync is on',
      name: 'Name of the passkey',
      myPhone: 'My phone',
      save: 'Save',
      install: 'Install',
      consent: 'Create a passkey here?',
      nearby: 'A computer and a phone side by side',
      keyTouched: 'A finger touches a security key in a computer',
      keyHeld: 'A security key is held to a phone',
      scanned: 'A phone scans the code on a computer',
      unlocked: 'A device is unlocked with a face or a finger',
      done: 'It is done',
    },
  },
}

/** Every word around the steps of the guide. */
export type SetupWords = typeof english
