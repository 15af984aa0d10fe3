import type { CentreWords } from '../english.ts'

export const settings: CentreWords['settings'] = {
  title: '設定',
  lead: 'ルールとは別に、組織全体に当てはまることです。',
  saveAll: '変更を保存',
  organisation: {
    title: '組織',
    name: '名前',
    nameHint: 'すべてのページとメールに表示されます。',
    nameRequired: '組織の名前が必要です。',
  },
  helpDesk: {
    title: 'ヘルプデスク',
    lead: '困ったときのページとメールに表示されます。',
    text: '一文',
    textHint: '例：内線 4711、平日 8 時から 18 時',
    mail: 'メールアドレス',
    phone: '電話番号',
    url: 'ウェブページ',
    urlHint: 'https:// で始まるアドレス',
    wrong: {
      mail: 'メールアドレスではありません。',
      phone: '電話番号ではありません。',
      url: 'アドレスは https:// で始めてください。',
    },
  },
  signIn: {
    title: 'すべてのサインイン',
    lead: 'どのアプリにも最低限必要なものです。ルールやアプリはこれより強いものを求められますが、弱くはできません。',
    least: '最低限の強度',
    strengths: {
      singleFactor: { name: '何でもよい', about: 'パスワードだけで足ります。使うとしても一時的に。' },
      multiFactor: { name: '二要素', about: 'パスキー、またはパスワードとワンタイム コード。' },
      passwordless: { name: 'パスワードなし', about: 'パスキー、またはパスワードを使わない別の方法。' },
      phishingResistant: { name: 'パスキーのみ', about: 'だまされて渡してしまうことのない方法。' },
    },
    firstPasskey: 'パスワードしかない人が、それだけで最初のパスキーを追加できる',
    firstPasskeyHint:
      'パスワードを知っている他人が先に追加するおそれがあります。そのつど記録され、メールで通知されます。',
    counter: 'パスキーのカウンターが増えないとき',
    counterHint: '鍵がコピーされた場合も、バックアップから復元された場合も、このように見えます。',
    counters: { record: '記録する', refuse: 'サインインを拒否する' },
  },
  sessions: {
    title: 'サインインしたままでいられる時間',
    lead: 'ルールで、より頻繁なサインインを求めることができます。',
    hours: '時間（サインインしたままにしなかった場合）',
    days: '日（サインインしたままにした場合）',
    hoursWrong: '1 から 168 までの時間です。',
    daysWrong: '1 から 365 までの日数です。',
    offer: 'サインインしたままにするかを尋ねる',
  },
  passes: {
    title: 'パスの申請',
    lead: 'サインインできないときにパスを申請できるか、誰が決めるか。',
    link: '申請のページで設定する',
  },
}
