import type { PortalWords } from '../english.ts'

export const passkey: PortalWords['passkey'] = {
  title: 'Clé d’accès',
  model: 'Modèle',
  keeping: 'Emplacement',
  keepingDevice: 'Sur un seul appareil. Si l’appareil est perdu, la clé d’accès l’est aussi.',
  keepingSynced: 'Synchronisée : elle est aussi sur vos autres appareils liés au même compte.',
  keepingEligible:
    'Elle peut être synchronisée avec vos autres appareils liés au même compte. Pour l’instant, elle ne l’est pas.',
  rename: 'Nom',
  renameHint: 'Pour la reconnaître. 60 caractères au plus.',
  renameRequired: 'Donnez-lui un nom.',
  save: 'Enregistrer le nom',
  removeTitle: 'Supprimer cette clé d’accès',
  removeReason: 'Elle cesse aussitôt de fonctionner ici. Vous ne pourrez pas revenir en arrière.',
  remove: 'Supprimer cette clé d’accès',
  confirmTitle: ({ name }) => `Supprimer « ${name} » ?`,
  confirmReason:
    'Vous ne pourrez plus vous connecter avec elle, sur aucun appareil. Les sessions ouvertes avec elle continuent.',
  confirm: 'Oui, supprimer',
  keep: 'Garder',
  last: 'C’est votre dernier moyen de connexion, vous ne pouvez donc pas la supprimer. Ajoutez d’abord une autre clé d’accès, ensuite vous pourrez supprimer celle-ci.',
  removedTitle: 'La clé d’accès est supprimée ici',
  removedReason: 'Elle ne permet plus de se connecter. Votre appareil la propose peut-être encore :',
  removedTold: 'Votre navigateur est prévenu. Si c’est lui qui garde la clé d’accès, il la supprime aussi.',
  places: {
    apple:
      'Elle est aussi dans Mots de passe d’Apple : ouvrez l’app Mots de passe (ou Réglages → Mots de passe), trouvez ce site et supprimez-y la clé d’accès. Elle disparaîtra de tous les appareils liés à votre compte Apple.',
    google:
      'Elle est aussi dans le Gestionnaire de mots de passe de Google : ouvrez passwords.google.com, trouvez ce site et supprimez-y la clé d’accès. Elle disparaîtra de tous les appareils liés à votre compte Google.',
    windows:
      'Elle est aussi dans Windows Hello : sur cet ordinateur-là, ouvrez Paramètres → Comptes → Clés d’accès, trouvez ce site et supprimez-la.',
    chromeMac:
      'Elle est aussi dans le profil du navigateur sur ce Mac : ouvrez les paramètres du navigateur → Mots de passe → Clés d’accès, et supprimez-la.',
    samsung:
      'Elle est aussi dans Samsung Pass : sur le téléphone, ouvrez Paramètres → Sécurité et confidentialité → Samsung Pass, et supprimez-la.',
    manager: ({ model }) =>
      `Elle est aussi dans ${model} : ouvrez cette application, trouvez ce site et supprimez-y la clé d’accès.`,
    securityKey:
      'Elle est aussi sur la clé de sécurité elle-même : ouvrez les paramètres des clés de sécurité, dans le navigateur ou le logiciel du fabricant, saisissez le code PIN de la clé et supprimez l’entrée de ce site.',
    unknown:
      'Elle est aussi là où vous l’avez créée : cherchez ce site parmi les mots de passe et clés d’accès de cet appareil, de ce compte ou de cette clé de sécurité, et supprimez-la.',
  },

  notThere: 'Cette clé d’accès n’existe plus',
  notThereLead: 'Elle a été supprimée, ou n’a jamais été la vôtre.',
  proven: 'Preuve',
  provenYes: 'Son fabricant a prouvé ce qu’elle est',
  provenNo: 'Elle dit elle-même ce qu’elle est',
  savedName: 'Le nom est enregistré.',
}
