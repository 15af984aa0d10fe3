import { signInWords } from '../../catalogue/fr/sign-in.ts'
import { add } from '../../portal/fr/add.ts'
import { newPhone } from '../../portal/fr/new-phone.ts'
import type { begin as pattern } from '../en/begin.ts'

const { steps } = newPhone
const { offers, where } = add
const { anotherWay, secure, secureIn } = signInWords

/** The guide, about what comes before a passkey is made: a real browser, a new enough system, a way in. */
export const begin: typeof pattern = {
  openInSafari: {
    title: 'Ouvrez cette page dans Safari',
    lines: [
      'Vous la lisez dans une autre application. On ne peut pas y créer de clé d’accès.',
      'Touchez le signe de partage ou les trois points, puis « Ouvrir dans Safari » ou « Ouvrir dans le navigateur ».',
      'Si cela n’existe pas, copiez l’adresse et collez-la dans Safari.',
    ],
  },
  openInChrome: {
    title: 'Ouvrez cette page dans Chrome',
    lines: [
      'Vous la lisez dans une autre application. On ne peut pas y créer de clé d’accès.',
      'Touchez les trois points, puis « Ouvrir dans Chrome » ou « Ouvrir dans le navigateur ».',
      'Si cela n’existe pas, copiez l’adresse et collez-la dans Chrome.',
    ],
  },
  chooseDevice: {
    title: 'Choisissez votre appareil',
    lines: [
      'Votre navigateur ne dit pas où il fonctionne. Choisissez votre appareil, et vous ne verrez que ses étapes.',
    ],
  },
  updateIOS: {
    title: ({ least }) => `Passez à iOS ${least} ou plus récent`,
    lines: [
      'Ouvrez Réglages, puis Général, puis Mise à jour logicielle, et installez ce qui est proposé.',
      'Revenez ici quand l’appareil a redémarré.',
    ],
    hint: 'Rien de plus récent n’est proposé ? Alors prenez un autre téléphone, un ordinateur ou une clé de sécurité.',
  },
  updateAndroid: {
    title: ({ least }) => `Passez à Android ${least} ou plus récent`,
    lines: [
      'Ouvrez les paramètres, cherchez « mise à jour » et installez ce qui est proposé.',
      'Revenez ici quand le téléphone a redémarré.',
    ],
    hint: 'Rien de plus récent n’est proposé ? Alors prenez un autre téléphone, un ordinateur ou une clé de sécurité.',
  },
  updateWindows: {
    title: ({ least }) => `Passez à Windows ${least} ou plus récent`,
    lines: ['Ouvrez Paramètres, puis Windows Update, et installez ce qui est proposé.'],
    hint: 'Rien de plus récent n’est proposé ? Alors prenez un téléphone ou une clé de sécurité.',
  },
  updateMac: {
    title: ({ least }) => `Passez à macOS ${least} ou plus récent`,
    lines: [
      'Ouvrez Réglages Système, puis Général, puis Mise à jour de logiciels, et installez ce qui est proposé.',
    ],
    hint: 'Rien de plus récent n’est proposé ? Alors prenez un téléphone ou une clé de sécurité.',
  },
  switchBrowser: {
    title: 'Prenez un autre navigateur',
    lines: [
      'Ce navigateur ne peut pas interroger un téléphone. Chrome et Edge le peuvent.',
      'Ouvrez-y cette même page : elle montre les étapes qui valent là-bas.',
    ],
  },
  openOnComputer: {
    title: 'Continuez sur un ordinateur',
    lines: [
      'Votre organisation n’autorise aucune clé d’accès sur cet appareil. Sur un ordinateur, si.',
      'Ouvrez cette même page sur l’ordinateur : elle montre les étapes qui valent là-bas.',
    ],
  },
  openOnPhone: {
    title: 'Continuez avec votre téléphone',
    lines: [
      'Votre organisation n’autorise aucune clé d’accès sur cet appareil. Sur un téléphone, si.',
      'Ouvrez cette même page sur le téléphone : elle montre les étapes qui valent là-bas.',
    ],
  },
  beginOnComputer: {
    title: 'Commencez sur l’ordinateur',
    lines: [
      'Ouvrez cette même page sur l’ordinateur, choisissez « Un téléphone ou une tablette » et suivez-la jusqu’au code QR.',
      'La suite se passe ici, sur ce téléphone.',
    ],
  },
  askHelpDesk: {
    title: 'Demandez à votre service d’assistance',
    lines: [
      'Pour le moment, votre organisation n’ouvre aucune clé d’accès que cet appareil pourrait garder.',
      'Votre service d’assistance sait ce qui est prévu, et quel appareil conviendra.',
    ],
  },
  signIn: {
    title: 'Connectez-vous aux informations de sécurité',
    lines: [
      'Ouvrez les informations de sécurité et connectez-vous comme aujourd’hui.',
      'Une seconde preuve vous est demandée, car vous seul pouvez ajouter un moyen de connexion.',
      `Choisissez « ${add.title} ».`,
    ],
    hint: 'Après quelques minutes, on vous la redemande. C’est voulu.',
  },
  signInWithPass: {
    title: 'Connectez-vous avec votre Temporary Access Pass',
    lines: [
      'Préparez le pass que votre organisation vous a donné.',
      `Saisissez votre adresse. Si la page ne demande pas le pass d’elle-même, choisissez « ${anotherWay.link} », puis « ${anotherWay.pass} ».`,
      'On vous demande ensuite de créer une clé d’accès. Faites-le tout de suite.',
    ],
    hint: 'Un pass vaut peu de temps, et souvent une seule fois. S’il a expiré, demandez-en un autre.',
  },
  passInApp: {
    title: 'Préparez votre Temporary Access Pass',
    lines: [
      'Dans l’application, vous vous connectez avec votre adresse et le pass que votre organisation vous a donné.',
    ],
    hint: 'Ne le saisissez nulle part avant : certains ne valent qu’une fois.',
  },
  addHere: {
    title: 'Choisissez une clé d’accès sur cet appareil',
    lines: [`Dans la liste, choisissez « ${offers.passkey} », puis « ${where.thisDevice} ».`],
    hint: 'Si l’on vous demande quel type : une clé synchronisée vous suit sur vos autres appareils.',
  },
  addPhone: {
    title: 'Choisissez un téléphone ou une tablette',
    lines: [`Dans la liste, choisissez « ${offers.passkey} », puis « ${where.otherDevice} ».`],
  },
  addKey: {
    title: 'Choisissez la clé de sécurité',
    lines: [`Dans la liste, choisissez « ${offers.securityKey} ».`],
  },
  addApp: {
    title: 'Choisissez l’application',
    lines: [({ name }) => `Quand on vous demande quoi ajouter, choisissez « ${offers.provider({ name })} ».`],
    hint: 'Les pages y répètent ce que vous avez déjà fait : continuez jusqu’à ce que l’appareil demande.',
  },
  createFirst: {
    title: 'Créez la clé d’accès',
    lines: [`La page s’intitule « ${secure.title} ». Choisissez « ${secure.create} ».`],
  },
  createFirstElsewhere: {
    title: 'Créez la clé d’accès',
    lines: [`La page s’intitule « ${secure.title} ». Choisissez « ${secure.otherDevice} ».`],
  },
  createFirstApp: {
    title: 'Créez la clé d’accès dans l’application',
    lines: [
      ({ name }) =>
        `La page s’intitule « ${secure.title} » et nomme ${name}. Choisissez « ${secureIn.next} », puis « ${secureIn.create({ name })} ».`,
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
    title: 'Essayez d’abord une autre clé d’accès',
    lines: [
      'Si vous en avez une sur un ordinateur ou une clé de sécurité, connectez-vous avec elle.',
      'Il ne vous faut alors aucun pass : reprenez là où le nouveau téléphone est ajouté.',
    ],
  },
  askForPass: { title: steps.askForPass.title, lines: [steps.askForPass.about] },
  callHelpDesk: { title: steps.callHelpDesk.title, lines: [steps.callHelpDesk.about] },
  passForNewPhone: { title: steps.signInWithPass.title, lines: [steps.signInWithPass.about] },
  addNew: { title: steps.addNew.title, lines: [steps.addNew.about] },
  addSecond: { title: steps.addSecond.title, lines: [steps.addSecond.about] },
}
