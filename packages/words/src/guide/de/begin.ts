import { signInWords } from '../../catalogue/de/sign-in.ts'
import { add } from '../../portal/de/add.ts'
import { newPhone } from '../../portal/de/new-phone.ts'
import type { begin as pattern } from '../en/begin.ts'

const { steps } = newPhone
const { offers, where } = add
const { anotherWay, secure, secureIn } = signInWords

/** The guide, about what comes before a passkey is made: a real browser, a new enough system, a way in. */
export const begin: typeof pattern = {
  openInSafari: {
    title: 'Öffnen Sie diese Seite in Safari',
    lines: [
      'Sie lesen sie gerade in einer anderen App. Dort lässt sich kein Passkey erstellen.',
      'Tippen Sie auf das Teilen-Zeichen oder die drei Punkte, dann auf „In Safari öffnen“ oder „Im Browser öffnen“.',
      'Gibt es das nicht, kopieren Sie die Adresse und setzen Sie sie in Safari ein.',
    ],
  },
  openInChrome: {
    title: 'Öffnen Sie diese Seite in Chrome',
    lines: [
      'Sie lesen sie gerade in einer anderen App. Dort lässt sich kein Passkey erstellen.',
      'Tippen Sie auf die drei Punkte, dann auf „In Chrome öffnen“ oder „Im Browser öffnen“.',
      'Gibt es das nicht, kopieren Sie die Adresse und setzen Sie sie in Chrome ein.',
    ],
  },
  chooseDevice: {
    title: 'Wählen Sie Ihr Gerät',
    lines: [
      'Ihr Browser sagt nicht, worauf er läuft. Wählen Sie Ihr Gerät, dann sehen Sie nur dessen Schritte.',
    ],
  },
  updateIOS: {
    title: ({ least }) => `Aktualisieren Sie auf iOS ${least} oder neuer`,
    lines: [
      'Öffnen Sie Einstellungen, dann Allgemein, dann Softwareupdate, und installieren Sie, was angeboten wird.',
      'Kommen Sie hierher zurück, wenn das Gerät wieder gestartet ist.',
    ],
    hint: 'Es wird nichts Neueres angeboten? Dann nehmen Sie ein anderes Telefon, einen Computer oder einen Sicherheitsschlüssel.',
  },
  updateAndroid: {
    title: ({ least }) => `Aktualisieren Sie auf Android ${least} oder neuer`,
    lines: [
      'Öffnen Sie die Einstellungen, suchen Sie nach „Update“ und installieren Sie, was angeboten wird.',
      'Kommen Sie hierher zurück, wenn das Telefon wieder gestartet ist.',
    ],
    hint: 'Es wird nichts Neueres angeboten? Dann nehmen Sie ein anderes Telefon, einen Computer oder einen Sicherheitsschlüssel.',
  },
  updateWindows: {
    title: ({ least }) => `Aktualisieren Sie auf Windows ${least} oder neuer`,
    lines: ['Öffnen Sie Einstellungen, dann Windows Update, und installieren Sie, was angeboten wird.'],
    hint: 'Es wird nichts Neueres angeboten? Dann nehmen Sie ein Telefon oder einen Sicherheitsschlüssel.',
  },
  updateMac: {
    title: ({ least }) => `Aktualisieren Sie auf macOS ${least} oder neuer`,
    lines: [
      'Öffnen Sie Systemeinstellungen, dann Allgemein, dann Softwareupdate, und installieren Sie, was angeboten wird.',
    ],
    hint: 'Es wird nichts Neueres angeboten? Dann nehmen Sie ein Telefon oder einen Sicherheitsschlüssel.',
  },
  switchBrowser: {
    title: 'Nehmen Sie einen anderen Browser',
    lines: [
      'Dieser Browser kann kein Telefon fragen. Chrome und Edge können es.',
      'Öffnen Sie eben diese Seite dort: Sie zeigt die Schritte für dort.',
    ],
  },
  openOnComputer: {
    title: 'Machen Sie an einem Computer weiter',
    lines: [
      'Auf diesem Gerät erlaubt Ihre Organisation keinen Passkey. Auf einem Computer schon.',
      'Öffnen Sie eben diese Seite auf dem Computer: Sie zeigt die Schritte für dort.',
    ],
  },
  openOnPhone: {
    title: 'Machen Sie mit Ihrem Telefon weiter',
    lines: [
      'Auf diesem Gerät erlaubt Ihre Organisation keinen Passkey. Auf einem Telefon schon.',
      'Öffnen Sie eben diese Seite auf dem Telefon: Sie zeigt die Schritte für dort.',
    ],
  },
  beginOnComputer: {
    title: 'Beginnen Sie am Computer',
    lines: [
      'Öffnen Sie eben diese Seite am Computer, wählen Sie „Ein Telefon oder Tablet“ und folgen Sie ihr, bis ein QR-Code erscheint.',
      'Was hier folgt, tun Sie auf diesem Telefon.',
    ],
  },
  askHelpDesk: {
    title: 'Fragen Sie Ihren Helpdesk',
    lines: [
      'Derzeit lässt Ihre Organisation keinen Passkey zu, den dieses Gerät aufbewahren könnte.',
      'Ihr Helpdesk weiß, was geplant ist und welches Gerät dafür taugt.',
    ],
  },
  signIn: {
    title: 'Melden Sie sich in den Sicherheitsinformationen an',
    lines: [
      'Öffnen Sie die Sicherheitsinformationen und melden Sie sich an, wie Sie es heute tun.',
      'Sie werden nach einem zweiten Nachweis gefragt, denn nur Sie selbst dürfen eine Anmeldemöglichkeit hinzufügen.',
      `Wählen Sie „${add.title}“.`,
    ],
    hint: 'Nach einigen Minuten werden Sie noch einmal gefragt. Das ist Absicht.',
  },
  signInWithPass: {
    title: 'Melden Sie sich mit Ihrem Temporary Access Pass an',
    lines: [
      'Halten Sie den Pass bereit, den Ihre Organisation Ihnen gegeben hat.',
      `Geben Sie Ihre Adresse ein. Fragt die Seite nicht von selbst nach dem Pass, wählen Sie „${anotherWay.link}“, dann „${anotherWay.pass}“.`,
      'Danach werden Sie gebeten, einen Passkey zu erstellen. Tun Sie es gleich.',
    ],
    hint: 'Ein Pass gilt nur kurze Zeit, und oft nur einmal. Ist er abgelaufen, bitten Sie um einen neuen.',
  },
  passInApp: {
    title: 'Halten Sie Ihren Temporary Access Pass bereit',
    lines: [
      'In der App melden Sie sich mit Ihrer Adresse und dem Pass an, den Ihre Organisation Ihnen gegeben hat.',
    ],
    hint: 'Geben Sie ihn vorher nirgends sonst ein: Manche gelten nur einmal.',
  },
  addHere: {
    title: 'Wählen Sie einen Passkey auf diesem Gerät',
    lines: [`Wählen Sie in der Liste „${offers.passkey}“, dann „${where.thisDevice}“.`],
    hint: 'Werden Sie nach der Art gefragt: Ein synchronisierter ist auch auf Ihren anderen Geräten.',
  },
  addPhone: {
    title: 'Wählen Sie ein Telefon oder Tablet',
    lines: [`Wählen Sie in der Liste „${offers.passkey}“, dann „${where.otherDevice}“.`],
  },
  addKey: {
    title: 'Wählen Sie den Sicherheitsschlüssel',
    lines: [`Wählen Sie in der Liste „${offers.securityKey}“.`],
  },
  addApp: {
    title: 'Wählen Sie die App',
    lines: [
      ({ name }) =>
        `Werden Sie gefragt, was Sie hinzufügen möchten, wählen Sie „${offers.provider({ name })}“.`,
    ],
    hint: 'Die Seiten dort wiederholen, was Sie schon getan haben. Gehen Sie weiter, bis das Gerät fragt.',
  },
  createFirst: {
    title: 'Erstellen Sie den Passkey',
    lines: [`Die Seite heißt „${secure.title}“. Wählen Sie „${secure.create}“.`],
  },
  createFirstElsewhere: {
    title: 'Erstellen Sie den Passkey',
    lines: [`Die Seite heißt „${secure.title}“. Wählen Sie „${secure.otherDevice}“.`],
  },
  createFirstApp: {
    title: 'Erstellen Sie den Passkey in der App',
    lines: [
      ({ name }) =>
        `Die Seite heißt „${secure.title}“ und nennt ${name}. Wählen Sie „${secureIn.next}“, dann „${secureIn.create({ name })}“.`,
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
    title: 'Versuchen Sie es erst mit einem anderen Passkey',
    lines: [
      'Haben Sie einen auf einem Computer oder einem Sicherheitsschlüssel, melden Sie sich damit an.',
      'Dann brauchen Sie keinen Pass: Gehen Sie dort weiter, wo das neue Telefon dazukommt.',
    ],
  },
  askForPass: { title: steps.askForPass.title, lines: [steps.askForPass.about] },
  callHelpDesk: { title: steps.callHelpDesk.title, lines: [steps.callHelpDesk.about] },
  passForNewPhone: { title: steps.signInWithPass.title, lines: [steps.signInWithPass.about] },
  addNew: { title: steps.addNew.title, lines: [steps.addNew.about] },
  addSecond: { title: steps.addSecond.title, lines: [steps.addSecond.about] },
}
