import type { PortalWords } from '../english.ts'

export const methods: PortalWords['methods'] = {
  rows: {
    title: 'Moyens de connexion',
    add: 'Ajouter un moyen de connexion',
    manage: 'Gérer',
    manageNamed: ({ name }) => `Gérer ${name}`,
    change: 'Modifier',
    set: 'Définir',
    remove: 'Retirer',
    onThisDeviceOnly: 'Sur un seul appareil',
    synced: 'Synchronisée',
    mayBeSynced: 'Synchronisation possible',
    dormant: 'Inutilisable pour l’instant',
    dormantKept: 'Elle est conservée et fonctionnera de nouveau quand les règles l’autoriseront.',
    notYetFull:
      'Compte pour un seul facteur tant que votre appareil n’a pas confirmé avec elle que c’est vous',
    never: 'Pas encore utilisé',
    added: 'Ajout :',
    lastUsed: 'Dernière utilisation :',
    from: ({ place }) => `depuis ${place}`,
    password: 'Mot de passe',
    changed: 'Modification :',
    codes: 'Codes à usage unique',
    pass: 'Temporary Access Pass',
    passUntil: 'Valable jusqu’au',
    passOnce: 'Valable une fois',
    none: 'Vous n’avez encore aucun moyen de connexion.',
  },
  advice: {
    firstTitle: 'Ajoutez une clé d’accès tant que vous le pouvez',
    first:
      'Rien ici ne vous assure encore un accès durable. Avec une clé d’accès, vous vous connecterez avec votre empreinte, votre visage ou votre code PIN.',
    secondTitle: 'Une seule clé d’accès, c’est trop peu',
    second:
      'Si vous perdez l’appareil qui la contient, vous ne pourrez plus entrer. Ajoutez-en une deuxième, sur un téléphone ou une clé de sécurité.',
    add: 'Ajouter une clé d’accès',
  },
  model: {
    unknown: 'Clé d’accès',
    claimed: 'selon l’appareil, sans preuve',
    proven: 'prouvé par le fabricant',
  },
  approvals: {
    about: 'Confirme les connexions par un nombre',
    badge: 'Application Authenticator',
    removed: 'Retiré',
    removeTitle: ({ name }) => `Retirer « ${name} » de vos moyens de connexion ?`,
    removeReason:
      'L’appareil reste enregistré et garde ses clés d’accès. Il ne confirme plus aucune connexion.',
    browsers: 'Navigateurs mémorisés',
    browsersLead:
      'Dans ces navigateurs, où vous vous êtes connecté avec une clé d’accès, une confirmation dans Authenticator suffit, sans mot de passe.',
    browserUnknown: 'Un navigateur',
    forget: 'Oublier',
    forgotten: 'Navigateur oublié',
  },
  preferred: {
    title: 'Moyen de connexion par défaut',
    reason: 'Ce que nous demandons en premier. Vous pouvez toujours en choisir un autre.',
    label: 'Me demander d’abord',
    system:
      'Votre organisation demande d’abord le meilleur moyen que vous avez. Vous pouvez toujours en choisir un autre.',
    none: 'ce qui convient le mieux',
    passkey: 'une clé d’accès',
    push: 'une confirmation dans Authenticator',
    password: 'mon mot de passe',
    save: 'Enregistrer',
    saved: 'Enregistré.',
  },

  lead: 'Comment vous vous connectez, et ce que votre organisation demande.',
  syncedBy: ({ name }) => `Synchronisée par ${name}`,
  lastWay: 'Votre seul moyen de connexion : ajoutez-en d’abord un autre.',
  requirement: {
    title: 'Ce que votre organisation demande',
    strengths: {
      singleFactor: 'N’importe quel moyen de connexion',
      multiFactor: 'Deux facteurs : une clé d’accès, ou un mot de passe et un code à usage unique',
      passwordless: 'Une connexion sans mot de passe, par exemple avec une clé d’accès',
      phishingResistant: 'Une clé d’accès : rien qu’une fausse page puisse vous demander',
    },
    have: 'Vous l’avez',
    missing: 'Pas encore configuré',
    missingHint: 'Ajoutez une clé d’accès maintenant, pendant que vous êtes connecté.',
  },
  unfinished: {
    title: 'Inachevé',
    lead: 'Une clé d’accès a été commencée ici et n’est jamais arrivée. Votre appareil l’a peut-être gardée : supprimez-la là-bas pour qu’elle ne gêne pas, puis réessayez.',
    kinds: {
      'this-device': 'Clé d’accès sur cet appareil',
      'other-device': 'Clé d’accès sur un autre appareil',
      'security-key': 'Clé de sécurité',
      provider: 'Clé d’accès dans une application',
    },
    cleanUp: {
      'this-device':
        'Si cet appareil la garde : cherchez ce site parmi ses mots de passe et clés d’accès, et supprimez-la.',
      'other-device':
        'Si le téléphone ou la tablette la garde : cherchez ce site parmi ses mots de passe et clés d’accès, et supprimez-la.',
      'security-key':
        'Si la clé la garde : supprimez l’entrée de ce site dans les réglages du navigateur ou du fabricant pour les clés de sécurité.',
      provider: 'Si l’application la garde : ouvrez-la, cherchez ce compte et supprimez-y la clé d’accès.',
    },
    retry: 'Réessayer',
    dismiss: 'Écarter',
    dismissNamed: ({ name }) => `Écarter : ${name}`,
  },
  manageHint: 'La voir, la renommer ou la supprimer',
}
