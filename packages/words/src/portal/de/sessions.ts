import type { PortalWords } from '../english.ts'

/** Security info, about sessions. */
export const sessions: PortalWords['sessions'] = {
  title: 'Wo Sie angemeldet sind',
  lead: 'Jeder Browser und jedes Gerät, in dem jemand in Ihrem Namen angemeldet ist. Beenden Sie, was Sie nicht kennen oder nicht brauchen.',
  list: 'Sitzungen',
  thisOne: 'Dieser Browser',
  deviceCode: 'Ein Gerät, das einen Code gezeigt hat',
  with: ({ methods }) => `Angemeldet mit ${methods}`,
  since: ({ time, place }) => `Seit ${time}, ${place}`,
  seen: ({ time }) => `Zuletzt gesehen ${time}`,
  until: ({ time }) => `endet ${time}`,
  appsOnly: 'eine App macht ohne den Browser weiter',
  app: ({ name, time }) => `${name} bleibt angemeldet, zuletzt benutzt ${time}`,
  end: 'Abmelden',
  endNamed: ({ device }) => `Abmelden: ${device}`,
  ended: 'Dort abgemeldet.',
  endOthers: 'Überall sonst abmelden',
  noOthers: 'Sie sind sonst nirgends angemeldet.',
  endAll: 'Überall abmelden',
  endAllTitle: 'Überall abmelden?',
  endAllLead: 'Jede Sitzung endet, auch diese. Apps auf Ihren Geräten verlangen eine neue Anmeldung.',
  stay: 'Angemeldet bleiben',
  notKnown: 'Sehen Sie etwas, das Sie nicht kennen?',
  toActivity: 'Letzte Aktivitäten ansehen',
}
