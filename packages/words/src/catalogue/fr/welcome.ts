import type { Words } from '../../words.ts'

/** Setting up an organisation: the page behind the first administrator's link. */
export const welcomeWords: Words['welcome'] = {
  title: 'Créer votre organisation',
  intro:
    'Vous en êtes le premier administrateur. Dites-nous qui vous êtes, puis créez votre clé d’accès : tout le reste vous sera ouvert.',
  linkOnce:
    'Le lien que vous avez ouvert ne sert qu’une fois. Regarder cette page ne l’use pas, le bouton ci-dessous si.',
  organisation: {
    legend: 'Votre organisation',
    name: 'Nom',
    nameHint: 'Tel que chacun le connaît : il figure sur chaque page.',
    namePlaceholder: 'Exemple SARL',
    nameRequired: 'Saisissez le nom de votre organisation.',
    domain: 'Domaine',
    domainHint:
      'La partie après @ dans les adresses. C’est ainsi que nous savons qui fait partie de chez vous.',
    domainPlaceholder: 'example.com',
    domainRequired: 'Saisissez un domaine, par exemple example.com.',
  },
  you: {
    legend: 'Vous',
    name: 'Votre nom',
    nameRequired: 'Saisissez votre nom.',
    userName: 'Votre nom d’utilisateur',
    userNameHint: 'Ce que vous saisissez pour vous connecter.',
    userNameRequired: 'Saisissez le nom avec lequel vous voulez vous connecter.',
    mail: 'Adresse e-mail (facultatif)',
    mailHint: 'Nous y écrivons quand un moyen de connexion de votre compte change.',
  },
  submit: 'Créer l’organisation, puis ma clé d’accès',
  noLink: {
    title: 'Cette page a besoin de son lien',
    reason:
      'Le lien du premier administrateur contient un secret après le signe #, et il manque dans cette adresse.',
  },
  deadLink: {
    title: 'Ce lien ne fonctionne plus',
    reason:
      'Il a déjà servi, un plus récent l’a remplacé, il a plus d’un jour, ou l’organisation est déjà créée.',
  },
  way: {
    title: 'Que faire',
    setUp: 'Si vous avez déjà créé l’organisation, connectez-vous.',
    newLink: 'Sinon, arrêtez le serveur sur sa machine et redémarrez-le : il affiche un nouveau lien.',
    lockedOut:
      'Si vous ne pouvez plus vous connecter comme administrateur, lancez cette commande sur la machine du serveur. Elle vous donne un accès à usage unique :',
    command: 'npm run latchkey -- admin-pass',
    signIn: 'Se connecter',
  },
}
