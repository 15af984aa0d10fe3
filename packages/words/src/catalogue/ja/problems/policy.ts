import type { policyProblems as english } from '../../problems/policy.ts'

/**
 * Why the methods policy says no to a passkey, by `passkey_` and the policy's reason: told when it is added or used, and
 * beside it in Security info.
 */
export const policyProblems: typeof english = {
  passkey_method_disabled: {
    title: 'パスキーは無効になっています',
    reason: '現在、組織ではパスキーを使用していません。',
    next: '別の方法を使ってください。お持ちのパスキーは保持され、有効になればまた使えます。',
    whoCanFix: 'administrator',
  },
  passkey_excluded: {
    title: 'このアカウントではパスキーを使えません',
    reason: 'このアカウント、または所属グループが、組織の設定でパスキーの対象から除外されています。',
    next: '別の方法を使うか、ヘルプデスクに問い合わせてください。',
    whoCanFix: 'administrator',
  },
  passkey_not_in_scope: {
    title: 'パスキーはまだ使えません',
    reason: '組織では一部のユーザーがパスキーを使えますが、このアカウントは対象に含まれていません。',
    next: '別の方法を使うか、いつから使えるかをヘルプデスクに問い合わせてください。',
    whoCanFix: 'administrator',
  },
  passkey_guest: {
    title: 'パスキーは別の場所で管理されています',
    reason: 'ゲストのパスキーは、所属する組織で管理されます。',
    next: '所属する組織からサインインしてください。',
    whoCanFix: 'you',
  },
  passkey_self_service_off: {
    title: 'ここでは管理者だけがパスキーを追加できます',
    reason: '組織の設定で、本人によるパスキーの追加は許可されていません。',
    next: 'ヘルプデスクにパスキーの追加を依頼してください。',
    whoCanFix: 'helpDesk',
  },
  passkey_synced_not_allowed: {
    title: '同期されるパスキーは許可されていません',
    reason:
      '組織で使えるのは1台のデバイスにとどまるパスキーだけですが、このパスキーはほかのデバイスにコピーできます。',
    next: 'セキュリティキーか、1台のデバイスにだけ保存するアプリで作成してください。',
    whoCanFix: 'you',
  },
  passkey_device_bound_not_allowed: {
    title: '同期されるパスキーだけが許可されています',
    reason: '組織で使えるのは同期されるパスキーだけですが、このパスキーは1台のデバイスにとどまります。',
    next: 'スマートフォンかコンピューターのパスワードマネージャーで作成してください。',
    whoCanFix: 'you',
  },
  passkey_model_not_allowed: {
    title: 'この種類のパスキーは許可されていません',
    reason: '組織では、このアプリまたはセキュリティキーのパスキーを受け付けていません。',
    next: '別のものを使うか、許可されている種類をヘルプデスクに問い合わせてください。',
    whoCanFix: 'you',
  },
  passkey_device_revoked: {
    title: 'このパスキーのデバイスは使えなくなりました',
    reason: '無効にされたか、削除されたデバイスで作成されています。',
    next: '別の方法を使ってください。デバイスが有効に戻ればパスキーも使えます。削除された場合は、パスキーを削除し、デバイスを登録し直してください。',
    whoCanFix: 'you',
  },
  passkey_link_needed: {
    title: 'このパスキーを使えるブラウザーがありません',
    reason: 'リンクされたブラウザーだけが使えますが、リンクされたものがありません。',
    next: '別の方法を使うか、ブラウザーをスマートフォンともう一度リンクしてください。そうすればパスキーを使えます。',
    whoCanFix: 'you',
  },
  passkey_model_distrusted: {
    title: 'この種類のパスキーには問題があります',
    reason:
      'パスキーを保存しているアプリまたはセキュリティキーに不具合が知られており、組織ではこの種類を受け付けていません。',
    next: '別の方法を使い、別のキーについてヘルプデスクに相談してください。',
    whoCanFix: 'administrator',
  },
  passkey_not_attested: {
    title: 'このパスキーは種類を証明できません',
    reason:
      '組織では、どのアプリやセキュリティキーで作成したかの証明が必要ですが、有効な証明がありませんでした。',
    next: 'ブラウザーがメーカーと機種の共有を求めたら、許可してください。求められない場合は、使える種類をヘルプデスクに問い合わせてください。',
    whoCanFix: 'you',
  },
  passkey_evidence_too_weak: {
    title: 'このパスキーの保護は十分ではありません',
    reason: '種類は証明されましたが、組織では、より安全なハードウェアでの保管が必要です。',
    next: 'セキュリティキーを使うか、許可されている種類をヘルプデスクに問い合わせてください。',
    whoCanFix: 'you',
  },
}
