import type { keys as pattern } from '../en/keys.ts'

/** The guide, about security keys; and about what comes after a passkey was made. */
export const keys: typeof pattern = {
  keyReady: {
    title: 'Tenga la llave a mano',
    lines: [
      'Una llave de seguridad es un pequeño dispositivo que se conecta o se acerca al teléfono.',
      'Tiene su propio PIN. Si aún no tiene ninguno, lo elige por el camino. Tras demasiados errores se bloquea.',
    ],
  },
  useKeyWindows: {
    title: 'Conéctela y tóquela',
    lines: [
      'Windows pregunta dónde guardar la clave de acceso. Elija «Llave de seguridad» y después «Siguiente».',
      'Conecte la llave, escriba su PIN y tóquela cuando parpadee.',
    ],
    hint: 'Si Windows pide antes su rostro, su huella o su PIN, elija «Usar otro dispositivo» o «Usar otra llave de seguridad».',
  },
  useKeyMac: {
    title: 'Conéctela y tóquela',
    lines: [
      'Si el Mac quiere guardar él mismo la clave de acceso, haga clic en «Otras opciones» y elija la llave de seguridad.',
      'Conecte la llave, escriba su PIN y tóquela cuando parpadee.',
    ],
  },
  useKeyComputer: {
    title: 'Conéctela y tóquela',
    lines: [
      'Si el navegador pregunta dónde guardar la clave de acceso, elija «Llave de seguridad» o «Usar otro dispositivo».',
      'Conecte la llave, escriba su PIN y tóquela cuando parpadee.',
    ],
  },
  useKeyIPhone: {
    title: 'Acérquela al teléfono o conéctela',
    lines: [
      'Si el iPhone quiere guardar él mismo la clave de acceso, toque «Otras opciones» y elija la llave de seguridad.',
      'Conecte la llave o acérquela a la parte superior del iPhone. Escriba su PIN cuando se le pida.',
    ],
  },
  useKeyIPad: {
    title: 'Conéctela y tóquela',
    lines: [
      'Si el iPad quiere guardar él mismo la clave de acceso, toque «Otras opciones» y elija la llave de seguridad.',
      'Conecte la llave, escriba su PIN y tóquela cuando parpadee. Un iPad no lee llaves que se le acercan.',
    ],
  },
  useKeyAndroid: {
    title: 'Conéctela o acérquela al teléfono',
    lines: [
      'Si el teléfono quiere guardar él mismo la clave de acceso, toque «Más opciones» o «Guardar de otra manera» y elija la llave de seguridad.',
      'Conecte la llave o acérquela al dorso del teléfono. Escriba su PIN cuando se le pida.',
    ],
  },
  nameIt: {
    title: 'Póngale un nombre',
    lines: ['Uno que reconozca más adelante, como el del dispositivo. Y ya está.'],
  },
  tryIt: {
    title: 'Pruébela una vez',
    lines: [
      'Cierre la sesión e iníciela de nuevo. Elija entrar con una clave de acceso.',
      'Desde ahora es su camino más rápido: sin contraseña y sin código.',
    ],
  },
  haveTwo: {
    title: 'Añada una segunda',
    lines: ['En otro dispositivo o en una llave de seguridad. Así un teléfono perdido no es un problema.'],
  },
}
