import { securityInfoWords } from '../../catalogue/fr/security-info.ts'
import { signInWords } from '../../catalogue/fr/sign-in.ts'
import type { systems as english } from '../en/systems.ts'
import type { HelpWords } from '../english.ts'
import { labels } from './labels.ts'

const anotherWay = `« ${signInWords.anotherWay.link} »`

/** What systems, browsers and phones do that no code of ours stands for. */
export const systems: Pick<HelpWords['problems'], keyof typeof english> = {
  windows_something_went_wrong: {
    title: 'Windows indique qu’un problème est survenu',
    reason:
      'Windows a demandé votre clé d’accès, puis a abandonné sans dire pourquoi : clé retirée trop tôt, téléphone injoignable ou Windows Hello bloqué.',
    next: `Fermez la fenêtre et réessayez une fois. Si cela revient, redémarrez l’ordinateur, ou choisissez ${anotherWay} et prenez votre téléphone ou une clé de sécurité.`,
  },
  windows_hello_unavailable: {
    title: 'Windows Hello n’est pas disponible',
    reason:
      'Windows ne peut pas utiliser votre code PIN, votre visage ou votre empreinte pour le moment, souvent après une mise à jour ou un changement de mot de passe.',
    next: `Redémarrez l’ordinateur. Si cela persiste, configurez de nouveau le code PIN dans les paramètres de Windows, sous « ${labels.signInOptions} ».`,
  },
  provider_not_seen: {
    title: 'Le téléphone ne propose pas l’Authenticator',
    reason:
      'L’application qui doit garder votre clé d’accès manque, n’a jamais été ouverte, ou n’est pas activée pour les mots de passe et les clés d’accès.',
    next: `Installez-la depuis la boutique officielle, ouvrez-la et connectez-vous une fois. Activez-la ensuite dans les réglages du téléphone, sous « ${labels.iosAutofill} » ou « ${labels.androidPasswords} ».`,
  },
  other_manager_opens: {
    title: 'Un autre gestionnaire de mots de passe s’ouvre',
    reason:
      'Un gestionnaire de mots de passe ou une extension du navigateur répond en premier. Avant iOS 18, un iPhone n’en accepte qu’un en plus du sien.',
    next: 'Choisissez un autre emplacement dans la fenêtre ouverte. S’il n’y a pas de choix, désactivez l’autre dans les réglages et réessayez.',
  },
  samsung_pass_opens: {
    title: 'Samsung Pass s’ouvre à la place de votre application',
    reason:
      'Sur les téléphones Galaxy, Samsung Pass est le service préféré tant que vous n’en choisissez pas un autre.',
    next: `Dans les paramètres, ouvrez « ${labels.samsungManagement} », puis « ${labels.samsungPasswords} », et choisissez votre application comme service préféré.`,
  },
  qr_instead_of_app: {
    title: 'On demande un code QR ou une clé de sécurité',
    reason:
      'Le système ou l’application est trop ancien pour les clés d’accès, ou une clé de sécurité a été choisie à la place d’une clé d’accès.',
    next: 'Mettez à jour le téléphone et l’application, recommencez, et choisissez la clé d’accès, pas la clé de sécurité.',
  },
  qr_not_read: {
    title: 'Le code QR ne peut pas être lu',
    reason:
      'Il a été scanné dans une application, il est trop ancien, ou il sert à autre chose. Un iPhone ne le lit qu’avec l’app Appareil photo.',
    next: 'Affichez un nouveau code sur l’ordinateur et scannez-le avec l’appareil photo du téléphone.',
  },
  hybrid_interrupted: {
    title: 'Les deux appareils se sont perdus',
    reason:
      'Le téléphone et l’ordinateur ont commencé à se parler sans finir : trop éloignés, l’un s’est mis en veille, ou le réseau a changé.',
    next: 'Gardez-les éveillés et côte à côte, avec Bluetooth et Internet activés, et scannez un nouveau code.',
  },
  hybrid_blocked_by_network: {
    title: 'Le réseau sépare les deux appareils',
    reason:
      'En plus de Bluetooth, il leur faut cable.ua5v.com (Android) ou cable.auth.com (iPhone), sans que rien n’ouvre la connexion. Certaines organisations coupent aussi Bluetooth.',
    next: 'Essayez le réseau mobile du téléphone. Un administrateur peut laisser passer ces adresses et autoriser Bluetooth pour les clés d’accès.',
  },
  safari_many_passkeys: {
    title: 'Safari bloque avec beaucoup de clés d’accès',
    reason:
      'Si un compte a plus de trois clés d’accès, certaines versions de Safari ne trouvent pas la bonne.',
    next: `Revenez en arrière et choisissez « ${signInWords.name.options} » sans saisir de nom, ou supprimez dans « ${securityInfoWords.title} » les clés d’accès inutilisées.`,
  },
  icloud_keychain_off: {
    title: 'Le trousseau iCloud est désactivé',
    reason: 'iPhone, iPad et Mac y gardent les clés d’accès, et il faut aussi un verrouillage de l’écran.',
    next: 'Activez-le dans les réglages, sous votre nom et iCloud. Si votre organisation l’interdit, gardez la clé d’accès dans une application ou sur une clé de sécurité.',
  },
  other_android_profile: {
    title: 'La clé d’accès est dans l’autre profil',
    reason:
      'Le profil professionnel et le profil personnel d’un téléphone Android ne voient pas les clés d’accès l’un de l’autre.',
    next: 'Connectez-vous depuis le profil où vous l’avez créée, ou créez-en une seconde dans celui-ci.',
  },
  system_too_old: {
    title: 'Le système du téléphone est trop ancien',
    reason:
      'Les applications peuvent garder des clés d’accès à partir d’iOS 17 et d’Android 14. Les versions plus anciennes affichent autre chose.',
    next: 'Mettez le système à jour. S’il n’y a pas de mise à jour, utilisez un téléphone plus récent ou une clé de sécurité.',
  },
  in_app_browser: {
    title: 'Pas de clé d’accès à l’intérieur d’une autre app',
    reason:
      'La page s’est ouverte dans la fenêtre d’une application de messagerie, qui n’a pas accès à vos clés d’accès.',
    next: 'Ouvrez la page dans Safari, Chrome ou un autre navigateur. Le menu de la fenêtre le propose.',
  },
  asked_for_password: {
    title: 'On vous demande un mot de passe à la place',
    reason:
      'La page a repris la dernière façon utilisée, ou ne sait pas encore que vous avez une clé d’accès.',
    next: `Choisissez ${anotherWay} sous le champ, puis « ${signInWords.anotherWay.passkey} ». Vous pourrez ensuite en faire votre choix par défaut.`,
  },
  passkey_left_over: {
    title: 'Une clé d’accès est là mais ne vous connecte pas',
    reason:
      'Elle a été enregistrée sur l’appareil sans que votre organisation la connaisse : la connexion a été coupée, ou ce type n’est pas autorisé.',
    next: 'Supprimez-la là où l’appareil garde les mots de passe et les clés d’accès, puis ajoutez-la de nouveau.',
  },
  goes_in_circles: {
    title: 'Vous tournez en rond',
    reason:
      'Une règle exige une clé d’accès avant de vous laisser en ajouter une, et l’Authenticator et la page de votre compte se renvoient l’un à l’autre.',
    next: 'Prévenez votre service d’assistance. Un Temporary Access Pass vous laisse entrer une fois, et un administrateur peut changer la règle.',
  },
  pass_not_offered: {
    title: 'Le Temporary Access Pass n’est pas accepté',
    reason:
      'Le pass est périmé, déjà utilisé, pas encore valable, ou votre organisation n’en permet aucun pour ce compte ou cet invité.',
    next: 'Demandez-en un nouveau à votre service d’assistance. S’il ne peut pas être délivré, un administrateur doit revoir les règles des pass.',
  },
  model_not_listed: {
    title: 'L’app ou la clé n’est pas dans la liste des modèles',
    reason: 'Ces listes suivent l’AAGUID. Une nouveauté ne figure encore dans aucune.',
    next: 'Ajoutez son AAGUID à la main. Son fabricant le publie, et le journal des connexions l’indique pour chaque clé d’accès essayée.',
  },
}
