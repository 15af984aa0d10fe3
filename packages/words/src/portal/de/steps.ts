import type { PortalWords } from '../english.ts'

export const steps: PortalWords['steps'] = {
  creating: {
    thisDeviceTitle: 'Passkey auf diesem Gerät erstellen',
    thisDevice:
      'Ihr Gerät fragt nach Fingerabdruck, Gesicht oder PIN. Nichts davon verlässt jemals das Gerät.',
    otherDeviceTitle: 'Passkey auf einem anderen Gerät erstellen',
    otherDevice:
      'Ihr Browser zeigt einen Code. Scannen Sie ihn mit der Kamera des Telefons oder Tablets. Bluetooth muss auf beiden Geräten eingeschaltet sein.',
    securityKeyTitle: 'Sicherheitsschlüssel hinzufügen',
    securityKey:
      'Stecken Sie den Schlüssel ein oder halten Sie ihn an das Gerät, geben Sie seine PIN ein und berühren Sie ihn, wenn er blinkt.',
    create: 'Passkey erstellen',
    waiting: 'Ihr Gerät fragt, wo es den Passkey ablegen soll. Folgen Sie seinen Schritten.',
    another: 'Andere Methode wählen',
    existsTitle: 'Diesen Passkey gibt es schon',
    exists:
      'Das gewählte Gerät oder der Schlüssel enthält schon einen Passkey für dieses Konto, und einer genügt. Er steht in Ihrer Liste:',
    existsReplace:
      'Wenn Sie neu beginnen möchten, löschen Sie ihn erst in der Liste. Dort erfahren Sie auch, wo Sie ihn auf dem Gerät löschen. Oder nehmen Sie ein anderes Gerät.',
    nameTitle: 'Ihr Passkey ist fertig',
    name: 'Geben Sie ihm einen Namen, damit Sie ihn später unter anderen wiederfinden.',
    nameLabel: 'Name',
    nameRequired: 'Geben Sie ihm einen Namen mit höchstens 60 Zeichen.',
    nameSuggestion: ({ device }) => `Passkey (${device})`,
    done: 'Fertig',
  },

  progress: ({ number, total }) => `Schritt ${number} von ${total}`,
  trouble: 'Klappt es nicht?',
  guide: 'Schritt für Schritt, für Ihr Gerät',
  anotherWay: 'Auf andere Art hinzufügen',
  continue: 'Weiter',
  confirmFirst: 'Bestätigen Sie zuerst, dass Sie es sind',
  confirmFirstLead:
    'Eine Anmeldemöglichkeit kann nur hinzufügen, wer sich gerade ausgewiesen hat. Danach geht es hier weiter.',
  confirm: 'Jetzt bestätigen',
  cautions: {
    noPlatformAuthenticator: 'Dieses Gerät meldet, dass es keinen Passkey aufbewahren kann',
    noPlatformAuthenticatorNext:
      'Richten Sie in seinen Einstellungen erst Fingerabdruck, Gesicht oder PIN ein, oder nehmen Sie ein anderes Gerät.',
    noHybrid: 'Dieser Browser kann kein Telefon fragen',
    noHybridNext:
      'Schalten Sie Bluetooth ein und versuchen Sie es noch einmal, nehmen Sie einen anderen Browser, oder öffnen Sie diese Seite auf dem Telefon selbst.',
    notForBrowser: ({ name }) => `${name} gibt es nicht für diesen Browser`,
    notForBrowserNext: 'Öffnen Sie diese Seite in Chrome, Edge, Chromium oder Firefox auf einem Computer.',
    notForPhone: ({ name }) => `${name} gibt es nicht für dieses Telefon`,
    notForPhoneNext: 'Wählen Sie ein anderes Telefon oder einen anderen Weg.',
    tooOld: 'Dieses Gerät ist zu alt',
    proof:
      'Ihr Browser fragt vielleicht, ob er Marke und Modell zeigen darf. Sagen Sie ja: Ihre Organisation verlangt es.',
  },
  requirements: {
    title: 'Was Sie brauchen',
    lead: ({ name }) => `Ein Passkey in ${name} bleibt auf Ihrem Telefon. Es dauert etwa zwei Minuten.`,
    iOS: ({ version }) => `Ein iPhone oder iPad mit iOS ${version} oder neuer`,
    android: ({ version }) => `Ein Android-Telefon mit Android ${version} oder neuer`,
    lock: 'Eine Bildschirmsperre auf dem Telefon: Fingerabdruck, Gesicht oder PIN',
    both: 'Bluetooth und Internet, auf dem Telefon und auf diesem Gerät',
  },
  getApp: {
    title: ({ name }) => `${name} holen`,
    scan: 'Scannen Sie den Code mit der Kamera Ihres Telefons, installieren Sie die App und öffnen Sie sie einmal. Wenn Sie sie schon haben, sehen Sie nach, ob sie aktuell ist.',
    link: 'Installieren Sie die App, öffnen Sie sie einmal und kommen Sie hierher zurück. Wenn Sie sie schon haben, sehen Sie nach, ob sie aktuell ist.',
    iOS: 'Für iPhone und iPad',
    android: 'Für Android',
    store: 'Store öffnen',
    code: 'Ein Code, der zur App im Store führt',
    version: ({ version }) => `Version ${version} oder neuer`,
    have: 'Ich habe die App',
  },
  choosePhone: {
    title: 'Welches Telefon haben Sie?',
    iOS: 'iPhone oder iPad',
    android: 'Android',
  },
  makeProvider: {
    title: ({ name }) => `${name} Passkeys aufbewahren lassen`,
    lead: ({ name }) =>
      `Tun Sie dies auf dem Telefon, einmal. Danach bietet es ${name} an, wenn ein Passkey gespeichert werden soll.`,
    which: 'Ihr Telefon',
    paths: {
      iOS18: 'iOS 18 oder neuer',
      iOS17: 'iOS 17',
      android: 'Android',
      samsung: 'Samsung',
    },
    ways: {
      iOS18: {
        first: 'Öffnen Sie Einstellungen, dann Allgemein.',
        second: ({ name }) =>
          `Tippen Sie auf Automatisch ausfüllen & Passwörter und schalten Sie ${name} ein.`,
        third: ({ name }) => `Wählen Sie auf derselben Seite unter Codes einrichten in ${name}.`,
      },
      iOS17: {
        first: 'Öffnen Sie Einstellungen, dann Passwörter.',
        second:
          'Tippen Sie auf Passwortoptionen und schalten Sie Passwörter und Passkeys automatisch ausfüllen ein.',
        third: ({ name }) => `Wählen Sie unter Passwörter und Passkeys verwenden von ${name}.`,
      },
      android: {
        first: 'Öffnen Sie Einstellungen, dann Passwörter & Konten.',
        second: ({ name }) => `Schalten Sie unter Zusätzliche Anbieter ${name} ein.`,
        third: 'Wenn Sie das nicht finden, suchen Sie in den Einstellungen nach Passkeys.',
      },
      samsung: {
        first: 'Öffnen Sie Einstellungen, dann Allgemeine Verwaltung.',
        second: 'Tippen Sie auf Passwörter, Passkeys und automatisches Ausfüllen.',
        third: ({ name }) => `Tippen Sie auf Bevorzugter Dienst und wählen Sie ${name}.`,
      },
    },
    onlyOne: 'Nur eine zur selben Zeit',
    onlyOneHint: ({ name }) =>
      `Vor iOS 18 verwendet ein iPhone neben der eigenen nur eine Passwort-App. ${name} zu wählen schaltet die aus, die Sie jetzt verwenden.`,
    done: 'Es ist eingeschaltet',
    picture: ({ path }) => `Eine Zeichnung der Einstellungen auf dem Telefon: ${path}`,
    labels: {
      settings: 'Einstellungen',
      general: 'Allgemein',
      autofill: 'Automatisch ausfüllen & Passwörter',
      setUpCodes: 'Codes einrichten in',
      passwords: 'Passwörter',
      passwordOptions: 'Passwortoptionen',
      autofillPasskeys: 'Passwörter und Passkeys automatisch ausfüllen',
      useFrom: 'Passwörter und Passkeys verwenden von',
      passwordsAccounts: 'Passwörter & Konten',
      additional: 'Zusätzliche Anbieter',
      generalManagement: 'Allgemeine Verwaltung',
      samsungPasswords: 'Passwörter, Passkeys und automatisches Ausfüllen',
      preferred: 'Bevorzugter Dienst',
    },
  },
  nearby: {
    title: 'Bringen Sie beide Geräte zusammen',
    lead: 'Sie finden einander über Bluetooth, damit niemand aus der Ferne mitmachen kann.',
    bluetooth: 'Bluetooth ist an, hier und auf dem Telefon',
    internet: 'Beide sind im Internet',
    close: 'Sie liegen nebeneinander',
    done: 'Beide sind bereit',
  },
  camera: {
    title: 'Mit der richtigen Kamera scannen',
    lead: 'Gleich zeigt dieses Gerät einen QR-Code.',
    iOS: 'Scannen Sie ihn mit der Kamera-App des iPhones und tippen Sie auf das gelbe Passkey sichern.',
    android: 'Scannen Sie ihn mit der Kamera-App des Telefons und tippen Sie auf Passkey verwenden.',
    any: 'Scannen Sie ihn mit der Kamera-App, die auf dem Telefon schon da war.',
    not: ({ name }) => `Der Scanner in ${name} kennt diesen Code nicht.`,
    picture: 'Eine Zeichnung eines Telefons, das einen Code auf einem Computer scannt',
  },
  reminder: {
    title: ({ name }) => `Speichern Sie ihn in ${name}`,
    here: ({ name }) =>
      `Ihr Telefon fragt, wo der Passkey gespeichert werden soll. Wählen Sie ${name}. Bietet es zuerst etwas anderes an, tippen Sie auf Weitere Optionen.`,
    there: ({ name }) =>
      `Das Telefon fragt, wo der Passkey gespeichert werden soll. Wählen Sie ${name} und nichts anderes: Ihre Organisation sieht nach, wo er liegt.`,
    understand: 'Ich habe verstanden',
  },
  prompt: {
    provider: ({ name }) => `Passkey in ${name} erstellen`,
    providerHere: ({ name }) =>
      `Ihr Telefon fragt nach Fingerabdruck, Gesicht oder PIN. Speichern Sie den Passkey in ${name}.`,
    providerThere: ({ name }) =>
      `Ihr Browser zeigt einen QR-Code. Scannen Sie ihn mit dem Telefon und speichern Sie den Passkey in ${name}.`,
    offersHere: 'Dieser Computer bietet an, ihn hier zu speichern?',
    offersHereHint:
      'Wählen Sie Anderes Gerät verwenden oder Weitere Optionen, dann iPhone, iPad oder Android-Gerät.',
    arrives:
      'Sie können ihn auch selbst auf dem anderen Gerät erstellen. Sobald er ankommt, geht es hier weiter.',
    created: 'Erstellt. Einen Moment …',
  },
  own: {
    lead: {
      extension: ({ name }) =>
        `Ein Passkey in ${name} bleibt in diesem Browser, unter einem eigenen Schloss.`,
      phoneApp: ({ name }) =>
        `${name} richtet Ihr Telefon in einem Zug ein: das Gerät, einen Passkey und was Ihre Organisation sonst erlaubt.`,
      agent: ({ name }) =>
        `Ein Passkey in ${name} bleibt auf Ihrem Linux-Telefon. Dieser Computer erreicht es über QR-Code und Bluetooth.`,
    },
    needs: {
      extension: 'Chrome, Edge, Chromium oder Firefox auf einem Computer',
      phoneApp: 'Ein Telefon mit iOS 17, Android 9 oder neuer',
      agent: 'Ein Telefon mit Linux und Bluetooth',
    },
    lock: {
      extension: 'Eine PIN für die Erweiterung, oder Fingerabdruck, Gesicht oder PIN dieses Computers',
      phoneApp: 'Eine Bildschirmsperre auf dem Telefon: Fingerabdruck, Gesicht oder PIN',
      agent: 'Eine PIN für die App, die Sie dort wählen',
    },
    getLead: {
      extension:
        'Fügen Sie sie diesem Browser hinzu und kommen Sie zurück. Ist sie schon da, gehen Sie weiter.',
      phoneApp:
        'Öffnen Sie sie auf dem Telefon und legen Sie sie auf den Startbildschirm. Ist sie schon da, gehen Sie weiter.',
      agent:
        'Installieren Sie sie auf dem Telefon und kommen Sie zurück. Ist sie schon da, gehen Sie weiter.',
    },
    getNone: 'Ihre Organisation installiert sie. Ist sie nicht da, fragen Sie Ihren Helpdesk.',
    open: 'Adresse öffnen',
    code: 'Ein Code, der zur App führt',
    account: ({ name }) => `Ihr Konto in ${name}`,
    accountLead: 'Dabei wird das Gerät bei Ihrer Organisation registriert. Damit weist es sich später aus.',
    add: {
      extension:
        'Klicken Sie auf ihr Zeichen in der Leiste des Browsers, wählen Sie „Konto hinzufügen“ und melden Sie sich an.',
      phoneApp: 'Wählen Sie „Konto hinzufügen“, dann „Geschäfts- oder Schulkonto“, und melden Sie sich an.',
      agent: 'Wählen Sie auf dem Telefon „Konto hinzufügen“ und melden Sie sich an.',
    },
    there: 'Steht das Konto in der Liste, ist nichts zu tun.',
    signedOut:
      'Steht dort, dass es abgemeldet ist, melden Sie sich dort noch einmal an. Nichts wird verdoppelt.',
    accountDone: 'Mein Konto ist da',
    scan: ({ name }) => `Mit ${name} scannen`,
    scanHow:
      'Wählen Sie auf dem Telefon „Code scannen“. Die Kamera-App des Telefons kennt diesen Authenticator nicht.',
    prompt: {
      extension: ({ name }) =>
        `Ein Fenster von ${name} nennt die Website und Ihr Konto und fragt nach seinem Schloss. Fragt stattdessen Ihr Browser, brechen Sie ab, sehen Sie nach, ob die Erweiterung an ist, und versuchen Sie es noch einmal.`,
      agent: ({ name }) =>
        `Ihr Browser zeigt einen QR-Code. Scannen Sie ihn mit ${name} und bestätigen Sie dort mit der PIN.`,
    },
    inApp: 'Öffnen Sie auf dem Telefon Ihr Konto in der App und tippen Sie auf „Passkey erstellen“.',
    inAppWaits: 'Sobald der Passkey da ist, geht es hier von selbst weiter.',
    inAppWhere:
      'Das Telefon bewahrt ihn an seinem eigenen Ort für Passkeys auf, denn eine Web-App darf dieser Ort nicht sein. Die App sagt, wo er ist.',
    register: 'Dieses Gerät registrieren',
    registerHint: 'Melden Sie sich im Authenticator noch einmal an. Das erneuert, womit er sich ausweist.',
  },
  exists: {
    at: ({ place }) =>
      `Für dieses Konto gibt es schon einen Passkey auf ${place}. Löschen Sie ihn dort und versuchen Sie es noch einmal.`,
    somewhere:
      'Für dieses Konto gibt es dort schon einen Passkey. Löschen Sie ihn dort und versuchen Sie es noch einmal.',
    yours: 'Die Passkeys, die Sie haben',
  },
  refused: {
    title: 'Er wurde nicht angenommen',
    told: 'Ihrem Gerät wurde gesagt, dass es ihn vergessen soll. Zeigt es den Passkey noch:',
  },
  landed: {
    title: 'Der Passkey wurde woanders gespeichert',
    provider: ({ wanted, where }) => `Sie wollten ihn in ${wanted}. Er ist in ${where}.`,
    proof:
      'Er sagt, dass er dort ist, wo Sie ihn wollten, und nichts weist es nach. Registrieren Sie dort das Gerät und versuchen Sie es noch einmal.',
    keepingSynced: ({ where }) => `Sie wollten ihn auf nur einem Gerät. Er ist synchronisiert: ${where}.`,
    keepingDevice: ({ where }) => `Sie wollten ihn synchronisiert. Er bleibt auf einem Gerät: ${where}.`,
    placeKey: ({ where }) => `Sie wollten ihn auf einem Sicherheitsschlüssel. Er ist in ${where}.`,
    placeDevice: ({ where }) => `Sie wollten ihn nicht auf einem Sicherheitsschlüssel. Er ist auf ${where}.`,
    unknown: 'einem Ort, der seinen Namen nicht sagt',
    works: 'Auch er funktioniert. Sie können ihn neben dem behalten, den Sie wollten.',
    keep: 'Auch behalten',
    retry: 'Entfernen und noch einmal versuchen',
    verified: 'Geprüft',
    verifiedIn: ({ name }) => `Er ist in ${name}.`,
  },
}
