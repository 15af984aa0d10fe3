import type { Words } from '../../words.ts'

/** Asking for a pass without being signed in, stopping that, and the manager’s word on it. */
export const passRequestWords: Words['passRequest'] = {
  title: 'Temporary Access Pass anfragen',
  lead: 'Mit einem Pass kommen Sie hinein, wenn Telefon oder Schlüssel weg sind. Ihr Helpdesk prüft zuerst, ob Sie es wirklich sind.',
  name: 'Ihr Benutzername',
  nameRequired: 'Geben Sie den Namen ein, mit dem Sie sich anmelden.',
  reason: 'Was ist passiert?',
  reasonHint: 'Zum Beispiel: Mein Telefon ist weg.',
  reasonRequired: 'Schreiben Sie kurz, was passiert ist.',
  contact: 'Wie erreichen wir Sie?',
  contactHint:
    'Eine Telefonnummer, oder wo Sie sind. Vielleicht nimmt Ihr Helpdesk stattdessen die Nummer, die er kennt.',
  contactRequired: 'Schreiben Sie, wie Ihr Helpdesk Sie erreicht.',
  start: 'Ab wann brauchen Sie ihn?',
  startHint: 'Lassen Sie das Feld leer, wenn Sie ihn jetzt brauchen.',
  lifetime: 'Für wie lange?',
  lifetimes: { m30: '30 Minuten', m60: '1 Stunde', m240: '4 Stunden', m480: '8 Stunden' },
  submit: 'Anfrage senden',
  sent: {
    title: 'Vielen Dank',
    lead: 'Wenn es dieses Konto gibt, liegt Ihre Anfrage jetzt beim Helpdesk.',
    points: [
      'Jemand meldet sich bei Ihnen, um sicher zu sein, dass Sie es sind.',
      'Dann bekommen Sie den Pass gesagt, am Telefon oder persönlich.',
      'Wir fragen nie nach einem Passwort oder einem Code.',
    ],
    again: 'Noch einmal zu fragen macht es nicht schneller. Wenn es eilt, rufen Sie an.',
  },
  back: 'Zurück zur Anmeldung',
  stop: {
    title: 'Diese Anfrage stoppen?',
    reason:
      'Ein Pass, der daraus entstand, gilt sofort nicht mehr. Wer ihn benutzt hat, wird abgemeldet, und Ihr Helpdesk erfährt davon.',
    yes: 'Das war ich nicht: stoppen',
    doneTitle: 'Gestoppt',
    doneReason:
      'Mit dieser Anfrage kommt niemand hinein. Ihr Helpdesk weiß Bescheid und ruft Sie vielleicht an.',
  },
  confirm: {
    title: ({ name }) => `Ist es wirklich ${name}?`,
    reason:
      'Sprechen Sie zuerst mit der Person, von Angesicht zu Angesicht oder unter einer Nummer, die Sie kennen. Verlassen Sie sich nicht auf die Nummer unten.',
    said: 'Was in der Anfrage steht',
    contact: 'Angeblich zu erreichen unter',
    asked: 'Wann',
    yes: 'Ja, ich habe mit der Person gesprochen',
    no: 'Nein, das stimmt nicht',
    goneTitle: 'Hier wartet nichts auf Sie',
    goneReason: 'Jemand hat schon geantwortet, oder die Anfrage ist vorbei.',
    thanksTitle: 'Vielen Dank',
    thanksReason: 'Ihr Helpdesk macht von hier aus weiter.',
  },
}
