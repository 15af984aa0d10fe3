import type { policyProblems as english } from '../../problems/policy.ts'

/**
 * Why the methods policy says no to a passkey, by `passkey_` and the policy's reason: told when it is added or used, and
 * beside it in Security info.
 */
export const policyProblems: typeof english = {
  passkey_method_disabled: {
    title: 'Las claves de acceso están desactivadas',
    reason: 'Su organización no usa claves de acceso por ahora.',
    next: 'Use otra forma. Las claves de acceso que tiene se conservan y volverán a servir cuando se activen.',
    whoCanFix: 'administrator',
  },
  passkey_excluded: {
    title: 'Su cuenta no puede usar claves de acceso',
    reason:
      'Su organización ha dejado fuera de las claves de acceso a su cuenta o a un grupo al que pertenece.',
    next: 'Use otra forma o pregunte a su servicio de asistencia.',
    whoCanFix: 'administrator',
  },
  passkey_not_in_scope: {
    title: 'Todavía no puede usar claves de acceso',
    reason: 'Su organización permite usarlas a algunas personas, y su cuenta no está entre ellas.',
    next: 'Use otra forma o pregunte a su servicio de asistencia cuándo le tocará.',
    whoCanFix: 'administrator',
  },
  passkey_guest: {
    title: 'Sus claves de acceso se guardan en otro lugar',
    reason: 'Las personas invitadas guardan sus claves de acceso en su propia organización.',
    next: 'Inicie sesión a través de su propia organización.',
    whoCanFix: 'you',
  },
  passkey_self_service_off: {
    title: 'Aquí solo añaden claves los administradores',
    reason: 'Su organización no permite que cada persona añada sus propias claves de acceso.',
    next: 'Pida una a su servicio de asistencia.',
    whoCanFix: 'helpDesk',
  },
  passkey_synced_not_allowed: {
    title: 'No se permiten claves de acceso sincronizadas',
    reason:
      'Su organización solo acepta claves de acceso que se quedan en un dispositivo; esta se puede copiar a otros.',
    next: 'Cree una en una llave de seguridad o en una aplicación que la guarde en un solo dispositivo.',
    whoCanFix: 'you',
  },
  passkey_device_bound_not_allowed: {
    title: 'Solo se permiten claves de acceso sincronizadas',
    reason: 'Su organización solo acepta claves de acceso sincronizadas; esta se queda en un dispositivo.',
    next: 'Cree una con el gestor de contraseñas de su teléfono o de su equipo.',
    whoCanFix: 'you',
  },
  passkey_model_not_allowed: {
    title: 'No se permite este tipo de clave de acceso',
    reason: 'Su organización no acepta claves de acceso de esta aplicación o llave de seguridad.',
    next: 'Use otra o pregunte a su servicio de asistencia cuáles se permiten.',
    whoCanFix: 'you',
  },
  passkey_device_revoked: {
    title: 'El dispositivo de esta clave de acceso ya no es válido',
    reason: 'Se creó en un dispositivo que está desactivado o que se ha quitado.',
    next: 'Use otra forma. Si el dispositivo se vuelve a activar, la clave de acceso funciona; si se ha quitado, elimínela y registre de nuevo el dispositivo.',
    whoCanFix: 'you',
  },
  passkey_link_needed: {
    title: 'Ningún navegador puede usar esta clave de acceso',
    reason: 'Solo un navegador vinculado puede usarla, y no hay ninguno.',
    next: 'Use otra forma, o vuelva a vincular un navegador con el teléfono: entonces la clave de acceso funciona.',
    whoCanFix: 'you',
  },
  passkey_model_distrusted: {
    title: 'Algo falla en este tipo de clave de acceso',
    reason:
      'Se conoce un fallo en la aplicación o llave de seguridad que la guarda, y su organización no acepta ninguna de su tipo.',
    next: 'Use otra forma y pida otra llave a su servicio de asistencia.',
    whoCanFix: 'administrator',
  },
  passkey_not_attested: {
    title: 'Esta clave de acceso no puede demostrar qué es',
    reason:
      'Su organización quiere una prueba de qué aplicación o llave de seguridad la ha creado, y esta no ha dado ninguna válida.',
    next: 'Si el navegador pide compartir la marca y el modelo, acepte. Si no, pregunte a su servicio de asistencia cuáles sirven.',
    whoCanFix: 'you',
  },
  passkey_evidence_too_weak: {
    title: 'Esta clave de acceso no está bastante protegida',
    reason: 'Ha demostrado qué es, pero su organización quiere que se guarde en un componente más seguro.',
    next: 'Use una llave de seguridad o pregunte a su servicio de asistencia cuáles se permiten.',
    whoCanFix: 'you',
  },
}
