import type { keys as english } from '../en/keys.ts'
import type { HelpWords } from '../english.ts'

/** Security keys, fingers and faces. */
export const keys: Pick<HelpWords['problems'], keyof typeof english> = {
  security_key_unusable: {
    title: 'Esta llave de seguridad no se puede usar',
    reason:
      'Es demasiado antigua para las claves de acceso, aún no tiene PIN o le falta algo que se le pidió. Firefox en Windows lo dice también de llaves buenas.',
    next: 'Ponga un PIN a la llave, pruebe otro navegador o use una llave que guarde claves de acceso (FIDO2).',
  },
  security_key_not_familiar: {
    title: 'La llave de seguridad no conoce esta cuenta',
    reason: 'Hay otra llave conectada, la clave de acceso que tenía se eliminó o la llave se restableció.',
    next: 'Pruebe con su otra llave. Si no hay otra, inicie sesión de otra forma y vuelva a añadir esta.',
  },
  security_key_pin_wrong: {
    title: 'El PIN de la llave de seguridad no es correcto',
    reason: 'La llave tiene un PIN propio. No es el de su equipo ni el de su teléfono.',
    next: 'Escriba el PIN de la llave. Tras tres errores, sáquela y vuelva a conectarla. Tras ocho, se bloquea.',
  },
  security_key_blocked: {
    title: 'La llave de seguridad está bloqueada',
    reason:
      'Su PIN fue incorrecto demasiadas veces. Tras tres seguidas hay que volver a conectarla, tras ocho hay que restablecerla.',
    next: 'Sáquela y vuelva a conectarla. Si sigue bloqueada, su servicio de asistencia la restablece: sus claves de acceso se pierden y usted añade otras nuevas.',
  },
  security_key_no_pin: {
    title: 'La llave de seguridad pide un PIN',
    reason:
      'Aún no tiene, o el elegido es demasiado corto. Sin PIN podría usarla cualquiera que la encuentre.',
    next: 'Elija un PIN de al menos cuatro caracteres cuando se le pida, o en los ajustes del equipo.',
  },
  security_key_full: {
    title: 'La llave de seguridad está llena',
    reason: 'Las llaves tienen sitio para entre 25 y 100 claves de acceso, y en esta no queda.',
    next: 'Elimine de la llave las claves de acceso que ya no usa, o use otra.',
  },
  security_key_types_letters: {
    title: 'La llave de seguridad escribe letras',
    reason:
      'Al tocarla envía una contraseña de un solo uso como si fuera un teclado. En los teléfonos Samsung eso impide las claves de acceso.',
    next: 'Desactive la contraseña de un solo uso (OTP) de la llave con el programa del fabricante, o use otra llave.',
  },
  biometric_not_recognised: {
    title: 'No se reconoció su cara o su dedo',
    reason: 'Tras unos intentos el dispositivo cierra la ventana y quiere su PIN o código.',
    next: 'Desbloquee el dispositivo una vez con su PIN o código, compruebe que allí le reconoce e inténtelo de nuevo.',
  },
}
