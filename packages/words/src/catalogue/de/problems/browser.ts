import type { browserProblems as english } from '../../problems/browser.ts'

/** What the browser or the device makes of a ceremony. */
export const browserProblems: typeof english = {
  browser_prompt_blocked: {
    title: 'Das Passkey-Fenster ging nicht auf',
    reason:
      'Ihr Browser hat sofort abgelehnt, ohne Sie zu fragen. Oft hält ein anderes Fenster oder eine Erweiterung die Abfrage fest.',
    next: 'Schließen Sie andere Passkey-Fenster und wählen Sie „Erneut versuchen“. Wenn es wieder geschieht, nehmen Sie einen anderen Browser.',
    whoCanFix: 'you',
  },
  browser_prompt_needs_click: {
    title: 'Ihr Browser möchte, dass Sie beginnen',
    reason: 'Er öffnet das Passkey-Fenster erst nach einem Klick auf dieser Seite.',
    next: 'Wählen Sie „Erneut versuchen“.',
    whoCanFix: 'you',
  },
  browser_nothing_came: {
    title: 'Es wurde kein Passkey benutzt',
    reason:
      'Entweder öffnet Ihr Browser das Fenster erst nach einem Klick, oder dieses Gerät hat keinen Passkey für Sie oder hat Sie nicht erkannt.',
    next: 'Wählen Sie „Erneut versuchen“. Wenn das nicht hilft, nehmen Sie das Telefon oder den Sicherheitsschlüssel mit Ihrem Passkey oder eine andere Methode.',
    whoCanFix: 'you',
  },
  browser_prompt_closed: {
    title: 'Das Passkey-Fenster wurde geschlossen',
    reason: 'Sie haben es geschlossen, oder Ihr Gerät hat Sie nicht erkannt.',
    next: 'Versuchen Sie es erneut oder nehmen Sie eine andere Methode.',
    whoCanFix: 'you',
  },
  browser_no_passkey_here: {
    title: 'Dieses Gerät hat keinen Passkey für Sie',
    reason: 'Das Fenster ging schnell wieder zu, wie immer, wenn auf dem Gerät nichts passt.',
    next: 'Nehmen Sie das Telefon oder den Sicherheitsschlüssel mit Ihrem Passkey oder eine andere Methode.',
    whoCanFix: 'you',
  },
  browser_prompt_timed_out: {
    title: 'Das Passkey-Fenster blieb ohne Antwort',
    reason: 'Die Zeit lief ab, bevor ein Passkey geantwortet hat.',
    next: 'Versuchen Sie es erneut und halten Sie Ihr Gerät oder Ihren Sicherheitsschlüssel bereit.',
    whoCanFix: 'you',
  },
  browser_other_device_failed: {
    title: 'Das andere Gerät hat nicht geantwortet',
    reason: 'Ihr Passkey liegt auf einem anderen Gerät, und dieses hier hat es nicht erreicht.',
    next: 'Schalten Sie auf beiden Bluetooth ein, legen Sie sie nah zueinander, scannen Sie den Code mit der Kamera-App des Telefons und versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  browser_bluetooth_unavailable: {
    title: 'Ihr Telefon ist von hier aus nicht zu erreichen',
    reason:
      'Ihr Passkey liegt auf einem Telefon, und der Browser dieses Computers kann es nicht über Bluetooth finden.',
    next: 'Schalten Sie Bluetooth ein und versuchen Sie es erneut, melden Sie sich auf dem Telefon an oder nehmen Sie eine andere Methode.',
    whoCanFix: 'you',
  },
  browser_security_key_failed: {
    title: 'Der Sicherheitsschlüssel hat nicht geantwortet',
    reason: 'Er war nicht eingesteckt, wurde nicht berührt, oder seine PIN war falsch.',
    next: 'Stecken Sie ihn ein oder halten Sie ihn an das Lesegerät, versuchen Sie es erneut und berühren Sie ihn, wenn er blinkt.',
    whoCanFix: 'you',
  },
  browser_create_closed: {
    title: 'Es wurde kein Passkey erstellt',
    reason: 'Das Fenster wurde geschlossen, oder Ihr Gerät hat Sie nicht erkannt.',
    next: 'Versuchen Sie es erneut. Wenn Ihr Gerät keine Bildschirmsperre hat, richten Sie erst eine ein.',
    whoCanFix: 'you',
  },
  browser_no_platform_authenticator: {
    title: 'Dieses Gerät kann noch keinen Passkey aufbewahren',
    reason:
      'Auf ihm ist kein Fingerabdruck, Gesicht und keine PIN eingerichtet, die der Browser nutzen kann.',
    next: 'Richten Sie in den Einstellungen des Geräts eine Bildschirmsperre ein oder nehmen Sie ein Telefon oder einen Sicherheitsschlüssel.',
    whoCanFix: 'you',
  },
  browser_already_registered: {
    title: 'Dieses Gerät hat Ihren Passkey schon',
    reason: 'Auf diesem Gerät oder Schlüssel ist schon ein Passkey von Ihnen, und einer genügt.',
    next: 'Benutzen Sie ihn. Wenn Sie ihn ersetzen möchten, entfernen Sie ihn erst in den Sicherheitsinformationen und löschen Sie ihn auf dem Gerät.',
    whoCanFix: 'you',
  },
  browser_wrong_address: {
    title: 'Die Adresse dieser Seite ist nicht die richtige',
    reason: 'Passkeys gehören zu einer Adresse, und diese Seite steht unter einer anderen.',
    next: 'Öffnen Sie die Seite unter der Adresse, die Sie von Ihrer Organisation haben.',
    whoCanFix: 'operator',
  },
  browser_not_secure: {
    title: 'Die Verbindung ist nicht sicher',
    reason: 'Browser erlauben Passkeys nur über https.',
    next: 'Öffnen Sie die Seite mit https. Wenn das nicht geht, sagen Sie Ihrem Helpdesk Bescheid.',
    whoCanFix: 'operator',
  },
  browser_not_supported: {
    title: 'Dieser Browser kann keine Passkeys benutzen',
    reason: 'Er ist zu alt, oder Passkeys sind in ihm ausgeschaltet.',
    next: 'Aktualisieren Sie ihn, nehmen Sie einen anderen Browser oder melden Sie sich auf andere Weise an.',
    whoCanFix: 'you',
  },
  browser_authenticator_unsuitable: {
    title: 'Dieses Gerät oder dieser Schlüssel passt nicht',
    reason: 'Es fehlt etwas, das Ihre Organisation verlangt, zum Beispiel eine PIN oder Platz für Passkeys.',
    next: 'Legen Sie dafür eine PIN fest oder nehmen Sie ein anderes Gerät oder einen anderen Schlüssel.',
    whoCanFix: 'you',
  },
  browser_authenticator_failed: {
    title: 'Ihr Gerät hat es nicht geschafft',
    reason: 'Das Gerät oder die App mit Ihrem Passkey hat einen Fehler gemeldet.',
    next: 'Starten Sie das Gerät oder die App neu und versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  browser_aborted: {
    title: 'Die Passkey-Abfrage wurde unterbrochen',
    reason: 'Die Seite oder der Browser hat sie beendet, bevor sie fertig war.',
    next: 'Versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  browser_frame_refused: {
    title: 'Diese Seite steckt in einer anderen Seite',
    reason: 'Ihr Browser erlaubt Passkeys dort nicht.',
    next: 'Öffnen Sie die Seite in einem eigenen Fenster.',
    whoCanFix: 'you',
  },
  browser_offline: {
    title: 'Wir konnten den Server nicht erreichen',
    reason: 'Ihr Browser scheint offline zu sein, oder der Server hat nicht geantwortet.',
    next: 'Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  browser_failed: {
    title: 'Ihr Browser konnte den Passkey nicht benutzen',
    reason: 'Er hat einen Fehler gemeldet, der nicht mehr verrät.',
    next: 'Versuchen Sie es erneut, mit einem anderen Browser oder auf andere Weise. Wenn es so bleibt, nennen Sie Ihrem Helpdesk die Referenz unten.',
    whoCanFix: 'you',
  },
}
