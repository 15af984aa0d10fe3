import type { AuthenticatorWords } from '../english.ts'

export const passkeys: AuthenticatorWords['passkeys'] = {
  title: 'Claves de acceso',
  none: 'Todavía no hay clave de acceso',
  noneLead: 'Con una, su huella, su cara o el bloqueo de pantalla inicia su sesión.',
  here: 'Creada en este teléfono',
  synced: 'Sincronizada',
  added: (values) => `Añadida ${values.when}`,
  used: (values) => `Usada por última vez ${values.when}`,
  create: 'Crear una clave de acceso',
  createTitle: 'Crear una clave de acceso',
  createLead:
    'La guarda el gestor de contraseñas de su teléfono. Esta aplicación no puede: a las aplicaciones web no se les deja entrar ahí.',
  whatHappens: 'Qué pasa ahora',
  steps: {
    ask: 'Su teléfono pregunta dónde guardar la clave de acceso. Lo normal es su propio gestor de contraseñas.',
    confirm: 'Lo confirma con su huella, su cara o el bloqueo de pantalla.',
    done: 'Funciona aquí al momento, y en cada navegador que use en este teléfono.',
  },
  waiting: 'Siga lo que dice su teléfono …',
  checking: 'Su organización la mira …',
  registered: 'Clave de acceso registrada',
  registeredLead: 'Ya puede iniciar sesión con ella. Si otro dispositivo la estaba esperando, ya lo sabe.',
  exists: 'Este teléfono ya tiene una clave de acceso para esta cuenta',
  existsLead: 'Con una basta: funciona en cada navegador de este teléfono.',
  confirmFirst: 'Primero confirme que es usted. Vuelve a esta página.',
  done: 'Listo',
  remove: 'Eliminar',
  removeNamed: (values) => `Eliminar la clave de acceso «${values.name}»`,
  removeTitle: (values) => `¿Eliminar la clave de acceso «${values.name}»?`,
  removeLead:
    'Se elimina en su organización y se avisa a su teléfono para que también la elimine, a la vez. Ya no podrá iniciar sesión con ella.',
  removed: 'La clave de acceso se ha eliminado, aquí y en su organización.',
  removeConfirm: 'Sí, eliminarla',
}
