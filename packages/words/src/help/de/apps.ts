import type { apps as english } from '../en/apps.ts'
import type { HelpWords } from '../english.ts'

/** What goes wrong between apps and us, and between programs and the API. */
export const apps: Pick<HelpWords['problems'], keyof typeof english> = {
  app_misconfigured: {
    title: 'Die App fragt auf falsche Weise',
    reason:
      'Ihre Bitte, Sie anzumelden, passt nicht zu dem, was hier für sie hinterlegt ist. Es liegt nicht an Ihnen.',
    next: 'Gehen Sie zur App zurück und versuchen Sie es noch einmal. Bleibt es dabei, schicken Sie deren Herstellern die technische Zeile der Seite.',
  },
  app_must_ask_again: {
    title: 'Die App muss Sie neu anmelden lassen',
    reason:
      'Was die App von Ihrer Anmeldung hat, ist verbraucht oder abgelaufen, und sie wollte weitermachen, ohne Sie zu fragen.',
    next: 'Schließen Sie die App und öffnen Sie sie neu. Schickt sie Sie dann nicht zur Anmeldung, sind ihre Hersteller gefragt.',
  },
  app_code_over: {
    title: 'Der Code des Geräts gilt nicht mehr',
    reason: 'Er wurde nicht rechtzeitig eingegeben, schon benutzt, oder noch niemand hat ihn eingegeben.',
    next: 'Lassen Sie Gerät oder Programm einen neuen Code zeigen und geben Sie diesen ein.',
  },
  access_denied: {
    title: 'Die App hat ein Nein bekommen',
    reason: 'Jemand hat abgebrochen, oder eine Regel lässt Sie diese App nicht benutzen.',
    next: 'Haben Sie abgebrochen, beginnen Sie neu von der App aus. Wenn nicht, fragen Sie Ihren Helpdesk.',
  },
  api_request_wrong: {
    title: 'Die API kann mit dieser Anfrage nichts anfangen',
    reason: 'Eine Eigenschaft, ein Filter oder die Größe passt der API nicht. Die Meldung nennt es.',
    next: 'Korrigieren Sie, was die Meldung nennt. Die Referenz der API sagt, was jeder Pfad annimmt.',
  },
  api_token_wrong: {
    title: 'Das Zugriffstoken gilt nicht',
    reason: 'Es ist abgelaufen, für jemand anderen bestimmt oder mit seiner Sitzung widerrufen.',
    next: 'Holen Sie ein neues Token für die API und senden Sie es als Bearer-Token.',
  },
  api_permission_missing: {
    title: 'Der App oder Person fehlt eine Berechtigung',
    reason: 'Das Token hat keinen Scope und keine Rolle dafür, oder der angemeldeten Person fehlt die Rolle.',
    next: 'Die Administration stimmt der Berechtigung zu oder gibt der Person die Rolle. Danach holen Sie ein neues Token.',
  },
  api_proof_needed: {
    title: 'Die API will einen frischen oder stärkeren Nachweis',
    reason:
      'Eine Regel verlangt für diesen Aufruf mehr, als nachgewiesen wurde. Die Antwort enthält eine Claims Challenge.',
    next: 'Schicken Sie die Person mit den Claims der Challenge zur Anmeldung und rufen Sie mit dem neuen Token noch einmal auf.',
  },
  api_not_here: {
    title: 'Diese Operation hat die API nicht',
    reason: 'Den Pfad gibt es mit einer anderen Methode, oder er steht nur in den Dokumenten anderer.',
    next: 'Sehen Sie in der Referenz der API nach, welche Operationen es gibt.',
  },
  api_throttled: {
    title: 'Die API wurde zu oft gefragt',
    reason:
      'Jede App und Person darf nur so viel in der Sekunde, damit eine in einer Schleife niemanden aufhält.',
    next: 'Warten Sie so lange, wie Retry-After sagt, und machen Sie langsamer weiter.',
  },
  metadata_refused: {
    title: 'Die Liste der Sicherheitsschlüssel wurde abgelehnt',
    reason:
      'Die FIDO-Metadaten haben keine Quelle, waren nicht erreichbar, sind beschädigt oder älter als die vorhandenen, oder ihre Signatur führt nirgends hin.',
    next: 'Laden Sie sie noch einmal von der FIDO Alliance. Was vorher da war, gilt weiter.',
  },
}
