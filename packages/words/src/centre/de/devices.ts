import type { CentreWords } from '../english.ts'

export const devices: CentreWords['devices'] = {
  title: 'Geräte',
  lead: 'Geräte werden im Latchkey Authenticator registriert; ob sie in Ordnung sind, sagt Ihre Geräteverwaltung. Regeln über Geräte sehen beides an.',
  compliant: 'Konform',
  notCompliant: 'Nicht konform',
  unknown: 'Konformität nicht bekannt',
  on: 'Eingeschaltet',
  off: 'Ausgeschaltet',
  switchOn: 'Einschalten',
  switchOff: 'Ausschalten',
  markCompliant: 'Als konform kennzeichnen',
  markNotCompliant: 'Als nicht konform kennzeichnen',
  remove: 'Entfernen',
  removeTitle: (values) => `„${values.name}“ entfernen?`,
  removeLead:
    'Mit Passkeys, die darauf erstellt wurden, meldet sich niemand mehr an, und Regeln, die ein konformes Gerät verlangen, lassen es nicht mehr zu.',
  none: 'Noch kein Gerät',
  noneLead:
    'Sie werden im Latchkey Authenticator registriert, oder Ihre Geräteverwaltung trägt sie über die Schnittstelle ein.',
  owner: (values) => `Registriert von ${values.name}`,
  surface: { extension: 'Browser-Erweiterung', phoneApp: 'App auf einem Telefon', agent: 'App unter Linux' },
  version: (values) => `Version ${values.version}`,
  evidence: { software: 'Schlüssel in Software', tpm: 'Schlüssel in einem TPM, wie das Gerät sagt' },
  certificate: (values) => `Zertifikat bis ${values.time}`,
  seen: (values) => `zuletzt gesehen ${values.time}`,
  expired: 'Zertifikat abgelaufen',
  blocked: 'Passkeys gesperrt',
  offTitle: (values) => `„${values.name}“ ausschalten?`,
  offLead:
    'Mit Passkeys, die darauf erstellt wurden, meldet sich niemand an, bis es wieder eingeschaltet ist. Wem es gehört, bekommt eine E-Mail.',
  versions: {
    open: 'Versionen',
    title: 'Älteste Versionen, die angenommen werden',
    lead: 'Darunter wird kein Gerät registriert und kein Passkey erstellt; die Leute werden gebeten zu aktualisieren. Leer: jede Version.',
    hint: 'Zum Beispiel 1.4.0',
    saved: 'Gespeichert.',
  },
}
