import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator in French, about devices that remember each other. */
export const links: AuthenticatorWords['links'] = {
  remember: 'Mémoriser un autre appareil',
  rememberTitle: 'Mémoriser un appareil qui vous connecte',
  rememberLead:
    'Associez votre téléphone une fois. Ensuite, il vous demande de lui-même quand vous vous connectez ici, sans code QR.',
  account: ({ name, organisation }) => `${name} chez ${organisation}`,
  begin: 'Se connecter et afficher le code QR',
  beginHint: 'Il faut une connexion avec une clé d’accès, ici et maintenant.',
  signingIn: 'Connectez-vous avec une clé d’accès, dans l’onglet qui s’est ouvert',
  scanTitle: 'Scannez ce code avec votre appareil',
  scanLead:
    'Dans l’Authenticator de votre téléphone : Scanner un code QR. Sur un téléphone sous Linux : latchkey-agent link. Personne d’autre ne doit le scanner.',
  codeLabel: 'Code QR pour associer un appareil',
  typeTitle: ({ name }) => `Saisissez ces chiffres sur ${name}`,
  typeLead: 'Est-ce bien votre appareil, et demande-t-il des chiffres maintenant ? Sinon, fermez cette page.',
  digits: 'Chiffres',
  done: ({ name }) => `${name} est mémorisé`,
  doneLead: 'Vous le trouvez dans les informations de sécurité et pouvez l’y dissocier à tout moment.',
  failedTitle: 'Aucun appareil n’a été associé',
  failedLead: 'Cela a pris trop de temps, ou d’autres chiffres ont été saisis. Réessayez.',
  unreachable:
    'Le service de tunnel de votre organisation ne répond pas. Votre support sait s’il est activé.',
  remembered: 'Appareils mémorisés',
  forget: ({ name }) => `Oublier ${name}`,
  forgetTitle: ({ name }) => `Oublier ${name} ?`,
  forgetLead: 'Les deux ne se connaîtront plus, ici et auprès de votre organisation.',
  forgetConfirm: 'Oublier',
  use: ({ name }) => `Utiliser ${name}`,
  look: ({ name }) => `Regardez ${name}`,
  lookLead: 'C’est là qu’on vous demande. Vérifiez le site indiqué avant d’accepter.',
  didNotCome: ({ name }) => `${name} n’a pas répondu, ou vous y avez refusé. Est-il allumé, et à l’écoute ?`,
  gone: ({ name }) => `${name} a été dissocié, et donc oublié ici.`,
  agent: {
    command: 'Associer un navigateur qui affiche un code QR pour cela : ensuite il n’en faut plus',
    notOne: 'Ce code QR ne sert pas à associer.',
    noAccount: ({ server }) => `Il n’y a ici aucun compte de ${server}.`,
    which: 'Pour quel compte ? Son numéro :',
    onlyOwn: ({ server }) =>
      `Ne continuez que si vous avez ouvert ce code vous-même, dans votre propre navigateur, connecté à ${server}.`,
    digits: 'Les six chiffres que le navigateur affiche, ou rien pour arrêter :',
    wrong: 'Ce ne sont pas les chiffres. Rien n’a été associé. Recommencez dans le navigateur.',
    stopped: 'Rien n’a été associé.',
    linked: 'Associé. Tant que latchkey-agent run tourne, ce navigateur trouve cet appareil de lui-même.',
    broken: 'Le navigateur n’est plus là. Affichez un nouveau code.',
    openToListen:
      'Saisissez votre code PIN pour que les navigateurs associés trouvent cet appareil, ou rien pour continuer sans eux :',
    listening: ({ names }) => `Les navigateurs associés peuvent appeler : ${names}`,
    called: ({ name }) => `${name} demande, sans code QR. Est-ce vous, maintenant ?`,
    linkedAlone: 'Répondre aux seuls navigateurs associés, sans chercher de codes QR',
    nobody: 'Aucun navigateur associé ne trouve cet appareil. latchkey-agent link en associe un.',
    noticeTitle: ({ name }) => `${name} vous demande`,
    noticeText:
      'Regardez le terminal de latchkey-agent et répondez là. Ce n’était pas vous ? Ne répondez pas.',
    forgotten: ({ name }) => `Une association a été supprimée, et donc oubliée ici : ${name}`,
  },
}
