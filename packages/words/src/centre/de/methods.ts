import type { CentreWords } from '../english.ts'

export const methods: CentreWords['methods'] = {
  title: 'Anmeldemethoden',
  lead: 'Welche Wege der Anmeldung es gibt, und für wen. Jede Änderung wird vorher geprüft: Niemand wird ausgesperrt, ohne dass Sie es wissen.',
  state: { enabled: 'Ein', disabled: 'Aus' },
  change: 'Ändern',
  changeNamed: (values: { readonly name: string }) => `${values.name} ändern`,
  isOn: (values: { readonly name: string }) => `${values.name} sind möglich`,
  nothingChanged: 'Es ist noch nichts geändert.',
  everybody: 'alle',
  for: (values: { readonly who: string }) => `Für ${values.who}.`,
  forExcept: (values: { readonly who: string; readonly except: string }) =>
    `Für ${values.who}, außer ${values.except}.`,
  forNobody: 'Noch für niemanden.',
  names: {
    Fido2: {
      name: 'Passkeys',
      about:
        'Fingerabdruck, Gesicht oder PIN auf einem Gerät, oder ein Sicherheitsschlüssel. Niemand kann sie jemandem abschwatzen.',
    },
    TemporaryAccessPass: {
      name: 'Temporary Access Pass',
      about:
        'Ein Code für kurze Zeit, von der Verwaltung ausgestellt: für die erste Anmeldung und nach einem Verlust.',
    },
    SoftwareOath: {
      name: 'Einmalcodes',
      about: 'Sechs Ziffern aus einer App, neben einem Passwort. Sie lassen sich jemandem abschwatzen.',
    },
    MicrosoftAuthenticator: {
      name: 'Bestätigungen am Telefon',
      about:
        'Auf dem Telefon geben Menschen eine Zahl ein, die auf der Anmeldeseite steht. Auch Seiten, die nur so aussehen wie Ihre, können sie zeigen.',
    },
  },
  who: {
    card: 'Ob, und für wen',
    title: 'Für wen',
    everybody: 'Alle',
    everybodyAbout: 'Alle Personen der Organisation.',
    groups: 'Einige Gruppen',
    groupsAbout: 'Nur Personen in den Gruppen, die Sie wählen.',
    in: 'Diese Gruppen',
    out: 'Außer diesen Gruppen',
    addEverybody: 'Alle hinzufügen',
    addGroup: 'Gruppe hinzufügen',
  },
  passkeys: {
    basics: 'Ob, und durch wen',
    selfService: 'Alle fügen ihre Passkeys selbst hinzu',
    selfServiceHint: 'Sonst tut es nur die Verwaltung.',
    who: 'Wer welche haben darf',
    whoLead: 'Ein Passkey ist willkommen, wenn er zu einem Profil einer Gruppe passt, in der die Person ist.',
    lastProfile: 'Ein Profil muss bleiben.',
    broken: 'Wenn ein Modell sich als unsicher erweist',
    brokenLead:
      'Die FIDO-Metadaten melden Modelle, die sich kopieren oder überlisten lassen. Sie erfahren es immer.',
    brokenQuestion: 'Was geschieht bei der nächsten Anmeldung mit so einem Passkey?',
    answers: {
      alert: {
        label: 'Nichts weiter',
        about: 'Die Verwaltung erfährt es, und alle melden sich an wie bisher.',
      },
      stepUp: { label: 'Er zählt als ein Faktor', about: 'Es wird noch etwas anderes dazu verlangt.' },
      block: {
        label: 'Er wird abgelehnt',
        about: 'Außer bei Personen, die keinen anderen Weg haben: Sie behalten ihn, bis sie einen haben.',
      },
    },
  },
  profiles: {
    title: 'Passkey-Profile',
    lead: 'Jedes sagt, welche Art von Passkeys willkommen ist. Gruppen bekommen eines oder mehrere.',
    add: 'Neues Profil',
    unused: 'bekommt niemand',
    pageLead: 'Ein Passkey passt, wenn seine Art, sein Modell und sein Nachweis passen.',
    takes: {
      deviceBound: 'Passkeys, die auf einem Gerät bleiben.',
      synced: 'Synchronisierte Passkeys.',
      both: 'Passkeys beider Arten.',
      anyModel: 'Jedes Modell.',
      allow: (values: { readonly count: number }) =>
        values.count === 1 ? 'Nur ein Modell.' : `Nur ${values.count} Modelle.`,
      block: (values: { readonly count: number }) =>
        values.count === 1 ? 'Jedes Modell außer einem.' : `Jedes Modell außer ${values.count}.`,
      proven: 'Das Modell muss nachgewiesen sein.',
      unproven: 'Das Modell muss nicht nachgewiesen sein.',
    },
    kind: 'Welche Art',
    name: 'Name des Profils',
    nameRequired: 'Geben Sie dem Profil einen Namen.',
    types: 'Welche Passkeys passen',
    typeChoices: {
      deviceBound: {
        label: 'Nur auf diesem Gerät',
        about:
          'Sie lassen sich nicht kopieren. Wer das Gerät verliert, braucht einen anderen Passkey oder einen Pass.',
      },
      synced: {
        label: 'Synchronisiert',
        about:
          'Auf einem neuen Telefon sind sie von selbst wieder da. Wer in das Konto gelangt, das sie aufbewahrt, hat sie auch.',
      },
      both: { label: 'Beides', about: 'Die Personen wählen.' },
    },
    proof: 'Was sie nachweisen',
    proofLead: 'Ohne Nachweis ist ein Modell nur das, was ein Gerät von sich sagt.',
    attestation: 'Passkeys müssen ihr Modell nachweisen',
    attestationHint:
      'Verlangt, wenn ein Passkey hinzugefügt wird. Vorhandene gelten weiter, was immer sie nachgewiesen haben.',
    leastEvidence: 'Was mindestens nachgewiesen sein muss',
    leastEvidenceHint: 'Wo der Schlüssel liegt, soweit der Hersteller dafür bürgt.',
    evidence: {
      software: 'Ein Programm, das wir kennen',
      tpm: 'Der Chip eines Computers (TPM), oder besser',
      hardware: 'Ein Chip, der für Schlüssel gemacht ist',
    },
    syncedNeverProves: 'Synchronisierte Passkeys weisen heute nichts nach',
    syncedNeverProvesLead: 'Ist dies angekreuzt, lässt sich keiner von ihnen hinzufügen.',
    models: 'Welche Modelle',
    modelsLead:
      'Nach Produktnamen gewählt. Passkeys, die nicht mehr passen, schlafen; sie wachen auf, wenn sie wieder passen.',
    modelsQuestion: 'Modelle, die passen',
    modelChoices: {
      any: { label: 'Alle Modelle', about: 'Was immer jemand hat.' },
      allow: { label: 'Nur diese', about: 'Alles andere wird abgelehnt.' },
      block: { label: 'Alle außer diesen', about: 'Für Modelle, die Sie nicht wollen.' },
    },
    allowed: 'Erlaubte Modelle',
    blocked: 'Abgelehnte Modelle',
    modelsRequired: 'Wählen Sie mindestens ein Modell: Ohne eines würde kein Passkey passen.',
    unproven: 'Diese Liste glaubt, was Geräte von sich sagen',
    unprovenLead:
      'Alles kann behaupten, irgendein Modell zu sein. Verlangen Sie einen Nachweis, wenn es darauf ankommt.',
    defaultStays: 'Das Standardprofil bleibt immer.',
    usedStays: 'Jemand bekommt es: Nehmen Sie es dort zuerst weg.',
    removed: 'Das Profil ist weg.',
    gone: 'Dieses Profil gibt es nicht mehr',
    goneLead: 'Jemand hat es inzwischen entfernt.',
  },
  passes: {
    title: 'Wie lange, und wie oft',
    lead: 'Gültigkeit in Minuten. Wer einen Pass ausstellt, wählt innerhalb dieser Grenzen.',
    defaultLifetimeInMinutes: 'Gültigkeit, wenn niemand etwas anderes sagt',
    minimumLifetimeInMinutes: 'Kürzeste Gültigkeit',
    maximumLifetimeInMinutes: 'Längste Gültigkeit',
    defaultLength: 'Länge in Zeichen',
    often: 'Wie oft ein Pass gilt',
    either: 'Wer ihn ausstellt, wählt',
    eitherAbout: 'Einmal, oder so oft wie nötig, solange er gilt.',
    once: 'Immer einmal',
    onceAbout: 'Die erste Anmeldung verbraucht ihn.',
  },
  approvals: {
    title: 'Wie eine Anmeldung bestätigt wird',
    lead: 'Die Zahl wird immer am Telefon eingegeben. Eine Bestätigung gilt nie als phishingresistent und ändert keine Anmeldemethode.',
    mode: 'Wann bestätigt wird',
    modes: {
      push: { label: 'Nach einem Passwort', about: 'Beides zusammen ist Multi-Faktor-Authentifizierung.' },
      deviceBasedPush: {
        label: 'Statt eines Passworts',
        about: 'Nur in einem Browser, der nach einer phishingresistenten Anmeldung gemerkt wurde.',
      },
      any: { label: 'Beides', about: 'Was der Browser der Person jeweils anbietet.' },
    },
    mixed: 'Zurzeit gilt für Gruppen Verschiedenes. Was Sie hier wählen, gilt für alle.',
    administrators: 'Auch Administratoren ohne Passwort',
    administratorsHint: 'Sonst kommt niemand, der eine Rolle hat, allein mit einer Bestätigung herein.',
    administratorsUnavailable: 'Nur, wo statt eines Passworts bestätigt wird.',
    shown: 'Was das Telefon zeigt',
    shownLead: 'Wer sieht, worum es geht, bestätigt seltener die Anmeldung eines anderen.',
    app: 'Die App',
    appHint: 'Bei welcher sich jemand anmeldet.',
    place: 'Den Ort',
    placeHint: 'Die Netzadresse, und das Land auf einer Karte.',
  },
  systems: {
    title: 'Älteste Systeme',
    lead: 'Ab welcher Version eines Systems jemand zu welchem Ort für Passkeys geführt wird. Wo Sie nichts eintragen, gilt, was wir wissen.',
    knownVersion: (values: { readonly version: string }) => `Wir wissen: ${values.version}.`,
    anyVersion: 'Wir wissen: jede Version.',
    noVersion: 'Eine Version besteht aus Zahlen und Punkten, etwa 17.4.',
    providers: {
      authenticator: 'Passkeys in einer Authenticator-App',
      icloudKeychain: 'Apple Passwörter',
      googlePasswordManager: 'Google Passwortmanager',
      samsungPass: 'Samsung Pass',
      windowsHello: 'Windows Hello',
      securityKey: 'Sicherheitsschlüssel',
    },
    systems: { iOS: 'iPhone und iPad', android: 'Android', macOS: 'Mac', windows: 'Windows', linux: 'Linux' },
  },
  providers: {
    title: 'Apps für Passkeys',
    lead: 'Apps, die Passkeys auf Telefonen aufbewahren. Wer einen Passkey hinzufügt, wird Schritt für Schritt hingeführt, und was dabei entsteht, wird geprüft.',
    open: 'Apps ansehen',
    add: 'App beschreiben',
    none: 'Noch ist keine App beschrieben',
    noneLead: 'Sagen Sie, wie sie heißt, welche Modelle sie macht und wo es sie gibt, dann wird hingeführt.',
    models: (values: { readonly count: number }) =>
      values.count === 1 ? 'Ein Modell' : `${values.count} Modelle`,
    from: (values: { readonly system: string; readonly version: string }) =>
      `${values.system} ab ${values.version}`,
    systems: { iOS: 'iPhone', android: 'Android' },
    pageLead: 'Was Sie hier schreiben, liest man beim Einrichten.',
    what: 'Was sie ist',
    name: 'Name der App',
    nameHint: 'Wie man sie auf dem Telefon findet.',
    nameRequired: 'Geben Sie der App einen Namen.',
    itsModels: 'Die Modelle ihrer Passkeys',
    modelsRequired:
      'Wählen Sie mindestens ein Modell: Daran erkennen wir, dass ein Passkey dort gelandet ist.',
    isFor: (values: { readonly system: string }) => `Es gibt sie für ${values.system}`,
    store: 'Wo es sie gibt',
    storeHint: 'Die Adresse im Store, beginnend mit https://.',
    storeRequired: 'Geben Sie eine Adresse ein, die mit https:// beginnt.',
    least: (values: { readonly system: string }) => `Ab welcher Version von ${values.system}`,
    leastHint: 'Etwa 17.',
    versionRequired: 'Geben Sie eine Version ein, etwa 17 oder 17.4.',
    appVersion: 'Ab welcher Version der App',
    appVersionHint: 'Leer lassen, wenn jede geht.',
    systemRequired: 'Wählen Sie mindestens eine Art von Telefon',
    gone: 'Diese App ist nicht mehr beschrieben',
    removeTitle: (values: { readonly name: string }) => `${values.name} entfernen?`,
    removeLead: 'Niemand wird mehr hingeführt. Vorhandene Passkeys bleiben.',
    removed: 'Die App ist nicht mehr beschrieben.',
  },
  own: {
    title: 'Latchkey Authenticator',
    lead: 'Unsere eigenen Authenticatoren. Keiner wird angeboten, bis Sie es sagen: Man soll nur zu dem geführt werden, was Sie verteilt haben, und sie weisen nach, dass ein registriertes Gerät den Passkey erstellt hat, nicht dass Hardware ihn hütet. Was die Regeln erlauben, bleibt, wie es ist.',
    about: {
      extension:
        'Im Browser, auf Computern. Verteilen Sie ihn über Ihre Browser-Richtlinie oder einen Store.',
      phoneApp:
        'Eine Web-App auf diesem Server, für jedes Telefon. Das Telefon bewahrt die Passkeys an seinem eigenen Ort auf.',
      agent: 'Für Telefone mit Linux. Er antwortet jedem Browser über QR-Code und Bluetooth.',
    },
    address: 'Wo es ihn gibt',
    addressHint:
      'Eine Adresse, die mit https:// beginnt. Lassen Sie das Feld leer, wenn Sie ihn selbst installieren.',
  },
}
