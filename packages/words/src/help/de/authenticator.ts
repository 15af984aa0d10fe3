import { accounts } from '../../authenticator/de/accounts.ts'
import type { authenticator as english } from '../en/authenticator.ts'
import type { HelpWords } from '../english.ts'

/** What the Authenticator says. */
export const authenticator: Pick<HelpWords['problems'], keyof typeof english> = {
  locked: {
    title: 'Der Authenticator ist gesperrt',
    reason: 'Was er aufbewahrt, ist versiegelt und öffnet sich mit seiner PIN oder einem Passkey des Geräts.',
    next: 'Öffnen Sie den Authenticator und entsperren Sie ihn. Hat er noch keine PIN, wählen Sie eine.',
  },
  lock_needed: {
    title: 'Die App-Sperre muss bleiben',
    reason: 'Schlüssel der App oder verbundene Browser sind mit ihr versiegelt und gingen ohne sie verloren.',
    next: 'Trennen Sie zuerst die Browser und löschen Sie die Schlüssel der App; schalten Sie die Sperre dann aus.',
  },
  pin_too_simple: {
    title: 'Diese PIN ist zu leicht zu erraten',
    reason: 'Sie ist kürzer als sechs Zeichen oder gehört zu denen, die jeder zuerst versucht.',
    next: 'Nehmen Sie sechs oder mehr Zeichen, die weder Reihe noch Wiederholung sind.',
  },
  unlock_wrong: {
    title: 'Der Authenticator ging nicht auf',
    reason: 'PIN oder Passkey ist nicht der, der ihn sperrt. Nach mehreren falschen lässt er Sie warten.',
    next: 'Warten Sie, bis er Sie wieder lässt, und geben Sie die PIN ein, die Sie für ihn gewählt haben. Nach zehn falschen löscht er, was er aufbewahrt.',
  },
  wiped: {
    title: 'Der Authenticator hat seinen Inhalt gelöscht',
    reason: 'Die PIN war zehnmal falsch. Passkeys und Schlüssel dieses Geräts sind weg.',
    next: `Melden Sie sich anders an und wählen Sie „${accounts.add}“. Haben Sie keinen anderen Weg, gibt Ihnen Ihr Helpdesk einen Temporary Access Pass.`,
  },
  device_not_registered: {
    title: 'Dieses Gerät ist nicht registriert',
    reason: 'Das Konto ist nicht im Authenticator, oder Ihre Organisation hat das Gerät davon entfernt.',
    next: `Öffnen Sie den Authenticator und wählen Sie „${accounts.add}“, oder „${accounts.state.registerAgain}“, falls das Konto da ist.`,
  },
  storage_unreadable: {
    title: 'Der Inhalt des Authenticators ist nicht lesbar',
    reason:
      'Er wurde von einer neueren Version geschrieben, gehört zu einem anderen Gerät oder ist beschädigt.',
    next: 'Aktualisieren Sie den Authenticator. Hilft das nicht, entfernen Sie das Konto, melden Sie sich anders an und fügen Sie es neu hinzu.',
  },
  answer_unreadable: {
    title: 'Der Authenticator versteht den Server nicht',
    reason:
      'Etwas dazwischen hat die Antwort verändert, oder einer von beiden ist viel älter als der andere.',
    next: 'Aktualisieren Sie den Authenticator. Bleibt es dabei, sagen Sie es Ihrem Helpdesk: Wer den Server betreibt, sieht den Grund.',
  },
}
