import type { CentreWords } from '../english.ts'

export const groups: CentreWords['groups'] = {
  title: 'グループ',
  lead: 'ルールやアプリで指定できるユーザーの集まりです。',
  add: 'グループを作成',
  search: 'グループを検索',
  name: '名前',
  description: '説明',
  created: '作成日',
  none: 'グループがありません',
  noneLead: 'グループを使うと、ルールやアプリを多くの人にまとめて適用できます。',
  back: 'グループ一覧',
  members: 'メンバー',
  noMembers: 'まだメンバーがいません。',
  addMembers: 'ユーザーを追加',
  whom: '追加するユーザー',
  takeOut: '外す',
  remove: 'グループを削除',
  removeTitle: (values) => `グループ「${values.name}」を削除しますか？`,
  removeLead: 'ユーザーは残ります。このグループを指定したルールやアプリは適用されなくなります。',
  removed: 'グループを削除しました。',
  open: 'ユーザー一覧で見る',
}
