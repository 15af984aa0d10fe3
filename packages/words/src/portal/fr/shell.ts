import type { PortalWords } from '../english.ts'

export const shell: PortalWords['shell'] = {
  title: 'Informations de sécurité',
  places: {
    methods: 'Comment vous vous connectez',
    activity: 'Activité récente',
    sessions: 'Où vous êtes connecté',
    devices: 'Vos appareils',
    apps: 'Mes applications',
    newPhone: 'Nouveau téléphone',
    administration: 'Administration',
  },
}
