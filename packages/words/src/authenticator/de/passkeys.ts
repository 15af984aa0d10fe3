import type { AuthenticatorWords } from '../english.ts'

export const passkeys: AuthenticatorWords['passkeys'] = {
  title: 'Passkeys',
  none: 'Noch kein Passkey',
  noneLead: 'Mit einem melden Fingerabdruck, Gesicht oder Bildschirmsperre Sie an.',
  here: 'Auf diesem Telefon entstanden',
  synced: 'Synchronisiert',
  added: (values) => `Hinzugefügt ${values.when}`,
  used: (values) => `Zuletzt verwendet ${values.when}`,
  create: 'Passkey erstellen',
  createTitle: 'Einen Passkey erstellen',
  createLead:
    'Der Passwortmanager Ihres Telefons bewahrt ihn auf. Diese App kann es nicht: Web-Apps werden dort nicht eingelassen.',
  whatHappens: 'Was jetzt geschieht',
  steps: {
    ask: 'Ihr Telefon fragt, wo der Passkey gespeichert werden soll. Üblich ist sein eigener Passwortmanager.',
    confirm: 'Sie bestätigen mit Fingerabdruck, Gesicht oder Bildschirmsperre.',
    done: 'Er gilt hier sofort, und in jedem Browser, den Sie auf diesem Telefon benutzen.',
  },
  waiting: 'Folgen Sie Ihrem Telefon …',
  checking: 'Ihre Organisation sieht ihn sich an …',
  registered: 'Passkey registriert',
  registeredLead:
    'Sie können sich ab jetzt damit anmelden. Hat ein anderes Gerät darauf gewartet, weiß es schon davon.',
  exists: 'Dieses Telefon hat schon einen Passkey für dieses Konto',
  existsLead: 'Einer genügt: Er gilt in jedem Browser auf diesem Telefon.',
  confirmFirst: 'Bestätigen Sie zuerst, dass Sie es sind. Sie kommen auf diese Seite zurück.',
  done: 'Fertig',
  remove: 'Löschen',
  removeNamed: (values) => `Den Passkey „${values.name}“ löschen`,
  removeTitle: (values) => `Den Passkey „${values.name}“ löschen?`,
  removeLead:
    'Er wird bei Ihrer Organisation gelöscht, und Ihrem Telefon wird gesagt, dass es ihn auch löscht, beides auf einmal. Sie können sich damit nicht mehr anmelden.',
  removed: 'Der Passkey wurde gelöscht, hier und bei Ihrer Organisation.',
  removeConfirm: 'Endgültig löschen',
}
