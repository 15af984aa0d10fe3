import { signInWords } from '../../catalogue/es/sign-in.ts'
import type { questions as pattern } from '../en/questions.ts'

const { anotherWay } = signInWords

/** The guide, about what readers ask. */
export const questions: typeof pattern = {
  asked: 'Lo que se suele preguntar',
  askedForPassword: {
    question: 'Me piden una contraseña en vez de mi clave de acceso',
    answer: `Mire debajo del campo de la contraseña: elija allí «${anotherWay.link}» y después «${anotherWay.passkey}». Cuando haya entrado una vez con la clave de acceso, la página la pedirá por sí sola.`,
  },
  missing: {
    question: 'Lo que nombra la guía no está en mi lista',
    answer:
      'La lista muestra lo que su organización le ha abierto. Si falta algo, no es para usted, o todavía no. Su servicio de asistencia puede ver por qué.',
  },
  notSupported: {
    question: 'Dice que esta forma de iniciar sesión no se admite',
    answer:
      'Su organización no le permite este tipo de clave de acceso. En su dispositivo no puede cambiarlo: elija otra forma en esta guía o pregunte a su servicio de asistencia.',
  },
  scannerInstead: {
    question: 'Aparece un código QR o su lector en vez de mi aplicación',
    answer:
      'El dispositivo no ha encontrado la aplicación. Compruebe que el sistema y la aplicación están actualizados y que está activada en los ajustes, y empiece de nuevo. Elija «Clave de acceso», no «Llave de seguridad».',
  },
  notInstalled: {
    question: 'Dice que la aplicación no está instalada, y lo está',
    answer:
      'El teléfono todavía no la ve. Instálela desde la tienda oficial, ábrala una vez, actívela en los ajustes de contraseñas y claves de acceso, e inténtelo de nuevo.',
  },
  couldNotVerify: {
    question: 'Dice: no hemos podido verificar su dispositivo',
    answer:
      'La aplicación ya no está registrada en su organización, o todavía no. Ábrala, toque su cuenta e inicie sesión allí otra vez. Después inténtelo de nuevo.',
  },
  alreadyExists: {
    question: 'Dice que ya existe una clave de acceso',
    answer:
      'Quizá un intento anterior se quedó solo en el dispositivo. Mire la lista en la información de seguridad: si la clave de acceso está, ha terminado. Si no, elimínela en la aplicación o en los ajustes de contraseñas del dispositivo, e inténtelo de nuevo.',
  },
  faceTwice: {
    question: 'Face ID falla dos veces y la ventana se cierra',
    answer:
      'No se ha perdido nada. Bloquee el teléfono y desbloquéelo con su rostro, para ver que funciona, y empiece de nuevo. También puede escribir el código del teléfono.',
  },
  devicesApart: {
    question: 'El teléfono y el ordenador no se encuentran',
    answer:
      'Los dos necesitan Bluetooth e internet y deben estar muy cerca; no hace falta emparejarlos. Desactive una VPN por un momento y escanee con la cámara del teléfono. Si su organización bloquea el Bluetooth, cree la clave de acceso en el propio teléfono.',
  },
  onePerDevice: {
    question: '¿Necesito una para cada máquina?',
    answer:
      'No. Una clave de acceso sincronizada está en todos sus dispositivos con la misma cuenta. La que se queda en un teléfono le abre cualquier ordenador mediante el código QR. Una llave de seguridad va adonde usted va. Una segunda es buena idea para el día en que se pierda la primera.',
  },
  lockIn: {
    question: '¿Puedo llevármela a otro sitio? ¿Quedo atado a un fabricante?',
    answer:
      'No queda atado a ninguno: puede tener varias claves de acceso a la vez y eliminar cualquiera. Las versiones nuevas de algunas aplicaciones de contraseñas pueden entregar las sincronizadas a otra aplicación. La que se queda en un dispositivo no se puede copiar, a propósito; cree una nueva en el lugar nuevo y elimine la antigua.',
  },
  lostPhone: {
    question: '¿Y si pierdo el teléfono?',
    answer:
      'Quien lo encuentre no puede usar la clave de acceso sin su huella, su rostro o su PIN. Entre con otra, o pida un pase a su servicio de asistencia. Lo demás lo muestra «Tengo un teléfono nuevo», arriba en esta guía.',
  },
  fingerprint: {
    question: '¿Recibe mi organización mi huella o mi rostro?',
    answer:
      'No. Ambos se quedan en su dispositivo y solo desbloquean la clave de acceso. Nadie más los ve nunca, ni nosotros ni su organización.',
  },
  ownPhone: {
    question: 'El teléfono es mío. ¿Qué ve mi organización?',
    answer:
      'Que tiene una clave de acceso, de qué tipo es y cuándo entra con ella. Ni fotos, ni mensajes, ni aplicaciones; una clave de acceso no da ningún poder sobre el teléfono.',
  },
  workProfile: {
    question: 'Mi teléfono Android tiene un perfil de trabajo',
    answer:
      'El perfil de trabajo y el lado privado son como dos teléfonos. Cree la clave de acceso en el lado desde el que inicia sesión; si es en los dos, una en cada uno.',
  },
  samsungAsks: {
    question: 'Mi Galaxy solo ofrece Samsung Pass',
    answer:
      'Los Galaxy tienen un ajuste para eso: Ajustes, Administración general, Contraseñas, claves de acceso y autocompletar. Elija el servicio que quiera como preferido y empiece de nuevo.',
  },
  helloAsks: {
    question: 'Windows pide siempre mi PIN, y yo quiero el teléfono',
    answer:
      'Windows se ofrece primero a sí mismo. No escriba el PIN: elija «Usar otro dispositivo» y después «iPhone, iPad o dispositivo Android». Después de la primera vez, muchos ordenadores recuerdan el teléfono.',
  },
  keyPin: {
    question: 'La llave de seguridad pide un PIN que nunca elegí',
    answer:
      'Es el PIN de la llave, no el del ordenador. Si es nueva, lo elige por el camino. Si lo olvidó, hay que restablecer la llave, y eso elimina las claves de acceso que guarda.',
  },
  keyNotRead: {
    question: 'Mi teléfono no lee la llave de seguridad',
    answer:
      'Active NFC y saque el teléfono de su funda. En un Galaxy puede estorbar una llave que también escribe códigos de un solo uso: desactívelos en la aplicación de su fabricante, o conecte la llave.',
  },
  passExpired: {
    question: 'No aceptan mi Temporary Access Pass',
    answer:
      'Puede que haya caducado, que ya se haya usado o que aún no valga. Pida otro a quien se lo dio y haga todos los pasos de una vez.',
  },
  needPassword: {
    question: '¿Necesito todavía mi contraseña?',
    answer:
      'No para lo que abre la clave de acceso. Consérvela hasta que su organización diga otra cosa; algunas aplicaciones antiguas quizá la pidan aún.',
  },
}
