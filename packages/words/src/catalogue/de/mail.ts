import type { Words } from '../../words.ts'
import type { MailValues } from '../mail.ts'

const named = ({ name }: MailValues): string => (name === undefined ? '' : ` „${name}“`)
const who = ({ by }: MailValues): string => (by === undefined ? '' : ` von ${by}`)
const at = ({ organisation }: MailValues): string =>
  organisation === undefined ? '' : ` bei ${organisation}`

const deleteIt =
  'öffnen Sie die Sicherheitsinformationen, löschen Sie den Passkey und wählen Sie „Überall abmelden“. Sagen Sie danach Ihrem Helpdesk Bescheid.'
const tellHelpDesk =
  'sagen Sie sofort Ihrem Helpdesk Bescheid und wählen Sie in den Sicherheitsinformationen „Überall abmelden“.'

const emergencyAccounts =
  'Sie bekommen diese Nachricht, weil Sie die Organisation verwalten. Alle, die das tun, bekommen sie jedes Mal.'

// After the comma of the greeting, German goes on with a small letter.
const templates: Words['mail']['templates'] = {
  passkey_added: {
    subject: () => 'Ihrem Konto wurde ein Passkey hinzugefügt',
    what: (values) => `der Passkey${named(values)} wurde${who(values)} Ihrem Konto${at(values)} hinzugefügt.`,
    ifNotYou: deleteIt,
  },
  first_passkey_with_password: {
    subject: () => 'Bitte prüfen: erster Passkey, nur mit Ihrem Passwort hinzugefügt',
    what: (values) =>
      `jemand hat sich in Ihrem Konto${at(values)} mit Ihrem Passwort und sonst nichts angemeldet und den Passkey${named(values)} hinzugefügt. Von nun an kann man sich mit diesem Passkey in Ihrem Namen anmelden. Wir schreiben Ihnen das, weil ein Passwort gestohlen werden kann.`,
    ifNotYou:
      'handeln Sie sofort: Öffnen Sie die Sicherheitsinformationen, löschen Sie den Passkey und wählen Sie „Überall abmelden“. Sagen Sie danach Ihrem Helpdesk Bescheid und lassen Sie auch Ihr Passwort ändern.',
  },
  passkey_removed: {
    subject: () => 'Aus Ihrem Konto wurde ein Passkey entfernt',
    what: (values) =>
      `der Passkey${named(values)} wurde${who(values)} aus Ihrem Konto${at(values)} entfernt. Mit ihm kann sich niemand mehr anmelden. Auf dem Gerät, auf dem er erstellt wurde, ist er vielleicht noch zu sehen. Dort können Sie ihn löschen.`,
    ifNotYou: tellHelpDesk,
  },
  pass_issued: {
    subject: () => 'Für Ihr Konto wurde ein Temporary Access Pass ausgestellt',
    what: (values) =>
      `für Ihr Konto${at(values)} wurde${who(values)} ein Temporary Access Pass ausgestellt. Sie bekommen ihn von der Person, die ihn ausgestellt hat, niemals per E-Mail.${passTimes(values)}`,
    ifNotYou:
      'sagen Sie sofort Ihrem Helpdesk Bescheid: Wer den Pass hat, kann sich in Ihrem Namen anmelden.',
  },
  pass_used: {
    subject: () => 'Für Ihr Konto wurde ein Temporary Access Pass benutzt',
    what: (values) =>
      `jemand hat sich in Ihrem Konto${at(values)} mit einem Temporary Access Pass angemeldet.`,
    ifNotYou: tellHelpDesk,
  },
  pass_removed: {
    subject: () => 'Ein Temporary Access Pass für Ihr Konto wurde entfernt',
    what: (values) =>
      `der Temporary Access Pass für Ihr Konto${at(values)} wurde${who(values)} entfernt. Wer damit angemeldet war, ist abgemeldet.`,
    ifNotYou: tellHelpDesk,
  },
  totp_added: {
    subject: () => 'Ihrem Konto wurden Einmalcodes hinzugefügt',
    what: (values) =>
      `eine App für Einmalcodes${named(values)} wurde${who(values)} Ihrem Konto${at(values)} hinzugefügt.`,
    ifNotYou:
      'öffnen Sie die Sicherheitsinformationen, entfernen Sie die Codes und wählen Sie „Überall abmelden“. Sagen Sie danach Ihrem Helpdesk Bescheid.',
  },
  totp_removed: {
    subject: () => 'Aus Ihrem Konto wurden Einmalcodes entfernt',
    what: (values) =>
      `die App für Einmalcodes${named(values)} wurde${who(values)} aus Ihrem Konto${at(values)} entfernt.`,
    ifNotYou: tellHelpDesk,
  },
  password_changed: {
    subject: () => 'Das Passwort Ihres Kontos wurde geändert',
    what: (values) => `das Passwort Ihres Kontos${at(values)} wurde${who(values)} geändert.`,
    ifNotYou: tellHelpDesk,
  },
  sessions_revoked: {
    subject: () => 'Sie wurden überall abgemeldet',
    what: (values) =>
      `alle Sitzungen Ihres Kontos${at(values)} wurden${who(values)} beendet, auf jedem Gerät. Melden Sie sich dort neu an, wo Sie es brauchen.`,
    ifNotYou: 'sagen Sie Ihrem Helpdesk Bescheid. Die beendeten Sitzungen kann niemand mehr benutzen.',
  },
  authenticator_status_changed: {
    subject: () => 'Ein Passkey-Modell in Gebrauch wurde als fehlerhaft gemeldet',
    what: (values) =>
      `die FIDO-Metadaten melden jetzt ${values.statuses ?? 'ein Problem'} für das Modell${named(values)}.${inUse(values)}`,
    whatToDo:
      'Sie bekommen diese Nachricht, weil Sie die Anmeldung verwalten. Lesen Sie, was der Hersteller dazu sagt, und entscheiden Sie in der Verwaltung, ob diese Passkeys weiter allein genügen, einen zweiten Nachweis brauchen oder abgelehnt werden.',
  },
  break_glass_changed: {
    subject: () => 'Die Notfallkonten wurden geändert',
    what: (values) =>
      values.marked === 'yes'
        ? `das Konto${named(values)} wurde${who(values)} zum Notfallkonto gemacht: Die Regeln der Organisation gelten dafür nicht, und nur seine Passkeys öffnen es.`
        : `das Konto${named(values)} wurde${who(values)} wieder zu einem gewöhnlichen Konto gemacht. Es ist kein Notfallkonto mehr.`,
    whatToDo: emergencyAccounts,
  },
  break_glass_used: {
    subject: () => 'Ein Notfallkonto wurde benutzt',
    what: (values) => `jemand hat sich mit dem Notfallkonto${named(values)} angemeldet.`,
    whatToDo: `${emergencyAccounts} Wenn es niemand war, den Sie kennen, schalten Sie das Konto sofort aus.`,
  },
  break_glass_unproven: {
    subject: () => 'Ein Notfallkonto wurde lange nicht erprobt',
    what: (values) =>
      `kein Passkey des Notfallkontos${named(values)} wurde in den letzten ${values.days ?? '90'} Tagen benutzt.`,
    whatToDo: `${emergencyAccounts} Melden Sie sich einmal damit an, damit Sie wissen, dass es am Tag der Not funktioniert.`,
  },
}

