import type { Words } from '../../words.ts'

/** Consent, devices and signing out of apps. */
export const oidcWords: Words['oidc'] = {
  consent: {
    title: ({ app }) => `Laisser ${app} savoir qui vous êtes ?`,
    reason: ({ app }) =>
      `${app} demande ce qui suit. La question ne vous est posée qu’une fois. Rien de vos clés d’accès ne quitte ce serveur.`,
    accept: 'Accepter',
    refuse: 'Annuler',
    needsAdministrator: {
      title: 'Un administrateur doit d’abord donner son accord',
      reason: ({ app }) =>
        `${app} demande quelque chose que seul un administrateur de votre organisation peut autoriser.`,
      next: 'Adressez-vous à votre service d’assistance ou à un administrateur, puis revenez.',
      back: 'Retour à l’application',
    },
  },
  scopes: {
    openid: 'Savoir que c’est vous, et comment vous vous êtes connecté',
    profile: 'Voir votre nom et votre nom d’utilisateur',
    email: 'Voir votre adresse e-mail',
    offline_access:
      'Vous garder connecté jusqu’à ce que vous vous déconnectiez, même quand vous ne l’utilisez pas',
    access_as_user: ({ resource }) => `Utiliser ${resource} en votre nom`,
    other: ({ scope }) => `Utiliser « ${scope} »`,
  },
  permissions: {
    'Policy.Read.All': 'Lire les stratégies de votre organisation',
    'Policy.Read.AuthenticationMethod': 'Lire la stratégie des moyens de connexion',
    'Policy.ReadWrite.AuthenticationMethod': 'Changer les moyens de connexion autorisés',
    'Policy.Read.ConditionalAccess': 'Lire les stratégies d’accès conditionnel',
    'Policy.ReadWrite.ConditionalAccess': 'Modifier les stratégies d’accès conditionnel',
    'Agreement.Read.All': 'Voir les conditions d’utilisation',
    'Agreement.ReadWrite.All': 'Modifier les conditions d’utilisation',
    'AgreementAcceptance.Read.All': 'Voir qui a accepté les conditions d’utilisation',
    'UserAuthenticationMethod.Read': 'Voir vos moyens de connexion',
    'UserAuthenticationMethod.ReadWrite': 'Voir et modifier vos moyens de connexion',
    'UserAuthenticationMethod.Read.All': 'Voir les moyens de connexion de tous',
    'UserAuthenticationMethod.ReadWrite.All': 'Voir et modifier les moyens de connexion de tous',
    'UserAuthMethod-Passkey.Read': 'Voir vos clés d’accès',
    'UserAuthMethod-Passkey.ReadWrite': 'Voir, ajouter et retirer vos clés d’accès',
    'UserAuthMethod-Passkey.Read.All': 'Voir les clés d’accès de tous',
    'UserAuthMethod-Passkey.ReadWrite.All': 'Voir, ajouter et retirer les clés d’accès de tous',
    'UserAuthMethod-TAP.Read': 'Voir si vous avez un Temporary Access Pass',
    'UserAuthMethod-TAP.ReadWrite': 'Voir et retirer votre Temporary Access Pass',
    'UserAuthMethod-TAP.Read.All': 'Voir qui a un Temporary Access Pass',
    'UserAuthMethod-TAP.ReadWrite.All': 'Émettre et retirer des Temporary Access Pass',
    'UserAuthMethod-Password.Read': 'Voir si vous avez un mot de passe',
    'UserAuthMethod-Password.ReadWrite': 'Voir si vous avez un mot de passe, et le modifier',
    'UserAuthMethod-Password.Read.All': 'Voir qui a un mot de passe',
    'UserAuthMethod-Password.ReadWrite.All': 'Voir qui a un mot de passe, et le définir',
    'UserAuthMethod-MicrosoftAuthApp.Read': 'Voir les appareils sur lesquels vous approuvez des connexions',
    'UserAuthMethod-MicrosoftAuthApp.ReadWrite':
      'Voir et retirer les appareils sur lesquels vous approuvez des connexions',
    'UserAuthMethod-MicrosoftAuthApp.Read.All':
      'Voir les appareils sur lesquels chacun approuve ses connexions',
    'UserAuthMethod-MicrosoftAuthApp.ReadWrite.All':
      'Voir et retirer les appareils sur lesquels chacun approuve ses connexions',
    'UserAuthMethod-SoftwareOATH.Read': 'Voir vos générateurs de codes',
    'UserAuthMethod-SoftwareOATH.ReadWrite': 'Voir et retirer vos générateurs de codes',
    'UserAuthMethod-SoftwareOATH.Read.All': 'Voir les générateurs de codes de tous',
    'UserAuthMethod-SoftwareOATH.ReadWrite.All': 'Voir et retirer les générateurs de codes de tous',
    'AuditLog.Read.All': 'Lire le journal des connexions, le journal d’audit et les rapports',
    'Reports.Read.All': 'Lire les rapports',
    'Directory.Read.All': 'Lire les personnes, les groupes, les appareils et les applications',
    'Directory.ReadWrite.All': 'Lire et modifier les personnes, les groupes et les appareils',
    'User.Read': 'Voir votre compte et les groupes dont vous faites partie',
    'User.ReadBasic.All': 'Voir les noms de tous',
    'User.Read.All': 'Voir les comptes de tous',
    'User.ReadWrite.All': 'Voir, ajouter et modifier les comptes de tous',
    'User.RevokeSessions.All': 'Mettre fin aux sessions de tous',
    'Group.Read.All': 'Lire les groupes et leurs membres',
    'Group.ReadWrite.All': 'Ajouter, modifier et retirer des groupes',
    'GroupMember.Read.All': 'Lire qui fait partie de quel groupe',
    'GroupMember.ReadWrite.All': 'Changer qui fait partie de quel groupe',
    'RoleManagement.Read.Directory': 'Lire qui administre',
    'RoleManagement.ReadWrite.Directory': 'Changer qui administre',
    'Application.Read.All': 'Lire quelles applications existent',
    'Application.ReadWrite.All': 'Ajouter, modifier et retirer des applications',
    'AppRoleAssignment.ReadWrite.All': 'Décider de ce que les applications peuvent faire seules',
    'DelegatedPermissionGrant.ReadWrite.All':
      'Décider de ce que les applications peuvent faire au nom des personnes',
    'Organization.Read.All': 'Lire les renseignements sur votre organisation',
    'Organization.ReadWrite.All': 'Modifier les renseignements sur votre organisation',
    'Domain.Read.All': 'Lire les domaines de votre organisation',
    'Domain.ReadWrite.All': 'Modifier les domaines de votre organisation',
    'Device.Read.All': 'Lire les appareils',
    'Device.ReadWrite.All': 'Modifier les appareils, et dire s’ils sont conformes',
  },
  permissionOfApp: ({ what }) => `${what} : d’elle-même, sans que personne soit connecté`,
  account: {
    title: 'Choisissez un compte',
    reason: ({ app }) => `pour accéder à ${app}`,
    signedIn: 'Connecté',
    another: 'Utiliser un autre compte',
    anotherHint: 'Se connecter avec un autre nom',
  },
  adminConsent: {
    title: ({ app }) => `Donner votre accord pour tous à ${app} ?`,
    reason: ({ organisation }) =>
      `Chez ${organisation}, tout le monde pourra alors utiliser cette application sans qu’on lui demande son accord. Elle pourra :`,
    accept: 'Accepter pour tous',
    refuse: 'Annuler',
    done: {
      title: 'Accord donné',
      reason:
        'L’application peut maintenant faire ce que vous avez accepté. Vous pouvez fermer cette fenêtre.',
    },
    stopped: {
      title: 'Rien n’a changé',
      reason: 'Vous n’avez pas donné votre accord. Vous pouvez fermer cette fenêtre.',
    },
  },
  device: {
    title: 'Saisissez le code',
    reason: 'Votre appareil ou votre programme affiche un code. Saisissez-le ici pour vous y connecter.',
    label: 'Code',
    submit: 'Suivant',
    unknown:
      'Ce code n’existe pas, il a plus d’un quart d’heure ou il a déjà servi. Regardez de nouveau l’appareil, ou faites-lui afficher un nouveau code.',
    confirm: {
      title: ({ app }) => `Vous connecter à ${app} sur un autre appareil ?`,
      code: 'Code',
      from: 'Demandé depuis',
      as: 'Compte',
      warning:
        'Ne continuez que si vous avez vous-même lancé cette connexion, à l’instant, sur un appareil que vous avez devant vous.',
      warningMore:
        'Si quelqu’un vous a envoyé ce code, par e-mail, par messagerie ou au téléphone, arrêtez : cette personne serait connectée à votre place.',
      agreeing: 'Vous acceptez aussi qu’elle puisse :',
      yes: 'Oui, c’est moi',
      no: 'Non, arrêter',
    },
    done: {
      title: 'L’appareil est connecté',
      reason:
        'Vous pouvez fermer cette fenêtre et continuer sur l’appareil. Il figure parmi vos sessions dans les informations de sécurité.',
    },
    stopped: {
      title: 'Connexion arrêtée',
      reason:
        'Personne n’a été connecté. Si quelqu’un vous a envoyé le code, prévenez votre service d’assistance.',
    },
    tooWeak: {
      title: 'Cette application ne s’utilise pas avec un code',
      reason: ({ app }) =>
        `${app} demande une clé d’accès sur l’appareil lui-même. Un code que n’importe qui a pu envoyer ne suffit pas.`,
      next: 'Ouvrez l’application dans un navigateur sur cet appareil-là et connectez-vous-y.',
    },
    instruction: ({ url, code }) =>
      `Pour vous connecter, ouvrez ${url} dans un navigateur et saisissez le code ${code}.`,
  },
  signOut: {
    title: 'Se déconnecter ?',
    reason:
      'Vous serez déconnecté dans ce navigateur, ici et dans toutes les applications ouvertes à partir d’ici.',
    reasonApp: ({ app }) =>
      `${app} demande à vous déconnecter : ici, et dans toutes les applications ouvertes à partir d’ici.`,
    submit: 'Se déconnecter',
    stay: 'Rester connecté',
  },
  goingOn: { title: 'Retour à l’application', reason: 'Un instant…', submit: 'Continuer' },
  problem: {
    title: 'La demande de l’application n’est pas correcte',
    reason:
      'Une application vous a envoyé ici pour vous connecter, d’une façon à laquelle nous ne pouvons pas répondre. Vous n’y êtes pour rien.',
    next: 'Retournez dans l’application et réessayez. Si cela se reproduit, transmettez à ses auteurs ce qui figure ci-dessous.',
    technical: 'Pour les auteurs de l’application',
    expired: {
      title: 'Cette connexion est trop ancienne',
      reason:
        'Elle a commencé il y a plus d’une heure, ou dans un autre navigateur, ou votre navigateur ne garde pas les cookies.',
      next: 'Retournez dans l’application et reconnectez-vous.',
    },
  },
}
