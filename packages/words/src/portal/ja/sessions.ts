import type { PortalWords } from '../english.ts'

/** Security info, about sessions. */
export const sessions: PortalWords['sessions'] = {
  title: 'サインイン中の場所',
  lead: 'あなたとしてサインインしているブラウザーとデバイスの一覧です。知らないものや不要なものは終了してください。',
  list: 'セッション',
  thisOne: 'このブラウザー',
  deviceCode: 'コードを表示したデバイス',
  with: ({ methods }) => `サインイン方法：${methods}`,
  since: ({ time, place }) => `開始：${time}、${place}`,
  seen: ({ time }) => `最終利用：${time}`,
  until: ({ time }) => `終了：${time}`,
  appsOnly: 'アプリがブラウザーなしで継続中',
  app: ({ name, time }) => `${name} はサインインしたままです（最終利用：${time}）`,
  end: 'サインアウト',
  endNamed: ({ device }) => `サインアウト：${device}`,
  ended: 'サインアウトしました。',
  endOthers: 'ほかのすべての場所でサインアウト',
  noOthers: 'ほかにサインインしている場所はありません。',
  endAll: 'すべての場所でサインアウト',
  endAllTitle: 'すべての場所でサインアウトしますか',
  endAllLead:
    'このブラウザーを含め、すべてのセッションが終了します。デバイスのアプリでも再度サインインが必要です。',
  stay: 'サインインしたままにする',
  notKnown: '知らないものがありますか',
  toActivity: '最近のアクティビティを確認',
}
