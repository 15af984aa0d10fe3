import { signInWords } from '../../catalogue/fr/sign-in.ts'
import type { questions as pattern } from '../en/questions.ts'

const { anotherWay } = signInWords

/** The guide, about what readers ask. */
export const questions: typeof pattern = {
  asked: 'Ce que l’on demande souvent',
  askedForPassword: {
    question: 'On me demande un mot de passe au lieu de ma clé d’accès',
    answer: `Regardez sous le champ du mot de passe : choisissez-y « ${anotherWay.link} », puis « ${anotherWay.passkey} ». Quand vous vous serez connecté une fois avec la clé d’accès, la page la demandera d’elle-même.`,
  },
  missing: {
    question: 'Ce que nomme le guide n’est pas dans ma liste',
    answer:
      'La liste montre ce que votre organisation vous a ouvert. S’il manque quelque chose, ce n’est pas pour vous, ou pas encore. Votre service d’assistance peut voir pourquoi.',
  },
  notSupported: {
    question: 'On me dit que ce moyen de connexion n’est pas pris en charge',
    answer:
      'Votre organisation ne vous autorise pas ce type de clé d’accès. Vous n’y pouvez rien sur votre appareil : choisissez un autre moyen dans ce guide, ou demandez à votre service d’assistance.',
  },
  scannerInstead: {
    question: 'Un code QR ou son lecteur apparaît au lieu de mon application',
    answer:
      'L’appareil n’a pas trouvé l’application. Vérifiez que le système et l’application sont à jour et qu’elle est activée dans les réglages, puis recommencez. Choisissez « Clé d’accès », et non « Clé de sécurité ».',
  },
  notInstalled: {
    question: 'On me dit que l’application n’est pas installée, et elle l’est',
    answer:
      'Le téléphone ne la voit pas encore. Installez-la depuis le magasin officiel, ouvrez-la une fois, activez-la dans les réglages des mots de passe et des clés d’accès, et réessayez.',
  },
  couldNotVerify: {
    question: 'On me dit : nous n’avons pas pu vérifier votre appareil',
    answer:
      'L’application n’est plus inscrite auprès de votre organisation, ou pas encore. Ouvrez-la, touchez votre compte et connectez-vous-y de nouveau. Puis réessayez.',
  },
  alreadyExists: {
    question: 'On me dit qu’une clé d’accès existe déjà',
    answer:
      'Un essai précédent est peut-être resté sur l’appareil seulement. Regardez la liste dans les informations de sécurité : si la clé d’accès y est, c’est fini. Sinon, supprimez-la dans l’application ou dans les réglages de mots de passe de l’appareil, et réessayez.',
  },
  faceTwice: {
    question: 'Face ID échoue deux fois, et la fenêtre se ferme',
    answer:
      'Rien n’est perdu. Verrouillez le téléphone et déverrouillez-le avec votre visage, pour voir si cela marche, puis recommencez. Vous pouvez aussi saisir le code du téléphone.',
  },
  devicesApart: {
    question: 'Le téléphone et l’ordinateur ne se trouvent pas',
    answer:
      'Il faut aux deux le Bluetooth et Internet, et ils doivent être tout près l’un de l’autre ; inutile de les jumeler. Coupez un VPN un moment, et scannez avec l’appareil photo du téléphone. Si votre organisation bloque le Bluetooth, créez la clé d’accès sur le téléphone même.',
  },
  onePerDevice: {
    question: 'M’en faut-il une par machine ?',
    answer:
      'Non. Une clé d’accès synchronisée est sur tous vos appareils qui ont le même compte. Celle qui reste sur un téléphone vous connecte sur tout ordinateur par le code QR. Une clé de sécurité va où vous allez. Une seconde est une bonne idée pour le jour où la première est perdue.',
  },
  lockIn: {
    question: 'Puis-je l’emporter ailleurs ? Suis-je lié à un fabricant ?',
    answer:
      'Vous n’êtes lié à aucun : vous pouvez avoir plusieurs clés d’accès côte à côte et supprimer n’importe laquelle. Les versions récentes de certaines applications de mots de passe savent remettre les clés synchronisées à une autre. Celle qui reste sur un appareil ne se copie pas, exprès ; créez-en une au nouvel endroit, et supprimez l’ancienne.',
  },
  lostPhone: {
    question: 'Et si je perds le téléphone ?',
    answer:
      'Qui le trouve ne peut pas se servir de la clé d’accès sans votre empreinte, votre visage ou votre code PIN. Connectez-vous avec une autre, ou demandez un pass à votre service d’assistance. « J’ai un nouveau téléphone », en haut de ce guide, montre la suite.',
  },
  fingerprint: {
    question: 'Mon organisation reçoit-elle mon empreinte ou mon visage ?',
    answer:
      'Non. Les deux restent sur votre appareil et ne font que déverrouiller la clé d’accès. Personne d’autre ne les voit jamais, ni nous, ni votre organisation.',
  },
  ownPhone: {
    question: 'C’est mon propre téléphone. Que voit mon organisation ?',
    answer:
      'Que vous avez une clé d’accès, de quel type, et quand vous vous connectez avec. Ni photos, ni messages, ni applications ; une clé d’accès ne donne aucun pouvoir sur le téléphone.',
  },
  workProfile: {
    question: 'Mon téléphone Android a un profil professionnel',
    answer:
      'Le profil professionnel et le côté privé sont comme deux téléphones. Créez la clé d’accès du côté où vous vous connectez ; si c’est des deux, une de chaque côté.',
  },
  samsungAsks: {
    question: 'Mon Galaxy ne propose que Samsung Pass',
    answer:
      'Les Galaxy ont un réglage pour cela : Paramètres, Gestion globale, Mots de passe, clés d’accès et saisie automatique. Choisissez le service voulu comme service préféré, puis recommencez.',
  },
  helloAsks: {
    question: 'Windows demande toujours mon code PIN, et je veux le téléphone',
    answer:
      'Windows se propose d’abord lui-même. Ne saisissez pas le code : choisissez « Utiliser un autre appareil », puis « iPhone, iPad ou appareil Android ». Après la première fois, bien des ordinateurs retiennent le téléphone.',
  },
  keyPin: {
    question: 'La clé de sécurité demande un code PIN que je n’ai jamais choisi',
    answer:
      'C’est celui de la clé, pas celui de l’ordinateur. Si elle est neuve, vous en choisissez un en chemin. Si vous l’avez oublié, il faut réinitialiser la clé, ce qui supprime les clés d’accès qu’elle garde.',
  },
  keyNotRead: {
    question: 'Mon téléphone ne lit pas la clé de sécurité',
    answer:
      'Activez le NFC et sortez le téléphone de son étui. Sur un Galaxy, une clé qui tape aussi des codes à usage unique peut gêner : désactivez ces codes dans l’application de son fabricant, ou branchez la clé.',
  },
  passExpired: {
    question: 'Mon Temporary Access Pass n’est pas accepté',
    answer:
      'Il a peut-être expiré, déjà servi, ou ne vaut pas encore. Demandez-en un autre à qui vous l’a donné, et faites toutes les étapes d’un trait.',
  },
  needPassword: {
    question: 'Ai-je encore besoin de mon mot de passe ?',
    answer:
      'Pas pour ce que la clé d’accès ouvre. Gardez-le tant que votre organisation ne dit rien d’autre ; certaines applications plus anciennes peuvent encore le demander.',
  },
}
