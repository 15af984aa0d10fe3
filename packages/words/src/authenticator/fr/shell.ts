import type { AuthenticatorWords } from '../english.ts'

export const shell: AuthenticatorWords['shell'] = {
  appName: 'Authenticator',
  settings: 'Réglages',
  back: 'Retour',
  offlineTitle: 'Pas de connexion',
  offlineLead: 'Les codes à usage unique marchent quand même. Le reste revient avec le réseau.',
  installTitle: 'La mettre sur l’écran d’accueil',
  installLead:
    'Elle s’ouvre alors comme toute autre application, garde ce que vous y ajoutez et peut vous prévenir.',
  install: 'Installer',
  appLock: 'Verrou de l’application',
  lock: {
    choose: 'Ce qui ouvre l’application',
    none: 'Rien',
    noneAbout: 'Qui tient ce téléphone déverrouillé peut l’ouvrir.',
    passkey: 'Empreinte, visage ou verrouillage de l’écran',
    passkeyAbout: 'Une clé d’accès de ce téléphone ouvre l’application. Elle ne connecte à rien d’autre.',
    passkeyName: 'Verrou d’Authenticator',
    pin: 'Un code PIN',
    pinAbout: 'Après dix erreurs de suite, ce que garde l’application est supprimé.',
    newPin: 'Nouveau code PIN',
    newPinHint: 'Au moins six caractères, et pas une suite comme 123456.',
    pinAgain: 'Le même code PIN encore une fois',
    pinsDiffer: 'Les deux ne sont pas identiques.',
    turnOn: 'Activer',
    turnOff: 'Désactiver',
    auto: 'Se verrouille seule quand personne ne l’a touchée pendant cinq minutes, et quand vous la fermez.',
    title: 'L’application est verrouillée',
    lead: 'Montrez que c’est bien vous.',
    unlock: 'Déverrouiller',
    waiting: 'Un instant …',
    notUnlocked: 'Cela n’a pas déverrouillé l’application. Réessayez.',
    wrongPin: (values) =>
      values.count === 1
        ? 'Code PIN erroné. Encore une erreur, et ce que garde l’application est supprimé.'
        : `Code PIN erroné. Vous pouvez encore essayer ${values.count} fois.`,
    waits: (values) =>
      values.seconds === 1
        ? 'Attendez 1 seconde, puis réessayez.'
        : `Attendez ${values.seconds} secondes, puis réessayez.`,
    tooShort: 'Un code PIN a au moins six caractères.',
    tooSimple: 'C’est un des codes que tout le monde essaie d’abord. Choisissez-en un autre.',
    needed:
      'Dissociez d’abord les navigateurs et supprimez les clés de cette application. Sans le verrouillage, elles seraient perdues.',
    cannotTitle: 'Votre téléphone n’a pas donné ce qu’il faut au verrou',
    cannot:
      'Cela a peut-être été interrompu, ou les clés d’accès de ce téléphone ne le peuvent pas. Un code PIN marche toujours.',
    wipedTitle: 'Trop de codes PIN erronés',
    wipedLead:
      'Ce que l’application gardait scellé a été supprimé : les codes à usage unique et les clés de ce téléphone. Vos comptes peuvent être enregistrés de nouveau.',
  },
  about: 'Ce que fait cette application, et ce qu’elle ne peut pas faire',
  aboutDoes: 'Ce qu’elle fait',
  aboutDoesList: {
    adds: 'Elle ajoute votre compte professionnel ou scolaire et configure d’un coup tout ce que permet votre organisation.',
    codes: 'Elle fait des codes à usage unique, même sans réseau.',
    passkeys:
      'Elle fait créer une clé d’accès sur ce téléphone et la retire, ici et dans votre organisation.',
    checks: 'Elle se compare à votre organisation à chaque ouverture et vous dit ce qu’elle a nettoyé.',
  },
  aboutCannot: 'Ce qu’elle ne peut pas faire',
  aboutCannotList: {
    provider:
      'C’est une application web : elle ne peut pas garder elle-même les clés d’accès de votre téléphone. Le gestionnaire de mots de passe du téléphone les garde.',
    qr: 'Elle ne peut pas répondre au code QR d’une connexion. L’appareil photo de votre téléphone le peut.',
    apps: 'Elle ne peut ni vous connecter à d’autres applications de ce téléphone, ni ouvrir les réglages du téléphone.',
  },
  version: (values) => `Version no ${values.version}`,
  clearTitle: 'Tout retirer',
  clearLead:
    'Oublie tous les comptes et tous les codes de ce téléphone. Les clés de cette application sont supprimées ; les clés d’accès restent où votre téléphone les garde.',
  clear: 'Tout retirer de ce téléphone',
  clearConfirmTitle: 'Tout retirer de ce téléphone ?',
  clearConfirmLead:
    'Les codes d’autres services ne peuvent pas être retrouvés. Vos comptes professionnels et scolaires peuvent être ajoutés de nouveau.',
}
