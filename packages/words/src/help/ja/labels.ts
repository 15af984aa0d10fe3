import type { HelpWords } from '../english.ts'

/** What systems call their settings, as it stands on the screen. */
export const labels: HelpWords['labels'] = {
  signInOptions: 'サインイン オプション',
  iosAutofill: '自動入力とパスワード',
  androidPasswords: 'パスワードとアカウント',
  samsungManagement: '一般管理',
  samsungPasswords: 'パスワード、パスキー、自動入力',
}
