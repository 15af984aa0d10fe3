import type { ProblemWords } from '../../problem-words.ts'
import type { ceremonyProblems as english } from '../../problems/ceremony.ts'

const unreadable: ProblemWords = {
  title: 'Die Antwort Ihres Passkeys war nicht zu lesen',
  reason:
    'Das Gerät, der Browser oder eine Erweiterung hat etwas geschickt, das keine Antwort eines Passkeys ist.',
  next: 'Versuchen Sie es erneut. Wenn es wieder geschieht, schalten Sie Erweiterungen für Passkeys aus oder nehmen Sie einen anderen Browser.',
  whoCanFix: 'you',
}

const notTheOne: ProblemWords = {
  title: 'Das ist nicht der Passkey, nach dem wir gefragt haben',
  reason: 'Geantwortet hat ein Passkey, der nicht zu dem Konto gehört, mit dem Sie sich anmelden.',
  next: 'Wählen Sie einen anderen Passkey oder gehen Sie zurück und prüfen Sie den eingegebenen Namen.',
  whoCanFix: 'you',
}

const wrongPlace: ProblemWords = {
  title: 'Die Antwort war für eine andere Seite bestimmt',
  reason: 'Passkeys gehören zu einer Adresse, und diese Antwort trägt eine andere.',
  next: 'Öffnen Sie die Seite in einem eigenen Fenster unter der Adresse, die Sie von Ihrer Organisation haben, und versuchen Sie es erneut.',
  whoCanFix: 'operator',
}

const changed: ProblemWords = {
  title: 'Wir vertrauen diesem Passkey nicht mehr',
  reason:
    'Er sagt etwas über sich, das nicht sein kann: Vielleicht ist er eine Kopie, oder das Gerät ist fehlerhaft.',
  next: 'Melden Sie sich auf andere Weise an, entfernen Sie diesen Passkey in den Sicherheitsinformationen und erstellen Sie einen neuen. Sagen Sie Ihrem Helpdesk Bescheid.',
  whoCanFix: 'helpDesk',
}

const badKey: ProblemWords = {
  title: 'Mit den Schlüsseln dieses Geräts können wir nichts anfangen',
  reason: 'Der erzeugte Schlüssel ist beschädigt oder von einer Art, die hier nicht üblich ist.',
  next: 'Aktualisieren Sie das Gerät oder erstellen Sie den Passkey auf einem anderen.',
  whoCanFix: 'you',
}

const badOrigin: ProblemWords = {
  title: 'Das Gerät konnte sein Modell nicht nachweisen',
  reason:
    'Das Zertifikat oder die Angabe über die Herkunft dieses Schlüssels ist beschädigt oder betrifft etwas anderes.',
  next: 'Aktualisieren Sie das Gerät und versuchen Sie es erneut, oder nehmen Sie ein anderes. Nennen Sie Ihrem Helpdesk die Referenz unten.',
  whoCanFix: 'administrator',
}

/** What can be wrong with what a passkey answered. */
export const ceremonyProblems: typeof english = {
  malformed: unreadable,
  too_large: unreadable,
  credential_type_unknown: unreadable,
  credential_id_mismatch: unreadable,
  client_data_malformed: unreadable,
  wrong_ceremony: unreadable,
  authenticator_data_malformed: unreadable,
  attested_credential_missing: unreadable,
  attested_credential_unexpected: unreadable,
  challenge_mismatch: {
    title: 'Diese Antwort gehört zu einem anderen Versuch',
    reason: 'Der Passkey hat auf eine Frage geantwortet, die diese Seite nicht oder nicht mehr stellt.',
    next: 'Versuchen Sie es erneut. Wenn mehrere Fenster offen waren, machen Sie im neuesten weiter.',
    whoCanFix: 'you',
  },
  origin_mismatch: wrongPlace,
  rp_id_mismatch: wrongPlace,
  cross_origin_not_allowed: wrongPlace,
  top_origin_mismatch: wrongPlace,
  user_not_present: {
    title: 'Niemand hat den Passkey bestätigt',
    reason: 'Das Gerät hat geantwortet, ohne dass jemand etwas berührt oder bestätigt hat.',
    next: 'Versuchen Sie es erneut und berühren Sie den Schlüssel oder bestätigen Sie auf dem Gerät.',
    whoCanFix: 'you',
  },
  user_not_verified: {
    title: 'Der Passkey hat nicht geprüft, ob Sie es sind',
    reason: 'Er hat ohne Fingerabdruck, Gesicht oder PIN geantwortet. Eines davon ist hier nötig.',
    next: 'Richten Sie auf dem Gerät oder Schlüssel PIN, Fingerabdruck oder Gesicht ein und versuchen Sie es dann erneut.',
    whoCanFix: 'you',
  },
  backup_flags_impossible: changed,
  backup_eligibility_changed: changed,
  signature_invalid: {
    title: 'Die Signatur dieses Passkeys stimmt nicht',
    reason: 'Sie passt nicht zu dem Schlüssel, den wir von ihm haben.',
    next: 'Versuchen Sie es erneut oder auf andere Weise. Wenn es so bleibt, entfernen Sie diesen Passkey in den Sicherheitsinformationen und erstellen Sie einen neuen.',
    whoCanFix: 'you',
  },
  signature_counter_regressed: {
    title: 'Dieser Passkey wurde vielleicht kopiert',
    reason:
      'Er zählt, wie oft er benutzt wird, und hat weniger gezählt, als wir gesehen haben. Ihre Organisation nimmt das nicht hin.',
    next: 'Melden Sie sich auf andere Weise an und sagen Sie Ihrem Helpdesk Bescheid.',
    whoCanFix: 'helpDesk',
  },
  public_key_malformed: badKey,
  algorithm_not_allowed: badKey,
  algorithm_unsupported: badKey,
  attestation_object_malformed: badOrigin,
  attestation_format_unknown: badOrigin,
  attestation_malformed: badOrigin,
  attestation_algorithm_mismatch: badOrigin,
  attestation_signature_invalid: badOrigin,
  attestation_certificate_malformed: badOrigin,
  attestation_certificate_unfit: badOrigin,
  attestation_aaguid_mismatch: badOrigin,
  attestation_key_mismatch: badOrigin,
  attestation_challenge_mismatch: badOrigin,
  attestation_tpm_structure_unfit: badOrigin,
  attestation_key_description_unfit: badOrigin,
  credential_not_allowed: notTheOne,
  credential_mismatch: notTheOne,
  user_handle_mismatch: notTheOne,
  user_handle_missing: {
    title: 'Der Passkey hat nicht gesagt, wem er gehört',
    reason: 'Ohne Namen geht es nur mit einem Passkey, der sich sein Konto merkt. Dieser tut das nicht.',
    next: 'Gehen Sie zurück, geben Sie Ihren Anmeldenamen ein und benutzen Sie den Passkey dann.',
    whoCanFix: 'you',
  },
}
