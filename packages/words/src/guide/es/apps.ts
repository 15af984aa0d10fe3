import { steps } from '../../portal/es/steps.ts'
import type { apps as pattern } from '../en/apps.ts'

const { getApp, makeProvider, own, reminder } = steps
const { ways } = makeProvider

/** The guide, about apps that keep passkeys: what they need, where to get them, the way through the settings. */
export const apps: typeof pattern = {
  needsIOS: {
    title: 'Lo que necesita su iPhone o iPad',
    lines: [
      ({ least }) => `iOS ${least} o posterior: vea Ajustes, General, Información`,
      'Face ID, Touch ID o un código para desbloquearlo',
    ],
  },
  needsAndroid: {
    title: 'Lo que necesita su teléfono Android',
    lines: [
      ({ least }) => `Android ${least} o posterior: vea Ajustes, Acerca del teléfono`,
      'Un bloqueo de pantalla: huella, rostro, PIN o patrón',
    ],
    hint: 'Si el teléfono tiene un perfil de trabajo, hágalo todo en el perfil desde el que inicia sesión: los dos no comparten nada.',
  },
  choosePhone: {
    title: 'Diga qué teléfono tiene',
    lines: ['Elíjalo más arriba. Entonces los pasos nombran los ajustes correctos.'],
  },
  getAppHere: { title: getApp.title, lines: [getApp.link] },
  getAppByCode: { title: getApp.title, lines: [getApp.scan] },
  settingsIOS18: {
    title: makeProvider.title,
    lines: [ways.iOS18.first, ways.iOS18.second],
    hint: 'Puede conservar su aplicación de contraseñas: desde iOS 18 puede haber varias activas.',
  },
  settingsIOS17: {
    title: makeProvider.title,
    lines: [ways.iOS17.first, ways.iOS17.second, ways.iOS17.third],
    hint: makeProvider.onlyOneHint,
  },
  settingsAndroid: {
    title: makeProvider.title,
    lines: [
      'Abra Ajustes y después «Contraseñas, claves de acceso y cuentas». En Android 14 es «Contraseñas y cuentas».',
      ({ name }) =>
        `Active ${name} en «Servicios adicionales» o «Proveedores adicionales», o elíjalo como servicio preferido.`,
    ],
    hint: 'Cada fabricante los llama de otra manera. Busque «claves de acceso» en los ajustes.',
  },
  settingsSamsung: {
    title: makeProvider.title,
    lines: [ways.samsung.first, ways.samsung.second, ways.samsung.third],
    hint: 'Si no lo encuentra, busque «claves de acceso» en los ajustes.',
  },
  saveInAppHere: {
    title: reminder.title,
    lines: [reminder.here, 'Confirme con su huella, su rostro o su PIN.'],
  },
  saveInAppThere: {
    title: reminder.title,
    lines: [reminder.there, 'Confirme en el teléfono con su huella, su rostro o su PIN.'],
  },
  ownNeedsPhone: { title: steps.requirements.title, lines: [own.needs.phoneApp, own.lock.phoneApp] },
  ownNeedsExtension: { title: steps.requirements.title, lines: [own.needs.extension, own.lock.extension] },
  ownNeedsAgent: { title: steps.requirements.title, lines: [own.needs.agent, own.lock.agent] },
  getOwnPhone: { title: getApp.title, lines: [own.getLead.phoneApp] },
  getOwnExtension: { title: getApp.title, lines: [own.getLead.extension] },
  getOwnAgent: { title: getApp.title, lines: [own.getLead.agent] },
  getOwnInstalled: { title: getApp.title, lines: [own.getNone] },
  ownAccountPhone: { title: own.account, lines: [own.add.phoneApp, own.there], hint: own.signedOut },
  ownAccountExtension: { title: own.account, lines: [own.add.extension, own.there], hint: own.signedOut },
  ownAccountAgent: { title: own.account, lines: [own.add.agent, own.there], hint: own.signedOut },
  ownInApp: { title: 'Cree la clave de acceso en la aplicación', lines: [own.inApp], hint: own.inAppWhere },
  ownPrompt: { title: steps.prompt.provider, lines: [own.prompt.extension] },
  ownScan: { title: own.scan, lines: [own.scanHow, own.prompt.agent] },
}
