import type { CentreWords } from '../english.ts'

export const settings: CentreWords['settings'] = {
  title: 'Configuración',
  lead: 'Lo que vale en toda su organización, además de las reglas.',
  saveAll: 'Guardar los cambios',
  organisation: {
    title: 'Organización',
    name: 'Nombre',
    nameHint: 'Se ve en cada página y en cada mensaje.',
    nameRequired: 'La organización necesita un nombre.',
  },
  helpDesk: {
    title: 'Servicio de asistencia',
    lead: 'Aparece donde alguien se queda atascado, y en los mensajes.',
    text: 'Frase',
    textHint: 'Por ejemplo: extensión 4711, laborables de 8 a 18',
    mail: 'Dirección de correo',
    phone: 'Teléfono',
    url: 'Página web',
    urlHint: 'Empieza por https://',
    wrong: {
      mail: 'Esto no es una dirección de correo.',
      phone: 'Esto no es un número de teléfono.',
      url: 'La dirección debe empezar por https://.',
    },
  },
  signIn: {
    title: 'Cada inicio de sesión',
    lead: 'Lo mínimo que necesita cualquier aplicación. Las reglas y las aplicaciones pueden pedir más, nunca menos.',
    least: 'Nivel mínimo',
    strengths: {
      singleFactor: { name: 'Cualquier cosa', about: 'Basta una contraseña. Si acaso, por un tiempo.' },
      multiFactor: {
        name: 'Dos factores',
        about: 'Una llave de acceso, o una contraseña y un código de un solo uso.',
      },
      passwordless: { name: 'Sin contraseña', about: 'Una llave de acceso, u otra forma sin contraseña.' },
      phishingResistant: { name: 'Solo llaves de acceso', about: 'Lo que a nadie se le puede sonsacar.' },
    },
    firstPasskey: 'Quien solo tiene contraseña puede añadir con ella su primera llave de acceso',
    firstPasskeyHint: 'Quien sepa la contraseña podría adelantarse. Cada vez se anota y se avisa por correo.',
    counter: 'Cuando el contador de una llave de acceso no crece',
    counterHint: 'Así se ve una llave copiada, y también una copia de seguridad restaurada.',
    counters: { record: 'Anotarlo', refuse: 'Rechazar el inicio de sesión' },
  },
  sessions: {
    title: 'Cuánto tiempo se mantiene la sesión',
    lead: 'Las reglas pueden pedir que se inicie sesión más a menudo.',
    hours: 'Horas, si no se pidió mantener la sesión',
    days: 'Días, si se pidió mantener la sesión',
    hoursWrong: 'Entre 1 y 168 horas.',
    daysWrong: 'Entre 1 y 365 días.',
    offer: 'Preguntar si se quiere mantener la sesión',
  },
  passes: {
    title: 'Solicitudes de pases',
    lead: 'Si se puede pedir un pase cuando no se puede iniciar sesión, y quién decide.',
    link: 'Ajustarlo con las solicitudes',
  },
}
