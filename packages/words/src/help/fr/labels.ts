import type { HelpWords } from '../english.ts'

/** What systems call their settings, as it stands on the screen. */
export const labels: HelpWords['labels'] = {
  signInOptions: 'Options de connexion',
  iosAutofill: 'Remplissage auto et mots de passe',
  androidPasswords: 'Mots de passe et comptes',
  samsungManagement: 'Gestion globale',
  samsungPasswords: 'Mots de passe, clés d’accès et saisie auto',
}
