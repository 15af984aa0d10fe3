import type { ProblemWords } from '../../problem-words.ts'
import type { identityProblems as english } from '../../problems/identity.ts'

const signInFailed: ProblemWords = {
  title: 'Cela n’a pas fonctionné',
  reason: 'Ce que vous avez saisi ne correspond pas, ou ce moyen n’est pas ouvert à ce compte.',
  next: 'Vérifiez et réessayez, ou utilisez un autre moyen. Si vous êtes bloqué, votre service d’assistance peut vous donner un Temporary Access Pass.',
  whoCanFix: 'you',
}

const deviceNotVerified: ProblemWords = {
  title: 'Nous n’avons pas pu vérifier votre appareil',
  reason: 'Il n’est pas inscrit auprès de votre organisation en ce moment, ou n’a pas pu le prouver.',
  next: 'Inscrivez cet appareil, puis réessayez. D’ici là, connectez-vous d’une autre façon.',
  whoCanFix: 'you',
}

/** What the system refuses, apart from the ceremonies. */
export const identityProblems: typeof english = {
  sign_in_failed: signInFailed,
  person_disabled: signInFailed,
  tenant_unknown: {
    title: 'Nous ne connaissons pas cette organisation',
    reason: 'Aucune organisation ici n’a cette adresse ou ce domaine.',
    next: 'Vérifiez l’orthographe, ou demandez la bonne adresse à votre service d’assistance.',
    whoCanFix: 'you',
  },
  challenge_unknown: {
    title: 'Cette page ne correspond plus à la demande',
    reason:
      'La réponse va avec une autre page, un autre navigateur ou un autre compte que celui qui a posé la question.',
    next: 'Réessayez ici. Si plusieurs fenêtres étaient ouvertes, continuez dans la plus récente.',
    whoCanFix: 'you',
  },
  challenge_expired: {
    title: 'Cela a pris trop de temps',
    reason: 'Par sécurité, une clé d’accès doit répondre en quelques minutes.',
    next: 'Réessayez.',
    whoCanFix: 'you',
  },
  challenge_spent: {
    title: 'Cette réponse a déjà servi',
    reason:
      'Chaque réponse d’une clé d’accès compte une fois. Vous êtes peut-être déjà connecté dans une autre fenêtre.',
    next: 'Réessayez.',
    whoCanFix: 'you',
  },
  credential_unknown: {
    title: 'Nous ne connaissons pas cette clé d’accès',
    reason:
      'Elle a été retirée de votre compte, ou créée pour autre chose. Votre appareil la propose encore.',
    next: 'Utilisez une autre clé d’accès ou un autre moyen. Si vous l’avez retirée ici, supprimez-la aussi sur votre appareil.',
    whoCanFix: 'you',
  },
  lock_passkey: {
    title: 'Cette clé d’accès n’ouvre qu’une application',
    reason: 'Elle déverrouille l’Authenticator sur votre appareil. Elle ne connecte jamais personne.',
    next: 'Choisissez une autre clé d’accès, ou un autre moyen.',
    whoCanFix: 'you',
  },
  credential_of_another: {
    title: 'Cette clé d’accès appartient à un autre compte',
    reason: 'Elle n’appartient pas au compte avec lequel vous vous connectez.',
    next: 'Choisissez une autre clé d’accès, ou revenez en arrière et connectez-vous avec le compte auquel elle appartient.',
    whoCanFix: 'you',
  },
  credential_already_registered: {
    title: 'Cette clé d’accès est déjà utilisée',
    reason: 'Votre appareil contient déjà une clé d’accès pour un compte ici.',
    next: 'Utilisez celle que vous avez, ou créez celle-ci sur un autre appareil. Pour recommencer, retirez-la dans les informations de sécurité et supprimez-la sur l’appareil.',
    whoCanFix: 'you',
  },
  blocked_by_policy: {
    title: 'Vous ne pouvez pas aller plus loin',
    reason:
      'Une règle de votre organisation ne l’autorise pas. Cela peut tenir à l’application, au lieu où vous êtes ou à votre appareil.',
    next: 'Si vous pensez que l’accès devrait vous être ouvert, donnez le numéro ci-dessous à votre service d’assistance.',
    whoCanFix: 'administrator',
  },
  not_allowed_by_policy: {
    title: 'Votre organisation ne l’autorise pas',
    reason: 'Les règles de votre organisation refusent ce moyen, ou ce type de clé d’accès.',
    next: 'Utilisez un autre moyen, ou demandez à votre service d’assistance lesquels sont autorisés.',
    whoCanFix: 'administrator',
  },
  passkey_dormant: {
    title: 'Cette clé d’accès est inutilisable pour l’instant',
    reason: 'Elle est à vous, mais les règles de votre organisation ne l’autorisent plus.',
    next: 'Utilisez un autre moyen. La clé d’accès est conservée et fonctionnera de nouveau si les règles l’autorisent. Votre service d’assistance en sait plus.',
    whoCanFix: 'administrator',
  },
  stronger_sign_in_needed: {
    title: 'Une connexion plus sûre est nécessaire',
    reason: 'Votre façon de vous connecter ne suffit pas pour ce que vous voulez faire.',
    next: 'Continuez avec une clé d’accès ou un second facteur.',
    whoCanFix: 'you',
  },
  fresh_sign_in_needed: {
    title: 'Confirmez que c’est bien vous',
    reason: 'Pour un changement important, vous devez vous être identifié dans les dernières minutes.',
    next: 'Connectez-vous encore une fois, et le changement sera fait.',
    whoCanFix: 'you',
  },
  too_many_attempts: {
    title: 'Trop de tentatives',
    reason:
      'Quelqu’un a essayé trop souvent, alors nous attendons un peu. Les clés d’accès ne sont pas concernées.',
    next: 'Utilisez une clé d’accès, ou attendez et réessayez.',
    whoCanFix: 'you',
  },
  server_busy: {
    title: 'Trop de demandes en ce moment',
    reason:
      'Beaucoup de personnes attendent une réponse en ce moment, plus que ce serveur n’en accepte à la fois.',
    next: 'Attendez un instant, puis réessayez.',
    whoCanFix: 'you',
  },
  pass_incorrect: {
    title: 'Ce Temporary Access Pass n’est pas correct',
    reason: 'Il ne correspond pas, ou n’est pas pour ce compte.',
    next: 'Vérifiez-le, majuscules comprises, et réessayez. Si cela échoue encore, demandez-en un nouveau à votre service d’assistance.',
    whoCanFix: 'you',
  },
  pass_expired: {
    title: 'Ce Temporary Access Pass a expiré',
    reason: 'Il était correct, mais il n’est valable que peu de temps, et ce temps est passé.',
    next: 'Demandez-en un nouveau à votre service d’assistance.',
    whoCanFix: 'helpDesk',
  },
  pass_used: {
    title: 'Ce Temporary Access Pass a déjà servi',
    reason: 'Il était correct, mais il ne sert qu’une fois.',
    next: 'Si c’était vous, utilisez la clé d’accès que vous avez créée. Sinon, prévenez tout de suite votre service d’assistance.',
    whoCanFix: 'helpDesk',
  },
  pass_not_yet_valid: {
    title: 'Ce Temporary Access Pass n’est pas encore valable',
    reason: 'Il est correct, mais son heure n’est pas venue.',
    next: 'Réessayez à l’heure qu’on vous a indiquée, ou demandez à votre service d’assistance.',
    whoCanFix: 'helpDesk',
  },
  pass_outside_policy: {
    title: 'Les règles des pass ne l’autorisent pas',
    reason: 'La longueur, la durée ou le début sort de ce que permet votre organisation.',
    next: 'Choisissez d’autres valeurs, ou faites changer les règles.',
    whoCanFix: 'administrator',
  },
  pass_for_oneself: {
    title: 'Vous ne pouvez pas émettre de pass pour vous-même',
    reason: 'Un Temporary Access Pass vient de quelqu’un d’autre : c’est ce qui fait sa valeur.',
    next: 'Demandez à un autre administrateur.',
    whoCanFix: 'administrator',
  },
  code_incorrect: {
    title: 'Ce code n’est pas correct',
    reason: 'Ce n’est pas celui que votre application devrait afficher maintenant.',
    next: 'Saisissez le code affiché maintenant. Si cela échoue encore, mettez l’heure de votre téléphone en réglage automatique.',
    whoCanFix: 'you',
  },
  code_replayed: {
    title: 'Ce code a déjà servi',
    reason: 'Chaque code compte une fois.',
    next: 'Attendez que votre application affiche le code suivant, et saisissez-le.',
    whoCanFix: 'you',
  },
  approval_unavailable: {
    title: 'Impossible de confirmer sur un appareil',
    reason:
      'Aucun de vos appareils n’est configuré pour confirmer des connexions, ou rien n’a été prouvé avant.',
    next: 'Connectez-vous autrement.',
    whoCanFix: 'you',
  },
  approval_paused: {
    title: 'Les confirmations sont suspendues',
    reason:
      'Des connexions ont été refusées ou signalées sur votre appareil. Pendant un moment, nous n’y demandons donc rien.',
    next: 'Connectez-vous autrement, ou attendez. Si vous n’avez rien refusé, prévenez votre service d’assistance.',
    whoCanFix: 'you',
  },
  approval_waiting: {
    title: 'Une autre connexion attend',
    reason:
      'Votre appareil demande une confirmation pour une connexion commencée ailleurs, et il ne demande qu’une chose à la fois.',
    next: 'Si c’était vous, répondez. Sinon, refusez. Puis réessayez.',
    whoCanFix: 'you',
  },
  approval_denied: {
    title: 'La connexion a été refusée',
    reason: 'Elle a été refusée sur votre appareil, ou un autre nombre y a été saisi.',
    next: 'Si c’est bien vous, réessayez et saisissez le nombre affiché ici.',
    whoCanFix: 'you',
  },
  approval_expired: {
    title: 'Personne n’a répondu à temps',
    reason: 'La demande est restée ouverte une minute.',
    next: 'Réessayez, avec Authenticator à portée de main.',
    whoCanFix: 'you',
  },
  approval_closed: {
    title: 'Cette demande est terminée',
    reason: 'Elle a déjà reçu une réponse, ou elle appartient à une autre fenêtre du navigateur.',
    next: 'Recommencez la connexion.',
    whoCanFix: 'you',
  },
  approval_invalid: {
    title: 'Cette réponse ne compte pas',
    reason: 'Ce que votre appareil a signé n’est pas une réponse à cette demande.',
    next: 'Ouvrez de nouveau la demande sur votre appareil. Si cela ne marche pas, vérifiez que son horloge est juste.',
    whoCanFix: 'you',
  },
  browser_not_remembered: {
    title: 'Nous ne connaissons pas ce navigateur',
    reason:
      'Une confirmation seule ne compte que dans un navigateur où vous vous êtes connecté avec une clé d’accès.',
    next: 'Connectez-vous autrement. Avec une clé d’accès, ce navigateur sera de nouveau connu.',
    whoCanFix: 'you',
  },
  link_unusable: {
    title: 'Ce lien ne fonctionne plus',
    reason: 'Il a déjà servi, il est trop ancien, ou un plus récent l’a remplacé.',
    next: 'Demandez un nouveau lien.',
    whoCanFix: 'operator',
  },
  session_ended: {
    title: 'Vous êtes déconnecté',
    reason: 'Votre session a pris fin.',
    next: 'Reconnectez-vous.',
    whoCanFix: 'you',
  },
  last_method: {
    title: 'C’est votre dernier moyen de connexion',
    reason: 'Sans lui, vous ne pourriez plus vous connecter.',
    next: 'Ajoutez d’abord une autre clé d’accès, ensuite vous pourrez retirer ce moyen.',
    whoCanFix: 'you',
  },
  last_administrator: {
    title: 'C’est le dernier administrateur',
    reason: 'Sans cette personne, plus personne ne pourrait s’occuper de l’organisation.',
    next: 'Nommez d’abord un autre administrateur.',
    whoCanFix: 'administrator',
  },
  not_permitted: {
    title: 'Vous n’avez pas le droit de faire cela',
    reason: 'Votre compte n’a pas le rôle qu’il faut.',
    next: 'Adressez-vous à un administrateur de votre organisation.',
    whoCanFix: 'administrator',
  },
  not_found: {
    title: 'Introuvable',
    reason: 'Cela n’existe pas, ou plus.',
    next: 'Rechargez la page pour voir où en sont les choses.',
    whoCanFix: 'you',
  },
  already_exists: {
    title: 'Ce nom est déjà pris',
    reason: 'Deux éléments ne peuvent pas porter le même nom.',
    next: 'Choisissez un autre nom.',
    whoCanFix: 'you',
  },
  invalid_input: {
    title: 'Quelque chose ne va pas dans le formulaire',
    reason: 'Un champ est vide, trop long, ou ne contient pas ce qu’il faut.',
    next: 'Vérifiez ce que vous avez saisi et réessayez.',
    whoCanFix: 'you',
  },
  rules_changed: {
    title: 'Quelqu’un a changé les règles entre-temps',
    reason: 'Ce que vous avez vu n’est plus en vigueur, alors rien n’a été modifié.',
    next: 'Rechargez la page, regardez ce qui a changé, et refaites votre modification.',
    whoCanFix: 'you',
  },
  rules_full: {
    title: 'Il n’y a plus de place pour une règle de ce type',
    reason: 'Chaque connexion les examine toutes, leur nombre est donc limité. Rien n’a été modifié.',
    next: 'Supprimez-en une devenue inutile, ou réunissez-en deux en une, puis réessayez.',
    whoCanFix: 'you',
  },
  document_invalid: {
    title: 'Cette règle ne peut pas être enregistrée ainsi',
    reason: 'Une partie manque, est inconnue ou en contredit une autre.',
    next: 'Corrigez la partie indiquée et réessayez.',
    whoCanFix: 'you',
  },
  terms_changed: {
    title: 'Le texte a changé',
    reason: 'Votre organisation vient de changer ses conditions d’utilisation.',
    next: 'Rechargez la page et lisez le nouveau texte.',
    whoCanFix: 'you',
  },
  wave_changed: {
    title: 'La vague a changé',
    reason: 'Quelqu’un d’autre vient de modifier ou de supprimer cette vague.',
    next: 'Rechargez la page et regardez-la telle qu’elle est maintenant.',
    whoCanFix: 'you',
  },
  wave_dates_impossible: {
    title: 'Ces dates ne conviennent pas',
    reason:
      'Une vague doit finir après avoir commencé, et une clé d’accès n’est exigée qu’après l’invitation à en créer une.',
    next: 'Choisissez d’autres dates.',
    whoCanFix: 'you',
  },
  wave_policy_unfit: {
    title: 'La règle ne convient pas à la vague',
    reason: 'La règle de cette vague n’existe plus, ou elle n’exige plus une clé d’accès d’un seul groupe.',
    next: 'Corrigez la règle ou choisissez-en une autre pour la vague.',
    whoCanFix: 'you',
  },
  wave_held_by_pilot: {
    title: 'Le pilote d’abord',
    reason: 'Aucun pilote n’a encore abouti : personne ne sait si le chemin fonctionne pour vos collègues.',
    next: 'Terminez le pilote, puis lancez la vague.',
    whoCanFix: 'you',
  },
  wave_running: {
    title: 'Ce n’est pas possible maintenant',
    reason: 'La vague est en cours, a déjà déplacé des personnes ou est terminée.',
    next: 'Arrêtez ou annulez d’abord la vague.',
    whoCanFix: 'you',
  },
  would_block_users: {
    title: 'Des personnes se retrouveraient bloquées',
    reason:
      'Avec ce changement, certaines personnes ne pourraient plus se connecter, ni se débrouiller seules.',
    next: 'Regardez de qui il s’agit. Donnez-leur d’abord un autre accès, ou confirmez que vous savez qui est concerné.',
    whoCanFix: 'you',
  },
  break_glass_full: {
    title: 'Il y a déjà deux comptes d’urgence',
    reason: 'Les règles ne s’appliquent pas à ces comptes, il ne peut donc y en avoir que deux.',
    next: 'Retirez d’abord cette marque à l’un d’eux.',
    whoCanFix: 'you',
  },
  break_glass_without_passkey: {
    title: 'Ce compte n’a pas de clé d’accès',
    reason: 'Un compte d’urgence s’ouvre avec une clé d’accès et rien d’autre.',
    next: 'Ajoutez d’abord une clé d’accès au compte, et gardez-la en lieu sûr.',
    whoCanFix: 'you',
  },
  pass_request_closed: {
    title: 'Cette demande est déjà traitée',
    reason: 'Quelqu’un a décidé entre-temps, la personne l’a arrêtée, ou elle a attendu trop longtemps.',
    next: 'Rechargez la page pour voir ce qu’elle est devenue.',
    whoCanFix: 'you',
  },
  another_approver_needed: {
    title: 'Une deuxième personne doit approuver',
    reason:
      'Votre organisation veut que deux personnes approuvent un pass. Vous êtes déjà l’une d’elles, ou ne pouvez pas l’être.',
    next: 'Demandez à un collègue qui peut émettre des pass de regarder la demande.',
    whoCanFix: 'administrator',
  },
  manager_first: {
    title: 'Le responsable répond d’abord',
    reason:
      'Votre organisation veut que le responsable confirme l’identité de la personne avant l’émission d’un pass.',
    next: 'Attendez la réponse du responsable, ou appelez-le.',
    whoCanFix: 'administrator',
  },
  no_safe_address: {
    title: 'Aucune adresse où envoyer le pass',
    reason: 'La personne n’a pas d’autre adresse, ou sa messagerie s’ouvre avec cette même connexion.',
    next: 'Donnez-lui le pass par téléphone ou en personne.',
    whoCanFix: 'you',
  },
  domain_taken: {
    title: 'Une autre organisation a ce domaine',
    reason: 'Elle a déjà prouvé que le domaine est le sien.',
    next: 'Vérifiez l’orthographe. Si le domaine est à vous, parlez à l’exploitant de ce serveur.',
    whoCanFix: 'operator',
  },
  domain_not_proven: {
    title: 'L’enregistrement n’est pas encore là',
    reason:
      'Le DNS répond, mais le texte demandé ne se trouve pas sous ce nom. Un nouvel enregistrement peut mettre une heure à apparaître.',
    next: 'Comparez le nom et le texte lettre par lettre, attendez un peu et vérifiez à nouveau.',
    whoCanFix: 'you',
  },
  domain_unreachable: {
    title: 'Le DNS n’a pas répondu',
    reason:
      'Nous avons demandé l’enregistrement et n’avons reçu aucune réponse. Cela ne dit rien de votre domaine.',
    next: 'Réessayez dans quelques minutes. Si cela dure, dites-le à l’exploitant de ce serveur.',
    whoCanFix: 'operator',
  },
  domain_in_use: {
    title: 'Des personnes portent ce domaine dans leur nom',
    reason: 'Sans lui, elles ne pourraient plus se connecter.',
    next: 'Donnez-leur d’abord d’autres noms.',
    whoCanFix: 'you',
  },
  domain_is_default: {
    title: 'Les nouvelles personnes portent ce domaine dans leur nom',
    reason: 'Il en faut toujours un pour les nommer.',
    next: 'Choisissez d’abord un autre domaine pour les nouvelles personnes.',
    whoCanFix: 'you',
  },
  image_unreadable: {
    title: 'Nous ne pouvons pas lire cette image',
    reason: 'Ce n’est pas une image PNG, JPEG ou WebP, ou elle est endommagée.',
    next: 'Enregistrez-la en PNG et réessayez.',
    whoCanFix: 'you',
  },
  image_too_large: {
    title: 'Cette image est trop grande',
    reason: 'Elle peut avoir 1 Mo et 2000 × 2000 pixels.',
    next: 'Réduisez-la et réessayez.',
    whoCanFix: 'you',
  },
  device_unknown: deviceNotVerified,
  device_certificate_untrusted: deviceNotVerified,
  device_expired: deviceNotVerified,
  device_revoked: deviceNotVerified,
  device_model_mismatch: deviceNotVerified,
  device_clock_wrong: deviceNotVerified,
  link_unknown: {
    title: 'Les deux appareils ne se connaissent plus',
    reason: 'L’association a été retirée, ou elle a pris trop de temps.',
    next: 'Associez de nouveau les deux appareils.',
    whoCanFix: 'you',
  },
  link_mismatch: {
    title: 'Les appareils n’ont pas été associés',
    reason:
      'Les deux appareils n’ont pas vu la même connexion : quelqu’un s’est peut-être placé entre les deux.',
    next: 'Recommencez, et ne scannez que le code de l’écran devant vous. Si cela se reproduit, prévenez votre service d’assistance.',
    whoCanFix: 'you',
  },
  link_needed: {
    title: 'Associez d’abord un navigateur',
    reason: 'L’application ne garde une clé d’accès que pour des navigateurs associés, et aucun ne l’est.',
    next: 'Ouvrez Latchkey Authenticator dans le navigateur de votre ordinateur, associez-le à votre téléphone, puis réessayez.',
    whoCanFix: 'you',
  },
  device_evidence_unproven: deviceNotVerified,
  authenticator_too_old: {
    title: 'Cette application est trop ancienne',
    reason: 'Votre organisation n’accepte que des versions plus récentes de Latchkey Authenticator.',
    next: 'Mettez à jour l’application ou l’extension, puis réessayez.',
    whoCanFix: 'you',
  },
  app_not_assigned: {
    title: 'Cette application ne vous est pas ouverte',
    reason: 'Votre connexion a réussi, mais votre organisation ne vous a pas donné cette application.',
    next: 'Demandez l’accès à votre service d’assistance ou à un administrateur.',
    whoCanFix: 'administrator',
  },
  consent_needed: {
    title: 'L’application a besoin d’une autorisation',
    reason: 'Personne n’a encore accepté ce que demande cette application.',
    next: 'Acceptez quand on vous le demande, ou demandez à un administrateur d’accepter pour tous.',
    whoCanFix: 'administrator',
  },
  sealed_unreadable: {
    title: 'Nous ne pouvons pas lire notre propre note',
    reason: 'Ce que nous avions mis de côté a été modifié, ou vient d’un autre serveur.',
    next: 'Recommencez. Si cela se reproduit, donnez la référence ci-dessous à votre service d’assistance.',
    whoCanFix: 'operator',
  },
  rp_id_changed: {
    title: 'Ce serveur a déménagé',
    reason: 'Son adresse a changé, et les clés d’accès sont liées à une adresse.',
    next: 'Donnez la référence ci-dessous à votre service d’assistance.',
    whoCanFix: 'operator',
  },
}
