import type { AuthenticatorWords } from '../english.ts'

export const codes: AuthenticatorWords['codes'] = {
  title: 'ワンタイムコード',
  code: (values) => `${values.account} のコード`,
  left: (values) => `あと ${values.seconds} 秒`,
  none: 'このスマートフォンにワンタイムコードはありません',
  byHandTitle: 'ほかのサービスを追加',
  byHandLead: 'サービスは鍵を表示します。ふつうは QR コードの下にあります。',
  issuer: 'サービスの名前',
  issuerRequired: 'どのサービスか入力してください。',
  account: 'そこでのあなたの名前',
  key: '鍵',
  keyHint: '英字と、2 から 7 までの数字です。空白はあってもかまいません。',
  keyWrong: 'ワンタイムコードの鍵ではありません。',
  add: '追加',
  added: 'コードを追加しました。',
  confirmTitle: 'ワンタイムコードを追加しますか',
  confirmLead: (values) =>
    `「${values.issuer}」からです。たった今そのサービスにこのコードを求めた場合だけ、追加してください。`,
  unnamed: '名前のないサービス',
  removeTitle: (values) => `${values.name} のコードを削除しますか`,
  removeLead:
    '元に戻せません。そこに別の方法でサインインできることを確かめるか、先にそこでコードをオフにしてください。',
  remove: 'コードを削除',
  removed: 'コードを削除しました。',
}
