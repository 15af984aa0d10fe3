import type { apps as english } from '../en/apps.ts'
import type { HelpWords } from '../english.ts'

/** What goes wrong between apps and us, and between programs and the API. */
export const apps: Pick<HelpWords['problems'], keyof typeof english> = {
  app_misconfigured: {
    title: 'L’application fait une demande incorrecte',
    reason:
      'Sa demande de connexion ne correspond pas à ce qui est inscrit ici pour elle. Vous n’y êtes pour rien.',
    next: 'Revenez à l’application et réessayez. Si cela persiste, envoyez à ses auteurs la ligne technique de la page.',
  },
  app_must_ask_again: {
    title: 'L’application doit vous reconnecter',
    reason:
      'Ce que l’application garde de votre connexion est utilisé ou périmé, et elle a voulu continuer sans vous demander.',
    next: 'Fermez l’application et rouvrez-la. Si elle ne vous envoie pas vous connecter, ses auteurs doivent la corriger.',
  },
  app_code_over: {
    title: 'Le code de l’appareil n’est plus valable',
    reason: 'Il n’a pas été saisi à temps, a déjà servi, ou personne ne l’a encore saisi.',
    next: 'Affichez un nouveau code sur l’appareil ou dans le programme, et saisissez celui-là.',
  },
  access_denied: {
    title: 'L’application a reçu un refus',
    reason: 'Quelqu’un a annulé, ou une règle ne vous permet pas d’utiliser cette application.',
    next: 'Si vous avez annulé, recommencez depuis l’application. Sinon, demandez à votre service d’assistance.',
  },
  api_request_wrong: {
    title: 'L’API ne peut rien faire de cette demande',
    reason: 'Une propriété, un filtre ou la taille ne convient pas à l’API. Le message indique lequel.',
    next: 'Corrigez ce que le message indique. La référence de l’API dit ce que chaque chemin accepte.',
  },
  api_token_wrong: {
    title: 'Le jeton d’accès ne compte pas',
    reason: 'Il a expiré, est destiné à un autre, ou a été révoqué avec sa session.',
    next: 'Demandez un nouveau jeton pour l’API et envoyez-le comme jeton du porteur.',
  },
  api_permission_missing: {
    title: 'Il manque une autorisation à l’app ou à la personne',
    reason: 'Le jeton n’a ni étendue ni rôle pour cela, ou la personne connectée n’a pas le rôle.',
    next: 'Un administrateur accepte l’autorisation ou donne le rôle à la personne. Demandez ensuite un nouveau jeton.',
  },
  api_proof_needed: {
    title: 'L’API veut une preuve plus récente ou plus forte',
    reason:
      'Une règle exige pour cet appel plus que ce qui a été prouvé. La réponse porte un défi de revendications.',
    next: 'Envoyez la personne se connecter avec les revendications du défi, puis rappelez avec le nouveau jeton.',
  },
  api_not_here: {
    title: 'L’API n’a pas cette opération',
    reason: 'Le chemin existe avec une autre méthode, ou figure dans la documentation d’autres et non ici.',
    next: 'Consultez dans la référence de l’API les opérations qui existent.',
  },
  api_throttled: {
    title: 'L’API a été interrogée trop souvent',
    reason:
      'Chaque application et chaque personne ont droit à tant par seconde, pour qu’une boucle n’arrête personne d’autre.',
    next: 'Attendez le temps qu’indique Retry-After, puis continuez plus lentement.',
  },
  metadata_refused: {
    title: 'La liste des clés de sécurité a été refusée',
    reason:
      'Les métadonnées FIDO n’ont pas de source, sont injoignables, endommagées ou plus anciennes que celles qui sont là, ou leur signature n’est pas reconnue.',
    next: 'Téléchargez-le de nouveau auprès de la FIDO Alliance. Ce qui était là reste valable.',
  },
}
