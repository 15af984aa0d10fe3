import type { Words } from '../../words.ts'

/** Words that more than one page says. */
export const commonWords: Words['common'] = {
  productName: 'Latchkey',
  next: '次へ',
  back: '戻る',
  cancel: 'キャンセル',
  startAgain: '最初からやり直す',
  notNow: '今はしない',
  tooOld: ({ system, version, least }) =>
    `このデバイスは${system} ${version}ですが、パスキーの保存には${system} ${least}以降が必要です。更新するか、新しいスマートフォンまたはセキュリティキーを使ってください。`,
  done: '完了',
  yes: 'はい',
  no: 'いいえ',
  copy: 'コピー',
  copied: 'コピーしました',
  correlationId: '参照番号',
  moreHelp: 'このメッセージのヘルプ',
  working: 'お待ちください…',
  helpDesk: 'ヘルプデスク',
  scriptNeeded:
    'パスキーを使うため、サインインにはJavaScriptが必要です。このサイトで有効にして、ページを読み込み直してください。',
  whoCanFix: {
    you: 'ご自身で解決できます。',
    helpDesk: 'ヘルプデスクが解決できます。',
    administrator: '組織の管理者が解決できます。',
    operator: 'このサーバーの運用担当者が解決できます。',
  },
  tryAgainIn: ({ minutes }) =>
    minutes <= 1 ? '1分後にもう一度お試しください。' : `${minutes}分後にもう一度お試しください。`,
}
