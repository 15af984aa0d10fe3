import type { Words } from '../../words.ts'

/** Setting up an organisation: the page behind the first administrator's link. */
export const welcomeWords: Words['welcome'] = {
  title: 'Configure su organización',
  intro:
    'Es la primera persona que la administra. Díganos quién es y luego cree su clave de acceso: lo demás queda en sus manos.',
  linkOnce:
    'El enlace que ha abierto sirve una sola vez. Ver esta página no lo gasta; el botón de abajo, sí.',
  organisation: {
    legend: 'Su organización',
    name: 'Nombre',
    nameHint: 'Tal como se la conoce: aparece en todas las páginas.',
    namePlaceholder: 'Ejemplo, S. L.',
    nameRequired: 'Escriba el nombre de su organización.',
    domain: 'Dominio',
    domainHint: 'Lo que va detrás de la @ en las direcciones. Así sabemos quién forma parte de ella.',
    domainPlaceholder: 'example.com',
    domainRequired: 'Escriba un dominio, por ejemplo example.com.',
  },
  you: {
    legend: 'Usted',
    name: 'Su nombre',
    nameRequired: 'Escriba su nombre.',
    userName: 'Su nombre de usuario',
    userNameHint: 'Lo que escribe para iniciar sesión.',
    userNameRequired: 'Escriba el nombre con el que quiere iniciar sesión.',
    mail: 'Correo electrónico (opcional)',
    mailHint: 'Le escribiremos cuando cambie alguna forma de iniciar sesión en su cuenta.',
  },
  submit: 'Configurar y crear mi clave de acceso',
  noLink: {
    title: 'A esta página se llega con un enlace',
    reason:
      'El enlace del primer administrador lleva un secreto detrás de la #, y esta dirección no lo tiene.',
  },
  deadLink: {
    title: 'Este enlace ya no sirve',
    reason:
      'Ya se ha usado, hay otro más reciente, tiene más de un día o la organización ya está configurada.',
  },
  way: {
    title: 'Qué hacer',
    setUp: 'Si ya ha configurado la organización, inicie sesión.',
    newLink: 'Si no, detenga el servidor en su máquina y vuelva a arrancarlo: mostrará un enlace nuevo.',
    lockedOut:
      'Si ya no puede iniciar sesión como administrador, ejecute esto en la máquina del servidor. Le dará un pase de un solo uso:',
    command: 'npm run latchkey -- admin-pass',
    signIn: 'Iniciar sesión',
  },
}
