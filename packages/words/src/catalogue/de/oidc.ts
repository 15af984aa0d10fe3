import type { Words } from '../../words.ts'

/** Consent, devices and signing out of apps. */
export const oidcWords: Words['oidc'] = {
  consent: {
    title: ({ app }) => `Darf ${app} wissen, wer Sie sind?`,
    reason: ({ app }) =>
      `${app} bittet um Folgendes. Wir fragen Sie nur einmal. Von Ihren Passkeys verlässt nichts diesen Server.`,
    accept: 'Zustimmen',
    refuse: 'Abbrechen',
    needsAdministrator: {
      title: 'Erst muss die Administration zustimmen',
      reason: ({ app }) =>
        `${app} bittet um etwas, das nur die Administration Ihrer Organisation erlauben kann.`,
      next: 'Fragen Sie Ihren Helpdesk oder die Administration und kommen Sie dann wieder.',
      back: 'Zurück zur App',
    },
  },
  scopes: {
    openid: 'Wissen, dass Sie es sind und wie Sie sich angemeldet haben',
    profile: 'Ihren Namen und Benutzernamen sehen',
    email: 'Ihre E-Mail-Adresse sehen',
    offline_access: 'Sie dort angemeldet halten, bis Sie sich abmelden, auch wenn Sie die App nicht benutzen',
    access_as_user: ({ resource }) => `${resource} in Ihrem Namen benutzen`,
    other: ({ scope }) => `„${scope}“ benutzen`,
  },
  permissions: {
    'Policy.Read.All': 'Die Richtlinien Ihrer Organisation lesen',
    'Policy.Read.AuthenticationMethod': 'Die Richtlinie für Anmeldemethoden lesen',
    'Policy.ReadWrite.AuthenticationMethod': 'Ändern, welche Anmeldemethoden erlaubt sind',
    'Policy.Read.ConditionalAccess': 'Richtlinien für bedingten Zugriff lesen',
    'Policy.ReadWrite.ConditionalAccess': 'Richtlinien für bedingten Zugriff ändern',
    'Agreement.Read.All': 'Die Nutzungsbedingungen sehen',
    'Agreement.ReadWrite.All': 'Die Nutzungsbedingungen ändern',
    'AgreementAcceptance.Read.All': 'Sehen, wer die Nutzungsbedingungen angenommen hat',
    'UserAuthenticationMethod.Read': 'Ihre Anmeldemethoden sehen',
    'UserAuthenticationMethod.ReadWrite': 'Ihre Anmeldemethoden sehen und ändern',
    'UserAuthenticationMethod.Read.All': 'Die Anmeldemethoden aller Personen sehen',
    'UserAuthenticationMethod.ReadWrite.All': 'Die Anmeldemethoden aller Personen sehen und ändern',
    'UserAuthMethod-Passkey.Read': 'Ihre Passkeys sehen',
    'UserAuthMethod-Passkey.ReadWrite': 'Ihre Passkeys sehen, hinzufügen und entfernen',
    'UserAuthMethod-Passkey.Read.All': 'Die Passkeys aller Personen sehen',
    'UserAuthMethod-Passkey.ReadWrite.All': 'Die Passkeys aller Personen sehen, hinzufügen und entfernen',
    'UserAuthMethod-TAP.Read': 'Sehen, ob Sie einen Temporary Access Pass haben',
    'UserAuthMethod-TAP.ReadWrite': 'Ihren Temporary Access Pass sehen und entfernen',
    'UserAuthMethod-TAP.Read.All': 'Sehen, wer einen Temporary Access Pass hat',
    'UserAuthMethod-TAP.ReadWrite.All': 'Temporary Access Passes ausstellen und entfernen',
    'UserAuthMethod-Password.Read': 'Sehen, ob Sie ein Passwort haben',
    'UserAuthMethod-Password.ReadWrite': 'Sehen, ob Sie ein Passwort haben, und es ändern',
    'UserAuthMethod-Password.Read.All': 'Sehen, wer ein Passwort hat',
    'UserAuthMethod-Password.ReadWrite.All': 'Sehen, wer ein Passwort hat, und es festlegen',
    'UserAuthMethod-MicrosoftAuthApp.Read': 'Ihre Geräte sehen, auf denen Sie Anmeldungen bestätigen',
    'UserAuthMethod-MicrosoftAuthApp.ReadWrite':
      'Ihre Geräte sehen und entfernen, auf denen Sie Anmeldungen bestätigen',
    'UserAuthMethod-MicrosoftAuthApp.Read.All':
      'Die Geräte aller Personen sehen, auf denen sie Anmeldungen bestätigen',
    'UserAuthMethod-MicrosoftAuthApp.ReadWrite.All':
      'Die Geräte aller Personen sehen und entfernen, auf denen sie Anmeldungen bestätigen',
    'UserAuthMethod-SoftwareOATH.Read': 'Ihre Apps für Einmalcodes sehen',
    'UserAuthMethod-SoftwareOATH.ReadWrite': 'Ihre Apps für Einmalcodes sehen und entfernen',
    'UserAuthMethod-SoftwareOATH.Read.All': 'Die Apps für Einmalcodes aller Personen sehen',
    'UserAuthMethod-SoftwareOATH.ReadWrite.All':
      'Die Apps für Einmalcodes aller Personen sehen und entfernen',
    'AuditLog.Read.All': 'Anmeldeprotokoll, Änderungsprotokoll und Berichte lesen',
    'Reports.Read.All': 'Berichte lesen',
    'Directory.Read.All': 'Personen, Gruppen, Geräte und Apps lesen',
    'Directory.ReadWrite.All': 'Personen, Gruppen und Geräte lesen und ändern',
    'User.Read': 'Ihr Konto und Ihre Gruppen sehen',
    'User.ReadBasic.All': 'Die Namen aller Personen sehen',
    'User.Read.All': 'Die Konten aller Personen sehen',
    'User.ReadWrite.All': 'Die Konten aller Personen sehen, hinzufügen und ändern',
    'User.RevokeSessions.All': 'Die Sitzungen aller Personen beenden',
    'Group.Read.All': 'Gruppen und ihre Mitglieder lesen',
    'Group.ReadWrite.All': 'Gruppen hinzufügen, ändern und entfernen',
    'GroupMember.Read.All': 'Lesen, wer in welcher Gruppe ist',
    'GroupMember.ReadWrite.All': 'Ändern, wer in welcher Gruppe ist',
    'RoleManagement.Read.Directory': 'Lesen, wer Administratorrechte hat',
    'RoleManagement.ReadWrite.Directory': 'Ändern, wer Administratorrechte hat',
    'Application.Read.All': 'Lesen, welche Apps es gibt',
    'Application.ReadWrite.All': 'Apps hinzufügen, ändern und entfernen',
    'AppRoleAssignment.ReadWrite.All': 'Entscheiden, was Apps von sich aus tun dürfen',
    'DelegatedPermissionGrant.ReadWrite.All': 'Entscheiden, was Apps im Namen von Personen tun dürfen',
    'Organization.Read.All': 'Angaben über Ihre Organisation lesen',
    'Organization.ReadWrite.All': 'Angaben über Ihre Organisation ändern',
    'Domain.Read.All': 'Die Domains Ihrer Organisation lesen',
    'Domain.ReadWrite.All': 'Die Domains Ihrer Organisation ändern',
    'Device.Read.All': 'Geräte lesen',
    'Device.ReadWrite.All': 'Geräte ändern, auch ob sie als konform gelten',
  },
  permissionOfApp: ({ what }) => `${what}: von sich aus, ohne dass jemand angemeldet ist`,
  account: {
    title: 'Konto wählen',
    reason: ({ app }) => `um mit ${app} fortzufahren`,
    signedIn: 'Angemeldet',
    another: 'Anderes Konto verwenden',
    anotherHint: 'Mit einem anderen Namen anmelden',
  },
  adminConsent: {
    title: ({ app }) => `Der App ${app} für alle zustimmen?`,
    reason: ({ organisation }) =>
      `Alle bei ${organisation} können diese App dann benutzen, ohne gefragt zu werden. Sie darf:`,
    accept: 'Für alle zustimmen',
    refuse: 'Abbrechen',
    done: {
      title: 'Zugestimmt',
      reason: 'Die App darf jetzt, wozu Sie zugestimmt haben. Sie können dieses Fenster schließen.',
    },
    stopped: {
      title: 'Es wurde nichts geändert',
      reason: 'Sie haben nicht zugestimmt. Sie können dieses Fenster schließen.',
    },
  },
  device: {
    title: 'Code eingeben',
    reason: 'Ihr Gerät oder Programm zeigt einen Code. Geben Sie ihn hier ein, um sich dort anzumelden.',
    label: 'Code',
    submit: 'Weiter',
    unknown:
      'Diesen Code gibt es nicht, er ist älter als eine Viertelstunde oder schon benutzt. Sehen Sie noch einmal auf dem Gerät nach oder lassen Sie sich dort einen neuen zeigen.',
    confirm: {
      title: ({ app }) => `Auf einem anderen Gerät bei ${app} anmelden?`,
      code: 'Code',
      from: 'Angefragt von',
      as: 'Als',
      warning:
        'Fahren Sie nur fort, wenn Sie das gerade selbst begonnen haben, auf einem Gerät, das vor Ihnen liegt.',
      warningMore:
        'Wenn Ihnen jemand diesen Code geschickt oder am Telefon genannt hat, brechen Sie ab: Diese Person würde in Ihrem Namen angemeldet.',
      agreeing: 'Sie stimmen damit auch zu, dass die App Folgendes darf:',
      yes: 'Ja, das war ich',
      no: 'Nein, abbrechen',
    },
    done: {
      title: 'Das Gerät ist angemeldet',
      reason:
        'Sie können dieses Fenster schließen und dort weitermachen. In den Sicherheitsinformationen steht das Gerät unter Ihren Sitzungen.',
    },
    stopped: {
      title: 'Abgebrochen',
      reason:
        'Niemand wurde angemeldet. Wenn Ihnen jemand den Code geschickt hat, sagen Sie Ihrem Helpdesk Bescheid.',
    },
    tooWeak: {
      title: 'Diese App lässt sich nicht mit einem Code benutzen',
      reason: ({ app }) =>
        `${app} braucht einen Passkey auf dem Gerät selbst. Ein Code, den jeder geschickt haben könnte, genügt nicht.`,
      next: 'Öffnen Sie die App auf jenem Gerät in einem Browser und melden Sie sich dort an.',
    },
    instruction: ({ url, code }) =>
      `Öffnen Sie zum Anmelden ${url} in einem Browser und geben Sie den Code ${code} ein.`,
  },
  signOut: {
    title: 'Abmelden?',
    reason:
      'Sie werden in diesem Browser abgemeldet, hier und in jeder App, die Sie von hier aus geöffnet haben.',
    reasonApp: ({ app }) =>
      `${app} möchte Sie abmelden: hier und in jeder App, die Sie von hier aus geöffnet haben.`,
    submit: 'Abmelden',
    stay: 'Angemeldet bleiben',
  },
  goingOn: { title: 'Zurück zur App', reason: 'Einen Moment …', submit: 'Weiter' },
  problem: {
    title: 'Die Anfrage der App stimmt nicht',
    reason:
      'Eine App hat Sie zum Anmelden hierher geschickt, aber so, dass wir nicht antworten können. An Ihnen liegt es nicht.',
    next: 'Gehen Sie zurück zur App und versuchen Sie es erneut. Wenn es wieder geschieht, nennen Sie den Herstellern der App, was unten steht.',
    technical: 'Für die Hersteller der App',
    expired: {
      title: 'Diese Anmeldung ist zu alt',
      reason:
        'Sie hat vor über einer Stunde begonnen oder in einem anderen Browser, oder Ihr Browser behält keine Cookies.',
      next: 'Gehen Sie zurück zur App und melden Sie sich neu an.',
    },
  },
}
