import type { Words } from '../../words.ts'

/** Asking for a pass without being signed in, stopping that, and the manager’s word on it. */
export const passRequestWords: Words['passRequest'] = {
  title: 'Temporary Access Passの申請',
  lead: 'スマートフォンやキーをなくしたときに、パスでサインインできます。まずヘルプデスクが本人かどうかを確認します。',
  name: 'ユーザー名',
  nameRequired: 'サインインに使う名前を入力してください。',
  reason: 'どうしましたか',
  reasonHint: '例：スマートフォンをなくした。',
  reasonRequired: '状況を簡単に入力してください。',
  contact: '連絡先',
  contactHint: '電話番号、または今いる場所。ヘルプデスクは、登録されている番号にかけることもあります。',
  contactRequired: 'ヘルプデスクからの連絡方法を入力してください。',
  start: 'いつ必要ですか',
  startHint: '今すぐ必要な場合は空のままにしてください。',
  lifetime: '必要な時間',
  lifetimes: { m30: '30分', m60: '1時間', m240: '4時間', m480: '8時間' },
  submit: '申請を送信',
  sent: {
    title: '受け付けました',
    lead: '該当するアカウントがあれば、申請はヘルプデスクに届いています。',
    points: [
      '担当者が連絡し、本人かどうかを確認します。',
      'その後、電話または対面でパスをお伝えします。',
      'パスワードやコードをお聞きすることはありません。',
    ],
    again: 'もう一度申請しても早くはなりません。お急ぎの場合は電話してください。',
  },
  back: 'サインインに戻る',
  stop: {
    title: 'この申請を取り消しますか',
    reason: '発行済みのパスはすぐに使えなくなり、使った人はサインアウトされ、ヘルプデスクに通知されます。',
    yes: '心当たりがないので取り消す',
    doneTitle: '取り消しました',
    doneReason:
      'この申請でサインインできる人はいません。ヘルプデスクに通知しました。電話することがあります。',
  },
  confirm: {
    title: ({ name }) => `本当に${name}さんですか`,
    reason:
      'まず、直接会うか、知っている番号に電話をかけて本人と話してください。下の番号は信用しないでください。',
    said: '申請の内容',
    contact: '本人が書いた連絡先',
    asked: '日時',
    yes: 'はい、本人と話しました',
    no: 'いいえ、おかしいです',
    goneTitle: '回答を待っている申請はありません',
    goneReason: 'すでに回答があったか、申請が終わっています。',
    thanksTitle: 'ありがとうございます',
    thanksReason: 'この後はヘルプデスクが対応します。',
  },
}
