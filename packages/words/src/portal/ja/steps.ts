import type { PortalWords } from '../english.ts'

export const steps: PortalWords['steps'] = {
  creating: {
    thisDeviceTitle: 'このデバイスにパスキーを作成',
    thisDevice:
      'デバイスで、指紋、顔、PINのいずれかを求められます。これらの情報がデバイスの外に出ることはありません。',
    otherDeviceTitle: '別のデバイスにパスキーを作成',
    otherDevice:
      'ブラウザーにコードが表示されます。スマートフォンかタブレットのカメラで読み取ってください。両方でBluetoothをオンにしておく必要があります。',
    securityKeyTitle: 'セキュリティキーを追加',
    securityKey: 'キーをデバイスに差し込むか、かざして、PINを入力し、点滅したら触れてください。',
    create: 'パスキーを作成',
    waiting: 'パスキーの保存先を選ぶ画面がデバイスに表示されます。手順に従ってください。',
    another: '別の方法を選ぶ',
    existsTitle: 'このパスキーはすでにあります',
    exists:
      '選んだデバイスまたはキーには、このアカウントのパスキーがすでにあります。1つあれば十分です。一覧では次のパスキーです。',
    existsReplace:
      '作り直す場合は、先に一覧で削除してください。デバイス上のどこで削除するかも表示されます。別のデバイスを使うこともできます。',
    nameTitle: 'パスキーの準備ができました',
    name: '後で見分けられるように、名前を付けてください。',
    nameLabel: '名前',
    nameRequired: '60文字以内で名前を付けてください。',
    nameSuggestion: ({ device }) => `${device}のパスキー`,
    done: '完了',
  },

  progress: ({ number, total }) => `手順${number}/${total}`,
  trouble: 'うまくいきませんか？',
  guide: 'お使いのデバイスの手順を見る',
  anotherWay: '別の方法で追加',
  continue: '続ける',
  confirmFirst: '先にご本人であることを確認してください',
  confirmFirstLead:
    'サインイン方法を追加できるのは、本人確認を済ませたばかりの方だけです。確認後、ここから続けられます。',
  confirm: '今すぐ確認',
  cautions: {
    noPlatformAuthenticator: 'このデバイスではパスキーを保存できないようです',
    noPlatformAuthenticatorNext:
      '先にデバイスの設定で指紋、顔、PINのいずれかを登録するか、別のデバイスをお使いください。',
    noHybrid: 'このブラウザーからスマートフォンに接続できません',
    noHybridNext:
      'Bluetoothをオンにしてもう一度試すか、別のブラウザーを使うか、スマートフォンでこのページを開いてください。',
    notForBrowser: ({ name }) => `${name}はこのブラウザーに対応していません`,
    notForBrowserNext: 'パソコンのChrome、Edge、Chromium、Firefoxのいずれかでこのページを開いてください。',
    notForPhone: ({ name }) => `${name}はこのスマートフォンに対応していません`,
    notForPhoneNext: '別のスマートフォンまたは別の方法を選んでください。',
    tooOld: 'このデバイスは古すぎます',
    proof:
      'メーカーと機種の表示を許可するか、ブラウザーが尋ねることがあります。組織が必要としているので許可してください。',
  },
  requirements: {
    title: '必要なもの',
    lead: ({ name }) => `${name}のパスキーはスマートフォンから出ません。2分ほどで終わります。`,
    iOS: ({ version }) => `iOS ${version}以降のiPhoneまたはiPad`,
    android: ({ version }) => `Android ${version}以降のAndroidスマートフォン`,
    lock: 'スマートフォンの画面ロック（指紋、顔、PIN）',
    both: 'スマートフォンとこのデバイスの両方のBluetoothとインターネット接続',
  },
  getApp: {
    title: ({ name }) => `${name}を入手`,
    scan: 'スマートフォンのカメラでコードを読み取り、アプリをインストールして一度開いてください。すでにある場合は、最新かどうか確認してください。',
    link: 'アプリをインストールして一度開き、ここに戻ってください。すでにある場合は、最新かどうか確認してください。',
    iOS: 'iPhoneとiPad用',
    android: 'Android用',
    store: 'ストアを開く',
    code: 'ストアのアプリを開くコード',
    version: ({ version }) => `バージョン${version}以降`,
    have: 'アプリがあります',
  },
  choosePhone: {
    title: 'どのスマートフォンをお使いですか？',
    iOS: 'iPhoneまたはiPad',
    android: 'Android',
  },
  makeProvider: {
    title: ({ name }) => `${name}にパスキーの保存を許可`,
    lead: ({ name }) =>
      `スマートフォンで一度だけ行います。その後、パスキーを保存するときに${name}が表示されます。`,
    which: 'お使いのスマートフォン',
    paths: {
      iOS18: 'iOS 18以降',
      iOS17: 'iOS 17',
      android: 'Android',
      samsung: 'Samsung',
    },
    ways: {
      iOS18: {
        first: '「設定」を開き、「一般」をタップします。',
        second: ({ name }) => `「自動入力とパスワード」をタップし、${name}をオンにします。`,
        third: ({ name }) => `同じページの「コードの設定先」で${name}を選びます。`,
      },
      iOS17: {
        first: '「設定」を開き、「パスワード」をタップします。',
        second: '「パスワードオプション」をタップし、「パスワードとパスキーを自動入力」をオンにします。',
        third: ({ name }) => `「パスワードとパスキーの提供元」で${name}を選びます。`,
      },
      android: {
        first: '「設定」を開き、「パスワードとアカウント」をタップします。',
        second: ({ name }) => `「追加のプロバイダ」で${name}をオンにします。`,
        third: '見つからない場合は、設定の中で「パスキー」を検索してください。',
      },
      samsung: {
        first: '「設定」を開き、「一般管理」をタップします。',
        second: '「パスワード、パスキー、自動入力」をタップします。',
        third: ({ name }) => `「優先サービス」をタップし、${name}を選びます。`,
      },
    },
    onlyOne: '同時に使えるのは1つだけです',
    onlyOneHint: ({ name }) =>
      `iOS 18より前のiPhoneでは、標準のもの以外に使えるパスワードアプリは1つだけです。${name}を選ぶと、現在お使いのアプリはオフになります。`,
    done: 'オンにしました',
    picture: ({ path }) => `スマートフォンの設定の図：${path}`,
    labels: {
      settings: '設定',
      general: '一般',
      autofill: '自動入力とパスワード',
      setUpCodes: 'コードの設定先',
      passwords: 'パスワード',
      passwordOptions: 'パスワードオプション',
      autofillPasskeys: 'パスワードとパスキーを自動入力',
      useFrom: 'パスワードとパスキーの提供元',
      passwordsAccounts: 'パスワードとアカウント',
      additional: '追加のプロバイダ',
      generalManagement: '一般管理',
      samsungPasswords: 'パスワード、パスキー、自動入力',
      preferred: '優先サービス',
    },
  },
  nearby: {
    title: '2台のデバイスを近づけてください',
    lead: 'Bluetoothで互いを見つけるので、遠くの人は加われません。',
    bluetooth: 'こちらとスマートフォンの両方でBluetoothがオンになっている',
    internet: 'どちらもインターネットに接続している',
    close: '隣どうしに置いてある',
    done: '準備ができました',
  },
  camera: {
    title: '正しいカメラで読み取る',
    lead: 'まもなく、このデバイスにQRコードが表示されます。',
    iOS: 'iPhoneの「カメラ」で読み取り、黄色の「パスキーを保存」をタップします。',
    android: 'スマートフォンのカメラアプリで読み取り、「パスキーを使用」をタップします。',
    any: 'スマートフォンに最初から入っているカメラアプリで読み取ります。',
    not: ({ name }) => `${name}の中の読み取り機能は、このコードに対応していません。`,
    picture: 'コンピューターのコードを読み取るスマートフォンの図',
  },
  reminder: {
    title: ({ name }) => `${name}に保存してください`,
    here: ({ name }) =>
      `パスキーの保存先をスマートフォンが尋ねます。${name}を選んでください。先に別の場所が表示されたら、「その他のオプション」をタップします。`,
    there: ({ name }) =>
      `パスキーの保存先をスマートフォンが尋ねます。必ず${name}を選んでください。保存先は組織が確認します。`,
    understand: 'わかりました',
  },
  prompt: {
    provider: ({ name }) => `${name}にパスキーを作成`,
    providerHere: ({ name }) =>
      `スマートフォンが指紋、顔、PINのいずれかを求めます。パスキーを${name}に保存してください。`,
    providerThere: ({ name }) =>
      `ブラウザーにQRコードが表示されます。スマートフォンで読み取り、パスキーを${name}に保存してください。`,
    offersHere: 'このコンピューターへの保存を勧められましたか？',
    offersHereHint:
      '「別のデバイスを使用」または「その他のオプション」を選び、次に「iPhone、iPad、Androidデバイス」を選んでください。',
    arrives: '別のデバイスでご自身で作成することもできます。届きしだい、このページは先に進みます。',
    created: '作成しました。少しお待ちください…',
  },
  own: {
    lead: {
      extension: ({ name }) => `${name}のパスキーは、専用のロックの下でこのブラウザーに残ります。`,
      phoneApp: ({ name }) =>
        `${name}は、デバイス、パスキー、そのほか組織が許可するものを、まとめてスマートフォンに設定します。`,
      agent: ({ name }) =>
        `${name}のパスキーはLinuxスマートフォンに残ります。このパソコンからはQRコードとBluetoothで接続します。`,
    },
    needs: {
      extension: 'パソコンのChrome、Edge、Chromium、Firefoxのいずれか',
      phoneApp: 'iOS 17またはAndroid 9以降のスマートフォン',
      agent: 'Bluetooth対応のLinuxスマートフォン',
    },
    lock: {
      extension: '拡張機能のPIN、またはこのパソコンの指紋、顔、PIN',
      phoneApp: 'スマートフォンの画面ロック（指紋、顔、PIN）',
      agent: 'アプリで設定するPIN',
    },
    getLead: {
      extension: 'このブラウザーに追加してから、ここに戻ってください。すでにある場合は次へ進みます。',
      phoneApp: 'スマートフォンで開き、ホーム画面に追加してください。すでにある場合は次へ進みます。',
      agent: 'スマートフォンにインストールしてから、ここに戻ってください。すでにある場合は次へ進みます。',
    },
    getNone: '組織がインストールします。見当たらない場合は、ヘルプデスクに問い合わせてください。',
    open: 'アドレスを開く',
    code: 'アプリを開くためのコード',
    account: ({ name }) => `${name}のアカウント`,
    accountLead: 'このとき、デバイスが組織に登録されます。後でデバイスを証明するために使われます。',
    add: {
      extension: 'ブラウザーのバーにあるマークをクリックし、「アカウントを追加」を選んでサインインします。',
      phoneApp: '「アカウントを追加」、「職場または学校アカウント」の順に選び、サインインします。',
      agent: 'スマートフォンで「アカウントを追加」を選び、サインインします。',
    },
    there: 'アカウントが一覧にあれば、何もする必要はありません。',
    signedOut: 'サインアウトと表示されている場合は、もう一度サインインします。重複はしません。',
    accountDone: 'アカウントがあります',
    scan: ({ name }) => `${name}で読み取る`,
    scanHow:
      'スマートフォンで「コードを読み取る」を選びます。スマートフォンのカメラアプリはこの認証アプリに対応していません。',
    prompt: {
      extension: ({ name }) =>
        `${name}のウィンドウにサイトとアカウントが表示され、ロックの解除を求められます。ブラウザーの画面が出た場合は、キャンセルして拡張機能が有効か確認し、もう一度お試しください。`,
      agent: ({ name }) =>
        `ブラウザーにQRコードが表示されます。${name}で読み取り、そこでPINを使って確認してください。`,
    },
    inApp: 'スマートフォンのアプリで自分のアカウントを開き、「パスキーを作成」をタップします。',
    inAppWaits: 'パスキーが届くと、このページは自動的に進みます。',
    inAppWhere:
      'Webアプリはパスキーの保存場所になれないため、スマートフォン自身の保存場所に保存されます。どこにあるかはアプリに表示されます。',
    register: 'このデバイスを登録',
    registerHint: '認証アプリでもう一度サインインしてください。デバイスの証明が更新されます。',
  },
  exists: {
    at: ({ place }) =>
      `このアカウントのパスキーがすでに${place}にあります。そちらで削除してから、もう一度お試しください。`,
    somewhere:
      'このアカウントのパスキーがすでにそこにあります。そちらで削除してから、もう一度お試しください。',
    yours: 'お持ちのパスキー',
  },
  refused: {
    title: '受け付けられませんでした',
    told: 'デバイスには、このパスキーを忘れるよう伝えました。まだ表示される場合：',
  },
  landed: {
    title: 'パスキーは別の場所に保存されました',
    provider: ({ wanted, where }) => `${wanted}に保存するはずでしたが、${where}にあります。`,
    proof:
      '希望した場所にあると示していますが、証明がありません。そこでデバイスを登録してから、もう一度お試しください。',
    keepingSynced: ({ where }) => `1台のデバイスのみに保存するはずでしたが、同期されています（${where}）。`,
    keepingDevice: ({ where }) => `同期するはずでしたが、1台のデバイスのみにあります（${where}）。`,
    placeKey: ({ where }) => `セキュリティキーに保存するはずでしたが、${where}にあります。`,
    placeDevice: ({ where }) => `セキュリティキー以外に保存するはずでしたが、${where}にあります。`,
    unknown: '名前のわからない場所',
    works: 'このパスキーも使えます。希望したものと一緒に残しておけます。',
    keep: 'これも残す',
    retry: '削除してもう一度試す',
    verified: '確認済み',
    verifiedIn: ({ name }) => `${name}にあります。`,
  },
}
