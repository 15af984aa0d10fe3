import type { CentreWords } from '../english.ts'

export const home: CentreWords['home'] = {
  title: 'Accueil',
  counted: ({ time }) => `Compté ${time}.`,
  attention: {
    title: 'Ce qui demande votre attention',
    nothing: 'Rien ne demande votre attention',
    nothingLead: 'Les modèles de clés sont en règle, rien n’arrive bientôt à échéance et personne n’attend.',
    look: 'Voir',
    now: 'Maintenant',
    soon: 'Bientôt',
    badModel: ({ name }) => `Il y a un problème avec ${name}`,
    badModelAbout: ({ count, statuses }) =>
      `${count === 1 ? '1 personne a' : `${count} personnes ont`} une clé d’accès de ce modèle. Les métadonnées disent : ${statuses}.`,
    onlyPhishable: ({ count }) =>
      count === 1
        ? '1 personne n’a rien qui résiste à l’hameçonnage'
        : `${count} personnes n’ont rien qui résiste à l’hameçonnage`,
    onlyPhishableAbout: 'Elles ont un mot de passe ou des codes, et pas encore de clé d’accès.',
    passesInUse: ({ count }) =>
      count === 1 ? '1 Temporary Access Pass est valable' : `${count} Temporary Access Pass sont valables`,
    passesAbout: ({ time }) => `Le prochain se termine ${time}.`,
    requestsWaiting: ({ count }) =>
      count === 1 ? '1 demande de passe attend' : `${count} demandes de passe attendent`,
    requestsAbout: ({ time }) => `La plus ancienne est arrivée ${time}.`,
    wouldFail: ({ name }) => `« ${name} » arrêterait des connexions si la règle était active`,
    wouldFailAbout: ({ signIns, people }) =>
      `Ces 7 derniers jours : ${signIns === 1 ? '1 connexion' : `${signIns} connexions`} de ${people === 1 ? '1 personne' : `${people} personnes`}. La règle est seulement observée.`,
    ends: {
      trustRoot: ({ name }) => `Le certificat de confiance « ${name} » arrive à échéance`,
      deviceCa: 'Le certificat sur lequel repose Latchkey Authenticator arrive à échéance',
      serverCertificate: 'Le certificat de ce serveur arrive à échéance',
      metadata: 'De nouvelles métadonnées sur les modèles de clés ne sont pas venues',
    },
    endsAt: ({ time }) => `Échéance ${time}.`,
    ended: ({ time }) => `Depuis ${time}.`,
    streamFailing: ({ name }) => `Le flux de journaux « ${name} » ne passe pas`,
    streamAbout: ({ time }) =>
      `Depuis ${time}. Rien n’est perdu : tout sera envoyé dès le retour du destinataire.`,
    newerSystems: ({ systems }) => `Le guide n’a pas encore été vérifié pour ${systems}`,
    newerSystemsAbout: ({ count }) =>
      `${count === 1 ? 'Une visite' : `${count} visites`} de là pour l’instant. Essayez-y les étapes et modifiez ce qui s’y lit autrement.`,
    noEmergencyAccount: 'Il n’y a pas de compte d’urgence',
    noEmergencyAbout:
      'Si une règle tourne mal, personne ne pourrait entrer pour la réparer. Gardez-en un ou deux, chacun avec une clé d’accès.',
  },
  numbers: {
    title: 'Comment cela évolue',
    lead: 'Les 30 derniers jours.',
    people: 'Personnes',
    share: 'Connexions avec une clé d’accès',
    ofSignIns: ({ count }) => `sur ${count} connexions`,
    failures: 'Connexions échouées',
    today: ({ count }) => `${count} aujourd’hui`,
    signIns: 'Connexions',
    passkeySignIns: 'Avec une clé d’accès',
    otherSignIns: 'Autrement',
    peopleWithPasskey: 'Personnes avec une clé d’accès',
    everybody: 'Tout le monde',
  },
  chart: {
    table: 'Afficher en tableau',
    picture: 'Afficher en image',
    day: 'Jour',
  },
}
