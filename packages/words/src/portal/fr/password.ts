import type { PortalWords } from '../english.ts'

export const password: PortalWords['password'] = {
  title: 'Modifier votre mot de passe',
  lead: 'Une clé d’accès est plus sûre et plus rapide. Modifiez votre mot de passe ici si vous en avez encore besoin quelque part.',
  current: 'Mot de passe actuel',
  currentRequired: 'Saisissez votre mot de passe actuel.',
  next: 'Nouveau mot de passe',
  nextHint: 'Au moins 8 caractères. Quelques mots valent mieux qu’un casse-tête.',
  nextRequired: 'Saisissez un nouveau mot de passe d’au moins 8 caractères.',
  submit: 'Modifier',
  noneTitle: 'Vous n’avez pas de mot de passe',
  none: 'Seul un administrateur peut vous en donner un. Vous n’en avez pas besoin : une clé d’accès est plus sûre.',

  changed: 'Votre mot de passe est changé',
  changedLead: 'Partout ailleurs où vous étiez connecté, vous ne l’êtes plus.',
}
