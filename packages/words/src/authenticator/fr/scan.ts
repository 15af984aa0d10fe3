import type { AuthenticatorWords } from '../english.ts'

export const scan: AuthenticatorWords['scan'] = {
  title: 'Scanner un code QR',
  lead: 'Tenez-le devant l’appareil photo. Rien n’est ouvert avant que vous l’ayez dit.',
  picture: 'Ce que voit l’appareil photo',
  starting: 'L’appareil photo démarre …',
  looking: 'Recherche d’un code QR …',
  again: 'En scanner un autre',
  noCameraTitle: 'L’appareil photo ne peut pas être utilisé',
  noCamera:
    'Autorisez cette page à utiliser l’appareil photo, dans les réglages de votre navigateur pour ce site, puis réessayez.',
  passkeyTitle: 'Utilisez l’appareil photo de votre téléphone',
  passkeyLead:
    'Ce code QR connecte quelqu’un avec une clé d’accès. Seule l’application d’appareil photo de votre téléphone peut s’assurer que l’autre appareil est près de vous. Ne continuez que si le code est sur un appareil devant vous, que vous utilisez.',
  otherTitle: 'Cela appartient à une autre organisation',
  otherLead: (values) => `Le code vient de ${values.host}, qui a son propre Authenticator.`,
  otherOpen: (values) => `Aller à ${values.host}`,
  accountTitle: 'Ajouter un compte professionnel ou scolaire ?',
  accountLead: 'Le code vient de votre organisation. Ensuite, vous vous connectez.',
  unknownTitle: 'Ce code n’est pas pour cette application',
  unknownLead: 'Il n’ajoute pas de compte et ne fait pas de codes à usage unique.',
  signIn: 'Se connecter',
}
