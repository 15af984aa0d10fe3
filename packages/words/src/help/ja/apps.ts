import type { apps as english } from '../en/apps.ts'
import type { HelpWords } from '../english.ts'

/** What goes wrong between apps and us, and between programs and the API. */
export const apps: Pick<HelpWords['problems'], keyof typeof english> = {
  app_misconfigured: {
    title: 'アプリの要求が正しくありません',
    reason: 'サインインの要求が、ここに登録された内容と合いません。あなたのせいではありません。',
    next: 'アプリに戻って、もう一度お試しください。続く場合は、ページの技術情報の行をアプリの開発元に送ってください。',
  },
  app_must_ask_again: {
    title: 'アプリでもう一度サインインが必要です',
    reason: 'アプリが持つサインインの情報が使用済みか期限切れで、確認せずに続けようとしました。',
    next: 'アプリを閉じて開き直してください。サインインの画面が出ない場合は、開発元による修正が必要です。',
  },
  app_code_over: {
    title: 'デバイスのコードは無効です',
    reason: '時間内に入力されなかったか、使用済みか、まだ誰も入力していません。',
    next: 'デバイスやプログラムに新しいコードを表示して、それを入力してください。',
  },
  access_denied: {
    title: 'アプリの要求は断られました',
    reason: '誰かがキャンセルしたか、規則によりこのアプリを使えません。',
    next: 'キャンセルした場合は、アプリからやり直してください。そうでなければ、ヘルプデスクに尋ねてください。',
  },
  api_request_wrong: {
    title: 'APIはこの要求を処理できません',
    reason: 'プロパティ、フィルター、または要求の大きさが正しくありません。メッセージに示されています。',
    next: 'メッセージが示す箇所を直してください。各パスが受け付ける内容は、APIのリファレンスにあります。',
  },
  api_token_wrong: {
    title: 'アクセストークンが有効ではありません',
    reason: '期限切れか、宛先が違うか、セッションとともに取り消されました。',
    next: 'API用の新しいトークンを取得し、ベアラートークンとして送ってください。',
  },
  api_permission_missing: {
    title: 'アプリまたは人に権限がありません',
    reason: 'トークンに必要なスコープやロールがないか、サインインした人にロールがありません。',
    next: '管理者が権限に同意するか、その人にロールを割り当てます。そのあと新しいトークンを取得してください。',
  },
  api_proof_needed: {
    title: 'APIが新しい、またはより強い証明を求めています',
    reason: 'この呼び出しには、規則により、今より強い証明が必要です。応答にクレームチャレンジがあります。',
    next: 'チャレンジのクレームを付けてサインインしてもらい、新しいトークンで呼び出し直してください。',
  },
  api_not_here: {
    title: 'APIにこの操作はありません',
    reason: 'パスは別のメソッドにあるか、他社の文書にだけあります。',
    next: '使える操作をAPIのリファレンスで確認してください。',
  },
  api_throttled: {
    title: 'APIへの要求が多すぎます',
    reason: '1つのアプリの繰り返しがほかを妨げないように、毎秒の回数に上限があります。',
    next: 'Retry-Afterの時間だけ待ってから、ゆっくり続けてください。',
  },
  metadata_refused: {
    title: 'セキュリティキーの一覧は受け付けられませんでした',
    reason:
      'FIDOメタデータの取得元がない、取得できない、壊れている、今あるものより古い、または署名を確認できません。',
    next: 'FIDO Allianceからもう一度ダウンロードしてください。前からあるものは有効なままです。',
  },
}
