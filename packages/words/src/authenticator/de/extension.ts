import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about its extension for browsers, in German. */
export const extension: AuthenticatorWords['extension'] = {
  welcome: 'Von diesem Browser aus anmelden',
  welcomeLead: 'Fügen Sie Ihr Arbeitskonto hinzu. Dann meldet Sie ein Passkey in diesem Browser an.',
  welcomeAgain:
    'War es schon einmal hier, ist dieses Profil neu: Melden Sie sich anders an, fügen Sie es wieder hinzu, und löschen Sie den alten Passkey in den Sicherheitsinformationen.',
  addAccount: 'Konto hinzufügen',
  accounts: 'Konten',
  passkeysHere: 'Passkeys in diesem Browser',
  noPasskey: 'Hier ist noch kein Passkey',
  elsewhere: ({ count }) => `${count} weitere anderswo`,
  added: ({ when }) => `Hinzugefügt ${when}`,
  used: ({ when }) => `Zuletzt benutzt ${when}`,
  createPasskey: 'Passkey erstellen',
  securityInfo: 'Sicherheitsinformationen',
  settings: 'Entsperren und Einstellungen',
  removePasskey: ({ name }) => `Passkey ${name} löschen`,
  removePasskeyTitle: ({ name }) => `${name} löschen?`,
  removePasskeyLead:
    'Er wird hier und bei Ihrer Organisation zugleich gelöscht. Das lässt sich nicht rückgängig machen.',
  delete: 'Löschen',
  deleted: 'Der Passkey wurde gelöscht, hier und bei Ihrer Organisation.',
  removeAccount: ({ name }) => `${name} entfernen`,
  removeAccountTitle: ({ name }) => `${name} aus diesem Browser entfernen?`,
  removeAccountLead:
    'Die Registrierung endet, und die Passkeys von hier werden hier und bei Ihrer Organisation gelöscht. Ist einer davon Ihr einziger Zugang, geschieht nichts.',
  removeHere: 'Nur aus diesem Browser entfernen',
  removeHereLead:
    'Ihre Organisation konnte nicht benachrichtigt werden. Der Helpdesk kann diesen Browser von Ihrem Konto nehmen.',
  keep: 'Behalten',
  active: 'Registriert',
  activeUntil: ({ when }) => `Registriert bis ${when}`,
  revoked: 'Nicht mehr registriert',
  revokedLead:
    'Ihre Organisation hat diesen Browser von Ihrem Konto genommen. Seine Passkeys melden nicht mehr an.',
  expired: 'Registrierung abgelaufen',
  expiredLead:
    'Ihre Passkeys funktionieren weiter. Um noch einen zu erstellen, registrieren Sie diesen Browser erneut.',
  tooOld: 'Erweiterung aktualisieren',
  tooOldLead: ({ least }) =>
    `Ihre Organisation verlangt Version ${least} oder neuer, bevor hier ein weiterer Passkey erstellt wird.`,
  registerAgain: 'Erneut registrieren',
  lost: 'Die Schlüssel dieses Browsers sind weg',
  lostLead:
    'Melden Sie sich anders an und registrieren Sie erneut. Passkeys, die hier waren, löschen Sie in den Sicherheitsinformationen.',
  unreachable: 'Ihre Organisation ist nicht erreichbar',
  unreachableLead: 'Sie sehen den Stand vom letzten Mal.',
  permissionTitle: 'Diese Website ist für die Erweiterung ausgeschaltet',
  permissionLead: 'Erlauben Sie es, sonst werden die Passkeys hier nicht angeboten.',
  allow: 'Erlauben',
  cleaned: 'Es wurde aufgeräumt',
  cleanedPasskey: ({ name }) =>
    `Den Passkey von ${name} gibt es bei Ihrer Organisation nicht mehr, deshalb wurde er hier gelöscht.`,
  addTitle: 'Ihr Konto hinzufügen',
  addLead: 'Melden Sie sich einmal an, dann ist dieser Browser bei Ihrer Organisation registriert.',
  address: 'Adresse der Anmeldung Ihrer Organisation',
  addressHint: 'Etwa login.example.com. Ihr Helpdesk kennt sie.',
  addressWrong: 'Das ist keine Adresse einer Website.',
  addressNotAllowed: 'Ihre Organisation erlaubt hier nur ihre eigene Adresse.',
  permissionRefused: 'Ohne Ihre Erlaubnis für diese Adresse lässt sich nichts hinzufügen.',
  thisBrowser: 'Dieser Browser heißt',
  thisBrowserHint: 'Daran erkennen Sie ihn in den Sicherheitsinformationen.',
  signIn: 'Anmelden',
  signingIn: 'Melden Sie sich im geöffneten Tab an',
  signingInLead: 'Diese Seite geht von selbst weiter, sobald Sie dort fertig sind.',
  registering: 'Dieser Browser wird registriert …',
  notFinished: 'Die Anmeldung wurde nicht beendet',
  notFinishedLead:
    'Der Tab wurde geschlossen, oder Ihre Organisation hat abgelehnt. Es wurde nichts hinzugefügt.',
  registered: 'Dieser Browser ist registriert',
  registeredLead: ({ name, organisation }) => `${name} bei ${organisation}`,
  makePasskeyTitle: 'Erstellen Sie jetzt Ihren Passkey',
  makePasskeyLead: 'Er meldet Sie von diesem Browser aus an, mit Ihrer PIN statt eines Passworts.',
  later: 'Später',
  creating: 'Wird erstellt …',
  doneTitle: 'Ihr Konto wurde hinzugefügt',
  doneLead: 'Schließen Sie diesen Tab. Der Authenticator ist in der Symbolleiste Ihres Browsers.',
  donePasskey: 'Passkey registriert',
  unverified: 'Wir konnten Ihr Gerät nicht überprüfen',
  passkeyRefused: 'Der Passkey wurde nicht angenommen und deshalb hier wieder gelöscht.',
  unreadable: 'Was hier gespeichert war, lässt sich nicht lesen',
  unreadableLead:
    'Es stammt von einer neueren Version oder ist beschädigt. Aktualisieren Sie die Erweiterung, oder melden Sie sich anders an und fügen Sie Ihr Konto in einem neuen Profil hinzu.',
  proxyOn:
    'Ihre Organisation lässt diesen Authenticator in diesem Browser für alle Websites antworten. Passkeys von anderswo funktionieren hier nicht.',
}
