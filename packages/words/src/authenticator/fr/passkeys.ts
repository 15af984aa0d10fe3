import type { AuthenticatorWords } from '../english.ts'

export const passkeys: AuthenticatorWords['passkeys'] = {
  title: 'Clés d’accès',
  none: 'Pas encore de clé d’accès',
  noneLead: 'Avec une clé, votre empreinte, votre visage ou le verrouillage de l’écran vous connecte.',
  here: 'Créée sur ce téléphone',
  synced: 'Synchronisée',
  added: (values) => `Ajoutée ${values.when}`,
  used: (values) => `Utilisée ${values.when}`,
  create: 'Créer une clé d’accès',
  createTitle: 'Créer une clé d’accès',
  createLead:
    'Le gestionnaire de mots de passe de votre téléphone la garde. Cette application ne le peut pas : les applications web n’y sont pas admises.',
  whatHappens: 'Ce qui se passe ensuite',
  steps: {
    ask: 'Votre téléphone demande où enregistrer la clé d’accès. Son propre gestionnaire est le choix habituel.',
    confirm: 'Vous confirmez avec votre empreinte, votre visage ou le verrouillage de l’écran.',
    done: 'Elle marche ici aussitôt, et dans chaque navigateur que vous utilisez sur ce téléphone.',
  },
  waiting: 'Suivez votre téléphone …',
  checking: 'Votre organisation la regarde …',
  registered: 'Clé d’accès enregistrée',
  registeredLead:
    'Vous pouvez vous connecter avec elle dès maintenant. Si un autre appareil l’attendait, il le sait déjà.',
  exists: 'Ce téléphone a déjà une clé d’accès pour ce compte',
  existsLead: 'Une seule suffit : elle marche dans chaque navigateur de ce téléphone.',
  confirmFirst: 'Confirmez d’abord que c’est bien vous. Vous reviendrez à cette page.',
  done: 'Terminé',
  remove: 'Supprimer',
  removeNamed: (values) => `Supprimer la clé d’accès « ${values.name} »`,
  removeTitle: (values) => `Supprimer la clé d’accès « ${values.name} » ?`,
  removeLead:
    'Elle est supprimée dans votre organisation, et votre téléphone est prévenu pour la supprimer aussi, en même temps. Vous ne pourrez plus vous connecter avec elle.',
  removed: 'La clé d’accès a été supprimée, ici et dans votre organisation.',
  removeConfirm: 'La supprimer',
}
