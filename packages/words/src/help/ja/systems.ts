import { securityInfoWords } from '../../catalogue/ja/security-info.ts'
import { signInWords } from '../../catalogue/ja/sign-in.ts'
import type { systems as english } from '../en/systems.ts'
import type { HelpWords } from '../english.ts'
import { labels } from './labels.ts'

const anotherWay = `「${signInWords.anotherWay.link}」`

/** What systems, browsers and phones do that no code of ours stands for. */
export const systems: Pick<HelpWords['problems'], keyof typeof english> = {
  windows_something_went_wrong: {
    title: 'Windowsに問題が発生したと表示されます',
    reason:
      'Windowsがパスキーを求め、理由を示さずに中断しました。キーを早く抜いた、スマートフォンに届かなかった、Windows Helloが止まった、などが考えられます。',
    next: `ウィンドウを閉じて、もう一度お試しください。繰り返す場合は、パソコンを再起動するか、${anotherWay}を選んでスマートフォンかセキュリティキーを使ってください。`,
  },
  windows_hello_unavailable: {
    title: 'Windows Helloを利用できません',
    reason: 'Windowsが今、PIN、顔、指紋を使えません。更新やパスワード変更のあとによく起こります。',
    next: `パソコンを再起動してください。直らない場合は、Windowsの設定の「${labels.signInOptions}」でPINを設定し直してください。`,
  },
  provider_not_seen: {
    title: 'スマートフォンにAuthenticatorが表示されません',
    reason:
      'パスキーを保存するアプリが入っていない、一度も開かれていない、またはパスワードとパスキーの提供元としてオンになっていません。',
    next: `公式ストアからインストールして開き、一度サインインしてください。そのあと設定の「${labels.iosAutofill}」または「${labels.androidPasswords}」でオンにしてください。`,
  },
  other_manager_opens: {
    title: '別のパスワード管理アプリが開きます',
    reason:
      '別のパスワード管理アプリかブラウザーの拡張機能が先に応答しています。iOS 18より前のiPhoneでは、標準のもの以外は1つしか使えません。',
    next: '開いた画面で別の保存先を選んでください。選べない場合は、もう一方を設定でオフにして、もう一度お試しください。',
  },
  samsung_pass_opens: {
    title: 'アプリの代わりにSamsung Passが開きます',
    reason: 'Galaxyでは、別のものを選ぶまでSamsung Passが優先サービスになっています。',
    next: `設定で「${labels.samsungManagement}」、「${labels.samsungPasswords}」の順に開き、使いたいアプリを優先サービスに選んでください。`,
  },
  qr_instead_of_app: {
    title: '代わりにQRコードやセキュリティキーを求められます',
    reason:
      'システムやアプリが古くてパスキーに対応していないか、パスキーのところでセキュリティキーを選びました。',
    next: 'スマートフォンとアプリを更新して最初からやり直し、セキュリティキーではなくパスキーを選んでください。',
  },
  qr_not_read: {
    title: 'QRコードを読み取れません',
    reason:
      'アプリの中で読み取った、コードが古い、または別の用途のコードです。iPhoneではカメラアプリでしか読み取れません。',
    next: 'パソコンに新しいコードを表示して、スマートフォン標準のカメラで読み取ってください。',
  },
  hybrid_interrupted: {
    title: '2台のデバイスの接続が切れました',
    reason:
      'スマートフォンとパソコンのやり取りが途中で終わりました。離れすぎた、片方がスリープした、ネットワークが変わった、などが原因です。',
    next: '両方を起動したまま並べ、Bluetoothとインターネットをオンにして、新しいコードを読み取ってください。',
  },
  hybrid_blocked_by_network: {
    title: 'ネットワークが2台の接続を妨げています',
    reason:
      'Bluetoothのほかに、cable.ua5v.com（Android）またはcable.auth.com（iPhone）への、途中で復号されない接続が必要です。Bluetoothを禁止している組織もあります。',
    next: 'スマートフォンでモバイル回線を試してください。管理者は、これらのアドレスを通し、パスキー用のBluetoothを許可できます。',
  },
  safari_many_passkeys: {
    title: 'パスキーが多いとSafariで先に進めません',
    reason:
      '1つのアカウントにパスキーが4つ以上あると、正しいものを見つけられないSafariのバージョンがあります。',
    next: `戻って、名前を入力せずに「${signInWords.name.options}」を選ぶか、「${securityInfoWords.title}」で使わないパスキーを削除してください。`,
  },
  icloud_keychain_off: {
    title: 'iCloudキーチェーンがオフになっています',
    reason: 'iPhone、iPad、Macはパスキーをそこに保存します。画面ロックも必要です。',
    next: '設定で自分の名前、iCloudの順に開いてオンにしてください。組織で禁止されている場合は、アプリかセキュリティキーに保存してください。',
  },
  other_android_profile: {
    title: 'パスキーはもう一方のプロファイルにあります',
    reason: 'Androidの仕事用プロファイルと個人用プロファイルは、互いのパスキーを使えません。',
    next: '作成したプロファイルからサインインするか、こちらのプロファイルでもう1つ作成してください。',
  },
  system_too_old: {
    title: 'スマートフォンのシステムが古すぎます',
    reason:
      'アプリがパスキーを保存できるのは、iOS 17以降とAndroid 14以降です。それより前では別の画面が出ます。',
    next: 'システムを更新してください。更新がない場合は、新しいスマートフォンかセキュリティキーを使ってください。',
  },
  in_app_browser: {
    title: '別のアプリの中ではパスキーを使えません',
    reason: 'メールやチャットのアプリの画面でページが開かれました。そこからはパスキーを使えません。',
    next: 'Safari、Chromeなどのブラウザーでページを開いてください。画面のメニューにその項目があります。',
  },
  asked_for_password: {
    title: '代わりにパスワードを求められます',
    reason: '前回の方法が選ばれたか、パスキーがあることがまだ認識されていません。',
    next: `入力欄の下の${anotherWay}を選び、「${signInWords.anotherWay.passkey}」を選んでください。そのあと既定の方法にできます。`,
  },
  passkey_left_over: {
    title: 'サインインに使えないパスキーが残っています',
    reason:
      'デバイスには保存されましたが、組織には登録されませんでした。接続が切れたか、許可されていない種類です。',
    next: 'デバイスのパスワードとパスキーの一覧からそのパスキーを削除し、もう一度追加してください。',
  },
  goes_in_circles: {
    title: '同じページを行き来するだけで進めません',
    reason:
      'パスキーを追加する前にパスキーを求める規則があり、Authenticatorとアカウントのページが互いに送り返しています。',
    next: 'ヘルプデスクに連絡してください。Temporary Access Passがあれば一度入れます。規則は管理者が変更できます。',
  },
  pass_not_offered: {
    title: 'Temporary Access Passを使えません',
    reason: 'パスが期限切れ、使用済み、開始前であるか、このアカウントやゲストには組織が許可していません。',
    next: '新しいパスをヘルプデスクに依頼してください。発行できない場合は、管理者がパスの規則を確認する必要があります。',
  },
  model_not_listed: {
    title: 'アプリやキーが機種の一覧にありません',
    reason: '一覧はAAGUIDを基にしています。新しいものはまだ載っていません。',
    next: 'AAGUIDを手で追加してください。メーカーが公開しており、サインインログにも試されたパスキーごとに記録されます。',
  },
}
