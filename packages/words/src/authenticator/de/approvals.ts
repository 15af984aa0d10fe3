import type { AuthenticatorWords } from '../english.ts'

export const approvals: AuthenticatorWords['approvals'] = {
  title: 'Anmeldungen bestätigen',
  none: 'Es wartet nichts',
  noneLead: 'Wenn sich jemand unter Ihrem Namen anmeldet, erscheint es hier von selbst.',
  question: 'Melden Sie sich gerade an?',
  lead: 'Geben Sie die Zahl ein, die auf der Anmeldeseite steht.',
  number: 'Zahl',
  numberNeeded: 'Geben Sie die zwei Ziffern der Zahl ein.',
  approve: 'Bestätigen',
  deny: 'Nein, das bin ich nicht',
  report: 'Melden',
  sending: 'Einen Moment …',
  app: 'App',
  place: 'Ort',
  browser: 'Browser',
  browserUnknown: 'Unbekannt',
  account: 'Konto',
  when: 'Wann',
  map: ({ place }) => `Karte mit einer Markierung: ${place}`,
  careTitle: 'Nur, wenn Sie sich selbst anmelden',
  care: 'Niemand, der Sie anruft oder Ihnen schreibt, braucht diese Zahl. Wenn Sie sich gerade nicht anmelden, sagen Sie Nein.',
  paused: ({ until }) => `Bis ${until} wird hier nichts mehr gefragt. Passkeys funktionieren wie bisher.`,
  onLead: 'Eine Anmeldung anderswo fragt dieses Telefon. Sie geben die Zahl ein, die dort steht.',
  offLead:
    'Dieses Telefon kann Anmeldungen an diesem Konto bestätigen: Sie geben die Zahl ein, die dort steht.',
  turnOn: 'Hier Anmeldungen bestätigen',
  turnOff: 'Ausschalten',
  proveTitle: 'Bestätigen Sie zuerst, dass Sie es sind',
  proveLead:
    'Danach kann dieses Telefon Sie hereinlassen. Deshalb möchte Ihre Organisation Sie einmal sehen: mit Ihrem Passkey oder so, wie Sie sich sonst anmelden. Sie kommen auf diese Seite zurück.',
  prove: 'Bestätigen, dass ich es bin',
  notWoken: 'Ohne Benachrichtigungen fragt dieses Telefon nur, solange die App offen ist.',
  notificationTitle: 'Jemand wartet',
  notificationBody: 'Öffnen Sie den Authenticator und sehen Sie nach.',
  outcome: {
    approved: { title: 'Bestätigt', lead: 'Der andere Bildschirm geht von selbst weiter.' },
    denied: {
      title: 'Abgelehnt',
      lead: 'Niemand wurde angemeldet. Wenn Sie es nicht waren, ändern Sie Ihr Passwort.',
    },
    wrongNumber: {
      title: 'Das war eine andere Zahl',
      lead: 'Deshalb wurde die Anmeldung abgelehnt. Wenn Sie es waren, beginnen Sie noch einmal.',
    },
    reported: {
      title: 'Gemeldet',
      lead: 'Niemand wurde angemeldet, und Ihre Organisation weiß Bescheid. Ändern Sie Ihr Passwort.',
    },
  },
}
