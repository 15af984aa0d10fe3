import type { Words } from '../../words.ts'

/** The sign-in pages. */
export const signInWords: Words['signIn'] = {
  title: 'Iniciar sesión',
  to: ({ app }) => `para continuar en ${app}`,
  name: {
    label: 'Correo del trabajo o nombre de usuario',
    placeholder: 'name@example.com',
    options: 'Opciones de inicio de sesión',
    required: 'Escriba el nombre con el que inicia sesión.',
  },
  as: 'Inicia sesión como',
  notYou: 'Usar otra cuenta',
  passkey: {
    title: 'Use su clave de acceso',
    ready: 'Su dispositivo le pedirá la huella, el rostro, el PIN o la llave de seguridad.',
    retry: 'Reintentar',
    signingIn: 'Iniciando sesión…',
    withoutName:
      'Elija la clave de acceso que le ofrece su dispositivo. No hace falta escribir ningún nombre.',
    proveAgain: 'Confirme que es usted',
    proveAgainReason: 'Un toque a su clave de acceso y podrá seguir.',
  },
  help: {
    title: '¿No ocurre nada?',
    intro: 'Si la clave de acceso está en un teléfono o en otro dispositivo:',
    bluetooth:
      'El Bluetooth está activado en los dos dispositivos y están cerca uno del otro. No hay que emparejarlos.',
    camera:
      'Escanee el código con la cámara del propio teléfono, no con un lector de QR dentro de una aplicación.',
    system: ({ iOS, android }) =>
      `El teléfono tiene iOS ${iOS} o Android ${android}, o una versión posterior, y los dos dispositivos tienen conexión.`,
    provider:
      'En los ajustes del teléfono, la aplicación que guarda la clave de acceso está activada como proveedor de contraseñas y claves de acceso.',
    thisDevice:
      'Si la clave de acceso está en este dispositivo, cierre otras ventanas de claves de acceso y reinténtelo.',
  },
  password: {
    title: 'Escriba su contraseña',
    label: 'Contraseña',
    submit: 'Iniciar sesión',
    required: 'Escriba su contraseña.',
  },
  pass: {
    title: 'Escriba su Temporary Access Pass',
    label: 'Temporary Access Pass',
    hint: 'Se lo da su servicio de asistencia o un administrador. Sirve durante poco tiempo.',
    submit: 'Iniciar sesión',
    required: 'Escriba el Temporary Access Pass que le han dado.',
    show: 'Mostrar',
    hide: 'Ocultar',
  },
  code: {
    title: 'Escriba el código',
    label: 'Código de su aplicación de autenticación',
    hint: 'Seis cifras; cambian cada medio minuto.',
    submit: 'Verificar',
    required: 'Escriba las seis cifras que muestra la aplicación.',
  },
  options: {
    title: 'Opciones de inicio de sesión',
    passkey: 'Rostro, huella, PIN o llave de seguridad',
    passkeyHint: 'Con una clave de acceso. No hace falta escribir ningún nombre.',
    otherDevice: 'Una clave de acceso en otro dispositivo',
    otherDeviceHint: 'Escanee un código con el teléfono.',
  },
  anotherWay: {
    link: 'Usar otra forma',
    title: 'Elija cómo iniciar sesión',
    passkey: 'Rostro, huella, PIN o llave de seguridad',
    passkeyHint: 'Una clave de acceso en este dispositivo o una llave de seguridad',
    otherDevice: 'Una clave de acceso en otro dispositivo',
    otherDeviceHint: 'Escanee un código con el teléfono',
    password: 'Contraseña',
    passwordHint: 'Y, si su organización lo pide, un código',
    pass: 'Temporary Access Pass',
    passHint: 'Un código que le ha dado su servicio de asistencia',
    code: 'Código de una aplicación de autenticación',
    codeHint: 'Seis cifras de la aplicación de su teléfono',
    none: '¿No le sirve ninguna? Su servicio de asistencia puede darle un Temporary Access Pass.',
    askForPass: '¿Nada de esto funciona? Pedir un pase',
  },
  stronger: {
    title: 'Hace falta un inicio de sesión más seguro',
    cannotTitle: 'Todavía no puede entrar de esta forma',
    asked: ({ app, strength }) => `${app} pide ${strength}.`,
    askedHere: ({ strength }) => `Esta página pide ${strength}.`,
    have: ({ proven }) => `Hasta ahora ha usado ${proven}.`,
    noWay:
      'Su cuenta no tiene nada configurado que lo cumpla. Su servicio de asistencia puede darle un Temporary Access Pass, con el que podrá añadir una clave de acceso.',
    ways: 'Puede seguir con:',
    another: 'Entrar con otra cuenta',
    otherPerson: 'Ha iniciado sesión con una cuenta distinta de aquella a la que iba dirigida esta página.',
  },
  blocked: {
    title: 'No puede seguir desde aquí',
    rule: 'Una regla de su organización no permite este inicio de sesión: puede deberse a la aplicación, al lugar o al dispositivo.',
    device: 'Su organización pide un dispositivo que ella gestione, y no nos consta que este lo sea.',
    terms:
      'Su organización solo deja entrar a quien acepta sus condiciones de uso, y usted no las ha aceptado.',
    next: 'Si cree que debería poder entrar, dé este número a su servicio de asistencia:',
    again: 'Reintentar',
    another: 'Entrar con otra cuenta',
  },
  terms: {
    title: 'Condiciones de uso',
    reason: ({ name }) => `Para seguir, lea y acepte «${name}».`,
    read: 'Leer el texto',
    accept: 'Aceptar',
    decline: 'Rechazar',
  },
  strengths: {
    none: 'cualquier inicio de sesión',
    singleFactor: 'un inicio de sesión con un factor',
    multiFactor: 'un inicio de sesión con dos factores, o una clave de acceso',
    passwordless: 'un inicio de sesión sin contraseña',
    phishingResistant: 'una clave de acceso',
  },
  methods: {
    passkey: 'una clave de acceso',
    temporaryAccessPass: 'un Temporary Access Pass',
    password: 'una contraseña',
    totp: 'un código',
  },
  secure: {
    title: 'Proteja su cuenta',
    reason:
      'Cree ahora una clave de acceso. La próxima vez entrará con la huella, el rostro o el PIN: nada que recordar y nada que se pueda robar.',
    pointFast: 'Más rápida: un toque en lugar de escribir',
    pointSafe: 'Más segura: solo funciona en el sitio auténtico',
    pointPrivate: 'Su huella o su rostro nunca salen del dispositivo',
    create: 'Crear la clave de acceso',
    otherDevice: 'Crearla en un teléfono o en una llave de seguridad',
    waiting: 'Su dispositivo pregunta dónde guardar la clave de acceso. Siga sus pasos.',
    needed: 'Le hace falta para seguir.',
  },
  second: {
    title: 'Añada una segunda clave de acceso',
    reason:
      'Su única clave de acceso está en un dispositivo. Si lo pierde, no podrá entrar hasta que le ayude el servicio de asistencia. Añadir otra lleva un minuto.',
    hereTitle: 'Añadir una clave de acceso en este equipo',
    hereReason:
      'Ha iniciado sesión con el teléfono. Con una clave de acceso en este equipo no lo necesitará la próxima vez, y tendrá una segunda si pierde el teléfono.',
    here: 'Añadirla en este dispositivo',
  },
  nameIt: {
    title: 'Su clave de acceso está lista',
    reason: 'Póngale un nombre para distinguirla más adelante de las demás.',
    label: 'Nombre',
    required: 'Póngale un nombre de 60 caracteres como máximo.',
    suggestion: ({ device }) => `Clave de acceso en ${device}`,
    suggestionUnknown: 'Mi clave de acceso',
    done: 'Listo',
  },
  asDefault: {
    title: '¿Iniciar sesión así de forma predeterminada?',
    reason:
      'Acaba de iniciar sesión con una clave de acceso. De ahora en adelante podemos pedirla primero, siempre que esté a mano.',
    yes: 'Sí, pedir primero la clave de acceso',
  },
  stay: {
    title: '¿Mantener la sesión iniciada?',
    reason:
      'Así tendrá que iniciar sesión menos veces en este navegador. Elija No en un equipo que usen también otras personas.',
  },
  signedOut: {
    title: 'Ha cerrado la sesión',
    reason: 'Si otras personas usan este equipo, conviene cerrar las ventanas del navegador.',
    again: 'Volver a iniciar sesión',
  },
  signOut: {
    title: '¿Cerrar sesión?',
    reason: 'Se cerrará la sesión en este navegador.',
    submit: 'Cerrar sesión',
  },
  inApp: {
    title: 'Abra esta página en el navegador',
    reason: ({ app }) =>
      `Está dentro de ${app}. Las claves de acceso no funcionan aquí; en el navegador, sí.`,
    someApp: 'otra aplicación',
    openSafari: 'Abrir en Safari',
    openChrome: 'Abrir en Chrome',
    copy: 'Copiar el enlace',
    copyHint: 'Después, péguelo en la barra de direcciones del navegador. El enlace sirve durante una hora.',
    anyway: 'Seguir aquí sin clave de acceso',
  },
  announce: {
    prompt: 'El navegador le está pidiendo la clave de acceso.',
  },
}
