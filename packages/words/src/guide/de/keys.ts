import type { keys as pattern } from '../en/keys.ts'

/** The guide, about security keys; and about what comes after a passkey was made. */
export const keys: typeof pattern = {
  keyReady: {
    title: 'Halten Sie den Schlüssel bereit',
    lines: [
      'Ein Sicherheitsschlüssel ist ein kleines Gerät, das Sie einstecken oder an das Telefon halten.',
      'Er hat eine eigene PIN. Hat er noch keine, wählen Sie unterwegs eine. Nach zu vielen falschen sperrt er sich.',
    ],
  },
  useKeyWindows: {
    title: 'Einstecken und berühren',
    lines: [
      'Windows fragt, wo der Passkey gespeichert werden soll. Wählen Sie „Sicherheitsschlüssel“, dann „Weiter“.',
      'Stecken Sie den Schlüssel ein, geben Sie seine PIN ein und berühren Sie ihn, wenn er blinkt.',
    ],
    hint: 'Fragt Windows erst nach Gesicht, Fingerabdruck oder PIN, wählen Sie „Anderes Gerät verwenden“ oder „Anderen Sicherheitsschlüssel verwenden“.',
  },
  useKeyMac: {
    title: 'Einstecken und berühren',
    lines: [
      'Will der Mac den Passkey selbst sichern, klicken Sie auf „Weitere Optionen“ und wählen Sie den Sicherheitsschlüssel.',
      'Stecken Sie den Schlüssel ein, geben Sie seine PIN ein und berühren Sie ihn, wenn er blinkt.',
    ],
  },
  useKeyComputer: {
    title: 'Einstecken und berühren',
    lines: [
      'Fragt der Browser, wo der Passkey gespeichert werden soll, wählen Sie „Sicherheitsschlüssel“ oder „Anderes Gerät verwenden“.',
      'Stecken Sie den Schlüssel ein, geben Sie seine PIN ein und berühren Sie ihn, wenn er blinkt.',
    ],
  },
  useKeyIPhone: {
    title: 'An das Telefon halten oder einstecken',
    lines: [
      'Will das iPhone den Passkey selbst sichern, tippen Sie auf „Weitere Optionen“ und wählen Sie den Sicherheitsschlüssel.',
      'Stecken Sie den Schlüssel ein oder halten Sie ihn oben an das iPhone. Geben Sie seine PIN ein, wenn Sie gefragt werden.',
    ],
  },
  useKeyIPad: {
    title: 'Einstecken und berühren',
    lines: [
      'Will das iPad den Passkey selbst sichern, tippen Sie auf „Weitere Optionen“ und wählen Sie den Sicherheitsschlüssel.',
      'Stecken Sie den Schlüssel ein, geben Sie seine PIN ein und berühren Sie ihn, wenn er blinkt. Ein iPad liest keine Schlüssel, die man daran hält.',
    ],
  },
  useKeyAndroid: {
    title: 'Einstecken oder an das Telefon halten',
    lines: [
      'Will das Telefon den Passkey selbst speichern, tippen Sie auf „Weitere Optionen“ oder „Anders speichern“ und wählen Sie den Sicherheitsschlüssel.',
      'Stecken Sie den Schlüssel ein oder halten Sie ihn an die Rückseite des Telefons. Geben Sie seine PIN ein, wenn Sie gefragt werden.',
    ],
  },
  nameIt: {
    title: 'Geben Sie ihm einen Namen',
    lines: ['Einen, den Sie später wiedererkennen, etwa den des Geräts. Dann sind Sie fertig.'],
  },
  tryIt: {
    title: 'Probieren Sie ihn einmal aus',
    lines: [
      'Melden Sie sich ab und wieder an. Wählen Sie die Anmeldung mit einem Passkey.',
      'Von nun an ist das Ihr schnellster Weg hinein: kein Kennwort, kein Code.',
    ],
  },
  haveTwo: {
    title: 'Fügen Sie einen zweiten hinzu',
    lines: [
      'Auf einem anderen Gerät oder einem Sicherheitsschlüssel. Dann ist ein verlorenes Telefon kein Unglück.',
    ],
  },
}
