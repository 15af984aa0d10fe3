import type { ProblemWords } from '../../problem-words.ts'
import type { identityProblems as english } from '../../problems/identity.ts'

const signInFailed: ProblemWords = {
  title: 'Das hat nicht geklappt',
  reason: 'Was Sie eingegeben haben, stimmt nicht, oder dieser Weg steht diesem Konto nicht offen.',
  next: 'Prüfen Sie es und versuchen Sie es erneut oder auf andere Weise. Wenn nichts geht, kann Ihr Helpdesk Ihnen einen Temporary Access Pass geben.',
  whoCanFix: 'you',
}

const deviceNotVerified: ProblemWords = {
  title: 'Wir konnten Ihr Gerät nicht überprüfen',
  reason: 'Es ist zurzeit nicht bei Ihrer Organisation registriert oder konnte es nicht nachweisen.',
  next: 'Registrieren Sie dieses Gerät und versuchen Sie es dann erneut. Bis dahin melden Sie sich auf andere Weise an.',
  whoCanFix: 'you',
}

/** What the system refuses, apart from the ceremonies. */
export const identityProblems: typeof english = {
  sign_in_failed: signInFailed,
  person_disabled: signInFailed,
  tenant_unknown: {
    title: 'Wir kennen diese Organisation nicht',
    reason: 'Keine Organisation hier hat diese Adresse oder Domain.',
    next: 'Prüfen Sie die Schreibweise oder fragen Sie Ihren Helpdesk, welche Adresse die richtige ist.',
    whoCanFix: 'you',
  },
  challenge_unknown: {
    title: 'Diese Seite passt nicht mehr zusammen',
    reason:
      'Die Antwort gehört zu einer anderen Seite, einem anderen Browser oder einem anderen Konto als die Frage.',
    next: 'Versuchen Sie es hier erneut. Wenn mehrere Fenster offen waren, machen Sie im neuesten weiter.',
    whoCanFix: 'you',
  },
  challenge_expired: {
    title: 'Das hat zu lange gedauert',
    reason: 'Aus Sicherheitsgründen muss ein Passkey binnen weniger Minuten antworten.',
    next: 'Versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  challenge_spent: {
    title: 'Diese Antwort wurde schon benutzt',
    reason:
      'Jede Antwort eines Passkeys zählt einmal. Vielleicht sind Sie in einem anderen Fenster bereits angemeldet.',
    next: 'Versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  credential_unknown: {
    title: 'Wir kennen diesen Passkey nicht',
    reason:
      'Er wurde aus Ihrem Konto entfernt oder für etwas anderes erstellt. Ihr Gerät bietet ihn noch an.',
    next: 'Nehmen Sie einen anderen Passkey oder eine andere Methode. Wenn Sie ihn hier entfernt haben, löschen Sie ihn auch auf dem Gerät.',
    whoCanFix: 'you',
  },
  lock_passkey: {
    title: 'Dieser Passkey öffnet nur eine App',
    reason: 'Er entsperrt den Authenticator auf Ihrem Gerät. Er meldet nie jemanden an.',
    next: 'Nehmen Sie einen anderen Passkey oder eine andere Methode.',
    whoCanFix: 'you',
  },
  credential_of_another: {
    title: 'Dieser Passkey gehört zu einem anderen Konto',
    reason: 'Er gehört nicht zu dem Konto, mit dem Sie sich anmelden.',
    next: 'Wählen Sie einen anderen Passkey oder gehen Sie zurück und melden Sie sich mit dem Konto an, zu dem er gehört.',
    whoCanFix: 'you',
  },
  credential_already_registered: {
    title: 'Dieser Passkey ist schon in Gebrauch',
    reason: 'Ihr Gerät enthält schon einen Passkey für ein Konto hier.',
    next: 'Benutzen Sie den vorhandenen oder erstellen Sie diesen auf einem anderen Gerät. Für einen Neubeginn entfernen Sie ihn in den Sicherheitsinformationen und löschen ihn auf dem Gerät.',
    whoCanFix: 'you',
  },
  blocked_by_policy: {
    title: 'Hier geht es nicht weiter',
    reason:
      'Eine Regel Ihrer Organisation erlaubt das nicht. Das kann an der App liegen, an Ihrem Standort oder an Ihrem Gerät.',
    next: 'Wenn Sie meinen, dass Sie Zugang haben sollten, nennen Sie Ihrem Helpdesk die Nummer unten.',
    whoCanFix: 'administrator',
  },
  not_allowed_by_policy: {
    title: 'Ihre Organisation erlaubt das nicht',
    reason: 'Die Regeln Ihrer Organisation lassen diesen Weg oder diese Art von Passkey nicht zu.',
    next: 'Versuchen Sie es auf andere Weise oder fragen Sie Ihren Helpdesk, was erlaubt ist.',
    whoCanFix: 'administrator',
  },
  passkey_dormant: {
    title: 'Dieser Passkey ist zurzeit nicht nutzbar',
    reason: 'Er gehört Ihnen, aber die Regeln Ihrer Organisation erlauben ihn nicht mehr.',
    next: 'Melden Sie sich auf andere Weise an. Der Passkey bleibt erhalten und funktioniert wieder, wenn die Regeln ihn erlauben. Ihr Helpdesk weiß mehr.',
    whoCanFix: 'administrator',
  },
  stronger_sign_in_needed: {
    title: 'Eine stärkere Anmeldung ist nötig',
    reason: 'So, wie Sie sich angemeldet haben, genügt es nicht für das, was Sie vorhaben.',
    next: 'Machen Sie mit einem Passkey oder einem zweiten Faktor weiter.',
    whoCanFix: 'you',
  },
  fresh_sign_in_needed: {
    title: 'Bestätigen Sie, dass Sie es sind',
    reason: 'Für eine Änderung, die wichtig ist, müssen Sie sich in den letzten Minuten ausgewiesen haben.',
    next: 'Melden Sie sich noch einmal an, dann wird die Änderung ausgeführt.',
    whoCanFix: 'you',
  },
  too_many_attempts: {
    title: 'Zu viele Versuche',
    reason: 'Jemand hat es zu oft versucht, deshalb warten wir ein wenig. Passkeys betrifft das nicht.',
    next: 'Nehmen Sie einen Passkey oder warten Sie und versuchen Sie es dann erneut.',
    whoCanFix: 'you',
  },
  server_busy: {
    title: 'Hier ist gerade zu viel los',
    reason:
      'Im Augenblick warten viele Menschen auf eine Antwort, mehr als dieser Server auf einmal annimmt.',
    next: 'Warten Sie einen Augenblick und versuchen Sie es dann erneut.',
    whoCanFix: 'you',
  },
  pass_incorrect: {
    title: 'Dieser Temporary Access Pass stimmt nicht',
    reason: 'Er ist nicht richtig geschrieben oder nicht für dieses Konto.',
    next: 'Prüfen Sie ihn, auch Groß- und Kleinbuchstaben, und versuchen Sie es erneut. Wenn es nicht gelingt, bitten Sie Ihren Helpdesk um einen neuen.',
    whoCanFix: 'you',
  },
  pass_expired: {
    title: 'Dieser Temporary Access Pass ist abgelaufen',
    reason: 'Er war richtig, gilt aber nur kurze Zeit, und die ist vorbei.',
    next: 'Bitten Sie Ihren Helpdesk um einen neuen.',
    whoCanFix: 'helpDesk',
  },
  pass_used: {
    title: 'Dieser Temporary Access Pass wurde schon benutzt',
    reason: 'Er war richtig, gilt aber nur einmal.',
    next: 'Wenn Sie es waren, nehmen Sie den Passkey, den Sie erstellt haben. Wenn nicht, sagen Sie sofort Ihrem Helpdesk Bescheid.',
    whoCanFix: 'helpDesk',
  },
  pass_not_yet_valid: {
    title: 'Dieser Temporary Access Pass gilt noch nicht',
    reason: 'Er ist richtig, aber seine Zeit ist noch nicht gekommen.',
    next: 'Versuchen Sie es zur genannten Zeit erneut oder fragen Sie Ihren Helpdesk.',
    whoCanFix: 'helpDesk',
  },
  pass_outside_policy: {
    title: 'Die Regeln für Pässe erlauben das nicht',
    reason: 'Länge, Gültigkeit oder Beginn liegen außerhalb dessen, was Ihre Organisation erlaubt.',
    next: 'Wählen Sie andere Werte oder lassen Sie die Regeln ändern.',
    whoCanFix: 'administrator',
  },
  pass_for_oneself: {
    title: 'Für sich selbst können Sie keinen Pass ausstellen',
    reason: 'Ein Temporary Access Pass kommt von jemand anderem. Das macht seinen Wert aus.',
    next: 'Bitten Sie eine andere Person mit Administratorrechten.',
    whoCanFix: 'administrator',
  },
  code_incorrect: {
    title: 'Dieser Code stimmt nicht',
    reason: 'Er ist nicht der, den Ihre App jetzt zeigen sollte.',
    next: 'Geben Sie den Code ein, der jetzt zu sehen ist. Wenn es nicht gelingt, stellen Sie die Uhr Ihres Telefons auf automatisch.',
    whoCanFix: 'you',
  },
  code_replayed: {
    title: 'Dieser Code wurde schon benutzt',
    reason: 'Jeder Code zählt einmal.',
    next: 'Warten Sie, bis Ihre App den nächsten Code zeigt, und geben Sie diesen ein.',
    whoCanFix: 'you',
  },
  approval_unavailable: {
    title: 'Das lässt sich nicht auf einem Gerät bestätigen',
    reason: 'Keines Ihrer Geräte ist für Bestätigungen eingerichtet, oder vorher wurde nichts nachgewiesen.',
    next: 'Melden Sie sich auf andere Weise an.',
    whoCanFix: 'you',
  },
  approval_paused: {
    title: 'Bestätigungen machen Pause',
    reason:
      'Auf Ihrem Gerät wurden Anmeldungen abgelehnt oder gemeldet. Deshalb fragen wir dort eine Weile nichts.',
    next: 'Melden Sie sich auf andere Weise an, oder warten Sie. Wenn Sie nichts abgelehnt haben, sagen Sie Ihrem Helpdesk Bescheid.',
    whoCanFix: 'you',
  },
  approval_waiting: {
    title: 'Eine andere Anmeldung wartet',
    reason:
      'Ihr Gerät fragt gerade nach einer Anmeldung, die anderswo begonnen hat. Es wird immer nur eine Sache gefragt.',
    next: 'Wenn Sie das waren, antworten Sie darauf. Wenn nicht, lehnen Sie sie ab. Versuchen Sie es danach noch einmal.',
    whoCanFix: 'you',
  },
  approval_denied: {
    title: 'Die Anmeldung wurde abgelehnt',
    reason: 'Sie wurde auf Ihrem Gerät abgelehnt, oder dort wurde eine andere Zahl eingegeben.',
    next: 'Wenn Sie es sind, versuchen Sie es noch einmal und geben Sie die Zahl ein, die hier steht.',
    whoCanFix: 'you',
  },
  approval_expired: {
    title: 'Es kam keine Antwort',
    reason: 'Die Anfrage war eine Minute lang offen.',
    next: 'Versuchen Sie es noch einmal und halten Sie den Authenticator bereit.',
    whoCanFix: 'you',
  },
  approval_closed: {
    title: 'Diese Anfrage ist erledigt',
    reason: 'Sie wurde schon beantwortet, oder sie gehört zu einem anderen Browserfenster.',
    next: 'Beginnen Sie die Anmeldung noch einmal.',
    whoCanFix: 'you',
  },
  approval_invalid: {
    title: 'Diese Antwort zählt nicht',
    reason: 'Was Ihr Gerät signiert hat, ist keine Antwort auf diese Anfrage.',
    next: 'Öffnen Sie die Anfrage auf Ihrem Gerät noch einmal. Wenn es nicht gelingt, prüfen Sie, ob seine Uhr richtig geht.',
    whoCanFix: 'you',
  },
  browser_not_remembered: {
    title: 'Dieser Browser ist uns nicht bekannt',
    reason:
      'Eine Bestätigung allein zählt nur in einem Browser, in dem Sie sich mit einem Passkey angemeldet haben.',
    next: 'Melden Sie sich auf andere Weise an. Mit einem Passkey merken wir uns diesen Browser wieder.',
    whoCanFix: 'you',
  },
  link_unusable: {
    title: 'Dieser Link funktioniert nicht mehr',
    reason: 'Er wurde schon benutzt, ist zu alt oder wurde durch einen neueren ersetzt.',
    next: 'Bitten Sie um einen neuen Link.',
    whoCanFix: 'operator',
  },
  session_ended: {
    title: 'Sie sind abgemeldet',
    reason: 'Ihre Sitzung ist zu Ende.',
    next: 'Melden Sie sich wieder an.',
    whoCanFix: 'you',
  },
  last_method: {
    title: 'Das ist Ihre letzte Anmeldemethode',
    reason: 'Ohne sie könnten Sie sich nicht mehr anmelden.',
    next: 'Fügen Sie erst einen weiteren Passkey hinzu, dann können Sie diese entfernen.',
    whoCanFix: 'you',
  },
  last_administrator: {
    title: 'Niemand sonst hat Administratorrechte',
    reason: 'Ohne diese Person könnte sich niemand mehr um die Organisation kümmern.',
    next: 'Geben Sie erst jemand anderem Administratorrechte.',
    whoCanFix: 'administrator',
  },
  not_permitted: {
    title: 'Das dürfen Sie nicht',
    reason: 'Ihrem Konto fehlt die Rolle, die man dafür braucht.',
    next: 'Wenden Sie sich an die Administration Ihrer Organisation.',
    whoCanFix: 'administrator',
  },
  not_found: {
    title: 'Das ist nicht da',
    reason: 'Es gibt es nicht oder nicht mehr.',
    next: 'Laden Sie die Seite neu, um den jetzigen Stand zu sehen.',
    whoCanFix: 'you',
  },
  already_exists: {
    title: 'Diesen Namen gibt es schon',
    reason: 'Zwei davon können nicht gleich heißen.',
    next: 'Wählen Sie einen anderen Namen.',
    whoCanFix: 'you',
  },
  invalid_input: {
    title: 'Im Formular stimmt etwas nicht',
    reason: 'Ein Feld ist leer, zu lang oder nicht so, wie es sein soll.',
    next: 'Prüfen Sie Ihre Eingaben und versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  rules_changed: {
    title: 'Die Regeln wurden inzwischen geändert',
    reason: 'Was Sie gesehen haben, gilt so nicht mehr. Deshalb wurde nichts geändert.',
    next: 'Laden Sie die Seite neu, sehen Sie nach, was sich geändert hat, und nehmen Sie Ihre Änderung noch einmal vor.',
    whoCanFix: 'you',
  },
  rules_full: {
    title: 'Für noch eine Regel dieser Art ist kein Platz mehr',
    reason: 'Jede Anmeldung sieht alle durch, deshalb ist ihre Zahl begrenzt. Es wurde nichts geändert.',
    next: 'Entfernen Sie eine Regel, die nicht mehr gebraucht wird, oder fassen Sie zwei zusammen, und versuchen Sie es noch einmal.',
    whoCanFix: 'you',
  },
  document_invalid: {
    title: 'Diese Regel kann so nicht gespeichert werden',
    reason: 'Ein Teil fehlt, ist unbekannt oder widerspricht einem anderen.',
    next: 'Berichtigen Sie den genannten Teil und versuchen Sie es erneut.',
    whoCanFix: 'you',
  },
  terms_changed: {
    title: 'Der Text hat sich geändert',
    reason: 'Ihre Organisation hat ihre Nutzungsbedingungen gerade geändert.',
    next: 'Laden Sie die Seite neu und lesen Sie den neuen Text.',
    whoCanFix: 'you',
  },
  wave_changed: {
    title: 'Die Welle hat sich geändert',
    reason: 'Jemand anderes hat diese Welle gerade geändert oder entfernt.',
    next: 'Laden Sie die Seite neu und sehen Sie sich an, wie sie jetzt ist.',
    whoCanFix: 'you',
  },
  wave_dates_impossible: {
    title: 'Diese Termine gehen nicht',
    reason:
      'Eine Welle muss nach ihrem Beginn enden, und ein Passkey wird erst verlangt, nachdem die Leute eingeladen wurden, einen anzulegen.',
    next: 'Wählen Sie andere Termine.',
    whoCanFix: 'you',
  },
  wave_policy_unfit: {
    title: 'Die Regel passt nicht zur Welle',
    reason:
      'Die Regel dieser Welle ist weg, oder sie verlangt nicht mehr von genau einer Gruppe einen Passkey.',
    next: 'Bringen Sie die Regel in Ordnung oder wählen Sie eine andere.',
    whoCanFix: 'you',
  },
  wave_held_by_pilot: {
    title: 'Erst der Pilot',
    reason: 'Es ist noch kein Pilot durchgelaufen. Niemand weiß, ob der Weg bei Ihren Leuten funktioniert.',
    next: 'Schließen Sie den Piloten ab und starten Sie dann die Welle.',
    whoCanFix: 'you',
  },
  wave_running: {
    title: 'Das geht gerade nicht',
    reason: 'Die Welle läuft, hat schon Leute verschoben oder ist vorbei.',
    next: 'Halten Sie die Welle zuerst an oder machen Sie sie rückgängig.',
    whoCanFix: 'you',
  },
  would_block_users: {
    title: 'Das würde Menschen aussperren',
    reason: 'Nach dieser Änderung könnten einige sich nicht mehr anmelden und sich auch nicht selbst helfen.',
    next: 'Sehen Sie nach, wer es ist. Geben Sie ihnen erst einen anderen Zugang oder bestätigen Sie, dass Sie wissen, wen es betrifft.',
    whoCanFix: 'you',
  },
  break_glass_full: {
    title: 'Es gibt schon zwei Notfallkonten',
    reason: 'Für solche Konten gelten die Regeln nicht, deshalb darf es zwei geben und nicht mehr.',
    next: 'Heben Sie erst bei einem davon die Bestimmung als Notfallkonto auf.',
    whoCanFix: 'you',
  },
  break_glass_without_passkey: {
    title: 'Dieses Konto hat keinen Passkey',
    reason: 'Ein Notfallkonto wird mit einem Passkey geöffnet und mit nichts anderem.',
    next: 'Fügen Sie dem Konto erst einen Passkey hinzu und verwahren Sie ihn an einem sicheren Ort.',
    whoCanFix: 'you',
  },
  pass_request_closed: {
    title: 'Über diese Anfrage ist schon entschieden',
    reason: 'Jemand hat inzwischen entschieden, die Person hat sie gestoppt, oder sie hat zu lange gewartet.',
    next: 'Laden Sie die Seite neu, um zu sehen, was daraus wurde.',
    whoCanFix: 'you',
  },
  another_approver_needed: {
    title: 'Eine zweite Person muss zustimmen',
    reason:
      'Ihre Organisation möchte, dass zwei Personen einem Pass zustimmen. Sie sind schon eine davon oder können keine sein.',
    next: 'Bitten Sie eine andere Person, die Pässe ausstellen darf, sich die Anfrage anzusehen.',
    whoCanFix: 'administrator',
  },
  manager_first: {
    title: 'Zuerst antwortet die Führungskraft',
    reason:
      'Ihre Organisation möchte, dass die Führungskraft bestätigt, wer es ist, bevor jemand einen Pass ausstellt.',
    next: 'Warten Sie auf die Antwort der Führungskraft oder rufen Sie dort an.',
    whoCanFix: 'administrator',
  },
  no_safe_address: {
    title: 'Es gibt keine Adresse für den Pass',
    reason:
      'Die Person hat keine weitere Adresse, oder ihr Postfach wird mit eben dieser Anmeldung geöffnet.',
    next: 'Sagen Sie ihr den Pass am Telefon oder persönlich.',
    whoCanFix: 'you',
  },
  domain_taken: {
    title: 'Eine andere Organisation hat diese Domain',
    reason: 'Sie hat schon nachgewiesen, dass die Domain ihr gehört.',
    next: 'Prüfen Sie die Schreibweise. Wenn die Domain Ihnen gehört, sprechen Sie mit dem Betreiber dieses Servers.',
    whoCanFix: 'operator',
  },
  domain_not_proven: {
    title: 'Der Eintrag ist noch nicht da',
    reason:
      'Das DNS antwortet, aber der verlangte Text steht nicht unter diesem Namen. Bis ein neuer Eintrag zu sehen ist, kann eine Stunde vergehen.',
    next: 'Vergleichen Sie Name und Text Zeichen für Zeichen, warten Sie etwas und prüfen Sie noch einmal.',
    whoCanFix: 'you',
  },
  domain_unreachable: {
    title: 'Das DNS hat nicht geantwortet',
    reason:
      'Wir haben nach dem Eintrag gefragt und keine Antwort bekommen. Über Ihre Domain sagt das nichts.',
    next: 'Versuchen Sie es in ein paar Minuten noch einmal. Bleibt es so, sagen Sie es dem Betreiber dieses Servers.',
    whoCanFix: 'operator',
  },
  domain_in_use: {
    title: 'Personen heißen nach dieser Domain',
    reason: 'Ohne sie könnten sie sich nicht mehr anmelden.',
    next: 'Geben Sie ihnen zuerst andere Namen.',
    whoCanFix: 'you',
  },
  domain_is_default: {
    title: 'Neue Personen heißen nach dieser Domain',
    reason: 'Eine Domain muss es immer geben, nach der sie heißen.',
    next: 'Wählen Sie zuerst eine andere Domain für neue Personen.',
    whoCanFix: 'you',
  },
  image_unreadable: {
    title: 'Wir können dieses Bild nicht lesen',
    reason: 'Es ist kein PNG-, JPEG- oder WebP-Bild, oder es ist beschädigt.',
    next: 'Speichern Sie es als PNG und versuchen Sie es noch einmal.',
    whoCanFix: 'you',
  },
  image_too_large: {
    title: 'Dieses Bild ist zu groß',
    reason: 'Es darf 1 MB und 2000 × 2000 Pixel haben.',
    next: 'Machen Sie es kleiner und versuchen Sie es noch einmal.',
    whoCanFix: 'you',
  },
  device_unknown: deviceNotVerified,
  device_certificate_untrusted: deviceNotVerified,
  device_expired: deviceNotVerified,
  device_revoked: deviceNotVerified,
  device_model_mismatch: deviceNotVerified,
  device_clock_wrong: deviceNotVerified,
  link_unknown: {
    title: 'Die beiden Geräte kennen einander nicht mehr',
    reason: 'Die Verknüpfung wurde entfernt, oder das Verknüpfen hat zu lange gedauert.',
    next: 'Verknüpfen Sie die beiden Geräte noch einmal.',
    whoCanFix: 'you',
  },
  link_mismatch: {
    title: 'Die Geräte wurden nicht verknüpft',
    reason: 'Die beiden Geräte haben nicht dieselbe Verbindung gesehen. Vielleicht war jemand dazwischen.',
    next: 'Fangen Sie noch einmal an und scannen Sie nur den Code auf dem Bildschirm vor Ihnen. Passiert es wieder, sagen Sie Ihrem Helpdesk Bescheid.',
    whoCanFix: 'you',
  },
  link_needed: {
    title: 'Verknüpfen Sie erst einen Browser',
    reason: 'Die App hebt einen Passkey nur für verknüpfte Browser auf, und mit ihr ist keiner verknüpft.',
    next: 'Öffnen Sie den Latchkey Authenticator im Browser Ihres Computers, verknüpfen Sie ihn mit Ihrem Telefon und versuchen Sie es noch einmal.',
    whoCanFix: 'you',
  },
  device_evidence_unproven: deviceNotVerified,
  authenticator_too_old: {
    title: 'Diese App ist zu alt',
    reason: 'Ihre Organisation nimmt nur neuere Versionen des Latchkey Authenticators an.',
    next: 'Aktualisieren Sie die App oder die Erweiterung und versuchen Sie es dann erneut.',
    whoCanFix: 'you',
  },
  app_not_assigned: {
    title: 'Diese App steht Ihnen nicht offen',
    reason: 'Ihre Anmeldung hat geklappt, aber Ihre Organisation hat Ihnen diese App nicht gegeben.',
    next: 'Bitten Sie Ihren Helpdesk oder die Administration um Zugang.',
    whoCanFix: 'administrator',
  },
  consent_needed: {
    title: 'Die App braucht eine Erlaubnis',
    reason: 'Dem, was diese App verlangt, hat noch niemand zugestimmt.',
    next: 'Stimmen Sie zu, wenn Sie gefragt werden, oder bitten Sie die Administration, für alle zuzustimmen.',
    whoCanFix: 'administrator',
  },
  sealed_unreadable: {
    title: 'Wir können unsere eigene Notiz nicht lesen',
    reason: 'Etwas, das wir beiseitegelegt hatten, wurde verändert oder gehört zu einem anderen Server.',
    next: 'Beginnen Sie neu. Wenn es wieder geschieht, nennen Sie Ihrem Helpdesk die Referenz unten.',
    whoCanFix: 'operator',
  },
  rp_id_changed: {
    title: 'Dieser Server ist umgezogen',
    reason: 'Seine Adresse hat sich geändert, und Passkeys gehören zu einer Adresse.',
    next: 'Nennen Sie Ihrem Helpdesk die Referenz unten.',
    whoCanFix: 'operator',
  },
}
