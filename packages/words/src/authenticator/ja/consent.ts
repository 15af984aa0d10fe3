import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about what a person is asked to agree to, in Japanese. */
export const consent: AuthenticatorWords['consent'] = {
  signInTitle: ({ organisation }) => `${organisation}にサインインしますか？`,
  createTitle: ({ organisation }) => `${organisation}のパスキーを作成しますか？`,
  signInLead: 'いま自分でサインインしている場合にだけ続けてください。',
  createLead: 'このブラウザーに保管され、このデバイスから出ることはありません。',
  site: 'サイト',
  siteChecked: 'このアドレスはブラウザーが確認しています。',
  account: 'アカウント',
  chooseAccount: 'どのアカウントですか？',
  signIn: 'サインイン',
  create: 'パスキーを作成',
  readFirst: '少しお待ちください。まずこの内容をお読みください',
  checking: '確認しています…',
  anotherWay: 'ほかの方法を使う',
  anotherWayHint:
    '代わりにブラウザーが、セキュリティキー、スマートフォン、このデバイスのいずれかを求めます。',
  nothingTitle: '使えるパスキーがありません',
  nothingLead:
    'このブラウザーには、ページが求めるパスキーがありません。ほかの方法を使うか、セキュリティ情報でパスキーを作成してください。',
  notHereTitle: 'このアカウントはAuthenticatorにありません',
  notHereLead: ({ userName }) =>
    `先に${userName}を追加してから、パスキーを作成してください。別の場所に保管することもできます。`,
  registerTitle: 'このブラウザーを登録し直してください',
  registerLead: '組織がこのブラウザーを認識しなくなったため、ここで作成したパスキーは使えません。',
  addAccount: 'アカウントを追加',
  goneTitle: '確認するものはもうありません',
  goneLead:
    'ページが先に進んだか、時間がかかりすぎました。このウィンドウを閉じて、元のページでやり直してください。',
}