function inUse({ passkeys, organisation }: MailValues): string {
  if (passkeys === undefined) return ''
  return ` Passkeys dieses Modells bei ${organisation ?? 'Ihrer Organisation'}: ${passkeys}.`
}

function passTimes({ startsAt, expiresAt }: MailValues): string {
  if (expiresAt === undefined) return ''
  return startsAt === undefined
    ? ` Er gilt bis zum ${expiresAt}.`
    : ` Er gilt vom ${startsAt} bis zum ${expiresAt}.`
}

/** The mails we send. */
export const mailWords: Words['mail'] = {
  greeting: ({ person }) => (person === undefined ? 'Guten Tag,' : `Guten Tag ${person},`),
  time: (time) => `Wann: ${time}`,
  device: (device) => `Womit: ${device}`,
  ipAddress: (ipAddress) => `Von wo: Netzwerkadresse ${ipAddress}`,
  ifYou: 'Wenn Sie das waren oder es erwartet haben, brauchen Sie nichts zu tun.',
  ifNotYou: (what) => `Wenn nicht, ${what}`,
  url: (url) => `Sicherheitsinformationen: ${url}`,
  helpDesk: (helpDesk) => `Helpdesk: ${helpDesk}`,
  footer:
    'Sie bekommen diese Nachricht, weil sich an der Anmeldung in Ihrem Konto etwas geändert hat. Unsere Nachrichten fragen nie nach einem Passwort oder einem Code.',
  templates,
}
