import type { CentreWords } from '../english.ts'

export const rolloutGuide: CentreWords['rolloutGuide'] = {
  title: 'Guide pas à pas',
  lead: 'Une seule adresse pour tous : chacun y lit les étapes pour l’appareil qu’il a en main et pour ce que vos règles permettent.',
  open: 'Ouvrir le guide',
  copy: 'Copier',
  copied: 'Copié',
  newer: {
    title: ({ system, version }) => `${system} ${version} est plus récent que le guide`,
    about: ({ count }) =>
      count === 1
        ? 'Une visite pour l’instant. Essayez-y les étapes et modifiez ce qui s’y lit autrement.'
        : `${count} visites pour l’instant. Essayez-y les étapes et modifiez ce qui s’y lit autrement.`,
    dismiss: 'J’ai vérifié',
  },
  choose: {
    title: 'Le guide de qui ?',
    lead: 'Parcourez-le pour n’importe quel appareil et n’importe qui. Sans groupe, c’est ce que voit un inconnu.',
    device: 'Appareil',
    devices: {
      iphone: 'iPhone',
      'iphone 17': 'iPhone avec iOS 17',
      ipad: 'iPad',
      samsung: 'Samsung Galaxy',
      pixel: 'Google Pixel',
      android: 'Autre téléphone Android',
      windows: 'Windows 11',
      'windows 10': 'Windows 10',
      mac: 'Mac',
      chromebook: 'Chromebook',
      linux: 'Linux',
    },
    account: 'Situation actuelle',
    accounts: {
      existing: 'Se connecte déjà',
      firstDay: 'Premier jour, avec un code d’accès',
      newPhone: 'Nouveau téléphone',
    },
    language: 'Langue',
    groups: 'Dans les groupes',
  },
  player: {
    title: ({ device }) => `Ce que l’on voit avec cet appareil : ${device}`,
    way: 'Où la clé d’accès est conservée',
    at: ({ step, of }) => `Étape ${step} sur ${of}`,
    back: 'Retour',
    next: 'Suivant',
    first: 'C’est la première étape.',
    last: 'C’est la dernière étape.',
    picture: ({ title }) => `L’image à côté de l’étape : ${title}`,
    noPicture: 'Cette étape n’a pas d’image.',
  },
  pilot: {
    title: ({ device }) => `Comment le pilote s’en est sorti : ${device}`,
    lead: ({ people, notes }) =>
      `Essayé par ${people === 1 ? '1 personne' : `${people} personnes`}, ${notes === 1 ? '1 remarque' : `${notes} remarques`}. Une remarque concerne une personne : si elle a plusieurs appareils, la remarque figure à chacun.`,
    nobody: 'Personne du pilote n’a encore essayé avec cet appareil.',
    noNote: 'Pas de remarque.',
    elsewhere: ({ notes }) =>
      `${notes === 1 ? '1 remarque concerne' : `${notes} remarques concernent`} des personnes qui n’ont pas essayé cet appareil.`,
    open: 'Voir le pilote',
  },
  edit: {
    open: 'Modifier cette étape',
    title: 'Modifier cette étape',
    lead: 'Tous ceux de votre organisation qui y arrivent la lisent ainsi, dans cette langue.',
    heading: 'Titre',
    lines: 'Ce qu’il faut faire',
    linesHint: 'Une instruction par ligne, huit au plus.',
    hint: 'Ce qu’il faut savoir en plus',
    picture: 'Image',
    choosePicture: 'Choisir une image',
    pictureHint: 'PNG, JPEG ou WebP, jusqu’à 1 Mo. Elle est conservée aussitôt.',
    reset: 'Reprendre nos mots et notre image',
    wasReset: 'L’étape est de nouveau la nôtre.',
    incomplete: 'Il faut un titre et au moins une instruction.',
    ownText: 'Vos mots',
    ownPicture: 'Votre image',
  },
}
