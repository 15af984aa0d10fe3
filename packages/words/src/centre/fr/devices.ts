import type { CentreWords } from '../english.ts'

export const devices: CentreWords['devices'] = {
  title: 'Appareils',
  lead: 'Les appareils s’inscrivent dans Latchkey Authenticator ; votre gestion d’appareils dit s’ils sont en règle. Les règles sur les appareils regardent les deux.',
  compliant: 'Conforme',
  notCompliant: 'Non conforme',
  unknown: 'Conformité inconnue',
  on: 'Activé',
  off: 'Désactivé',
  switchOn: 'Activer',
  switchOff: 'Désactiver',
  markCompliant: 'Déclarer conforme',
  markNotCompliant: 'Déclarer non conforme',
  remove: 'Supprimer',
  removeTitle: (values) => `Supprimer « ${values.name} » ?`,
  removeLead:
    'Les clés d’accès qui y ont été créées ne permettent plus de se connecter, et les règles qui exigent un appareil conforme ne l’acceptent plus.',
  none: 'Aucun appareil',
  noneLead: 'On les inscrit dans Latchkey Authenticator, ou votre gestion d’appareils les ajoute par l’API.',
  owner: (values) => `Inscrit par ${values.name}`,
  surface: {
    extension: 'Extension de navigateur',
    phoneApp: 'Application sur un téléphone',
    agent: 'Application sous Linux',
  },
  version: (values) => `application ${values.version}`,
  evidence: { software: 'Clés dans un logiciel', tpm: 'Clés dans un TPM, dit l’appareil' },
  certificate: (values) => `Certificat jusqu’au ${values.time}`,
  seen: (values) => `vu ${values.time}`,
  expired: 'Certificat expiré',
  blocked: 'Clés d’accès bloquées',
  offTitle: (values) => `Désactiver « ${values.name} » ?`,
  offLead:
    'Les clés d’accès qui y ont été créées ne permettent plus de se connecter jusqu’à sa réactivation. Son propriétaire reçoit un message.',
  versions: {
    open: 'Versions admises',
    title: 'Versions les plus anciennes acceptées',
    lead: 'En dessous, aucun appareil ne s’inscrit et aucune clé d’accès n’est créée ; on demande de mettre à jour. Vide : toutes les versions.',
    hint: 'Par exemple 1.4.0',
    saved: 'Enregistré.',
  },
}
