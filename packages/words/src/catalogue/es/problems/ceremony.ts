import type { ProblemWords } from '../../problem-words.ts'
import type { ceremonyProblems as english } from '../../problems/ceremony.ts'

const unreadable: ProblemWords = {
  title: 'No se pudo leer la respuesta de su clave de acceso',
  reason:
    'El dispositivo, el navegador o una extensión envió algo que no es la respuesta de una clave de acceso.',
  next: 'Inténtelo de nuevo. Si se repite, desactive las extensiones que manejan claves de acceso o use otro navegador.',
  whoCanFix: 'you',
}

const notTheOne: ProblemWords = {
  title: 'Esta no es la clave de acceso que pedimos',
  reason: 'La clave de acceso que respondió no es de la cuenta con la que está iniciando sesión.',
  next: 'Elija otra clave de acceso, o vuelva atrás y compruebe el nombre que escribió.',
  whoCanFix: 'you',
}

const wrongPlace: ProblemWords = {
  title: 'La respuesta era para otra página',
  reason: 'Las claves de acceso pertenecen a una dirección, y esta respuesta lleva otra.',
  next: 'Abra la página en su propia ventana con la dirección que le dio su organización e inténtelo de nuevo.',
  whoCanFix: 'operator',
}

const changed: ProblemWords = {
  title: 'Ya no confiamos en esta clave de acceso',
  reason: 'Dice de sí misma algo que no puede ser: quizá sea una copia o el dispositivo esté averiado.',
  next: 'Inicie sesión de otra forma, quite esta clave en Información de seguridad y cree otra. Avise a su servicio de asistencia.',
  whoCanFix: 'helpDesk',
}

const badKey: ProblemWords = {
  title: 'Este dispositivo crea claves que no podemos usar',
  reason: 'La clave que ha creado está dañada o es de un tipo que aquí no se usa.',
  next: 'Actualice el dispositivo o cree la clave de acceso en otro.',
  whoCanFix: 'you',
}

const badOrigin: ProblemWords = {
  title: 'El dispositivo no pudo demostrar su modelo',
  reason:
    'El certificado o la declaración sobre el origen de esta clave está dañado o se refiere a otra cosa.',
  next: 'Actualice el dispositivo e inténtelo de nuevo, o use otro. Dé a su servicio de asistencia la referencia de abajo.',
  whoCanFix: 'administrator',
}

/** What can be wrong with what a passkey answered. */
export const ceremonyProblems: typeof english = {
  malformed: unreadable,
  too_large: unreadable,
  credential_type_unknown: unreadable,
  credential_id_mismatch: unreadable,
  client_data_malformed: unreadable,
  wrong_ceremony: unreadable,
  authenticator_data_malformed: unreadable,
  attested_credential_missing: unreadable,
  attested_credential_unexpected: unreadable,
  challenge_mismatch: {
    title: 'Esa respuesta es de otro intento',
    reason: 'La clave de acceso respondió a una pregunta que esta página no ha hecho o que ya no vale.',
    next: 'Inténtelo de nuevo. Si tenía varias ventanas abiertas, siga en la más reciente.',
    whoCanFix: 'you',
  },
  origin_mismatch: wrongPlace,
  rp_id_mismatch: wrongPlace,
  cross_origin_not_allowed: wrongPlace,
  top_origin_mismatch: wrongPlace,
  user_not_present: {
    title: 'Nadie tocó la clave de acceso',
    reason: 'El dispositivo respondió sin que nadie lo confirmara.',
    next: 'Inténtelo de nuevo y toque la llave o confirme en el dispositivo.',
    whoCanFix: 'you',
  },
  user_not_verified: {
    title: 'La clave de acceso no comprobó que es usted',
    reason: 'Respondió sin huella, rostro ni PIN, y aquí hace falta uno de ellos.',
    next: 'Configure un PIN, la huella o el rostro en el dispositivo o la llave e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  backup_flags_impossible: changed,
  backup_eligibility_changed: changed,
  signature_invalid: {
    title: 'La firma de esta clave de acceso no es correcta',
    reason: 'No corresponde a la clave que tenemos de ella.',
    next: 'Inténtelo de nuevo o use otra forma. Si sigue así, quite esta clave en Información de seguridad y cree otra.',
    whoCanFix: 'you',
  },
  signature_counter_regressed: {
    title: 'Puede que se haya copiado esta clave de acceso',
    reason: 'Cuenta sus usos, y ha contado menos de los que hemos visto. Su organización no lo acepta.',
    next: 'Inicie sesión de otra forma y avise a su servicio de asistencia.',
    whoCanFix: 'helpDesk',
  },
  public_key_malformed: badKey,
  algorithm_not_allowed: badKey,
  algorithm_unsupported: badKey,
  attestation_object_malformed: badOrigin,
  attestation_format_unknown: badOrigin,
  attestation_malformed: badOrigin,
  attestation_algorithm_mismatch: badOrigin,
  attestation_signature_invalid: badOrigin,
  attestation_certificate_malformed: badOrigin,
  attestation_certificate_unfit: badOrigin,
  attestation_aaguid_mismatch: badOrigin,
  attestation_key_mismatch: badOrigin,
  attestation_challenge_mismatch: badOrigin,
  attestation_tpm_structure_unfit: badOrigin,
  attestation_key_description_unfit: badOrigin,
  credential_not_allowed: notTheOne,
  credential_mismatch: notTheOne,
  user_handle_mismatch: notTheOne,
  user_handle_missing: {
    title: 'La clave de acceso no dijo de quién es',
    reason: 'Sin nombre, solo sirve una clave de acceso que recuerde su cuenta. Esta no lo hace.',
    next: 'Vuelva atrás, escriba el nombre con el que inicia sesión y use entonces la clave de acceso.',
    whoCanFix: 'you',
  },
}
