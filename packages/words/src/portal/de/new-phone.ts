import type { PortalWords } from '../english.ts'

/** Security info, about a new phone. */
export const newPhone: PortalWords['newPhone'] = {
  title: 'Neues Telefon',
  lead: 'Passkeys, die nur auf einem Telefon liegen, ziehen nicht von selbst um. Wählen Sie, was passt, und folgen Sie den Schritten.',
  question: 'Was ist mit dem alten Telefon?',
  situations: {
    atHand: { label: 'Ich habe es noch', about: 'Es funktioniert, und das neue ist auch da.' },
    gone: { label: 'Es ist weg', about: 'Verloren, gestohlen oder kaputt.' },
    wiped: { label: 'Es wurde gelöscht', about: 'Zurückgesetzt, verkauft oder zurückgegeben.' },
  },
  stepsLabel: 'Schritte',
  steps: {
    keepOld: {
      title: 'Behalten Sie das alte Telefon bis zum Schluss',
      about: 'Setzen Sie es noch nicht zurück. Es ist Ihr Weg hinein.',
    },
    addWithOld: {
      title: 'Fügen Sie auf dem neuen Telefon einen Passkey hinzu',
      about: 'Bestätigen Sie mit dem alten Telefon, wenn Sie gefragt werden. Es dauert eine Minute.',
    },
    tryNew: {
      title: 'Melden Sie sich einmal mit dem neuen Telefon an',
      about: 'So wissen Sie, dass es geht, bevor das alte weg ist.',
    },
    removeOld: {
      title: 'Löschen Sie hier den Passkey des alten Telefons',
      about: 'Dann kann sich niemand mehr damit anmelden, wer auch immer das Telefon hat.',
    },
    endSessions: {
      title: 'Beenden Sie, was noch angemeldet ist',
      about:
        'Vielleicht hat jemand das Telefon. Beenden Sie seine Sitzungen, oder melden Sie sich überall ab.',
    },
    restoreSynced: {
      title: 'Spielen Sie Ihre Sicherung auf das neue Telefon',
      about:
        'Synchronisierte Passkeys kommen mit dem Konto des Telefons zurück. Die von nur einem Gerät nicht.',
    },
    useOther: {
      title: 'Melden Sie sich anders an',
      about: 'Sie haben einen weiteren Passkey, der nicht auf dem Telefon ist. Nehmen Sie den.',
    },
    askForPass: {
      title: 'Fragen Sie einen Temporary Access Pass an',
      about: 'Ihr Helpdesk prüft, dass Sie es sind, und sagt Ihnen einen Pass, am Telefon oder persönlich.',
    },
    callHelpDesk: {
      title: 'Rufen Sie Ihren Helpdesk an',
      about: 'Er prüft, dass Sie es sind, und gibt Ihnen einen Temporary Access Pass.',
    },
    signInWithPass: {
      title: 'Melden Sie sich mit dem Pass an',
      about: 'Wählen Sie „Auf andere Weise anmelden“ und dann „Temporary Access Pass“.',
    },
    addNew: {
      title: 'Fügen Sie auf dem neuen Telefon einen Passkey hinzu',
      about: 'Tun Sie es im selben Besuch: Der Pass gilt nicht lange.',
    },
    addSecond: {
      title: 'Fügen Sie einen zweiten hinzu, fürs nächste Mal',
      about: 'Auf einem Computer oder Sicherheitsschlüssel: Dann ist ein verlorenes Telefon kein Problem.',
    },
  },
  places: {
    add: 'Anmeldemethode hinzufügen',
    methods: 'Ihre Anmeldemethoden',
    sessions: 'Wo Sie angemeldet sind',
    requestPass: 'Pass anfragen',
  },
  helpDesk: 'Ihr Helpdesk',
  manager: ({ name }) => `Ihre Führungskraft, ${name}, wird vielleicht nach Ihnen gefragt.`,
}
