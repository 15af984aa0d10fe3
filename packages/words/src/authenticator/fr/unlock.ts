import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about unlocking, in French. */
export const unlock: AuthenticatorWords['unlock'] = {
  pin: 'Votre code PIN',
  pinHint: 'Celui que vous avez choisi pour cet Authenticator. Il ne quitte jamais cet appareil.',
  pinMissing: 'Saisissez votre code PIN.',
  byPasskey: 'Déverrouiller avec cet appareil',
  byPasskeyHint: 'Avec l’empreinte, le visage ou le code PIN de cet appareil.',
  byPasskeyFailed: 'Cela n’a pas fonctionné. Réessayez, ou utilisez votre code PIN.',
  unlock: 'Déverrouiller',
  lockedTitle: 'Déverrouiller l’Authenticator',
  setUpTitle: 'Choisissez comment déverrouiller',
  setUpLead: 'C’est demandé à chaque fois qu’une clé d’accès est créée ou utilisée ici.',
  newPin: 'Nouveau code PIN',
  newPinHint: 'Six caractères ou plus. Les lettres et les signes sont les bienvenus.',
  repeatPin: 'Répétez le code PIN',
  pinsDiffer: 'Les deux ne sont pas identiques.',
  pinTooShort: 'Prenez de six à soixante-quatre caractères.',
  pinTooSimple: 'C’est l’un des premiers que l’on essaie. Prenez-en un autre.',
  setPin: 'Définir le code PIN',
  changePin: 'Changer le code PIN',
  changed: 'Le code PIN a été changé.',
  addPasskey: 'Déverrouiller aussi avec cet appareil',
  removePasskey: 'Déverrouiller avec le seul code PIN',
  passkeyUnable: 'Cet appareil ne le permet pas ici. Le code PIN reste.',
  waits: ({ minutes }) => `Trop de codes PIN erronés. Vous pourrez réessayer dans ${minutes} min.`,
  wipedTitle: 'Les clés d’accès de cet appareil ont été supprimées',
  wipedLead:
    'Le code PIN a été erroné trop souvent. Connectez-vous autrement, ajoutez de nouveau votre compte et créez une nouvelle clé d’accès.',
  wrong: ({ count }) =>
    `Ce code PIN est erroné. ${count === 1 ? 'Il reste un essai, puis les clés d’accès sont supprimées ici.' : `Il reste ${count} essais.`}`,
}
