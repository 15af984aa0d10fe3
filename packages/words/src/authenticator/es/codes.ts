import type { AuthenticatorWords } from '../english.ts'

export const codes: AuthenticatorWords['codes'] = {
  title: 'Código de un solo uso',
  code: (values) => `Código para ${values.account}`,
  left: (values) => (values.seconds === 1 ? 'Queda 1 segundo' : `Quedan ${values.seconds} segundos`),
  none: 'No hay códigos de un solo uso en este teléfono',
  byHandTitle: 'Añadir otro servicio',
  byHandLead: 'El servicio le muestra una clave, normalmente debajo de su código QR.',
  issuer: 'Nombre del servicio',
  issuerRequired: 'Diga qué servicio es.',
  account: 'Su nombre allí',
  key: 'Clave',
  keyHint: 'Letras y las cifras del 2 al 7. Los espacios no importan.',
  keyWrong: 'Esto no es una clave para códigos de un solo uso.',
  add: 'Añadir',
  added: 'Los códigos se han añadido.',
  confirmTitle: '¿Añadir códigos de un solo uso?',
  confirmLead: (values) =>
    `De «${values.issuer}». Añádalos solo si acaba de pedir este código a ese servicio.`,
  unnamed: 'Servicio sin nombre',
  removeTitle: (values) => `¿Eliminar los códigos para ${values.name}?`,
  removeLead:
    'No se pueden recuperar. Asegúrese de que puede iniciar sesión allí de otra forma, o desactive antes los códigos allí.',
  remove: 'Eliminar códigos',
  removed: 'Los códigos se han eliminado.',
}
