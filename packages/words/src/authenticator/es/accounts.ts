import type { AuthenticatorWords } from '../english.ts'

export const accounts: AuthenticatorWords['accounts'] = {
  title: 'Cuentas',
  welcome: 'Inicie sesión con este teléfono',
  welcomeLead:
    'Añada una vez su cuenta profesional o educativa. Desde entonces basta con su huella, su cara o el bloqueo de pantalla.',
  welcomePicture: 'Un teléfono con una llave encima',
  list: 'Sus cuentas',
  add: 'Añadir cuenta',
  missing: 'Esta cuenta no está en este teléfono',
  missingLead: 'Puede que se haya quitado.',
  otherMethods: 'Otras formas de iniciar sesión',
  otherMethodsLead: 'Las cambia en la información de seguridad.',
  securityInfo: 'Abrir la información de seguridad',
  method: {
    password: 'Contraseña',
    code: 'Códigos de un solo uso',
    temporaryAccessPass: 'Temporary Access Pass',
    push: 'Aprobaciones en un teléfono',
  },
  device: 'Este teléfono',
  deviceName: 'Se llama',
  deviceUntil: 'Registrado hasta',
  deviceEvidence: 'Cómo se guarda su clave',
  evidence: { software: 'En este navegador', tpm: 'En el chip de seguridad del dispositivo' },
  asOf: (values) => `Estado: ${values.when}`,
  remove: 'Quitar la cuenta',
  removeTitle: (values) => `¿Quitar ${values.name} de este teléfono?`,
  removeLead:
    'Se quita aquí y en su organización, a la vez: el registro de este teléfono, sus códigos y sus aprobaciones. Una clave de acceso que guarda su teléfono se queda.',
  removeDone: 'La cuenta se ha quitado.',
  removeHere: 'Quitar solo de este teléfono',
  removeHereLead:
    'No se ha podido avisar a su organización. El servicio de ayuda puede quitar el teléfono de su cuenta.',
  keep: 'Conservar',
  stateShort: {
    revoked: 'Sin registrar',
    expired: 'Caducado',
    tooOld: 'Aplicación antigua',
    clockWrong: 'Hora incorrecta',
  },
  state: {
    revokedTitle: 'Este teléfono se quitó de su cuenta',
    revokedLead: 'Se puede registrar de nuevo, si no era para siempre.',
    expiredTitle: 'El registro de este teléfono ha caducado',
    expiredLead: 'Inicie sesión una vez más para renovarlo. No se pierde nada.',
    tooOldTitle: 'Esta aplicación es demasiado antigua',
    tooOldLead: 'Su organización pide una más nueva. Cárguela y continúe.',
    clockWrongTitle: 'La hora de este teléfono es incorrecta',
    clockWrongLead:
      'Ponga la fecha y la hora en automático en los ajustes de su teléfono e inténtelo otra vez.',
    unreachableTitle: 'No hemos podido comparar este teléfono con su organización',
    unreachableLead: 'Lo que ve es de la última vez. Se intenta de nuevo por sí solo.',
    registerAgain: 'Registrar de nuevo este teléfono',
    update: 'Actualizar',
  },
  cleanedTitle: 'Hemos hecho limpieza',
  cleaned: {
    passkey: (values) => `La clave de acceso «${values.name}» ya no existe en su organización.`,
    codes: (values) => `Los códigos de un solo uso de ${values.account} ya no cuentan y se han quitado.`,
    device: (values) => `Este teléfono ya no pertenece a ${values.account}.`,
  },
}
