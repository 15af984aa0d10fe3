import type { HelpWords } from '../english.ts'

/** What systems call their settings, as it stands on the screen. */
export const labels: HelpWords['labels'] = {
  signInOptions: 'Anmeldeoptionen',
  iosAutofill: 'Automatisch ausfüllen & Passwörter',
  androidPasswords: 'Passwörter & Konten',
  samsungManagement: 'Allgemeine Verwaltung',
  samsungPasswords: 'Passwörter, Passkeys und AutoFill',
}
