import { signInWords } from '../../catalogue/sign-in.ts'
import { add } from '../../portal/en/add.ts'
import { newPhone } from '../../portal/en/new-phone.ts'
import type { GuideValues } from '../guide-step-words.ts'

const { steps } = newPhone
const { offers, where } = add
const { anotherWay, secure, secureIn } = signInWords

/** The guide, about what comes before a passkey is made: a real browser, a new enough system, a way in. */
export const begin = {
  openInSafari: {
    title: 'Open this page in Safari',
    lines: [
      'You are reading it inside another app. A passkey cannot be made there.',
      'Tap the share sign or the three dots, then Open in Safari or Open in browser.',
      'If there is no such entry, copy the address and paste it into Safari.',
    ],
  },
  openInChrome: {
    title: 'Open this page in Chrome',
    lines: [
      'You are reading it inside another app. A passkey cannot be made there.',
      'Tap the three dots, then Open in Chrome or Open in browser.',
      'If there is no such entry, copy the address and paste it into Chrome.',
    ],
  },
  chooseDevice: {
    title: 'Choose your device',
    lines: ['Your browser does not say what it runs on. Choose your device, and you see its steps only.'],
  },
  updateIOS: {
    title: ({ least }: GuideValues) => `Update to iOS ${least} or newer`,
    lines: [
      'Open Settings, then General, then Software Update, and install what it offers.',
      'Come back here when the phone or tablet has started again.',
    ],
    hint: 'It offers nothing newer? Then use another phone, a computer or a security key.',
  },
  updateAndroid: {
    title: ({ least }: GuideValues) => `Update to Android ${least} or newer`,
    lines: [
      'Open Settings, search for “update”, and install what it offers.',
      'Come back here when the phone has started again.',
    ],
    hint: 'It offers nothing newer? Then use another phone, a computer or a security key.',
  },
  updateWindows: {
    title: ({ least }: GuideValues) => `Update to Windows ${least} or newer`,
    lines: ['Open Settings, then Windows Update, and install what it offers.'],
    hint: 'It offers nothing newer? Then use a phone or a security key.',
  },
  updateMac: {
    title: ({ least }: GuideValues) => `Update to macOS ${least} or newer`,
    lines: ['Open System Settings, then General, then Software Update, and install what it offers.'],
    hint: 'It offers nothing newer? Then use a phone or a security key.',
  },
  switchBrowser: {
    title: 'Use another browser',
    lines: [
      'This browser cannot ask a phone. Chrome and Edge can.',
      'Open this very page there: it shows the steps for there.',
    ],
  },
  openOnComputer: {
    title: 'Go on at a computer',
    lines: [
      'Your organisation allows no passkey on this device. On a computer it does.',
      'Open this very page on the computer: it shows the steps for there.',
    ],
  },
  openOnPhone: {
    title: 'Go on with your phone',
    lines: [
      'Your organisation allows no passkey on this device. On a phone it does.',
      'Open this very page on the phone: it shows the steps for there.',
    ],
  },
  beginOnComputer: {
    title: 'Begin at the computer',
    lines: [
      'Open this very page at the computer, choose “A phone or tablet”, and follow it until a QR code appears.',
      'What follows here you do on this phone.',
    ],
  },
  askHelpDesk: {
    title: 'Ask your help desk',
    lines: [
      'At the moment your organisation opens no passkey that this device could keep.',
      'Your help desk knows what is planned, and which device will do.',
    ],
  },
  signIn: {
    title: 'Sign in to Security info',
    lines: [
      'Open Security info and sign in as you do today.',
      'You are asked for a second proof, because only you may add a way to sign in.',
      `Choose “${add.title}”.`,
    ],
    hint: 'More than a few minutes later you are asked once more. That is on purpose.',
  },
  signInWithPass: {
    title: 'Sign in with your Temporary Access Pass',
    lines: [
      'Have the pass ready that your organisation gave you.',
      `Type your address. If the page does not ask for the pass by itself, choose “${anotherWay.link}”, then “${anotherWay.pass}”.`,
      'Then you are asked to create a passkey. Do it at once.',
    ],
    hint: 'A pass works for a short time, and often only once. If it has expired, ask for a new one.',
  },
  passInApp: {
    title: 'Have your Temporary Access Pass ready',
    lines: ['In the app you sign in with your address and the pass that your organisation gave you.'],
    hint: 'Do not type it anywhere else before: some work only once.',
  },
  addHere: {
    title: 'Choose a passkey on this device',
    lines: [`In the list of what you can add, choose “${offers.passkey}”, then “${where.thisDevice}”.`],
    hint: 'If you are asked which kind: a synced one comes along to your other devices.',
  },
  addPhone: {
    title: 'Choose a phone or tablet',
    lines: [`In the list of what you can add, choose “${offers.passkey}”, then “${where.otherDevice}”.`],
  },
  addKey: {
    title: 'Choose the security key',
    lines: [`In the list of what you can add, choose “${offers.securityKey}”.`],
  },
  addApp: {
    title: 'Choose the app',
    lines: [
      ({ name }: GuideValues) => `Where you are asked what to add, choose “${offers.provider({ name })}”.`,
    ],
    hint: 'The pages there repeat what you have done already: go on until the device asks.',
  },
  createFirst: {
    title: 'Create the passkey',
    lines: [`The page says “${secure.title}”. Choose “${secure.create}”.`],
  },
  createFirstElsewhere: {
    title: 'Create the passkey',
    lines: [`The page says “${secure.title}”. Choose “${secure.otherDevice}”.`],
  },
  createFirstApp: {
    title: 'Create the passkey in the app',
    lines: [
      ({ name }: GuideValues) =>
        `The page says “${secure.title}” and names ${name}. Choose “${secureIn.next}”, then “${secureIn.create({ name })}”.`,
    ],
  },
  keepOld: { title: steps.keepOld.title, lines: [steps.keepOld.about] },
  addWithOld: { title: steps.addWithOld.title, lines: [steps.addWithOld.about] },
  tryNew: { title: steps.tryNew.title, lines: [steps.tryNew.about] },
  removeOld: { title: steps.removeOld.title, lines: [steps.removeOld.about] },
  endSessions: { title: steps.endSessions.title, lines: [steps.endSessions.about] },
  restoreSynced: { title: steps.restoreSynced.title, lines: [steps.restoreSynced.about] },
  useOther: { title: steps.useOther.title, lines: [steps.useOther.about] },
  tryOther: {
    title: 'Try another passkey first',
    lines: [
      'If you have one on a computer or a security key, sign in with it.',
      'Then you need no pass: go on where the new phone is added.',
    ],
  },
  askForPass: { title: steps.askForPass.title, lines: [steps.askForPass.about] },
  callHelpDesk: { title: steps.callHelpDesk.title, lines: [steps.callHelpDesk.about] },
  passForNewPhone: { title: steps.signInWithPass.title, lines: [steps.signInWithPass.about] },
  addNew: { title: steps.addNew.title, lines: [steps.addNew.about] },
  addSecond: { title: steps.addSecond.title, lines: [steps.addSecond.about] },
}
