import type { CentreWords } from '../english.ts'

export const methods: CentreWords['methods'] = {
  title: 'Méthodes d’authentification',
  lead: 'Les façons de se connecter, et pour qui. Chaque modification est vérifiée avant d’être faite : personne n’est exclu sans que vous le sachiez.',
  state: { enabled: 'Activé', disabled: 'Désactivé' },
  change: 'Modifier',
  changeNamed: (values: { readonly name: string }) => `Modifier : ${values.name}`,
  isOn: (values: { readonly name: string }) => `Utilisation possible : ${values.name}`,
  nothingChanged: 'Rien n’a encore été modifié.',
  everybody: 'tout le monde',
  for: (values: { readonly who: string }) => `Pour ${values.who}.`,
  forExcept: (values: { readonly who: string; readonly except: string }) =>
    `Pour ${values.who}, sauf ${values.except}.`,
  forNobody: 'Pour personne encore.',
  names: {
    Fido2: {
      name: 'Clés d’accès',
      about:
        'Une empreinte, un visage ou un code PIN sur un appareil, ou une clé de sécurité. Personne ne peut les soutirer.',
    },
    TemporaryAccessPass: {
      name: 'Temporary Access Pass',
      about:
        'Un code de courte durée, donné par l’administration : pour la première connexion et après une perte.',
    },
    SoftwareOath: {
      name: 'Codes à usage unique',
      about: 'Six chiffres d’une application, en plus d’un mot de passe. On peut les soutirer.',
    },
    MicrosoftAuthenticator: {
      name: 'Confirmations sur un téléphone',
      about:
        'Sur leur téléphone, les personnes saisissent un nombre affiché par la page de connexion. Une page qui imite la vôtre peut l’afficher aussi.',
    },
  },
  who: {
    card: 'Si oui, et pour qui',
    title: 'Pour qui',
    everybody: 'Tout le monde',
    everybodyAbout: 'Toutes les personnes de l’organisation.',
    groups: 'Certains groupes',
    groupsAbout: 'Seulement les personnes des groupes choisis.',
    in: 'Ces groupes',
    out: 'Sauf ces groupes',
    addEverybody: 'Ajouter tout le monde',
    addGroup: 'Ajouter un groupe',
  },
  passkeys: {
    basics: 'Si oui, et par qui',
    selfService: 'Chacun ajoute ses clés d’accès',
    selfServiceHint: 'Sinon, seule l’administration en ajoute.',
    who: 'Qui peut avoir lesquelles',
    whoLead:
      'Une clé d’accès est bienvenue si elle convient à un profil d’un groupe dont fait partie la personne.',
    lastProfile: 'Un profil doit rester.',
    broken: 'Quand un modèle se révèle défaillant',
    brokenLead:
      'Les métadonnées FIDO signalent les modèles qu’on peut copier ou tromper. Vous en êtes toujours averti.',
    brokenQuestion: 'Que se passe-t-il à la connexion suivante avec une telle clé d’accès ?',
    answers: {
      alert: {
        label: 'Rien de plus',
        about: 'L’administration est avertie et chacun se connecte comme avant.',
      },
      stepUp: { label: 'Elle compte pour un facteur', about: 'Autre chose est demandé en plus.' },
      block: {
        label: 'Elle est refusée',
        about: 'Sauf à qui n’a pas d’autre moyen d’entrer : elle reste valable jusqu’à ce qu’il y en ait un.',
      },
    },
  },
  profiles: {
    title: 'Profils de clés d’accès',
    lead: 'Chacun dit quelle sorte de clé d’accès est bienvenue. Les groupes en reçoivent un ou plusieurs.',
    add: 'Nouveau profil',
    unused: 'donné à personne',
    pageLead: 'Une clé d’accès convient si sa sorte, son modèle et ce qu’elle prouve conviennent.',
    takes: {
      deviceBound: 'Clés d’accès qui restent sur un appareil.',
      synced: 'Clés d’accès synchronisées.',
      both: 'Clés d’accès des deux sortes.',
      anyModel: 'N’importe quel modèle.',
      allow: (values: { readonly count: number }) =>
        values.count === 1 ? 'Un seul modèle.' : `Seulement ${values.count} modèles.`,
      block: (values: { readonly count: number }) =>
        values.count === 1 ? 'Tous les modèles sauf un.' : `Tous les modèles sauf ${values.count}.`,
      proven: 'Le modèle doit être prouvé.',
      unproven: 'Le modèle n’a pas à être prouvé.',
    },
    kind: 'Quelle sorte',
    name: 'Nom du profil',
    nameRequired: 'Donnez un nom au profil.',
    types: 'Quelles clés d’accès conviennent',
    typeChoices: {
      deviceBound: {
        label: 'Sur cet appareil seulement',
        about:
          'Elles ne peuvent pas être copiées. Qui perd l’appareil a besoin d’une autre clé d’accès ou d’un pass.',
      },
      synced: {
        label: 'Synchronisées',
        about:
          'Elles reviennent d’elles-mêmes sur un nouveau téléphone. Qui entre dans le compte où elles sont gardées les a aussi.',
      },
      both: { label: 'Les deux', about: 'Chacun choisit.' },
    },
    proof: 'Ce qu’elles prouvent',
    proofLead: 'Sans preuve, un modèle n’est que ce qu’un appareil dit de lui-même.',
    attestation: 'Les clés d’accès doivent prouver leur modèle',
    attestationHint:
      'Demandé à l’ajout d’une clé d’accès. Celles qui existent restent valables, quoi qu’elles aient prouvé.',
    leastEvidence: 'Le minimum à prouver',
    leastEvidenceHint: 'Où se trouve la clé, dans la mesure où son fabricant s’en porte garant.',
    evidence: {
      software: 'Un programme que nous connaissons',
      tpm: 'La puce d’un ordinateur (TPM), ou mieux',
      hardware: 'Une puce faite pour les clés',
    },
    syncedNeverProves: 'Les clés d’accès synchronisées ne prouvent rien aujourd’hui',
    syncedNeverProvesLead: 'Si ceci est coché, aucune d’elles ne peut être ajoutée.',
    models: 'Quels modèles',
    modelsLead:
      'Choisis par noms de produits. Les clés d’accès qui ne conviennent plus s’endorment ; elles se réveillent quand elles conviennent à nouveau.',
    modelsQuestion: 'Modèles qui conviennent',
    modelChoices: {
      any: { label: 'Tous les modèles', about: 'Quoi que les gens possèdent.' },
      allow: { label: 'Seulement ceux-ci', about: 'Tout le reste est refusé.' },
      block: { label: 'Tous sauf ceux-ci', about: 'Pour les modèles que vous ne voulez pas.' },
    },
    allowed: 'Modèles autorisés',
    blocked: 'Modèles refusés',
    modelsRequired: 'Choisissez au moins un modèle : sans cela, aucune clé d’accès ne conviendrait.',
    unproven: 'Cette liste croit ce que les appareils disent d’eux-mêmes',
    unprovenLead:
      'N’importe quoi peut prétendre être n’importe quel modèle. Demandez une preuve si cela compte.',
    defaultStays: 'Le profil par défaut reste toujours.',
    usedStays: 'Il est donné à quelqu’un : retirez-le d’abord.',
    removed: 'Le profil a été retiré.',
    gone: 'Ce profil n’existe plus',
    goneLead: 'Quelqu’un l’a retiré entre-temps.',
  },
  passes: {
    title: 'Combien de temps, et combien de fois',
    lead: 'Durées en minutes. Qui délivre un pass choisit entre ces limites.',
    defaultLifetimeInMinutes: 'Durée si personne ne dit autre chose',
    minimumLifetimeInMinutes: 'Durée la plus courte',
    maximumLifetimeInMinutes: 'Durée la plus longue',
    defaultLength: 'Longueur en caractères',
    often: 'Combien de fois un pass sert',
    either: 'Qui le délivre choisit',
    eitherAbout: 'Une fois, ou autant que nécessaire tant qu’il dure.',
    once: 'Toujours une fois',
    onceAbout: 'La première connexion l’épuise.',
  },
  approvals: {
    title: 'Comment une connexion est confirmée',
    lead: 'Le nombre est toujours saisi sur le téléphone. Une confirmation ne résiste jamais à l’hameçonnage et ne change aucun moyen de connexion.',
    mode: 'Quand on confirme',
    modes: {
      push: {
        label: 'Après un mot de passe',
        about: 'Les deux ensemble forment une authentification multifacteur.',
      },
      deviceBasedPush: {
        label: 'À la place d’un mot de passe',
        about: 'Seulement dans un navigateur mémorisé après une connexion qui résiste à l’hameçonnage.',
      },
      any: { label: 'L’un ou l’autre', about: 'Selon ce que propose le navigateur de la personne.' },
    },
    mixed: 'Actuellement, cela varie selon les groupes. Votre choix ici vaut pour tous.',
    administrators: 'Les administrateurs aussi, sans mot de passe',
    administratorsHint: 'Sinon, quiconque a un rôle n’entre pas avec une confirmation seule.',
    administratorsUnavailable: 'Seulement là où l’on confirme à la place d’un mot de passe.',
    shown: 'Ce que montre le téléphone',
    shownLead: 'Qui voit de quoi il s’agit confirme moins souvent la connexion d’un autre.',
    app: 'L’application',
    appHint: 'Celle à laquelle on se connecte.',
    place: 'Le lieu',
    placeHint: 'L’adresse réseau, et le pays sur une carte.',
  },
  systems: {
    title: 'Systèmes les plus anciens',
    lead: 'À partir de quelle version d’un système les personnes sont guidées vers chaque endroit pour clés d’accès. Ce que vous laissez vide est ce que nous savons.',
    knownVersion: (values: { readonly version: string }) => `Nous savons : ${values.version}.`,
    anyVersion: 'Nous savons : toute version.',
    noVersion: 'Une version se compose de nombres et de points, par exemple 17.4.',
    providers: {
      authenticator: 'Clés d’accès dans une application d’authentification',
      icloudKeychain: 'Mots de passe d’Apple',
      googlePasswordManager: 'Gestionnaire de mots de passe de Google',
      samsungPass: 'Samsung Pass',
      windowsHello: 'Windows Hello',
      securityKey: 'Clés de sécurité',
    },
    systems: { iOS: 'iPhone et iPad', android: 'Android', macOS: 'Mac', windows: 'Windows', linux: 'Linux' },
  },
  providers: {
    title: 'Applications pour clés d’accès',
    lead: 'Applications qui gardent des clés d’accès sur les téléphones. Qui ajoute une clé d’accès y est guidé pas à pas, et le résultat est vérifié.',
    open: 'Voir les applications',
    add: 'Décrire une application',
    none: 'Aucune application n’est encore décrite',
    noneLead: 'Dites son nom, les modèles qu’elle fait et où l’obtenir, et les personnes y sont guidées.',
    models: (values: { readonly count: number }) =>
      values.count === 1 ? 'Un modèle' : `${values.count} modèles`,
    from: (values: { readonly system: string; readonly version: string }) =>
      `${values.system} à partir de ${values.version}`,
    systems: { iOS: 'iPhone', android: 'Android' },
    pageLead: 'Ce que vous écrivez ici est ce que les personnes lisent pendant l’installation.',
    what: 'Ce que c’est',
    name: 'Nom de l’application',
    nameHint: 'Tel qu’on le trouve sur le téléphone.',
    nameRequired: 'Donnez un nom à l’application.',
    itsModels: 'Les modèles de ses clés d’accès',
    modelsRequired:
      'Choisissez au moins un modèle : c’est à lui que nous voyons qu’une clé d’accès y est arrivée.',
    isFor: (values: { readonly system: string }) => `Elle existe pour ${values.system}`,
    store: 'Où l’obtenir',
    storeHint: 'L’adresse dans la boutique, commençant par https://.',
    storeRequired: 'Saisissez une adresse qui commence par https://.',
    least: (values: { readonly system: string }) => `À partir de quelle version de ${values.system}`,
    leastHint: 'Par exemple 17.',
    versionRequired: 'Saisissez une version, par exemple 17 ou 17.4.',
    appVersion: 'À partir de quelle version de l’application',
    appVersionHint: 'Laissez vide si toutes conviennent.',
    systemRequired: 'Choisissez au moins une sorte de téléphone',
    gone: 'Cette application n’est plus décrite',
    removeTitle: (values: { readonly name: string }) => `Retirer ${values.name} ?`,
    removeLead: 'Plus personne n’y est guidé. Les clés d’accès existantes restent.',
    removed: 'L’application n’est plus décrite.',
  },
  own: {
    title: 'Latchkey Authenticator',
    lead: 'Nos propres authentificateurs. Aucun n’est proposé avant votre décision : on ne doit être mené qu’à ce que vous avez distribué, et ils prouvent qu’un appareil enregistré a créé la clé d’accès, non qu’un matériel la garde. Ce que les règles autorisent ne change pas.',
    about: {
      extension:
        'Dans le navigateur, sur ordinateur. Distribuez-le par la stratégie de vos navigateurs ou un magasin.',
      phoneApp:
        'Une application web sur ce serveur, pour tout téléphone. Le téléphone garde les clés d’accès dans son propre lieu.',
      agent: 'Pour les téléphones sous Linux. Il répond à tout navigateur par code QR et Bluetooth.',
    },
    address: 'Où l’obtenir',
    addressHint: 'Une adresse qui commence par https://. Laissez vide si vous l’installez vous-même.',
  },
}
