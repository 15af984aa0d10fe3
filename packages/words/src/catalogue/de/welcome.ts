import type { Words } from '../../words.ts'

/** Setting up an organisation: the page behind the first administrator's link. */
export const welcomeWords: Words['welcome'] = {
  title: 'Organisation einrichten',
  intro:
    'Sie sind die erste Person mit Administratorrechten. Sagen Sie uns, wer Sie sind, und erstellen Sie dann Ihren Passkey. Alles Weitere gehört Ihnen.',
  linkOnce:
    'Der Link, den Sie geöffnet haben, gilt einmal. Diese Seite anzusehen verbraucht ihn nicht, erst die Schaltfläche unten.',
  organisation: {
    legend: 'Ihre Organisation',
    name: 'Name',
    nameHint: 'So, wie man sie kennt: Der Name steht auf jeder Seite.',
    namePlaceholder: 'Beispiel GmbH',
    nameRequired: 'Geben Sie den Namen Ihrer Organisation ein.',
    domain: 'Domain',
    domainHint: 'Der Teil nach dem @ in den Adressen. Daran erkennen wir, wer hierher gehört.',
    domainPlaceholder: 'example.com',
    domainRequired: 'Geben Sie eine Domain wie example.com ein.',
  },
  you: {
    legend: 'Sie',
    name: 'Ihr Name',
    nameRequired: 'Geben Sie Ihren Namen ein.',
    userName: 'Ihr Benutzername',
    userNameHint: 'Was Sie zum Anmelden eingeben.',
    userNameRequired: 'Geben Sie den Namen ein, mit dem Sie sich anmelden möchten.',
    mail: 'E-Mail-Adresse (freiwillig)',
    mailHint: 'Dorthin schreiben wir, wenn sich eine Anmeldemethode Ihres Kontos ändert.',
  },
  submit: 'Einrichten und Passkey erstellen',
  noLink: {
    title: 'Diese Seite braucht ihren Link',
    reason:
      'Der Link für die erste Einrichtung enthält nach dem # ein Geheimnis. In dieser Adresse fehlt es.',
  },
  deadLink: {
    title: 'Dieser Link funktioniert nicht mehr',
    reason:
      'Er wurde schon benutzt, durch einen neueren ersetzt oder ist über einen Tag alt, oder die Organisation ist bereits eingerichtet.',
  },
  way: {
    title: 'Was Sie tun können',
    setUp: 'Wenn Sie die Organisation schon eingerichtet haben, melden Sie sich an.',
    newLink:
      'Falls nicht, halten Sie den Server auf seinem Rechner an und starten Sie ihn neu: Er gibt dann einen neuen Link aus.',
    lockedOut:
      'Wenn sich niemand mehr mit Administratorrechten anmelden kann, führen Sie auf dem Rechner des Servers diesen Befehl aus. Er gibt Ihnen einen einmaligen Pass:',
    command: 'npm run latchkey -- admin-pass',
    signIn: 'Anmelden',
  },
}
