import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator in Japanese, about devices that remember each other. */
export const links: AuthenticatorWords['links'] = {
  remember: '別のデバイスを記憶',
  rememberTitle: 'サインインに使うデバイスを記憶する',
  rememberLead:
    '電話を一度リンクしてください。以後は、ここでサインインするとQRコードなしで電話のほうから確認します。',
  account: ({ name, organisation }) => `${organisation}の${name}`,
  begin: 'サインインしてQRコードを表示',
  beginHint: 'いまここで、パスキーによるサインインが必要です。',
  signingIn: '開いたタブで、パスキーでサインインしてください',
  scanTitle: 'このコードをデバイスで読み取ってください',
  scanLead:
    'スマートフォンのAuthenticatorの「QR コードをスキャン」を使います。Linuxの電話では latchkey-agent link です。ほかの人に読み取らせないでください。',
  codeLabel: 'デバイスをリンクするためのQRコード',
  typeTitle: ({ name }) => `この数字を${name}に入力してください`,
  typeLead: 'あなたのデバイスですか？いま数字を求めていますか？違う場合はこのページを閉じてください。',
  digits: '数字',
  done: ({ name }) => `${name}を記憶しました`,
  doneLead: 'セキュリティ情報に表示され、そこでいつでもリンクを解除できます。',
  failedTitle: 'デバイスはリンクされませんでした',
  failedLead: '時間がかかりすぎたか、別の数字が入力されました。やり直してください。',
  unreachable: '組織のトンネルサービスが応答しません。有効かどうかはヘルプデスクにお問い合わせください。',
  remembered: '記憶しているデバイス',
  forget: ({ name }) => `${name}の記憶を消す`,
  forgetTitle: ({ name }) => `${name}の記憶を消しますか？`,
  forgetLead: 'ここでも組織でも、二つのデバイスは互いを認識しなくなります。',
  forgetConfirm: '記憶を消す',
  use: ({ name }) => `${name}を使う`,
  look: ({ name }) => `${name}を見てください`,
  lookLead: 'そこで確認を求められます。同意する前に、表示されるサイトを確かめてください。',
  didNotCome: ({ name }) =>
    `${name}が応答しなかったか、そこで拒否しました。電源が入っていて、待機していますか？`,
  gone: ({ name }) => `${name}はリンクが解除されたため、ここでも記憶を消しました。`,
  agent: {
    command: 'QRコードを表示しているブラウザーをリンクする。以後QRコードは不要になる',
    notOne: 'そのQRコードはリンク用ではありません。',
    noAccount: ({ server }) => `${server}のアカウントはここにありません。`,
    which: 'どのアカウントですか？番号：',
    onlyOwn: ({ server }) =>
      `${server}にサインインした自分のブラウザーで、自分でこのコードを開いた場合にだけ続けてください。`,
    digits: 'ブラウザーに表示されている6桁の数字（やめる場合は何も入力しない）：',
    wrong: '数字が違います。何もリンクされませんでした。ブラウザーで最初からやり直してください。',
    stopped: '何もリンクされませんでした。',
    linked:
      'リンクしました。latchkey-agent run が動いている間、そのブラウザーはこのデバイスを自分で見つけます。',
    broken: 'ブラウザーはもう待っていません。新しいコードを表示してください。',
    openToListen:
      'リンクしたブラウザーがこのデバイスを見つけられるようにPINを入力してください（使わない場合は何も入力しない）：',
    listening: ({ names }) => `リンクしたブラウザーからの呼び出しを待っています：${names}`,
    called: ({ name }) => `${name}がQRコードなしで確認を求めています。いま操作しているのはあなたですか？`,
    linkedAlone: 'リンクしたブラウザーだけに応答し、QR コードは探しません',
    nobody:
      'このデバイスを見つけられるリンク済みのブラウザーがありません。latchkey-agent link でリンクできます。',
    noticeTitle: ({ name }) => `${name}が確認を求めています`,
    noticeText: 'latchkey-agent の端末を見て、そこで答えてください。心当たりがなければ答えないでください。',
    forgotten: ({ name }) => `リンクが削除されたため、ここでも記憶を消しました：${name}`,
  },
}
