import type { Words } from '../../words.ts'

/** Words that more than one page says. */
export const commonWords: Words['common'] = {
  productName: 'Latchkey',
  next: 'Weiter',
  back: 'Zurück',
  cancel: 'Abbrechen',
  startAgain: 'Neu beginnen',
  notNow: 'Nicht jetzt',
  tooOld: ({ system, version, least }) =>
    `Dieses Gerät hat ${system} ${version}; um einen Passkey zu speichern, braucht es ${system} ${least} oder neuer. Aktualisieren Sie es, oder nehmen Sie ein neueres Telefon oder einen Sicherheitsschlüssel.`,
  done: 'Fertig',
  yes: 'Ja',
  no: 'Nein',
  copy: 'Kopieren',
  copied: 'Kopiert',
  correlationId: 'Referenz',
  moreHelp: 'Hilfe zu dieser Meldung',
  working: 'Einen Moment …',
  helpDesk: 'Helpdesk',
  scriptNeeded:
    'Die Anmeldung braucht JavaScript, weil Passkeys es brauchen. Bitte schalten Sie es für diese Website ein und laden Sie die Seite neu.',
  whoCanFix: {
    you: 'Das können Sie selbst beheben.',
    helpDesk: 'Das kann Ihr Helpdesk beheben.',
    administrator: 'Das kann die Administration Ihrer Organisation beheben.',
    operator: 'Das kann beheben, wer diesen Server betreibt.',
  },
  tryAgainIn: ({ minutes }) =>
    minutes <= 1
      ? 'In einer Minute können Sie es wieder versuchen.'
      : `In ${minutes} Minuten können Sie es wieder versuchen.`,
}
