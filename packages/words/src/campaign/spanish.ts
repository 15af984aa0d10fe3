import type { CampaignWords } from './english.ts'

const byVersion = (system: string, version: string | undefined) =>
  version === undefined ? '' : `, a partir de ${system} ${version}`

export const spanish: CampaignWords = {
  language: 'es',
  mails: {
    'T-60': {
      subject: 'El {day} será más fácil iniciar sesión en {organisation}',
      intro:
        'El {day} cambia para usted la forma de iniciar sesión en {organisation}: una clave de acceso sustituye a su contraseña. Una clave de acceso es su huella, su cara o el PIN de su propio dispositivo. Nadie puede adivinarla y nadie puede sonsacársela.\n\nHoy no hay nada que hacer. Si quiere saber cómo será en su dispositivo, la página de abajo se lo muestra.',
    },
    'T-45': {
      subject: '¿Está listo su dispositivo para el {day}?',
      intro:
        'A partir del {day} iniciará sesión en {organisation} con una clave de acceso. La mayoría de los dispositivos están listos. Algunos necesitan antes una actualización, y es mejor hacerla ahora que ese mismo día.\n\nAbra la página de abajo en cada dispositivo con el que trabaja. Le dirá si hay algo que hacer en él.',
    },
    'T-30': {
      subject: 'Dentro de {days} días: qué es una clave de acceso y qué cambia para usted',
      intro:
        'El {day} le toca a usted en {organisation}. Para iniciar sesión bastará entonces un toque o una mirada: su dispositivo le pide el dedo, la cara o su PIN, y ya está dentro. Sin contraseña y sin códigos que copiar.\n\nSu huella y su cara no salen nunca de su dispositivo. {organisation} no las ve.',
    },
    'T-15': {
      subject: 'Lo que necesita el {day}',
      intro:
        'Dentro de {days} días creará su clave de acceso en {organisation}. Se tarda unos dos minutos si tiene a mano el dispositivo con el que trabaja, su teléfono y su forma actual de iniciar sesión.\n\nCompruebe que ambos se bloquean con huella, cara o PIN y que tienen instaladas sus actualizaciones.',
    },
    'T-7': {
      subject: 'Dentro de {days} días le toca a usted: su clave de acceso en {organisation}',
      intro:
        'El {day} creará su clave de acceso en {organisation}, y tiene hasta el {deadline} para hacerlo. La página de abajo le guía paso a paso y conoce su dispositivo.\n\nSi su teléfono es nuevo, antiguo o prestado, mire la página hoy mismo.',
    },
    'T-1': {
      subject: 'Mañana: su clave de acceso en {organisation}',
      intro:
        'Mañana podrá crear su clave de acceso. Tenga su teléfono a mano y reserve dos minutos.\n\nLa página de abajo le guía paso a paso. Tiene tiempo hasta el {deadline}.',
    },
    'T+0': {
      subject: 'Le toca a usted: cree su clave de acceso',
      intro:
        'Ya puede crear su clave de acceso en {organisation}. Se tarda unos dos minutos. Abra la página de abajo en el dispositivo con el que trabaja: le guía paso a paso.\n\nHágalo, por favor, antes del {deadline}.',
    },
    'T+3': {
      subject: 'Todavía falta su clave de acceso',
      intro:
        'Todavía no tiene una clave de acceso en {organisation}. Crearla lleva unos dos minutos, y el plazo termina el {deadline}.\n\n¿Algo no ha funcionado? La página de abajo sabe dónde se atasca la gente en cada dispositivo, y cómo salir.',
    },
    'T+7': {
      subject: 'Un recordatorio: su clave de acceso en {organisation}',
      intro:
        'La mayoría de sus compañeros ya tiene su clave de acceso; la suya todavía falta. El plazo termina el {deadline}.\n\nSi lo intentó y no pudo seguir, abra otra vez la página de abajo o llame a su servicio de asistencia: la crearán con usted.',
    },
    'T+14': {
      subject: 'El último recordatorio: su clave de acceso en {organisation}',
      intro:
        'Sigue sin tener una clave de acceso en {organisation}. Pronto no se podrá iniciar sesión sin ella; dedíquele hoy esos dos minutos.\n\nSi no tiene ningún dispositivo que pueda guardar una clave de acceso, dígaselo a su servicio de asistencia: para eso hay llaves de seguridad.',
    },
    thanks: {
      subject: 'Gracias: su clave de acceso funciona',
      intro:
        'Ha iniciado sesión en {organisation} con su clave de acceso por primera vez. A partir de ahora no hace falta nada más.\n\nHay algo que aún merece un minuto: una segunda clave de acceso, en otro dispositivo o en una llave de seguridad, para el día en que se pierda la primera. La página de abajo muestra cómo.',
    },
  },
  closing:
    'Nadie le pedirá nunca un código ni una clave de acceso por correo o por teléfono. Si algo no está claro, su servicio de asistencia le atenderá con gusto.',
  greeting: ({ person }) => `Hola, ${person}:`,
  hasPasskey:
    'Ya tiene una clave de acceso que funciona, así que no tiene que hacer nada. Una segunda, en otro dispositivo, es una buena idea.',
  guide: 'Su guía, paso a paso',
  ways: 'Lo que puede usar',
  recommended: ({ way }) => `${way} (recomendado)`,
  way: {
    provider: ({ name }) => name,
    phone: ({ name, system, version }) =>
      `${name} en ${system}${version === undefined ? '' : `, a partir de la versión ${version}`}`,
    iphone: ({ version }) => `Su iPhone o iPad (llavero de iCloud)${byVersion('iOS', version)}`,
    mac: ({ version }) => `Su Mac (llavero de iCloud)${byVersion('macOS', version)}`,
    android: ({ version }) =>
      `Su teléfono Android (Gestor de contraseñas de Google)${byVersion('Android', version)}`,
    samsung: ({ version }) => `Su teléfono Samsung (Samsung Pass)${byVersion('Android', version)}`,
    windows: ({ version }) => `Su ordenador Windows (Windows Hello)${byVersion('Windows', version)}`,
    securityKey: 'Una llave de seguridad, por USB o acercada al teléfono',
  },
  helpDesk: ({ helpDesk }) => `Servicio de asistencia: ${helpDesk}`,
  why: ({ organisation, day }) =>
    `¿Por qué recibo esto? ${organisation} pasa a las claves de acceso, y el turno de su grupo es el ${day}. El enlace de este correo nos dice que alguien lo siguió. A cualquier otra persona no le dice nada de usted.`,
  poster: {
    title: 'Adiós a las contraseñas',
    lead: ({ organisation }) => `${organisation} pasa a las claves de acceso.`,
    steps: [
      'Apunte aquí con la cámara de su teléfono',
      'Elija su dispositivo',
      'Siga los pasos: se tarda unos dos minutos',
    ],
    type: ({ address }) => `O abra ${address}`,
    qr: 'Código QR que lleva a la guía',
    never: 'Nadie le pedirá nunca un código ni una clave de acceso por teléfono.',
  },
}
