import type { PortalWords } from '../english.ts'

export const codes: PortalWords['codes'] = {
  title: 'ワンタイムコードを追加',
  step1: 'スマートフォンで認証アプリを開き、この画像を読み取ってください。',
  qr: '認証アプリ用のキー（QRコード）',
  byHand: 'または、このキーをアプリに入力してください。',
  step2: '次に、アプリに表示された6桁の数字を入力してください。',
  code: 'コード',
  codeRequired: 'アプリに表示されている6桁の数字を入力してください。',
  name: 'アプリまたはスマートフォンの名前',
  nameSuggestion: '認証アプリ',
  nameRequired: '60文字以内で名前を付けてください。',
  submit: '追加',
  phishable:
    'コードは、偽のページに求められて入力してしまうことがあります。パスキーなら、そのようにだまされることはありません。',
  removing: {
    removeTitle: ({ name }) => `「${name}」を削除しますか？`,
    removeReason: 'このアプリのコードはすぐに使えなくなります。アプリの項目も削除してください。',
    remove: '削除する',
    keep: '残す',
    removedTitle: 'ワンタイムコードを削除しました',
    removedReason: '認証アプリの項目も削除してください。表示されるコードはもう使えません。',
  },
}
