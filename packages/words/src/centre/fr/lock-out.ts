import type { CentreWords } from '../english.ts'

export const lockOut: CentreWords['lockOut'] = {
  see: 'Voir qui est concerné',
  looking: 'Examen de tout le monde …',
  title: (values: { readonly count: number }) =>
    values.count === 1 ? 'Une personne n’entrerait plus' : `${values.count} personnes n’entreraient plus`,
  titleNobody: 'Personne ne resterait dehors',
  titleLast: 'Plus personne ne pourrait administrer',
  lead: 'Aujourd’hui, ces personnes se connectent ou peuvent se débrouiller seules. Après cette modification, elles ne pourraient plus ni l’un ni l’autre.',
  leadNobody:
    'Toutes les personnes qui se connectent aujourd’hui le pourraient encore, ou pourraient se débrouiller seules.',
  leadNothing: 'Cela ne changerait rien.',
  leadLast:
    'Après cette modification, aucun administrateur général ne pourrait ouvrir le centre d’administration. Cela ne se confirme pas, car personne ne pourrait revenir en arrière. Excluez un administrateur, ou demandez quelque chose que l’un d’eux possède.',
  listed: 'Les personnes selon ce qui leur arriverait',
  outcome: {
    satisfied: 'se connectent comme avant',
    canEnrol: 'peuvent se débrouiller seules',
    needsHelpDesk: 'ont besoin de l’assistance',
    blocked: 'ne peuvent pas du tout entrer',
  },
  reason: {
    passkey: 'Doit d’abord ajouter une clé d’accès, et le peut.',
    passkeyByPass: 'Doit d’abord ajouter une clé d’accès, et le peut grâce au passe en sa possession.',
    totp: 'Doit d’abord configurer les codes à usage unique, et le peut.',
    totpByPass:
      'Doit d’abord configurer les codes à usage unique, et le peut grâce au passe en sa possession.',
    push: 'Doit d’abord configurer les confirmations sur un téléphone, et le peut.',
    pushByPass:
      'Doit d’abord configurer les confirmations sur un téléphone, et le peut grâce au passe en sa possession.',
    device: 'Doit d’abord inscrire son navigateur comme appareil, et le peut.',
    deviceByPass:
      'Doit d’abord inscrire son navigateur comme appareil, et le peut grâce au passe en sa possession.',
    compliance:
      'N’a aucun appareil déclaré conforme. C’est à la personne qui gère les appareils de le faire.',
    needsHelpDesk:
      'N’a rien qui suffise et ne peut pas l’ajouter sans aide ; il lui faut un Temporary Access Pass.',
    blocked: 'Rien de ce qu’on pourrait lui donner ne suffirait.',
  },
  because: (values: { readonly policies: string }) => `Ce qui bloque : ${values.policies}`,
  becauseMethods: 'Ce qui bloque : les méthodes de connexion autorisées',
  where: (values: { readonly place: string }) => `Dernier lieu de connexion : ${values.place}`,
  more: (values: { readonly count: number }) => `Et ${values.count} autres. La liste les contient toutes.`,
  exportAll: 'Télécharger la liste (CSV)',
  exporting: 'Écriture de la liste …',
  csv: {
    name: 'Nom',
    userName: 'Nom d’utilisateur',
    outcome: 'Ce qui arriverait',
    reason: 'Pourquoi',
    policies: 'Ce qui bloque',
  },
  instead: {
    title: 'Ce que vous pourriez faire à la place',
    exclude: 'Excluez ces personnes de la règle par un groupe, jusqu’à ce qu’elles soient prêtes.',
    watch: 'Observez d’abord : le mode rapport montre qui serait arrêté, sans arrêter personne.',
    passes: 'Délivrez avant des Temporary Access Pass, pour que chacun ajoute ce qu’il lui faut.',
    watchNow: 'Enregistrer en mode rapport',
  },
  loops: 'Cette combinaison ne mène à rien',
  acknowledge: (values: { readonly count: number }) =>
    values.count === 1
      ? 'Je sais que cette personne n’entrera pas, et je l’aiderai'
      : `Je sais que ces ${values.count} personnes n’entreront pas, et je les aiderai`,
  type: (values: { readonly count: number }) =>
    `Saisissez le nombre de personnes (${values.count}) pour continuer`,
  typeWrong: 'Ce n’est pas le nombre de personnes.',
  goOn: 'Enregistrer malgré tout',
  changed: 'La liste a changé entre-temps : voici les personnes concernées maintenant.',
  loopAdvice: {
    pass_cannot_register: {
      happens:
        'Ajouter une méthode demande une force qu’aucun Temporary Access Pass ne remplit : qui n’a qu’un passe n’aura jamais de première clé d’accès.',
      instead: 'Indiquez pour cela une force qui accepte aussi un passe.',
    },
    registration_not_excepted: {
      happens:
        'La force pour toutes les applications vaut aussi pour l’ajout d’une méthode : qui n’a pas ce qu’il faut est envoyé le créer, et ne le peut pas.',
      instead:
        'Ajoutez une stratégie pour l’ajout de méthodes, avec une force qui accepte un passe. Il existe un modèle.',
    },
    registration_closed: {
      happens: 'Personne ne peut ajouter de méthode de connexion, où que ce soit.',
      instead:
        'Restreignez la stratégie aux lieux qui ne sont pas de confiance, ou aux personnes qui ont leurs méthodes.',
    },
    strength_unreachable: {
      happens: 'La force n’accepte que des méthodes désactivées pour tout le monde.',
      instead: 'Activez l’une d’elles, ou ajoutez à la force une méthode activée.',
    },
    models_disjoint: {
      happens: 'La force accepte des clés de certains modèles, et aucun profil ne permet d’en ajouter.',
      instead: 'Acceptez ces modèles dans un profil, ou nommez des modèles qu’un profil accepte.',
    },
    models_not_asked_for: {
      happens:
        'La force accepte des clés dont le modèle est prouvé, et aucun profil ne demande cette preuve.',
      instead: 'Activez l’attestation dans le profil qui accepte ces modèles.',
    },
    self_service_off: {
      happens: 'Seules les clés d’accès suffisent, et personne ne peut en ajouter soi-même.',
      instead: 'Permettez d’en ajouter, ou donnez-en d’abord une à chacun.',
    },
    compliance_unknown: {
      happens: 'Un appareil conforme est demandé, et rien ne dit lesquels le sont : personne n’entre.',
      instead: 'Faites-le d’abord dire par votre gestion des appareils, ou laissez une force suffire.',
    },
    control_unavailable: {
      happens: 'La stratégie n’accepte que des choses qui n’existent pas ici : personne n’entre.',
      instead: 'Supprimez-les, ou laissez une force suffire.',
    },
    every_administrator_blocked: {
      happens: 'Aucun administrateur n’entre plus jamais dans le centre d’administration.',
      instead: 'Excluez ceux qui doivent le garder, ou restreignez la stratégie.',
    },
    frequency_against_once: {
      happens:
        'L’ajout demande chaque fois une nouvelle preuve, et un passe ne sert qu’une fois : qui met plus de cinq minutes recommence sans passe.',
      instead: 'Redemandez après une heure, ou permettez plusieurs usages des passes.',
    },
    no_trusted_network: {
      happens:
        'La stratégie parle de lieux de confiance, et il n’y en a aucun : elle vaut partout, ou pour aucun lieu.',
      instead: 'Nommez vos réseaux comme un lieu et marquez-le de confiance.',
    },
  },
}
