import type { PortalWords } from '../english.ts'

export const steps: PortalWords['steps'] = {
  creating: {
    thisDeviceTitle: 'Créer une clé d’accès sur cet appareil',
    thisDevice:
      'Votre appareil demande votre empreinte, votre visage ou votre code PIN. Rien de cela ne le quitte jamais.',
    otherDeviceTitle: 'Créer une clé d’accès sur un autre appareil',
    otherDevice:
      'Votre navigateur affiche un code. Scannez-le avec l’appareil photo du téléphone ou de la tablette. Bluetooth doit être activé sur les deux.',
    securityKeyTitle: 'Ajouter une clé de sécurité',
    securityKey:
      'Branchez la clé ou approchez-la de l’appareil, saisissez son code PIN et touchez-la quand elle clignote.',
    create: 'Créer la clé d’accès',
    waiting: 'Votre appareil demande où garder la clé d’accès. Suivez ses étapes.',
    another: 'Choisir un autre moyen',
    existsTitle: 'Cette clé d’accès existe déjà',
    exists:
      'L’appareil ou la clé que vous avez choisi contient déjà une clé d’accès pour ce compte, et une suffit. Elle figure dans votre liste :',
    existsReplace:
      'Pour recommencer, supprimez-la d’abord dans la liste, qui vous dira ensuite où la supprimer sur l’appareil. Ou utilisez un autre appareil.',
    nameTitle: 'Votre clé d’accès est prête',
    name: 'Donnez-lui un nom, pour la reconnaître plus tard parmi d’autres.',
    nameLabel: 'Nom',
    nameRequired: 'Donnez-lui un nom de 60 caractères au plus.',
    nameSuggestion: ({ device }) => `Clé d’accès (${device})`,
    done: 'Terminé',
  },

  progress: ({ number, total }) => `Étape ${number} sur ${total}`,
  trouble: 'Des difficultés ?',
  guide: 'Pas à pas, pour votre appareil',
  anotherWay: 'L’ajouter autrement',
  continue: 'Continuer',
  confirmFirst: 'Confirmez d’abord que c’est vous',
  confirmFirstLead:
    'Seul celui qui vient de prouver son identité ajoute un moyen de connexion. Ensuite, on continue ici.',
  confirm: 'Confirmer maintenant',
  cautions: {
    noPlatformAuthenticator: 'Cet appareil dit qu’il ne peut pas garder de clé d’accès',
    noPlatformAuthenticatorNext:
      'Configurez d’abord une empreinte, un visage ou un code PIN dans ses réglages, ou utilisez un autre appareil.',
    noHybrid: 'Ce navigateur ne peut pas interroger un téléphone',
    noHybridNext:
      'Activez le Bluetooth et réessayez, utilisez un autre navigateur, ou ouvrez cette page sur le téléphone.',
    notForBrowser: ({ name }) => `${name} n’existe pas pour ce navigateur`,
    notForBrowserNext: 'Ouvrez cette page dans Chrome, Edge, Chromium ou Firefox, sur un ordinateur.',
    notForPhone: ({ name }) => `${name} n’existe pas pour ce téléphone`,
    notForPhoneNext: 'Choisissez un autre téléphone, ou un autre moyen.',
    tooOld: 'Cet appareil est trop ancien',
    proof:
      'Votre navigateur demandera peut-être à montrer la marque et le modèle. Acceptez : votre organisation le demande.',
  },
  requirements: {
    title: 'Ce qu’il vous faut',
    lead: ({ name }) =>
      `Une clé d’accès dans ${name} reste sur votre téléphone. Cela prend environ deux minutes.`,
    iOS: ({ version }) => `Un iPhone ou un iPad avec iOS ${version} ou plus récent`,
    android: ({ version }) => `Un téléphone Android avec Android ${version} ou plus récent`,
    lock: 'Un verrouillage d’écran sur le téléphone : empreinte, visage ou code PIN',
    both: 'Le Bluetooth et Internet, sur le téléphone et sur cet appareil',
  },
  getApp: {
    title: ({ name }) => `Obtenir ${name}`,
    scan: 'Scannez le code avec l’appareil photo du téléphone, installez l’application et ouvrez-la une fois. Si vous l’avez, vérifiez qu’elle est à jour.',
    link: 'Installez l’application, ouvrez-la une fois, puis revenez ici. Si vous l’avez, vérifiez qu’elle est à jour.',
    iOS: 'Pour iPhone et iPad',
    android: 'Pour Android',
    store: 'Ouvrir la boutique',
    code: 'Un code qui mène à l’application dans la boutique',
    version: ({ version }) => `Version ${version} ou plus récente`,
    have: 'J’ai l’application',
  },
  choosePhone: {
    title: 'Quel téléphone avez-vous ?',
    iOS: 'iPhone ou iPad',
    android: 'Android',
  },
  makeProvider: {
    title: ({ name }) => `Laisser ${name} garder les clés d’accès`,
    lead: ({ name }) =>
      `À faire sur le téléphone, une fois. Il propose ensuite ${name} quand une clé d’accès est à enregistrer.`,
    which: 'Votre téléphone',
    paths: {
      iOS18: 'iOS 18 ou plus récent',
      iOS17: 'iOS 17',
      android: 'Android',
      samsung: 'Samsung',
    },
    ways: {
      iOS18: {
        first: 'Ouvrez Réglages, puis Général.',
        second: ({ name }) => `Touchez Remplissage automatique et mots de passe et activez ${name}.`,
        third: ({ name }) => `Sur la même page, sous Configurer les codes dans, choisissez ${name}.`,
      },
      iOS17: {
        first: 'Ouvrez Réglages, puis Mots de passe.',
        second:
          'Touchez Options des mots de passe et activez Préremplir mots de passe et clés d’identification.',
        third: ({ name }) =>
          `Sous Utiliser les mots de passe et clés d’identification de, choisissez ${name}.`,
      },
      android: {
        first: 'Ouvrez Paramètres, puis Mots de passe et comptes.',
        second: ({ name }) => `Sous Fournisseurs supplémentaires, activez ${name}.`,
        third: 'Si vous ne trouvez pas, cherchez clés d’accès dans les paramètres.',
      },
      samsung: {
        first: 'Ouvrez Paramètres, puis Gestion globale.',
        second: 'Touchez Mots de passe, clés d’accès et saisie automatique.',
        third: ({ name }) => `Touchez Service préféré et choisissez ${name}.`,
      },
    },
    onlyOne: 'Une seule à la fois',
    onlyOneHint: ({ name }) =>
      `Avant iOS 18, un iPhone n’utilise qu’une application de mots de passe en plus de la sienne. Choisir ${name} désactive celle que vous utilisez.`,
    done: 'C’est activé',
    picture: ({ path }) => `Un dessin des réglages du téléphone : ${path}`,
    labels: {
      settings: 'Réglages',
      general: 'Général',
      autofill: 'Remplissage auto. et mots de passe',
      setUpCodes: 'Configurer les codes dans',
      passwords: 'Mots de passe',
      passwordOptions: 'Options des mots de passe',
      autofillPasskeys: 'Préremplir mots de passe et clés',
      useFrom: 'Utiliser les mots de passe de',
      passwordsAccounts: 'Mots de passe et comptes',
      additional: 'Fournisseurs supplémentaires',
      generalManagement: 'Gestion globale',
      samsungPasswords: 'Mots de passe, clés d’accès et saisie',
      preferred: 'Service préféré',
    },
  },
  nearby: {
    title: 'Rapprochez les deux appareils',
    lead: 'Ils se trouvent par Bluetooth, pour que personne ne s’en mêle de loin.',
    bluetooth: 'Le Bluetooth est activé, ici et sur le téléphone',
    internet: 'Les deux ont accès à Internet',
    close: 'Ils sont côte à côte',
    done: 'Les deux sont prêts',
  },
  camera: {
    title: 'Scannez avec le bon appareil photo',
    lead: 'Dans un instant, cet appareil affiche un code QR.',
    iOS: 'Scannez-le avec l’app Appareil photo de l’iPhone, puis touchez le bouton jaune pour enregistrer la clé.',
    android: 'Scannez-le avec l’application photo du téléphone, puis touchez Utiliser la clé d’accès.',
    any: 'Scannez-le avec l’application photo d’origine du téléphone.',
    not: ({ name }) => `Le lecteur de ${name} ne connaît pas ce code.`,
    picture: 'Un dessin d’un téléphone qui scanne un code sur un ordinateur',
  },
  reminder: {
    title: ({ name }) => `Enregistrez-la dans ${name}`,
    here: ({ name }) =>
      `Votre téléphone demande où enregistrer la clé d’accès. Choisissez ${name}. S’il propose d’abord autre chose, touchez Autres options.`,
    there: ({ name }) =>
      `Le téléphone demande où enregistrer la clé d’accès. Choisissez ${name} et rien d’autre : votre organisation regarde où elle se trouve.`,
    understand: 'J’ai compris',
  },
  prompt: {
    provider: ({ name }) => `Créer la clé d’accès dans ${name}`,
    providerHere: ({ name }) =>
      `Votre téléphone demande l’empreinte, le visage ou le code PIN. Enregistrez la clé d’accès dans ${name}.`,
    providerThere: ({ name }) =>
      `Votre navigateur affiche un code QR. Scannez-le avec le téléphone et enregistrez la clé d’accès dans ${name}.`,
    offersHere: 'Cet ordinateur propose de l’enregistrer ici ?',
    offersHereHint:
      'Choisissez Utiliser un autre appareil ou Autres options, puis iPhone, iPad ou appareil Android.',
    arrives:
      'Vous pouvez aussi la créer vous-même sur l’autre appareil. Dès qu’elle arrive, cette page continue.',
    created: 'Créée. Un instant…',
  },
  own: {
    lead: {
      extension: ({ name }) =>
        `Une clé d’accès dans ${name} reste dans ce navigateur, sous son propre verrou.`,
      phoneApp: ({ name }) =>
        `${name} prépare votre téléphone en une fois : l’appareil, une clé d’accès et ce que votre organisation autorise d’autre.`,
      agent: ({ name }) =>
        `Une clé d’accès dans ${name} reste sur votre téléphone Linux. Cet ordinateur l’atteint par code QR et Bluetooth.`,
    },
    needs: {
      extension: 'Chrome, Edge, Chromium ou Firefox sur un ordinateur',
      phoneApp: 'Un téléphone avec iOS 17, Android 9 ou plus récent',
      agent: 'Un téléphone avec Linux et Bluetooth',
    },
    lock: {
      extension: 'Un code PIN pour l’extension, ou l’empreinte, le visage ou le code PIN de cet ordinateur',
      phoneApp: 'Un verrouillage d’écran sur le téléphone : empreinte, visage ou code PIN',
      agent: 'Un code PIN pour l’application, que vous y choisissez',
    },
    getLead: {
      extension: 'Ajoutez-la à ce navigateur, puis revenez ici. Si elle y est déjà, continuez.',
      phoneApp:
        'Ouvrez-la sur le téléphone et ajoutez-la à l’écran d’accueil. Si elle y est déjà, continuez.',
      agent: 'Installez-la sur le téléphone, puis revenez ici. Si elle y est déjà, continuez.',
    },
    getNone: 'Votre organisation l’installe. Si elle n’y est pas, demandez à votre service d’assistance.',
    open: 'Ouvrir l’adresse',
    code: 'Un code qui mène à l’application',
    account: ({ name }) => `Votre compte dans ${name}`,
    accountLead:
      'Au passage, l’appareil est enregistré auprès de votre organisation. C’est ainsi qu’il se justifie ensuite.',
    add: {
      extension:
        'Cliquez sur son symbole dans la barre du navigateur, choisissez « Ajouter un compte » et connectez-vous.',
      phoneApp:
        'Choisissez « Ajouter un compte », puis « Compte professionnel ou scolaire », et connectez-vous.',
      agent: 'Choisissez « Ajouter un compte » sur le téléphone et connectez-vous.',
    },
    there: 'Si le compte est dans la liste, il n’y a rien à faire.',
    signedOut: 'S’il est indiqué comme déconnecté, connectez-vous-y de nouveau. Rien n’est doublé.',
    accountDone: 'Mon compte y est',
    scan: ({ name }) => `Scannez avec ${name}`,
    scanHow:
      'Sur le téléphone, choisissez « Scanner un code ». L’appareil photo du téléphone ne connaît pas cet authentificateur.',
    prompt: {
      extension: ({ name }) =>
        `Une fenêtre de ${name} nomme le site et votre compte, et demande son verrou. Si c’est votre navigateur qui demande, annulez, vérifiez que l’extension est activée et réessayez.`,
      agent: ({ name }) =>
        `Votre navigateur affiche un code QR. Scannez-le avec ${name} et confirmez-y avec le code PIN.`,
    },
    inApp: 'Sur le téléphone, ouvrez votre compte dans l’application et touchez « Créer une clé d’accès ».',
    inAppWaits: 'Dès que la clé d’accès arrive, cette page continue d’elle-même.',
    inAppWhere:
      'Le téléphone la garde dans son propre lieu pour les clés d’accès, car une application web ne peut pas être ce lieu. L’application dit où elle est.',
    register: 'Enregistrer cet appareil',
    registerHint:
      'Connectez-vous de nouveau dans l’authentificateur. Cela renouvelle ce avec quoi il se justifie.',
  },
  exists: {
    at: ({ place }) =>
      `Une clé d’accès pour ce compte existe déjà sur ${place}. Supprimez-la là-bas, puis réessayez.`,
    somewhere: 'Une clé d’accès pour ce compte y existe déjà. Supprimez-la là-bas, puis réessayez.',
    yours: 'Les clés d’accès que vous avez',
  },
  refused: {
    title: 'Elle n’a pas été acceptée',
    told: 'Votre appareil a reçu l’ordre de l’oublier. S’il montre encore la clé d’accès :',
  },
  landed: {
    title: 'La clé d’accès a été enregistrée ailleurs',
    provider: ({ wanted, where }) => `Vous la vouliez dans ${wanted}. Elle est dans ${where}.`,
    proof:
      'Elle dit être là où vous la vouliez, mais rien ne le prouve. Enregistrez-y l’appareil, puis réessayez.',
    keepingSynced: ({ where }) => `Vous la vouliez sur un seul appareil. Elle est synchronisée : ${where}.`,
    keepingDevice: ({ where }) => `Vous la vouliez synchronisée. Elle reste sur un seul appareil : ${where}.`,
    placeKey: ({ where }) => `Vous la vouliez sur une clé de sécurité. Elle est dans ${where}.`,
    placeDevice: ({ where }) => `Vous ne la vouliez pas sur une clé de sécurité. Elle est sur ${where}.`,
    unknown: 'un endroit qui ne dit pas son nom',
    works: 'Elle fonctionne aussi. Vous pouvez la garder à côté de celle que vous vouliez.',
    keep: 'La garder aussi',
    retry: 'La retirer et réessayer',
    verified: 'Vérifié',
    verifiedIn: ({ name }) => `Elle est dans ${name}.`,
  },
}
