import type { AuthenticatorWords } from '../english.ts'

export const accounts: AuthenticatorWords['accounts'] = {
  title: 'Comptes',
  welcome: 'Connectez-vous avec ce téléphone',
  welcomeLead:
    'Ajoutez une fois votre compte professionnel ou scolaire. Ensuite, votre empreinte, votre visage ou le verrouillage de l’écran suffit.',
  welcomePicture: 'Un téléphone avec une clé dessus',
  list: 'Vos comptes',
  add: 'Ajouter un compte',
  missing: 'Ce compte n’est pas sur ce téléphone',
  missingLead: 'Il a peut-être été retiré.',
  otherMethods: 'Autres moyens de se connecter',
  otherMethodsLead: 'Vous les changez dans les informations de sécurité.',
  securityInfo: 'Ouvrir les informations de sécurité',
  method: {
    password: 'Mot de passe',
    code: 'Codes à usage unique',
    temporaryAccessPass: 'Temporary Access Pass',
    push: 'Approbations sur un téléphone',
  },
  device: 'Ce téléphone',
  deviceName: 'S’appelle',
  deviceUntil: 'Enregistré jusqu’au',
  deviceEvidence: 'Comment sa clé est gardée',
  evidence: { software: 'Par ce navigateur', tpm: 'Dans la puce de sécurité de l’appareil' },
  asOf: (values) => `État : ${values.when}`,
  remove: 'Retirer le compte',
  removeTitle: (values) => `Retirer ${values.name} de ce téléphone ?`,
  removeLead:
    'Retiré ici et dans votre organisation, en même temps : l’enregistrement de ce téléphone, ses codes et ses approbations. Une clé d’accès que garde votre téléphone reste.',
  removeDone: 'Le compte a été retiré.',
  removeHere: 'Retirer de ce téléphone seulement',
  removeHereLead:
    'Votre organisation n’a pas pu être prévenue. Le support peut retirer le téléphone de votre compte.',
  keep: 'Garder',
  stateShort: {
    revoked: 'Non enregistré',
    expired: 'Expiré',
    tooOld: 'Application trop ancienne',
    clockWrong: 'Horloge fausse',
  },
  state: {
    revokedTitle: 'Ce téléphone a été retiré de votre compte',
    revokedLead: 'Il peut être enregistré de nouveau, si ce n’était pas voulu pour de bon.',
    expiredTitle: 'L’enregistrement de ce téléphone a expiré',
    expiredLead: 'Connectez-vous encore une fois pour le renouveler. Rien n’est perdu.',
    tooOldTitle: 'Cette application est trop ancienne',
    tooOldLead: 'Votre organisation en demande une plus récente. Chargez-la, puis continuez.',
    clockWrongTitle: 'L’horloge de ce téléphone est fausse',
    clockWrongLead:
      'Mettez la date et l’heure en automatique dans les réglages de votre téléphone, puis réessayez.',
    unreachableTitle: 'Nous n’avons pas pu comparer ce téléphone à votre organisation',
    unreachableLead: 'Ce que vous voyez date de la dernière fois. On réessaie tout seul.',
    registerAgain: 'Enregistrer de nouveau ce téléphone',
    update: 'Mettre à jour',
  },
  cleanedTitle: 'Nous avons fait le ménage',
  cleaned: {
    passkey: (values) => `La clé d’accès « ${values.name} » n’existe plus dans votre organisation.`,
    codes: (values) => `Les codes à usage unique de ${values.account} ne comptent plus et ont été retirés.`,
    device: (values) => `Ce téléphone n’appartient plus à ${values.account}.`,
  },
}
