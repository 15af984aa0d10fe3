import { steps } from '../../portal/es/steps.ts'
import type { builtIn as pattern } from '../en/built-in.ts'

const { cautions } = steps

/** The guide, about what keeps passkeys on a device without anything being installed. */
export const builtIn: typeof pattern = {
  setLock: { title: cautions.noPlatformAuthenticator, lines: [cautions.noPlatformAuthenticatorNext] },
  allowProof: {
    title: 'Muestre qué es',
    lines: [cautions.proof],
    hint: 'Sin ello se rechaza la clave de acceso y hay que empezar de nuevo.',
  },
  icloudIOS18: {
    title: 'Active lo que guarda sus claves de acceso',
    lines: [
      'Abra Ajustes, toque su nombre, después iCloud, después Contraseñas, y actívelo en este dispositivo.',
      'De vuelta en Ajustes, toque General y después Autorrelleno y contraseñas. Active el autorrelleno de contraseñas y llaves de acceso y, debajo, Contraseñas.',
    ],
    hint: 'Si todo está activado ya, pase al paso siguiente.',
  },
  icloudIOS17: {
    title: 'Active lo que guarda sus claves de acceso',
    lines: [
      'Abra Ajustes, toque su nombre, después iCloud, después Contraseñas y llavero, y actívelo.',
      'De vuelta en Ajustes, toque Contraseñas y después Opciones de contraseñas. Active el autorrelleno de contraseñas y llaves de acceso, y elija Contraseñas y llavero de iCloud.',
    ],
    hint: 'Si todo está activado ya, pase al paso siguiente.',
  },
  icloudMac: {
    title: 'Active lo que guarda sus claves de acceso',
    lines: [
      'Abra Ajustes del Sistema, haga clic en su nombre, después en iCloud, después en Contraseñas o Contraseñas y llavero, y actívelo.',
      'Su cuenta de Apple debe estar abierta, y el Mac tener Touch ID o una contraseña.',
    ],
    hint: 'Si ya está activado, pase al paso siguiente.',
  },
  googleAndroid: {
    title: 'Compruebe que Google guarda sus claves de acceso',
    lines: [
      'Abra Ajustes y después «Contraseñas, claves de acceso y cuentas». En versiones anteriores es «Contraseñas y cuentas».',
      'El servicio preferido debería ser Google. El teléfono necesita un bloqueo de pantalla y una cuenta de Google.',
    ],
    hint: 'Cada fabricante los llama de otra manera. Busque «claves de acceso» en los ajustes.',
  },
  googleOnSamsung: {
    title: 'Compruebe que Google guarda sus claves de acceso',
    lines: [
      'Abra Ajustes, después Administración general, después Contraseñas, claves de acceso y autocompletar.',
      'Toque Servicio preferido y elija Google.',
    ],
    hint: 'Si no lo encuentra, busque «claves de acceso» en los ajustes.',
  },
  googleDesktop: {
    title: 'Inicie sesión en Chrome',
    lines: [
      'Haga clic en su imagen, arriba a la derecha en Chrome. Si dice que la sesión está cerrada o la sincronización desactivada, inicie sesión con su cuenta de Google.',
      'El Gestor de contraseñas de Google guarda ahí la clave de acceso, para todos los dispositivos con esa cuenta.',
    ],
  },
  samsungPass: {
    title: 'Permita que Samsung Pass guarde claves de acceso',
    lines: [
      'Abra Ajustes, después Administración general, después Contraseñas, claves de acceso y autocompletar.',
      'Toque Servicio preferido y elija Samsung Pass. Inicie sesión en su cuenta de Samsung si se lo pide.',
    ],
    hint: 'Si el teléfono no conoce aún su huella ni su rostro, Samsung Pass los pide antes.',
  },
  windowsHello: {
    title: 'Compruebe que Windows Hello está configurado',
    lines: [
      'Abra Configuración, después Cuentas, después Opciones de inicio de sesión.',
      'PIN (Windows Hello) debería decir que todo está listo. Si no, configúrelo; el rostro o la huella pueden venir después.',
    ],
  },
  saveApplePhone: {
    title: 'Guárdela con Face ID o Touch ID',
    lines: [
      'Una ventana pregunta si guardar una llave de acceso. Toque Continuar y confirme.',
      'Si nombra otra aplicación que no sea Contraseñas, toque «Otras opciones» o «Guardar de otra manera» y elija Contraseñas.',
    ],
  },
  saveAppleMac: {
    title: 'Guárdela con Touch ID',
    lines: [
      'Una ventana pregunta si guardar una llave de acceso. Ponga el dedo en la tecla o escriba la contraseña del Mac.',
      'Chrome y Edge quizá pregunten dónde: elija el llavero de iCloud.',
    ],
  },
  saveGooglePhone: {
    title: 'Guárdela con su bloqueo de pantalla',
    lines: [
      'Una ventana pregunta si crear una clave de acceso. Compruebe que nombra el Gestor de contraseñas de Google y toque Crear o Continuar.',
      'Si nombra otra aplicación, toque «Más opciones» o «Guardar de otra manera» y elija el de Google.',
      'Confirme con su huella, su rostro o su PIN.',
    ],
  },
  saveGoogleDesktop: {
    title: 'Guárdela en el Gestor de contraseñas de Google',
    lines: [
      'Chrome pregunta dónde guardar la clave de acceso. Elija Gestor de contraseñas de Google y después Crear.',
      'La primera vez pide un PIN de ese gestor, o le deja elegir uno. Recuérdelo: abre sus claves de acceso en un ordenador nuevo.',
    ],
  },
  saveSamsung: {
    title: 'Guárdela en Samsung Pass',
    lines: [
      'Una ventana pregunta si crear una clave de acceso. Compruebe que nombra Samsung Pass y toque Continuar.',
      'Si nombra otra aplicación, toque «Más opciones» o «Guardar de otra manera» y elija Samsung Pass.',
      'Confirme con su huella o su rostro.',
    ],
  },
  saveHello10: {
    title: 'Guárdela con Windows Hello',
    lines: [
      'La ventana «Seguridad de Windows» pide su PIN, su huella o su rostro. Confirme y haga clic en Aceptar.',
      'Si pide en cambio una llave de seguridad, cancele, configure Windows Hello y empiece de nuevo.',
    ],
  },
  saveHello11: {
    title: 'Guárdela con Windows Hello',
    lines: [
      'La ventana «Seguridad de Windows» pregunta dónde guardar la clave de acceso. Elija «Este dispositivo Windows».',
      'Confirme con su rostro, su huella o su PIN y haga clic en Aceptar.',
    ],
    hint: 'Si pide su rostro enseguida, es el lugar correcto: mire a la cámara.',
  },
}
