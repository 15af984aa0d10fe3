import type { CentreWords } from '../english.ts'

export const lockOut: CentreWords['lockOut'] = {
  see: 'Ansehen, wen das betrifft',
  looking: 'Alle werden angesehen …',
  title: (values: { readonly count: number }) =>
    values.count === 1 ? 'Das würde eine Person aussperren' : `Das würde ${values.count} Personen aussperren`,
  titleNobody: 'Niemand würde ausgesperrt',
  titleLast: 'Niemand könnte mehr verwalten',
  lead: 'Heute können sie sich anmelden oder sich selbst helfen. Nach dieser Änderung könnten sie beides nicht mehr.',
  leadNobody: 'Wer sich heute anmelden kann, könnte es weiterhin oder könnte sich selbst helfen.',
  leadNothing: 'Das würde nichts ändern.',
  leadLast:
    'Nach dieser Änderung könnte kein globaler Administrator mehr das Admin Center öffnen. Das lässt sich nicht bestätigen, denn niemand könnte es rückgängig machen. Nehmen Sie einen Administrator aus, oder verlangen Sie etwas, das einer von ihnen hat.',
  listed: 'Personen nach dem, was aus ihnen wird',
  outcome: {
    satisfied: 'melden sich an wie bisher',
    canEnrol: 'können sich selbst helfen',
    needsHelpDesk: 'brauchen den Helpdesk',
    blocked: 'kommen gar nicht hinein',
  },
  reason: {
    passkey: 'Muss zuerst einen Passkey hinzufügen und kann das.',
    passkeyByPass: 'Muss zuerst einen Passkey hinzufügen und kann das mit dem vorhandenen Pass.',
    totp: 'Muss zuerst Einmalcodes einrichten und kann das.',
    totpByPass: 'Muss zuerst Einmalcodes einrichten und kann das mit dem vorhandenen Pass.',
    needsHelpDesk:
      'Hat nichts, was genügt, und kann es nicht allein hinzufügen: braucht einen Temporary Access Pass.',
    blocked: 'Nichts, was jemand geben könnte, würde genügen.',
  },
  because: (values: { readonly policies: string }) => `Im Weg: ${values.policies}`,
  becauseMethods: 'Im Weg: welche Anmeldemethoden erlaubt sind',
  where: (values: { readonly place: string }) => `Wo zuletzt angemeldet: ${values.place}`,
  more: (values: { readonly count: number }) => `Und ${values.count} weitere. In der Liste stehen alle.`,
  exportAll: 'Liste herunterladen (CSV)',
  exporting: 'Die Liste wird geschrieben …',
  csv: { name: 'Anzeigename', userName: 'Benutzername', outcome: 'Was aus ihnen wird', policies: 'Im Weg' },
  instead: {
    title: 'Was Sie stattdessen tun könnten',
    exclude: 'Nehmen Sie diese Personen mit einer Gruppe von der Regel aus, bis sie so weit sind.',
    watch: 'Erst nur beobachten: „nur berichten“ zeigt, wen es aufhalten würde, und hält niemanden auf.',
    passes: 'Stellen Sie vorher Temporary Access Passes aus, damit alle hinzufügen können, was sie brauchen.',
    watchNow: 'Als „nur berichten“ speichern',
  },
  loops: 'Diese Kombination führt nirgendwohin',
  acknowledge: (values: { readonly count: number }) =>
    values.count === 1
      ? 'Ich weiß, dass diese Person nicht hineinkommt, und helfe ihr'
      : `Ich weiß, dass diese ${values.count} Personen nicht hineinkommen, und helfe ihnen`,
  type: (values: { readonly count: number }) =>
    `Geben Sie die Zahl der Personen ein (${values.count}), um fortzufahren`,
  typeWrong: 'Das ist nicht die Zahl der Personen.',
  goOn: 'Speichern und aussperren',
  changed: 'Inzwischen hat sich die Liste geändert: Das sind die Personen jetzt.',
}
