import { signInWords } from '../../catalogue/de/sign-in.ts'
import type { questions as pattern } from '../en/questions.ts'

const { anotherWay } = signInWords

/** The guide, about what readers ask. */
export const questions: typeof pattern = {
  asked: 'Was andere fragen',
  askedForPassword: {
    question: 'Ich werde nach einem Kennwort statt nach meinem Passkey gefragt',
    answer: `Sehen Sie unter dem Feld für das Kennwort nach: Wählen Sie dort „${anotherWay.link}“, dann „${anotherWay.passkey}“. Haben Sie sich einmal mit dem Passkey angemeldet, fragt die Seite von selbst danach.`,
  },
  missing: {
    question: 'Was die Anleitung nennt, steht nicht in meiner Liste',
    answer:
      'Die Liste zeigt, was Ihre Organisation Ihnen geöffnet hat. Fehlt etwas, ist es nicht für Sie, oder noch nicht. Ihr Helpdesk sieht, warum.',
  },
  notSupported: {
    question: 'Es heißt, diese Anmeldemethode werde nicht unterstützt',
    answer:
      'Ihre Organisation erlaubt Ihnen diese Art von Passkey nicht. Auf Ihrem Gerät lässt sich das nicht ändern: Wählen Sie hier einen anderen Weg oder fragen Sie Ihren Helpdesk.',
  },
  scannerInstead: {
    question: 'Statt meiner App erscheint ein QR-Code oder ein Scanner dafür',
    answer:
      'Das Gerät hat die App nicht gefunden. Sehen Sie nach, ob System und App aktuell sind und ob die App in den Einstellungen eingeschaltet ist, und beginnen Sie von vorn. Wählen Sie „Passkey“, nicht „Sicherheitsschlüssel“.',
  },
  notInstalled: {
    question: 'Es heißt, die App sei nicht installiert, und sie ist es doch',
    answer:
      'Das Telefon sieht sie noch nicht. Installieren Sie sie aus dem offiziellen Store, öffnen Sie sie einmal, schalten Sie sie in den Einstellungen für Passwörter und Passkeys ein und versuchen Sie es noch einmal.',
  },
  couldNotVerify: {
    question: 'Es heißt: Wir konnten Ihr Gerät nicht überprüfen',
    answer:
      'Die App ist bei Ihrer Organisation nicht mehr registriert, oder noch nicht. Öffnen Sie die App, tippen Sie auf Ihr Konto und melden Sie sich dort noch einmal an. Versuchen Sie es dann wieder.',
  },
  alreadyExists: {
    question: 'Es heißt, es gebe schon einen Passkey',
    answer:
      'Ein früherer Versuch ist vielleicht nur auf dem Gerät geblieben. Sehen Sie in der Liste der Sicherheitsinformationen nach: Steht der Passkey dort, sind Sie fertig. Wenn nicht, löschen Sie ihn in der App oder in den Passwort-Einstellungen des Geräts und versuchen Sie es noch einmal.',
  },
  faceTwice: {
    question: 'Face ID scheitert zweimal, und das Fenster geht zu',
    answer:
      'Es ist nichts verloren. Sperren Sie das Telefon und entsperren Sie es mit Ihrem Gesicht, um zu sehen, dass das geht, und beginnen Sie von vorn. Sie können auch den Code des Telefons eingeben.',
  },
  devicesApart: {
    question: 'Telefon und Computer finden einander nicht',
    answer:
      'Beide brauchen Bluetooth und Internet und müssen nah beieinander liegen; gekoppelt sein müssen sie nicht. Schalten Sie ein VPN kurz aus und scannen Sie mit der Kamera-App des Telefons. Sperrt Ihre Organisation Bluetooth, erstellen Sie den Passkey auf dem Telefon selbst.',
  },
  onePerDevice: {
    question: 'Brauche ich für jedes Gerät einen?',
    answer:
      'Nein. Ein synchronisierter Passkey ist auf allen Ihren Geräten mit demselben Konto. Einer, der auf einem Telefon bleibt, meldet Sie über den QR-Code an jedem Computer an. Ein Sicherheitsschlüssel kommt überallhin mit. Ein zweiter ist gut für den Tag, an dem der erste verloren geht.',
  },
  lockIn: {
    question: 'Kann ich ihn mitnehmen? Bin ich an einen Hersteller gebunden?',
    answer:
      'Sie sind an keinen gebunden: Sie können mehrere Passkeys nebeneinander haben und jeden löschen. Neuere Versionen mancher Passwort-Apps können synchronisierte Passkeys an eine andere App übergeben. Einer, der auf einem Gerät bleibt, lässt sich mit Absicht nicht kopieren. Erstellen Sie am neuen Ort einen neuen und löschen Sie den alten.',
  },
  lostPhone: {
    question: 'Was, wenn ich das Telefon verliere?',
    answer:
      'Wer es findet, kann den Passkey ohne Ihren Fingerabdruck, Ihr Gesicht oder Ihre PIN nicht verwenden. Melden Sie sich mit einem anderen an oder bitten Sie Ihren Helpdesk um einen Pass. Den Rest zeigt der Weg „Ich habe ein neues Telefon“ oben in dieser Anleitung.',
  },
  fingerprint: {
    question: 'Bekommt meine Organisation meinen Fingerabdruck oder mein Gesicht?',
    answer:
      'Nein. Beides bleibt auf Ihrem Gerät und entsperrt nur den Passkey. Niemand sonst sieht es je, weder wir noch Ihre Organisation.',
  },
  ownPhone: {
    question: 'Es ist mein eigenes Telefon. Was sieht meine Organisation?',
    answer:
      'Dass Sie einen Passkey haben, welcher Art er ist und wann Sie sich damit anmelden. Keine Bilder, Nachrichten oder Apps; ein Passkey gibt keine Macht über das Telefon.',
  },
  workProfile: {
    question: 'Mein Android-Telefon hat ein Arbeitsprofil',
    answer:
      'Das Arbeitsprofil und die private Seite sind wie zwei Telefone. Erstellen Sie den Passkey auf der Seite, auf der Sie sich anmelden; wenn auf beiden, dann auf jeder einen.',
  },
  samsungAsks: {
    question: 'Mein Galaxy bietet nur Samsung Pass an',
    answer:
      'Galaxy-Telefone haben dafür eine Einstellung: Einstellungen, Allgemeine Verwaltung, Passwörter, Passkeys und automatisches Ausfüllen. Wählen Sie den gewünschten Dienst als bevorzugten und beginnen Sie von vorn.',
  },
  helloAsks: {
    question: 'Windows fragt immer nach meiner PIN, und ich will das Telefon',
    answer:
      'Windows bietet zuerst sich selbst an. Geben Sie die PIN nicht ein: Wählen Sie „Anderes Gerät verwenden“, dann „iPhone, iPad oder Android-Gerät“. Nach dem ersten Mal merken sich viele Computer das Telefon.',
  },
  keyPin: {
    question: 'Der Sicherheitsschlüssel fragt nach einer PIN, die ich nie gewählt habe',
    answer:
      'Es ist die PIN des Schlüssels, nicht die des Computers. Ist er neu, wählen Sie unterwegs eine. Haben Sie sie vergessen, muss der Schlüssel zurückgesetzt werden, und das löscht die Passkeys darauf.',
  },
  keyNotRead: {
    question: 'Mein Telefon liest den Sicherheitsschlüssel nicht',
    answer:
      'Schalten Sie NFC ein und nehmen Sie das Telefon aus der Hülle. An einem Galaxy kann ein Schlüssel stören, der auch Einmalcodes tippt: Schalten Sie diese in der App seines Herstellers aus oder stecken Sie den Schlüssel ein.',
  },
  passExpired: {
    question: 'Mein Temporary Access Pass wird nicht angenommen',
    answer:
      'Vielleicht ist er abgelaufen, schon einmal verwendet, oder er gilt noch nicht. Bitten Sie um einen neuen, wo Sie ihn bekommen haben, und tun Sie dann alle Schritte in einem Zug.',
  },
  needPassword: {
    question: 'Brauche ich mein Kennwort noch?',
    answer:
      'Nicht für das, was der Passkey öffnet. Behalten Sie es, bis Ihre Organisation etwas anderes sagt; manche ältere App fragt vielleicht noch danach.',
  },
}
