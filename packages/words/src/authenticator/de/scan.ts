import type { AuthenticatorWords } from '../english.ts'

export const scan: AuthenticatorWords['scan'] = {
  title: 'Einen QR-Code scannen',
  lead: 'Halten Sie ihn vor die Kamera. Nichts wird geöffnet, bevor Sie es gesagt haben.',
  picture: 'Was die Kamera sieht',
  starting: 'Die Kamera geht an …',
  looking: 'Sucht nach einem QR-Code …',
  again: 'Einen anderen scannen',
  noCameraTitle: 'Die Kamera lässt sich nicht benutzen',
  noCamera:
    'Erlauben Sie dieser Seite die Kamera in den Einstellungen Ihres Browsers für diese Website und versuchen Sie es noch einmal.',
  passkeyTitle: 'Nehmen Sie die Kamera-App Ihres Telefons',
  passkeyLead:
    'Dieser QR-Code meldet jemanden mit einem Passkey an. Nur die Kamera-App Ihres Telefons kann sicherstellen, dass das andere Gerät in Ihrer Nähe ist. Machen Sie nur weiter, wenn der Code auf einem Gerät vor Ihnen ist, das Sie benutzen.',
  otherTitle: 'Das gehört zu einer anderen Organisation',
  otherLead: (values) => `Der Code ist von ${values.host}; dort gibt es einen eigenen Authenticator.`,
  otherOpen: (values) => `Zu ${values.host}`,
  accountTitle: 'Geschäfts- oder Schulkonto hinzufügen?',
  accountLead: 'Der Code ist von Ihrer Organisation. Als Nächstes melden Sie sich an.',
  unknownTitle: 'Dieser Code ist nicht für diese App',
  unknownLead: 'Er fügt weder ein Konto hinzu noch macht er Einmalcodes.',
  signIn: 'Anmelden',
}
