import type { CentreWords } from '../english.ts'

export const home: CentreWords['home'] = {
  title: 'Start',
  counted: ({ time }) => `Gezählt ${time}.`,
  attention: {
    title: 'Was Aufmerksamkeit braucht',
    nothing: 'Nichts braucht Ihre Aufmerksamkeit',
    nothingLead: 'Die Schlüsselmodelle sind in Ordnung, nichts läuft bald ab, und niemand wartet.',
    look: 'Ansehen',
    now: 'Jetzt',
    soon: 'Bald',
    badModel: ({ name }) => `Mit ${name} stimmt etwas nicht`,
    badModelAbout: ({ count, statuses }) =>
      `${count === 1 ? '1 Person hat' : `${count} Personen haben`} einen Passkey dieses Modells. Die Metadaten sagen: ${statuses}.`,
    onlyPhishable: ({ count }) =>
      count === 1
        ? '1 Person hat nichts, was Phishing standhält'
        : `${count} Personen haben nichts, was Phishing standhält`,
    onlyPhishableAbout: 'Sie haben ein Passwort oder Codes und noch keinen Passkey.',
    passesInUse: ({ count }) =>
      count === 1 ? '1 Temporary Access Pass gilt' : `${count} Temporary Access Passes gelten`,
    passesAbout: ({ time }) => `Der nächste endet ${time}.`,
    requestsWaiting: ({ count }) =>
      count === 1 ? '1 Anfrage nach einem Pass wartet' : `${count} Anfragen nach einem Pass warten`,
    requestsAbout: ({ time }) => `Die älteste kam ${time}.`,
    wouldFail: ({ name }) => `„${name}“ würde Anmeldungen aufhalten, wäre die Regel an`,
    wouldFailAbout: ({ signIns, people }) =>
      `In den letzten 7 Tagen: ${signIns === 1 ? '1 Anmeldung' : `${signIns} Anmeldungen`} von ${people === 1 ? '1 Person' : `${people} Personen`}. Die Regel wird nur beobachtet.`,
    ends: {
      trustRoot: ({ name }) => `Das vertraute Zertifikat „${name}“ endet`,
      deviceCa: 'Das Zertifikat, auf dem der Latchkey Authenticator beruht, endet',
      serverCertificate: 'Das Zertifikat dieses Servers endet',
      metadata: 'Neue Metadaten über Schlüsselmodelle sind nicht gekommen',
    },
    endsAt: ({ time }) => `Endet ${time}.`,
    ended: ({ time }) => `Seit ${time}.`,
    streamFailing: ({ name }) => `Der Protokollstrom „${name}“ kommt nicht durch`,
    streamAbout: ({ time }) =>
      `Seit ${time}. Nichts geht verloren: Es wird gesendet, sobald der Empfänger wieder da ist.`,
    newerSystems: ({ systems }) => `Die Anleitung ist für ${systems} noch nicht geprüft`,
    newerSystemsAbout: ({ count }) =>
      `Bisher ${count === 1 ? 'ein Besuch' : `${count} Besuche`} von dort. Probieren Sie die Schritte aus und ändern Sie, was dort anders heißt.`,
    noEmergencyAccount: 'Es gibt kein Konto für Notfälle',
    noEmergencyAbout:
      'Geht eine Regel schief, käme niemand hinein, um sie zu richten. Halten Sie ein oder zwei, jedes mit einem Passkey.',
  },
  numbers: {
    title: 'Wie es läuft',
    lead: 'Die letzten 30 Tage.',
    people: 'Personen',
    share: 'Anmeldungen mit Passkey',
    ofSignIns: ({ count }) => `von ${count} Anmeldungen`,
    failures: 'Gescheiterte Anmeldungen',
    today: ({ count }) => `heute ${count}`,
    signIns: 'Anmeldungen',
    passkeySignIns: 'Mit Passkey',
    otherSignIns: 'Anders',
    peopleWithPasskey: 'Personen mit Passkey',
    everybody: 'Alle',
  },
  chart: {
    table: 'Als Tabelle zeigen',
    picture: 'Als Bild zeigen',
    day: 'Tag',
  },
}
