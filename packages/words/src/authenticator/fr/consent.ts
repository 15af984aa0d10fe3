import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about what a person is asked to agree to, in French. */
export const consent: AuthenticatorWords['consent'] = {
  signInTitle: ({ organisation }) => `Se connecter à ${organisation} ?`,
  createTitle: ({ organisation }) => `Créer une clé d’accès pour ${organisation} ?`,
  signInLead: 'Ne continuez que si vous êtes en train de vous connecter.',
  createLead: 'Elle est gardée dans ce navigateur et reste sur cet appareil.',
  site: 'Site web',
  siteChecked: 'Votre navigateur garantit cette adresse.',
  account: 'Compte',
  chooseAccount: 'Quel compte ?',
  signIn: 'Se connecter',
  create: 'Créer la clé d’accès',
  readFirst: 'Dans un instant : lisez d’abord ceci',
  checking: 'Vérification …',
  anotherWay: 'Utiliser un autre moyen',
  anotherWayHint: 'Votre navigateur demande à la place une clé de sécurité, un téléphone ou cet appareil.',
  nothingTitle: 'Aucune clé d’accès ne convient ici',
  nothingLead:
    'Ce navigateur ne garde aucune clé d’accès pour cette demande. Utilisez un autre moyen, ou créez une clé d’accès dans les informations de sécurité.',
  notHereTitle: 'Ce compte n’est pas dans l’Authenticator',
  notHereLead: ({ userName }) =>
    `Ajoutez d’abord ${userName}, puis créez la clé d’accès. Ou gardez-la ailleurs.`,
  registerTitle: 'Inscrivez de nouveau ce navigateur',
  registerLead: 'Votre organisation ne le connaît plus, une clé d’accès créée ici ne compterait donc pas.',
  addAccount: 'Ajouter le compte',
  goneTitle: 'Il n’y a plus rien à confirmer',
  goneLead:
    'La page a continué, ou cela a pris trop de temps. Fermez cette fenêtre et réessayez dans la page.',
}
