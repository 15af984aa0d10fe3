import type { httpProblems as english } from '../../problems/http.ts'

/** What can be wrong with a request as such, and with us. */
export const httpProblems: typeof english = {
  fault: {
    title: 'Quelque chose s’est mal passé de notre côté',
    reason: 'Le serveur a rencontré une erreur inattendue. Vous n’y êtes pour rien.',
    next: 'Réessayez dans une minute. Si cela se reproduit, donnez la référence ci-dessous à votre service d’assistance.',
    whoCanFix: 'operator',
  },
  page_not_found: {
    title: 'Cette page n’existe pas',
    reason: 'L’adresse est fausse, ou la page a été déplacée.',
    next: 'Vérifiez l’adresse, ou retournez là d’où vous venez.',
    whoCanFix: 'you',
  },
  cross_origin: {
    title: 'Cette demande venait d’ailleurs',
    reason: 'Votre navigateur indique qu’un autre site l’a faite. Nous ne l’avons pas exécutée.',
    next: 'Ouvrez vous-même notre page et essayez là.',
    whoCanFix: 'you',
  },
  request_unreadable: {
    title: 'La demande était illisible',
    reason: 'Ce que votre navigateur a envoyé était incomplet ou trop volumineux.',
    next: 'Rechargez la page et essayez encore une fois.',
    whoCanFix: 'you',
  },
  flow_stale: {
    title: 'Cette page est trop ancienne',
    reason:
      'Elle a été ouverte il y a plus d’une heure, ou dans un autre navigateur, ou votre navigateur ne garde pas les cookies. Rien n’est perdu.',
    next: 'Retournez dans l’application d’où vous venez et reconnectez-vous, ou commencez ici.',
    whoCanFix: 'you',
  },
  domain_needed: {
    title: 'Saisissez l’adresse entière',
    reason: 'La partie après @ dit à quelle organisation vous appartenez.',
    next: 'Ajoutez-la, comme dans nom@example.com, et réessayez.',
    whoCanFix: 'you',
  },
  unavailable: {
    title: 'Nous ne sommes pas encore prêts',
    reason: 'Le serveur est en train de démarrer ou de s’arrêter.',
    next: 'Réessayez dans une minute.',
    whoCanFix: 'operator',
  },
}
