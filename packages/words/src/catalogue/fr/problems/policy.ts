import type { policyProblems as english } from '../../problems/policy.ts'

/** Why the methods policy says no to a passkey. */
export const policyProblems: typeof english = {
  passkey_method_disabled: {
    title: 'Les clés d’accès sont désactivées',
    reason: 'Votre organisation n’utilise pas de clés d’accès pour l’instant.',
    next: 'Utilisez un autre moyen. Vos clés d’accès sont conservées, et fonctionneront de nouveau quand elles seront activées.',
    whoCanFix: 'administrator',
  },
  passkey_excluded: {
    title: 'Les clés d’accès ne sont pas prévues pour votre compte',
    reason: 'Votre organisation a exclu votre compte, ou l’un de vos groupes, des clés d’accès.',
    next: 'Utilisez un autre moyen, ou demandez à votre service d’assistance.',
    whoCanFix: 'administrator',
  },
  passkey_not_in_scope: {
    title: 'Les clés d’accès ne vous sont pas encore ouvertes',
    reason:
      'Votre organisation les propose à certaines personnes, et votre compte n’en fait pas encore partie.',
    next: 'Utilisez un autre moyen, ou demandez à votre service d’assistance quand viendra votre tour.',
    whoCanFix: 'administrator',
  },
  passkey_guest: {
    title: 'Vos clés d’accès sont gardées ailleurs',
    reason: 'Les invités gardent leurs clés d’accès dans leur propre organisation.',
    next: 'Connectez-vous par votre propre organisation.',
    whoCanFix: 'you',
  },
  passkey_self_service_off: {
    title: 'Seuls les administrateurs ajoutent des clés d’accès ici',
    reason: 'Votre organisation ne permet pas d’ajouter soi-même une clé d’accès.',
    next: 'Demandez-en une à votre service d’assistance.',
    whoCanFix: 'helpDesk',
  },
  passkey_synced_not_allowed: {
    title: 'Les clés d’accès synchronisées ne sont pas autorisées',
    reason:
      'Votre organisation n’accepte que les clés d’accès qui restent sur un seul appareil. Celle-ci peut être copiée sur d’autres.',
    next: 'Créez-en une sur une clé de sécurité, ou dans une application qui la garde sur un seul appareil.',
    whoCanFix: 'you',
  },
  passkey_device_bound_not_allowed: {
    title: 'Seules les clés d’accès synchronisées sont autorisées',
    reason:
      'Votre organisation n’accepte que les clés d’accès synchronisées. Celle-ci reste sur un seul appareil.',
    next: 'Créez-en une avec le gestionnaire de mots de passe de votre téléphone ou de votre ordinateur.',
    whoCanFix: 'you',
  },
  passkey_model_not_allowed: {
    title: 'Ce type de clé d’accès n’est pas autorisé',
    reason: 'Votre organisation n’accepte pas les clés d’accès de cette application ou clé de sécurité.',
    next: 'Utilisez-en une autre, ou demandez à votre service d’assistance lesquelles sont autorisées.',
    whoCanFix: 'you',
  },
  passkey_device_revoked: {
    title: 'L’appareil de cette clé d’accès n’est plus valable',
    reason: 'Elle a été créée sur un appareil qui est désactivé ou a été retiré.',
    next: 'Utilisez un autre moyen. Si l’appareil est réactivé, la clé d’accès fonctionne ; s’il a été retiré, supprimez-la et inscrivez de nouveau l’appareil.',
    whoCanFix: 'you',
  },
  passkey_link_needed: {
    title: 'Aucun navigateur ne peut utiliser cette clé d’accès',
    reason: 'Seul un navigateur associé peut l’utiliser, et aucun ne l’est.',
    next: 'Utilisez un autre moyen, ou associez de nouveau un navigateur au téléphone : la clé d’accès fonctionnera.',
    whoCanFix: 'you',
  },
  passkey_model_distrusted: {
    title: 'Ce type de clé d’accès pose un problème',
    reason:
      'Un défaut est connu dans l’application ou la clé de sécurité qui la contient, et votre organisation n’en accepte aucune de ce type.',
    next: 'Utilisez un autre moyen, et demandez une autre clé à votre service d’assistance.',
    whoCanFix: 'administrator',
  },
  passkey_not_attested: {
    title: 'Cette clé d’accès ne peut pas montrer ce qu’elle est',
    reason:
      'Votre organisation veut la preuve de l’application ou de la clé de sécurité d’origine, et celle-ci n’en a fourni aucune de valable.',
    next: 'Si votre navigateur demande à communiquer la marque et le modèle, acceptez. Sinon, demandez à votre service d’assistance lesquelles conviennent.',
    whoCanFix: 'you',
  },
  passkey_evidence_too_weak: {
    title: 'Cette clé d’accès n’est pas assez bien protégée',
    reason: 'Elle a montré ce qu’elle est, mais votre organisation la veut dans un matériel plus sûr.',
    next: 'Utilisez une clé de sécurité, ou demandez à votre service d’assistance lesquelles sont autorisées.',
    whoCanFix: 'you',
  },
}
