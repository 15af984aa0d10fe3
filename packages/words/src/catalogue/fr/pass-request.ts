import type { Words } from '../../words.ts'

/** Asking for a pass without being signed in, stopping that, and the manager’s word on it. */
export const passRequestWords: Words['passRequest'] = {
  title: 'Demander un Temporary Access Pass',
  lead: 'Un pass vous laisse entrer quand vous avez perdu votre téléphone ou votre clé. Votre service d’assistance vérifie d’abord que c’est bien vous.',
  name: 'Votre nom d’utilisateur',
  nameRequired: 'Saisissez le nom avec lequel vous vous connectez.',
  reason: 'Que s’est-il passé ?',
  reasonHint: 'Par exemple : j’ai perdu mon téléphone.',
  reasonRequired: 'Dites en quelques mots ce qui s’est passé.',
  contact: 'Comment vous joindre ?',
  contactHint:
    'Un numéro de téléphone, ou l’endroit où vous êtes. Le service d’assistance peut préférer le numéro qu’il connaît.',
  contactRequired: 'Dites comment le service d’assistance peut vous joindre.',
  start: 'Quand en avez-vous besoin ?',
  startHint: 'Laissez vide si c’est maintenant.',
  lifetime: 'Pour combien de temps ?',
  lifetimes: { m30: 'une demi-heure', m60: '1 heure', m240: '4 heures', m480: '8 heures' },
  submit: 'Envoyer la demande',
  sent: {
    title: 'Merci',
    lead: 'Si ce compte existe, votre service d’assistance a maintenant votre demande.',
    points: [
      'Quelqu’un vous contactera pour s’assurer que c’est bien vous.',
      'Il vous donnera ensuite le pass, par téléphone ou en personne.',
      'Nous ne demandons jamais de mot de passe ni de code.',
    ],
    again: 'Redemander ne va pas plus vite. Si c’est urgent, appelez.',
  },
  back: 'Retour à la connexion',
  stop: {
    title: 'Arrêter cette demande ?',
    reason:
      'Un pass qui en est issu cesse aussitôt de marcher, les sessions ouvertes avec lui prennent fin, et votre service d’assistance est prévenu.',
    yes: 'Ce n’était pas moi : arrêter',
    doneTitle: 'C’est arrêté',
    doneReason:
      'Personne n’entre avec cette demande. Votre service d’assistance le sait et peut vous appeler.',
  },
  confirm: {
    title: ({ name }) => `Est-ce vraiment ${name} ?`,
    reason:
      'Parlez d’abord à cette personne, en face ou à un numéro que vous connaissez. Ne vous fiez pas au numéro ci-dessous.',
    said: 'Ce qui est écrit',
    contact: 'Pour la joindre, dit-elle',
    asked: 'Quand',
    yes: 'Oui, je lui ai parlé',
    no: 'Non, ce n’est pas normal',
    goneTitle: 'Rien ne vous attend ici',
    goneReason: 'Quelqu’un a déjà répondu, ou la demande est terminée.',
    thanksTitle: 'Merci',
    thanksReason: 'Votre service d’assistance prend la suite.',
  },
}
