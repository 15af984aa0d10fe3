import type { httpProblems as english } from '../../problems/http.ts'

/** What can be wrong with a request as such, and with us. */
export const httpProblems: typeof english = {
  fault: {
    title: 'こちら側で問題が起こりました',
    reason: 'サーバーで予期しないエラーが発生しました。お使いの方の問題ではありません。',
    next: '1分ほど待ってから、もう一度お試しください。また起こる場合は、下の参照番号をヘルプデスクに伝えてください。',
    whoCanFix: 'operator',
  },
  page_not_found: {
    title: 'このページはありません',
    reason: 'アドレスが間違っているか、ページが移動しています。',
    next: 'アドレスを確かめるか、元の場所に戻ってください。',
    whoCanFix: 'you',
  },
  cross_origin: {
    title: 'この要求は別の場所から送られました',
    reason: 'ブラウザーによると、別のサイトからの要求です。実行していません。',
    next: 'こちらのページを直接開いて、お試しください。',
    whoCanFix: 'you',
  },
  request_unreadable: {
    title: '要求を読み取れませんでした',
    reason: 'ブラウザーから送られた内容が不完全か、大きすぎました。',
    next: 'ページを読み込み直して、もう一度お試しください。',
    whoCanFix: 'you',
  },
  flow_stale: {
    title: 'このページは古くなっています',
    reason:
      '1時間以上前に開いた、別のブラウザーで開いた、ブラウザーがCookieを保存していない、のいずれかです。失われたものはありません。',
    next: '元のアプリに戻ってもう一度サインインするか、ここから始めてください。',
    whoCanFix: 'you',
  },
  domain_needed: {
    title: 'アドレス全体を入力してください',
    reason: '@の後の部分で、どの組織に属しているかを判断します。',
    next: 'name@example.comのように@の後も入力して、もう一度お試しください。',
    whoCanFix: 'you',
  },
  unavailable: {
    title: 'まだ準備ができていません',
    reason: 'サーバーが起動中か、停止中です。',
    next: '1分ほど待ってから、もう一度お試しください。',
    whoCanFix: 'operator',
  },
}
