import type { CentreWords } from '../english.ts'

export const devices: CentreWords['devices'] = {
  title: 'Appareils',
  lead: 'Les règles sur les appareils regardent ce que votre gestion d’appareils en dit.',
  compliant: 'Conforme',
  notCompliant: 'Non conforme',
  unknown: 'Inconnu',
  on: 'Activé',
  off: 'Désactivé',
  switchOn: 'Activer',
  switchOff: 'Désactiver',
  markCompliant: 'Déclarer conforme',
  markNotCompliant: 'Déclarer non conforme',
  remove: 'Supprimer',
  removeTitle: (values) => `Supprimer « ${values.name} » ?`,
  removeLead: 'Les règles qui exigent un appareil conforme ne l’acceptent plus.',
  none: 'Aucun appareil',
  noneLead: 'Votre gestion d’appareils les ajoute par l’API.',
}
