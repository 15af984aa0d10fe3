import type { Words } from '../../words.ts'

/** The sign-in pages. */
export const signInWords: Words['signIn'] = {
  title: 'サインイン',
  to: ({ app }) => `${app}に進みます`,
  name: {
    label: '職場のメールアドレスまたはユーザー名',
    placeholder: 'name@example.com',
    options: 'サインインオプション',
    required: 'サインインに使う名前を入力してください。',
  },
  as: 'サインインするアカウント：',
  notYou: '別のアカウントを使う',
  passkey: {
    title: 'パスキーを使う',
    ready: 'デバイスで、指紋、顔、PIN、セキュリティキーのいずれかを求められます。',
    retry: '再試行',
    signingIn: 'サインインしています…',
    withoutName: 'デバイスに表示されるパスキーを選んでください。名前の入力は不要です。',
    proveAgain: '本人確認',
    proveAgainReason: 'パスキーで確認するだけで、先に進めます。',
  },
  help: {
    title: '何も起こりませんか？',
    intro: 'パスキーがスマートフォンなど別のデバイスにある場合：',
    bluetooth:
      '両方のデバイスでBluetoothがオンになっていて、近くにあることを確認してください。ペアリングは不要です。',
    camera: 'コードは、アプリ内のQRコードリーダーではなく、スマートフォン標準のカメラで読み取ってください。',
    system: ({ iOS, android }) =>
      `スマートフォンがiOS ${iOS}以降またはAndroid ${android}以降で、両方のデバイスがインターネットに接続されていることを確認してください。`,
    provider:
      'スマートフォンの設定で、パスキーを保存しているアプリが、パスワードとパスキーの提供元として有効になっていることを確認してください。',
    thisDevice: 'パスキーがこのデバイスにある場合は、ほかのパスキーの画面を閉じて、もう一度お試しください。',
  },
  password: {
    title: 'パスワードを入力',
    label: 'パスワード',
    submit: 'サインイン',
    required: 'パスワードを入力してください。',
  },
  pass: {
    title: '一時アクセス パス（Temporary Access Pass）を入力',
    label: 'Temporary Access Pass',
    hint: 'ヘルプデスクまたは管理者が発行します。使えるのは短い時間だけです。',
    submit: 'サインイン',
    required: '受け取ったTemporary Access Passを入力してください。',
    show: '表示',
    hide: '非表示',
  },
  code: {
    title: 'コードを入力',
    label: '認証アプリのコード',
    hint: '6桁の数字です。30秒ごとに変わります。',
    submit: '確認',
    required: 'アプリに表示されている6桁の数字を入力してください。',
  },
  options: {
    title: 'サインインオプション',
    passkey: '顔、指紋、PIN、セキュリティキー',
    passkeyHint: 'パスキーを使います。名前の入力は不要です。',
    otherDevice: '別のデバイスのパスキー',
    otherDeviceHint: 'スマートフォンでコードを読み取ります。',
  },
  anotherWay: {
    link: '別の方法を使う',
    title: 'サインイン方法を選ぶ',
    passkey: '顔、指紋、PIN、セキュリティキー',
    passkeyHint: 'このデバイスのパスキーまたはセキュリティキー',
    otherDevice: '別のデバイスのパスキー',
    otherDeviceHint: 'スマートフォンでコードを読み取ります',
    password: 'パスワード',
    passwordHint: '組織によっては、コードも必要です',
    pass: 'Temporary Access Pass',
    passHint: 'ヘルプデスクから受け取ったコード',
    code: '認証アプリのコード',
    codeHint: 'スマートフォンのアプリに表示される6桁の数字',
    none: 'どの方法も使えない場合は、ヘルプデスクが一時アクセス パス（Temporary Access Pass）を発行できます。',
    askForPass: 'どれも使えない場合：パスを申請する',
  },
  stronger: {
    title: 'より安全なサインインが必要です',
    cannotTitle: 'この方法ではまだサインインできません',
    asked: ({ app, strength }) => `${app}では、${strength}が必要です。`,
    askedHere: ({ strength }) => `このページでは、${strength}が必要です。`,
    have: ({ proven }) => `これまでに使ったのは、${proven}です。`,
    noWay:
      'このアカウントには、条件を満たす方法が設定されていません。ヘルプデスクが一時アクセス パス（Temporary Access Pass）を発行できます。それを使うと、パスキーを追加できます。',
    ways: '次の方法で続けられます。',
    another: '別の人としてサインイン',
    otherPerson: 'このページの対象者とは別の人としてサインインしています。',
  },
  blocked: {
    title: 'ここから先へは進めません',
    rule: '組織のルールで、このサインインは許可されていません。アプリ、場所、デバイスなどが関係している可能性があります。',
    device: '組織が管理しているデバイスが必要ですが、このデバイスは管理対象として確認できません。',
    terms: '組織の利用規約に同意した人だけがサインインできます。まだ同意されていません。',
    next: 'サインインできるはずだと思われる場合は、次の番号をヘルプデスクに伝えてください。',
    again: '再試行',
    another: '別の人としてサインイン',
  },
  terms: {
    title: '利用規約',
    reason: ({ name }) => `続けるには、「${name}」を読んで同意してください。`,
    read: '本文を読む',
    accept: '同意する',
    decline: '同意しない',
  },
  strengths: {
    none: '何らかの方法でのサインイン',
    singleFactor: '1要素でのサインイン',
    multiFactor: '2要素でのサインイン、またはパスキー',
    passwordless: 'パスワードを使わないサインイン',
    phishingResistant: 'パスキー',
  },
  methods: {
    passkey: 'パスキー',
    temporaryAccessPass: 'Temporary Access Pass',
    password: 'パスワード',
    totp: 'コード',
  },
  secure: {
    title: 'アカウントを安全に保つ',
    reason:
      '今すぐパスキーを作成しましょう。次回からは、指紋、顔、PINのいずれかでサインインできます。覚えるものも、盗まれるものもありません。',
    pointFast: '速い：入力する代わりに、1回の操作で済みます',
    pointSafe: '安全：本物のサイトでしか使えません',
    pointPrivate: '指紋や顔の情報がデバイスの外に出ることはありません',
    create: 'パスキーを作成',
    otherDevice: 'スマートフォンかセキュリティキーに作成',
    waiting: 'パスキーの保存先を選ぶ画面がデバイスに表示されます。手順に従ってください。',
    needed: '続けるには、パスキーが必要です。',
  },
  second: {
    title: '2つ目のパスキーを追加',
    reason:
      'パスキーは1台のデバイスにしかありません。なくすと、ヘルプデスクの対応を待つことになります。追加は1分で終わります。',
    hereTitle: 'このコンピューターにパスキーを追加',
    hereReason:
      'スマートフォンでサインインしました。このコンピューターにもパスキーがあれば、次回はスマートフォンが不要になり、なくしたときの備えにもなります。',
    here: 'このデバイスに追加',
  },
  nameIt: {
    title: 'パスキーの準備ができました',
    reason: '後で見分けられるように、名前を付けてください。',
    label: '名前',
    required: '60文字以内で名前を付けてください。',
    suggestion: ({ device }) => `${device}のパスキー`,
    suggestionUnknown: '自分のパスキー',
    done: '完了',
  },
  asDefault: {
    title: 'これを既定のサインイン方法にしますか？',
    reason:
      '今回はパスキーでサインインしました。今後は、使える場面では最初にパスキーをお尋ねすることができます。',
    yes: '最初にパスキーを使う',
  },
  stay: {
    title: 'サインインしたままにしますか？',
    reason:
      'このブラウザーでサインインする回数が減ります。ほかの人も使うコンピューターでは「いいえ」を選んでください。',
  },
  signedOut: {
    title: 'サインアウトしました',
    reason: 'ほかの人もこのコンピューターを使う場合は、ブラウザーの画面を閉じることをお勧めします。',
    again: 'もう一度サインイン',
  },
  signOut: {
    title: 'サインアウトしますか？',
    reason: 'このブラウザーからサインアウトします。',
    submit: 'サインアウト',
  },
  inApp: {
    title: 'ブラウザーで開いてください',
    reason: ({ app }) =>
      `${app}の中でこのページを開いています。ここではパスキーを使えませんが、ブラウザーでは使えます。`,
    someApp: '別のアプリ',
    openSafari: 'Safariで開く',
    openChrome: 'Chromeで開く',
    copy: 'リンクをコピー',
    copyHint: 'コピーした後、ブラウザーのアドレスバーに貼り付けてください。リンクは1時間使えます。',
    anyway: 'パスキーを使わずに続ける',
  },
  announce: {
    prompt: 'ブラウザーがパスキーを求めています。',
  },
}
