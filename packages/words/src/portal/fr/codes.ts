import type { PortalWords } from '../english.ts'

export const codes: PortalWords['codes'] = {
  title: 'Ajouter des codes à usage unique',
  step1: 'Ouvrez une application d’authentification sur votre téléphone et scannez cette image.',
  qr: 'La clé pour votre application d’authentification, sous forme de code QR',
  byHand: 'Ou saisissez cette clé dans l’application :',
  step2: 'Saisissez ensuite les six chiffres qu’affiche l’application.',
  code: 'Code',
  codeRequired: 'Saisissez les six chiffres qu’affiche votre application.',
  name: 'Nom de l’application ou du téléphone',
  nameSuggestion: 'Application d’authentification',
  nameRequired: 'Donnez un nom de 60 caractères au plus.',
  submit: 'Ajouter',
  phishable:
    'Une fausse page peut demander un code, et on l’y saisit sans se méfier. Une clé d’accès ne s’y laisse pas prendre.',
  removing: {
    removeTitle: ({ name }) => `Retirer « ${name} » ?`,
    removeReason: 'Ses codes cessent aussitôt de fonctionner. Supprimez aussi l’entrée dans l’application.',
    remove: 'Oui, retirer',
    keep: 'Garder',
    removedTitle: 'Les codes à usage unique sont retirés',
    removedReason:
      'Supprimez aussi l’entrée dans l’application d’authentification : elle affiche des codes qui ne sont plus valables.',
  },
}
