import { accounts } from '../../authenticator/es/accounts.ts'
import type { authenticator as english } from '../en/authenticator.ts'
import type { HelpWords } from '../english.ts'

/** What the Authenticator says. */
export const authenticator: Pick<HelpWords['problems'], keyof typeof english> = {
  locked: {
    title: 'El Authenticator está bloqueado',
    reason: 'Lo que guarda está sellado y se abre con su PIN o con una clave de acceso del dispositivo.',
    next: 'Abra el Authenticator y desbloquéelo. Si aún no tiene PIN, elija uno.',
  },
  lock_needed: {
    title: 'El bloqueo de la aplicación tiene que quedarse',
    reason: 'Con él están selladas claves de la aplicación o navegadores vinculados, y sin él se perderían.',
    next: 'Desvincule primero los navegadores y elimine las claves de la aplicación; después desactive el bloqueo.',
  },
  pin_too_simple: {
    title: 'Este PIN es demasiado fácil de adivinar',
    reason: 'Tiene menos de seis caracteres, o es de los que todos prueban primero.',
    next: 'Use seis caracteres o más que no sean una serie ni una repetición.',
  },
  unlock_wrong: {
    title: 'El Authenticator no se abrió',
    reason: 'El PIN o la clave de acceso no es la que lo bloquea. Tras varios errores le hace esperar.',
    next: 'Espere a que le deje intentarlo y escriba el PIN que eligió para él. Tras diez errores borra lo que guarda.',
  },
  wiped: {
    title: 'El Authenticator borró lo que guardaba',
    reason:
      'El PIN fue incorrecto diez veces: las claves de acceso y las claves de este dispositivo ya no están.',
    next: `Inicie sesión de otra forma y elija «${accounts.add}». Si no tiene otra, su servicio de asistencia le da un Temporary Access Pass.`,
  },
  device_not_registered: {
    title: 'Este dispositivo no está registrado',
    reason: 'La cuenta no está en el Authenticator, o su organización le quitó el dispositivo.',
    next: `Abra el Authenticator y elija «${accounts.add}», o «${accounts.state.registerAgain}» si la cuenta está ahí.`,
  },
  storage_unreadable: {
    title: 'No se puede leer lo que guardaba el Authenticator',
    reason: 'Lo escribió una versión más reciente, es de otro dispositivo o está dañado.',
    next: 'Actualice el Authenticator. Si no basta, quite la cuenta, inicie sesión de otra forma y añádala de nuevo.',
  },
  answer_unreadable: {
    title: 'El Authenticator no entiende al servidor',
    reason: 'Algo entre los dos cambió la respuesta, o uno es mucho más antiguo que el otro.',
    next: 'Actualice el Authenticator. Si sigue igual, avise a su servicio de asistencia: quien gestiona el servidor puede ver el motivo.',
  },
}
