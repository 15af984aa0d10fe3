import { signInWords } from '../../catalogue/es/sign-in.ts'
import { add } from '../../portal/es/add.ts'
import { newPhone } from '../../portal/es/new-phone.ts'
import type { begin as pattern } from '../en/begin.ts'

const { steps } = newPhone
const { offers, where } = add
const { anotherWay, secure, secureIn } = signInWords

/** The guide, about what comes before a passkey is made: a real browser, a new enough system, a way in. */
export const begin: typeof pattern = {
  openInSafari: {
    title: 'Abra esta página en Safari',
    lines: [
      'La está leyendo dentro de otra aplicación. Ahí no se puede crear una clave de acceso.',
      'Toque el signo de compartir o los tres puntos y después «Abrir en Safari» o «Abrir en el navegador».',
      'Si no aparece, copie la dirección y péguela en Safari.',
    ],
  },
  openInChrome: {
    title: 'Abra esta página en Chrome',
    lines: [
      'La está leyendo dentro de otra aplicación. Ahí no se puede crear una clave de acceso.',
      'Toque los tres puntos y después «Abrir en Chrome» o «Abrir en el navegador».',
      'Si no aparece, copie la dirección y péguela en Chrome.',
    ],
  },
  chooseDevice: {
    title: 'Elija su dispositivo',
    lines: ['Su navegador no dice dónde funciona. Elija su dispositivo y verá solo sus pasos.'],
  },
  updateIOS: {
    title: ({ least }) => `Actualice a iOS ${least} o posterior`,
    lines: [
      'Abra Ajustes, después General, después Actualización de software, e instale lo que se ofrezca.',
      'Vuelva aquí cuando el dispositivo se haya reiniciado.',
    ],
    hint: '¿No se ofrece nada más nuevo? Entonces use otro teléfono, un ordenador o una llave de seguridad.',
  },
  updateAndroid: {
    title: ({ least }) => `Actualice a Android ${least} o posterior`,
    lines: [
      'Abra los ajustes, busque «actualización» e instale lo que se ofrezca.',
      'Vuelva aquí cuando el teléfono se haya reiniciado.',
    ],
    hint: '¿No se ofrece nada más nuevo? Entonces use otro teléfono, un ordenador o una llave de seguridad.',
  },
  updateWindows: {
    title: ({ least }) => `Actualice a Windows ${least} o posterior`,
    lines: ['Abra Configuración, después Windows Update, e instale lo que se ofrezca.'],
    hint: '¿No se ofrece nada más nuevo? Entonces use un teléfono o una llave de seguridad.',
  },
  updateMac: {
    title: ({ least }) => `Actualice a macOS ${least} o posterior`,
    lines: [
      'Abra Ajustes del Sistema, después General, después Actualización de software, e instale lo que se ofrezca.',
    ],
    hint: '¿No se ofrece nada más nuevo? Entonces use un teléfono o una llave de seguridad.',
  },
  switchBrowser: {
    title: 'Use otro navegador',
    lines: [
      'Este navegador no puede preguntar a un teléfono. Chrome y Edge sí.',
      'Abra allí esta misma página: muestra los pasos que valen allí.',
    ],
  },
  openOnComputer: {
    title: 'Siga en un ordenador',
    lines: [
      'Su organización no permite ninguna clave de acceso en este dispositivo. En un ordenador sí.',
      'Abra esta misma página en el ordenador: muestra los pasos que valen allí.',
    ],
  },
  openOnPhone: {
    title: 'Siga con su teléfono',
    lines: [
      'Su organización no permite ninguna clave de acceso en este dispositivo. En un teléfono sí.',
      'Abra esta misma página en el teléfono: muestra los pasos que valen allí.',
    ],
  },
  beginOnComputer: {
    title: 'Empiece en el ordenador',
    lines: [
      'Abra esta misma página en el ordenador, elija «Un teléfono o una tableta» y sígala hasta que aparezca un código QR.',
      'Lo que sigue aquí se hace en este teléfono.',
    ],
  },
  askHelpDesk: {
    title: 'Pregunte a su servicio de asistencia',
    lines: [
      'De momento su organización no abre ninguna clave de acceso que este dispositivo pudiera guardar.',
      'Su servicio de asistencia sabe qué está previsto y qué dispositivo servirá.',
    ],
  },
  signIn: {
    title: 'Entre en la información de seguridad',
    lines: [
      'Abra la información de seguridad e inicie sesión como hoy.',
      'Se le pide una segunda prueba, porque solo usted puede añadir una forma de iniciar sesión.',
      `Elija «${add.title}».`,
    ],
    hint: 'Pasados unos minutos se le pide otra vez. Es a propósito.',
  },
  signInWithPass: {
    title: 'Inicie sesión con su Temporary Access Pass',
    lines: [
      'Tenga a mano el pase que le dio su organización.',
      `Escriba su dirección. Si la página no pide el pase por sí sola, elija «${anotherWay.link}» y después «${anotherWay.pass}».`,
      'Después se le pide crear una clave de acceso. Hágalo enseguida.',
    ],
    hint: 'Un pase vale poco tiempo, y a menudo una sola vez. Si ha caducado, pida otro.',
  },
  passInApp: {
    title: 'Tenga a mano su Temporary Access Pass',
    lines: ['En la aplicación inicia sesión con su dirección y el pase que le dio su organización.'],
    hint: 'No lo escriba antes en ningún otro sitio: algunos valen una sola vez.',
  },
  addHere: {
    title: 'Elija una clave de acceso en este dispositivo',
    lines: [`En la lista, elija «${offers.passkey}» y después «${where.thisDevice}».`],
    hint: 'Si se le pregunta de qué tipo: una sincronizada está también en sus otros dispositivos.',
  },
  addPhone: {
    title: 'Elija un teléfono o una tableta',
    lines: [`En la lista, elija «${offers.passkey}» y después «${where.otherDevice}».`],
  },
  addKey: {
    title: 'Elija la llave de seguridad',
    lines: [`En la lista, elija «${offers.securityKey}».`],
  },
  addApp: {
    title: 'Elija la aplicación',
    lines: [({ name }) => `Cuando se le pregunte qué añadir, elija «${offers.provider({ name })}».`],
    hint: 'Las páginas repiten allí lo que ya ha hecho: siga hasta que el dispositivo pregunte.',
  },
  createFirst: {
    title: 'Cree la clave de acceso',
    lines: [`La página se titula «${secure.title}». Elija «${secure.create}».`],
  },
  createFirstElsewhere: {
    title: 'Cree la clave de acceso',
    lines: [`La página se titula «${secure.title}». Elija «${secure.otherDevice}».`],
  },
  createFirstApp: {
    title: 'Cree la clave de acceso en la aplicación',
    lines: [
      ({ name }) =>
        `La página se titula «${secure.title}» y nombra ${name}. Elija «${secureIn.next}» y después «${secureIn.create({ name })}».`,
    ],
  },
  keepOld: { title: steps.keepOld.title, lines: [steps.keepOld.about] },
  addWithOld: { title: steps.addWithOld.title, lines: [steps.addWithOld.about] },
  tryNew: { title: steps.tryNew.title, lines: [steps.tryNew.about] },
  removeOld: { title: steps.removeOld.title, lines: [steps.removeOld.about] },
  endSessions: { title: steps.endSessions.title, lines: [steps.endSessions.about] },
  restoreSynced: { title: steps.restoreSynced.title, lines: [steps.restoreSynced.about] },
  useOther: { title: steps.useOther.title, lines: [steps.useOther.about] },
  tryOther: {
    title: 'Pruebe antes con otra clave de acceso',
    lines: [
      'Si tiene una en un ordenador o en una llave de seguridad, inicie sesión con ella.',
      'Entonces no necesita ningún pase: siga donde se añade el teléfono nuevo.',
    ],
  },
  askForPass: { title: steps.askForPass.title, lines: [steps.askForPass.about] },
  callHelpDesk: { title: steps.callHelpDesk.title, lines: [steps.callHelpDesk.about] },
  passForNewPhone: { title: steps.signInWithPass.title, lines: [steps.signInWithPass.about] },
  addNew: { title: steps.addNew.title, lines: [steps.addNew.about] },
  addSecond: { title: steps.addSecond.title, lines: [steps.addSecond.about] },
}
