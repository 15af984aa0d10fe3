import type { ProblemWords } from '../../problem-words.ts'
import type { ceremonyProblems as english } from '../../problems/ceremony.ts'

const unreadable: ProblemWords = {
  title: 'La réponse de votre clé d’accès était illisible',
  reason:
    'L’appareil, le navigateur ou une extension a envoyé quelque chose qui n’est pas la réponse d’une clé d’accès.',
  next: 'Réessayez. Si cela se reproduit, désactivez les extensions qui gèrent les clés d’accès, ou utilisez un autre navigateur.',
  whoCanFix: 'you',
}

const notTheOne: ProblemWords = {
  title: 'Ce n’est pas la clé d’accès que nous attendions',
  reason: 'La clé d’accès qui a répondu n’appartient pas au compte avec lequel vous vous connectez.',
  next: 'Choisissez une autre clé d’accès, ou revenez en arrière et vérifiez le nom saisi.',
  whoCanFix: 'you',
}

const wrongPlace: ProblemWords = {
  title: 'La réponse était destinée à une autre page',
  reason: 'Une clé d’accès est liée à une adresse, et cette réponse en porte une autre.',
  next: 'Ouvrez la page à l’adresse que votre organisation vous a donnée, dans sa propre fenêtre, et réessayez.',
  whoCanFix: 'operator',
}

const changed: ProblemWords = {
  title: 'Nous ne faisons plus confiance à cette clé d’accès',
  reason:
    'Elle dit d’elle-même quelque chose d’impossible : c’est peut-être une copie, ou l’appareil est défectueux.',
  next: 'Connectez-vous autrement, retirez cette clé d’accès dans les informations de sécurité et créez-en une nouvelle. Prévenez votre service d’assistance.',
  whoCanFix: 'helpDesk',
}

const badKey: ProblemWords = {
  title: 'Nous ne pouvons pas utiliser les clés de cet appareil',
  reason: 'La clé qu’il a créée est abîmée ou d’un type qui n’est pas utilisé ici.',
  next: 'Mettez l’appareil à jour, ou créez la clé d’accès sur un autre.',
  whoCanFix: 'you',
}

const badOrigin: ProblemWords = {
  title: 'L’appareil n’a pas pu prouver son modèle',
  reason: 'Le certificat ou la déclaration sur l’origine de cette clé est abîmé, ou concerne autre chose.',
  next: 'Mettez l’appareil à jour et réessayez, ou utilisez-en un autre. Donnez la référence ci-dessous à votre service d’assistance.',
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
    title: 'Cette réponse appartient à une autre tentative',
    reason: 'La clé d’accès a répondu à une question que cette page ne pose pas, ou ne pose plus.',
    next: 'Réessayez. Si plusieurs fenêtres étaient ouvertes, continuez dans la plus récente.',
    whoCanFix: 'you',
  },
  origin_mismatch: wrongPlace,
  rp_id_mismatch: wrongPlace,
  cross_origin_not_allowed: wrongPlace,
  top_origin_mismatch: wrongPlace,
  user_not_present: {
    title: 'Personne n’a confirmé la clé d’accès',
    reason: 'L’appareil a répondu sans que personne ne touche ni ne confirme rien.',
    next: 'Réessayez, et touchez la clé ou confirmez sur l’appareil.',
    whoCanFix: 'you',
  },
  user_not_verified: {
    title: 'La clé d’accès n’a pas vérifié que c’est vous',
    reason: 'Elle a répondu sans empreinte, visage ni code PIN, et il en faut un ici.',
    next: 'Définissez un code PIN, une empreinte ou un visage sur l’appareil ou la clé, puis réessayez.',
    whoCanFix: 'you',
  },
  backup_flags_impossible: changed,
  backup_eligibility_changed: changed,
  signature_invalid: {
    title: 'La signature de cette clé d’accès n’est pas correcte',
    reason: 'Elle ne correspond pas à la clé que nous connaissons.',
    next: 'Réessayez, ou utilisez un autre moyen. Si cela persiste, retirez cette clé d’accès dans les informations de sécurité et créez-en une nouvelle.',
    whoCanFix: 'you',
  },
  signature_counter_regressed: {
    title: 'Cette clé d’accès a peut-être été copiée',
    reason:
      'Elle compte ses utilisations, et en a compté moins que nous n’en avons vu. Votre organisation ne l’accepte pas.',
    next: 'Connectez-vous autrement et prévenez votre service d’assistance.',
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
    title: 'La clé d’accès n’a pas dit à qui elle est',
    reason: 'Sans nom, il faut une clé d’accès qui se souvient de son compte. Celle-ci ne le fait pas.',
    next: 'Revenez en arrière, saisissez votre nom de connexion, puis utilisez la clé d’accès.',
    whoCanFix: 'you',
  },
}
