import type { CentreWords } from '../english.ts'

export const devices: CentreWords['devices'] = {
  title: 'Geräte',
  lead: 'Regeln über Geräte sehen an, was Ihre Geräteverwaltung über sie sagt.',
  compliant: 'Konform',
  notCompliant: 'Nicht konform',
  unknown: 'Nicht bekannt',
  on: 'Eingeschaltet',
  off: 'Ausgeschaltet',
  switchOn: 'Einschalten',
  switchOff: 'Ausschalten',
  markCompliant: 'Als konform kennzeichnen',
  markNotCompliant: 'Als nicht konform kennzeichnen',
  remove: 'Entfernen',
  removeTitle: (values) => `„${values.name}“ entfernen?`,
  removeLead: 'Regeln, die ein konformes Gerät verlangen, lassen es nicht mehr zu.',
  none: 'Noch kein Gerät',
  noneLead: 'Ihre Geräteverwaltung trägt sie über die Schnittstelle ein.',
}
