import { steps } from '../../portal/ja/steps.ts'
import type { twoDevices as pattern } from '../en/two-devices.ts'

const { camera, nearby } = steps

/** The guide, about a passkey that is asked for here and kept on a phone, over a QR code. */
export const twoDevices: typeof pattern = {
  nearby: {
    title: nearby.title,
    lines: [nearby.bluetooth, nearby.internet, nearby.close],
    hint: nearby.lead,
  },
  pickPhoneWindows10: {
    title: 'Windowsの画面を抜けてコードへ',
    lines: [
      'Windowsの画面でPINやセキュリティキーを求められたら、取り消します。そこは目的の画面ではありません。',
      'その後、ブラウザーの画面が表示されます。「スマートフォンまたはタブレットを使用」か「iPhone、iPad、またはAndroidデバイス」を選びます。',
      'QRコードが表示されます。',
    ],
    hint: 'バージョンによっては、「別のデバイスを使用」や「別のセキュリティキー」と表示されます。',
  },
  pickPhoneWindows11: {
    title: 'Windows Helloを抜けてコードへ',
    lines: [
      'Windowsが顔、指紋、PINのいずれかを求めます。確認せずに、「別のデバイスを使用」か「別のセキュリティキーを使用」を選びます。',
      '次に「iPhone、iPad、またはAndroidデバイス」か「スマートフォン、タブレット、またはセキュリティキーを使用」を選び、「次へ」を選びます。',
      'QRコードが表示されます。',
    ],
  },
  pickPhoneWindows23H2: {
    title: 'Windows Helloを抜けてコードへ',
    lines: [
      'Windowsが保存先を尋ねます。先に顔、指紋、PINのいずれかを求められたら、「別のデバイスを使用」を選びます。',
      '「iPhone、iPad、またはAndroidデバイス」、「次へ」の順に選びます。',
      'QRコードが表示されます。',
    ],
  },
  pickPhoneSafari: {
    title: 'Touch IDを抜けてコードへ',
    lines: [
      'Safariが、このMacにパスキーを保存するか尋ねます。「その他のオプション」か「別のデバイスに保存」をクリックします。',
      '「iPhone、iPad、またはAndroidデバイス」、「続ける」の順に選びます。QRコードが表示されます。',
    ],
  },
  pickPhoneChrome: {
    title: 'コードを表示する',
    lines: [
      'ブラウザーがこのコンピューターにパスキーを保存しようとしたら、「別の方法で保存」か「別のデバイスを使用」を選びます。',
      '「スマートフォンまたはタブレットを使用」か「iPhone、iPad、またはAndroidデバイス」を選びます。QRコードが表示されます。',
    ],
  },
  pickPhoneFirefox: {
    title: 'コードを表示する',
    lines: [
      'Firefoxではシステムの画面が表示され、パスキーの保存先を尋ねられます。',
      '別のデバイス、「iPhone、iPad、またはAndroidデバイス」の順に選びます。QRコードが表示されます。',
    ],
  },
  scanIOS: {
    title: camera.title,
    lines: [camera.iOS],
    hint: 'ほかの読み取りアプリでは、このコードは使えません。',
  },
  scanAndroid: {
    title: camera.title,
    lines: [camera.android],
    hint: 'ほかの読み取りアプリでは、このコードは使えません。',
  },
  scanAny: {
    title: camera.title,
    lines: [camera.any],
    hint: 'ほかの読み取りアプリでは、このコードは使えません。',
  },
  saveOnPhone: {
    title: 'スマートフォンに保存する',
    lines: [
      'スマートフォンが、パスキーを保存するか尋ねます。続けて、指紋、顔、PINのいずれかで確認します。',
      'しばらくすると、コンピューターの画面が自動的に進みます。',
    ],
    hint: '互いに見つからない場合は、両方でBluetoothを一度オフにしてからオンにし、もう一度読み取ってください。',
  },
}
