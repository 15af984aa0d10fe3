import type { Words } from '../../words.ts'

/** Words that more than one page says. */
export const commonWords: Words['common'] = {
  productName: 'Latchkey',
  next: 'Siguiente',
  back: 'Atrás',
  cancel: 'Cancelar',
  startAgain: 'Volver a empezar',
  notNow: 'Ahora no',
  tooOld: ({ system, version, least }) =>
    `Este dispositivo tiene ${system} ${version}, y para guardar una clave de acceso hace falta ${system} ${least} o posterior. Actualícelo, o use un teléfono más reciente o una llave de seguridad.`,
  done: 'Listo',
  yes: 'Sí',
  no: 'No',
  copy: 'Copiar',
  copied: 'Copiado',
  correlationId: 'Referencia',
  moreHelp: 'Ayuda con este mensaje',
  working: 'Un momento…',
  helpDesk: 'Servicio de asistencia',
  scriptNeeded:
    'Para iniciar sesión hace falta JavaScript, porque las claves de acceso lo usan. Actívelo para este sitio y vuelva a cargar la página.',
  whoCanFix: {
    you: 'Puede resolverlo por su cuenta.',
    helpDesk: 'Puede resolverlo su servicio de asistencia.',
    administrator: 'Puede resolverlo un administrador de su organización.',
    operator: 'Puede resolverlo quien gestiona este servidor.',
  },
  tryAgainIn: ({ minutes }) =>
    minutes <= 1
      ? 'Puede volver a intentarlo dentro de un minuto.'
      : `Puede volver a intentarlo dentro de ${minutes} minutos.`,
}
