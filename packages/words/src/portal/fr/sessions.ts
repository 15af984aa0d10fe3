import type { PortalWords } from '../english.ts'

/** Security info, about sessions. */
export const sessions: PortalWords['sessions'] = {
  title: 'Vos sessions',
  lead: 'Chaque navigateur et chaque appareil connecté à votre nom. Mettez fin à ce que vous ne connaissez pas ou n’utilisez pas.',
  list: 'Liste des sessions',
  thisOne: 'Ce navigateur',
  deviceCode: 'Un appareil qui a affiché un code',
  with: ({ methods }) => `Connexion par ${methods}`,
  since: ({ time, place }) => `Depuis ${time}, ${place}`,
  seen: ({ time }) => `Vue ${time}`,
  until: ({ time }) => `se termine ${time}`,
  appsOnly: 'une application continue sans le navigateur',
  app: ({ name, time }) => `${name} reste connectée, utilisée ${time}`,
  end: 'Déconnecter',
  endNamed: ({ device }) => `Déconnecter : ${device}`,
  ended: 'Déconnecté.',
  endOthers: 'Se déconnecter partout ailleurs',
  noOthers: 'Vous n’êtes connecté qu’ici.',
  endAll: 'Se déconnecter partout',
  endAllTitle: 'Se déconnecter partout ?',
  endAllLead:
    'Toutes les sessions prennent fin, celle-ci aussi. Les applications de vos appareils vous demanderont de vous reconnecter.',
  stay: 'Rester connecté',
  notKnown: 'Voyez-vous quelque chose que vous ne connaissez pas ?',
  toActivity: 'Voir l’activité récente',
}
