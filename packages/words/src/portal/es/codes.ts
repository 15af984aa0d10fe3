import type { PortalWords } from '../english.ts'

export const codes: PortalWords['codes'] = {
  title: 'Añadir códigos de un solo uso',
  step1: 'Abra una aplicación de autenticación en el teléfono y escanee esta imagen.',
  qr: 'La clave para la aplicación de autenticación, como código QR',
  byHand: 'O escriba esta clave en la aplicación:',
  step2: 'Después, escriba las seis cifras que muestra la aplicación.',
  code: 'Código',
  codeRequired: 'Escriba las seis cifras que muestra la aplicación.',
  name: 'Nombre de la aplicación o del teléfono',
  nameSuggestion: 'Aplicación de autenticación',
  nameRequired: 'Póngale un nombre de 60 caracteres como máximo.',
  submit: 'Añadir',
  phishable:
    'Una página falsa puede pedir los códigos, y hay quien los escribe. A una clave de acceso no se la engaña así.',
  removing: {
    removeTitle: ({ name }) => `¿Quitar «${name}»?`,
    removeReason: 'Sus códigos dejarán de servir en el acto. Elimine también la entrada en la aplicación.',
    remove: 'Sí, quitar',
    keep: 'Conservar',
    removedTitle: 'Se han quitado los códigos de un solo uso',
    removedReason:
      'Elimine también la entrada en la aplicación de autenticación: muestra códigos que ya no sirven.',
  },
}
