import type { AuthenticatorWords } from '../english.ts'

export const approvals: AuthenticatorWords['approvals'] = {
  title: 'Aprobar inicios de sesión',
  none: 'No hay nada en espera',
  noneLead: 'Cuando alguien inicie sesión con su nombre, aparecerá aquí por sí solo.',
  question: '¿Está iniciando sesión?',
  lead: 'Escriba el número que muestra la página de inicio de sesión.',
  number: 'Número',
  numberNeeded: 'Escriba las dos cifras del número.',
  approve: 'Aprobar',
  deny: 'No, no soy yo',
  report: 'Notificarlo',
  sending: 'Un momento…',
  app: 'Aplicación',
  place: 'Lugar',
  browser: 'Navegador',
  browserUnknown: 'Desconocido',
  account: 'Cuenta',
  when: 'Cuándo',
  map: ({ place }) => `Mapa con una marca: ${place}`,
  careTitle: 'Solo si es usted quien inicia sesión',
  care: 'Nadie que le llame o le escriba necesita este número. Si no está iniciando sesión en este momento, diga que no.',
  paused: ({ until }) =>
    `Hasta ${until} no se preguntará nada más aquí. Las claves de acceso funcionan como siempre.`,
  onLead:
    'Un inicio de sesión en otro lugar pregunta a este teléfono. Usted escribe el número que se muestra allí.',
  offLead:
    'Este teléfono puede aprobar inicios de sesión de esta cuenta: usted escribe el número que se muestra allí.',
  turnOn: 'Aprobar inicios de sesión aquí',
  turnOff: 'Desactivar',
  proveTitle: 'Primero confirme que es usted',
  proveLead:
    'Después, este teléfono podrá darle acceso. Por eso su organización quiere comprobarlo una vez: con su clave de acceso o como inicia sesión normalmente. Vuelve a esta página.',
  prove: 'Confirmar que soy yo',
  notWoken: 'Sin notificaciones, este teléfono solo pregunta mientras la aplicación está abierta.',
  notificationTitle: 'Alguien está esperando',
  notificationBody: 'Abra Authenticator para ver de qué se trata.',
  outcome: {
    approved: { title: 'Aprobado', lead: 'La otra pantalla sigue por sí sola.' },
    denied: { title: 'Denegado', lead: 'No ha entrado nadie. Si no era usted, cambie su contraseña.' },
    wrongNumber: {
      title: 'Era otro número',
      lead: 'Por eso se ha denegado el inicio de sesión. Si era usted, empiece de nuevo.',
    },
    reported: {
      title: 'Notificado',
      lead: 'No ha entrado nadie, y su organización ya lo sabe. Cambie su contraseña.',
    },
  },
}
