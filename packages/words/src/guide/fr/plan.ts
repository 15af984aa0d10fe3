import type { plan as pattern } from '../en/plan.ts'

/** The guide, about what is possible where: the table, the ways, what a device can do. */
export const plan: typeof pattern = {
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    samsung: 'Samsung Galaxy',
    pixel: 'Google Pixel',
    android: 'Autre téléphone Android',
    windows: 'Windows',
    mac: 'Mac',
    linux: 'Linux',
    chromebook: 'Chromebook',
    unknown: 'Un appareil inconnu',
  },
  accounts: {
    existing: {
      label: 'Je me connecte déjà',
      about: 'Avec un mot de passe ou un code, et je veux une clé d’accès.',
    },
    firstDay: { label: 'C’est mon premier jour', about: 'J’ai un Temporary Access Pass.' },
    newPhone: { label: 'J’ai un nouveau téléphone', about: 'La clé d’accès était sur l’ancien.' },
  },
  columns: { iOS: 'iPhone ou iPad', android: 'Android', desktop: 'Ordinateur' },
  places: {
    app: {
      label: 'Dans une application',
      about: 'Une application choisie par votre organisation garde la clé d’accès.',
    },
    thisDevice: { label: 'Sur cet appareil', about: 'L’appareil lui-même ou son compte la garde.' },
    otherDevice: {
      label: 'Sur un autre appareil',
      about: 'Vous commencez ici, et un téléphone la garde, par un code QR.',
    },
    securityKey: {
      label: 'Sur une clé de sécurité',
      about: 'Vous la branchez ou l’approchez de l’appareil.',
    },
  },
  table: {
    title: 'Où votre clé d’accès peut être',
    yes: 'Oui',
    no: 'Non',
    here: 'Votre appareil',
    nearest: ({ place, column }) => `Au plus près : ${place} (${column})`,
  },
  reasons: {
    notOpen: 'Votre organisation ne vous le propose pas pour le moment.',
    notSynced: 'Votre organisation veut des clés d’accès qui ne sont pas copiées entre appareils.',
    notThisKind: 'Votre organisation veut d’autres types de clés d’accès.',
    notProven: 'Cela ne peut pas prouver ce que votre organisation demande.',
    helpDeskOnly: 'C’est votre service d’assistance qui ajoute des clés d’accès pour vous.',
    noApp: 'Votre organisation n’a choisi aucune application pour cela.',
    notForDevice: 'Ce n’est pas fait pour ce type d’appareil.',
    tooOld: 'Le système de cet appareil est trop ancien pour cela.',
    noHybrid: 'Ce navigateur ne peut pas interroger un téléphone. Chrome et Edge le peuvent.',
    keepsNone: 'Rien sur cet appareil ne garde une telle clé d’accès.',
  },
  ways: {
    phoneApp: { title: ({ name }) => name, about: 'Prépare le téléphone d’un trait, clé d’accès comprise' },
    extension: { title: ({ name }) => name, about: 'Gardée dans ce navigateur, sous son propre verrou' },
    agent: { title: ({ name }) => name, about: 'Gardée sur votre téléphone Linux, par un code QR' },
    app: { title: ({ name }) => name, about: 'Gardée dans l’application, sur votre téléphone seul' },
    appleKeychain: {
      title: ({ name }) => name,
      about: 'Gardée dans votre compte Apple, sur tous vos appareils Apple',
    },
    googlePasswordManager: {
      title: ({ name }) => name,
      about: 'Gardée dans votre compte Google, partout où vous y êtes connecté',
    },
    samsungPass: {
      title: ({ name }) => name,
      about: 'Gardée dans votre compte Samsung, sur vos appareils Galaxy',
    },
    windowsHello: { title: ({ name }) => name, about: 'Gardée sur cet ordinateur, et là seulement' },
    phone: {
      title: 'Un téléphone ou une tablette',
      about: 'Gardée sur le téléphone ; cet ordinateur l’interroge par un code QR',
    },
    securityKey: { title: 'Une clé de sécurité', about: 'Gardée sur la clé, et là seulement' },
  },
  recommended: 'Recommandé',
  verdict: {
    tooOld: ({ version, least }) =>
      `Cet appareil a la version ${version}. Pour garder lui-même une clé d’accès, il lui faut ${least}.`,
    unknown: 'Votre navigateur ne dit pas quel appareil c’est. Choisissez-le :',
  },
  instead: 'Je vois autre chose',
  reviewed: ({ date }) => `Vérifié le ${date}`,
  reviewedOn: ({ date, system, browser }) => `Vérifié le ${date}, avec ${system} et ${browser}`,
  getFrom: { iOS: 'Ouvrir l’App Store', android: 'Ouvrir Google Play', any: 'Ouvrir l’adresse' },
}
