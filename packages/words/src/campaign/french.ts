import type { CampaignWords } from './english.ts'

const byVersion = (system: string, version: string | undefined) =>
  version === undefined ? '' : `, à partir de ${system} ${version}`

export const french: CampaignWords = {
  language: 'fr',
  mails: {
    'T-60': {
      subject: 'Le {day}, se connecter chez {organisation} devient plus simple',
      intro:
        'Le {day}, la connexion chez {organisation} change pour vous : une clé d’accès remplace votre mot de passe. Une clé d’accès, c’est votre empreinte digitale, votre visage ou le code PIN de votre propre appareil. Personne ne peut la deviner, et personne ne peut vous la soutirer.\n\nIl n’y a rien à faire aujourd’hui. Si vous voulez savoir à quoi cela ressemblera sur votre appareil, la page ci-dessous vous le montre.',
    },
    'T-45': {
      subject: 'Votre appareil est-il prêt pour le {day} ?',
      intro:
        'À partir du {day}, vous vous connectez chez {organisation} avec une clé d’accès. La plupart des appareils sont prêts. Certains ont d’abord besoin d’une mise à jour, et mieux vaut la faire maintenant que le jour même.\n\nOuvrez la page ci-dessous sur chaque appareil avec lequel vous travaillez. Elle vous dit s’il y a quelque chose à y faire.',
    },
    'T-30': {
      subject: 'Dans {days} jours : ce qu’est une clé d’accès, et ce qui change pour vous',
      intro:
        'Le {day}, c’est votre tour chez {organisation}. Pour vous connecter, un geste ou un regard suffira : votre appareil demande votre doigt, votre visage ou son code PIN, et c’est fait. Sans mot de passe, et sans code à recopier.\n\nVotre empreinte et votre visage ne quittent jamais votre appareil. {organisation} ne les voit pas.',
    },
    'T-15': {
      subject: 'Ce qu’il vous faut le {day}',
      intro:
        'Dans {days} jours, vous créez votre clé d’accès chez {organisation}. Cela prend environ deux minutes si vous avez sous la main l’appareil avec lequel vous travaillez, votre téléphone et votre façon actuelle de vous connecter.\n\nVérifiez que les deux se verrouillent par une empreinte, un visage ou un code PIN, et que leurs mises à jour sont installées.',
    },
    'T-7': {
      subject: 'Dans {days} jours, c’est votre tour : votre clé d’accès chez {organisation}',
      intro:
        'Le {day}, vous créez votre clé d’accès chez {organisation}, et vous avez jusqu’au {deadline} pour le faire. La page ci-dessous vous guide pas à pas et connaît votre appareil.\n\nSi votre téléphone est neuf, ancien ou prêté, regardez la page dès aujourd’hui.',
    },
    'T-1': {
      subject: 'Demain : votre clé d’accès chez {organisation}',
      intro:
        'Demain, vous pourrez créer votre clé d’accès. Ayez votre téléphone avec vous et prévoyez deux minutes.\n\nLa page ci-dessous vous guide pas à pas. Vous avez jusqu’au {deadline}.',
    },
    'T+0': {
      subject: 'C’est votre tour : créez votre clé d’accès',
      intro:
        'Vous pouvez maintenant créer votre clé d’accès chez {organisation}. Cela prend environ deux minutes. Ouvrez la page ci-dessous sur l’appareil avec lequel vous travaillez : elle vous guide pas à pas.\n\nMerci de le faire avant le {deadline}.',
    },
    'T+3': {
      subject: 'Il manque encore votre clé d’accès',
      intro:
        'Vous n’avez pas encore de clé d’accès chez {organisation}. En créer une prend environ deux minutes, et le délai se termine le {deadline}.\n\nQuelque chose n’a pas fonctionné ? La page ci-dessous sait où l’on bute sur chaque appareil, et comment s’en sortir.',
    },
    'T+7': {
      subject: 'Rappel : votre clé d’accès chez {organisation}',
      intro:
        'La plupart de vos collègues ont déjà leur clé d’accès ; la vôtre manque encore. Le délai se termine le {deadline}.\n\nSi vous avez essayé sans y arriver, ouvrez encore une fois la page ci-dessous, ou appelez votre service d’assistance : il la crée avec vous.',
    },
    'T+14': {
      subject: 'Dernier rappel : votre clé d’accès chez {organisation}',
      intro:
        'Vous n’avez toujours pas de clé d’accès chez {organisation}. Bientôt, on ne pourra plus se connecter sans elle ; prenez ces deux minutes aujourd’hui.\n\nSi aucun de vos appareils ne peut garder une clé d’accès, dites-le à votre service d’assistance : les clés de sécurité sont là pour cela.',
    },
    thanks: {
      subject: 'Merci : votre clé d’accès fonctionne',
      intro:
        'Vous vous êtes connecté chez {organisation} avec votre clé d’accès pour la première fois. Désormais, cela suffit.\n\nUne dernière chose vaut bien une minute : une deuxième clé d’accès, sur un autre appareil ou sur une clé de sécurité, pour le jour où la première sera perdue. La page ci-dessous montre comment faire.',
    },
  },
  closing:
    'Personne ne vous demandera jamais un code ou une clé d’accès par courriel ou au téléphone. Si quelque chose n’est pas clair, votre service d’assistance vous répondra volontiers.',
  greeting: ({ person }) => `Bonjour ${person},`,
  hasPasskey:
    'Vous avez déjà une clé d’accès qui fonctionne ; vous n’avez donc rien à faire. Une deuxième, sur un autre appareil, est une bonne idée.',
  guide: 'Votre guide, pas à pas',
  ways: 'Ce que vous pouvez utiliser',
  recommended: ({ way }) => `${way} (recommandé)`,
  way: {
    provider: ({ name }) => name,
    phone: ({ name, system, version }) =>
      `${name} sur ${system}${version === undefined ? '' : `, à partir de la version ${version}`}`,
    iphone: ({ version }) => `Votre iPhone ou iPad (trousseau iCloud)${byVersion('iOS', version)}`,
    mac: ({ version }) => `Votre Mac (trousseau iCloud)${byVersion('macOS', version)}`,
    android: ({ version }) =>
      `Votre téléphone Android (Gestionnaire de mots de passe de Google)${byVersion('Android', version)}`,
    samsung: ({ version }) => `Votre téléphone Samsung (Samsung Pass)${byVersion('Android', version)}`,
    windows: ({ version }) => `Votre ordinateur Windows (Windows Hello)${byVersion('Windows', version)}`,
    securityKey: 'Une clé de sécurité, par USB ou posée contre le téléphone',
  },
  helpDesk: ({ helpDesk }) => `Assistance : ${helpDesk}`,
  why: ({ organisation, day }) =>
    `Pourquoi ce message ? ${organisation} passe aux clés d’accès, et le tour de votre groupe vient le ${day}. Le lien de ce message nous dit qu’il a été suivi. À toute autre personne, il ne dit rien de vous.`,
  poster: {
    title: 'Fini les mots de passe',
    lead: ({ organisation }) => `${organisation} passe aux clés d’accès.`,
    steps: [
      'Pointez l’appareil photo de votre téléphone ici',
      'Choisissez votre appareil',
      'Suivez les étapes : cela prend environ deux minutes',
    ],
    type: ({ address }) => `Ou ouvrez ${address}`,
    qr: 'Code QR qui mène au guide',
    never: 'Personne ne vous demandera jamais un code ou une clé d’accès au téléphone.',
  },
}
