import type { Words } from '../../words.ts'

/** The sign-in pages. */
export const signInWords: Words['signIn'] = {
  title: 'Se connecter',
  to: ({ app }) => `pour accéder à ${app}`,
  name: {
    label: 'Adresse e-mail professionnelle ou nom d’utilisateur',
    placeholder: 'nom@example.com',
    options: 'Options de connexion',
    required: 'Saisissez le nom avec lequel vous vous connectez.',
  },
  as: 'Vous vous connectez avec',
  notYou: 'Utiliser un autre compte',
  passkey: {
    title: 'Utilisez votre clé d’accès',
    ready:
      'Votre appareil va demander votre empreinte, votre visage, votre code PIN ou votre clé de sécurité.',
    retry: 'Réessayer',
    signingIn: 'Connexion en cours…',
    withoutName: 'Choisissez la clé d’accès que propose votre appareil. Inutile de saisir un nom.',
    proveAgain: 'Confirmez que c’est bien vous',
    proveAgainReason: 'Confirmez avec votre clé d’accès, et vous pourrez continuer.',
  },
  help: {
    title: 'Il ne se passe rien ?',
    intro: 'Si votre clé d’accès est sur un téléphone ou un autre appareil :',
    bluetooth:
      'Bluetooth est activé sur les deux appareils, et ils sont proches l’un de l’autre. Aucun jumelage n’a lieu.',
    camera:
      'Scannez le code avec l’appareil photo du téléphone, pas avec le lecteur de codes QR d’une autre application.',
    system: ({ iOS, android }) =>
      `Le téléphone a iOS ${iOS} ou Android ${android}, ou plus récent, et les deux appareils sont en ligne.`,
    provider:
      'Dans les réglages du téléphone, l’application qui garde votre clé d’accès est activée comme fournisseur de mots de passe et de clés d’accès.',
    thisDevice:
      'Si la clé d’accès est sur cet appareil, fermez les autres fenêtres de clé d’accès et réessayez.',
    lookUp: 'Votre appareil affiche un message ? Cherchez-le ici',
  },
  password: {
    title: 'Saisissez votre mot de passe',
    label: 'Mot de passe',
    submit: 'Se connecter',
    required: 'Saisissez votre mot de passe.',
  },
  pass: {
    title: 'Saisissez votre Temporary Access Pass',
    label: 'Temporary Access Pass',
    hint: 'Votre service d’assistance ou un administrateur vous le donne. Il est valable peu de temps.',
    submit: 'Se connecter',
    required: 'Saisissez le Temporary Access Pass que vous avez reçu.',
    show: 'Afficher',
    hide: 'Masquer',
  },
  code: {
    title: 'Saisissez le code',
    label: 'Code de votre application d’authentification',
    hint: 'Six chiffres, qui changent toutes les trente secondes.',
    submit: 'Vérifier',
    required: 'Saisissez les six chiffres qu’affiche votre application.',
  },
  approve: {
    title: 'Confirmez la connexion',
    lead: 'Ouvrez Authenticator et saisissez-y ce nombre.',
    on: ({ devices }) => `La demande s’affiche sur : ${devices}.`,
    number: 'Nombre à saisir',
    asking: 'Nous interrogeons votre appareil…',
    waiting: 'Nous attendons votre réponse. Cette page continue d’elle-même.',
    noNotification: 'Pas de notification ? Ouvrez Authenticator : la demande s’y affiche aussi.',
    again: 'Demander à nouveau',
    cannot: 'Je ne peux pas utiliser Authenticator pour l’instant',
  },
  options: {
    title: 'Options de connexion',
    passkey: 'Visage, empreinte, code PIN ou clé de sécurité',
    passkeyHint: 'Utilisez une clé d’accès. Inutile de saisir un nom.',
    otherDevice: 'Une clé d’accès sur un autre appareil',
    otherDeviceHint: 'Scannez un code avec votre téléphone.',
  },
  anotherWay: {
    link: 'Se connecter autrement',
    title: 'Comment voulez-vous vous connecter ?',
    passkey: 'Visage, empreinte, code PIN ou clé de sécurité',
    passkeyHint: 'Une clé d’accès sur cet appareil ou une clé de sécurité',
    otherDevice: 'Une clé d’accès sur un autre appareil',
    otherDeviceHint: 'Scannez un code avec votre téléphone',
    password: 'Mot de passe',
    passwordHint: 'Et un code, si votre organisation le demande',
    pass: 'Temporary Access Pass',
    passHint: 'Un code donné par votre service d’assistance',
    code: 'Code d’une application d’authentification',
    codeHint: 'Six chiffres, dans l’application de votre téléphone',
    approve: 'Confirmer sur un appareil',
    approveHint: 'Saisissez un nombre dans Authenticator, sur votre téléphone',
    none: 'Rien de tout cela ne convient ? Votre service d’assistance peut vous donner un Temporary Access Pass.',
    askForPass: 'Rien de tout cela ne marche ? Demander un pass',
  },
  stronger: {
    title: 'Une connexion plus sûre est nécessaire',
    cannotTitle: 'Vous ne pouvez pas encore vous connecter ainsi',
    asked: ({ app, strength }) => `${app} demande : ${strength}.`,
    askedHere: ({ strength }) => `Cette page demande : ${strength}.`,
    have: ({ proven }) => `Jusqu’ici, vous avez utilisé : ${proven}.`,
    noWay:
      'Rien dans votre compte ne suffit pour cela. Votre service d’assistance peut vous donner un Temporary Access Pass, avec lequel vous pourrez ajouter une clé d’accès.',
    ways: 'Vous pouvez continuer avec :',
    another: 'Se connecter avec un autre compte',
    otherPerson: 'Vous êtes connecté avec un autre compte que celui auquel cette page était destinée.',
  },
  blocked: {
    title: 'Vous ne pouvez pas aller plus loin',
    rule: 'Une règle de votre organisation n’autorise pas cette connexion. Cela peut tenir à l’application, au lieu où vous êtes ou à votre appareil.',
    device:
      'Votre organisation demande un appareil qu’elle gère, et rien dans cette connexion n’en a prouvé un. Ce qui le prouve est une clé d’accès de Latchkey Authenticator dans ce navigateur même, une fois l’appareil inscrit et déclaré conforme par votre organisation. Une clé d’accès sur un téléphone, ou synchronisée, ne le prouve pas.',
    terms:
      'Votre organisation ne laisse entrer que les personnes qui acceptent ses conditions d’utilisation, et vous ne les avez pas acceptées.',
    next: 'Si vous pensez que l’accès devrait vous être ouvert, donnez ce numéro à votre service d’assistance :',
    again: 'Réessayer',
    another: 'Se connecter avec un autre compte',
  },
  terms: {
    title: 'Conditions d’utilisation',
    reason: ({ name }) => `Pour continuer, lisez et acceptez « ${name} ».`,
    read: 'Lire le texte',
    accept: 'Accepter',
    decline: 'Refuser',
  },
  strengths: {
    none: 'n’importe quelle connexion',
    singleFactor: 'une connexion à un facteur',
    multiFactor: 'une connexion à deux facteurs, ou une clé d’accès',
    passwordless: 'une connexion sans mot de passe',
    phishingResistant: 'une clé d’accès',
  },
  methods: {
    passkey: 'clé d’accès',
    temporaryAccessPass: 'Temporary Access Pass',
    password: 'mot de passe',
    totp: 'code à usage unique',
    push: 'une confirmation sur un appareil',
    passwordlessPush: 'une confirmation sans mot de passe',
  },
  secure: {
    title: 'Protégez votre compte',
    reason:
      'Créez une clé d’accès maintenant. La prochaine fois, vous vous connecterez avec votre empreinte, votre visage ou votre code PIN : rien à retenir, rien à voler.',
    pointFast: 'Plus rapide : un geste au lieu d’une saisie',
    pointSafe: 'Plus sûre : elle ne fonctionne que sur le vrai site',
    pointPrivate: 'Votre empreinte ou votre visage ne quitte jamais votre appareil',
    create: 'Créer une clé d’accès',
    otherDevice: 'La créer sur un téléphone ou une clé',
    guide: 'Pas à pas, pour votre appareil',
    waiting: 'Votre appareil demande où garder la clé d’accès. Suivez ses étapes.',
    needed: 'Il vous en faut une pour continuer.',
  },
  secureIn: {
    reason: ({ name }) => `Votre organisation demande une clé d’accès dans ${name}.`,
    what: 'Une clé d’accès ne quitte jamais l’appareil qui la garde. Vous l’ouvrez avec votre empreinte, votre visage ou votre code PIN, et elle ne sert que sur le vrai site.',
    need: 'Ce qu’il vous faut',
    iOS: ({ version }) => `Un iPhone ou un iPad avec iOS ${version} ou plus récent`,
    android: ({ version }) => `Un téléphone avec Android ${version} ou plus récent`,
    browser: 'Chrome, Edge, Chromium ou Firefox sur un ordinateur',
    linuxPhone: 'Un téléphone sous Linux avec Bluetooth',
    lock: 'Un verrouillage d’écran sur le téléphone',
    both: 'Bluetooth et Internet, sur le téléphone et sur cet appareil',
    get: ({ name }) => `Obtenir ${name}`,
    forIOS: 'Pour iPhone et iPad',
    forAndroid: 'Pour Android',
    open: 'Ouvrir l’adresse',
    code: ({ phone }) => `Un code à scanner : ${phone}`,
    installed: 'Votre organisation l’installe. Si elle n’y est pas, demandez à votre service d’assistance.',
    next: 'Suivant',
    save: ({ name }) => `Enregistrez-la dans ${name}`,
    nearby: 'Activez le Bluetooth sur les deux et placez-les côte à côte.',
    camera: ({ name }) =>
      `Scannez le code avec l’application photo du téléphone, non avec le lecteur de ${name}.`,
    ownScan: ({ name }) => `Scannez le code avec ${name}.`,
    choose: ({ name }) =>
      `Quand on demande où enregistrer la clé d’accès, choisissez ${name} et rien d’autre.`,
    window: ({ name }) =>
      `Une fenêtre de ${name} le demande. Si c’est votre navigateur, annulez et vérifiez que l’extension est activée.`,
    create: ({ name }) => `Créer la clé d’accès dans ${name}`,
    securityKey: 'Utiliser une clé de sécurité',
    verified: ({ name }) => `Vérifié : elle est dans ${name}.`,
    elsewhere: ({ wanted, where }) =>
      `Elle devait être dans ${wanted}. Elle est dans ${where}. Elle sert aussi là ; vous pouvez la supprimer dans les informations de sécurité.`,
    unknown: 'un lieu qui ne dit pas son nom',
  },
  second: {
    title: 'Ajoutez une deuxième clé d’accès',
    reason:
      'Votre seule clé d’accès est sur un appareil. S’il est perdu, il faudra attendre le service d’assistance pour entrer. En ajouter une prend une minute.',
    hereTitle: 'Ajouter une clé d’accès sur cet ordinateur',
    hereReason:
      'Vous vous êtes connecté avec votre téléphone. Avec une clé d’accès sur cet ordinateur, vous n’en aurez plus besoin, et vous en aurez une deuxième si le téléphone est perdu.',
    here: 'L’ajouter sur cet appareil',
  },
  nameIt: {
    title: 'Votre clé d’accès est prête',
    reason: 'Donnez-lui un nom, pour la reconnaître plus tard parmi d’autres.',
    label: 'Nom',
    required: 'Donnez-lui un nom de 60 caractères au plus.',
    suggestion: ({ device }) => `Clé d’accès (${device})`,
    suggestionUnknown: 'Ma clé d’accès',
    done: 'Terminé',
  },
  asDefault: {
    title: 'Toujours vous connecter ainsi ?',
    reason:
      'Vous venez de vous connecter avec une clé d’accès. Désormais, nous pouvons la demander en premier, partout où elle est disponible.',
    yes: 'Oui, demander d’abord ma clé d’accès',
  },
  stay: {
    title: 'Rester connecté ?',
    reason:
      'Vous aurez alors à vous connecter moins souvent dans ce navigateur. Répondez non si d’autres personnes utilisent cet ordinateur.',
  },
  signedOut: {
    title: 'Vous êtes déconnecté',
    reason: 'Si d’autres personnes utilisent cet ordinateur, mieux vaut fermer les fenêtres du navigateur.',
    again: 'Se reconnecter',
  },
  signOut: {
    title: 'Se déconnecter ?',
    reason: 'Vous serez déconnecté dans ce navigateur.',
    submit: 'Se déconnecter',
  },
  inApp: {
    title: 'Ouvrez cette page dans votre navigateur',
    reason: ({ app }) =>
      `Vous avez ouvert cette page dans ${app}. Les clés d’accès n’y fonctionnent pas, mais elles fonctionnent dans votre navigateur.`,
    someApp: 'une autre application',
    openSafari: 'Ouvrir dans Safari',
    openChrome: 'Ouvrir dans Chrome',
    copy: 'Copier le lien',
    copyHint: 'Collez-le ensuite dans la barre d’adresse de votre navigateur. Le lien est valable une heure.',
    anyway: 'Continuer ici sans clé d’accès',
  },
  announce: {
    prompt: 'Votre navigateur demande votre clé d’accès.',
  },
}
