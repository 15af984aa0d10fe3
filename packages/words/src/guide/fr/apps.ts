import { steps } from '../../portal/fr/steps.ts'
import type { apps as pattern } from '../en/apps.ts'

const { getApp, makeProvider, own, reminder } = steps
const { ways } = makeProvider

/** The guide, about apps that keep passkeys: what they need, where to get them, the way through the settings. */
export const apps: typeof pattern = {
  needsIOS: {
    title: 'Ce qu’il faut à votre iPhone ou iPad',
    lines: [
      ({ least }) => `iOS ${least} ou plus récent : voyez Réglages, Général, Informations`,
      'Face ID, Touch ID ou un code pour le déverrouiller',
    ],
  },
  needsAndroid: {
    title: 'Ce qu’il faut à votre téléphone Android',
    lines: [
      ({ least }) => `Android ${least} ou plus récent : voyez Paramètres, À propos du téléphone`,
      'Un verrouillage d’écran : empreinte, visage, code PIN ou schéma',
    ],
    hint: 'Si le téléphone a un profil professionnel, faites tout dans le profil d’où vous vous connectez : les deux ne partagent rien.',
  },
  choosePhone: {
    title: 'Dites quel téléphone vous avez',
    lines: ['Choisissez-le plus haut. Les étapes nomment alors les bons réglages.'],
  },
  getAppHere: { title: getApp.title, lines: [getApp.link] },
  getAppByCode: { title: getApp.title, lines: [getApp.scan] },
  settingsIOS18: {
    title: makeProvider.title,
    lines: [ways.iOS18.first, ways.iOS18.second],
    hint: 'Vous pouvez garder votre application de mots de passe : depuis iOS 18, plusieurs peuvent être activées.',
  },
  settingsIOS17: {
    title: makeProvider.title,
    lines: [ways.iOS17.first, ways.iOS17.second, ways.iOS17.third],
    hint: makeProvider.onlyOneHint,
  },
  settingsAndroid: {
    title: makeProvider.title,
    lines: [
      'Ouvrez Paramètres, puis « Mots de passe, clés d’accès et comptes ». Sous Android 14, c’est « Mots de passe et comptes ».',
      ({ name }) =>
        `Activez ${name} sous « Services supplémentaires » ou « Fournisseurs supplémentaires », ou choisissez-le comme service préféré.`,
    ],
    hint: 'Chaque fabricant les nomme autrement. Cherchez « clés d’accès » dans les paramètres.',
  },
  settingsSamsung: {
    title: makeProvider.title,
    lines: [ways.samsung.first, ways.samsung.second, ways.samsung.third],
    hint: 'Si vous ne trouvez pas, cherchez « clés d’accès » dans les paramètres.',
  },
  saveInAppHere: {
    title: reminder.title,
    lines: [reminder.here, 'Confirmez avec votre empreinte, votre visage ou votre code PIN.'],
  },
  saveInAppThere: {
    title: reminder.title,
    lines: [
      reminder.there,
      'Confirmez sur le téléphone avec votre empreinte, votre visage ou votre code PIN.',
    ],
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
  ownInApp: { title: 'Créez la clé d’accès dans l’application', lines: [own.inApp], hint: own.inAppWhere },
  ownPrompt: { title: steps.prompt.provider, lines: [own.prompt.extension] },
  ownScan: { title: own.scan, lines: [own.scanHow, own.prompt.agent] },
}
