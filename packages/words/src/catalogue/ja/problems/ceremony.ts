import type { ProblemWords } from '../../problem-words.ts'
import type { ceremonyProblems as english } from '../../problems/ceremony.ts'

const unreadable: ProblemWords = {
  title: 'パスキーの応答を読み取れませんでした',
  reason: 'デバイス、ブラウザー、または拡張機能から、パスキーの応答ではないものが送られました。',
  next: 'もう一度お試しください。また起こる場合は、パスキーを扱う拡張機能を無効にするか、別のブラウザーを使ってください。',
  whoCanFix: 'you',
}

const notTheOne: ProblemWords = {
  title: '求めたパスキーではありません',
  reason: '応答したパスキーは、サインインしようとしているアカウントのものではありません。',
  next: '別のパスキーを選ぶか、戻って、入力した名前を確かめてください。',
  whoCanFix: 'you',
}

const wrongPlace: ProblemWords = {
  title: '別のページに対する応答です',
  reason: 'パスキーは特定のアドレス専用ですが、この応答は別のアドレスに対するものです。',
  next: '組織から案内されたアドレスでページを単独の画面で開き、もう一度お試しください。',
  whoCanFix: 'operator',
}

const changed: ProblemWords = {
  title: 'このパスキーは信頼できなくなりました',
  reason: 'あり得ない情報を返しています。コピーされたものか、デバイスの故障が考えられます。',
  next: '別の方法でサインインし、セキュリティ情報でこのパスキーを削除して作り直してください。ヘルプデスクにも連絡してください。',
  whoCanFix: 'helpDesk',
}

const badKey: ProblemWords = {
  title: 'このデバイスの鍵は使えません',
  reason: '作成された鍵が壊れているか、ここでは使われていない種類です。',
  next: 'デバイスを更新するか、別のデバイスでパスキーを作成してください。',
  whoCanFix: 'you',
}

const badOrigin: ProblemWords = {
  title: 'デバイスが機種を証明できませんでした',
  reason: '鍵の出どころを示す証明書または情報が、壊れているか、別のものに関するものです。',
  next: 'デバイスを更新してもう一度試すか、別のデバイスを使ってください。下の参照番号をヘルプデスクに伝えてください。',
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
    title: '別の試行に対する応答です',
    reason: 'このページが尋ねていないこと、またはもう尋ねていないことに、パスキーが応答しました。',
    next: 'もう一度お試しください。複数の画面を開いている場合は、最も新しい画面で続けてください。',
    whoCanFix: 'you',
  },
  origin_mismatch: wrongPlace,
  rp_id_mismatch: wrongPlace,
  cross_origin_not_allowed: wrongPlace,
  top_origin_mismatch: wrongPlace,
  user_not_present: {
    title: 'パスキーに触れる操作がありませんでした',
    reason: '誰も確認しないまま、デバイスが応答しました。',
    next: 'もう一度試し、キーに触れるか、デバイスで確認してください。',
    whoCanFix: 'you',
  },
  user_not_verified: {
    title: 'パスキーで本人確認が行われませんでした',
    reason: '指紋、顔、PINのいずれも使わずに応答しましたが、ここではどれか1つが必要です。',
    next: 'デバイスまたはキーにPIN、指紋、顔のいずれかを設定して、もう一度お試しください。',
    whoCanFix: 'you',
  },
  backup_flags_impossible: changed,
  backup_eligibility_changed: changed,
  signature_invalid: {
    title: 'このパスキーの署名が正しくありません',
    reason: '登録されている鍵と一致しません。',
    next: 'もう一度試すか、別の方法を使ってください。解決しない場合は、セキュリティ情報でこのパスキーを削除して作り直してください。',
    whoCanFix: 'you',
  },
  signature_counter_regressed: {
    title: 'このパスキーはコピーされた可能性があります',
    reason:
      'パスキーが数えた使用回数が、こちらで確認した回数より少なくなっています。組織では、このようなパスキーを受け付けていません。',
    next: '別の方法でサインインし、ヘルプデスクに連絡してください。',
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
    title: 'パスキーが誰のものか分かりませんでした',
    reason:
      '名前を入力しない場合は、アカウントを記憶しているパスキーが必要です。このパスキーは記憶していません。',
    next: '戻って、サインインに使う名前を入力してから、パスキーを使ってください。',
    whoCanFix: 'you',
  },
}
