import type { AuthenticatorWords } from '../english.ts'

export const shell: AuthenticatorWords['shell'] = {
  appName: 'Authenticator',
  settings: 'Ajustes',
  back: 'Atrás',
  offlineTitle: 'Sin conexión',
  offlineLead: 'Los códigos de un solo uso funcionan igualmente. Lo demás vuelve con la red.',
  installTitle: 'Póngala en su pantalla de inicio',
  installLead: 'Así se abre como cualquier otra aplicación, guarda lo que usted añade y puede avisarle.',
  install: 'Instalar',
  appLock: 'Bloqueo de la aplicación',
  lock: {
    choose: 'Qué abre la aplicación',
    none: 'Nada',
    noneAbout: 'Quien tenga este teléfono desbloqueado puede abrirla.',
    passkey: 'Huella, cara o bloqueo de pantalla',
    passkeyAbout:
      'Una clave de acceso de este teléfono abre la aplicación. No inicia sesión en ningún sitio.',
    passkeyName: 'Bloqueo de Authenticator',
    pin: 'Un PIN',
    pinAbout: 'Tras diez errores seguidos se borra lo que guarda la aplicación.',
    newPin: 'PIN nuevo',
    newPinHint: 'Al menos seis caracteres, y no una serie como 123456.',
    pinAgain: 'El mismo PIN otra vez',
    pinsDiffer: 'No son iguales.',
    turnOn: 'Activar',
    turnOff: 'Desactivar',
    auto: 'Se bloquea sola si nadie la toca durante cinco minutos, y cuando usted la cierra.',
    title: 'La aplicación está bloqueada',
    lead: 'Muestre que es usted.',
    unlock: 'Desbloquear',
    waiting: 'Un momento …',
    notUnlocked: 'Eso no ha desbloqueado la aplicación. Inténtelo otra vez.',
    wrongPin: (values) =>
      values.count === 1
        ? 'PIN incorrecto. Con un error más se borra lo que guarda la aplicación.'
        : `PIN incorrecto. Puede intentarlo ${values.count} veces más.`,
    waits: (values) =>
      values.seconds === 1
        ? 'Espere 1 segundo e inténtelo otra vez.'
        : `Espere ${values.seconds} segundos e inténtelo otra vez.`,
    tooShort: 'Un PIN tiene al menos seis caracteres.',
    tooSimple: 'Es uno de los PIN que todos prueban primero. Elija otro.',
    needed:
      'Primero desvincule los navegadores y elimine las claves de esta aplicación. Sin el bloqueo se perderían.',
    cannotTitle: 'Su teléfono no ha dado lo que necesita el bloqueo',
    cannot:
      'Quizá se interrumpió, o las claves de acceso de este teléfono no pueden hacerlo. Un PIN funciona siempre.',
    wipedTitle: 'Demasiados PIN incorrectos',
    wipedLead:
      'Se ha borrado lo que la aplicación guardaba sellado: los códigos de un solo uso y las claves de este teléfono. Sus cuentas se pueden registrar de nuevo.',
  },
  about: 'Qué hace esta aplicación y qué no puede hacer',
  aboutDoes: 'Qué hace',
  aboutDoesList: {
    adds: 'Añade su cuenta profesional o educativa y configura de una vez todo lo que permite su organización.',
    codes: 'Genera códigos de un solo uso, también sin red.',
    passkeys: 'Hace que se cree una clave de acceso en este teléfono, y la quita, aquí y en su organización.',
    checks: 'Se compara con su organización cada vez que se abre y le dice qué ha limpiado.',
  },
  aboutCannot: 'Qué no puede hacer',
  aboutCannotList: {
    provider:
      'Es una aplicación web: no puede guardar ella misma las claves de acceso de su teléfono. Las guarda el gestor de contraseñas del teléfono.',
    qr: 'No puede responder al código QR de un inicio de sesión. La cámara de su teléfono sí.',
    apps: 'No puede iniciar su sesión en otras aplicaciones de este teléfono ni abrir los ajustes del teléfono.',
  },
  version: (values) => `Versión ${values.version}`,
  clearTitle: 'Quitar todo',
  clearLead:
    'Olvida todas las cuentas y todos los códigos de este teléfono. Las claves de esta aplicación se eliminan; las claves de acceso se quedan donde las guarda su teléfono.',
  clear: 'Quitar todo de este teléfono',
  clearConfirmTitle: '¿Quitar todo de este teléfono?',
  clearConfirmLead:
    'Los códigos de otros servicios no se pueden recuperar. Sus cuentas profesionales y educativas se pueden añadir de nuevo.',
}
