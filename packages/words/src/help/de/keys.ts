import type { keys as english } from '../en/keys.ts'
import type { HelpWords } from '../english.ts'

/** Security keys, fingers and faces. */
export const keys: Pick<HelpWords['problems'], keyof typeof english> = {
  security_key_unusable: {
    title: 'Dieser Sicherheitsschlüssel ist nicht verwendbar',
    reason:
      'Er ist zu alt für Passkeys, hat noch keine PIN oder kann etwas nicht, das verlangt wurde. Firefox unter Windows sagt das auch von guten Schlüsseln.',
    next: 'Geben Sie dem Schlüssel eine PIN, nehmen Sie einen anderen Browser oder einen Schlüssel, der Passkeys aufbewahrt (FIDO2).',
  },
  security_key_not_familiar: {
    title: 'Der Sicherheitsschlüssel kennt dieses Konto nicht',
    reason:
      'Es steckt ein anderer Schlüssel, der Passkey darauf wurde gelöscht, oder er wurde zurückgesetzt.',
    next: 'Versuchen Sie es mit Ihrem anderen Schlüssel. Gibt es keinen, melden Sie sich anders an und fügen Sie diesen neu hinzu.',
  },
  security_key_pin_wrong: {
    title: 'Die PIN des Sicherheitsschlüssels stimmt nicht',
    reason: 'Der Schlüssel hat eine eigene PIN. Es ist weder die Ihres Computers noch die Ihres Telefons.',
    next: 'Geben Sie die PIN des Schlüssels ein. Nach drei falschen ziehen Sie ihn ab und stecken ihn wieder an. Nach acht sperrt er sich.',
  },
  security_key_blocked: {
    title: 'Der Sicherheitsschlüssel ist gesperrt',
    reason:
      'Seine PIN war zu oft falsch. Nach drei in Folge will er neu eingesteckt werden, nach acht muss er zurückgesetzt werden.',
    next: 'Ziehen Sie ihn ab und stecken Sie ihn wieder an. Bleibt er gesperrt, setzt Ihr Helpdesk ihn zurück: Die Passkeys darauf sind dann weg, und Sie fügen neue hinzu.',
  },
  security_key_no_pin: {
    title: 'Der Sicherheitsschlüssel braucht eine PIN',
    reason:
      'Er hat noch keine, oder die gewählte ist zu kurz. Ohne PIN könnte ihn jeder benutzen, der ihn findet.',
    next: 'Wählen Sie eine PIN aus mindestens vier Zeichen, wenn danach gefragt wird, oder in den Einstellungen des Computers.',
  },
  security_key_full: {
    title: 'Der Sicherheitsschlüssel ist voll',
    reason: 'Schlüssel haben Platz für 25 bis 100 Passkeys, und auf diesem ist keiner mehr.',
    next: 'Löschen Sie vom Schlüssel Passkeys, die Sie nicht mehr brauchen, oder nehmen Sie einen anderen.',
  },
  security_key_types_letters: {
    title: 'Der Sicherheitsschlüssel tippt Buchstaben',
    reason:
      'Bei Berührung sendet er ein Einmalkennwort wie eine Tastatur. Auf Samsung-Telefonen verhindert das Passkeys.',
    next: 'Schalten Sie das Einmalkennwort (OTP) des Schlüssels mit dem Programm des Herstellers aus, oder nehmen Sie einen anderen Schlüssel.',
  },
  biometric_not_recognised: {
    title: 'Ihr Gesicht oder Finger wurde nicht erkannt',
    reason: 'Nach ein paar Versuchen schließt das Gerät das Fenster und will seine PIN oder seinen Code.',
    next: 'Entsperren Sie das Gerät einmal mit PIN oder Code, prüfen Sie, ob es Sie dort erkennt, und versuchen Sie es noch einmal.',
  },
}
