import type { CentreWords } from '../english.ts'

export const devices: CentreWords['devices'] = {
  title: 'デバイス',
  lead: 'デバイスのルールは、管理システムの情報を参照します。',
  compliant: '準拠',
  notCompliant: '非準拠',
  unknown: '不明',
  on: '有効',
  off: '無効',
  switchOn: '有効にする',
  switchOff: '無効にする',
  markCompliant: '準拠にする',
  markNotCompliant: '非準拠にする',
  remove: '削除',
  removeTitle: (values) => `「${values.name}」を削除しますか？`,
  removeLead: '準拠デバイスを求めるルールで使えなくなります。',
  none: 'デバイスがありません',
  noneLead: 'デバイス管理システムが API で追加します。',
}
