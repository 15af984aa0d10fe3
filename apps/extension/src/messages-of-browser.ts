/** What the browser says of the extension in its lists, which no script of ours can put into words. At most 132 characters. */
export const extensionMessages = {
  en: {
    name: 'Latchkey Authenticator',
    description:
      'Keeps the passkeys of your work account in this browser, for your organisation’s sign-in and nothing else.',
  },
  de: {
    name: 'Latchkey Authenticator',
    description:
      'Bewahrt die Passkeys Ihres Arbeitskontos in diesem Browser auf, nur für die Anmeldung Ihrer Organisation.',
  },
  fr: {
    name: 'Latchkey Authenticator',
    description:
      'Garde les clés d’accès de votre compte professionnel dans ce navigateur, pour votre organisation seule.',
  },
  es: {
    name: 'Latchkey Authenticator',
    description:
      'Guarda en este navegador las claves de acceso de su cuenta de trabajo, solo para su organización.',
  },
  ja: {
    name: 'Latchkey Authenticator',
    description: '職場アカウントのパスキーをこのブラウザーに保管します。使うのは組織のサインインだけです。',
  },
}
