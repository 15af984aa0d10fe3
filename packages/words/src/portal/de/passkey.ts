import type { PortalWords } from '../english.ts'

export const passkey: PortalWords['passkey'] = {
  title: 'Passkey',
  model: 'Art',
  keeping: 'Aufbewahrung',
  keepingDevice: 'Nur auf einem Gerät. Geht das Gerät verloren, ist auch der Passkey verloren.',
  keepingSynced: 'Synchronisiert: Er ist auch auf Ihren anderen Geräten mit demselben Konto.',
  keepingEligible:
    'Er kann auf Ihre anderen Geräte mit demselben Konto synchronisiert werden. Bisher ist das nicht geschehen.',
  rename: 'Name',
  renameHint: 'Damit Sie ihn wiedererkennen. Höchstens 60 Zeichen.',
  renameRequired: 'Geben Sie ihm einen Namen.',
  save: 'Namen speichern',
  removeTitle: 'Diesen Passkey löschen',
  removeReason: 'Er funktioniert hier sofort nicht mehr. Das lässt sich nicht rückgängig machen.',
  remove: 'Diesen Passkey löschen',
  confirmTitle: ({ name }) => `„${name}“ löschen?`,
  confirmReason:
    'Sie können sich damit auf keinem Gerät mehr anmelden. Sitzungen, die damit begonnen haben, gehen weiter.',
  confirm: 'Ja, löschen',
  keep: 'Behalten',
  last: 'Das ist Ihre letzte Anmeldemethode, deshalb lässt sie sich nicht löschen. Fügen Sie erst einen weiteren Passkey hinzu, dann können Sie diesen löschen.',
  removedTitle: 'Der Passkey ist hier gelöscht',
  removedReason:
    'Mit ihm kann sich niemand mehr anmelden. Es kann sein, dass Ihr Gerät ihn trotzdem noch anbietet:',
  removedTold: 'Ihr Browser weiß Bescheid. Wenn er den Passkey aufbewahrt, entfernt er ihn auch dort.',
  places: {
    apple:
      'Er liegt auch in Apple Passwörter: Öffnen Sie die App „Passwörter“ (oder Einstellungen → Passwörter), suchen Sie diese Website und löschen Sie den Passkey dort. Er verschwindet von allen Geräten mit Ihrem Apple Account.',
    google:
      'Er liegt auch im Google Passwortmanager: Öffnen Sie passwords.google.com, suchen Sie diese Website und löschen Sie den Passkey dort. Er verschwindet von allen Geräten mit Ihrem Google-Konto.',
    windows:
      'Er liegt auch in Windows Hello: Öffnen Sie auf jenem Computer Einstellungen → Konten → Passkeys, suchen Sie diese Website und löschen Sie ihn.',
    chromeMac:
      'Er liegt auch im Browserprofil auf jenem Mac: Öffnen Sie im Browser Einstellungen → Passwörter → Passkeys und löschen Sie ihn.',
    samsung:
      'Er liegt auch in Samsung Pass: Öffnen Sie auf dem Telefon Einstellungen → Sicherheit und Datenschutz → Samsung Pass und löschen Sie ihn.',
    manager: ({ model }) =>
      `Er liegt auch in ${model}: Öffnen Sie die App, suchen Sie diese Website und löschen Sie den Passkey dort.`,
    securityKey:
      'Er liegt auch auf dem Sicherheitsschlüssel selbst: Öffnen Sie im Browser oder im Programm des Herstellers die Einstellungen für Sicherheitsschlüssel, geben Sie die PIN des Schlüssels ein und löschen Sie den Eintrag für diese Website.',
    unknown:
      'Er liegt auch dort, wo Sie ihn erstellt haben: Suchen Sie unter den Passwörtern und Passkeys jenes Geräts, Kontos oder Sicherheitsschlüssels nach dieser Website und löschen Sie ihn dort.',
  },

  notThere: 'Diesen Passkey gibt es nicht mehr',
  notThereLead: 'Er wurde gelöscht oder war nie Ihrer.',
  proven: 'Nachweis',
  provenYes: 'Sein Hersteller hat nachgewiesen, was er ist',
  provenNo: 'Er sagt selbst, was er ist',
  savedName: 'Der Name ist gespeichert.',
}
