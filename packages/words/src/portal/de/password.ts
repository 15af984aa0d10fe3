import type { PortalWords } from '../english.ts'

export const password: PortalWords['password'] = {
  title: 'Passwort ändern',
  lead: 'Ein Passkey ist sicherer und schneller. Ändern Sie Ihr Passwort hier, wenn Sie irgendwo noch eines brauchen.',
  current: 'Jetziges Passwort',
  currentRequired: 'Geben Sie Ihr jetziges Passwort ein.',
  next: 'Neues Passwort',
  nextHint: 'Mindestens 8 Zeichen. Ein paar Wörter sind besser als ein Rätsel.',
  nextRequired: 'Geben Sie ein neues Passwort mit mindestens 8 Zeichen ein.',
  submit: 'Ändern',
  noneTitle: 'Sie haben kein Passwort',
  none: 'Nur die Administration kann Ihnen eines geben. Sie brauchen es nicht: Ein Passkey ist sicherer.',

  changed: 'Ihr Kennwort ist geändert',
  changedLead: 'Überall sonst, wo Sie angemeldet waren, sind Sie jetzt abgemeldet.',
}
