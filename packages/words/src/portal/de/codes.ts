import type { PortalWords } from '../english.ts'

export const codes: PortalWords['codes'] = {
  title: 'Einmalcodes hinzufügen',
  step1: 'Öffnen Sie auf Ihrem Telefon eine Authenticator-App und scannen Sie dieses Bild.',
  qr: 'Der Schlüssel für Ihre Authenticator-App als QR-Code',
  byHand: 'Oder geben Sie diesen Schlüssel in die App ein:',
  step2: 'Geben Sie dann die sechs Ziffern ein, die die App zeigt.',
  code: 'Code',
  codeRequired: 'Geben Sie die sechs Ziffern ein, die Ihre App zeigt.',
  name: 'Name der App oder des Telefons',
  nameSuggestion: 'Authenticator-App',
  nameRequired: 'Geben Sie einen Namen mit höchstens 60 Zeichen ein.',
  submit: 'Hinzufügen',
  phishable:
    'Eine gefälschte Seite kann nach Codes fragen, und Menschen geben sie dort ein. Ein Passkey fällt darauf nicht herein.',
  removing: {
    removeTitle: ({ name }) => `„${name}“ entfernen?`,
    removeReason: 'Die Codes gelten sofort nicht mehr. Löschen Sie den Eintrag auch in der App.',
    remove: 'Ja, entfernen',
    keep: 'Behalten',
    removedTitle: 'Die Einmalcodes sind entfernt',
    removedReason:
      'Löschen Sie den Eintrag auch in der Authenticator-App: Sie zeigt Codes, die nicht mehr gelten.',
  },
}
