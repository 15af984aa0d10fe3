import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator in German, about devices that remember each other. */
export const links: AuthenticatorWords['links'] = {
  remember: 'Ein anderes Gerät merken',
  rememberTitle: 'Ein Gerät merken, das Sie anmeldet',
  rememberLead:
    'Verbinden Sie Ihr Telefon einmal. Danach fragt es von selbst, wenn Sie sich hier anmelden, ohne QR-Code.',
  account: ({ name, organisation }) => `${name} bei ${organisation}`,
  begin: 'Anmelden und QR-Code zeigen',
  beginHint: 'Dazu gehört eine Anmeldung mit einem Passkey, hier und jetzt.',
  signingIn: 'Melden Sie sich im geöffneten Tab mit einem Passkey an',
  scanTitle: 'Scannen Sie diesen Code mit Ihrem Gerät',
  scanLead:
    'Im Authenticator auf Ihrem Telefon: Einen QR-Code scannen. Auf einem Telefon mit Linux: latchkey-agent link. Niemand sonst darf ihn scannen.',
  codeLabel: 'QR-Code zum Verbinden eines Geräts',
  typeTitle: ({ name }) => `Geben Sie diese Ziffern auf ${name} ein`,
  typeLead: 'Ist das Ihr Gerät, und fragt es jetzt nach Ziffern? Wenn nicht, schließen Sie diese Seite.',
  digits: 'Ziffern',
  done: ({ name }) => `${name} ist gemerkt`,
  doneLead: 'Sie finden es in den Sicherheitsinformationen und können es dort jederzeit trennen.',
  failedTitle: 'Es wurde kein Gerät verbunden',
  failedLead:
    'Es hat zu lange gedauert, oder es wurden andere Ziffern eingegeben. Versuchen Sie es noch einmal.',
  unreachable:
    'Der Tunneldienst Ihrer Organisation antwortet nicht. Ihr Helpdesk weiß, ob er eingeschaltet ist.',
  remembered: 'Gemerkte Geräte',
  forget: ({ name }) => `${name} vergessen`,
  forgetTitle: ({ name }) => `${name} vergessen?`,
  forgetLead: 'Die beiden kennen einander dann nicht mehr, hier und bei Ihrer Organisation.',
  forgetConfirm: 'Vergessen',
  use: ({ name }) => `${name} verwenden`,
  look: ({ name }) => `Sehen Sie auf ${name}`,
  lookLead: 'Dort werden Sie gefragt. Prüfen Sie, welche Website genannt wird, bevor Sie zustimmen.',
  didNotCome: ({ name }) =>
    `${name} hat nicht geantwortet, oder Sie haben dort abgelehnt. Ist es an, und wartet es?`,
  gone: ({ name }) => `${name} wurde getrennt und deshalb hier vergessen.`,
  agent: {
    command: 'Einen Browser verbinden, der einen QR-Code dafür zeigt: Danach braucht er keinen mehr',
    notOne: 'Dieser QR-Code ist keiner zum Verbinden.',
    noAccount: ({ server }) => `Hier gibt es kein Konto von ${server}.`,
    which: 'Für welches Konto? Seine Nummer:',
    onlyOwn: ({ server }) =>
      `Fahren Sie nur fort, wenn Sie diesen Code selbst geöffnet haben, in Ihrem eigenen Browser, angemeldet bei ${server}.`,
    digits: 'Die sechs Ziffern, die der Browser zeigt, oder nichts zum Abbrechen:',
    wrong: 'Das sind nicht die Ziffern. Es wurde nichts verbunden. Beginnen Sie im Browser neu.',
    stopped: 'Es wurde nichts verbunden.',
    linked: 'Verbunden. Solange latchkey-agent run läuft, findet jener Browser dieses Gerät von selbst.',
    broken: 'Der Browser ist nicht mehr da. Zeigen Sie einen neuen Code.',
    openToListen:
      'Geben Sie Ihre PIN ein, damit verbundene Browser dieses Gerät finden, oder nichts, um ohne sie weiterzumachen:',
    listening: ({ names }) => `Verbundene Browser dürfen rufen: ${names}`,
    called: ({ name }) => `${name} fragt, ohne QR-Code. Sind Sie das, gerade jetzt?`,
    linkedAlone: 'Nur verbundenen Browsern antworten, ohne nach QR-Codes zu sehen',
    nobody: 'Kein verbundener Browser findet dieses Gerät. latchkey-agent link verbindet einen.',
    noticeTitle: ({ name }) => `${name} fragt nach Ihnen`,
    noticeText:
      'Sehen Sie ins Terminal von latchkey-agent und antworten Sie dort. Waren Sie das nicht? Dann antworten Sie nicht.',
    forgotten: ({ name }) => `Eine Verbindung wurde entfernt und deshalb hier vergessen: ${name}`,
  },
}
