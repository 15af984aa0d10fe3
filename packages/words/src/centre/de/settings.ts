import type { CentreWords } from '../english.ts'

export const settings: CentreWords['settings'] = {
  title: 'Einstellungen',
  lead: 'Was überall in Ihrer Organisation gilt, neben den Regeln.',
  saveAll: 'Änderungen speichern',
  organisation: {
    title: 'Ihre Organisation',
    name: 'Name',
    nameHint: 'Er steht auf jeder Seite und in jeder Mail.',
    nameRequired: 'Die Organisation braucht einen Namen.',
  },
  helpDesk: {
    title: 'Helpdesk',
    lead: 'Steht überall dort, wo man nicht weiterkommt, und in Mails.',
    text: 'Satz',
    textHint: 'Zum Beispiel: Durchwahl 4711, werktags von 8 bis 18 Uhr',
    mail: 'Mailadresse',
    phone: 'Telefon',
    url: 'Webseite',
    urlHint: 'Beginnt mit https://',
    wrong: {
      mail: 'Das ist keine Mailadresse.',
      phone: 'Das ist keine Telefonnummer.',
      url: 'Die Adresse muss mit https:// beginnen.',
    },
  },
  signIn: {
    title: 'Jede Anmeldung',
    lead: 'Was jede App mindestens braucht. Regeln und Apps können mehr verlangen, nie weniger.',
    least: 'Geringste Stärke',
    strengths: {
      singleFactor: { name: 'Egal womit', about: 'Ein Passwort allein genügt. Höchstens für eine Weile.' },
      multiFactor: { name: 'Zwei Faktoren', about: 'Ein Passkey, oder ein Passwort und ein Einmalcode.' },
      passwordless: { name: 'Kein Passwort', about: 'Ein Passkey oder ein anderer Weg ohne Passwort.' },
      phishingResistant: { name: 'Nur Passkeys', about: 'Was sich niemand abschwatzen lassen kann.' },
    },
    firstPasskey: 'Wer nur ein Passwort hat, darf damit den ersten Passkey hinzufügen',
    firstPasskeyHint:
      'Wer das Passwort kennt, könnte schneller sein. Jedes Mal wird gemailt und aufgeschrieben.',
    counter: 'Wenn der Zähler eines Passkeys nicht wächst',
    counterHint: 'So sieht ein kopierter Schlüssel aus, aber auch eine zurückgespielte Sicherung.',
    counters: { record: 'Aufschreiben', refuse: 'Anmeldung ablehnen' },
  },
  sessions: {
    title: 'Wie lange man angemeldet bleibt',
    lead: 'Regeln können öfter nach einer Anmeldung fragen.',
    hours: 'Stunden, wenn man nicht angemeldet bleiben wollte',
    days: 'Tage, wenn man angemeldet bleiben wollte',
    hoursWrong: 'Zwischen 1 und 168 Stunden.',
    daysWrong: 'Zwischen 1 und 365 Tagen.',
    offer: 'Fragen, ob man angemeldet bleiben will',
  },
  passes: {
    title: 'Anfragen nach Pässen',
    lead: 'Ob man um einen Pass bitten darf, wenn man sich nicht anmelden kann, und wer entscheidet.',
    link: 'Bei den Anfragen einstellen',
  },
}
