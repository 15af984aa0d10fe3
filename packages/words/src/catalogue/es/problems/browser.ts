import type { browserProblems as english } from '../../problems/browser.ts'

/** What the browser or the device makes of a ceremony: every `DOMException`, and what a bare `NotAllowedError` hides. */
export const browserProblems: typeof english = {
  browser_prompt_blocked: {
    title: 'No se abrió la ventana de la clave de acceso',
    reason: 'El navegador se negó en el acto, sin preguntar. A menudo la ocupa otra ventana o una extensión.',
    next: 'Cierre otras ventanas de claves de acceso y elija Reintentar. Si se repite, use otro navegador.',
    whoCanFix: 'you',
  },
  browser_prompt_needs_click: {
    title: 'Su navegador espera que empiece usted',
    reason: 'Solo abre la ventana de la clave de acceso después de pulsar en esta página.',
    next: 'Elija Reintentar.',
    whoCanFix: 'you',
  },
  browser_nothing_came: {
    title: 'No se ha usado ninguna clave de acceso',
    reason:
      'O el navegador solo abre la ventana después de pulsar, o este dispositivo no tiene ninguna clave de acceso suya o no le reconoció.',
    next: 'Elija Reintentar. Si no sirve, use el teléfono o la llave de seguridad que guarda su clave de acceso, u otra forma.',
    whoCanFix: 'you',
  },
  browser_prompt_closed: {
    title: 'Se cerró la ventana de la clave de acceso',
    reason: 'La cerró usted, o el dispositivo no le reconoció.',
    next: 'Inténtelo de nuevo o use otra forma.',
    whoCanFix: 'you',
  },
  browser_no_passkey_here: {
    title: 'Este dispositivo no tiene ninguna clave de acceso suya',
    reason: 'La ventana se cerró enseguida, como ocurre cuando nada de este dispositivo sirve.',
    next: 'Use el teléfono o la llave de seguridad que guarda su clave de acceso, u otra forma.',
    whoCanFix: 'you',
  },
  browser_prompt_timed_out: {
    title: 'Nadie respondió a la ventana de la clave de acceso',
    reason: 'Se acabó el tiempo antes de que respondiera una clave de acceso.',
    next: 'Inténtelo de nuevo. Tenga a mano el dispositivo o la llave de seguridad.',
    whoCanFix: 'you',
  },
  browser_other_device_failed: {
    title: 'El otro dispositivo no respondió',
    reason: 'Su clave de acceso está en otro dispositivo, y este no llegó a él.',
    next: 'Active el Bluetooth en los dos, acérquelos, escanee el código con la cámara del propio teléfono e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  browser_bluetooth_unavailable: {
    title: 'Desde aquí no se llega a su teléfono',
    reason:
      'Su clave de acceso está en un teléfono, y el navegador de este equipo no puede usar Bluetooth para encontrarlo.',
    next: 'Active el Bluetooth e inténtelo de nuevo, inicie sesión en el teléfono o use otra forma.',
    whoCanFix: 'you',
  },
  browser_security_key_failed: {
    title: 'La llave de seguridad no respondió',
    reason: 'No estaba conectada, no se tocó o el PIN no era correcto.',
    next: 'Conéctela o acérquela al lector, inténtelo de nuevo y tóquela cuando parpadee.',
    whoCanFix: 'you',
  },
  browser_create_closed: {
    title: 'No se ha creado ninguna clave de acceso',
    reason: 'Se cerró la ventana, o el dispositivo no le reconoció.',
    next: 'Inténtelo de nuevo. Si el dispositivo no tiene bloqueo de pantalla, configúrelo antes.',
    whoCanFix: 'you',
  },
  browser_no_platform_authenticator: {
    title: 'Este dispositivo aún no puede guardar claves de acceso',
    reason: 'No tiene configurada ninguna huella, rostro o PIN que el navegador pueda usar.',
    next: 'Configure un bloqueo de pantalla en los ajustes, o use un teléfono o una llave de seguridad.',
    whoCanFix: 'you',
  },
  browser_already_registered: {
    title: 'Este dispositivo ya tiene su clave de acceso',
    reason: 'En este dispositivo o llave ya hay una clave de acceso suya, y con una basta.',
    next: 'Siga y úsela. Para sustituirla, quítela antes en Información de seguridad y elimínela en el dispositivo.',
    whoCanFix: 'you',
  },
  browser_wrong_address: {
    title: 'La dirección de esta página no es la correcta',
    reason: 'Las claves de acceso pertenecen a una dirección, y esta página está en otra.',
    next: 'Abra la página con la dirección que le dio su organización.',
    whoCanFix: 'operator',
  },
  browser_not_secure: {
    title: 'La conexión no es segura',
    reason: 'Los navegadores solo permiten claves de acceso con https.',
    next: 'Abra la página con https. Si no funciona, avise a su servicio de asistencia.',
    whoCanFix: 'operator',
  },
  browser_not_supported: {
    title: 'Este navegador no puede usar claves de acceso',
    reason: 'Es demasiado antiguo o las tiene desactivadas.',
    next: 'Actualícelo, use otro navegador u otra forma de iniciar sesión.',
    whoCanFix: 'you',
  },
  browser_authenticator_unsuitable: {
    title: 'Este dispositivo o llave no sirve',
    reason: 'Le falta algo que pide su organización, como un PIN o espacio para claves de acceso.',
    next: 'Póngale un PIN o use otro dispositivo o llave.',
    whoCanFix: 'you',
  },
  browser_authenticator_failed: {
    title: 'Su dispositivo no pudo hacerlo',
    reason: 'El dispositivo o la aplicación que guarda su clave de acceso comunicó un error.',
    next: 'Reinicie el dispositivo o la aplicación e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  browser_aborted: {
    title: 'Se interrumpió el uso de la clave de acceso',
    reason: 'La página o el navegador lo detuvo antes de terminar.',
    next: 'Inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  browser_frame_refused: {
    title: 'Esta página está dentro de otra',
    reason: 'Su navegador no permite claves de acceso en ese caso.',
    next: 'Abra la página en su propia ventana.',
    whoCanFix: 'you',
  },
  browser_offline: {
    title: 'No hemos podido llegar al servidor',
    reason: 'Parece que el navegador no tiene conexión, o el servidor no respondió.',
    next: 'Compruebe la conexión e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  browser_failed: {
    title: 'El navegador no pudo usar la clave de acceso',
    reason: 'Dio un error que no dice más.',
    next: 'Inténtelo de nuevo, use otro navegador u otra forma. Si sigue así, dé a su servicio de asistencia la referencia de abajo.',
    whoCanFix: 'you',
  },
}
