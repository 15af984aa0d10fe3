import type { CentreWords } from '../english.ts'

export const groups: CentreWords['groups'] = {
  title: 'Gruppen',
  lead: 'Personen, die Regeln und Apps gemeinsam nennen können.',
  add: 'Gruppe anlegen',
  search: 'Gruppe suchen',
  name: 'Name',
  description: 'Beschreibung',
  created: 'Angelegt',
  none: 'Noch keine Gruppe',
  noneLead: 'Mit Gruppen gilt eine Regel oder App für viele auf einmal.',
  back: 'Alle Gruppen',
  members: 'Mitglieder',
  noMembers: 'Noch niemand ist darin.',
  addMembers: 'Personen hinzufügen',
  whom: 'Wen hinzufügen',
  takeOut: 'Herausnehmen',
  remove: 'Gruppe entfernen',
  removeTitle: (values) => `Die Gruppe „${values.name}“ entfernen?`,
  removeLead:
    'Die Personen bleiben. Regeln und Apps, die die Gruppe nennen, erreichen sie darüber nicht mehr.',
  removed: 'Die Gruppe ist entfernt.',
  open: 'In der Personenliste zeigen',
}
