import type { Words } from '../../words.ts'

/** Setting up an organisation: the page behind the first administrator's link. */
export const welcomeWords: Words['welcome'] = {
  title: '組織のセットアップ',
  intro:
    '最初の管理者としてセットアップします。まずお名前などを入力し、次にパスキーを作成します。その後は、すべてを自由に管理できます。',
  linkOnce:
    'このページを開いたリンクは1回だけ使えます。ページを見るだけでは使用済みになりません。下のボタンを押すと使用済みになります。',
  organisation: {
    legend: '組織',
    name: '名前',
    nameHint: '普段使われている名前です。すべてのページに表示されます。',
    namePlaceholder: '株式会社サンプル',
    nameRequired: '組織の名前を入力してください。',
    domain: 'ドメイン',
    domainHint: 'アドレスの@の後の部分です。これを見て、組織に属する人かどうかを判断します。',
    domainPlaceholder: 'example.com',
    domainRequired: 'example.comのようなドメインを入力してください。',
  },
  you: {
    legend: '管理者',
    name: 'お名前',
    nameRequired: 'お名前を入力してください。',
    userName: 'ユーザー名',
    userNameHint: 'サインインのときに入力する名前です。',
    userNameRequired: 'サインインに使う名前を入力してください。',
    mail: 'メールアドレス（任意）',
    mailHint: 'アカウントのサインイン方法が変わったときにお知らせします。',
  },
  submit: 'セットアップしてパスキーを作成',
  noLink: {
    title: 'このページは専用のリンクから開きます',
    reason: '最初の管理者のリンクには#の後に秘密の文字列がありますが、このアドレスにはありません。',
  },
  deadLink: {
    title: 'このリンクはもう使えません',
    reason:
      'すでに使われた、新しいリンクに置き換えられた、作成から1日以上たった、組織のセットアップが済んでいる、のいずれかです。',
  },
  way: {
    title: '次にすること',
    setUp: '組織のセットアップが済んでいる場合は、サインインしてください。',
    newLink: '済んでいない場合は、サーバーを停止してもう一度起動してください。新しいリンクが表示されます。',
    lockedOut:
      '管理者としてサインインできなくなった場合は、サーバー上で次のコマンドを実行してください。1回だけ使えるパスが発行されます。',
    command: 'npm run latchkey -- admin-pass',
    signIn: 'サインイン',
  },
}
