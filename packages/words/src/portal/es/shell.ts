import type { PortalWords } from '../english.ts'

export const shell: PortalWords['shell'] = {
  title: 'Información de seguridad',
  places: {
    methods: 'Cómo inicia sesión',
    activity: 'Actividad reciente',
    sessions: 'Dónde tiene la sesión iniciada',
    devices: 'Sus dispositivos',
    apps: 'Mis aplicaciones',
    newPhone: 'Teléfono nuevo',
    administration: 'Administración',
  },
}
