import type { Words } from '../../words.ts'
import type { MailValues } from '../mail.ts'

const named = ({ name }: MailValues): string => (name === undefined ? '' : ` « ${name} »`)
const who = ({ by }: MailValues): string => (by === undefined ? '' : ` par ${by}`)
const where = ({ organisation }: MailValues): string =>
  organisation === undefined ? 'votre compte' : `votre compte chez ${organisation}`

const deleteIt =
  'ouvrez les informations de sécurité, supprimez la clé d’accès et choisissez « Se déconnecter partout ». Prévenez ensuite votre service d’assistance.'
const tellHelpDesk =
  'prévenez tout de suite votre service d’assistance et choisissez « Se déconnecter partout » dans les informations de sécurité.'

const emergencyAccounts =
  'Vous recevez ce message parce que vous administrez l’organisation. Il est envoyé chaque fois à toutes les personnes qui l’administrent.'

const templates: Words['mail']['templates'] = {
  passkey_added: {
    subject: () => 'Une clé d’accès a été ajoutée à votre compte',
    what: (values) => `La clé d’accès${named(values)} a été ajoutée à ${where(values)}${who(values)}.`,
    ifNotYou: deleteIt,
  },
  first_passkey_with_password: {
    subject: () => 'À vérifier : première clé d’accès, ajoutée par mot de passe seul',
    what: (values) =>
      `Quelqu’un s’est connecté à ${where(values)} avec votre mot de passe et rien d’autre, et a ajouté la clé d’accès${named(values)}. Désormais, cette clé d’accès permet de se connecter à votre place. Nous vous le signalons parce qu’un mot de passe peut être volé.`,
    ifNotYou: `agissez tout de suite : ${deleteIt} Faites aussi changer votre mot de passe.`,
  },
  passkey_removed: {
    subject: () => 'Une clé d’accès a été retirée de votre compte',
    what: (values) =>
      `La clé d’accès${named(values)} a été retirée de ${where(values)}${who(values)}. Elle ne permet plus de se connecter. Elle est peut-être encore visible sur l’appareil où elle a été créée : vous pouvez l’y supprimer.`,
    ifNotYou: tellHelpDesk,
  },
  device_registered: {
    subject: () => 'Un appareil a été inscrit pour votre compte',
    what: (values) =>
      `L’appareil${named(values)} a été inscrit pour ${where(values)}${who(values)}. Latchkey Authenticator peut y conserver des clés d’accès qui permettent de se connecter en votre nom.`,
    ifNotYou:
      'retirez l’appareil dans vos informations de sécurité, choisissez-y « Se déconnecter partout » et prévenez votre service d’assistance.',
  },
  device_revoked: {
    subject: () => 'Un appareil de votre compte n’est plus valable',
    what: (values) =>
      `L’appareil${named(values)} de ${where(values)} a été désactivé ou retiré${who(values)}. Les clés d’accès qui y ont été créées ne permettent plus de se connecter.`,
    ifNotYou: tellHelpDesk,
  },
  pass_issued: {
    subject: () => 'Un Temporary Access Pass a été émis pour votre compte',
    what: (values) =>
      `Un Temporary Access Pass pour ${where(values)} a été émis${who(values)}. La personne qui l’a émis vous le donne, il n’est jamais envoyé par e-mail.${passTimes(values)}`,
    ifNotYou:
      'prévenez tout de suite votre service d’assistance : toute personne qui a ce pass peut se connecter à votre place.',
  },
  pass_used: {
    subject: () => 'Un Temporary Access Pass a servi pour votre compte',
    what: (values) => `Quelqu’un s’est connecté à ${where(values)} avec un Temporary Access Pass.`,
    ifNotYou: tellHelpDesk,
  },
  pass_removed: {
    subject: () => 'Un Temporary Access Pass pour votre compte a été retiré',
    what: (values) =>
      `Le Temporary Access Pass pour ${where(values)} a été retiré${who(values)}. Les sessions ouvertes avec lui ont pris fin.`,
    ifNotYou: tellHelpDesk,
  },
  pass_requested: {
    subject: () => 'Un Temporary Access Pass a été demandé pour votre compte',
    what: (values) =>
      `Quelqu’un a demandé un Temporary Access Pass pour ${where(values)} : une façon d’entrer quand rien d’autre ne marche. Votre service d’assistance vérifie de qui il s’agit avant d’en donner un.`,
    ifNotYou: 'arrêtez la demande et prévenez votre service d’assistance.',
    link: 'Arrêter la demande',
  },
  pass_request_waiting: {
    subject: () => 'Une demande de Temporary Access Pass attend',
    what: (values) =>
      `Quelqu’un qui dit être ${values.name ?? 'une personne de votre organisation'} a demandé un Temporary Access Pass.`,
    whatToDo:
      'Vérifiez d’abord de qui il s’agit, par un moyen que vous connaissez vous-même : rappelez au numéro de vos dossiers, jamais à celui de la demande. Ce message arrive une fois par heure au plus ; d’autres demandes peuvent attendre.',
    link: 'Les demandes',
  },
  pass_request_for_manager: {
    subject: ({ name = 'cette personne' }) => `Est-ce vraiment ${name} ?`,
    what: (values) =>
      `Quelqu’un qui dit être ${values.name ?? 'une personne de votre équipe'}, dont vous êtes responsable, ne peut pas se connecter et a demandé un Temporary Access Pass.`,
    whatToDo: 'Parlez-lui d’abord, en face ou à un numéro que vous connaissez. Répondez ensuite.',
    link: 'Répondre',
  },
  pass_request_approved: {
    subject: () => 'Un Temporary Access Pass pour votre compte a été approuvé',
    what: (values) =>
      `La demande de Temporary Access Pass pour ${where(values)} a été approuvée.${passTimes(values)}`,
    ifNotYou:
      'arrêtez-le tout de suite. Le pass ne marche alors plus, et toute session ouverte avec lui prend fin.',
    link: 'L’arrêter',
  },
  pass_request_refused: {
    subject: () => 'Un Temporary Access Pass pour votre compte a été refusé',
    what: (values) => `La demande de Temporary Access Pass pour ${where(values)} a été refusée.`,
    whatToDo: 'Si vous ne pouvez toujours pas vous connecter, appelez votre service d’assistance.',
  },
  pass_request_stopped: {
    subject: () => 'Une demande de Temporary Access Pass a été arrêtée par la personne',
    what: (values) =>
      `${values.name ?? 'Une personne'} dit que la demande de Temporary Access Pass à son nom ne venait pas d’elle. Le pass, s’il y en avait un, ne marche plus.`,
    whatToDo:
      'Quelqu’un essaie peut-être d’entrer dans ce compte. Parlez à la personne, à un numéro que vous connaissez, et regardez la demande et le journal des connexions.',
    link: 'Les demandes',
  },
  pass_by_mail: {
    subject: () => 'Votre Temporary Access Pass',
    what: (values) =>
      `Votre Temporary Access Pass pour ${where(values)} : ${values.pass ?? '…'}.${passTimes(values)}`,
    whatToDo:
      'Saisissez-le là où vous vous connectez, et seulement là. Personne ne vous le demandera. Si vous n’avez pas demandé de pass, prévenez tout de suite votre service d’assistance.',
  },
  sign_in_disowned: {
    subject: () => 'Vous avez signalé quelque chose qui ne venait pas de vous',
    what: (values) =>
      `Vous nous avez dit qu’une connexion à ${where(values)}, ou une modification, ne venait pas de vous. Les autres sessions ont pris fin et votre service d’assistance est au courant.`,
    ifNotYou: tellHelpDesk,
  },
  sign_in_disowned_by: {
    subject: ({ name = 'Une personne' }) => `${name} signale quelque chose qui ne venait pas de son fait`,
    what: (values) =>
      `${values.name ?? 'Une personne'} dit qu’une connexion à son compte, ou une modification, venait de quelqu’un d’autre. Ses autres sessions ont pris fin.`,
    whatToDo:
      'Quelqu’un d’autre a peut-être un moyen d’entrer dans ce compte. Parlez à la personne, à un numéro que vous connaissez, et regardez le compte.',
    link: 'Le compte',
  },
  other_address_changed: {
    subject: () => 'L’autre adresse électronique de votre compte a été modifiée',
    what: (values) =>
      `L’autre adresse électronique conservée pour ${where(values)}, pour le cas où vous ne pourriez pas vous connecter, a été modifiée${who(values)}. Ce message est envoyé à toutes les adresses concernées, y compris la précédente.`,
    ifNotYou: tellHelpDesk,
  },
  device_linked: {
    subject: () => 'Un navigateur et un appareil se connaissent',
    what: (values) =>
      `L’un de vos navigateurs et l’appareil${named(values)} peuvent désormais servir ensemble à se connecter à ${where(values)}.`,
    ifNotYou:
      'ouvrez les informations de sécurité, retirez l’association sous « Vos appareils » et choisissez « Se déconnecter partout ». Prévenez ensuite votre service d’assistance.',
  },
  device_link_removed: {
    subject: () => 'Deux appareils ne se connaissent plus',
    what: (values) =>
      `L’appareil${named(values)} n’est plus associé à un navigateur pour se connecter à ${where(values)}${who(values)}.`,
    ifNotYou:
      'ouvrez les informations de sécurité, vérifiez vos appareils et choisissez « Se déconnecter partout ». Prévenez ensuite votre service d’assistance.',
  },
  approvals_set_up: {
    subject: () => 'Un appareil peut confirmer vos connexions',
    what: (values) =>
      `L’appareil${named(values)} peut désormais confirmer les connexions à ${where(values)}.`,
    ifNotYou:
      'ouvrez les informations de sécurité, retirez l’application Authenticator et choisissez « Se déconnecter partout ». Prévenez ensuite votre service d’assistance.',
  },
  approvals_removed: {
    subject: () => 'Un appareil ne confirme plus vos connexions',
    what: (values) =>
      `L’appareil${named(values)} ne confirme plus les connexions à ${where(values)}${who(values)}.`,
    ifNotYou: tellHelpDesk,
  },
  approvals_paused: {
    subject: () => 'Quelqu’un connaît peut-être votre mot de passe',
    what: (values) =>
      `Des connexions à ${where(values)} ont été refusées ou signalées sur votre appareil. Jusqu’au ${values.expiresAt ?? 'prochain avis'}, rien n’y sera demandé. Vos clés d’accès fonctionnent comme avant.`,
    ifNotYou:
      'quelqu’un d’autre a votre mot de passe : changez-le maintenant et prévenez votre service d’assistance.',
  },
  approvals_paused_of: {
    subject: () => 'Des connexions ont été refusées sur un appareil',
    what: (values) =>
      `Des connexions de${named(values)} ont été refusées ou signalées sur son appareil. Jusqu’au ${values.expiresAt ?? 'prochain avis'}, rien n’y sera demandé.`,
    whatToDo:
      'Vous recevez ce message parce que vous administrez l’organisation. Quelqu’un connaît peut-être son mot de passe : parlez-lui et regardez le journal des connexions.',
  },
  totp_added: {
    subject: () => 'Des codes à usage unique ont été ajoutés à votre compte',
    what: (values) =>
      `Une application de codes à usage unique${named(values)} a été ajoutée à ${where(values)}${who(values)}.`,
    ifNotYou:
      'ouvrez les informations de sécurité, retirez les codes et choisissez « Se déconnecter partout ». Prévenez ensuite votre service d’assistance.',
  },
  totp_removed: {
    subject: () => 'Des codes à usage unique ont été retirés de votre compte',
    what: (values) =>
      `L’application de codes à usage unique${named(values)} a été retirée de ${where(values)}${who(values)}.`,
    ifNotYou: tellHelpDesk,
  },
  password_changed: {
    subject: () => 'Le mot de passe de votre compte a été modifié',
    what: (values) => `Le mot de passe de ${where(values)} a été modifié${who(values)}.`,
    ifNotYou: tellHelpDesk,
  },
  sessions_revoked: {
    subject: () => 'Vous avez été déconnecté partout',
    what: (values) =>
      `Toutes les sessions de ${where(values)} ont été fermées${who(values)}, sur tous les appareils. Reconnectez-vous là où vous en avez besoin.`,
    ifNotYou: 'prévenez votre service d’assistance. Personne ne peut plus utiliser les sessions fermées.',
  },
  authenticator_status_changed: {
    subject: () => 'Un modèle de clé d’accès en service est signalé défaillant',
    what: (values) =>
      `Les métadonnées FIDO signalent maintenant ${values.statuses ?? 'un problème'} pour le modèle${named(values)}.${inUse(values)}`,
    whatToDo:
      'Vous recevez ce message parce que vous administrez la connexion. Lisez ce qu’en dit le fabricant, et décidez dans l’administration si ces clés d’accès continuent de suffire seules, demandent une autre preuve ou sont refusées.',
  },
  break_glass_changed: {
    subject: () => 'Les comptes d’urgence ont été modifiés',
    what: (values) =>
      values.marked === 'yes'
        ? `Le compte${named(values)} a été réservé aux urgences${who(values)} : les règles de l’organisation ne s’y appliquent pas, et seules ses clés d’accès l’ouvrent.`
        : `Le compte${named(values)} a été rendu à l’usage ordinaire${who(values)}. Il n’est plus réservé aux urgences.`,
    whatToDo: emergencyAccounts,
  },
  break_glass_used: {
    subject: () => 'Un compte d’urgence a été utilisé',
    what: (values) => `Quelqu’un s’est connecté avec le compte d’urgence${named(values)}.`,
    whatToDo: `${emergencyAccounts} Si ce n’est personne que vous connaissez, désactivez le compte tout de suite.`,
  },
  domain_taken: {
    subject: () => 'Une autre organisation a prouvé un domaine que vous revendiquez',
    what: (values) =>
      `Une autre organisation sur ce serveur a prouvé que le domaine${named(values)} est le sien. Vous l’aviez ajouté sans l’avoir encore prouvé.`,
    whatToDo:
      'Vous recevez ce message parce que vous administrez l’organisation. Si le domaine est à vous, parlez à l’exploitant de ce serveur. Sinon, retirez-le de votre liste.',
  },
  domain_proof_missing: {
    subject: () => 'La preuve d’un domaine a disparu',
    what: (values) =>
      `L’enregistrement DNS qui prouve le domaine${named(values)} n’est plus là. Rien ne change : chacun continue à se connecter comme avant.`,
    whatToDo:
      'Vous recevez ce message parce que vous administrez l’organisation. Remettez l’enregistrement tel que la page Domaines du centre d’administration le montre ; ou, si vous avez abandonné le domaine, donnez d’autres noms à ses personnes et retirez-le.',
  },
  domain_released: {
    subject: () => 'Un domaine a été retiré à votre organisation',
    what: (values) =>
      `L’exploitant de ce serveur a libéré le domaine${named(values)}, car il a changé de propriétaire. Les personnes dont le nom en dépend gardent leur nom et leurs clés d’accès, mais ce domaine ne permet plus de les trouver.`,
    whatToDo:
      'Vous recevez ce message parce que vous administrez l’organisation. Donnez d’autres noms à ces personnes. S’il s’agit d’une erreur, parlez-en à l’exploitant de ce serveur.',
  },
  break_glass_unproven: {
    subject: () => 'Un compte d’urgence n’a pas été essayé depuis longtemps',
    what: (values) =>
      `Aucune clé d’accès du compte d’urgence${named(values)} n’a été utilisée ces ${values.days ?? '90'} derniers jours.`,
    whatToDo: `${emergencyAccounts} Connectez-vous une fois avec ce compte, pour savoir qu’il fonctionnera le jour où vous en aurez besoin.`,
  },
}

