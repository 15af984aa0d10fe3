import type { CentreWords } from '../english.ts'

export const rolloutGuide: CentreWords['rolloutGuide'] = {
  title: 'Anleitung',
  lead: 'Eine Adresse für alle: Jeder liest die Schritte für das, was er in der Hand hat und was Ihre Regeln erlauben.',
  open: 'Anleitung öffnen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  newer: {
    title: ({ system, version }) => `${system} ${version} ist neuer als die Anleitung`,
    about: ({ count }) =>
      count === 1
        ? 'Bisher ein Besuch. Probieren Sie die Schritte dort aus und ändern Sie, was anders heißt.'
        : `Bisher ${count} Besuche. Probieren Sie die Schritte dort aus und ändern Sie, was anders heißt.`,
    dismiss: 'Ich habe es mir angesehen',
  },
  choose: {
    title: 'Wessen Anleitung?',
    lead: 'Spielen Sie sie für jedes Gerät und jeden durch. Ohne Gruppe sehen Sie, was Fremde sehen.',
    device: 'Gerät',
    devices: {
      iphone: 'iPhone',
      'iphone 17': 'iPhone mit iOS 17',
      ipad: 'iPad',
      samsung: 'Samsung Galaxy',
      pixel: 'Google Pixel',
      android: 'Anderes Android-Telefon',
      windows: 'Windows 11',
      'windows 10': 'Windows 10',
      mac: 'Mac',
      chromebook: 'Chromebook',
      linux: 'Linux',
    },
    account: 'Lage',
    accounts: {
      existing: 'Meldet sich heute schon an',
      firstDay: 'Erster Tag, mit einem Pass',
      newPhone: 'Neues Telefon',
    },
    language: 'Sprache',
    groups: 'In den Gruppen',
  },
  player: {
    title: ({ device }) => `Was jemand damit sieht: ${device}`,
    way: 'Wo der Passkey liegt',
    at: ({ step, of }) => `Schritt ${step} von ${of}`,
    back: 'Zurück',
    next: 'Weiter',
    first: 'Das ist der erste Schritt.',
    last: 'Das ist der letzte Schritt.',
    picture: ({ title }) => `Das Bild neben dem Schritt: ${title}`,
    noPicture: 'Dieser Schritt hat kein Bild.',
  },
  pilot: {
    title: ({ device }) => `Wie es der Pilotgruppe damit ging: ${device}`,
    lead: ({ people, notes }) =>
      `Ausprobiert von ${people === 1 ? 'einer Person' : `${people} Personen`}, ${notes === 1 ? 'eine Notiz' : `${notes} Notizen`}. Eine Notiz gilt einer Person: Hat sie mehrere Geräte, steht sie bei jedem.`,
    nobody: 'Aus der Pilotgruppe hat es mit diesem Gerät noch niemand ausprobiert.',
    noNote: 'Keine Notiz.',
    elsewhere: ({ notes }) =>
      `${notes === 1 ? 'Eine Notiz gilt' : `${notes} Notizen gelten`} Personen, die dieses Gerät nicht ausprobiert haben.`,
    open: 'Zur Pilotgruppe',
  },
  edit: {
    open: 'Diesen Schritt ändern',
    title: 'Diesen Schritt ändern',
    lead: 'So lesen ihn alle in Ihrer Organisation, die zu ihm kommen, in dieser Sprache.',
    heading: 'Überschrift',
    lines: 'Was zu tun ist',
    linesHint: 'Eine Anweisung je Zeile, höchstens acht.',
    hint: 'Was man dazu wissen muss',
    picture: 'Bild',
    choosePicture: 'Bild wählen',
    pictureHint: 'PNG, JPEG oder WebP, bis 1 MB. Es gilt sofort.',
    reset: 'Wieder unsere Worte und unser Bild',
    wasReset: 'Der Schritt ist wieder unserer.',
    incomplete: 'Er braucht eine Überschrift und mindestens eine Anweisung.',
    ownText: 'Ihre Worte',
    ownPicture: 'Ihr Bild',
  },
}
