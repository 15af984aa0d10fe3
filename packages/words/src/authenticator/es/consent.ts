import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about what a person is asked to agree to, in Spanish. */
export const consent: AuthenticatorWords['consent'] = {
  signInTitle: ({ organisation }) => `¿Iniciar sesión en ${organisation}?`,
  createTitle: ({ organisation }) => `¿Crear una clave de acceso para ${organisation}?`,
  signInLead: 'Continúe solo si está iniciando sesión en este momento.',
  createLead: 'Se guarda en este navegador y no sale de este dispositivo.',
  site: 'Sitio',
  siteChecked: 'Su navegador responde de esta dirección.',
  account: 'Cuenta',
  chooseAccount: '¿Qué cuenta?',
  signIn: 'Iniciar sesión',
  create: 'Crear clave de acceso',
  readFirst: 'En un momento: lea esto primero',
  checking: 'Comprobando …',
  anotherWay: 'Usar otra forma',
  anotherWayHint:
    'Su navegador pregunta en su lugar por una llave de seguridad, un teléfono o este dispositivo.',
  nothingTitle: 'Aquí no hay ninguna clave de acceso que sirva',
  nothingLead:
    'Este navegador no guarda ninguna clave de acceso para lo que pide la página. Use otra forma, o cree una clave de acceso en la información de seguridad.',
  notHereTitle: 'Esta cuenta no está en el Authenticator',
  notHereLead: ({ userName }) =>
    `Añada primero ${userName} y después cree la clave de acceso. O guárdela en otro sitio.`,
  registerTitle: 'Registre de nuevo este navegador',
  registerLead: 'Su organización ya no lo conoce, así que una clave de acceso creada aquí no contaría.',
  addAccount: 'Añadir la cuenta',
  goneTitle: 'Ya no hay nada que confirmar',
  goneLead: 'La página siguió adelante, o tardó demasiado. Cierre esta ventana e inténtelo allí otra vez.',
}
