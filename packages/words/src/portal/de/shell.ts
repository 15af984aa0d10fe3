import type { PortalWords } from '../english.ts'

export const shell: PortalWords['shell'] = {
  title: 'Sicherheitsinformationen',
  places: {
    methods: 'Wie Sie sich anmelden',
    activity: 'Letzte Aktivitäten',
    sessions: 'Wo Sie angemeldet sind',
    devices: 'Ihre Geräte',
    apps: 'Meine Apps',
    newPhone: 'Neues Telefon',
    administration: 'Administration',
  },
}
