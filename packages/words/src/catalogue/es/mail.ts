import type { Words } from '../../words.ts'
import type { MailValues } from '../mail.ts'

const named = ({ name }: MailValues): string => (name === undefined ? '' : ` «${name}»`)
/** A sentence of its own: «se ha añadido» takes no «por». */
const who = ({ by }: MailValues): string => (by === undefined ? '' : ` Lo ha hecho ${by}.`)
const account = ({ organisation }: MailValues): string =>
  organisation === undefined ? 'su cuenta' : `su cuenta en ${organisation}`

const deleteIt =
  'abra Información de seguridad, elimine la clave de acceso y elija «Cerrar sesión en todas partes». Después, avise a su servicio de asistencia.'
const tellHelpDesk =
  'avise ahora a su servicio de asistencia y elija «Cerrar sesión en todas partes» en Información de seguridad.'

const emergencyAccounts =
  'Recibe este mensaje porque administra la organización. Cada vez se envía a todas las personas que la administran.'

const templates: Words['mail']['templates'] = {
  passkey_added: {
    subject: () => 'Se ha añadido una clave de acceso a su cuenta',
    what: (values) => `Se ha añadido la clave de acceso${named(values)} a ${account(values)}.${who(values)}`,
    ifNotYou: deleteIt,
  },
  first_passkey_with_password: {
    subject: () => 'Compruébelo: primera clave de acceso, añadida solo con la contraseña',
    what: (values) =>
      `Alguien ha iniciado sesión en ${account(values)} solo con su contraseña y ha añadido la clave de acceso${named(values)}. A partir de ahora, con esa clave se inicia sesión en su nombre. Le avisamos porque una contraseña se puede robar.`,
    ifNotYou: `actúe ya: ${deleteIt} Pida también que le cambien la contraseña.`,
  },
  passkey_removed: {
    subject: () => 'Se ha quitado una clave de acceso de su cuenta',
    what: (values) =>
      `Se ha quitado la clave de acceso${named(values)} de ${account(values)}.${who(values)} Ya no sirve para iniciar sesión. Puede que siga apareciendo en el dispositivo donde se creó; allí se puede eliminar.`,
    ifNotYou: tellHelpDesk,
  },
  device_registered: {
    subject: () => 'Se ha registrado un dispositivo para su cuenta',
    what: (values) =>
      `Se ha registrado el dispositivo${named(values)} para ${account(values)}.${who(values)} Latchkey Authenticator puede guardar en él claves de acceso que inician sesión en su nombre.`,
    ifNotYou:
      'quite el dispositivo en la información de seguridad, elija allí «Cerrar sesión en todas partes» y avise a su servicio de asistencia.',
  },
  device_revoked: {
    subject: () => 'Un dispositivo de su cuenta ya no es válido',
    what: (values) =>
      `Se ha desactivado o quitado el dispositivo${named(values)} de ${account(values)}.${who(values)} Las claves de acceso creadas en él ya no sirven para iniciar sesión.`,
    ifNotYou: tellHelpDesk,
  },
  pass_issued: {
    subject: () => 'Se ha emitido un Temporary Access Pass para su cuenta',
    what: (values) =>
      `Se ha emitido un Temporary Access Pass para ${account(values)}.${who(values)} Se lo dará quien lo ha emitido; nunca se envía por correo.${passTimes(values)}`,
    ifNotYou:
      'avise ahora a su servicio de asistencia: quien tenga el pase puede iniciar sesión en su nombre.',
  },
  pass_used: {
    subject: () => 'Se ha usado un Temporary Access Pass en su cuenta',
    what: (values) => `Alguien ha iniciado sesión en ${account(values)} con un Temporary Access Pass.`,
    ifNotYou: tellHelpDesk,
  },
  pass_removed: {
    subject: () => 'Se ha quitado un Temporary Access Pass de su cuenta',
    what: (values) =>
      `Se ha quitado el Temporary Access Pass de ${account(values)}.${who(values)} Las sesiones iniciadas con él se han cerrado.`,
    ifNotYou: tellHelpDesk,
  },
  pass_requested: {
    subject: () => 'Se ha pedido un Temporary Access Pass para su cuenta',
    what: (values) =>
      `Alguien ha pedido un Temporary Access Pass para ${account(values)}: una forma de entrar cuando nada más funciona. Su servicio de asistencia comprobará quién ha sido antes de dar ninguno.`,
    ifNotYou: 'detenga la solicitud y avise a su servicio de asistencia.',
    link: 'Detener la solicitud',
  },
  pass_request_waiting: {
    subject: () => 'Hay una solicitud de Temporary Access Pass en espera',
    what: (values) =>
      `Alguien que dice ser ${values.name ?? 'una persona de su organización'} ha pedido un Temporary Access Pass.`,
    whatToDo:
      'Compruebe primero quién es, por un medio que usted conozca: llame al número de sus archivos, nunca al de la solicitud. Este mensaje llega como mucho una vez por hora; puede haber más solicitudes en espera.',
    link: 'Las solicitudes',
  },
  pass_request_for_manager: {
    subject: ({ name = 'esta persona' }) => `¿Es de verdad ${name}?`,
    what: (values) =>
      `Alguien que dice ser ${values.name ?? 'una persona de su equipo'}, de quien usted es responsable, no puede iniciar sesión y ha pedido un Temporary Access Pass.`,
    whatToDo: 'Hable antes con esa persona, cara a cara o en un número que conozca. Después, responda.',
    link: 'Responder',
  },
  pass_request_approved: {
    subject: () => 'Se ha aprobado un Temporary Access Pass para su cuenta',
    what: (values) =>
      `Se ha aprobado la solicitud de un Temporary Access Pass para ${account(values)}.${passTimes(values)}`,
    ifNotYou: 'deténgalo ahora. El pase dejará de funcionar y se cerrará la sesión de quien lo haya usado.',
    link: 'Detenerlo',
  },
  pass_request_refused: {
    subject: () => 'Se ha rechazado un Temporary Access Pass para su cuenta',
    what: (values) => `Se ha rechazado la solicitud de un Temporary Access Pass para ${account(values)}.`,
    whatToDo: 'Si sigue sin poder iniciar sesión, llame a su servicio de asistencia.',
  },
  pass_request_stopped: {
    subject: () => 'La persona ha detenido una solicitud de Temporary Access Pass',
    what: (values) =>
      `${values.name ?? 'Una persona'} dice que la solicitud de un Temporary Access Pass en su nombre no fue suya. El pase, si lo había, ya no funciona.`,
    whatToDo:
      'Puede que alguien intente entrar en esta cuenta. Hable con la persona, en un número que conozca, y mire la solicitud y el registro de inicios de sesión.',
    link: 'Las solicitudes',
  },
  pass_by_mail: {
    subject: () => 'Su Temporary Access Pass',
    what: (values) =>
      `Su Temporary Access Pass para ${account(values)}: ${values.pass ?? '…'}.${passTimes(values)}`,
    whatToDo:
      'Escríbalo donde inicia sesión y en ningún otro sitio. Nadie se lo pedirá. Si no ha pedido un pase, avise ahora a su servicio de asistencia.',
  },
  sign_in_disowned: {
    subject: () => 'Ha avisado de algo que no hizo usted',
    what: (values) =>
      `Nos ha dicho que un inicio de sesión en ${account(values)}, o un cambio en ella, no fue suyo. Las demás sesiones se han cerrado y su servicio de asistencia lo sabe.`,
    ifNotYou: tellHelpDesk,
  },
  sign_in_disowned_by: {
    subject: ({ name = 'Una persona' }) => `${name} avisa de algo que no hizo`,
    what: (values) =>
      `${values.name ?? 'Una persona'} dice que un inicio de sesión en su cuenta, o un cambio en ella, fue de otra persona. Sus demás sesiones se han cerrado.`,
    whatToDo:
      'Puede que alguien más tenga una forma de entrar en esta cuenta. Hable con la persona, en un número que conozca, y mire la cuenta.',
    link: 'La cuenta',
  },
  other_address_changed: {
    subject: () => 'Se ha cambiado la otra dirección de correo de su cuenta',
    what: (values) =>
      `Se ha cambiado la otra dirección de correo de ${account(values)}, la que sirve si no puede iniciar sesión.${who(values)} Este mensaje se envía a todas las direcciones afectadas, también a la anterior.`,
    ifNotYou: tellHelpDesk,
  },
  device_linked: {
    subject: () => 'Un navegador y un dispositivo se recuerdan',
    what: (values) =>
      `Un navegador suyo y el dispositivo${named(values)} ya pueden usarse juntos para iniciar sesión en ${account(values)}.`,
    ifNotYou:
      'abra Información de seguridad, quite el vínculo en «Sus dispositivos» y elija «Cerrar sesión en todas partes». Después, avise a su servicio de asistencia.',
  },
  device_link_removed: {
    subject: () => 'Dos dispositivos ya no se recuerdan',
    what: (values) =>
      `El dispositivo${named(values)} ya no está vinculado a un navegador para iniciar sesión en ${account(values)}.${who(values)}`,
    ifNotYou:
      'abra Información de seguridad, revise sus dispositivos y elija «Cerrar sesión en todas partes». Después, avise a su servicio de asistencia.',
  },
  approvals_set_up: {
    subject: () => 'Un dispositivo puede aprobar sus inicios de sesión',
    what: (values) =>
      `El dispositivo${named(values)} ya puede aprobar inicios de sesión en ${account(values)}.`,
    ifNotYou:
      'abra Información de seguridad, quite la aplicación Authenticator y elija «Cerrar sesión en todas partes». Después, avise a su servicio de asistencia.',
  },
  approvals_removed: {
    subject: () => 'Un dispositivo ya no aprueba sus inicios de sesión',
    what: (values) =>
      `Se ha quitado el dispositivo${named(values)} como forma de aprobar inicios de sesión en ${account(values)}.${who(values)}`,
    ifNotYou: tellHelpDesk,
  },
  approvals_paused: {
    subject: () => 'Puede que alguien conozca su contraseña',
    what: (values) =>
      `En su dispositivo se han denegado o notificado inicios de sesión en ${account(values)}. Hasta ${values.expiresAt ?? 'más tarde'} no se preguntará nada en él. Sus claves de acceso funcionan como siempre.`,
    ifNotYou: 'otra persona tiene su contraseña: cámbiela ahora y avise a su servicio de asistencia.',
  },
  approvals_paused_of: {
    subject: () => 'Se han denegado inicios de sesión en un dispositivo',
    what: (values) =>
      `En el dispositivo de${named(values)} se han denegado o notificado inicios de sesión. Hasta ${values.expiresAt ?? 'más tarde'} no se le preguntará nada.`,
    whatToDo:
      'Recibe este mensaje porque administra la organización. Puede que alguien conozca su contraseña: hable con esa persona y consulte el registro de inicios de sesión.',
  },
  totp_added: {
    subject: () => 'Se han añadido códigos de un solo uso a su cuenta',
    what: (values) =>
      `Se ha añadido una aplicación de códigos de un solo uso${named(values)} a ${account(values)}.${who(values)}`,
    ifNotYou:
      'abra Información de seguridad, quite los códigos y elija «Cerrar sesión en todas partes». Después, avise a su servicio de asistencia.',
  },
  totp_removed: {
    subject: () => 'Se han quitado los códigos de un solo uso de su cuenta',
    what: (values) =>
      `Se ha quitado la aplicación de códigos de un solo uso${named(values)} de ${account(values)}.${who(values)}`,
    ifNotYou: tellHelpDesk,
  },
  password_changed: {
    subject: () => 'Se ha cambiado la contraseña de su cuenta',
    what: (values) => `Se ha cambiado la contraseña de ${account(values)}.${who(values)}`,
    ifNotYou: tellHelpDesk,
  },
  sessions_revoked: {
    subject: () => 'Se han cerrado todas sus sesiones',
    what: (values) =>
      `Se han cerrado todas las sesiones de ${account(values)}, en todos los dispositivos.${who(values)} Vuelva a iniciar sesión donde lo necesite.`,
    ifNotYou: 'avise a su servicio de asistencia. Nadie puede seguir usando las sesiones cerradas.',
  },
  authenticator_status_changed: {
    subject: () => 'Un modelo de clave de acceso en uso figura como defectuoso',
    what: (values) =>
      `Los metadatos de FIDO indican ahora ${values.statuses ?? 'un problema'} para el modelo${named(values)}.${inUse(values)}`,
    whatToDo:
      'Recibe este mensaje porque administra el inicio de sesión. Lea lo que dice el fabricante y decida en el centro de administración si estas claves de acceso siguen bastando por sí solas, necesitan otra prueba o se rechazan.',
  },
  break_glass_changed: {
    subject: () => 'Han cambiado las cuentas de emergencia',
    what: (values) =>
      values.marked === 'yes'
        ? `La cuenta${named(values)} es ahora una cuenta de emergencia: las reglas de la organización no valen para ella y solo la abren sus claves de acceso.${who(values)}`
        : `La cuenta${named(values)} ha dejado de ser una cuenta de emergencia.${who(values)}`,
    whatToDo: emergencyAccounts,
  },
  break_glass_used: {
    subject: () => 'Se ha usado una cuenta de emergencia',
    what: (values) => `Alguien ha iniciado sesión con la cuenta de emergencia${named(values)}.`,
    whatToDo: `${emergencyAccounts} Si no ha sido nadie que conozca, desactive la cuenta ahora.`,
  },
  domain_taken: {
    subject: () => 'Otra organización ha demostrado un dominio que usted reclama',
    what: (values) =>
      `Otra organización en este servidor ha demostrado que el dominio${named(values)} es suyo. Usted lo había añadido y aún no lo había demostrado.`,
    whatToDo:
      'Recibe este mensaje porque administra la organización. Si el dominio es suyo, hable con quien gestiona este servidor. Si no, quítelo de su lista.',
  },
  domain_proof_missing: {
    subject: () => 'La prueba de un dominio ha desaparecido',
    what: (values) =>
      `El registro DNS que demuestra el dominio${named(values)} ya no está. Nada cambia: todos siguen iniciando sesión como antes.`,
    whatToDo:
      'Recibe este mensaje porque administra la organización. Vuelva a poner el registro tal como lo muestra la página Dominios del centro de administración; o, si ha dejado el dominio, dé otros nombres a sus personas y quítelo.',
  },
  domain_released: {
    subject: () => 'Se ha retirado un dominio a su organización',
    what: (values) =>
      `Quien gestiona este servidor ha liberado el dominio${named(values)}, porque ha cambiado de dueño. Las personas cuyo nombre depende de él conservan su nombre y sus claves de acceso, pero ya no se las encuentra por este dominio.`,
    whatToDo:
      'Recibe este mensaje porque administra la organización. Dé otros nombres a esas personas. Si ha sido un error, hable con quien gestiona este servidor.',
  },
  break_glass_unproven: {
    subject: () => 'Hace mucho que no se prueba una cuenta de emergencia',
    what: (values) =>
      `No se ha usado ninguna clave de acceso de la cuenta de emergencia${named(values)} en los últimos ${values.days ?? '90'} días.`,
    whatToDo: `${emergencyAccounts} Inicie sesión una vez con ella, para tener la certeza de que funcionará el día que haga falta.`,
  },
}

