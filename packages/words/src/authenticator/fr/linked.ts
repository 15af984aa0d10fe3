import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator on the phone in French, about linked browsers and the keys that only they can use. */
export const linked: AuthenticatorWords['linked'] = {
  title: 'Navigateurs associés',
  none: 'Aucun navigateur n’est associé',
  noneLead:
    'Dans l’extension du navigateur de votre ordinateur, choisissez « Mémoriser un autre appareil », puis scannez le code qu’elle affiche.',
  scan: 'Scanner le code',
  listens:
    'Ils trouvent ce téléphone tant que l’application est ouverte. Sinon, une notification vous demande de l’ouvrir.',
  unlinkNamed: ({ name }) => `Dissocier ${name}`,
  unlinkTitle: ({ name }) => `Dissocier ${name} ?`,
  unlinkLead:
    'Il ne pourra plus rien demander à ce téléphone. Une clé de cette application ne marche qu’avec des navigateurs associés.',
  unlink: 'Dissocier',
  unlinked: 'Le navigateur a été dissocié.',
  ask: {
    title: 'Associer un navigateur ?',
    lead: ({ server }) =>
      `Ne continuez que si vous avez ouvert ce code vous-même, dans votre propre navigateur, connecté à ${server}.`,
    which: 'Pour quel compte ?',
    goOn: 'Continuer',
    meeting: 'Recherche du navigateur …',
    noAccountTitle: 'Votre compte n’est pas encore sur ce téléphone',
    noAccount: 'Ajoutez-le d’abord, puis scannez à nouveau le code.',
    lockTitle: 'Choisissez d’abord un verrouillage de l’application',
    lock: 'Ce que le navigateur peut demander vous fait entrer : l’application doit donc être verrouillée. Choisissez un verrouillage, puis revenez.',
    chooseLock: 'Choisir un verrouillage',
    digits: 'Six chiffres',
    digitsLead: 'Saisissez les chiffres que votre navigateur affiche maintenant',
    digitsNeeded: 'Saisissez les six chiffres.',
    link: 'Associer',
    done: 'Le navigateur est associé',
    doneLead: 'Quand vous vous y connectez, il demande à ce téléphone.',
    failedTitle: 'Rien n’a été associé',
    wrong: 'Ce ne sont pas les chiffres que le navigateur affiche. Recommencez là-bas.',
    gone: 'Le navigateur n’est plus là. Faites-lui afficher un nouveau code.',
  },
  key: {
    badge: 'Clé de cette application',
    create: 'Créer une clé de cette application',
    lead: 'Elle reste dans cette application, et seuls les navigateurs que vous avez associés peuvent l’utiliser. Pour le navigateur de ce téléphone, il vous faut en plus une clé d’accès.',
    confirm: 'Confirmez avec ce qui ouvre l’application.',
    creating: 'Votre organisation la regarde …',
    done: 'Clé enregistrée',
    doneLead:
      'Votre navigateur associé la demande dès maintenant. Gardez l’application ouverte quand vous vous y connectez.',
    exists: 'Cette application a déjà une clé pour ce compte',
    existsLead: 'Une seule suffit : chaque navigateur associé peut l’utiliser.',
    name: ({ device }) => `Authenticator sur ${device}`,
    removeLead:
      'Elle est supprimée ici et dans votre organisation, en même temps. Vous ne pourrez plus vous connecter avec elle.',
    useless: 'Aucun navigateur n’est associé : rien ne peut l’utiliser.',
  },
  call: {
    lead: ({ name }) => `${name} demande. Ne continuez que si vous êtes en train de vous y connecter.`,
    site: 'Site web',
    account: 'Compte',
    which: 'Quel compte ?',
    agree: 'Se connecter',
    deny: 'Non, ce n’est pas moi',
    done: 'Connexion faite',
    doneLead: 'L’autre écran continue de lui-même.',
  },
}
