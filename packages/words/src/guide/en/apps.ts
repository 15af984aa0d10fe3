import { steps } from '../../portal/en/steps.ts'
import type { GuideValues } from '../guide-step-words.ts'

const { getApp, makeProvider, own, reminder } = steps
const { ways } = makeProvider

/** The guide, about apps that keep passkeys: what they need, where to get them, the way through the settings. */
export const apps = {
  needsIOS: {
    title: 'What your iPhone or iPad needs',
    lines: [
      ({ least }: GuideValues) => `iOS ${least} or newer: see Settings, General, About`,
      'Face ID, Touch ID or a code to unlock it',
    ],
  },
  needsAndroid: {
    title: 'What your Android phone needs',
    lines: [
      ({ least }: GuideValues) => `Android ${least} or newer: see Settings, About phone`,
      'A screen lock: fingerprint, face, PIN or pattern',
    ],
    hint: 'If the phone has a work profile, do all of this in the profile you sign in from: the two share nothing.',
  },
  choosePhone: {
    title: 'Say which phone you have',
    lines: ['Choose it above. Then the steps name the right settings.'],
  },
  getAppHere: { title: getApp.title, lines: [getApp.link] },
  getAppByCode: { title: getApp.title, lines: [getApp.scan] },
  settingsIOS18: {
    title: makeProvider.title,
    lines: [ways.iOS18.first, ways.iOS18.second],
    hint: 'You may keep the password app you have: since iOS 18 several can be on.',
  },
  settingsIOS17: {
    title: makeProvider.title,
    lines: [ways.iOS17.first, ways.iOS17.second, ways.iOS17.third],
    hint: makeProvider.onlyOneHint,
  },
  settingsAndroid: {
    title: makeProvider.title,
    lines: [
      'Open Settings, then “Passwords, passkeys & accounts”. On Android 14 it is “Passwords & accounts”.',
      ({ name }: GuideValues) =>
        `Switch on ${name} under “Additional services” or “Additional providers”, or choose it as the preferred service.`,
    ],
    hint: 'Each maker names these differently. Search the settings for “passkeys”.',
  },
  settingsSamsung: {
    title: makeProvider.title,
    lines: [ways.samsung.first, ways.samsung.second, ways.samsung.third],
    hint: 'If you do not find it, search the settings for “passkeys”.',
  },
  saveInAppHere: {
    title: reminder.title,
    lines: [reminder.here, 'Confirm with your fingerprint, face or PIN.'],
  },
  saveInAppThere: {
    title: reminder.title,
    lines: [reminder.there, 'Confirm with your fingerprint, face or PIN on the phone.'],
  },
  ownNeedsPhone: { title: steps.requirements.title, lines: [own.needs.phoneApp, own.lock.phoneApp] },
  ownNeedsExtension: { title: steps.requirements.title, lines: [own.needs.extension, own.lock.extension] },
  ownNeedsAgent: { title: steps.requirements.title, lines: [own.needs.agent, own.lock.agent] },
  getOwnPhone: { title: getApp.title, lines: [own.getLead.phoneApp] },
  getOwnExtension: { title: getApp.title, lines: [own.getLead.extension] },
  getOwnAgent: { title: getApp.title, lines: [own.getLead.agent] },
  getOwnInstalled: { title: getApp.title, lines: [own.getNone] },
  ownAccountPhone: { title: own.account, lines: [own.add.phoneApp, own.there], hint: own.signedOut },
  ownAccountExtension: { title: own.account, lines: [own.add.extension, own.there], hint: own.signedOut },
  ownAccountAgent: { title: own.account, lines: [own.add.agent, own.there], hint: own.signedOut },
  ownInApp: { title: 'Create the passkey in the app', lines: [own.inApp], hint: own.inAppWhere },
  ownPrompt: { title: steps.prompt.provider, lines: [own.prompt.extension] },
  ownScan: { title: own.scan, lines: [own.scanHow, own.prompt.agent] },
}
