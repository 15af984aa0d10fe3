import type { AuthenticatorWords } from '../english.ts'

export const approvals: AuthenticatorWords['approvals'] = {
  title: 'サインインの承認',
  none: '待っている要求はありません',
  noneLead: 'あなたの名前でサインインがあると、ここに自動的に表示されます。',
  question: '今、サインインしていますか？',
  lead: 'サインイン ページに表示されている数字を入力してください。',
  number: '数字',
  numberNeeded: '2桁の数字を入力してください。',
  approve: '承認する',
  deny: 'いいえ、違います',
  report: '報告する',
  sending: 'お待ちください…',
  app: 'アプリ',
  place: '場所',
  browser: 'ブラウザー',
  browserUnknown: '不明',
  account: 'アカウント',
  when: '日時',
  map: ({ place }) => `${place}に印を付けた地図`,
  careTitle: 'ご自身がサインインしている場合だけ承認してください',
  care: '電話やメールでこの数字を尋ねる人がいても、教えないでください。今サインインしていない場合は、「いいえ」を選んでください。',
  paused: ({ until }) => `${until}までは、ここで確認を求めません。パスキーはこれまでどおり使えます。`,
  onLead:
    'ほかの場所でサインインすると、このスマートフォンに確認が届きます。そこに表示された数字を入力してください。',
  offLead:
    'このスマートフォンで、このアカウントのサインインを承認できます。表示された数字を入力する方式です。',
  turnOn: 'ここでサインインを承認する',
  turnOff: 'オフにする',
  proveTitle: '先にご本人であることを確認します',
  proveLead:
    'このあと、このスマートフォンでサインインできるようになります。そのため、パスキーまたは普段のサインイン方法で一度ご本人の確認をお願いします。確認のあと、このページに戻ります。',
  prove: '本人であることを確認する',
  notWoken: '通知がないと、アプリを開いている間だけ確認が届きます。',
  notificationTitle: '承認を待っています',
  notificationBody: 'Authenticatorを開いて確認してください。',
  outcome: {
    approved: { title: '承認しました', lead: 'もう一方の画面は自動的に次へ進みます。' },
    denied: {
      title: '拒否しました',
      lead: '誰もサインインしていません。心当たりがない場合は、パスワードを変更してください。',
    },
    wrongNumber: {
      title: '数字が違います',
      lead: 'そのため、サインインは拒否されました。ご自身の操作であれば、最初からやり直してください。',
    },
    reported: {
      title: '報告しました',
      lead: '誰もサインインしていません。組織にも通知しました。パスワードを変更してください。',
    },
  },
}
