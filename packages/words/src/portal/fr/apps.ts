import type { PortalWords } from '../english.ts'

/** Security info, about apps. */
export const apps: PortalWords['apps'] = {
  title: 'Mes applications',
  lead: 'Ce que votre organisation vous a ouvert. Chacune dit ce qu’elle demande à la connexion.',
  list: 'Applications',
  open: ({ app }) => `Ouvrir ${app}`,
  asks: {
    singleFactor: 'Demande une preuve, comme un mot de passe',
    multiFactor: 'Demande deux preuves, ou une clé d’accès',
    passwordless: 'Demande une connexion sans mot de passe',
    phishingResistant: 'Demande une clé d’accès',
  },
  named: ({ name }) => `Demande : ${name}`,
  device: 'veut un appareil connu de votre organisation',
  terms: 'demande d’accepter des conditions d’utilisation',
  blocked: 'Pas d’ici : une règle de votre organisation l’empêche.',
  none: 'Aucune application ne vous est encore ouverte',
  noneLead:
    'Les applications que votre organisation vous ouvre s’affichent ici, si elles ont une page d’accueil.',
}