function inUse({ passkeys, organisation }: MailValues): string {
  if (passkeys === undefined) return ''
  const place = organisation === undefined ? 'dans votre organisation' : `chez ${organisation}`
  return ` Clés d’accès de ce modèle ${place} : ${passkeys}.`
}

function passTimes({ startsAt, expiresAt }: MailValues): string {
  if (expiresAt === undefined) return ''
  return startsAt === undefined
    ? ` Il est valable jusqu’au ${expiresAt}.`
    : ` Il est valable du ${startsAt} au ${expiresAt}.`
}

/** The mails we send. */
export const mailWords: Words['mail'] = {
  greeting: ({ person }) => (person === undefined ? 'Bonjour,' : `Bonjour ${person},`),
  time: (time) => `Quand : ${time}`,
  device: (device) => `Avec : ${device}`,
  ipAddress: (ipAddress) => `Depuis : adresse réseau ${ipAddress}`,
  ifYou: 'Si c’était vous, ou si vous vous y attendiez, vous n’avez rien à faire.',
  ifNotYou: (what) => `Sinon, ${what}`,
  url: (url) => `Informations de sécurité : ${url}`,
  helpDesk: (helpDesk) => `Assistance : ${helpDesk}`,
  footer:
    'Vous recevez ce message parce que quelque chose a changé dans la connexion à votre compte. Il ne demande jamais de mot de passe ni de code.',
  templates,
}
