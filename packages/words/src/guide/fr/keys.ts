import type { keys as pattern } from '../en/keys.ts'

/** The guide, about security keys; and about what comes after a passkey was made. */
export const keys: typeof pattern = {
  keyReady: {
    title: 'Ayez la clé sous la main',
    lines: [
      'Une clé de sécurité est un petit appareil que vous branchez ou approchez du téléphone.',
      'Elle a son propre code PIN. Si elle n’en a pas encore, vous en choisissez un en chemin. Après trop d’erreurs, elle se bloque.',
    ],
  },
  useKeyWindows: {
    title: 'Branchez-la et touchez-la',
    lines: [
      'Windows demande où enregistrer la clé d’accès. Choisissez « Clé de sécurité », puis « Suivant ».',
      'Branchez la clé, saisissez son code PIN et touchez-la quand elle clignote.',
    ],
    hint: 'Si Windows demande d’abord votre visage, votre empreinte ou votre code PIN, choisissez « Utiliser un autre appareil » ou « Utiliser une autre clé de sécurité ».',
  },
  useKeyMac: {
    title: 'Branchez-la et touchez-la',
    lines: [
      'Si le Mac veut garder lui-même la clé d’accès, cliquez sur « Autres options » et choisissez la clé de sécurité.',
      'Branchez la clé, saisissez son code PIN et touchez-la quand elle clignote.',
    ],
  },
  useKeyComputer: {
    title: 'Branchez-la et touchez-la',
    lines: [
      'Si le navigateur demande où enregistrer la clé d’accès, choisissez « Clé de sécurité » ou « Utiliser un autre appareil ».',
      'Branchez la clé, saisissez son code PIN et touchez-la quand elle clignote.',
    ],
  },
  useKeyIPhone: {
    title: 'Approchez-la du téléphone, ou branchez-la',
    lines: [
      'Si l’iPhone veut garder lui-même la clé d’accès, touchez « Autres options » et choisissez la clé de sécurité.',
      'Branchez la clé, ou approchez-la du haut de l’iPhone. Saisissez son code PIN quand on vous le demande.',
    ],
  },
  useKeyIPad: {
    title: 'Branchez-la et touchez-la',
    lines: [
      'Si l’iPad veut garder lui-même la clé d’accès, touchez « Autres options » et choisissez la clé de sécurité.',
      'Branchez la clé, saisissez son code PIN et touchez-la quand elle clignote. Un iPad ne lit pas les clés qu’on approche.',
    ],
  },
  useKeyAndroid: {
    title: 'Branchez-la, ou approchez-la du téléphone',
    lines: [
      'Si le téléphone veut garder lui-même la clé d’accès, touchez « Autres options » ou « Enregistrer autrement », et choisissez la clé de sécurité.',
      'Branchez la clé, ou approchez-la du dos du téléphone. Saisissez son code PIN quand on vous le demande.',
    ],
  },
  nameIt: {
    title: 'Donnez-lui un nom',
    lines: ['Un nom que vous reconnaîtrez, comme celui de l’appareil. Et c’est fini.'],
  },
  tryIt: {
    title: 'Essayez-la une fois',
    lines: [
      'Déconnectez-vous et reconnectez-vous. Choisissez la connexion par clé d’accès.',
      'C’est désormais votre chemin le plus rapide : ni mot de passe, ni code.',
    ],
  },
  haveTwo: {
    title: 'Ajoutez-en une seconde',
    lines: ['Sur un autre appareil ou une clé de sécurité. Un téléphone perdu n’est alors plus un souci.'],
  },
}
