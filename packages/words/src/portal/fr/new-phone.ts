import type { PortalWords } from '../english.ts'

/** Security info, about a new phone. */
export const newPhone: PortalWords['newPhone'] = {
  title: 'Nouveau téléphone',
  lead: 'Les clés d’accès d’un seul téléphone ne déménagent pas d’elles-mêmes. Choisissez votre cas et suivez les étapes.',
  question: 'Qu’en est-il de l’ancien téléphone ?',
  situations: {
    atHand: { label: 'Je l’ai encore', about: 'Il marche, et le nouveau est là aussi.' },
    gone: { label: 'Je ne l’ai plus', about: 'Perdu, volé ou cassé.' },
    wiped: { label: 'Il a été effacé', about: 'Réinitialisé, vendu ou rendu.' },
  },
  stepsLabel: 'Étapes',
  steps: {
    keepOld: {
      title: 'Gardez l’ancien téléphone jusqu’à la fin',
      about: 'Ne le réinitialisez pas encore. C’est votre moyen d’entrer.',
    },
    addWithOld: {
      title: 'Ajoutez une clé d’accès sur le nouveau téléphone',
      about: 'Confirmez avec l’ancien quand on vous le demande. Cela prend une minute.',
    },
    tryNew: {
      title: 'Connectez-vous une fois avec le nouveau',
      about: 'Pour savoir qu’il marche avant de quitter l’ancien.',
    },
    removeOld: {
      title: 'Supprimez ici la clé d’accès de l’ancien téléphone',
      about: 'Plus personne ne se connecte alors avec elle, quel que soit celui qui a le téléphone.',
    },
    endSessions: {
      title: 'Mettez fin à ce qui est encore connecté',
      about: 'Quelqu’un a peut-être le téléphone. Terminez ses sessions, ou déconnectez-vous partout.',
    },
    restoreSynced: {
      title: 'Restaurez votre sauvegarde sur le nouveau téléphone',
      about:
        'Les clés d’accès synchronisées reviennent avec le compte du téléphone. Celles d’un seul appareil, non.',
    },
    useOther: {
      title: 'Connectez-vous autrement',
      about: 'Vous avez une autre clé d’accès qui n’est pas sur le téléphone. Utilisez-la.',
    },
    askForPass: {
      title: 'Demandez un Temporary Access Pass',
      about:
        'Votre service d’assistance vérifie que c’est vous et vous donne un pass, par téléphone ou en personne.',
    },
    callHelpDesk: {
      title: 'Appelez votre service d’assistance',
      about: 'Il vérifie que c’est vous et vous donne un Temporary Access Pass.',
    },
    signInWithPass: {
      title: 'Connectez-vous avec le pass',
      about: 'Choisissez « Se connecter autrement », puis « Temporary Access Pass ».',
    },
    addNew: {
      title: 'Ajoutez une clé d’accès sur le nouveau téléphone',
      about: 'Faites-le tout de suite : le pass ne dure pas longtemps.',
    },
    addSecond: {
      title: 'Ajoutez-en une deuxième, pour la prochaine fois',
      about: 'Sur un ordinateur ou une clé de sécurité : un téléphone perdu n’est alors plus un problème.',
    },
  },
  places: {
    add: 'Ajouter un moyen de connexion',
    methods: 'Vos moyens de connexion',
    sessions: 'Vos sessions',
    requestPass: 'Demander un pass',
  },
  helpDesk: 'Service d’assistance',
  manager: ({ name }) => `Votre responsable, ${name}, sera peut-être interrogé à votre sujet.`,
}
