import type { PortalWords } from '../english.ts'

export const password: PortalWords['password'] = {
  title: 'パスワードを変更',
  lead: 'パスキーのほうが安全で、手早く使えます。まだパスワードが必要な場合は、ここで変更できます。',
  current: '現在のパスワード',
  currentRequired: '現在のパスワードを入力してください。',
  next: '新しいパスワード',
  nextHint: '8文字以上にしてください。複雑な文字列より、いくつかの単語の組み合わせをお勧めします。',
  nextRequired: '8文字以上の新しいパスワードを入力してください。',
  submit: '変更する',
  noneTitle: 'パスワードは設定されていません',
  none: 'パスワードを設定できるのは管理者だけです。なくても問題ありません。パスキーのほうが安全です。',

  changed: 'パスワードを変更しました',
  changedLead: 'ほかの場所でのサインインはすべて終了しました。',
}
