import { steps } from '../../portal/fr/steps.ts'
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
    title: 'Passez Windows, jusqu’au code',
    lines: [
      'Si une fenêtre de Windows demande votre code PIN ou une clé de sécurité, annulez-la : ce n’est pas le bon endroit.',
      'Le navigateur montre alors sa propre fenêtre. Choisissez « Utiliser un téléphone ou une tablette », ou « iPhone, iPad ou appareil Android ».',
      'Un code QR apparaît.',
    ],
    hint: 'Certaines versions appellent ce chemin « Utiliser un autre appareil » ou « une autre clé de sécurité ».',
  },
  pickPhoneWindows11: {
    title: 'Passez Windows Hello, jusqu’au code',
    lines: [
      'Windows demande votre visage, votre empreinte ou votre code PIN. Ne confirmez pas : choisissez « Utiliser un autre appareil » ou « Utiliser une autre clé de sécurité ».',
      'Choisissez ensuite « iPhone, iPad ou appareil Android » ou « Utiliser un téléphone, une tablette ou une clé de sécurité », puis « Suivant ».',
      'Un code QR apparaît.',
    ],
  },
  pickPhoneWindows23H2: {
    title: 'Passez Windows Hello, jusqu’au code',
    lines: [
      'Windows demande où enregistrer la clé d’accès. S’il demande d’abord votre visage, votre empreinte ou votre code PIN, choisissez « Utiliser un autre appareil ».',
      'Choisissez « iPhone, iPad ou appareil Android », puis « Suivant ».',
      'Un code QR apparaît.',
    ],
  },
  pickPhoneSafari: {
    title: 'Passez Touch ID, jusqu’au code',
    lines: [
      'Safari demande s’il faut enregistrer la clé d’accès sur ce Mac. Cliquez sur « Autres options » ou « Enregistrer sur un autre appareil ».',
      'Choisissez « iPhone, iPad ou appareil Android », puis Continuer. Un code QR apparaît.',
    ],
  },
  pickPhoneChrome: {
    title: 'Jusqu’au code',
    lines: [
      'Si le navigateur veut enregistrer la clé d’accès sur cet ordinateur, choisissez « Enregistrer autrement » ou « Utiliser un autre appareil ».',
      'Choisissez « Utiliser un téléphone ou une tablette » ou « iPhone, iPad ou appareil Android ». Un code QR apparaît.',
    ],
  },
  pickPhoneFirefox: {
    title: 'Jusqu’au code',
    lines: [
      'Firefox laisse faire le système, qui demande où enregistrer la clé d’accès.',
      'Choisissez un autre appareil, puis « iPhone, iPad ou appareil Android ». Un code QR apparaît.',
    ],
  },
  scanIOS: {
    title: camera.title,
    lines: [camera.iOS],
    hint: 'Les autres lecteurs ne connaissent pas ce code.',
  },
  scanAndroid: {
    title: camera.title,
    lines: [camera.android],
    hint: 'Les autres lecteurs ne connaissent pas ce code.',
  },
  scanAny: {
    title: camera.title,
    lines: [camera.any],
    hint: 'Les autres lecteurs ne connaissent pas ce code.',
  },
  saveOnPhone: {
    title: 'Enregistrez-la sur le téléphone',
    lines: [
      'Le téléphone demande s’il faut enregistrer une clé d’accès. Continuez, et confirmez avec votre empreinte, votre visage ou votre code PIN.',
      'Au bout d’un instant, l’ordinateur continue de lui-même.',
    ],
    hint: 'Si les deux ne se trouvent pas, désactivez puis réactivez le Bluetooth des deux côtés, et scannez encore une fois.',
  },
}
