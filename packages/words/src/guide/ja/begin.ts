import { signInWords } from '../../catalogue/ja/sign-in.ts'
import { add } from '../../portal/ja/add.ts'
import { newPhone } from '../../portal/ja/new-phone.ts'
import type { begin as pattern } from '../en/begin.ts'

const { steps } = newPhone
const { offers, where } = add
const { anotherWay, secure, secureIn } = signInWords

/** The guide, about what comes before a passkey is made: a real browser, a new enough system, a way in. */
export const begin: typeof pattern = {
  openInSafari: {
    title: 'このページをSafariで開く',
    lines: [
      '今は別のアプリの中でこのページを見ています。そこではパスキーを作成できません。',
      '共有のマークか3つの点をタップし、「Safariで開く」または「ブラウザーで開く」を選びます。',
      '見当たらない場合は、アドレスをコピーしてSafariに貼り付けてください。',
    ],
  },
  openInChrome: {
    title: 'このページをChromeで開く',
    lines: [
      '今は別のアプリの中でこのページを見ています。そこではパスキーを作成できません。',
      '3つの点をタップし、「Chromeで開く」または「ブラウザーで開く」を選びます。',
      '見当たらない場合は、アドレスをコピーしてChromeに貼り付けてください。',
    ],
  },
  chooseDevice: {
    title: 'デバイスを選ぶ',
    lines: ['お使いのブラウザーからはデバイスがわかりません。選んでいただくと、その手順だけが表示されます。'],
  },
  updateIOS: {
    title: ({ least }) => `iOS ${least}以降に更新`,
    lines: [
      '「設定」の「一般」で「ソフトウェアアップデート」を開き、表示されたものをインストールします。',
      '再起動したら、ここに戻ってください。',
    ],
    hint: '新しいものが表示されない場合は、別のスマートフォン、コンピューター、セキュリティキーのいずれかをお使いください。',
  },
  updateAndroid: {
    title: ({ least }) => `Android ${least}以降に更新`,
    lines: [
      '「設定」で「アップデート」を検索し、表示されたものをインストールします。',
      '再起動したら、ここに戻ってください。',
    ],
    hint: '新しいものが表示されない場合は、別のスマートフォン、コンピューター、セキュリティキーのいずれかをお使いください。',
  },
  updateWindows: {
    title: ({ least }) => `Windows ${least}以降に更新`,
    lines: ['「設定」で「Windows Update」を開き、表示されたものをインストールします。'],
    hint: '新しいものが表示されない場合は、スマートフォンかセキュリティキーをお使いください。',
  },
  updateMac: {
    title: ({ least }) => `macOS ${least}以降に更新`,
    lines: [
      '「システム設定」の「一般」で「ソフトウェアアップデート」を開き、表示されたものをインストールします。',
    ],
    hint: '新しいものが表示されない場合は、スマートフォンかセキュリティキーをお使いください。',
  },
  switchBrowser: {
    title: '別のブラウザーを使う',
    lines: [
      'このブラウザーはスマートフォンに問い合わせできません。ChromeとEdgeならできます。',
      'そちらで同じページを開くと、そこでの手順が表示されます。',
    ],
  },
  openOnComputer: {
    title: 'コンピューターで続ける',
    lines: [
      'このデバイスで使えるパスキーを組織は許可していませんが、コンピューターでは許可しています。',
      'コンピューターで同じページを開くと、そこでの手順が表示されます。',
    ],
  },
  openOnPhone: {
    title: 'スマートフォンで続ける',
    lines: [
      'このデバイスで使えるパスキーを組織は許可していませんが、スマートフォンでは許可しています。',
      'スマートフォンで同じページを開くと、そこでの手順が表示されます。',
    ],
  },
  beginOnComputer: {
    title: 'コンピューターで始める',
    lines: [
      'コンピューターで同じページを開き、「スマートフォンやタブレット」を選んで、QRコードが表示されるまで進みます。',
      'この先は、このスマートフォンで行います。',
    ],
  },
  askHelpDesk: {
    title: 'ヘルプデスクに問い合わせる',
    lines: [
      '現在、このデバイスに保存できるパスキーを組織は許可していません。',
      '今後の予定と、どのデバイスなら使えるかは、ヘルプデスクにお尋ねください。',
    ],
  },
  signIn: {
    title: 'セキュリティ情報にサインインする',
    lines: [
      'セキュリティ情報を開き、今お使いの方法でサインインします。',
      'サインイン方法を追加できるのはご本人だけなので、もう一つの確認を求められます。',
      `「${add.title}」を選びます。`,
    ],
    hint: '数分たつと、もう一度確認を求められます。安全のための動作です。',
  },
  signInWithPass: {
    title: 'Temporary Access Passでサインインする',
    lines: [
      '組織から受け取ったパスをご用意ください。',
      `アドレスを入力します。パスの入力欄が表示されない場合は、「${anotherWay.link}」、「${anotherWay.pass}」の順に選びます。`,
      '続いてパスキーの作成を求められます。そのまま作成してください。',
    ],
    hint: 'パスの有効期間は短く、多くは一度しか使えません。期限が切れた場合は、新しいパスを依頼してください。',
  },
  passInApp: {
    title: 'Temporary Access Passを用意する',
    lines: ['アプリでは、アドレスと、組織から受け取ったパスでサインインします。'],
    hint: '一度しか使えないパスもあるので、先にほかの場所で入力しないでください。',
  },
  addHere: {
    title: 'このデバイスのパスキーを選ぶ',
    lines: [`一覧で「${offers.passkey}」、「${where.thisDevice}」の順に選びます。`],
    hint: '種類を尋ねられたら：同期されるパスキーは、ほかのデバイスでも使えます。',
  },
  addPhone: {
    title: 'スマートフォンやタブレットを選ぶ',
    lines: [`一覧で「${offers.passkey}」、「${where.otherDevice}」の順に選びます。`],
  },
  addKey: {
    title: 'セキュリティキーを選ぶ',
    lines: [`一覧で「${offers.securityKey}」を選びます。`],
  },
  addApp: {
    title: 'アプリを選ぶ',
    lines: [({ name }) => `追加するものを尋ねられたら、「${offers.provider({ name })}」を選びます。`],
    hint: '済ませた手順がもう一度表示されます。デバイスに確認画面が出るまで進んでください。',
  },
  createFirst: {
    title: 'パスキーを作成する',
    lines: [`「${secure.title}」というページで、「${secure.create}」を選びます。`],
  },
  createFirstElsewhere: {
    title: 'パスキーを作成する',
    lines: [`「${secure.title}」というページで、「${secure.otherDevice}」を選びます。`],
  },
  createFirstApp: {
    title: 'アプリにパスキーを作成する',
    lines: [
      ({ name }) =>
        `「${secure.title}」というページに${name}と表示されます。「${secureIn.next}」、「${secureIn.create({ name })}」の順に選びます。`,
    ],
  },
  keepOld: { title: steps.keepOld.title, lines: [steps.keepOld.about] },
  addWithOld: { title: steps.addWithOld.title, lines: [steps.addWithOld.about] },
  tryNew: { title: steps.tryNew.title, lines: [steps.tryNew.about] },
  removeOld: { title: steps.removeOld.title, lines: [steps.removeOld.about] },
  endSessions: { title: steps.endSessions.title, lines: [steps.endSessions.about] },
  restoreSynced: { title: steps.restoreSynced.title, lines: [steps.restoreSynced.about] },
  useOther: { title: steps.useOther.title, lines: [steps.useOther.about] },
  tryOther: {
    title: '先に別のパスキーを試す',
    lines: [
      'コンピューターかセキュリティキーに別のパスキーがあれば、それでサインインします。',
      'その場合、パスは不要です。新しいスマートフォンを追加する手順に進んでください。',
    ],
  },
  askForPass: { title: steps.askForPass.title, lines: [steps.askForPass.about] },
  callHelpDesk: { title: steps.callHelpDesk.title, lines: [steps.callHelpDesk.about] },
  passForNewPhone: { title: steps.signInWithPass.title, lines: [steps.signInWithPass.about] },
  addNew: { title: steps.addNew.title, lines: [steps.addNew.about] },
  addSecond: { title: steps.addSecond.title, lines: [steps.addSecond.about] },
}
