import type { AuthenticatorWords } from '../english.ts'

export const scan: AuthenticatorWords['scan'] = {
  title: 'QR コードをスキャン',
  lead: 'カメラの前にかざしてください。お答えいただくまで、何も開きません。',
  picture: 'カメラに映っているもの',
  starting: 'カメラを起動しています…',
  looking: 'QR コードを探しています…',
  again: '別のものをスキャン',
  noCameraTitle: 'カメラを使えません',
  noCamera: 'ブラウザーのこのサイトの設定で、このページにカメラの使用を許してから、もう一度お試しください。',
  passkeyTitle: 'スマートフォンのカメラアプリを使ってください',
  passkeyLead:
    'この QR コードは、パスキーでのサインインに使うものです。相手のデバイスが近くにあることを確かめられるのは、スマートフォンのカメラアプリだけです。目の前にある、自分が使っているデバイスに表示されている場合だけ、続けてください。',
  otherTitle: '別の組織のものです',
  otherLead: (values) => `このコードは ${values.host} のものです。そこには専用の Authenticator があります。`,
  otherOpen: (values) => `${values.host} へ移動`,
  accountTitle: '職場または学校のアカウントを追加しますか',
  accountLead: 'このコードはあなたの組織のものです。次にサインインします。',
  unknownTitle: 'このアプリ用のコードではありません',
  unknownLead: 'アカウントの追加にも、ワンタイムコードにも使えません。',
  signIn: 'サインイン',
}
