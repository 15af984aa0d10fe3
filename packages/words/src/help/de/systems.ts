import { securityInfoWords } from '../../catalogue/de/security-info.ts'
import { signInWords } from '../../catalogue/de/sign-in.ts'
import type { systems as english } from '../en/systems.ts'
import type { HelpWords } from '../english.ts'
import { labels } from './labels.ts'

const anotherWay = `„${signInWords.anotherWay.link}“`

/** What systems, browsers and phones do that no code of ours stands for. */
export const systems: Pick<HelpWords['problems'], keyof typeof english> = {
  windows_something_went_wrong: {
    title: 'Windows meldet, dass etwas schiefgegangen ist',
    reason:
      'Windows hat nach Ihrem Passkey gefragt und ohne Begründung aufgegeben: Der Schlüssel wurde zu früh abgezogen, das Telefon nicht erreicht, oder Windows Hello hängt.',
    next: `Schließen Sie das Fenster und versuchen Sie es noch einmal. Hilft das nicht, starten Sie den Computer neu, oder wählen Sie ${anotherWay} und nehmen Sie Telefon oder Sicherheitsschlüssel.`,
  },
  windows_hello_unavailable: {
    title: 'Windows Hello ist nicht verfügbar',
    reason:
      'Windows kann PIN, Gesicht oder Fingerabdruck gerade nicht verwenden, oft nach einem Update oder einer Kennwortänderung.',
    next: `Starten Sie den Computer neu. Bleibt es dabei, richten Sie die PIN in den Windows-Einstellungen unter „${labels.signInOptions}“ neu ein.`,
  },
  provider_not_seen: {
    title: 'Das Telefon bietet den Authenticator nicht an',
    reason:
      'Die App, die Ihren Passkey aufbewahren soll, fehlt, wurde nie geöffnet oder ist für Passwörter und Passkeys nicht eingeschaltet.',
    next: `Installieren Sie sie aus dem offiziellen Store, öffnen Sie sie und melden Sie sich einmal an. Schalten Sie sie dann in den Einstellungen unter „${labels.iosAutofill}“ oder „${labels.androidPasswords}“ ein.`,
  },
  other_manager_opens: {
    title: 'Ein anderer Passwortmanager öffnet sich',
    reason:
      'Ein Passwortmanager oder eine Browsererweiterung antwortet zuerst. Vor iOS 18 kann ein iPhone neben dem eigenen nur einen verwenden.',
    next: 'Wählen Sie im geöffneten Fenster einen anderen Ort zum Speichern. Gibt es keine Wahl, schalten Sie den anderen in den Einstellungen aus und versuchen Sie es noch einmal.',
  },
  samsung_pass_opens: {
    title: 'Samsung Pass öffnet sich statt Ihrer App',
    reason: 'Auf Galaxy-Telefonen ist Samsung Pass der bevorzugte Dienst, bis Sie einen anderen wählen.',
    next: `Öffnen Sie in den Einstellungen „${labels.samsungManagement}“, dann „${labels.samsungPasswords}“, und wählen Sie Ihre App als bevorzugten Dienst.`,
  },
  qr_instead_of_app: {
    title: 'Stattdessen wird ein QR-Code oder Schlüssel verlangt',
    reason:
      'System oder App sind zu alt für Passkeys, oder es wurde ein Sicherheitsschlüssel gewählt, wo ein Passkey gemeint war.',
    next: 'Aktualisieren Sie Telefon und App, beginnen Sie von vorn und wählen Sie den Passkey, nicht den Sicherheitsschlüssel.',
  },
  qr_not_read: {
    title: 'Der QR-Code lässt sich nicht lesen',
    reason:
      'Er wurde in einer App gescannt, ist zu alt oder gehört zu etwas anderem. Ein iPhone liest ihn nur mit der Kamera-App.',
    next: 'Lassen Sie den Computer einen neuen Code zeigen und scannen Sie ihn mit der Kamera-App des Telefons.',
  },
  hybrid_interrupted: {
    title: 'Die beiden Geräte haben sich verloren',
    reason:
      'Telefon und Computer haben angefangen zu sprechen und sind nicht fertig geworden: zu weit entfernt, eins ist eingeschlafen, oder das Netz hat gewechselt.',
    next: 'Halten Sie beide wach und nebeneinander, mit Bluetooth und Internet, und scannen Sie einen neuen Code.',
  },
  hybrid_blocked_by_network: {
    title: 'Das Netz trennt die beiden Geräte',
    reason:
      'Neben Bluetooth brauchen sie cable.ua5v.com (Android) oder cable.auth.com (iPhone), ohne dass jemand die Verbindung aufbricht. Manche Organisationen sperren auch Bluetooth.',
    next: 'Versuchen Sie es am Telefon über das Mobilfunknetz. Wer das Netz verwaltet, kann diese Adressen durchlassen und Bluetooth für Passkeys erlauben.',
  },
  safari_many_passkeys: {
    title: 'Safari kommt bei vielen Passkeys nicht weiter',
    reason: 'Hat ein Konto mehr als drei Passkeys, finden manche Versionen von Safari den richtigen nicht.',
    next: `Gehen Sie zurück und wählen Sie „${signInWords.name.options}“, ohne einen Namen einzugeben, oder löschen Sie in „${securityInfoWords.title}“ Passkeys, die Sie nicht mehr brauchen.`,
  },
  icloud_keychain_off: {
    title: 'Der iCloud-Schlüsselbund ist ausgeschaltet',
    reason: 'iPhone, iPad und Mac bewahren Passkeys dort auf, und eine Bildschirmsperre gehört auch dazu.',
    next: 'Schalten Sie ihn in den Einstellungen unter Ihrem Namen und iCloud ein. Verbietet Ihre Organisation das, bewahren Sie den Passkey in einer App oder auf einem Sicherheitsschlüssel auf.',
  },
  other_android_profile: {
    title: 'Der Passkey liegt im anderen Profil',
    reason:
      'Arbeitsprofil und privates Profil eines Android-Telefons sehen die Passkeys des jeweils anderen nicht.',
    next: 'Melden Sie sich in dem Profil an, in dem Sie ihn erstellt haben, oder erstellen Sie in diesem einen zweiten.',
  },
  system_too_old: {
    title: 'Das System des Telefons ist zu alt',
    reason: 'Apps können Passkeys ab iOS 17 und Android 14 aufbewahren. Ältere zeigen etwas anderes.',
    next: 'Aktualisieren Sie das System. Gibt es kein Update mehr, nehmen Sie ein neueres Telefon oder einen Sicherheitsschlüssel.',
  },
  in_app_browser: {
    title: 'Passkeys gehen nicht innerhalb einer anderen App',
    reason:
      'Die Seite wurde im Fenster einer Mail- oder Chat-App geöffnet, und von dort führt kein Weg zu Ihren Passkeys.',
    next: 'Öffnen Sie die Seite in Safari, Chrome oder einem anderen Browser. Das Menü des Fensters hat einen Eintrag dafür.',
  },
  asked_for_password: {
    title: 'Sie werden stattdessen nach einem Kennwort gefragt',
    reason:
      'Die Seite hat den zuletzt benutzten Weg genommen oder weiß noch nicht, dass Sie einen Passkey haben.',
    next: `Wählen Sie unter dem Feld ${anotherWay}, dann „${signInWords.anotherWay.passkey}“. Danach können Sie das zum Standard machen.`,
  },
  passkey_left_over: {
    title: 'Ein Passkey ist da, meldet Sie aber nicht an',
    reason:
      'Er wurde auf dem Gerät gespeichert, und Ihre Organisation hat nie davon erfahren: Die Verbindung brach ab, oder diese Art ist nicht erlaubt.',
    next: 'Löschen Sie ihn dort, wo das Gerät Passwörter und Passkeys aufbewahrt, und fügen Sie ihn neu hinzu.',
  },
  goes_in_circles: {
    title: 'Sie werden im Kreis geschickt',
    reason:
      'Eine Regel verlangt einen Passkey, bevor Sie einen hinzufügen können. So schicken der Authenticator und die Sicherheitsinformationen Sie hin und her.',
    next: 'Sagen Sie es Ihrem Helpdesk. Ein Temporary Access Pass lässt Sie einmal hinein, und die Administration kann die Regel ändern.',
  },
  pass_not_offered: {
    title: 'Der Temporary Access Pass wird nicht angenommen',
    reason:
      'Der Pass ist abgelaufen, verbraucht, gilt noch nicht, oder Ihre Organisation erlaubt keinen für dieses Konto oder diesen Gast.',
    next: 'Bitten Sie Ihren Helpdesk um einen neuen. Lässt sich keiner ausstellen, muss die Administration die Regeln für Pässe ansehen.',
  },
  model_not_listed: {
    title: 'App oder Schlüssel fehlt in der Liste der Modelle',
    reason: 'Solche Listen gehen nach der AAGUID. Was neu ist, steht noch in keiner.',
    next: 'Tragen Sie die AAGUID von Hand ein. Der Hersteller veröffentlicht sie, und das Anmeldeprotokoll nennt sie bei jedem Passkey, der versucht wurde.',
  },
}
