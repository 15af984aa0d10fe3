import type { CentreWords } from '../english.ts'

export const settings: CentreWords['settings'] = {
  title: 'Paramètres',
  lead: 'Ce qui vaut partout dans votre organisation, à côté des règles.',
  saveAll: 'Enregistrer les modifications',
  organisation: {
    title: 'Votre organisation',
    name: 'Nom',
    nameHint: 'On le voit sur chaque page et dans chaque message.',
    nameRequired: 'L’organisation a besoin d’un nom.',
  },
  helpDesk: {
    title: 'Assistance',
    lead: 'Affichée partout où l’on reste bloqué, et dans les messages.',
    text: 'Phrase',
    textHint: 'Par exemple : poste 4711, en semaine de 8 h à 18 h',
    mail: 'Adresse de messagerie',
    phone: 'Téléphone',
    url: 'Page web',
    urlHint: 'Commence par https://',
    wrong: {
      mail: 'Ce n’est pas une adresse de messagerie.',
      phone: 'Ce n’est pas un numéro de téléphone.',
      url: 'L’adresse doit commencer par https://.',
    },
  },
  signIn: {
    title: 'Chaque connexion',
    lead: 'Le minimum qu’il faut à toute application. Les règles et les applications peuvent demander plus, jamais moins.',
    least: 'Force minimale',
    strengths: {
      singleFactor: {
        name: 'N’importe quoi',
        about: 'Un mot de passe seul suffit. À la rigueur pour un temps.',
      },
      multiFactor: {
        name: 'Deux facteurs',
        about: 'Une clé d’accès, ou un mot de passe et un code à usage unique.',
      },
      passwordless: {
        name: 'Sans mot de passe',
        about: 'Une clé d’accès, ou un autre moyen sans mot de passe.',
      },
      phishingResistant: {
        name: 'Clés d’accès seulement',
        about: 'Ce que personne ne peut se laisser soutirer.',
      },
    },
    firstPasskey: 'Qui n’a qu’un mot de passe peut ajouter sa première clé d’accès avec lui',
    firstPasskeyHint:
      'Qui connaît le mot de passe pourrait être plus rapide. Chaque fois est notée et annoncée par message.',
    counter: 'Quand le compteur d’une clé d’accès n’augmente pas',
    counterHint: 'Une clé copiée se présente ainsi, mais aussi une sauvegarde restaurée.',
    counters: { record: 'Le noter', refuse: 'Refuser la connexion' },
  },
  sessions: {
    title: 'Combien de temps on reste connecté',
    lead: 'Les règles peuvent demander de se connecter plus souvent.',
    hours: 'Heures, sans avoir demandé à rester connecté',
    days: 'Jours, en ayant demandé à rester connecté',
    hoursWrong: 'Entre 1 et 168 heures.',
    daysWrong: 'Entre 1 et 365 jours.',
    offer: 'Demander si l’on veut rester connecté',
  },
  passes: {
    title: 'Demandes de passe',
    lead: 'Si l’on peut demander un passe quand on ne peut pas se connecter, et qui décide.',
    link: 'Régler cela avec les demandes',
  },
}
