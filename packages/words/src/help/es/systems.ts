import { securityInfoWords } from '../../catalogue/es/security-info.ts'
import { signInWords } from '../../catalogue/es/sign-in.ts'
import type { systems as english } from '../en/systems.ts'
import type { HelpWords } from '../english.ts'
import { labels } from './labels.ts'

const anotherWay = `«${signInWords.anotherWay.link}»`

/** What systems, browsers and phones do that no code of ours stands for. */
export const systems: Pick<HelpWords['problems'], keyof typeof english> = {
  windows_something_went_wrong: {
    title: 'Windows dice que algo ha salido mal',
    reason:
      'Windows pidió su clave de acceso y se rindió sin decir por qué: la llave se sacó antes de tiempo, no se llegó al teléfono o Windows Hello está atascado.',
    next: `Cierre la ventana e inténtelo una vez más. Si vuelve a ocurrir, reinicie el equipo, o elija ${anotherWay} y use el teléfono o una llave de seguridad.`,
  },
  windows_hello_unavailable: {
    title: 'Windows Hello no está disponible',
    reason:
      'Windows no puede usar ahora su PIN, su cara o su huella, a menudo tras una actualización o un cambio de contraseña.',
    next: `Reinicie el equipo. Si sigue igual, configure de nuevo el PIN en los ajustes de Windows, en «${labels.signInOptions}».`,
  },
  provider_not_seen: {
    title: 'El teléfono no ofrece el Authenticator',
    reason:
      'La aplicación que debe guardar su clave de acceso falta, nunca se ha abierto o no está activada para contraseñas y claves de acceso.',
    next: `Instálela desde la tienda oficial, ábrala e inicie sesión una vez. Después actívela en los ajustes del teléfono, en «${labels.iosAutofill}» o «${labels.androidPasswords}».`,
  },
  other_manager_opens: {
    title: 'Se abre otro gestor de contraseñas',
    reason:
      'Un gestor de contraseñas o una extensión del navegador responde primero. Antes de iOS 18, un iPhone solo admite uno además del propio.',
    next: 'Elija otro lugar para guardar en la ventana abierta. Si no se puede elegir, desactive el otro en los ajustes e inténtelo de nuevo.',
  },
  samsung_pass_opens: {
    title: 'Se abre Samsung Pass en lugar de su aplicación',
    reason: 'En los teléfonos Galaxy, Samsung Pass es el servicio preferido hasta que usted elija otro.',
    next: `En los ajustes, abra «${labels.samsungManagement}», luego «${labels.samsungPasswords}», y elija su aplicación como servicio preferido.`,
  },
  qr_instead_of_app: {
    title: 'Se pide un código QR o una llave de seguridad',
    reason:
      'El sistema o la aplicación son demasiado antiguos para las claves de acceso, o se eligió una llave de seguridad en lugar de una clave de acceso.',
    next: 'Actualice el teléfono y la aplicación, empiece de nuevo y elija la clave de acceso, no la llave de seguridad.',
  },
  qr_not_read: {
    title: 'El código QR no se puede leer',
    reason:
      'Se escaneó dentro de una aplicación, es demasiado antiguo o es de otra cosa. Un iPhone solo lo lee con la app Cámara.',
    next: 'Haga que el equipo muestre un código nuevo y escanéelo con la cámara del propio teléfono.',
  },
  hybrid_interrupted: {
    title: 'Los dos dispositivos se perdieron',
    reason:
      'El teléfono y el equipo empezaron a hablar y no terminaron: estaban lejos, uno se durmió o cambió la red.',
    next: 'Mantenga los dos despiertos y juntos, con Bluetooth e Internet activados, y escanee un código nuevo.',
  },
  hybrid_blocked_by_network: {
    title: 'La red separa los dos dispositivos',
    reason:
      'Además de Bluetooth necesitan cable.ua5v.com (Android) o cable.auth.com (iPhone), sin nada que abra la conexión. Algunas organizaciones también desactivan Bluetooth.',
    next: 'Pruebe con la red móvil del teléfono. Un administrador puede dejar pasar esas direcciones y permitir Bluetooth para las claves de acceso.',
  },
  safari_many_passkeys: {
    title: 'Safari se atasca con muchas claves de acceso',
    reason:
      'Si una cuenta tiene más de tres claves de acceso, algunas versiones de Safari no encuentran la correcta.',
    next: `Vuelva atrás y elija «${signInWords.name.options}» sin escribir un nombre, o elimine en «${securityInfoWords.title}» las claves de acceso que ya no usa.`,
  },
  icloud_keychain_off: {
    title: 'El llavero de iCloud está desactivado',
    reason:
      'iPhone, iPad y Mac guardan ahí las claves de acceso, y también hace falta un bloqueo de pantalla.',
    next: 'Actívelo en los ajustes, en su nombre e iCloud. Si su organización lo prohíbe, guarde la clave de acceso en una aplicación o en una llave de seguridad.',
  },
  other_android_profile: {
    title: 'La clave de acceso está en el otro perfil',
    reason: 'El perfil de trabajo y el personal de un teléfono Android no ven las claves de acceso del otro.',
    next: 'Inicie sesión desde el perfil en el que la creó, o cree otra en este.',
  },
  system_too_old: {
    title: 'El sistema del teléfono es demasiado antiguo',
    reason:
      'Las aplicaciones pueden guardar claves de acceso desde iOS 17 y Android 14. Los anteriores muestran otra cosa.',
    next: 'Actualice el sistema. Si no hay actualización, use un teléfono más reciente o una llave de seguridad.',
  },
  in_app_browser: {
    title: 'Dentro de otra app no hay claves de acceso',
    reason:
      'La página se abrió en la ventana de una aplicación de correo o de chat, que no llega a sus claves de acceso.',
    next: 'Abra la página en Safari, Chrome u otro navegador. El menú de la ventana tiene una opción para ello.',
  },
  asked_for_password: {
    title: 'En su lugar se le pide una contraseña',
    reason: 'La página tomó la forma que usó la última vez, o aún no sabe que tiene una clave de acceso.',
    next: `Elija ${anotherWay} debajo del campo y luego «${signInWords.anotherWay.passkey}». Después puede convertirla en su opción predeterminada.`,
  },
  passkey_left_over: {
    title: 'Hay una clave de acceso que no inicia sesión',
    reason:
      'Se guardó en el dispositivo y su organización no llegó a conocerla: se cortó la conexión o este tipo no está permitido.',
    next: 'Elimínela donde el dispositivo guarda contraseñas y claves de acceso, y vuelva a añadirla.',
  },
  goes_in_circles: {
    title: 'Le mandan de una página a otra sin fin',
    reason:
      'Una regla exige una clave de acceso antes de dejarle añadir una, y el Authenticator y la página de su cuenta le mandan de uno a otra.',
    next: 'Avise a su servicio de asistencia. Un Temporary Access Pass le deja entrar una vez, y un administrador puede cambiar la regla.',
  },
  pass_not_offered: {
    title: 'El Temporary Access Pass no se acepta',
    reason:
      'El pase ha caducado, ya se usó, aún no vale, o su organización no permite ninguno para esta cuenta o este invitado.',
    next: 'Pida uno nuevo a su servicio de asistencia. Si no se puede emitir, un administrador debe revisar las reglas de los pases.',
  },
  model_not_listed: {
    title: 'La app o la llave no está en la lista de modelos',
    reason: 'Esas listas van por el AAGUID. Lo que es nuevo aún no está en ninguna.',
    next: 'Añada su AAGUID a mano. Lo publica su fabricante, y el registro de inicios de sesión lo indica de cada clave de acceso que se intentó.',
  },
}
