import type { CentreWords } from '../english.ts'

export const lockOut: CentreWords['lockOut'] = {
  see: 'Voir qui est concerné',
  looking: 'Examen de tout le monde …',
  title: (values: { readonly count: number }) =>
    values.count === 1 ? 'Une personne n’entrerait plus' : `${values.count} personnes n’entreraient plus`,
  titleNobody: 'Personne ne resterait dehors',
  titleLast: 'Plus personne ne pourrait administrer',
  lead: 'Aujourd’hui, ces personnes se connectent ou peuvent se débrouiller seules. Après cette modification, elles ne pourraient plus ni l’un ni l’autre.',
  leadNobody:
    'Toutes les personnes qui se connectent aujourd’hui le pourraient encore, ou pourraient se débrouiller seules.',
  leadNothing: 'Cela ne changerait rien.',
  leadLast:
    'Après cette modification, aucun administrateur général ne pourrait ouvrir le centre d’administration. Cela ne se confirme pas, car personne ne pourrait revenir en arrière. Excluez un administrateur, ou demandez quelque chose que l’un d’eux possède.',
  listed: 'Les personnes selon ce qui leur arriverait',
  outcome: {
    satisfied: 'se connectent comme avant',
    canEnrol: 'peuvent se débrouiller seules',
    needsHelpDesk: 'ont besoin de l’assistance',
    blocked: 'ne peuvent pas du tout entrer',
  },
  reason: {
    passkey: 'Doit d’abord ajouter une clé d’accès, et le peut.',
    passkeyByPass: 'Doit d’abord ajouter une clé d’accès, et le peut grâce au passe en sa possession.',
    totp: 'Doit d’abord configurer les codes à usage unique, et le peut.',
    totpByPass:
      'Doit d’abord configurer les codes à usage unique, et le peut grâce au passe en sa possession.',
    needsHelpDesk:
      'N’a rien qui suffise et ne peut pas l’ajouter sans aide ; il lui faut un Temporary Access Pass.',
    blocked: 'Rien de ce qu’on pourrait lui donner ne suffirait.',
  },
  because: (values: { readonly policies: string }) => `Ce qui bloque : ${values.policies}`,
  becauseMethods: 'Ce qui bloque : les méthodes de connexion autorisées',
  where: (values: { readonly place: string }) => `Dernier lieu de connexion : ${values.place}`,
  more: (values: { readonly count: number }) => `Et ${values.count} autres. La liste les contient toutes.`,
  exportAll: 'Télécharger la liste (CSV)',
  exporting: 'Écriture de la liste …',
  csv: {
    name: 'Nom',
    userName: 'Nom d’utilisateur',
    outcome: 'Ce qui arriverait',
    policies: 'Ce qui bloque',
  },
  instead: {
    title: 'Ce que vous pourriez faire à la place',
    exclude: 'Excluez ces personnes de la règle par un groupe, jusqu’à ce qu’elles soient prêtes.',
    watch: 'Observez d’abord : le mode rapport montre qui serait arrêté, sans arrêter personne.',
    passes: 'Délivrez avant des Temporary Access Pass, pour que chacun ajoute ce qu’il lui faut.',
    watchNow: 'Enregistrer en mode rapport',
  },
  loops: 'Cette combinaison ne mène à rien',
  acknowledge: (values: { readonly count: number }) =>
    values.count === 1
      ? 'Je sais que cette personne n’entrera pas, et je l’aiderai'
      : `Je sais que ces ${values.count} personnes n’entreront pas, et je les aiderai`,
  type: (values: { readonly count: number }) =>
    `Saisissez le nombre de personnes (${values.count}) pour continuer`,
  typeWrong: 'Ce n’est pas le nombre de personnes.',
  goOn: 'Enregistrer malgré tout',
  changed: 'La liste a changé entre-temps : voici les personnes concernées maintenant.',
}
