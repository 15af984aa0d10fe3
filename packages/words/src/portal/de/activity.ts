import type { PortalWords } from '../english.ts'

/** Security info, about recent activity. */
export const activity: PortalWords['activity'] = {
  title: 'Letzte Aktivitäten',
  lead: 'Sehen Sie sie ab und zu durch. War etwas nicht von Ihnen, sagen Sie es: Wir handeln sofort.',
  label: 'Was gezeigt wird',
  signIns: 'Anmeldungen',
  changes: 'Änderungen',
  outcomes: { success: 'Angemeldet', failure: 'Hat nicht geklappt', interrupted: 'Nicht beendet' },
  methods: {
    passkey: 'Passkey',
    temporaryAccessPass: 'Temporary Access Pass',
    password: 'Passwort',
    totp: 'Einmalcode',
  },
  toApp: ({ app }) => `bei ${app}`,
  by: {
    you: 'von Ihnen',
    administrator: 'von der Administration',
    system: 'von außen, ohne Anmeldung',
    app: 'von einer App',
    operator: 'vom Betrieb des Servers',
  },
  here: 'Diese Sitzung',
  said: 'Von Ihnen gemeldet',
  none: 'Noch nichts',
  noneLead: 'Was mit Ihrem Konto geschieht, steht dann hier.',
  notMe: 'Das war ich nicht',
  notMeNamed: ({ what }) => `Das war ich nicht: ${what}`,
  ask: {
    title: 'War das nicht von Ihnen?',
    lead: 'Dann tun wir jetzt Folgendes:',
    sessions: 'Wer anderswo in Ihrem Namen angemeldet ist, wird abgemeldet.',
    method: 'Die benutzte Anmeldemethode wird entfernt, sofern Sie sie nicht gerade selbst benutzen.',
    pass: 'Ein offener Temporary Access Pass gilt nicht mehr.',
    helpDesk: 'Ihr Helpdesk erfährt davon und ruft Sie vielleicht an.',
    yes: 'Das war ich nicht',
    no: 'Ich war es doch',
  },
  done: {
    title: 'Wir haben gehandelt',
    ended: ({ count }) => `Andere Sitzungen beendet: ${count}.`,
    nobody: 'Sonst war niemand angemeldet.',
    passRemoved: 'Der offene Pass gilt nicht mehr.',
    helpDesk: 'Ihr Helpdesk weiß Bescheid.',
    removed: 'Die benutzte Anmeldemethode ist weg.',
    signedInWithIt:
      'Sie sind gerade mit eben diesem Passkey angemeldet, deshalb bleibt er. Wenn jemand eine Kopie davon haben könnte, fügen Sie einen anderen hinzu und löschen Sie diesen.',
    lastMethod:
      'Es ist Ihre einzige Anmeldemethode, deshalb bleibt sie vorerst. Fügen Sie eine andere hinzu und löschen Sie dann diese.',
    needsProof:
      'Eines bleibt: die benutzte Anmeldemethode. Bestätigen Sie, dass Sie es sind, dann entfernen wir sie.',
    removeNow: 'Bestätigen und entfernen',
    passwordKnown: 'Jemand anderes kennt Ihr Passwort. Ändern Sie es jetzt, überall, wo Sie es benutzen.',
    changePassword: 'Passwort ändern',
    addPasskey: 'Passkey hinzufügen',
    look: 'Anmeldemethoden ansehen',
    signedOut: 'Auch hier sind Sie abgemeldet. Melden Sie sich neu an, um Ihr Konto anzusehen.',
    signIn: 'Anmelden',
    close: 'Fertig',
  },
}
