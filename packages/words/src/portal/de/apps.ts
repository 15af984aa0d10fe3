import type { PortalWords } from '../english.ts'

/** Security info, about apps. */
export const apps: PortalWords['apps'] = {
  title: 'Meine Apps',
  lead: 'Was Ihre Organisation für Sie geöffnet hat. Bei jeder steht, was sie beim Anmelden verlangt.',
  list: 'Liste der Apps',
  open: ({ app }) => `${app} öffnen`,
  asks: {
    singleFactor: 'Verlangt einen Nachweis, etwa ein Passwort',
    multiFactor: 'Verlangt zwei Nachweise oder einen Passkey',
    passwordless: 'Verlangt eine Anmeldung ohne Passwort',
    phishingResistant: 'Verlangt einen Passkey',
  },
  named: ({ name }) => `Verlangt: ${name}`,
  device: 'will ein Gerät, das Ihre Organisation kennt',
  terms: 'bittet Sie, Nutzungsbedingungen zu akzeptieren',
  blocked: 'Von hier aus nicht: Eine Regel Ihrer Organisation steht dem entgegen.',
  none: 'Noch steht Ihnen keine App offen',
  noneLead: 'Hier stehen Apps, die Ihre Organisation für Sie öffnet, wenn sie eine Startseite haben.',
}
