import { steps } from '../../portal/ja/steps.ts'
import type { builtIn as pattern } from '../en/built-in.ts'

const { cautions } = steps

/** The guide, about what keeps passkeys on a device without anything being installed. */
export const builtIn: typeof pattern = {
  setLock: { title: cautions.noPlatformAuthenticator, lines: [cautions.noPlatformAuthenticatorNext] },
  allowProof: {
    title: '種類を伝える',
    lines: [cautions.proof],
    hint: '許可しないとパスキーは受け付けられず、最初からやり直すことになります。',
  },
  icloudIOS18: {
    title: 'パスキーの保存先をオンにする',
    lines: [
      '「設定」で自分の名前をタップし、「iCloud」、「パスワード」の順に開いて、このデバイスでオンにします。',
      '「設定」に戻り、「一般」、「自動入力とパスワード」の順に開きます。「パスワードとパスキーを自動入力」と、その下の「パスワード」をオンにします。',
    ],
    hint: 'すべてオンになっていれば、次の手順に進んでください。',
  },
  icloudIOS17: {
    title: 'パスキーの保存先をオンにする',
    lines: [
      '「設定」で自分の名前をタップし、「iCloud」、「パスワードとキーチェーン」の順に開いて、オンにします。',
      '「設定」に戻り、「パスワード」、「パスワードオプション」の順に開きます。「パスワードとパスキーを自動入力」をオンにし、「iCloudパスワードとキーチェーン」を選びます。',
    ],
    hint: 'すべてオンになっていれば、次の手順に進んでください。',
  },
  icloudMac: {
    title: 'パスキーの保存先をオンにする',
    lines: [
      '「システム設定」で自分の名前をクリックし、「iCloud」から「パスワード」または「パスワードとキーチェーン」を開いて、オンにします。',
      'Apple Accountにサインインしていること、MacにTouch IDかパスワードが設定されていることが必要です。',
    ],
    hint: 'オンになっていれば、次の手順に進んでください。',
  },
  googleAndroid: {
    title: 'Googleがパスキーを保存するか確認する',
    lines: [
      '「設定」を開き、「パスワード、パスキー、アカウント」をタップします。以前のバージョンでは「パスワードとアカウント」です。',
      '優先サービスがGoogleになっていることを確認します。画面ロックとGoogleアカウントが必要です。',
    ],
    hint: '名称はメーカーによって異なります。設定の中で「パスキー」を検索してください。',
  },
  googleOnSamsung: {
    title: 'Googleがパスキーを保存するか確認する',
    lines: [
      '「設定」を開き、「一般管理」、「パスワード、パスキー、自動入力」の順にタップします。',
      '「優先サービス」をタップし、Googleを選びます。',
    ],
    hint: '見つからない場合は、設定の中で「パスキー」を検索してください。',
  },
  googleDesktop: {
    title: 'Chromeにサインインする',
    lines: [
      'Chromeの右上にある自分の画像をクリックします。ログアウト中または同期オフと表示されたら、Googleアカウントでサインインします。',
      'パスキーはGoogleパスワードマネージャーに保存され、同じアカウントのすべてのデバイスで使えます。',
    ],
  },
  samsungPass: {
    title: 'Samsung Passにパスキーの保存を許可',
    lines: [
      '「設定」を開き、「一般管理」、「パスワード、パスキー、自動入力」の順にタップします。',
      '「優先サービス」をタップし、Samsung Passを選びます。求められたらSamsungアカウントにサインインします。',
    ],
    hint: '指紋も顔もまだ登録していない場合は、先に登録を求められます。',
  },
  windowsHello: {
    title: 'Windows Helloの設定を確認する',
    lines: [
      '「設定」を開き、「アカウント」、「サインインオプション」の順に選びます。',
      '「PIN（Windows Hello）」が設定済みであることを確認します。まだの場合は設定してください。顔や指紋は後から追加できます。',
    ],
  },
  saveApplePhone: {
    title: 'Face IDまたはTouch IDで保存する',
    lines: [
      'パスキーを保存するか尋ねる画面が表示されます。「続ける」をタップして確認します。',
      '「パスワード」以外のアプリ名が表示されたら、「その他のオプション」または「別の方法で保存」をタップし、「パスワード」を選びます。',
    ],
  },
  saveAppleMac: {
    title: 'Touch IDで保存する',
    lines: [
      'パスキーを保存するか尋ねる画面が表示されます。キーに指を置くか、Macのパスワードを入力します。',
      'ChromeやEdgeで保存先を尋ねられたら、「iCloudキーチェーン」を選びます。',
    ],
  },
  saveGooglePhone: {
    title: '画面ロックで保存する',
    lines: [
      'パスキーを作成するか尋ねる画面が表示されます。Googleパスワードマネージャーと表示されていることを確かめ、「作成」または「続行」をタップします。',
      '別のアプリ名が表示されたら、「その他のオプション」または「別の方法で保存」をタップし、Googleパスワードマネージャーを選びます。',
      '指紋、顔、PINのいずれかで確認します。',
    ],
  },
  saveGoogleDesktop: {
    title: 'Googleパスワードマネージャーに保存する',
    lines: [
      'Chromeが保存先を尋ねます。Googleパスワードマネージャー、「作成」の順に選びます。',
      '初回はGoogleパスワードマネージャーのPINの入力か、新しいPINの設定を求められます。新しいコンピューターでパスキーを使うときに必要なので、覚えておいてください。',
    ],
  },
  saveSamsung: {
    title: 'Samsung Passに保存する',
    lines: [
      'パスキーを作成するか尋ねる画面が表示されます。Samsung Passと表示されていることを確かめ、「続行」をタップします。',
      '別のアプリ名が表示されたら、「その他のオプション」または「別の方法で保存」をタップし、Samsung Passを選びます。',
      '指紋か顔で確認します。',
    ],
  },
  saveHello10: {
    title: 'Windows Helloで保存する',
    lines: [
      '「Windowsセキュリティ」の画面で、PIN、指紋、顔のいずれかを求められます。確認して「OK」をクリックします。',
      'セキュリティキーを求められた場合は、取り消してWindows Helloを設定し、最初からやり直してください。',
    ],
  },
  saveHello11: {
    title: 'Windows Helloで保存する',
    lines: [
      '「Windowsセキュリティ」の画面で、保存先を尋ねられます。「このWindowsデバイス」を選びます。',
      '顔、指紋、PINのいずれかで確認し、「OK」をクリックします。',
    ],
    hint: 'すぐに顔を求められた場合は、それで正しい画面です。カメラを見てください。',
  },
}
