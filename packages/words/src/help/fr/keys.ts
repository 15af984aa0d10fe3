import type { keys as english } from '../en/keys.ts'
import type { HelpWords } from '../english.ts'

/** Security keys, fingers and faces. */
export const keys: Pick<HelpWords['problems'], keyof typeof english> = {
  security_key_unusable: {
    title: 'Cette clé de sécurité ne peut pas être utilisée',
    reason:
      'Elle est trop ancienne pour les clés d’accès, n’a pas encore de code PIN, ou ne sait pas faire ce qui est demandé. Firefox sous Windows le dit aussi de bonnes clés.',
    next: 'Définissez un code PIN sur la clé, essayez un autre navigateur, ou prenez une clé qui garde des clés d’accès (FIDO2).',
  },
  security_key_not_familiar: {
    title: 'La clé de sécurité ne connaît pas ce compte',
    reason:
      'Une autre clé est branchée, la clé d’accès qu’elle contenait a été supprimée, ou la clé a été réinitialisée.',
    next: 'Essayez votre autre clé. S’il n’y en a pas, connectez-vous autrement et ajoutez de nouveau celle-ci.',
  },
  security_key_pin_wrong: {
    title: 'Le code PIN de la clé de sécurité est faux',
    reason:
      'La clé a son propre code PIN. Ce n’est ni celui de votre ordinateur ni celui de votre téléphone.',
    next: 'Saisissez le code PIN de la clé. Après trois erreurs, débranchez-la et rebranchez-la. Après huit, elle se verrouille.',
  },
  security_key_blocked: {
    title: 'La clé de sécurité est verrouillée',
    reason:
      'Son code PIN a été faux trop souvent. Après trois erreurs de suite elle veut être rebranchée, après huit il faut la réinitialiser.',
    next: 'Débranchez-la et rebranchez-la. Si elle reste verrouillée, votre service d’assistance la réinitialise : ses clés d’accès sont alors perdues, et vous en ajoutez de nouvelles.',
  },
  security_key_no_pin: {
    title: 'La clé de sécurité demande un code PIN',
    reason:
      'Elle n’en a pas encore, ou celui choisi est trop court. Sans code PIN, quiconque la trouve pourrait s’en servir.',
    next: 'Choisissez un code PIN d’au moins quatre caractères quand on vous le demande, ou dans les paramètres de l’ordinateur.',
  },
  security_key_full: {
    title: 'La clé de sécurité est pleine',
    reason: 'Les clés ont de la place pour 25 à 100 clés d’accès, et celle-ci n’en a plus.',
    next: 'Supprimez de la clé les clés d’accès qui ne servent plus, ou prenez-en une autre.',
  },
  security_key_types_letters: {
    title: 'La clé de sécurité tape des lettres',
    reason:
      'Au toucher, elle envoie un mot de passe à usage unique comme un clavier. Sur les téléphones Samsung, cela empêche les clés d’accès.',
    next: 'Désactivez le mot de passe à usage unique (OTP) de la clé avec le programme du fabricant, ou utilisez une autre clé.',
  },
  biometric_not_recognised: {
    title: 'Votre visage ou votre doigt n’a pas été reconnu',
    reason: 'Après quelques essais, l’appareil ferme la fenêtre et veut son code.',
    next: 'Déverrouillez l’appareil une fois avec son code, vérifiez qu’il vous y reconnaît, puis réessayez.',
  },
}
