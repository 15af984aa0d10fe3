import type { CampaignWords } from './english.ts'

const byVersion = (system: string, version: string | undefined) =>
  version === undefined ? '' : `, ab ${system} ${version}`

export const german: CampaignWords = {
  language: 'de',
  mails: {
    'T-60': {
      subject: 'Ab {day} wird die Anmeldung bei {organisation} einfacher',
      intro:
        'Am {day} ändert sich für Sie die Anmeldung bei {organisation}: Ein Passkey tritt an die Stelle Ihres Passworts. Ein Passkey ist Ihr Fingerabdruck, Ihr Gesicht oder die PIN Ihres eigenen Geräts. Niemand kann ihn erraten, und niemand kann ihn Ihnen abschwatzen.\n\nHeute ist nichts zu tun. Wenn Sie wissen möchten, wie das auf Ihrem Gerät aussieht, zeigt es Ihnen die Seite unten.',
    },
    'T-45': {
      subject: 'Ist Ihr Gerät bereit für den {day}?',
      intro:
        'Ab dem {day} melden Sie sich bei {organisation} mit einem Passkey an. Die meisten Geräte sind dafür bereit. Manche brauchen vorher ein Update, und das erledigt man besser jetzt als am Tag selbst.\n\nÖffnen Sie die Seite unten auf jedem Gerät, mit dem Sie arbeiten. Sie sagt Ihnen, ob dort etwas zu tun ist.',
    },
    'T-30': {
      subject: 'In {days} Tagen: was ein Passkey ist und was sich für Sie ändert',
      intro:
        'Am {day} sind Sie bei {organisation} an der Reihe. Für die Anmeldung genügt dann eine Berührung oder ein Blick: Ihr Gerät fragt nach Finger, Gesicht oder PIN, und Sie sind drin. Ohne Passwort und ohne Code zum Abtippen.\n\nIhr Fingerabdruck und Ihr Gesicht verlassen Ihr Gerät nie. {organisation} bekommt sie nicht zu sehen.',
    },
    'T-15': {
      subject: 'Was Sie am {day} brauchen',
      intro:
        'In {days} Tagen richten Sie bei {organisation} Ihren Passkey ein. Das dauert etwa zwei Minuten, wenn dies bereitliegt: das Gerät, mit dem Sie arbeiten, Ihr Telefon und die Art, wie Sie sich heute anmelden.\n\nBitte sorgen Sie dafür, dass beide mit Fingerabdruck, Gesicht oder PIN gesperrt sind und dass ihre Updates installiert sind.',
    },
    'T-7': {
      subject: 'In {days} Tagen sind Sie an der Reihe: Ihr Passkey bei {organisation}',
      intro:
        'Am {day} richten Sie bei {organisation} Ihren Passkey ein; Zeit dafür haben Sie bis zum {deadline}. Die Seite unten führt Sie Schritt für Schritt und kennt Ihr Gerät.\n\nWenn Ihr Telefon neu, alt oder geliehen ist, sehen Sie sich die Seite bitte heute schon an.',
    },
    'T-1': {
      subject: 'Morgen: Ihr Passkey bei {organisation}',
      intro:
        'Morgen können Sie Ihren Passkey einrichten. Halten Sie Ihr Telefon bereit und nehmen Sie sich zwei Minuten Zeit.\n\nDie Seite unten führt Sie Schritt für Schritt. Zeit dafür haben Sie bis zum {deadline}.',
    },
    'T+0': {
      subject: 'Sie sind an der Reihe: Richten Sie Ihren Passkey ein',
      intro:
        'Sie können jetzt bei {organisation} Ihren Passkey einrichten. Das dauert etwa zwei Minuten. Öffnen Sie die Seite unten auf dem Gerät, mit dem Sie arbeiten: Sie führt Sie Schritt für Schritt.\n\nBitte erledigen Sie es bis zum {deadline}.',
    },
    'T+3': {
      subject: 'Ihr Passkey fehlt noch',
      intro:
        'Sie haben bei {organisation} noch keinen Passkey. Ihn einzurichten dauert etwa zwei Minuten, und die Zeit dafür endet am {deadline}.\n\nHat etwas nicht geklappt? Die Seite unten weiß, woran es auf welchem Gerät hakt, und kennt den Ausweg.',
    },
    'T+7': {
      subject: 'Zur Erinnerung: Ihr Passkey bei {organisation}',
      intro:
        'Die meisten in Ihrem Kollegium haben ihren Passkey schon; Ihrer fehlt noch. Die Zeit dafür endet am {deadline}.\n\nWenn Sie es versucht haben und nicht weiterkamen, öffnen Sie bitte noch einmal die Seite unten, oder rufen Sie den Helpdesk an: Dort richtet man ihn mit Ihnen zusammen ein.',
    },
    'T+14': {
      subject: 'Die letzte Erinnerung: Ihr Passkey bei {organisation}',
      intro:
        'Sie haben bei {organisation} noch immer keinen Passkey. Bald geht die Anmeldung nicht mehr ohne; nehmen Sie sich bitte heute die zwei Minuten.\n\nWenn Sie kein Gerät haben, das einen Passkey aufbewahren kann, sagen Sie es dem Helpdesk: Dafür gibt es Sicherheitsschlüssel.',
    },
    thanks: {
      subject: 'Danke: Ihr Passkey funktioniert',
      intro:
        'Sie haben sich bei {organisation} zum ersten Mal mit Ihrem Passkey angemeldet. Mehr braucht es von nun an nicht.\n\nEines ist die Minute noch wert: ein zweiter Passkey, auf einem anderen Gerät oder auf einem Sicherheitsschlüssel, für den Tag, an dem der erste verloren geht. Die Seite unten zeigt, wie das geht.',
    },
  },
  closing:
    'Niemand wird Sie je per Mail oder am Telefon nach einem Code oder einem Passkey fragen. Wenn etwas unklar ist, hilft Ihnen der Helpdesk gern.',
  greeting: ({ person }) => `Guten Tag ${person},`,
  hasPasskey:
    'Sie haben schon einen Passkey, der funktioniert; Sie müssen also nichts tun. Ein zweiter auf einem anderen Gerät ist eine gute Idee.',
  guide: 'Ihre Anleitung, Schritt für Schritt',
  ways: 'Was Sie verwenden können',
  recommended: ({ way }) => `${way} (empfohlen)`,
  way: {
    provider: ({ name }) => name,
    phone: ({ name, system, version }) =>
      `${name} auf ${system}${version === undefined ? '' : `, ab Version ${version}`}`,
    iphone: ({ version }) => `Ihr iPhone oder iPad (iCloud-Schlüsselbund)${byVersion('iOS', version)}`,
    mac: ({ version }) => `Ihr Mac (iCloud-Schlüsselbund)${byVersion('macOS', version)}`,
    android: ({ version }) => `Ihr Android-Telefon (Google Passwortmanager)${byVersion('Android', version)}`,
    samsung: ({ version }) => `Ihr Samsung-Telefon (Samsung Pass)${byVersion('Android', version)}`,
    windows: ({ version }) => `Ihr Windows-Computer (Windows Hello)${byVersion('Windows', version)}`,
    securityKey: 'Ein Sicherheitsschlüssel, per USB oder ans Telefon gehalten',
  },
  helpDesk: ({ helpDesk }) => `Helpdesk: ${helpDesk}`,
  why: ({ organisation, day }) =>
    `Warum bekomme ich das? ${organisation} stellt auf Passkeys um, und Ihre Gruppe ist am ${day} an der Reihe. Der Link in dieser Mail sagt uns, dass ihm jemand gefolgt ist. Allen anderen verrät er nichts über Sie.`,
  poster: {
    title: 'Schluss mit Passwörtern',
    lead: ({ organisation }) => `${organisation} stellt auf Passkeys um.`,
    steps: [
      'Richten Sie die Kamera Ihres Telefons hierher',
      'Wählen Sie Ihr Gerät',
      'Folgen Sie den Schritten: Es dauert etwa zwei Minuten',
    ],
    type: ({ address }) => `Oder öffnen Sie ${address}`,
    qr: 'QR-Code, der zur Anleitung führt',
    never: 'Niemand wird Sie je am Telefon nach einem Code oder einem Passkey fragen.',
  },
}
