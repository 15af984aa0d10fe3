import { steps } from '../../portal/es/steps.ts'
import type { twoDevices as pattern } from '../en/two-devices.ts'

const { camera, nearby } = steps

/** The guide, about a passkey that is asked for here and kept on a phone, over a QR code. */
export const twoDevices: typeof pattern = {
  nearby: {
    title: nearby.title,
    lines: [nearby.bluetooth, nearby.internet, nearby.close],
    hint: nearby.lead,
  },
  pickPhoneWindows10: {
    title: 'Deje atrás Windows y llegue al código',
    lines: [
      'Si una ventana de Windows pide su PIN o una llave de seguridad, cancélela: no es el lugar correcto.',
      'Entonces el navegador muestra su propia ventana. Elija «Usar un teléfono o una tableta», o «iPhone, iPad o dispositivo Android».',
      'Aparece un código QR.',
    ],
    hint: 'Algunas versiones llaman a ese camino «Usar otro dispositivo» o «otra llave de seguridad».',
  },
  pickPhoneWindows11: {
    title: 'Deje atrás Windows Hello y llegue al código',
    lines: [
      'Windows pide su rostro, su huella o su PIN. No confirme: elija «Usar otro dispositivo» o «Usar otra llave de seguridad».',
      'Después elija «iPhone, iPad o dispositivo Android» o «Usar un teléfono, una tableta o una llave de seguridad», y «Siguiente».',
      'Aparece un código QR.',
    ],
  },
  pickPhoneWindows23H2: {
    title: 'Deje atrás Windows Hello y llegue al código',
    lines: [
      'Windows pregunta dónde guardar la clave de acceso. Si pide antes su rostro, su huella o su PIN, elija «Usar otro dispositivo».',
      'Elija «iPhone, iPad o dispositivo Android» y después «Siguiente».',
      'Aparece un código QR.',
    ],
  },
  pickPhoneSafari: {
    title: 'Deje atrás Touch ID y llegue al código',
    lines: [
      'Safari pregunta si guardar la clave de acceso en este Mac. Haga clic en «Otras opciones» o «Guardar en otro dispositivo».',
      'Elija «iPhone, iPad o dispositivo Android» y después Continuar. Aparece un código QR.',
    ],
  },
  pickPhoneChrome: {
    title: 'Hasta el código',
    lines: [
      'Si el navegador quiere guardar la clave de acceso en este ordenador, elija «Guardar de otra manera» o «Usar otro dispositivo».',
      'Elija «Usar un teléfono o una tableta» o «iPhone, iPad o dispositivo Android». Aparece un código QR.',
    ],
  },
  pickPhoneFirefox: {
    title: 'Hasta el código',
    lines: [
      'Firefox lo deja al sistema, que pregunta dónde guardar la clave de acceso.',
      'Elija otro dispositivo y después «iPhone, iPad o dispositivo Android». Aparece un código QR.',
    ],
  },
  scanIOS: { title: camera.title, lines: [camera.iOS], hint: 'Otros lectores no conocen este código.' },
  scanAndroid: {
    title: camera.title,
    lines: [camera.android],
    hint: 'Otros lectores no conocen este código.',
  },
  scanAny: { title: camera.title, lines: [camera.any], hint: 'Otros lectores no conocen este código.' },
  saveOnPhone: {
    title: 'Guárdela en el teléfono',
    lines: [
      'El teléfono pregunta si guardar una clave de acceso. Continúe y confirme con su huella, su rostro o su PIN.',
      'Al cabo de un momento, el ordenador sigue por sí solo.',
    ],
    hint: 'Si los dos no se encuentran, apague y encienda el Bluetooth en ambos y escanee otra vez.',
  },
}
