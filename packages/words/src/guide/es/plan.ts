import type { plan as pattern } from '../en/plan.ts'

/** The guide, about what is possible where: the table, the ways, what a device can do. */
export const plan: typeof pattern = {
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    samsung: 'Samsung Galaxy',
    pixel: 'Google Pixel',
    android: 'Otro teléfono Android',
    windows: 'Windows',
    mac: 'Mac',
    linux: 'Linux',
    chromebook: 'Chromebook',
    unknown: 'Un dispositivo desconocido',
  },
  accounts: {
    existing: {
      label: 'Ya inicio sesión hoy',
      about: 'Con una contraseña o un código, y quiero una clave de acceso.',
    },
    firstDay: { label: 'Es mi primer día', about: 'Tengo un Temporary Access Pass.' },
    newPhone: { label: 'Tengo un teléfono nuevo', about: 'La clave de acceso estaba en el antiguo.' },
  },
  columns: { iOS: 'iPhone o iPad', android: 'Android', desktop: 'Ordenador' },
  places: {
    app: {
      label: 'En una aplicación',
      about: 'Una aplicación que su organización ha elegido guarda la clave de acceso.',
    },
    thisDevice: { label: 'En este dispositivo', about: 'La guarda el propio dispositivo o su cuenta.' },
    otherDevice: {
      label: 'En otro dispositivo',
      about: 'Empieza aquí, y la guarda un teléfono, mediante un código QR.',
    },
    securityKey: { label: 'En una llave de seguridad', about: 'La conecta o la acerca al dispositivo.' },
  },
  table: {
    title: 'Dónde puede estar su clave de acceso',
    yes: 'Sí',
    no: 'No',
    here: 'Su dispositivo',
    nearest: ({ place, column }) => `Lo más cercano: ${place} (${column})`,
  },
  reasons: {
    notOpen: 'Su organización no se lo ofrece de momento.',
    notSynced: 'Su organización quiere claves de acceso que no se copien entre dispositivos.',
    notThisKind: 'Su organización quiere otros tipos de claves de acceso.',
    notProven: 'No puede demostrar lo que pide su organización.',
    helpDeskOnly: 'Su servicio de asistencia añade las claves de acceso por usted.',
    noApp: 'Su organización no ha elegido ninguna aplicación para ello.',
    notForDevice: 'No está hecho para este tipo de dispositivo.',
    tooOld: 'El sistema de este dispositivo es demasiado antiguo para ello.',
    noHybrid: 'Este navegador no puede preguntar a un teléfono. Chrome y Edge sí.',
    keepsNone: 'Nada en este dispositivo guarda una clave de acceso así.',
  },
  ways: {
    phoneApp: { title: ({ name }) => name, about: 'Prepara el teléfono de una vez, con la clave de acceso' },
    extension: { title: ({ name }) => name, about: 'Guardada en este navegador, con su propia cerradura' },
    agent: { title: ({ name }) => name, about: 'Guardada en su teléfono Linux, mediante un código QR' },
    app: { title: ({ name }) => name, about: 'Guardada en la aplicación, solo en su teléfono' },
    appleKeychain: {
      title: ({ name }) => name,
      about: 'Guardada en su cuenta de Apple, en todos sus dispositivos Apple',
    },
    googlePasswordManager: {
      title: ({ name }) => name,
      about: 'Guardada en su cuenta de Google, dondequiera que esté abierta',
    },
    samsungPass: {
      title: ({ name }) => name,
      about: 'Guardada en su cuenta de Samsung, en sus dispositivos Galaxy',
    },
    windowsHello: { title: ({ name }) => name, about: 'Guardada en este ordenador, y solo ahí' },
    phone: {
      title: 'Un teléfono o una tableta',
      about: 'Guardada en el teléfono; este ordenador le pregunta mediante un código QR',
    },
    securityKey: { title: 'Una llave de seguridad', about: 'Guardada en la llave, y solo ahí' },
  },
  recommended: 'Recomendado',
  verdict: {
    tooOld: ({ version, least }) =>
      `Este dispositivo tiene la versión ${version}. Para guardar él mismo una clave de acceso necesita la ${least}.`,
    unknown: 'Su navegador no dice qué dispositivo es. Elíjalo:',
  },
  instead: 'Veo otra cosa',
  reviewed: ({ date }) => `Última revisión: ${date}`,
  reviewedOn: ({ date, system, browser }) => `Última revisión: ${date}, ${system}, ${browser}`,
  getFrom: { iOS: 'Abrir el App Store', android: 'Abrir Google Play', any: 'Abrir la dirección' },
}
