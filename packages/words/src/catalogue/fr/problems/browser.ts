import type { browserProblems as english } from '../../problems/browser.ts'

/** What the browser or the device makes of a ceremony. */
export const browserProblems: typeof english = {
  browser_prompt_blocked: {
    title: 'La fenêtre de clé d’accès ne s’est pas ouverte',
    reason:
      'Votre navigateur a refusé aussitôt, sans rien vous demander. Souvent, une autre fenêtre ou une extension retient la demande.',
    next: 'Fermez les autres fenêtres de clé d’accès et choisissez « Réessayer ». Si cela se reproduit, utilisez un autre navigateur.',
    whoCanFix: 'you',
  },
  browser_prompt_needs_click: {
    title: 'Votre navigateur attend que vous commenciez',
    reason: 'Il n’ouvre la fenêtre de clé d’accès qu’après un clic sur cette page.',
    next: 'Choisissez « Réessayer ».',
    whoCanFix: 'you',
  },
  browser_nothing_came: {
    title: 'Aucune clé d’accès n’a été utilisée',
    reason:
      'Soit votre navigateur n’ouvre la fenêtre qu’après un clic, soit cet appareil n’a pas de clé d’accès pour vous ou ne vous a pas reconnu.',
    next: 'Choisissez « Réessayer ». Si cela ne suffit pas, utilisez le téléphone ou la clé de sécurité qui contient votre clé d’accès, ou un autre moyen.',
    whoCanFix: 'you',
  },
  browser_prompt_closed: {
    title: 'La fenêtre de clé d’accès a été fermée',
    reason: 'Vous l’avez fermée, ou votre appareil ne vous a pas reconnu.',
    next: 'Réessayez, ou utilisez un autre moyen.',
    whoCanFix: 'you',
  },
  browser_no_passkey_here: {
    title: 'Cet appareil n’a pas de clé d’accès pour vous',
    reason: 'La fenêtre s’est vite refermée, comme lorsque rien ne convient sur l’appareil.',
    next: 'Utilisez le téléphone ou la clé de sécurité qui contient votre clé d’accès, ou un autre moyen.',
    whoCanFix: 'you',
  },
  browser_prompt_timed_out: {
    title: 'La fenêtre de clé d’accès est restée sans réponse',
    reason: 'Le temps s’est écoulé avant qu’une clé d’accès ne réponde.',
    next: 'Réessayez, avec votre appareil ou votre clé de sécurité à portée de main.',
    whoCanFix: 'you',
  },
  browser_other_device_failed: {
    title: 'L’autre appareil n’a pas répondu',
    reason: 'Votre clé d’accès est sur un autre appareil, et celui-ci n’a pas pu le joindre.',
    next: 'Activez Bluetooth sur les deux, rapprochez-les, scannez le code avec l’appareil photo du téléphone et réessayez.',
    whoCanFix: 'you',
  },
  browser_bluetooth_unavailable: {
    title: 'Votre téléphone n’est pas joignable d’ici',
    reason:
      'Votre clé d’accès est sur un téléphone, et le navigateur de cet ordinateur ne peut pas le trouver par Bluetooth.',
    next: 'Activez Bluetooth et réessayez, connectez-vous sur le téléphone, ou utilisez un autre moyen.',
    whoCanFix: 'you',
  },
  browser_security_key_failed: {
    title: 'La clé de sécurité n’a pas répondu',
    reason: 'Elle n’était pas branchée, n’a pas été touchée, ou son code PIN était faux.',
    next: 'Branchez-la ou approchez-la du lecteur, réessayez, et touchez-la quand elle clignote.',
    whoCanFix: 'you',
  },
  browser_create_closed: {
    title: 'Aucune clé d’accès n’a été créée',
    reason: 'La fenêtre a été fermée, ou votre appareil ne vous a pas reconnu.',
    next: 'Réessayez. Si votre appareil n’a pas de verrouillage d’écran, activez-en un d’abord.',
    whoCanFix: 'you',
  },
  browser_no_platform_authenticator: {
    title: 'Cet appareil ne peut pas encore garder de clé d’accès',
    reason: 'Il n’a ni empreinte, ni visage, ni code PIN que le navigateur puisse utiliser.',
    next: 'Activez un verrouillage d’écran dans les réglages de l’appareil, ou utilisez un téléphone ou une clé de sécurité.',
    whoCanFix: 'you',
  },
  browser_already_registered: {
    title: 'Cet appareil a déjà votre clé d’accès',
    reason: 'Une clé d’accès à vous est déjà sur cet appareil ou cette clé, et une suffit.',
    next: 'Utilisez-la. Pour la remplacer, retirez-la d’abord dans les informations de sécurité et supprimez-la sur l’appareil.',
    whoCanFix: 'you',
  },
  browser_wrong_address: {
    title: 'L’adresse de cette page n’est pas la bonne',
    reason: 'Une clé d’accès est liée à une adresse, et cette page est à une autre.',
    next: 'Ouvrez la page à l’adresse que votre organisation vous a donnée.',
    whoCanFix: 'operator',
  },
  browser_not_secure: {
    title: 'La connexion n’est pas sécurisée',
    reason: 'Les navigateurs n’autorisent les clés d’accès qu’en https.',
    next: 'Ouvrez la page en https. Si cela ne fonctionne pas, prévenez votre service d’assistance.',
    whoCanFix: 'operator',
  },
  browser_not_supported: {
    title: 'Ce navigateur ne sait pas utiliser les clés d’accès',
    reason: 'Il est trop ancien, ou les clés d’accès y sont désactivées.',
    next: 'Mettez-le à jour, utilisez un autre navigateur ou un autre moyen de connexion.',
    whoCanFix: 'you',
  },
  browser_authenticator_unsuitable: {
    title: 'Cet appareil ou cette clé ne convient pas',
    reason:
      'Il manque quelque chose que demande votre organisation, comme un code PIN ou de la place pour des clés d’accès.',
    next: 'Définissez-y un code PIN, ou utilisez un autre appareil ou une autre clé.',
    whoCanFix: 'you',
  },
  browser_authenticator_failed: {
    title: 'Votre appareil n’y est pas parvenu',
    reason: 'L’appareil ou l’application qui garde votre clé d’accès a signalé une erreur.',
    next: 'Redémarrez l’appareil ou l’application, et réessayez.',
    whoCanFix: 'you',
  },
  browser_aborted: {
    title: 'La demande de clé d’accès a été interrompue',
    reason: 'La page ou le navigateur l’a arrêtée avant la fin.',
    next: 'Réessayez.',
    whoCanFix: 'you',
  },
  browser_frame_refused: {
    title: 'Cette page est à l’intérieur d’une autre',
    reason: 'Votre navigateur n’y autorise pas les clés d’accès.',
    next: 'Ouvrez la page dans sa propre fenêtre.',
    whoCanFix: 'you',
  },
  browser_offline: {
    title: 'Nous n’avons pas pu joindre le serveur',
    reason: 'Votre navigateur semble hors ligne, ou le serveur n’a pas répondu.',
    next: 'Vérifiez la connexion et réessayez.',
    whoCanFix: 'you',
  },
  browser_failed: {
    title: 'Votre navigateur n’a pas pu utiliser la clé d’accès',
    reason: 'Il a signalé une erreur sans en dire plus.',
    next: 'Réessayez, avec un autre navigateur ou un autre moyen. Si cela persiste, donnez la référence ci-dessous à votre service d’assistance.',
    whoCanFix: 'you',
  },
}
