import { steps } from '../../portal/de/steps.ts'
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
    title: 'An Windows vorbei zum Code',
    lines: [
      'Fragt ein Fenster von Windows nach Ihrer PIN oder einem Sicherheitsschlüssel, brechen Sie es ab: Das ist der falsche Ort.',
      'Dann zeigt der Browser sein eigenes Fenster. Wählen Sie „Smartphone oder Tablet verwenden“ oder „iPhone, iPad oder Android-Gerät“.',
      'Ein QR-Code erscheint.',
    ],
    hint: 'Manche Versionen nennen den Weg dorthin „Anderes Gerät verwenden“ oder „einen anderen Sicherheitsschlüssel“.',
  },
  pickPhoneWindows11: {
    title: 'An Windows Hello vorbei zum Code',
    lines: [
      'Windows fragt nach Gesicht, Fingerabdruck oder PIN. Bestätigen Sie nicht, sondern wählen Sie „Anderes Gerät verwenden“ oder „Anderen Sicherheitsschlüssel verwenden“.',
      'Wählen Sie dann „iPhone, iPad oder Android-Gerät“ oder „Smartphone, Tablet oder Sicherheitsschlüssel verwenden“, und „Weiter“.',
      'Ein QR-Code erscheint.',
    ],
  },
  pickPhoneWindows23H2: {
    title: 'An Windows Hello vorbei zum Code',
    lines: [
      'Windows fragt, wo der Passkey gespeichert werden soll. Fragt es erst nach Gesicht, Fingerabdruck oder PIN, wählen Sie „Anderes Gerät verwenden“.',
      'Wählen Sie „iPhone, iPad oder Android-Gerät“, dann „Weiter“.',
      'Ein QR-Code erscheint.',
    ],
  },
  pickPhoneSafari: {
    title: 'An Touch ID vorbei zum Code',
    lines: [
      'Safari fragt, ob der Passkey auf diesem Mac gesichert werden soll. Klicken Sie auf „Weitere Optionen“ oder „Auf anderem Gerät sichern“.',
      'Wählen Sie „iPhone, iPad oder Android-Gerät“, dann Fortfahren. Ein QR-Code erscheint.',
    ],
  },
  pickPhoneChrome: {
    title: 'Zum Code',
    lines: [
      'Will der Browser den Passkey auf diesem Computer speichern, wählen Sie „Anders speichern“ oder „Anderes Gerät verwenden“.',
      'Wählen Sie „Smartphone oder Tablet verwenden“ oder „iPhone, iPad oder Android-Gerät“. Ein QR-Code erscheint.',
    ],
  },
  pickPhoneFirefox: {
    title: 'Zum Code',
    lines: [
      'Firefox überlässt das dem System, und dieses fragt, wo der Passkey gespeichert werden soll.',
      'Wählen Sie ein anderes Gerät, dann „iPhone, iPad oder Android-Gerät“. Ein QR-Code erscheint.',
    ],
  },
  scanIOS: { title: camera.title, lines: [camera.iOS], hint: 'Andere Scanner kennen diesen Code nicht.' },
  scanAndroid: {
    title: camera.title,
    lines: [camera.android],
    hint: 'Andere Scanner kennen diesen Code nicht.',
  },
  scanAny: { title: camera.title, lines: [camera.any], hint: 'Andere Scanner kennen diesen Code nicht.' },
  saveOnPhone: {
    title: 'Auf dem Telefon speichern',
    lines: [
      'Das Telefon fragt, ob ein Passkey gespeichert werden soll. Gehen Sie weiter und bestätigen Sie mit Fingerabdruck, Gesicht oder PIN.',
      'Nach einem Moment geht es am Computer von selbst weiter.',
    ],
    hint: 'Finden die beiden einander nicht, schalten Sie Bluetooth an beiden aus und wieder ein und scannen Sie noch einmal.',
  },
}
