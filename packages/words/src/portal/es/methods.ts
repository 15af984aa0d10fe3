import type { PortalWords } from '../english.ts'

export const methods: PortalWords['methods'] = {
  rows: {
    title: 'Formas de iniciar sesión',
    add: 'Añadir una forma',
    manage: 'Gestionar',
    manageNamed: ({ name }) => `Gestionar ${name}`,
    change: 'Cambiar',
    set: 'Establecer',
    remove: 'Quitar',
    onThisDeviceOnly: 'En un solo dispositivo',
    synced: 'Sincronizada',
    mayBeSynced: 'Se puede sincronizar',
    dormant: 'No se puede usar por ahora',
    dormantKept: 'Se conserva y volverá a servir cuando las reglas lo permitan.',
    notYetFull: 'Cuenta como un solo factor hasta que el dispositivo compruebe con ella que es usted',
    never: 'Sin usar todavía',
    added: 'Añadida el',
    lastUsed: 'Último uso',
    from: ({ place }) => `desde ${place}`,
    password: 'Contraseña',
    changed: 'Cambiada el',
    codes: 'Códigos de un solo uso',
    pass: 'Temporary Access Pass',
    passUntil: 'Válido hasta el',
    passOnce: 'Sirve una vez',
    none: 'Todavía no ha configurado ninguna forma de iniciar sesión.',
  },
  advice: {
    firstTitle: 'Añada una clave de acceso mientras pueda',
    first:
      'Nada de lo que hay aquí le deja entrar de forma duradera. Con una clave de acceso iniciará sesión con la huella, el rostro o el PIN.',
    secondTitle: 'Con una sola clave de acceso no basta',
    second:
      'Si pierde el dispositivo donde está, no podrá entrar. Añada otra en un teléfono o en una llave de seguridad.',
    add: 'Añadir una clave de acceso',
  },
  model: {
    unknown: 'Clave de acceso',
    claimed: 'según el dispositivo; sin comprobar',
    proven: 'comprobado por el fabricante',
  },
  approvals: {
    about: 'Aprueba inicios de sesión con un número',
    badge: 'Aplicación Authenticator',
    removed: 'Quitado',
    removeTitle: ({ name }) => `¿Quitar «${name}» como forma de iniciar sesión?`,
    removeReason:
      'El dispositivo sigue registrado y conserva sus claves de acceso. Ya no aprueba inicios de sesión.',
    browsers: 'Navegadores recordados',
    browsersLead:
      'En estos navegadores, en los que ha iniciado sesión con una clave de acceso, basta una aprobación en Authenticator, sin contraseña.',
    browserUnknown: 'Un navegador',
    forget: 'Olvidar',
    forgotten: 'Navegador olvidado',
  },
  preferred: {
    title: 'Forma predeterminada de iniciar sesión',
    reason: 'Lo que pedimos primero. Siempre se puede elegir otra forma.',
    label: 'Pedirme primero',
    system: 'Su organización pide primero la mejor forma que usted tenga. Siempre se puede elegir otra.',
    none: 'Lo que mejor convenga',
    passkey: 'Una clave de acceso',
    push: 'Una aprobación en Authenticator',
    password: 'Mi contraseña',
    save: 'Guardar',
    saved: 'Guardado.',
  },

  lead: 'Cómo inicia sesión y qué le pide su organización.',
  syncedBy: ({ name }) => `Sincronizada por ${name}`,
  lastWay: 'Es su única forma de entrar: añada otra antes de eliminarla.',
  requirement: {
    title: 'Lo que pide su organización',
    strengths: {
      singleFactor: 'Cualquier forma de iniciar sesión',
      multiFactor: 'Dos factores: una clave de acceso, o una contraseña con un código de un solo uso',
      passwordless: 'Iniciar sesión sin contraseña, por ejemplo con una clave de acceso',
      phishingResistant: 'Una clave de acceso: nada que una página falsa pueda pedirle',
    },
    have: 'Ya lo tiene',
    missing: 'Sin configurar todavía',
    missingHint: 'Añada una clave de acceso ahora que tiene la sesión abierta.',
  },
  unfinished: {
    title: 'Sin terminar',
    lead: 'Aquí se empezó una clave de acceso que nunca llegó. Quizá su dispositivo la conserve: elimínela allí para que no estorbe e inténtelo de nuevo.',
    kinds: {
      'this-device': 'Clave de acceso en este dispositivo',
      'other-device': 'Clave de acceso en otro dispositivo',
      'security-key': 'Llave de seguridad',
      provider: 'Clave de acceso en una aplicación',
    },
    cleanUp: {
      'this-device':
        'Si la tiene este dispositivo: busque este sitio entre sus contraseñas y claves de acceso y elimínela allí.',
      'other-device':
        'Si la tiene el teléfono o la tableta: busque este sitio entre sus contraseñas y claves de acceso y elimínela allí.',
      'security-key':
        'Si la tiene la llave: elimine la entrada de este sitio en los ajustes del navegador o del fabricante para llaves de seguridad.',
      provider: 'Si la tiene la aplicación: ábrala, busque esta cuenta y elimine allí la clave de acceso.',
    },
    retry: 'Intentar de nuevo',
    dismiss: 'Descartar',
    dismissNamed: ({ name }) => `Descartar: ${name}`,
  },
  manageHint: 'Verla, cambiarle el nombre o eliminarla',
}
