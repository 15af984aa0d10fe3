import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about unlocking, in Spanish. */
export const unlock: AuthenticatorWords['unlock'] = {
  pin: 'Su PIN',
  pinHint: 'El que eligió para este Authenticator. Nunca sale de este dispositivo.',
  pinMissing: 'Escriba su PIN.',
  byPasskey: 'Desbloquear con este dispositivo',
  byPasskeyHint: 'Con la huella, el rostro o el PIN de este dispositivo.',
  byPasskeyFailed: 'No ha funcionado. Inténtelo otra vez, o use su PIN.',
  unlock: 'Desbloquear',
  lockedTitle: 'Desbloquear el Authenticator',
  setUpTitle: 'Elija cómo desbloquear',
  setUpLead: 'Se pide cada vez que aquí se crea o se usa una clave de acceso.',
  newPin: 'PIN nuevo',
  newPinHint: 'Seis caracteres o más. Valen letras y signos.',
  repeatPin: 'Repita el PIN',
  pinsDiffer: 'Los dos no coinciden.',
  pinTooShort: 'Use entre seis y sesenta y cuatro caracteres.',
  pinTooSimple: 'Es de los primeros que prueba cualquiera. Elija otro.',
  setPin: 'Fijar PIN',
  changePin: 'Cambiar el PIN',
  changed: 'El PIN se ha cambiado.',
  addPasskey: 'Desbloquear también con este dispositivo',
  removePasskey: 'Desbloquear solo con el PIN',
  passkeyUnable: 'Este dispositivo no puede hacerlo aquí. Se queda el PIN.',
  waits: ({ minutes }) => `Demasiados PIN erróneos. Podrá intentarlo otra vez dentro de ${minutes} min.`,
  wipedTitle: 'Se han borrado las claves de acceso de este dispositivo',
  wipedLead:
    'El PIN fue erróneo demasiadas veces. Inicie sesión de otra forma, añada de nuevo su cuenta y cree una clave de acceso nueva.',
  wrong: ({ count }) =>
    `Ese PIN es erróneo. ${count === 1 ? 'Queda un intento; después se borran las claves de acceso de aquí.' : `Quedan ${count} intentos.`}`,
}
