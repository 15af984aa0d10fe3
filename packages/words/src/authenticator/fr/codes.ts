import type { AuthenticatorWords } from '../english.ts'

export const codes: AuthenticatorWords['codes'] = {
  title: 'Code à usage unique',
  code: (values) => `Code pour ${values.account}`,
  left: (values) => (values.seconds === 1 ? 'Encore 1 seconde' : `Encore ${values.seconds} secondes`),
  none: 'Pas de codes à usage unique sur ce téléphone',
  byHandTitle: 'Ajouter un autre service',
  byHandLead: 'Le service vous montre une clé, en général sous son code QR.',
  issuer: 'Nom du service',
  issuerRequired: 'Dites de quel service il s’agit.',
  account: 'Votre nom là-bas',
  key: 'Clé',
  keyHint: 'Des lettres et les chiffres de 2 à 7. Les espaces ne comptent pas.',
  keyWrong: 'Ce n’est pas une clé pour des codes à usage unique.',
  add: 'Ajouter',
  added: 'Les codes ont été ajoutés.',
  confirmTitle: 'Ajouter des codes à usage unique ?',
  confirmLead: (values) =>
    `De « ${values.issuer} ». Ne les ajoutez que si vous venez de demander ce code à ce service.`,
  unnamed: 'Service sans nom',
  removeTitle: (values) => `Supprimer les codes pour ${values.name} ?`,
  removeLead:
    'Ils ne peuvent pas être retrouvés. Assurez-vous de pouvoir vous y connecter autrement, ou désactivez-y d’abord les codes.',
  remove: 'Supprimer les codes',
  removed: 'Les codes ont été supprimés.',
}
