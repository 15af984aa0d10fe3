import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about unlocking, in German. */
export const unlock: AuthenticatorWords['unlock'] = {
  pin: 'Ihre PIN',
  pinHint: 'Die Sie für diesen Authenticator gewählt haben. Sie verlässt dieses Gerät nie.',
  pinMissing: 'Geben Sie Ihre PIN ein.',
  byPasskey: 'Mit diesem Gerät entsperren',
  byPasskeyHint: 'Mit Fingerabdruck, Gesicht oder PIN dieses Geräts.',
  byPasskeyFailed: 'Das hat nicht geklappt. Versuchen Sie es noch einmal, oder nehmen Sie Ihre PIN.',
  unlock: 'Entsperren',
  lockedTitle: 'Authenticator entsperren',
  setUpTitle: 'Wählen Sie, wie entsperrt wird',
  setUpLead: 'Danach wird jedes Mal gefragt, wenn hier ein Passkey erstellt oder benutzt wird.',
  newPin: 'Neue PIN',
  newPinHint: 'Mindestens sechs Zeichen. Buchstaben und Sonderzeichen sind willkommen.',
  repeatPin: 'PIN wiederholen',
  pinsDiffer: 'Die beiden stimmen nicht überein.',
  pinTooShort: 'Nehmen Sie sechs bis vierundsechzig Zeichen.',
  pinTooSimple: 'Diese probiert jeder als Erstes. Nehmen Sie eine andere.',
  setPin: 'PIN festlegen',
  changePin: 'PIN ändern',
  changed: 'Die PIN wurde geändert.',
  addPasskey: 'Auch mit diesem Gerät entsperren',
  removePasskey: 'Nur mit der PIN entsperren',
  passkeyUnable: 'Dieses Gerät kann das hier nicht. Es bleibt bei der PIN.',
  waits: ({ minutes }) => `Zu viele falsche PINs. Sie können es in ${minutes} Min. noch einmal versuchen.`,
  wipedTitle: 'Die Passkeys dieses Geräts wurden gelöscht',
  wipedLead:
    'Die PIN war zu oft falsch. Melden Sie sich anders an, fügen Sie Ihr Konto wieder hinzu und erstellen Sie einen neuen Passkey.',
  wrong: ({ count }) =>
    `Diese PIN ist falsch. ${count === 1 ? 'Ein Versuch bleibt; danach werden die Passkeys hier gelöscht.' : `${count} Versuche bleiben.`}`,
}
