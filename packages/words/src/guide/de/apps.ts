import { steps } from '../../portal/de/steps.ts'
import type { apps as pattern } from '../en/apps.ts'

const { getApp, makeProvider, own, reminder } = steps
const { ways } = makeProvider

/** The guide, about apps that keep passkeys: what they need, where to get them, the way through the settings. */
export const apps: typeof pattern = {
  needsIOS: {
    title: 'Was Ihr iPhone oder iPad braucht',
    lines: [
      ({ least }) => `iOS ${least} oder neuer: siehe Einstellungen, Allgemein, Info`,
      'Face ID, Touch ID oder einen Code zum Entsperren',
    ],
  },
  needsAndroid: {
    title: 'Was Ihr Android-Telefon braucht',
    lines: [
      ({ least }) => `Android ${least} oder neuer: siehe Einstellungen, Über das Telefon`,
      'Eine Bildschirmsperre: Fingerabdruck, Gesicht, PIN oder Muster',
    ],
    hint: 'Hat das Telefon ein Arbeitsprofil, tun Sie alles in dem Profil, aus dem Sie sich anmelden: Die beiden teilen nichts.',
  },
  choosePhone: {
    title: 'Sagen Sie, welches Telefon Sie haben',
    lines: ['Wählen Sie es oben aus. Dann nennen die Schritte die richtigen Einstellungen.'],
  },
  getAppHere: { title: getApp.title, lines: [getApp.link] },
  getAppByCode: { title: getApp.title, lines: [getApp.scan] },
  settingsIOS18: {
    title: makeProvider.title,
    lines: [ways.iOS18.first, ways.iOS18.second],
    hint: 'Ihre bisherige Passwort-App dürfen Sie behalten: Seit iOS 18 können mehrere an sein.',
  },
  settingsIOS17: {
    title: makeProvider.title,
    lines: [ways.iOS17.first, ways.iOS17.second, ways.iOS17.third],
    hint: makeProvider.onlyOneHint,
  },
  settingsAndroid: {
    title: makeProvider.title,
    lines: [
      'Öffnen Sie Einstellungen, dann „Passwörter, Passkeys & Konten“. Unter Android 14 heißt es „Passwörter & Konten“.',
      ({ name }) =>
        `Schalten Sie ${name} unter „Zusätzliche Dienste“ oder „Zusätzliche Anbieter“ ein, oder wählen Sie es als bevorzugten Dienst.`,
    ],
    hint: 'Jeder Hersteller nennt das anders. Suchen Sie in den Einstellungen nach „Passkeys“.',
  },
  settingsSamsung: {
    title: makeProvider.title,
    lines: [ways.samsung.first, ways.samsung.second, ways.samsung.third],
    hint: 'Wenn Sie das nicht finden, suchen Sie in den Einstellungen nach „Passkeys“.',
  },
  saveInAppHere: {
    title: reminder.title,
    lines: [reminder.here, 'Bestätigen Sie mit Fingerabdruck, Gesicht oder PIN.'],
  },
  saveInAppThere: {
    title: reminder.title,
    lines: [reminder.there, 'Bestätigen Sie auf dem Telefon mit Fingerabdruck, Gesicht oder PIN.'],
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
  ownInApp: { title: 'Erstellen Sie den Passkey in der App', lines: [own.inApp], hint: own.inAppWhere },
  ownPrompt: { title: steps.prompt.provider, lines: [own.prompt.extension] },
  ownScan: { title: own.scan, lines: [own.scanHow, own.prompt.agent] },
}
