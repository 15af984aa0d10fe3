import type { PortalWords } from '../english.ts'

/** Security info, about apps. */
export const apps: PortalWords['apps'] = {
  title: 'Mis aplicaciones',
  lead: 'Lo que su organización le ha abierto. Cada una dice qué pide al iniciar sesión.',
  list: 'Aplicaciones',
  open: ({ app }) => `Abrir ${app}`,
  asks: {
    singleFactor: 'Pide una prueba, como una contraseña',
    multiFactor: 'Pide dos pruebas, o una clave de acceso',
    passwordless: 'Pide entrar sin contraseña',
    phishingResistant: 'Pide una clave de acceso',
  },
  named: ({ name }) => `Pide: ${name}`,
  device: 'quiere un dispositivo que su organización conozca',
  terms: 'pide aceptar condiciones de uso',
  blocked: 'Desde aquí no: una regla de su organización lo impide.',
  none: 'Todavía no tiene ninguna aplicación',
  noneLead: 'Aquí aparecerán las aplicaciones que su organización le abra, si tienen una página de inicio.',
}
