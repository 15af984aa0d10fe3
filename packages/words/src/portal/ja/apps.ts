import type { PortalWords } from '../english.ts'

/** Security info, about apps. */
export const apps: PortalWords['apps'] = {
  title: 'マイ アプリ',
  lead: '組織から利用を許可されているアプリです。サインイン時に必要なものも表示しています。',
  list: 'アプリ',
  open: ({ app }) => `${app}を開く`,
  asks: {
    singleFactor: 'パスワードなど、1つの確認が必要です',
    multiFactor: '2つの確認、またはパスキーが必要です',
    passwordless: 'パスワードを使わないサインインが必要です',
    phishingResistant: 'パスキーが必要です',
  },
  named: ({ name }) => `必要なもの：${name}`,
  device: '組織に登録されたデバイスが必要です',
  terms: '利用規約への同意が必要です',
  blocked: '組織のルールにより、ここからは利用できません。',
  none: '利用できるアプリはまだありません',
  noneLead: '組織が許可したアプリのうち、開始ページのあるものがここに表示されます。',
}
