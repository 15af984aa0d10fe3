import type { PortalWords } from '../english.ts'

export const passkey: PortalWords['passkey'] = {
  title: 'Clave de acceso',
  model: 'Tipo',
  keeping: 'Dónde está',
  keepingDevice: 'En un solo dispositivo. Si se pierde el dispositivo, se pierde la clave de acceso.',
  keepingSynced: 'Sincronizada: también está en sus otros dispositivos con la misma cuenta.',
  keepingEligible:
    'Se puede sincronizar con sus otros dispositivos con la misma cuenta; por ahora no se ha hecho.',
  rename: 'Nombre',
  renameHint: 'Para reconocerla. 60 caracteres como máximo.',
  renameRequired: 'Póngale un nombre.',
  save: 'Guardar el nombre',
  removeTitle: 'Eliminar esta clave de acceso',
  removeReason: 'Dejará de servir aquí en el acto. No se puede deshacer.',
  remove: 'Eliminar esta clave de acceso',
  confirmTitle: ({ name }) => `¿Eliminar «${name}»?`,
  confirmReason:
    'Ya no podrá iniciar sesión con ella en ningún dispositivo. Las sesiones que empezaron con ella siguen abiertas.',
  confirm: 'Sí, eliminarla',
  keep: 'Conservarla',
  last: 'Es su última forma de iniciar sesión, por eso no se puede eliminar. Añada antes otra clave de acceso y después podrá eliminar esta.',
  removedTitle: 'La clave de acceso se ha eliminado aquí',
  removedReason: 'Ya no sirve para iniciar sesión. Puede que su dispositivo la siga ofreciendo:',
  removedTold: 'Hemos avisado al navegador. Si es él quien guarda la clave, la quitará también.',
  places: {
    apple:
      'También está en Contraseñas de Apple: abra la aplicación Contraseñas (o Ajustes → Contraseñas), busque este sitio y elimine allí la clave de acceso. Desaparecerá de todos los dispositivos con su cuenta de Apple.',
    google:
      'También está en el Gestor de contraseñas de Google: abra passwords.google.com, busque este sitio y elimine allí la clave de acceso. Desaparecerá de todos los dispositivos con su cuenta de Google.',
    windows:
      'También está en Windows Hello: en ese equipo, abra Configuración → Cuentas → Claves de paso, busque este sitio y elimínela.',
    chromeMac:
      'También está en el perfil del navegador de ese Mac: abra la configuración del navegador → Contraseñas → Llaves de acceso y elimínela.',
    samsung:
      'También está en Samsung Pass: en el teléfono, abra Ajustes → Seguridad y privacidad → Samsung Pass y elimínela.',
    manager: ({ model }) =>
      `También está en ${model}: ábralo, busque este sitio y elimine allí la clave de acceso.`,
    securityKey:
      'También está en la propia llave de seguridad: abra los ajustes de llaves de seguridad del navegador o del fabricante, escriba el PIN de la llave y elimine la entrada de este sitio.',
    unknown:
      'También está donde la creó: busque este sitio entre las contraseñas y claves de acceso de ese dispositivo, cuenta o llave de seguridad, y elimínela allí.',
  },

  notThere: 'Esta clave de acceso ya no existe',
  notThereLead: 'Se eliminó, o nunca fue suya.',
  proven: 'Prueba',
  provenYes: 'El fabricante ha demostrado qué es',
  provenNo: 'Ella misma dice qué es',
  savedName: 'El nombre está guardado.',
}
