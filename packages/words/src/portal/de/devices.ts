import type { PortalWords } from '../english.ts'

export const devices: PortalWords['devices'] = {
  title: 'Ihre Geräte',
  lead: 'Wo der Latchkey Authenticator für Sie registriert ist. Entfernen Sie, was Sie nicht mehr haben oder nicht kennen.',
  list: 'Registrierte Geräte',
  surface: {
    extension: 'Browser-Erweiterung',
    phoneApp: 'App auf einem Telefon',
    agent: 'App unter Linux',
  },
  seen: (values) => `Zuletzt gesehen ${values.time}`,
  registered: (values) => `Registriert ${values.time}`,
  passkeys: (values) =>
    values.count === 1 ? '1 Passkey dort erstellt' : `${values.count} Passkeys dort erstellt`,
  expired: 'Registrierung abgelaufen',
  revoked: 'Abgeschaltet',
  tooOld: 'App zu alt',
  remove: 'Entfernen',
  removeNamed: (values) => `Entfernen: ${values.name}`,
  removeTitle: (values) => `„${values.name}“ entfernen?`,
  removeLead:
    'Mit Passkeys, die darauf erstellt wurden, meldet sich niemand mehr an, und was sie geöffnet haben, wird abgemeldet. Sie können das Gerät wieder registrieren.',
  removeUnlinks: (values) =>
    values.count === 1
      ? 'Ein Passkey auf Ihrem Telefon geht mit: Kein anderer verknüpfter Browser kann ihn verwenden. Er geht wieder, sobald ein Browser verknüpft ist.'
      : `${values.count} Passkeys auf Ihrem Telefon gehen mit: Kein anderer verknüpfter Browser kann sie verwenden. Sie gehen wieder, sobald ein Browser verknüpft ist.`,
  removed: 'Das Gerät ist entfernt.',
  last: 'Ihr letzter Weg hinein ist auf diesem Gerät oder braucht es. Fügen Sie erst einen anderen hinzu.',
  none: 'Kein Gerät ist registriert',
  noneLead: 'Fügen Sie Ihr Konto im Latchkey Authenticator hinzu, dann erscheint das Gerät hier.',
  links: 'Verknüpfte Geräte',
  linksLead: 'Sie melden Sie gemeinsam an, ohne Code. Was Sie nicht kennen, entfernen Sie.',
  linked: (values: { readonly client: string; readonly authenticator: string }) =>
    `${values.client} und ${values.authenticator}`,
  linkedAt: (values: { readonly time: string }) => `Verknüpft ${values.time}`,
  unlink: 'Verknüpfung entfernen',
  unlinkNamed: (values: { readonly client: string; readonly authenticator: string }) =>
    `Verknüpfung entfernen: ${values.client} und ${values.authenticator}`,
  unlinkTitle: (values) => `Verknüpfung von ${values.client} und ${values.authenticator} entfernen?`,
  unlinkLead: (values) =>
    values.count === 1
      ? `Nur ein verknüpfter Browser kann den Passkey auf „${values.authenticator}“ verwenden, und kein anderer ist verknüpft. Er geht wieder, sobald ein Browser verknüpft ist.`
      : `Nur ein verknüpfter Browser kann die ${values.count} Passkeys auf „${values.authenticator}“ verwenden, und kein anderer ist verknüpft. Sie gehen wieder, sobald ein Browser verknüpft ist.`,
  linkLast: 'Ihr letzter Weg hinein braucht diese Verknüpfung. Fügen Sie erst einen anderen hinzu.',
  unlinked: 'Die Geräte sind nicht mehr verknüpft.',
}
