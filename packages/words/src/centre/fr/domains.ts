import type { CentreWords } from '../english.ts'

export const domains: CentreWords['domains'] = {
  title: 'Domaines',
  lead: 'Les personnes sont trouvées par le domaine de leur nom d’utilisateur. Un domaine compte dès qu’il est prouvé qu’il est à vous.',
  add: 'Ajouter un domaine',
  list: 'Domaines de votre organisation',
  field: 'Domaine',
  fieldHint: 'Par exemple grove.example',
  fieldWrong: 'Ce n’est pas un domaine. Écrivez-le comme grove.example, sans https:// et sans chemin.',
  adding: 'Ajout en cours …',
  states: {
    verified: 'Prouvé',
    byOperator: 'Créé par l’exploitant',
    recordMissing: 'Enregistrement disparu',
    waiting: 'Pas encore prouvé',
    missing: 'Enregistrement introuvable',
    unreachable: 'Le DNS ne répond pas',
    taken: 'À une autre organisation',
  },
  isDefault: 'Pour les nouvelles personnes',
  makeDefault: 'Utiliser pour les nouvelles personnes',
  since: ({ time }) => `Prouvé ${time}`,
  checked: ({ time }) => `Dernière recherche ${time}.`,
  neverChecked: 'Personne n’a encore cherché l’enregistrement.',
  routesNobody: 'Tant qu’il n’est pas prouvé, personne ne se connecte par lui.',
  missingSince: ({ time }) =>
    `L’enregistrement a disparu depuis le ${time}. Rien ne change pour les personnes ; remettez-le, ou retirez le domaine si vous l’avez abandonné.`,
  record: {
    title: 'Créez cet enregistrement là où votre DNS est géré',
    lead: 'Il prouve que le domaine est à vous et ne dérange rien d’autre. Laissez-le : nous le cherchons de temps en temps.',
    type: 'Genre',
    name: 'Nom',
    value: 'Texte',
    wait: 'Un nouvel enregistrement peut mettre quelques minutes, parfois une heure, à être visible partout.',
    nameHint:
      'Certains fournisseurs ajoutent eux-mêmes le domaine : saisissez alors seulement la première partie.',
  },
  show: 'Afficher l’enregistrement',
  checkNow: 'Vérifier maintenant',
  checking: 'Le DNS est interrogé …',
  proven: 'Le domaine est prouvé.',
  removeTitle: ({ domain }) => `Retirer ${domain} ?`,
  removeLead: 'Plus personne n’est trouvé par lui. Vous pourrez l’ajouter et le prouver à nouveau plus tard.',
  removed: 'Le domaine est retiré.',
  inUse: ({ count }) =>
    count === 1 ? 'Une personne le porte dans son nom' : `${count} personnes le portent dans leur nom`,
  andMore: ({ count }) => `et ${count} de plus`,
}
