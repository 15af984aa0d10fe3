import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about its extension for browsers, in French. */
export const extension: AuthenticatorWords['extension'] = {
  welcome: 'Se connecter depuis ce navigateur',
  welcomeLead:
    'Ajoutez votre compte professionnel, et une clé d’accès de ce navigateur vous connectera désormais.',
  welcomeAgain:
    'S’il y était déjà, ce profil est nouveau. Connectez-vous autrement pour l’ajouter de nouveau, et supprimez l’ancienne clé d’accès dans les informations de sécurité.',
  addAccount: 'Ajouter un compte',
  accounts: 'Comptes',
  passkeysHere: 'Clés d’accès dans ce navigateur',
  noPasskey: 'Aucune clé d’accès ici pour l’instant',
  elsewhere: ({ count }) => `${count} de plus ailleurs`,
  added: ({ when }) => `Ajoutée ${when}`,
  used: ({ when }) => `Utilisée en dernier ${when}`,
  createPasskey: 'Créer une clé d’accès',
  securityInfo: 'Informations de sécurité',
  settings: 'Déverrouillage et réglages',
  removePasskey: ({ name }) => `Supprimer la clé d’accès ${name}`,
  removePasskeyTitle: ({ name }) => `Supprimer ${name} ?`,
  removePasskeyLead:
    'Elle est supprimée ici et chez votre organisation en même temps. Elle ne peut pas être rétablie.',
  delete: 'Supprimer',
  deleted: 'La clé d’accès a été supprimée, ici et chez votre organisation.',
  removeAccount: ({ name }) => `Retirer ${name}`,
  removeAccountTitle: ({ name }) => `Retirer ${name} de ce navigateur ?`,
  removeAccountLead:
    'Son inscription prend fin et ses clés d’accès sont supprimées, ici et chez votre organisation. Si l’une d’elles est votre seul accès, rien n’est fait.',
  removeHere: 'Retirer de ce navigateur seulement',
  removeHereLead:
    'Votre organisation n’a pas pu être avertie. L’assistance peut retirer ce navigateur de votre compte.',
  keep: 'Garder',
  active: 'Inscrit',
  activeUntil: ({ when }) => `Inscrit jusqu’au ${when}`,
  revoked: 'Plus inscrit',
  revokedLead:
    'Votre organisation a retiré ce navigateur de votre compte. Ses clés d’accès ne connectent plus.',
  expired: 'Inscription expirée',
  expiredLead:
    'Vos clés d’accès fonctionnent encore. Pour en créer une autre, inscrivez de nouveau ce navigateur.',
  tooOld: 'Mettez l’extension à jour',
  tooOldLead: ({ least }) =>
    `Votre organisation demande la version ${least} ou plus récente avant qu’une autre clé d’accès soit créée ici.`,
  registerAgain: 'Inscrire de nouveau',
  lost: 'Les clés de ce navigateur ont disparu',
  lostLead:
    'Connectez-vous autrement et inscrivez-vous de nouveau. Supprimez dans les informations de sécurité les clés d’accès qui étaient ici.',
  unreachable: 'Votre organisation est injoignable',
  unreachableLead: 'Vous voyez l’état de la dernière fois.',
  permissionTitle: 'Ce site est désactivé pour l’extension',
  permissionLead: 'Autorisez-le, sinon les clés d’accès ne sont pas proposées.',
  allow: 'Autoriser',
  cleaned: 'Nous avons fait le ménage',
  cleanedPasskey: ({ name }) =>
    `La clé d’accès de ${name} n’existe plus chez votre organisation, elle a donc été supprimée ici.`,
  addTitle: 'Ajouter votre compte',
  addLead: 'Connectez-vous une fois, et ce navigateur est inscrit chez votre organisation.',
  address: 'Adresse de connexion de votre organisation',
  addressHint: 'Par exemple login.example.com. Votre assistance la connaît.',
  addressWrong: 'Ce n’est pas l’adresse d’un site.',
  addressNotAllowed: 'Votre organisation n’autorise ici que sa propre adresse.',
  permissionRefused: 'Sans votre autorisation pour cette adresse, rien ne peut être ajouté.',
  thisBrowser: 'Nom de ce navigateur',
  thisBrowserHint: 'Vous le reconnaîtrez ainsi dans les informations de sécurité.',
  signIn: 'Se connecter',
  signingIn: 'Connectez-vous dans l’onglet ouvert',
  signingInLead: 'Cette page continue d’elle-même dès que vous y avez terminé.',
  registering: 'Inscription de ce navigateur …',
  notFinished: 'La connexion n’a pas été terminée',
  notFinishedLead: 'L’onglet a été fermé, ou votre organisation a refusé. Rien n’a été ajouté.',
  registered: 'Ce navigateur est inscrit',
  registeredLead: ({ name, organisation }) => `${name} chez ${organisation}`,
  makePasskeyTitle: 'Créez maintenant votre clé d’accès',
  makePasskeyLead: 'Elle vous connecte depuis ce navigateur, avec votre code PIN au lieu d’un mot de passe.',
  later: 'Plus tard',
  creating: 'Création …',
  doneTitle: 'Votre compte a été ajouté',
  doneLead: 'Fermez cet onglet. L’Authenticator se trouve dans la barre d’outils de votre navigateur.',
  donePasskey: 'Clé d’accès enregistrée',
  unverified: 'Nous n’avons pas pu vérifier votre appareil',
  passkeyRefused: 'La clé d’accès n’a pas été acceptée, elle a donc été de nouveau supprimée ici.',
  unreadable: 'Ce qui était gardé ici est illisible',
  unreadableLead:
    'Cela vient d’une version plus récente ou est endommagé. Mettez l’extension à jour, ou connectez-vous autrement et ajoutez votre compte dans un nouveau profil.',
  proxyOn:
    'Votre organisation laisse cet Authenticator répondre à tous les sites dans ce navigateur. Les clés d’accès gardées ailleurs n’y fonctionnent pas.',
}
