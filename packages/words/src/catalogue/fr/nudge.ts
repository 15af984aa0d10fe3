import type { Words } from '../../words.ts'

export const nudgeWords: Words['nudge'] = {
  title: 'Connectez-vous plus vite et plus sûrement',
  reason:
    'Votre organisation passe aux clés d’accès. Créez la vôtre maintenant : cela prend une minute, et vous vous connecterez ensuite avec votre empreinte, votre visage ou votre code PIN.',
  next: 'Suivant',
  others: 'Autres possibilités',
  otherDevice: 'Utiliser un téléphone ou une clé de sécurité',
  skip: 'Passer pour l’instant',
  skipLeft: ({ left }) =>
    left === 1 ? 'Passer pour l’instant (dernière fois)' : `Passer pour l’instant (encore ${left} fois)`,
  last: 'Vous pouvez passer cette étape encore une fois. Ensuite, vous créerez votre clé d’accès avant de continuer ; si cela ne marche pas, vous entrerez tout de même.',
  until: ({ day }) =>
    `Vous pouvez passer cette étape jusqu’au ${day}. À partir de là, vous créerez votre clé d’accès avant de continuer ; si cela ne marche pas, vous entrerez tout de même.`,
  due: 'Le moment est venu : créez votre clé d’accès avant de continuer.',
  dueHint: 'Si cela ne marche pas, vous pourrez continuer sans elle.',
  failed: 'Passer',
  failedHint: 'Cette fois, vous pouvez continuer sans clé d’accès. Cela ne compte pas.',
}
