import type { PortalWords } from '../english.ts'

export const devices: PortalWords['devices'] = {
  title: 'Vos appareils',
  lead: 'Où Latchkey Authenticator est inscrit pour vous. Retirez ce que vous n’avez plus ou ne connaissez pas.',
  list: 'Appareils inscrits',
  surface: {
    extension: 'Extension de navigateur',
    phoneApp: 'Application sur un téléphone',
    agent: 'Application sous Linux',
  },
  seen: (values) => `Vu ${values.time}`,
  registered: (values) => `Inscrit ${values.time}`,
  passkeys: (values) =>
    values.count === 1 ? '1 clé d’accès créée là' : `${values.count} clés d’accès créées là`,
  expired: 'Inscription expirée',
  revoked: 'Désactivé',
  tooOld: 'Application trop ancienne',
  remove: 'Retirer',
  removeNamed: (values) => `Retirer : ${values.name}`,
  removeTitle: (values) => `Retirer « ${values.name} » ?`,
  removeLead:
    'Les clés d’accès créées sur cet appareil ne permettent plus de se connecter, et ce qu’elles ont ouvert est fermé. Vous pourrez l’inscrire de nouveau.',
  removeUnlinks: (values) =>
    values.count === 1
      ? 'Une clé d’accès de votre téléphone part avec lui : aucun autre navigateur associé ne peut l’utiliser. Elle fonctionnera de nouveau dès qu’un navigateur sera associé.'
      : `${values.count} clés d’accès de votre téléphone partent avec lui : aucun autre navigateur associé ne peut les utiliser. Elles fonctionneront de nouveau dès qu’un navigateur sera associé.`,
  removed: 'L’appareil est retiré.',
  last: 'Votre dernier moyen d’entrer est sur cet appareil, ou a besoin de lui. Ajoutez-en d’abord un autre.',
  none: 'Aucun appareil n’est inscrit',
  noneLead: 'Ajoutez votre compte dans Latchkey Authenticator : l’appareil apparaîtra ici.',
  links: 'Appareils associés',
  linksLead: 'Ils vous connectent ensemble, sans code. Retirez ceux que vous ne connaissez pas.',
  linked: (values: { readonly client: string; readonly authenticator: string }) =>
    `${values.client} et ${values.authenticator}`,
  linkedAt: (values: { readonly time: string }) => `Association : ${values.time}`,
  unlink: 'Dissocier',
  unlinkNamed: (values: { readonly client: string; readonly authenticator: string }) =>
    `Dissocier : ${values.client} et ${values.authenticator}`,
  unlinkTitle: (values) => `Dissocier ${values.client} et ${values.authenticator} ?`,
  unlinkLead: (values) =>
    values.count === 1
      ? `Seul un navigateur associé peut utiliser la clé d’accès de « ${values.authenticator} », et aucun autre ne l’est. Elle fonctionnera de nouveau dès qu’un navigateur sera associé.`
      : `Seul un navigateur associé peut utiliser les ${values.count} clés d’accès de « ${values.authenticator} », et aucun autre ne l’est. Elles fonctionneront de nouveau dès qu’un navigateur sera associé.`,
  linkLast: 'Votre dernier moyen d’entrer a besoin de cette association. Ajoutez-en d’abord un autre.',
  unlinked: 'Les appareils ne sont plus associés.',
}
