import type { PortalWords } from '../english.ts'

/** Security info, about a new phone. */
export const newPhone: PortalWords['newPhone'] = {
  title: 'Teléfono nuevo',
  lead: 'Las claves de acceso de un solo teléfono no se mudan solas. Elija su caso y siga los pasos.',
  question: '¿Qué ha sido del teléfono antiguo?',
  situations: {
    atHand: { label: 'Todavía lo tengo', about: 'Funciona, y el nuevo también está aquí.' },
    gone: { label: 'Ya no lo tengo', about: 'Perdido, robado o roto.' },
    wiped: { label: 'Se ha borrado', about: 'Restablecido, vendido o devuelto.' },
  },
  stepsLabel: 'Pasos',
  steps: {
    keepOld: {
      title: 'Conserve el teléfono antiguo hasta el final',
      about: 'No lo restablezca todavía. Es su forma de entrar.',
    },
    addWithOld: {
      title: 'Añada una clave de acceso en el teléfono nuevo',
      about: 'Confirme con el antiguo cuando se le pida. Lleva un minuto.',
    },
    tryNew: {
      title: 'Inicie sesión una vez con el nuevo',
      about: 'Así sabe que funciona antes de dejar el antiguo.',
    },
    removeOld: {
      title: 'Elimine aquí la clave del teléfono antiguo',
      about: 'Así nadie más inicia sesión con ella, tenga quien tenga el teléfono.',
    },
    endSessions: {
      title: 'Cierre lo que siga con la sesión iniciada',
      about: 'Puede que alguien tenga el teléfono. Cierre sus sesiones, o cierre sesión en todas partes.',
    },
    restoreSynced: {
      title: 'Restaure su copia en el teléfono nuevo',
      about: 'Las claves sincronizadas vuelven con la cuenta del teléfono. Las de un solo dispositivo, no.',
    },
    useOther: {
      title: 'Inicie sesión de otra forma',
      about: 'Tiene otra clave de acceso que no está en el teléfono. Úsela.',
    },
    askForPass: {
      title: 'Pida un Temporary Access Pass',
      about: 'Su servicio de asistencia comprueba que es usted y le dice un pase, por teléfono o en persona.',
    },
    callHelpDesk: {
      title: 'Llame a su servicio de asistencia',
      about: 'Comprueba que es usted y le da un Temporary Access Pass.',
    },
    signInWithPass: {
      title: 'Inicie sesión con el pase',
      about: 'Elija «Usar otra forma» y después «Temporary Access Pass».',
    },
    addNew: {
      title: 'Añada una clave de acceso en el teléfono nuevo',
      about: 'Hágalo en la misma visita: el pase no dura mucho.',
    },
    addSecond: {
      title: 'Añada una segunda, para la próxima vez',
      about: 'En un equipo o en una llave de seguridad: así perder el teléfono no es un problema.',
    },
  },
  places: {
    add: 'Añadir una forma de iniciar sesión',
    methods: 'Sus formas de iniciar sesión',
    sessions: 'Dónde tiene la sesión iniciada',
    requestPass: 'Pedir un pase',
  },
  helpDesk: 'Servicio de asistencia',
  manager: ({ name }) => `Puede que se pregunte por usted a su responsable, ${name}.`,
}
