import { steps } from '../../portal/fr/steps.ts'
import type { builtIn as pattern } from '../en/built-in.ts'

const { cautions } = steps

/** The guide, about what keeps passkeys on a device without anything being installed. */
export const builtIn: typeof pattern = {
  setLock: { title: cautions.noPlatformAuthenticator, lines: [cautions.noPlatformAuthenticatorNext] },
  allowProof: {
    title: 'Montrez ce que c’est',
    lines: [cautions.proof],
    hint: 'Sans cela, la clé d’accès est refusée, et il faut recommencer.',
  },
  icloudIOS18: {
    title: 'Activez ce qui garde vos clés d’accès',
    lines: [
      'Ouvrez Réglages, touchez votre nom, puis iCloud, puis Mots de passe, et activez-le pour cet appareil.',
      'De retour dans Réglages, touchez Général, puis Remplissage automatique et mots de passe. Activez le remplissage des mots de passe et des clés, et Mots de passe au-dessous.',
    ],
    hint: 'Si tout est déjà activé, passez à l’étape suivante.',
  },
  icloudIOS17: {
    title: 'Activez ce qui garde vos clés d’accès',
    lines: [
      'Ouvrez Réglages, touchez votre nom, puis iCloud, puis Mots de passe et trousseau, et activez-le.',
      'De retour dans Réglages, touchez Mots de passe, puis Options des mots de passe. Activez le remplissage des mots de passe et des clés, et choisissez Mots de passe et trousseau iCloud.',
    ],
    hint: 'Si tout est déjà activé, passez à l’étape suivante.',
  },
  icloudMac: {
    title: 'Activez ce qui garde vos clés d’accès',
    lines: [
      'Ouvrez Réglages Système, cliquez sur votre nom, puis iCloud, puis Mots de passe ou Mots de passe et trousseau, et activez-le.',
      'Votre compte Apple doit être connecté, et le Mac avoir Touch ID ou un mot de passe.',
    ],
    hint: 'Si c’est déjà activé, passez à l’étape suivante.',
  },
  googleAndroid: {
    title: 'Vérifiez que Google garde vos clés d’accès',
    lines: [
      'Ouvrez Paramètres, puis « Mots de passe, clés d’accès et comptes ». Dans les versions plus anciennes, c’est « Mots de passe et comptes ».',
      'Le service préféré devrait être Google. Il faut au téléphone un verrouillage d’écran et un compte Google.',
    ],
    hint: 'Chaque fabricant les nomme autrement. Cherchez « clés d’accès » dans les paramètres.',
  },
  googleOnSamsung: {
    title: 'Vérifiez que Google garde vos clés d’accès',
    lines: [
      'Ouvrez Paramètres, puis Gestion globale, puis Mots de passe, clés d’accès et saisie automatique.',
      'Touchez Service préféré et choisissez Google.',
    ],
    hint: 'Si vous ne trouvez pas, cherchez « clés d’accès » dans les paramètres.',
  },
  googleDesktop: {
    title: 'Connectez-vous à Chrome',
    lines: [
      'Cliquez sur votre image en haut à droite de Chrome. S’il dit que vous êtes déconnecté ou que la synchronisation est désactivée, connectez-vous avec votre compte Google.',
      'Le Gestionnaire de mots de passe de Google y garde la clé d’accès, pour tous les appareils qui ont ce compte.',
    ],
  },
  samsungPass: {
    title: 'Laissez Samsung Pass garder les clés d’accès',
    lines: [
      'Ouvrez Paramètres, puis Gestion globale, puis Mots de passe, clés d’accès et saisie automatique.',
      'Touchez Service préféré et choisissez Samsung Pass. Connectez-vous à votre compte Samsung s’il le demande.',
    ],
    hint: 'Si le téléphone ne connaît encore ni votre empreinte ni votre visage, Samsung Pass les demande d’abord.',
  },
  windowsHello: {
    title: 'Vérifiez que Windows Hello est configuré',
    lines: [
      'Ouvrez Paramètres, puis Comptes, puis Options de connexion.',
      'Code PIN (Windows Hello) devrait dire que tout est prêt. Sinon, configurez-le ; un visage ou une empreinte peuvent venir plus tard.',
    ],
  },
  saveApplePhone: {
    title: 'Enregistrez-la avec Face ID ou Touch ID',
    lines: [
      'Une fenêtre demande s’il faut enregistrer une clé. Touchez Continuer et confirmez.',
      'Si elle nomme une autre application que Mots de passe, touchez « Autres options » ou « Enregistrer autrement », et choisissez Mots de passe.',
    ],
  },
  saveAppleMac: {
    title: 'Enregistrez-la avec Touch ID',
    lines: [
      'Une fenêtre demande s’il faut enregistrer une clé. Posez le doigt sur la touche, ou saisissez le mot de passe du Mac.',
      'Chrome et Edge demanderont peut-être où : choisissez le trousseau iCloud.',
    ],
  },
  saveGooglePhone: {
    title: 'Enregistrez-la avec votre verrouillage d’écran',
    lines: [
      'Une fenêtre demande s’il faut créer une clé d’accès. Vérifiez qu’elle nomme le Gestionnaire de mots de passe de Google, puis touchez Créer ou Continuer.',
      'Si elle nomme une autre application, touchez « Autres options » ou « Enregistrer autrement », et choisissez celui de Google.',
      'Confirmez avec votre empreinte, votre visage ou votre code PIN.',
    ],
  },
  saveGoogleDesktop: {
    title: 'Enregistrez-la dans le gestionnaire de Google',
    lines: [
      'Chrome demande où enregistrer la clé d’accès. Choisissez le Gestionnaire de mots de passe de Google, puis Créer.',
      'La première fois, il demande un code PIN de ce gestionnaire, ou vous en laisse choisir un. Retenez-le : il ouvre vos clés d’accès sur un nouvel ordinateur.',
    ],
  },
  saveSamsung: {
    title: 'Enregistrez-la dans Samsung Pass',
    lines: [
      'Une fenêtre demande s’il faut créer une clé d’accès. Vérifiez qu’elle nomme Samsung Pass, puis touchez Continuer.',
      'Si elle nomme une autre application, touchez « Autres options » ou « Enregistrer autrement », et choisissez Samsung Pass.',
      'Confirmez avec votre empreinte ou votre visage.',
    ],
  },
  saveHello10: {
    title: 'Enregistrez-la avec Windows Hello',
    lines: [
      'La fenêtre « Sécurité Windows » demande votre code PIN, votre empreinte ou votre visage. Confirmez, puis cliquez sur OK.',
      'Si elle demande plutôt une clé de sécurité, annulez, configurez Windows Hello et recommencez.',
    ],
  },
  saveHello11: {
    title: 'Enregistrez-la avec Windows Hello',
    lines: [
      'La fenêtre « Sécurité Windows » demande où enregistrer la clé d’accès. Choisissez « Cet appareil Windows ».',
      'Confirmez avec votre visage, votre empreinte ou votre code PIN, puis cliquez sur OK.',
    ],
    hint: 'Si elle demande votre visage d’emblée, c’est le bon endroit : regardez la caméra.',
  },
}
