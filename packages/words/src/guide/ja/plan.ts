import type { plan as pattern } from '../en/plan.ts'

/** The guide, about what is possible where: the table, the ways, what a device can do. */
export const plan: typeof pattern = {
  devices: {
    iphone: 'iPhone',
    ipad: 'iPad',
    samsung: 'Samsung Galaxy',
    pixel: 'Google Pixel',
    android: 'ほかのAndroidスマートフォン',
    windows: 'Windows',
    mac: 'Mac',
    linux: 'Linux',
    chromebook: 'Chromebook',
    unknown: '不明なデバイス',
  },
  accounts: {
    existing: {
      label: 'すでにサインインしている',
      about: 'パスワードやコードを使っていて、パスキーを作りたい。',
    },
    firstDay: { label: '今日が初日', about: 'Temporary Access Passを受け取った。' },
    newPhone: { label: '新しいスマートフォンに替えた', about: 'パスキーは前のスマートフォンにあった。' },
  },
  columns: { iOS: 'iPhoneまたはiPad', android: 'Android', desktop: 'コンピューター' },
  places: {
    app: { label: 'アプリの中', about: '組織が選んだアプリにパスキーを保存します。' },
    thisDevice: { label: 'このデバイス', about: 'デバイス自体か、そのアカウントに保存します。' },
    otherDevice: {
      label: '別のデバイス',
      about: 'ここで始めて、QRコードを使ってスマートフォンに保存します。',
    },
    securityKey: { label: 'セキュリティキー', about: 'デバイスに差し込むか、かざして使います。' },
  },
  table: {
    title: 'パスキーを保存できる場所',
    yes: '可能',
    no: '不可',
    here: 'お使いのデバイス',
    nearest: ({ place, column }) => `近い方法：${place}（${column}）`,
  },
  reasons: {
    notOpen: '現在、組織から提供されていません。',
    notSynced: '組織は、デバイス間でコピーされないパスキーを求めています。',
    notThisKind: '組織は、別の種類のパスキーを求めています。',
    notProven: '組織が求める証明ができません。',
    helpDeskOnly: 'パスキーはヘルプデスクが追加します。',
    noApp: '組織はこのためのアプリを選んでいません。',
    notForDevice: 'この種類のデバイスには対応していません。',
    tooOld: 'このデバイスのシステムが古すぎます。',
    noHybrid: 'このブラウザーはスマートフォンに問い合わせできません。ChromeとEdgeならできます。',
    keepsNone: 'このデバイスには、そのようなパスキーを保存できる場所がありません。',
  },
  ways: {
    phoneApp: { title: ({ name }) => name, about: 'パスキーを含め、スマートフォンをまとめて設定' },
    extension: { title: ({ name }) => name, about: 'このブラウザーの中に、専用のロックで保存' },
    agent: { title: ({ name }) => name, about: 'QRコードを使って、Linuxスマートフォンに保存' },
    app: { title: ({ name }) => name, about: 'スマートフォンのアプリの中だけに保存' },
    appleKeychain: { title: ({ name }) => name, about: 'Apple Accountに保存し、すべてのAppleデバイスで使用' },
    googlePasswordManager: {
      title: ({ name }) => name,
      about: 'Googleアカウントに保存し、サインインしている場所で使用',
    },
    samsungPass: { title: ({ name }) => name, about: 'Samsungアカウントに保存し、Galaxyデバイスで使用' },
    windowsHello: { title: ({ name }) => name, about: 'このコンピューターだけに保存' },
    phone: {
      title: 'スマートフォンやタブレット',
      about: 'スマートフォンに保存し、このコンピューターからQRコードで使用',
    },
    securityKey: { title: 'セキュリティキー', about: 'キーの中だけに保存' },
  },
  recommended: 'おすすめ',
  verdict: {
    tooOld: ({ version, least }) =>
      `このデバイスのバージョンは${version}です。デバイス自体にパスキーを保存するには${least}以降が必要です。`,
    unknown: 'お使いのブラウザーからはデバイスがわかりません。選んでください：',
  },
  instead: '違う画面が表示される',
  reviewed: ({ date }) => `最終確認：${date}`,
  reviewedOn: ({ date, system, browser }) => `最終確認：${date}、${system}、${browser}`,
  getFrom: { iOS: 'App Storeを開く', android: 'Google Playを開く', any: 'アドレスを開く' },
}
