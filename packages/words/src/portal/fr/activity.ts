import type { PortalWords } from '../english.ts'

/** Security info, about recent activity. */
export const activity: PortalWords['activity'] = {
  title: 'Activité récente',
  lead: 'Parcourez-la de temps en temps. Si quelque chose ne vient pas de vous, dites-le : nous agissons tout de suite.',
  label: 'Ce qui est affiché',
  signIns: 'Connexions',
  changes: 'Modifications',
  outcomes: { success: 'Connexion réussie', failure: 'N’a pas marché', interrupted: 'Pas terminée' },
  methods: {
    passkey: 'clé d’accès',
    temporaryAccessPass: 'Temporary Access Pass',
    password: 'mot de passe',
    totp: 'code à usage unique',
  },
  toApp: ({ app }) => `à ${app}`,
  by: {
    you: 'par vous',
    administrator: 'par un administrateur',
    system: 'de l’extérieur, sans connexion',
    app: 'par une application',
    operator: 'par l’exploitant du serveur',
  },
  here: 'Cette session',
  said: 'Signalé par vous',
  none: 'Rien pour l’instant',
  noneLead: 'Ce qui arrive à votre compte s’affichera ici.',
  notMe: 'Ce n’était pas moi',
  notMeNamed: ({ what }) => `Ce n’était pas moi : ${what}`,
  ask: {
    title: 'Ce n’était pas vous ?',
    lead: 'Alors voici ce que nous faisons :',
    sessions: 'Toutes les autres sessions ouvertes à votre nom prennent fin.',
    method: 'Le moyen de connexion utilisé est retiré, si vous n’êtes pas en train de l’utiliser.',
    pass: 'Un Temporary Access Pass ouvert cesse de marcher.',
    helpDesk: 'Votre service d’assistance est prévenu et peut vous appeler.',
    yes: 'Ce n’était pas moi',
    no: 'C’était bien moi',
  },
  done: {
    title: 'Nous avons agi',
    ended: ({ count }) => `Autres sessions terminées : ${count}.`,
    nobody: 'Personne d’autre n’était connecté.',
    passRemoved: 'Le pass ouvert ne marche plus.',
    helpDesk: 'Votre service d’assistance est au courant.',
    removed: 'Le moyen de connexion utilisé n’existe plus.',
    signedInWithIt:
      'Vous êtes connecté avec cette même clé d’accès, elle reste donc. Si quelqu’un peut en avoir une copie, ajoutez-en une autre et supprimez celle-ci.',
    lastMethod:
      'C’est votre seul moyen de connexion, il reste donc pour l’instant. Ajoutez-en un autre, puis supprimez-le.',
    needsProof:
      'Il reste une chose : le moyen de connexion utilisé. Confirmez que c’est vous, et nous le retirons.',
    removeNow: 'Confirmer et retirer',
    passwordKnown:
      'Quelqu’un d’autre connaît votre mot de passe. Changez-le maintenant, partout où vous l’utilisez.',
    changePassword: 'Changer le mot de passe',
    addPasskey: 'Ajouter une clé d’accès',
    look: 'Voir vos moyens de connexion',
    signedOut: 'Vous êtes déconnecté ici aussi. Reconnectez-vous pour voir votre compte.',
    signIn: 'Se connecter',
    close: 'Terminé',
  },
}
