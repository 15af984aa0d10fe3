import type { Words } from '../../words.ts'

export const nudgeWords: Words['nudge'] = {
  title: 'Schneller und sicherer anmelden',
  reason:
    'Ihre Organisation stellt auf Passkeys um. Erstellen Sie Ihren jetzt: Es dauert eine Minute, und danach melden Sie sich mit Fingerabdruck, Gesicht oder PIN an.',
  next: 'Weiter',
  others: 'Andere Möglichkeiten',
  otherDevice: 'Telefon oder Sicherheitsschlüssel benutzen',
  skip: 'Vorerst überspringen',
  skipLeft: ({ left }) =>
    left === 1 ? 'Vorerst überspringen (letztes Mal)' : `Vorerst überspringen (noch ${left}-mal)`,
  last: 'Sie können dies noch einmal überspringen. Danach erstellen Sie Ihren Passkey, bevor es weitergeht; klappt es nicht, kommen Sie trotzdem hinein.',
  until: ({ day }) =>
    `Sie können dies bis zum ${day} überspringen. Ab dann erstellen Sie Ihren Passkey, bevor es weitergeht; klappt es nicht, kommen Sie trotzdem hinein.`,
  due: 'Es ist so weit: Bitte erstellen Sie Ihren Passkey, bevor es weitergeht.',
  dueHint: 'Klappt es nicht, können Sie ohne weitermachen.',
  failed: 'Überspringen',
  failedHint: 'Dieses Mal können Sie ohne Passkey weitermachen. Es zählt nicht als übersprungen.',
}
