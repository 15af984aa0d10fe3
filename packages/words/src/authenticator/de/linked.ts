import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator on the phone in German, about linked browsers and the keys that only they can use. */
export const linked: AuthenticatorWords['linked'] = {
  title: 'Verbundene Browser',
  none: 'Kein Browser ist verbunden',
  noneLead:
    'Wählen Sie in der Erweiterung Ihres Browsers am Computer „Ein anderes Gerät merken“ und scannen Sie den Code, den sie zeigt.',
  scan: 'Den Code scannen',
  listens:
    'Sie finden dieses Telefon, solange die App offen ist. Sonst bittet eine Benachrichtigung Sie, sie zu öffnen.',
  unlinkNamed: ({ name }) => `${name} trennen`,
  unlinkTitle: ({ name }) => `${name} trennen?`,
  unlinkLead:
    'Er kann dieses Telefon nicht mehr fragen. Ein Schlüssel dieser App funktioniert nur mit verbundenen Browsern.',
  unlink: 'Trennen',
  unlinked: 'Der Browser wurde getrennt.',
  ask: {
    title: 'Einen Browser verbinden?',
    lead: ({ server }) =>
      `Fahren Sie nur fort, wenn Sie diesen Code selbst geöffnet haben, in Ihrem eigenen Browser, angemeldet bei ${server}.`,
    which: 'Für welches Konto?',
    goOn: 'Weiter',
    meeting: 'Sucht den Browser …',
    noAccountTitle: 'Ihr Konto ist noch nicht auf diesem Telefon',
    noAccount: 'Fügen Sie es zuerst hinzu und scannen Sie den Code dann noch einmal.',
    lockTitle: 'Wählen Sie zuerst eine App-Sperre',
    lock: 'Worum der Browser bitten darf, lässt Sie ein; deshalb muss die App gesperrt sein. Wählen Sie eine Sperre und kommen Sie dann zurück.',
    chooseLock: 'Eine App-Sperre wählen',
    digits: 'Sechs Ziffern',
    digitsLead: 'Geben Sie die Ziffern ein, die Ihr Browser jetzt zeigt',
    digitsNeeded: 'Geben Sie die sechs Ziffern ein.',
    link: 'Verbinden',
    done: 'Der Browser ist verbunden',
    doneLead: 'Wenn Sie sich dort anmelden, fragt er dieses Telefon.',
    failedTitle: 'Es wurde nichts verbunden',
    wrong: 'Das sind nicht die Ziffern, die der Browser zeigt. Beginnen Sie dort neu.',
    gone: 'Der Browser ist nicht mehr da. Lassen Sie ihn einen neuen Code zeigen.',
  },
  key: {
    badge: 'Schlüssel dieser App',
    create: 'Einen Schlüssel dieser App erstellen',
    lead: 'Er bleibt in dieser App, und nur die Browser, die Sie verbunden haben, können ihn benutzen. Für den eigenen Browser dieses Telefons brauchen Sie außerdem einen Passkey.',
    confirm: 'Bestätigen Sie mit dem, was die App öffnet.',
    creating: 'Ihre Organisation sieht ihn sich an …',
    done: 'Schlüssel registriert',
    doneLead:
      'Ihr verbundener Browser fragt ab jetzt danach. Halten Sie die App offen, wenn Sie sich dort anmelden.',
    exists: 'Diese App hat schon einen Schlüssel für dieses Konto',
    existsLead: 'Einer genügt: Jeder verbundene Browser kann ihn benutzen.',
    name: ({ device }) => `Authenticator auf ${device}`,
    removeLead:
      'Er wird hier und bei Ihrer Organisation gelöscht, beides auf einmal. Sie können sich damit nicht mehr anmelden.',
    useless: 'Kein Browser ist verbunden, also kann ihn nichts benutzen.',
  },
  call: {
    lead: ({ name }) => `${name} fragt. Fahren Sie nur fort, wenn Sie sich gerade dort anmelden.`,
    site: 'Website',
    account: 'Konto',
    which: 'Welches Konto?',
    agree: 'Anmelden',
    deny: 'Nein, das bin ich nicht',
    done: 'Angemeldet',
    doneLead: 'Auf dem anderen Bildschirm geht es von selbst weiter.',
  },
}