function inUse({ passkeys, organisation }: MailValues): string {
  if (passkeys === undefined) return ''
  return ` Claves de acceso de este modelo en ${organisation ?? 'su organización'}: ${passkeys}.`
}

function passTimes({ startsAt, expiresAt }: MailValues): string {
  if (expiresAt === undefined) return ''
  return startsAt === undefined
    ? ` Es válido hasta el ${expiresAt}.`
    : ` Es válido desde el ${startsAt} hasta el ${expiresAt}.`
}

/** The mails we send. */
export const mailWords: Words['mail'] = {
  greeting: ({ person }) => (person === undefined ? 'Hola:' : `Hola, ${person}:`),
  time: (time) => `Cuándo: ${time}`,
  device: (device) => `Con: ${device}`,
  ipAddress: (ipAddress) => `Desde: dirección de red ${ipAddress}`,
  ifYou: 'Si ha sido usted, o ya lo esperaba, no hace falta hacer nada.',
  ifNotYou: (what) => `Si no, ${what}`,
  url: (url) => `Información de seguridad: ${url}`,
  helpDesk: (helpDesk) => `Servicio de asistencia: ${helpDesk}`,
  footer:
    'Este mensaje se envía porque algo ha cambiado en el inicio de sesión de su cuenta. Nunca pide una contraseña ni un código.',
  templates,
}
