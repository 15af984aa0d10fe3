import { accounts } from '../../authenticator/fr/accounts.ts'
import type { authenticator as english } from '../en/authenticator.ts'
import type { HelpWords } from '../english.ts'

/** What the Authenticator says. */
export const authenticator: Pick<HelpWords['problems'], keyof typeof english> = {
  locked: {
    title: 'L’Authenticator est verrouillé',
    reason: 'Ce qu’il garde est scellé et s’ouvre avec son code PIN ou une clé d’accès de l’appareil.',
    next: 'Ouvrez l’Authenticator et déverrouillez-le. S’il n’a pas encore de code PIN, choisissez-en un.',
  },
  lock_needed: {
    title: 'Le verrouillage de l’application doit rester',
    reason:
      'Des clés de l’application ou des navigateurs associés sont scellés avec lui, et seraient perdus sans lui.',
    next: 'Dissociez d’abord les navigateurs et supprimez les clés de l’application, puis désactivez le verrouillage.',
  },
  pin_too_simple: {
    title: 'Ce code PIN est trop facile à deviner',
    reason: 'Il a moins de six caractères, ou fait partie de ceux que tout le monde essaie d’abord.',
    next: 'Prenez au moins six caractères qui ne forment ni suite ni répétition.',
  },
  unlock_wrong: {
    title: 'L’Authenticator ne s’est pas ouvert',
    reason:
      'Le code PIN ou la clé d’accès n’est pas celui qui le verrouille. Après plusieurs erreurs, il vous fait attendre.',
    next: 'Attendez qu’il vous laisse essayer, puis saisissez le code PIN que vous avez choisi pour lui. Après dix erreurs, il efface ce qu’il garde.',
  },
  wiped: {
    title: 'L’Authenticator a effacé ce qu’il gardait',
    reason: 'Le code PIN a été faux dix fois : les clés d’accès et les clés de cet appareil ont disparu.',
    next: `Connectez-vous autrement et choisissez « ${accounts.add} ». Sans autre moyen, votre service d’assistance vous donne un Temporary Access Pass.`,
  },
  device_not_registered: {
    title: 'Cet appareil n’est pas inscrit',
    reason: 'Le compte n’est pas dans l’Authenticator, ou votre organisation en a retiré l’appareil.',
    next: `Ouvrez l’Authenticator et choisissez « ${accounts.add} », ou « ${accounts.state.registerAgain} » si le compte s’y trouve.`,
  },
  storage_unreadable: {
    title: 'Le contenu de l’Authenticator est illisible',
    reason: 'Il a été écrit par une version plus récente, appartient à un autre appareil, ou est endommagé.',
    next: 'Mettez l’Authenticator à jour. Si cela ne suffit pas, retirez le compte, connectez-vous autrement et ajoutez-le de nouveau.',
  },
  answer_unreadable: {
    title: 'L’Authenticator ne comprend pas le serveur',
    reason: 'Quelque chose entre les deux a modifié la réponse, ou l’un est bien plus ancien que l’autre.',
    next: 'Mettez l’Authenticator à jour. Si cela persiste, dites-le à votre service d’assistance : la personne qui gère le serveur peut en voir la cause.',
  },
}
