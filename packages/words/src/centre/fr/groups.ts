import type { CentreWords } from '../english.ts'

export const groups: CentreWords['groups'] = {
  title: 'Groupes',
  lead: 'Des ensembles de personnes que les règles et les applications peuvent nommer.',
  add: 'Créer un groupe',
  search: 'Chercher un groupe',
  name: 'Nom',
  description: 'À quoi il sert',
  created: 'Création',
  none: 'Aucun groupe',
  noneLead: 'Un groupe permet d’appliquer une règle ou une application à plusieurs personnes.',
  back: 'Tous les groupes',
  members: 'Membres',
  noMembers: 'Personne n’en fait partie.',
  addMembers: 'Ajouter des personnes',
  whom: 'Qui ajouter',
  takeOut: 'Retirer',
  remove: 'Supprimer le groupe',
  removeTitle: (values) => `Supprimer le groupe « ${values.name} » ?`,
  removeLead:
    'Les personnes restent. Les règles et applications qui nomment le groupe ne les atteignent plus par lui.',
  removed: 'Groupe supprimé.',
  open: 'Voir dans la liste des personnes',
}
