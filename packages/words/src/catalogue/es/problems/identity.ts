import type { ProblemWords } from '../../problem-words.ts'
import type { identityProblems as english } from '../../problems/identity.ts'

const signInFailed: ProblemWords = {
  title: 'No ha funcionado',
  reason: 'Lo que ha escrito no coincide, o esta cuenta no puede usar esta forma.',
  next: 'Compruébelo e inténtelo de nuevo, o use otra forma. Si no puede seguir, su servicio de asistencia puede darle un Temporary Access Pass.',
  whoCanFix: 'you',
}

const deviceNotVerified: ProblemWords = {
  title: 'No hemos podido verificar su dispositivo',
  reason: 'Ahora mismo no está registrado en su organización o no ha podido demostrarlo.',
  next: 'Registre este dispositivo y vuelva a intentarlo. Mientras tanto, inicie sesión de otra forma.',
  whoCanFix: 'you',
}

/** What the system refuses, apart from the ceremonies. */
export const identityProblems: typeof english = {
  sign_in_failed: signInFailed,
  person_disabled: signInFailed,
  tenant_unknown: {
    title: 'No conocemos esta organización',
    reason: 'Aquí no hay ninguna organización con esa dirección o ese dominio.',
    next: 'Compruebe cómo lo ha escrito, o pregunte a su servicio de asistencia qué dirección usar.',
    whoCanFix: 'you',
  },
  challenge_unknown: {
    title: 'Las partes de esta página ya no encajan',
    reason: 'La respuesta es de otra página, otro navegador u otra cuenta distintos de los que preguntaron.',
    next: 'Inténtelo aquí de nuevo. Si tenía varias ventanas abiertas, siga en la más reciente.',
    whoCanFix: 'you',
  },
  challenge_expired: {
    title: 'Ha tardado demasiado',
    reason: 'Por seguridad, una clave de acceso debe responder en unos minutos.',
    next: 'Inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  challenge_spent: {
    title: 'Esta respuesta ya se ha usado',
    reason:
      'Cada respuesta de una clave de acceso vale una vez. Quizá ya haya iniciado sesión en otra ventana.',
    next: 'Inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  credential_unknown: {
    title: 'No conocemos esta clave de acceso',
    reason: 'Se quitó de su cuenta o se creó para otra cosa. Su dispositivo todavía la ofrece.',
    next: 'Use otra clave de acceso u otra forma. Si la quitó aquí, elimínela también en el dispositivo.',
    whoCanFix: 'you',
  },
  lock_passkey: {
    title: 'Esta clave de acceso solo abre una aplicación',
    reason: 'Desbloquea Authenticator en su dispositivo. Nunca inicia la sesión de nadie.',
    next: 'Elija otra clave de acceso u otra forma.',
    whoCanFix: 'you',
  },
  credential_of_another: {
    title: 'Esta clave de acceso es de otra cuenta',
    reason: 'No es una clave de acceso de la cuenta con la que está iniciando sesión.',
    next: 'Elija otra clave de acceso, o vuelva atrás e inicie sesión con la cuenta a la que pertenece.',
    whoCanFix: 'you',
  },
  credential_already_registered: {
    title: 'Esta clave de acceso ya está en uso',
    reason: 'Su dispositivo ya guarda una clave de acceso de una cuenta de aquí.',
    next: 'Use la que tiene o cree esta en otro dispositivo. Para empezar de nuevo, quítela en Información de seguridad y elimínela en el dispositivo.',
    whoCanFix: 'you',
  },
  blocked_by_policy: {
    title: 'No puede seguir desde aquí',
    reason:
      'Una regla de su organización no lo permite: puede deberse a la aplicación, al lugar o al dispositivo.',
    next: 'Si cree que debería poder entrar, dé a su servicio de asistencia el número de abajo.',
    whoCanFix: 'administrator',
  },
  not_allowed_by_policy: {
    title: 'Su organización no lo permite',
    reason: 'Las reglas de su organización no admiten esta forma o este tipo de clave de acceso.',
    next: 'Use otra forma o pregunte a su servicio de asistencia cuáles se permiten.',
    whoCanFix: 'administrator',
  },
  passkey_dormant: {
    title: 'Esta clave de acceso no se puede usar por ahora',
    reason: 'Es suya, pero las reglas de su organización ya no la permiten.',
    next: 'Use otra forma. La clave de acceso se conserva y volverá a servir si las reglas lo permiten. Su servicio de asistencia sabe más.',
    whoCanFix: 'administrator',
  },
  stronger_sign_in_needed: {
    title: 'Hace falta un inicio de sesión más seguro',
    reason: 'La forma en que ha iniciado sesión no basta para lo que quiere hacer.',
    next: 'Siga con una clave de acceso o un segundo factor.',
    whoCanFix: 'you',
  },
  fresh_sign_in_needed: {
    title: 'Confirme que es usted',
    reason: 'Para un cambio importante hay que haber demostrado quién es en los últimos minutos.',
    next: 'Inicie sesión otra vez y el cambio se hará.',
    whoCanFix: 'you',
  },
  too_many_attempts: {
    title: 'Demasiados intentos',
    reason:
      'Alguien lo ha intentado muchas veces, así que esperamos un poco. A las claves de acceso no les afecta.',
    next: 'Use una clave de acceso, o espere e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  server_busy: {
    title: 'Hay demasiada actividad en este momento',
    reason: 'Muchas personas esperan una respuesta, más de las que este servidor admite a la vez.',
    next: 'Espere un momento e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  pass_incorrect: {
    title: 'Ese Temporary Access Pass no es correcto',
    reason: 'No coincide o no es para esta cuenta.',
    next: 'Compruébelo, también las mayúsculas, e inténtelo de nuevo. Si sigue fallando, pida uno nuevo a su servicio de asistencia.',
    whoCanFix: 'you',
  },
  pass_expired: {
    title: 'Este Temporary Access Pass ha caducado',
    reason: 'Era correcto, pero solo sirve durante poco tiempo y ya ha pasado.',
    next: 'Pida uno nuevo a su servicio de asistencia.',
    whoCanFix: 'helpDesk',
  },
  pass_used: {
    title: 'Este Temporary Access Pass ya se ha usado',
    reason: 'Era correcto, pero sirve una sola vez.',
    next: 'Si fue usted, use la clave de acceso que creó. Si no, avise ahora a su servicio de asistencia.',
    whoCanFix: 'helpDesk',
  },
  pass_not_yet_valid: {
    title: 'Este Temporary Access Pass todavía no sirve',
    reason: 'Es correcto, pero aún no ha llegado su hora.',
    next: 'Inténtelo a la hora que le indicaron o pregunte a su servicio de asistencia.',
    whoCanFix: 'helpDesk',
  },
  pass_outside_policy: {
    title: 'Las reglas de los pases no lo permiten',
    reason: 'La longitud, la duración o el comienzo se salen de lo que permite su organización.',
    next: 'Elija otros valores o pida que cambien las reglas.',
    whoCanFix: 'administrator',
  },
  pass_for_oneself: {
    title: 'No puede emitir un pase para su propia cuenta',
    reason: 'Un Temporary Access Pass lo da otra persona: por eso vale algo.',
    next: 'Pídaselo a otro administrador.',
    whoCanFix: 'administrator',
  },
  code_incorrect: {
    title: 'Ese código no es correcto',
    reason: 'No coincide con el que debería mostrar ahora su aplicación.',
    next: 'Escriba el código que aparece ahora. Si sigue fallando, ponga en automático la hora del teléfono.',
    whoCanFix: 'you',
  },
  code_replayed: {
    title: 'Ese código ya se ha usado',
    reason: 'Cada código vale una vez.',
    next: 'Espere a que la aplicación muestre el código siguiente y escríbalo.',
    whoCanFix: 'you',
  },
  approval_unavailable: {
    title: 'No se puede aprobar en un dispositivo',
    reason:
      'Ninguno de sus dispositivos está configurado para aprobar inicios de sesión, o antes no se ha demostrado nada.',
    next: 'Use otra forma de iniciar sesión.',
    whoCanFix: 'you',
  },
  approval_paused: {
    title: 'Las aprobaciones están en pausa',
    reason:
      'En su dispositivo se han denegado o notificado inicios de sesión, así que durante un rato no preguntamos nada en él.',
    next: 'Use otra forma de iniciar sesión o espere. Si no ha denegado nada, avise a su servicio de asistencia.',
    whoCanFix: 'you',
  },
  approval_waiting: {
    title: 'Hay otro inicio de sesión en espera',
    reason:
      'Su dispositivo pregunta por un inicio de sesión que empezó en otro lugar, y solo se le pregunta una cosa a la vez.',
    next: 'Si era usted, responda. Si no, deniéguelo. Después, inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  approval_denied: {
    title: 'Se ha denegado el inicio de sesión',
    reason: 'Se ha denegado en su dispositivo, o allí se ha escrito otro número.',
    next: 'Si era usted, inténtelo de nuevo y escriba el número que se muestra aquí.',
    whoCanFix: 'you',
  },
  approval_expired: {
    title: 'Nadie ha respondido a tiempo',
    reason: 'La solicitud ha estado abierta un minuto.',
    next: 'Inténtelo de nuevo con Authenticator a mano.',
    whoCanFix: 'you',
  },
  approval_closed: {
    title: 'Esta solicitud ha terminado',
    reason: 'Ya se ha respondido, o pertenece a otra ventana del navegador.',
    next: 'Empiece de nuevo el inicio de sesión.',
    whoCanFix: 'you',
  },
  approval_invalid: {
    title: 'Esta respuesta no cuenta',
    reason: 'Lo que ha firmado su dispositivo no es una respuesta a esta solicitud.',
    next: 'Abra de nuevo la solicitud en su dispositivo. Si no funciona, compruebe que su reloj va bien.',
    whoCanFix: 'you',
  },
  browser_not_remembered: {
    title: 'No conocemos este navegador',
    reason:
      'Una aprobación por sí sola solo cuenta en un navegador en el que haya iniciado sesión con una clave de acceso.',
    next: 'Inicie sesión de otra forma. Con una clave de acceso, volveremos a recordar este navegador.',
    whoCanFix: 'you',
  },
  link_unusable: {
    title: 'Este enlace ya no sirve',
    reason: 'Ya se ha usado, es demasiado antiguo o hay otro más reciente.',
    next: 'Pida un enlace nuevo.',
    whoCanFix: 'operator',
  },
  session_ended: {
    title: 'Se ha cerrado la sesión',
    reason: 'Su sesión ha terminado.',
    next: 'Vuelva a iniciar sesión.',
    whoCanFix: 'you',
  },
  last_method: {
    title: 'Es su última forma de iniciar sesión',
    reason: 'Sin ella ya no podría entrar.',
    next: 'Añada antes otra clave de acceso; después podrá quitar esta.',
    whoCanFix: 'you',
  },
  last_administrator: {
    title: 'Es la última cuenta de administrador',
    reason: 'Sin ella nadie podría ocuparse ya de la organización.',
    next: 'Nombre antes administrador a otra persona.',
    whoCanFix: 'administrator',
  },
  not_permitted: {
    title: 'No puede hacer esto',
    reason: 'Su cuenta no tiene la función que hace falta.',
    next: 'Pregunte a un administrador de su organización.',
    whoCanFix: 'administrator',
  },
  not_found: {
    title: 'No está aquí',
    reason: 'No existe o ha dejado de existir.',
    next: 'Vuelva a cargar la página para ver cómo está todo ahora.',
    whoCanFix: 'you',
  },
  already_exists: {
    title: 'Ya hay otro con este nombre',
    reason: 'No puede haber dos con el mismo nombre.',
    next: 'Elija otro nombre.',
    whoCanFix: 'you',
  },
  invalid_input: {
    title: 'Hay algo en el formulario que no es correcto',
    reason: 'Un campo está vacío, es demasiado largo o no contiene lo que debería.',
    next: 'Compruebe lo que ha escrito e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  rules_changed: {
    title: 'Alguien ha cambiado las reglas mientras tanto',
    reason: 'Lo que veía ya no es lo que vale, así que no se ha cambiado nada.',
    next: 'Vuelva a cargar la página, mire qué ha cambiado y haga su cambio otra vez.',
    whoCanFix: 'you',
  },
  rules_full: {
    title: 'Ya no caben más reglas de este tipo',
    reason:
      'Cada inicio de sesión las mira todas, por eso su número tiene un límite. No se ha cambiado nada.',
    next: 'Quite una que ya no haga falta, o junte dos en una, y vuelva a intentarlo.',
    whoCanFix: 'you',
  },
  document_invalid: {
    title: 'Esta regla no se puede guardar así',
    reason: 'Una de sus partes falta, no se conoce o contradice a otra.',
    next: 'Corrija la parte que se indica e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  terms_changed: {
    title: 'El texto ha cambiado',
    reason: 'Su organización acaba de cambiar sus condiciones de uso.',
    next: 'Vuelva a cargar la página y lea el texto nuevo.',
    whoCanFix: 'you',
  },
  wave_changed: {
    title: 'La oleada ha cambiado',
    reason: 'Otra persona acaba de cambiar o quitar esta oleada.',
    next: 'Vuelva a cargar la página y mírela como está ahora.',
    whoCanFix: 'you',
  },
  wave_dates_impossible: {
    title: 'Estas fechas no sirven',
    reason:
      'Una oleada debe terminar después de empezar, y la llave de acceso se exige solo después de invitar a crearla.',
    next: 'Elija otras fechas.',
    whoCanFix: 'you',
  },
  wave_policy_unfit: {
    title: 'La regla no sirve para la oleada',
    reason: 'La regla de esta oleada ya no existe o ya no exige una llave de acceso a un solo grupo.',
    next: 'Corrija la regla o elija otra para la oleada.',
    whoCanFix: 'you',
  },
  wave_held_by_pilot: {
    title: 'Primero el piloto',
    reason: 'Todavía no se ha completado ningún piloto: nadie sabe si el camino funciona para su gente.',
    next: 'Termine el piloto y después inicie la oleada.',
    whoCanFix: 'you',
  },
  wave_running: {
    title: 'Ahora no es posible',
    reason: 'La oleada está en marcha, ya ha movido a personas o ha terminado.',
    next: 'Detenga o deshaga primero la oleada.',
    whoCanFix: 'you',
  },
  would_block_users: {
    title: 'Esto dejaría fuera a algunas personas',
    reason: 'Con este cambio, algunas personas ya no podrían iniciar sesión ni resolverlo por su cuenta.',
    next: 'Vea quiénes son. Deles antes otra forma de entrar, o confirme que sabe a quién afecta.',
    whoCanFix: 'you',
  },
  break_glass_full: {
    title: 'Ya hay dos cuentas de emergencia',
    reason: 'Las reglas no valen para estas cuentas, por eso puede haber dos y ninguna más.',
    next: 'Quite antes la marca a una de ellas.',
    whoCanFix: 'you',
  },
  break_glass_without_passkey: {
    title: 'Esta cuenta no tiene clave de acceso',
    reason: 'Una cuenta de emergencia solo se abre con una clave de acceso.',
    next: 'Añada antes una clave de acceso a la cuenta y guárdela en un lugar seguro.',
    whoCanFix: 'you',
  },
  pass_request_closed: {
    title: 'Esta solicitud ya está decidida',
    reason: 'Alguien ha decidido mientras tanto, la persona la ha detenido o ha esperado demasiado.',
    next: 'Vuelva a cargar la página para ver qué ha sido de ella.',
    whoCanFix: 'you',
  },
  another_approver_needed: {
    title: 'Tiene que aprobarlo una segunda persona',
    reason:
      'Su organización quiere que dos personas aprueben un pase. Usted ya es una de ellas, o no puede serlo.',
    next: 'Pida a un compañero que pueda emitir pases que mire la solicitud.',
    whoCanFix: 'administrator',
  },
  manager_first: {
    title: 'Primero responde su responsable',
    reason: 'Su organización quiere que el responsable confirme quién es antes de que nadie emita un pase.',
    next: 'Espere la respuesta del responsable o llámelo.',
    whoCanFix: 'administrator',
  },
  no_safe_address: {
    title: 'No hay dirección a la que enviar el pase',
    reason: 'La persona no tiene otra dirección, o su buzón se abre con este mismo inicio de sesión.',
    next: 'Dígale el pase por teléfono o en persona.',
    whoCanFix: 'you',
  },
  domain_taken: {
    title: 'Otra organización tiene este dominio',
    reason: 'Ya ha demostrado que el dominio es suyo.',
    next: 'Revise cómo está escrito. Si el dominio es suyo, hable con quien gestiona este servidor.',
    whoCanFix: 'operator',
  },
  domain_not_proven: {
    title: 'El registro aún no está',
    reason:
      'El DNS responde, pero el texto pedido no está en ese nombre. Un registro nuevo puede tardar una hora en verse.',
    next: 'Compare nombre y texto letra por letra, espere un poco y compruébelo de nuevo.',
    whoCanFix: 'you',
  },
  domain_unreachable: {
    title: 'El DNS no respondió',
    reason: 'Preguntamos por el registro y no hubo respuesta. Eso no dice nada de su dominio.',
    next: 'Inténtelo de nuevo en unos minutos. Si sigue así, dígaselo a quien gestiona este servidor.',
    whoCanFix: 'operator',
  },
  domain_in_use: {
    title: 'Hay personas con este dominio en su nombre',
    reason: 'Sin él ya no podrían iniciar sesión.',
    next: 'Deles primero otros nombres.',
    whoCanFix: 'you',
  },
  domain_is_default: {
    title: 'Las personas nuevas llevan este dominio en su nombre',
    reason: 'Siempre tiene que haber uno para ellas.',
    next: 'Elija primero otro dominio para las personas nuevas.',
    whoCanFix: 'you',
  },
  image_unreadable: {
    title: 'No podemos leer esta imagen',
    reason: 'No es una imagen PNG, JPEG o WebP, o está dañada.',
    next: 'Guárdela como PNG e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  image_too_large: {
    title: 'Esta imagen es demasiado grande',
    reason: 'Puede tener 1 MB y 2000 × 2000 píxeles.',
    next: 'Redúzcala e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  device_unknown: deviceNotVerified,
  device_certificate_untrusted: deviceNotVerified,
  device_expired: deviceNotVerified,
  device_revoked: deviceNotVerified,
  device_model_mismatch: deviceNotVerified,
  device_clock_wrong: deviceNotVerified,
  link_unknown: {
    title: 'Los dos dispositivos ya no se recuerdan',
    reason: 'El vínculo se quitó o se tardó demasiado en crearlo.',
    next: 'Vuelva a vincular los dos dispositivos.',
    whoCanFix: 'you',
  },
  link_mismatch: {
    title: 'Los dispositivos no se vincularon',
    reason: 'Los dos dispositivos no vieron la misma conexión: puede que alguien se haya interpuesto.',
    next: 'Empiece de nuevo y escanee solo el código de la pantalla que tiene delante. Si vuelve a ocurrir, avise a su servicio de asistencia.',
    whoCanFix: 'you',
  },
  link_needed: {
    title: 'Vincule primero un navegador',
    reason: 'La aplicación solo guarda una clave de acceso para navegadores vinculados, y no hay ninguno.',
    next: 'Abra Latchkey Authenticator en el navegador de su ordenador, vincúlelo con su teléfono e inténtelo de nuevo.',
    whoCanFix: 'you',
  },
  device_evidence_unproven: deviceNotVerified,
  authenticator_too_old: {
    title: 'Esta aplicación es demasiado antigua',
    reason: 'Su organización solo admite versiones más recientes de Latchkey Authenticator.',
    next: 'Actualice la aplicación o la extensión y vuelva a intentarlo.',
    whoCanFix: 'you',
  },
  app_not_assigned: {
    title: 'No tiene acceso a esta aplicación',
    reason: 'El inicio de sesión ha funcionado, pero su organización no le ha dado esta aplicación.',
    next: 'Pida acceso a su servicio de asistencia o a un administrador.',
    whoCanFix: 'administrator',
  },
  consent_needed: {
    title: 'La aplicación necesita un permiso',
    reason: 'Todavía nadie ha aceptado lo que pide esta aplicación.',
    next: 'Acéptelo cuando se le pregunte, o pida a un administrador que lo acepte para todas las personas.',
    whoCanFix: 'administrator',
  },
  sealed_unreadable: {
    title: 'No podemos leer nuestra propia nota',
    reason: 'Algo que habíamos guardado se ha alterado o es de otro servidor.',
    next: 'Empiece de nuevo. Si se repite, dé a su servicio de asistencia la referencia de abajo.',
    whoCanFix: 'operator',
  },
  rp_id_changed: {
    title: 'Este servidor se ha trasladado',
    reason: 'Su dirección ha cambiado, y las claves de acceso pertenecen a una dirección.',
    next: 'Dé a su servicio de asistencia la referencia de abajo.',
    whoCanFix: 'operator',
  },
}
