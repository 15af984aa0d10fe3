import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about what a person is asked to agree to, in German. */
export const consent: AuthenticatorWords['consent'] = {
  signInTitle: ({ organisation }) => `Bei ${organisation} anmelden?`,
  createTitle: ({ organisation }) => `Einen Passkey für ${organisation} erstellen?`,
  signInLead: 'Fahren Sie nur fort, wenn Sie sich gerade anmelden.',
  createLead: 'Er bleibt in diesem Browser und auf diesem Gerät.',
  site: 'Website',
  siteChecked: 'Für diese Adresse steht Ihr Browser ein.',
  account: 'Konto',
  chooseAccount: 'Welches Konto?',
  signIn: 'Anmelden',
  create: 'Passkey erstellen',
  readFirst: 'Gleich: lesen Sie dies zuerst',
  checking: 'Wird geprüft …',
  anotherWay: 'Anders fortfahren',
  anotherWayHint:
    'Dann fragt Ihr Browser, etwa nach einem Sicherheitsschlüssel, einem Telefon oder diesem Gerät.',
  nothingTitle: 'Hier gibt es keinen passenden Passkey',
  nothingLead:
    'In diesem Browser liegt kein Passkey für diese Anfrage. Fahren Sie anders fort, oder erstellen Sie einen Passkey in den Sicherheitsinformationen.',
  notHereTitle: 'Dieses Konto ist nicht im Authenticator',
  notHereLead: ({ userName }) =>
    `Fügen Sie zuerst ${userName} hinzu und erstellen Sie dann den Passkey. Oder bewahren Sie ihn anderswo auf.`,
  registerTitle: 'Registrieren Sie diesen Browser erneut',
  registerLead: 'Ihre Organisation kennt ihn nicht mehr, ein Passkey von hier würde also nicht zählen.',
  addAccount: 'Konto hinzufügen',
  goneTitle: 'Es gibt nichts mehr zu bestätigen',
  goneLead:
    'Die Seite ist weitergegangen, oder es hat zu lange gedauert. Schließen Sie dieses Fenster und versuchen Sie es dort noch einmal.',
}
