import type { AuthenticatorWords } from '../english.ts'

export const approvals: AuthenticatorWords['approvals'] = {
  title: 'Confirmer des connexions',
  none: 'Rien n’attend',
  noneLead: 'Quand quelqu’un se connecte avec votre nom, la demande apparaît ici d’elle-même.',
  question: 'Vous connectez-vous en ce moment ?',
  lead: 'Saisissez le nombre affiché sur la page de connexion.',
  number: 'Nombre',
  numberNeeded: 'Saisissez les deux chiffres du nombre.',
  approve: 'Confirmer',
  deny: 'Non, ce n’est pas moi',
  report: 'Signaler',
  sending: 'Un instant…',
  app: 'Application',
  place: 'Lieu',
  browser: 'Navigateur',
  browserUnknown: 'Inconnu',
  account: 'Compte',
  when: 'Quand',
  map: ({ place }) => `Carte avec un repère : ${place}`,
  careTitle: 'Seulement si vous vous connectez vous-même',
  care: 'Personne qui vous appelle ou vous écrit n’a besoin de ce nombre. Si vous ne vous connectez pas en ce moment, dites non.',
  paused: ({ until }) =>
    `Jusqu’au ${until}, rien d’autre ne sera demandé ici. Les clés d’accès fonctionnent comme avant.`,
  onLead: 'Une connexion faite ailleurs interroge ce téléphone. Vous saisissez le nombre affiché là-bas.',
  offLead:
    'Ce téléphone peut confirmer les connexions à ce compte : vous saisissez le nombre affiché là-bas.',
  turnOn: 'Confirmer les connexions ici',
  turnOff: 'Désactiver',
  proveTitle: 'Confirmez d’abord que c’est bien vous',
  proveLead:
    'Ensuite, ce téléphone pourra vous faire entrer : votre organisation veut donc vous voir une fois, avec votre clé d’accès ou par votre connexion habituelle. Vous reviendrez à cette page.',
  prove: 'Confirmer que c’est bien moi',
  notWoken: 'Sans notifications, ce téléphone ne demande que lorsque l’application est ouverte.',
  notificationTitle: 'Quelqu’un attend',
  notificationBody: 'Ouvrez Authenticator pour voir de quoi il s’agit.',
  outcome: {
    approved: { title: 'Confirmé', lead: 'L’autre écran continue de lui-même.' },
    denied: {
      title: 'Refusé',
      lead: 'Personne n’a été connecté. Si ce n’était pas vous, changez votre mot de passe.',
    },
    wrongNumber: {
      title: 'C’était un autre nombre',
      lead: 'La connexion a donc été refusée. Si c’était vous, recommencez.',
    },
    reported: {
      title: 'Signalé',
      lead: 'Personne n’a été connecté, et votre organisation est prévenue. Changez votre mot de passe.',
    },
  },
}
