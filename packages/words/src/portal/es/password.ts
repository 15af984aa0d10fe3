import type { PortalWords } from '../english.ts'

export const password: PortalWords['password'] = {
  title: 'Cambiar la contraseña',
  lead: 'Una clave de acceso es más segura y más rápida. Cambie aquí la contraseña si todavía la necesita en algún sitio.',
  current: 'Contraseña actual',
  currentRequired: 'Escriba la contraseña que tiene ahora.',
  next: 'Contraseña nueva',
  nextHint: '8 caracteres como mínimo. Unas cuantas palabras son mejor que un acertijo.',
  nextRequired: 'Escriba una contraseña nueva de 8 caracteres como mínimo.',
  submit: 'Cambiarla',
  noneTitle: 'No tiene contraseña',
  none: 'Solo un administrador puede darle una. No le hace falta: una clave de acceso es más segura.',

  changed: 'Su contraseña ha cambiado',
  changedLead: 'En los demás lugares donde tenía la sesión abierta, se ha cerrado.',
}
