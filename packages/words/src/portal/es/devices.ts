import type { PortalWords } from '../english.ts'

export const devices: PortalWords['devices'] = {
  title: 'Sus dispositivos',
  lead: 'Dónde está registrado Latchkey Authenticator para usted. Quite lo que ya no tiene o no conoce.',
  list: 'Dispositivos registrados',
  surface: {
    extension: 'Extensión del navegador',
    phoneApp: 'Aplicación en un teléfono',
    agent: 'Aplicación en Linux',
  },
  seen: (values) => `Visto ${values.time}`,
  registered: (values) => `Registrado ${values.time}`,
  passkeys: (values) =>
    values.count === 1 ? '1 clave de acceso creada allí' : `${values.count} claves de acceso creadas allí`,
  expired: 'Registro caducado',
  revoked: 'Desactivado',
  tooOld: 'Aplicación demasiado antigua',
  remove: 'Quitar',
  removeNamed: (values) => `Quitar: ${values.name}`,
  removeTitle: (values) => `¿Quitar «${values.name}»?`,
  removeLead:
    'Las claves de acceso creadas en él ya no inician sesión, y se cierra lo que abrieron. Puede volver a registrarlo.',
  removeUnlinks: (values) =>
    values.count === 1
      ? 'Con él se va una clave de acceso de su teléfono: ningún otro navegador vinculado puede usarla. Volverá a funcionar cuando vincule un navegador.'
      : `Con él se van ${values.count} claves de acceso de su teléfono: ningún otro navegador vinculado puede usarlas. Volverán a funcionar cuando vincule un navegador.`,
  removed: 'Se ha quitado el dispositivo.',
  last: 'Su última forma de entrar está en este dispositivo o lo necesita. Añada antes otra.',
  none: 'No hay ningún dispositivo registrado',
  noneLead: 'Añada su cuenta en Latchkey Authenticator y el dispositivo aparecerá aquí.',
  links: 'Dispositivos vinculados',
  linksLead: 'Inician sesión juntos, sin código. Quite los que no conozca.',
  linked: (values: { readonly client: string; readonly authenticator: string }) =>
    `${values.client} y ${values.authenticator}`,
  linkedAt: (values: { readonly time: string }) => `Vinculados: ${values.time}`,
  unlink: 'Desvincular',
  unlinkNamed: (values: { readonly client: string; readonly authenticator: string }) =>
    `Desvincular: ${values.client} y ${values.authenticator}`,
  unlinkTitle: (values) => `¿Desvincular ${values.client} y ${values.authenticator}?`,
  unlinkLead: (values) =>
    values.count === 1
      ? `Solo un navegador vinculado puede usar la clave de acceso de «${values.authenticator}», y no hay otro. Volverá a funcionar cuando vincule un navegador.`
      : `Solo un navegador vinculado puede usar las ${values.count} claves de acceso de «${values.authenticator}», y no hay otro. Volverán a funcionar cuando vincule un navegador.`,
  linkLast: 'Su última forma de entrar necesita este vínculo. Añada antes otra.',
  unlinked: 'Los dispositivos ya no están vinculados.',
}
