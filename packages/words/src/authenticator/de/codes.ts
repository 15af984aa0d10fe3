import type { AuthenticatorWords } from '../english.ts'

export const codes: AuthenticatorWords['codes'] = {
  title: 'Einmalcode',
  code: (values) => `Code für ${values.account}`,
  left: (values) => (values.seconds === 1 ? 'Noch 1 Sekunde' : `Noch ${values.seconds} Sekunden`),
  none: 'Keine Einmalcodes auf diesem Telefon',
  byHandTitle: 'Anderen Dienst hinzufügen',
  byHandLead: 'Der Dienst zeigt Ihnen einen Schlüssel, meist unter seinem QR-Code.',
  issuer: 'Name des Dienstes',
  issuerRequired: 'Sagen Sie, welcher Dienst es ist.',
  account: 'Ihr Name dort',
  key: 'Schlüssel',
  keyHint: 'Buchstaben und die Ziffern 2 bis 7. Leerzeichen sind gleich.',
  keyWrong: 'Das ist kein Schlüssel für Einmalcodes.',
  add: 'Hinzufügen',
  added: 'Die Codes wurden hinzugefügt.',
  confirmTitle: 'Einmalcodes hinzufügen?',
  confirmLead: (values) =>
    `Von „${values.issuer}“. Fügen Sie sie nur hinzu, wenn Sie diesen Dienst eben um diesen Code gebeten haben.`,
  unnamed: 'Dienst ohne Namen',
  removeTitle: (values) => `Die Codes für ${values.name} löschen?`,
  removeLead:
    'Sie lassen sich nicht zurückholen. Sorgen Sie dafür, dass Sie sich dort anders anmelden können, oder schalten Sie Codes dort vorher aus.',
  remove: 'Codes löschen',
  removed: 'Die Codes wurden gelöscht.',
}
