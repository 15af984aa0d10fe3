import type { PortalWords } from '../english.ts'

/** Security info, about sessions. */
export const sessions: PortalWords['sessions'] = {
  title: 'Dónde tiene la sesión iniciada',
  lead: 'Cada navegador y dispositivo con una sesión a su nombre. Cierre lo que no conozca o no necesite.',
  list: 'Sesiones',
  thisOne: 'Este navegador',
  deviceCode: 'Un dispositivo que mostró un código',
  with: ({ methods }) => `Sesión iniciada con ${methods}`,
  since: ({ time, place }) => `Desde ${time}, ${place}`,
  seen: ({ time }) => `Visto por última vez ${time}`,
  until: ({ time }) => `termina ${time}`,
  appsOnly: 'una aplicación sigue sin el navegador',
  app: ({ name, time }) => `${name} sigue con la sesión iniciada, usada por última vez ${time}`,
  end: 'Cerrar sesión',
  endNamed: ({ device }) => `Cerrar sesión: ${device}`,
  ended: 'Sesión cerrada allí.',
  endOthers: 'Cerrar sesión en los demás sitios',
  noOthers: 'No tiene la sesión iniciada en ningún otro sitio.',
  endAll: 'Cerrar sesión en todas partes',
  endAllTitle: '¿Cerrar sesión en todas partes?',
  endAllLead:
    'Terminan todas las sesiones, también esta. Las aplicaciones de sus dispositivos le pedirán que inicie sesión.',
  stay: 'Mantener la sesión',
  notKnown: '¿Ve algo que no conoce?',
  toActivity: 'Ver la actividad reciente',
}
