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
  device_registered: {
    subject: () => 'Für Ihr Konto wurde ein Gerät registriert',
    what: (values) =>
      `das Gerät${named(values)} wurde${who(values)} für Ihr Konto${at(values)} registriert. Der Latchkey Authenticator darauf kann Passkeys aufbewahren, mit denen man sich als Sie anmeldet.`,
    ifNotYou:
      'entfernen Sie das Gerät in den Sicherheitsinformationen, wählen Sie dort „Überall abmelden“ und sagen Sie Ihrem Helpdesk Bescheid.',
  },
  device_revoked: {
    subject: () => 'Ein Gerät Ihres Kontos gilt nicht mehr',
    what: (values) =>
      `das Gerät${named(values)} Ihres Kontos${at(values)} wurde${who(values)} abgeschaltet oder entfernt. Mit Passkeys, die darauf erstellt wurden, kann sich niemand mehr anmelden.`,
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
  pass_requested: {
    subject: () => 'Für Ihr Konto wurde ein Temporary Access Pass angefragt',
    what: (values) =>
      `jemand hat für Ihr Konto${at(values)} einen Temporary Access Pass angefragt: einen Weg hinein, wenn sonst nichts geht. Ihr Helpdesk klärt, wer das war, bevor jemand einen bekommt.`,
    ifNotYou: 'stoppen Sie die Anfrage und sagen Sie Ihrem Helpdesk Bescheid.',
    link: 'Anfrage stoppen',
  },
  pass_request_waiting: {
    subject: () => 'Eine Anfrage nach einem Temporary Access Pass wartet',
    what: (values) =>
      `jemand, der sich als ${values.name ?? 'eine Person Ihrer Organisation'} ausgibt, hat einen Temporary Access Pass angefragt.`,
    whatToDo:
      'Klären Sie zuerst, wer es ist, auf einem Weg, den Sie selbst kennen: Rufen Sie unter der Nummer in Ihren Unterlagen zurück, nie unter der aus der Anfrage. Diese Nachricht kommt höchstens einmal in der Stunde; es können weitere Anfragen warten.',
    link: 'Anfragen',
  },
  pass_request_for_manager: {
    subject: ({ name = 'diese Person' }) => `Ist es wirklich ${name}?`,
    what: (values) =>
      `jemand, der sich als ${values.name ?? 'eine Person aus Ihrem Team'} ausgibt, kann sich nicht anmelden und hat einen Temporary Access Pass angefragt. Sie sind als Führungskraft eingetragen.`,
    whatToDo:
      'Sprechen Sie zuerst mit der Person, von Angesicht zu Angesicht oder unter einer Nummer, die Sie kennen. Antworten Sie dann.',
    link: 'Antworten',
  },
  pass_request_approved: {
    subject: () => 'Ein Temporary Access Pass für Ihr Konto wurde genehmigt',
    what: (values) =>
      `die Anfrage nach einem Temporary Access Pass für Ihr Konto${at(values)} wurde genehmigt.${passTimes(values)}`,
    ifNotYou:
      'stoppen Sie ihn sofort. Dann gilt der Pass nicht mehr, und wer ihn benutzt hat, wird abgemeldet.',
    link: 'Stoppen',
  },
  pass_request_refused: {
    subject: () => 'Ein Temporary Access Pass für Ihr Konto wurde abgelehnt',
    what: (values) =>
      `die Anfrage nach einem Temporary Access Pass für Ihr Konto${at(values)} wurde abgelehnt.`,
    whatToDo: 'Wenn Sie sich weiterhin nicht anmelden können, rufen Sie Ihren Helpdesk an.',
  },
  pass_request_stopped: {
    subject: () => 'Eine Anfrage nach einem Temporary Access Pass wurde gestoppt',
    what: (values) =>
      `${values.name ?? 'eine Person'} sagt, dass die Anfrage nach einem Temporary Access Pass nicht von ihr kam. Der Pass, falls es einen gab, gilt nicht mehr.`,
    whatToDo:
      'Vielleicht versucht jemand, in dieses Konto zu kommen. Sprechen Sie mit der Person, unter einer Nummer, die Sie kennen, und sehen Sie sich die Anfrage und das Anmeldeprotokoll an.',
    link: 'Anfragen',
  },
  pass_by_mail: {
    subject: () => 'Ihr Temporary Access Pass',
    what: (values) =>
      `Ihr Temporary Access Pass für Ihr Konto${at(values)}: ${values.pass ?? '…'}.${passTimes(values)}`,
    whatToDo:
      'Geben Sie ihn dort ein, wo Sie sich anmelden, und nirgends sonst. Niemand wird Sie danach fragen. Wenn Sie keinen Pass angefragt haben, sagen Sie sofort Ihrem Helpdesk Bescheid.',
  },
  sign_in_disowned: {
    subject: () => 'Sie haben gemeldet, dass etwas nicht von Ihnen war',
    what: (values) =>
      `Sie haben uns gesagt, dass eine Anmeldung in Ihrem Konto${at(values)} oder eine Änderung daran nicht von Ihnen war. Wer anderswo angemeldet war, ist abgemeldet, und Ihr Helpdesk weiß Bescheid.`,
    ifNotYou: tellHelpDesk,
  },
  sign_in_disowned_by: {
    subject: ({ name = 'Jemand' }) => `${name} meldet etwas, das nicht von ihr oder ihm war`,
    what: (values) =>
      `${values.name ?? 'eine Person'} sagt, dass eine Anmeldung im eigenen Konto oder eine Änderung daran von jemand anderem war. Die anderen Sitzungen wurden beendet.`,
    whatToDo:
      'Vielleicht hat jemand anderes einen Weg in dieses Konto. Sprechen Sie mit der Person, unter einer Nummer, die Sie kennen, und sehen Sie sich das Konto an.',
    link: 'Das Konto',
  },
  other_address_changed: {
    subject: () => 'Die weitere E-Mail-Adresse Ihres Kontos wurde geändert',
    what: (values) =>
      `die weitere E-Mail-Adresse Ihres Kontos${at(values)}, für den Fall, dass Sie sich nicht anmelden können, wurde${who(values)} geändert. Diese Nachricht geht an alle beteiligten Adressen, auch an die bisherige.`,
    ifNotYou: tellHelpDesk,
  },
  device_linked: {
    subject: () => 'Ein Browser und ein Gerät kennen einander',
    what: (values) =>
      `ein Browser von Ihnen und das Gerät${named(values)} können jetzt zusammen für die Anmeldung an Ihrem Konto${at(values)} verwendet werden.`,
    ifNotYou:
      'öffnen Sie die Sicherheitsinformationen, entfernen Sie die Verknüpfung unter „Ihre Geräte“ und wählen Sie „Überall abmelden“. Sagen Sie danach Ihrem Helpdesk Bescheid.',
  },
  device_link_removed: {
    subject: () => 'Zwei Geräte kennen einander nicht mehr',
    what: (values) =>
      `das Gerät${named(values)} ist für Ihr Konto${at(values)} nicht mehr mit einem Browser verknüpft${who(values)}.`,
    ifNotYou:
      'öffnen Sie die Sicherheitsinformationen, sehen Sie Ihre Geräte durch und wählen Sie „Überall abmelden“. Sagen Sie danach Ihrem Helpdesk Bescheid.',
  },
  approvals_set_up: {
    subject: () => 'Ein Gerät kann Ihre Anmeldungen bestätigen',
    what: (values) =>
      `das Gerät${named(values)} kann jetzt Anmeldungen an Ihrem Konto${at(values)} bestätigen.`,
    ifNotYou:
      'öffnen Sie die Sicherheitsinformationen, entfernen Sie die Authenticator-App und wählen Sie „Überall abmelden“. Sagen Sie danach Ihrem Helpdesk Bescheid.',
  },
  approvals_removed: {
    subject: () => 'Ein Gerät bestätigt Ihre Anmeldungen nicht mehr',
    what: (values) =>
      `das Gerät${named(values)} wurde${who(values)} als Bestätigung für Ihr Konto${at(values)} entfernt.`,
    ifNotYou: tellHelpDesk,
  },
  approvals_paused: {
    subject: () => 'Jemand kennt vielleicht Ihr Passwort',
    what: (values) =>
      `auf Ihrem Gerät wurden Anmeldungen an Ihrem Konto${at(values)} abgelehnt oder gemeldet. Bis ${values.expiresAt ?? 'auf Weiteres'} wird dort nichts gefragt. Ihre Passkeys funktionieren wie bisher.`,
    ifNotYou:
      'war es jemand anderes, und zwar mit Ihrem Passwort. Ändern Sie es jetzt, und sagen Sie Ihrem Helpdesk Bescheid.',
  },
  approvals_paused_of: {
    subject: () => 'Anmeldungen wurden auf einem Gerät abgelehnt',
    what: (values) =>
      `Anmeldungen von${named(values)} wurden auf dem zugehörigen Gerät abgelehnt oder gemeldet. Bis ${values.expiresAt ?? 'auf Weiteres'} wird dort nichts gefragt.`,
    whatToDo:
      'Sie bekommen diese Mail, weil Sie die Organisation verwalten. Vielleicht kennt jemand das Passwort: Sprechen Sie mit der Person, und sehen Sie im Anmeldeprotokoll nach.',
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
  domain_taken: {
    subject: () => 'Eine andere Organisation hat eine Domain nachgewiesen, die Sie beanspruchen',
    what: (values) =>
      `eine andere Organisation auf diesem Server hat nachgewiesen, dass die Domain${named(values)} ihr gehört. Sie hatten sie hinzugefügt und noch nicht nachgewiesen.`,
    whatToDo:
      'Sie bekommen diese Mail, weil Sie die Organisation verwalten. Wenn die Domain Ihnen gehört, sprechen Sie mit dem Betreiber dieses Servers. Sonst entfernen Sie sie aus Ihrer Liste.',
  },
  domain_proof_missing: {
    subject: () => 'Der Nachweis einer Domain ist verschwunden',
    what: (values) =>
      `der DNS-Eintrag, der die Domain${named(values)} nachweist, ist nicht mehr da. Es ändert sich nichts: Alle melden sich an wie bisher.`,
    whatToDo:
      'Sie bekommen diese Mail, weil Sie die Organisation verwalten. Legen Sie den Eintrag wieder an, wie die Seite „Domains“ im Admin Center ihn zeigt. Haben Sie die Domain aufgegeben, geben Sie ihren Personen andere Namen und entfernen Sie sie.',
  },
  domain_released: {
    subject: () => 'Ihrer Organisation wurde eine Domain genommen',
    what: (values) =>
      `wer diesen Server betreibt, hat die Domain${named(values)} freigegeben, weil sie den Besitzer gewechselt hat. Wer nach ihr benannt ist, behält Namen und Passkeys, wird aber über diese Domain nicht mehr gefunden.`,
    whatToDo:
      'Sie bekommen diese Mail, weil Sie die Organisation verwalten. Geben Sie diesen Personen andere Namen. War es ein Versehen, sprechen Sie mit dem Betreiber dieses Servers.',
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
