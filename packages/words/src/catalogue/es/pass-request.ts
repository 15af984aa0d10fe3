import type { Words } from '../../words.ts'

/** Asking for a pass without being signed in, stopping that, and the manager’s word on it. */
export const passRequestWords: Words['passRequest'] = {
  title: 'Pedir un Temporary Access Pass',
  lead: 'Un pase le deja entrar cuando ha perdido el teléfono o la llave. Su servicio de asistencia comprueba antes que es usted.',
  name: 'Su nombre de usuario',
  nameRequired: 'Escriba el nombre con el que inicia sesión.',
  reason: '¿Qué ha pasado?',
  reasonHint: 'Por ejemplo: he perdido el teléfono.',
  reasonRequired: 'Diga en pocas palabras qué ha pasado.',
  contact: '¿Cómo podemos localizarle?',
  contactHint:
    'Un número de teléfono, o dónde está. El servicio de asistencia puede usar en su lugar el número que conoce.',
  contactRequired: 'Diga cómo puede localizarle su servicio de asistencia.',
  start: '¿Cuándo lo necesita?',
  startHint: 'Déjelo vacío si lo necesita ahora.',
  lifetime: '¿Durante cuánto tiempo?',
  lifetimes: { m30: '30 minutos', m60: '1 hora', m240: '4 horas', m480: '8 horas' },
  submit: 'Enviar la solicitud',
  sent: {
    title: 'Gracias',
    lead: 'Si esa cuenta existe, su servicio de asistencia ya tiene su solicitud.',
    points: [
      'Alguien le llamará para asegurarse de que es usted.',
      'Después le dirá el pase, por teléfono o en persona.',
      'Nunca le pedimos una contraseña ni un código.',
    ],
    again: 'Pedirlo otra vez no lo acelera. Si es urgente, llame.',
  },
  back: 'Volver al inicio de sesión',
  stop: {
    title: '¿Detener esta solicitud?',
    reason:
      'Un pase que haya salido de ella deja de funcionar al momento, se cierra la sesión de quien lo haya usado y se avisa a su servicio de asistencia.',
    yes: 'No he sido yo: detenerla',
    doneTitle: 'Detenida',
    doneReason: 'Nadie entra con esta solicitud. Su servicio de asistencia lo sabe y puede que le llame.',
  },
  confirm: {
    title: ({ name }) => `¿Es de verdad ${name}?`,
    reason:
      'Hable antes con esa persona, cara a cara o en un número que conozca. No se fíe del número de abajo.',
    said: 'Lo que ha escrito',
    contact: 'Dice que se le localiza en',
    asked: 'Cuándo',
    yes: 'Sí, he hablado con esa persona',
    no: 'No, esto no es correcto',
    goneTitle: 'Aquí no le espera nada',
    goneReason: 'Alguien ha respondido ya, o la solicitud ha terminado.',
    thanksTitle: 'Gracias',
    thanksReason: 'Su servicio de asistencia sigue desde aquí.',
  },
}
