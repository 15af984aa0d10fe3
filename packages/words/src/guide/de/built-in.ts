import { steps } from '../../portal/de/steps.ts'
import type { builtIn as pattern } from '../en/built-in.ts'

const { cautions } = steps

/** The guide, about what keeps passkeys on a device without anything being installed. */
export const builtIn: typeof pattern = {
  setLock: { title: cautions.noPlatformAuthenticator, lines: [cautions.noPlatformAuthenticatorNext] },
  allowProof: {
    title: 'Zeigen Sie, was es ist',
    lines: [cautions.proof],
    hint: 'Sonst wird der Passkey abgelehnt, und Sie beginnen von vorn.',
  },
  icloudIOS18: {
    title: 'Schalten Sie ein, was Ihre Passkeys aufbewahrt',
    lines: [
      'Öffnen Sie Einstellungen, tippen Sie auf Ihren Namen, dann auf iCloud, dann auf Passwörter, und schalten Sie es für dieses Gerät ein.',
      'Zurück in Einstellungen tippen Sie auf Allgemein, dann auf Automatisch ausfüllen & Passwörter. Schalten Sie das Ausfüllen von Passwörtern und Passkeys ein, und darunter Passwörter.',
    ],
    hint: 'Ist alles schon an, gehen Sie zum nächsten Schritt.',
  },
  icloudIOS17: {
    title: 'Schalten Sie ein, was Ihre Passkeys aufbewahrt',
    lines: [
      'Öffnen Sie Einstellungen, tippen Sie auf Ihren Namen, dann auf iCloud, dann auf Passwörter und Schlüsselbund, und schalten Sie es ein.',
      'Zurück in Einstellungen tippen Sie auf Passwörter, dann auf Passwortoptionen. Schalten Sie das Ausfüllen von Passwörtern und Passkeys ein und wählen Sie iCloud-Passwörter & Schlüsselbund.',
    ],
    hint: 'Ist alles schon an, gehen Sie zum nächsten Schritt.',
  },
  icloudMac: {
    title: 'Schalten Sie ein, was Ihre Passkeys aufbewahrt',
    lines: [
      'Öffnen Sie Systemeinstellungen, klicken Sie auf Ihren Namen, dann auf iCloud, dann auf Passwörter oder Passwörter & Schlüsselbund, und schalten Sie es ein.',
      'Ihr Apple Account muss angemeldet sein, und der Mac muss Touch ID oder ein Passwort haben.',
    ],
    hint: 'Ist es schon an, gehen Sie zum nächsten Schritt.',
  },
  googleAndroid: {
    title: 'Sehen Sie nach, ob Google Ihre Passkeys aufbewahrt',
    lines: [
      'Öffnen Sie Einstellungen, dann „Passwörter, Passkeys & Konten“. In älteren Versionen heißt es „Passwörter & Konten“.',
      'Der bevorzugte Dienst sollte Google sein. Das Telefon braucht eine Bildschirmsperre und ein Google-Konto.',
    ],
    hint: 'Jeder Hersteller nennt das anders. Suchen Sie in den Einstellungen nach „Passkeys“.',
  },
  googleOnSamsung: {
    title: 'Sehen Sie nach, ob Google Ihre Passkeys aufbewahrt',
    lines: [
      'Öffnen Sie Einstellungen, dann Allgemeine Verwaltung, dann Passwörter, Passkeys und automatisches Ausfüllen.',
      'Tippen Sie auf Bevorzugter Dienst und wählen Sie Google.',
    ],
    hint: 'Wenn Sie das nicht finden, suchen Sie in den Einstellungen nach „Passkeys“.',
  },
  googleDesktop: {
    title: 'Melden Sie sich in Chrome an',
    lines: [
      'Klicken Sie oben rechts in Chrome auf Ihr Bild. Steht dort, dass Sie abgemeldet sind oder die Synchronisierung aus ist, melden Sie sich mit Ihrem Google-Konto an.',
      'Der Google Passwortmanager bewahrt den Passkey dort auf, für alle Geräte mit diesem Konto.',
    ],
  },
  samsungPass: {
    title: 'Samsung Pass Passkeys aufbewahren lassen',
    lines: [
      'Öffnen Sie Einstellungen, dann Allgemeine Verwaltung, dann Passwörter, Passkeys und automatisches Ausfüllen.',
      'Tippen Sie auf Bevorzugter Dienst und wählen Sie Samsung Pass. Melden Sie sich in Ihrem Samsung-Konto an, wenn es danach fragt.',
    ],
    hint: 'Kennt das Telefon noch keinen Fingerabdruck und kein Gesicht von Ihnen, fragt Samsung Pass erst danach.',
  },
  windowsHello: {
    title: 'Sehen Sie nach, ob Windows Hello eingerichtet ist',
    lines: [
      'Öffnen Sie Einstellungen, dann Konten, dann Anmeldeoptionen.',
      'Bei PIN (Windows Hello) sollte stehen, dass alles eingerichtet ist. Wenn nicht, richten Sie sie ein. Gesicht oder Fingerabdruck können später dazukommen.',
    ],
  },
  saveApplePhone: {
    title: 'Mit Face ID oder Touch ID speichern',
    lines: [
      'Ein Fenster fragt, ob ein Passkey gesichert werden soll. Tippen Sie auf Fortfahren und bestätigen Sie.',
      'Nennt es eine andere App als Passwörter, tippen Sie auf „Weitere Optionen“ oder „Anders sichern“ und wählen Sie Passwörter.',
    ],
  },
  saveAppleMac: {
    title: 'Mit Touch ID speichern',
    lines: [
      'Ein Fenster fragt, ob ein Passkey gesichert werden soll. Legen Sie den Finger auf die Taste oder geben Sie das Passwort des Mac ein.',
      'Chrome und Edge fragen vielleicht, wo: Wählen Sie iCloud-Schlüsselbund.',
    ],
  },
  saveGooglePhone: {
    title: 'Mit Ihrer Bildschirmsperre speichern',
    lines: [
      'Ein Fenster fragt, ob ein Passkey erstellt werden soll. Sehen Sie nach, ob es den Google Passwortmanager nennt, und tippen Sie auf Erstellen oder Weiter.',
      'Nennt es eine andere App, tippen Sie auf „Weitere Optionen“ oder „Anders speichern“ und wählen Sie den Google Passwortmanager.',
      'Bestätigen Sie mit Fingerabdruck, Gesicht oder PIN.',
    ],
  },
  saveGoogleDesktop: {
    title: 'Im Google Passwortmanager speichern',
    lines: [
      'Chrome fragt, wo der Passkey gespeichert werden soll. Wählen Sie Google Passwortmanager, dann Erstellen.',
      'Beim ersten Mal fragt es nach einer PIN des Google Passwortmanagers oder lässt Sie eine wählen. Merken Sie sie sich: Sie öffnet Ihre Passkeys auf einem neuen Computer.',
    ],
  },
  saveSamsung: {
    title: 'In Samsung Pass speichern',
    lines: [
      'Ein Fenster fragt, ob ein Passkey erstellt werden soll. Sehen Sie nach, ob es Samsung Pass nennt, und tippen Sie auf Weiter.',
      'Nennt es eine andere App, tippen Sie auf „Weitere Optionen“ oder „Anders speichern“ und wählen Sie Samsung Pass.',
      'Bestätigen Sie mit Fingerabdruck oder Gesicht.',
    ],
  },
  saveHello10: {
    title: 'Mit Windows Hello speichern',
    lines: [
      'Das Fenster „Windows-Sicherheit“ fragt nach PIN, Fingerabdruck oder Gesicht. Bestätigen Sie und klicken Sie auf OK.',
      'Fragt es stattdessen nach einem Sicherheitsschlüssel, brechen Sie ab, richten Sie Windows Hello ein und beginnen Sie von vorn.',
    ],
  },
  saveHello11: {
    title: 'Mit Windows Hello speichern',
    lines: [
      'Das Fenster „Windows-Sicherheit“ fragt, wo der Passkey gespeichert werden soll. Wählen Sie „Dieses Windows-Gerät“.',
      'Bestätigen Sie mit Gesicht, Fingerabdruck oder PIN und klicken Sie auf OK.',
    ],
    hint: 'Fragt es gleich nach Ihrem Gesicht, ist das der richtige Ort: Sehen Sie in die Kamera.',
  },
}
