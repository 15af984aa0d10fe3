import type { Words } from '../../words.ts'

/** Words that more than one page says. */
export const commonWords: Words['common'] = {
  productName: 'Latchkey',
  next: 'Suivant',
  back: 'Retour',
  cancel: 'Annuler',
  startAgain: 'Recommencer',
  notNow: 'Pas maintenant',
  tooOld: ({ system, version, least }) =>
    `Cet appareil a ${system} ${version}, et il faut ${system} ${least} ou plus récent pour garder une clé d’accès. Mettez-le à jour, ou utilisez un téléphone plus récent ou une clé de sécurité.`,
  done: 'Terminé',
  yes: 'Oui',
  no: 'Non',
  copy: 'Copier',
  copied: 'Copié',
  correlationId: 'Référence',
  moreHelp: 'Aide sur ce message',
  working: 'Un instant…',
  helpDesk: 'Assistance',
  scriptNeeded:
    'La connexion a besoin de JavaScript, car les clés d’accès en ont besoin. Activez-le pour ce site, puis rechargez la page.',
  whoCanFix: {
    you: 'Vous pouvez régler cela vous-même.',
    helpDesk: 'Votre service d’assistance peut régler cela.',
    administrator: 'Un administrateur de votre organisation peut régler cela.',
    operator: 'La personne qui gère ce serveur peut régler cela.',
  },
  tryAgainIn: ({ minutes }) =>
    minutes <= 1
      ? 'Vous pourrez réessayer dans une minute.'
      : `Vous pourrez réessayer dans ${minutes} minutes.`,
}
