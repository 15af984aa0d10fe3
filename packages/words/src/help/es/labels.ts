import type { HelpWords } from '../english.ts'

/** What systems call their settings, as it stands on the screen. */
export const labels: HelpWords['labels'] = {
  signInOptions: 'Opciones de inicio de sesión',
  iosAutofill: 'Autorrelleno y contraseñas',
  androidPasswords: 'Contraseñas y cuentas',
  samsungManagement: 'Administración general',
  samsungPasswords: 'Contraseñas, claves de acceso y autocompletar',
}
