import type { PortalWords } from '../english.ts'

export const devices: PortalWords['devices'] = {
  title: 'デバイス',
  lead: 'Latchkey Authenticator が登録されているデバイスです。手元にないもの、心当たりのないものは削除してください。',
  list: '登録済みのデバイス',
  surface: {
    extension: 'ブラウザーの拡張機能',
    phoneApp: 'スマートフォンのアプリ',
    agent: 'Linux のアプリ',
  },
  seen: (values) => `最終確認：${values.time}`,
  registered: (values) => `登録：${values.time}`,
  passkeys: (values) => `ここで作成したパスキー：${values.count} 個`,
  expired: '登録の期限切れ',
  revoked: '無効',
  tooOld: 'アプリのバージョンが古い',
  remove: '削除',
  removeNamed: (values) => `削除：${values.name}`,
  removeTitle: (values) => `「${values.name}」を削除しますか？`,
  removeLead:
    'このデバイスで作成したパスキーではサインインできなくなり、それで開いたセッションは終了します。あとで登録し直せます。',
  removeUnlinks: (values) =>
    `スマートフォンのパスキー ${values.count} 個も使えなくなります。ほかにリンクされたブラウザーがないためです。ブラウザーをリンクすると、また使えます。`,
  removed: 'デバイスを削除しました。',
  last: '最後のサインイン方法がこのデバイスにあるか、このデバイスを必要としています。先に別の方法を追加してください。',
  none: '登録済みのデバイスはありません',
  noneLead: 'Latchkey Authenticator でアカウントを追加すると、ここに表示されます。',
  links: 'リンクされたデバイス',
  linksLead: 'コードなしで一緒にサインインに使われます。心当たりのないものは削除してください。',
  linked: (values: { readonly client: string; readonly authenticator: string }) =>
    `${values.client}と${values.authenticator}`,
  linkedAt: (values: { readonly time: string }) => `リンク：${values.time}`,
  unlink: 'リンクを解除',
  unlinkNamed: (values: { readonly client: string; readonly authenticator: string }) =>
    `リンクを解除：${values.client}と${values.authenticator}`,
  unlinkTitle: (values) => `${values.client}と${values.authenticator}のリンクを解除しますか？`,
  unlinkLead: (values) =>
    `「${values.authenticator}」のパスキー ${values.count} 個は、リンクされたブラウザーだけが使えますが、ほかにリンクされたものがありません。ブラウザーをリンクすると、また使えます。`,
  linkLast: '最後のサインイン方法にこのリンクが必要です。先に別の方法を追加してください。',
  unlinked: 'デバイスのリンクが解除されました。',
}
