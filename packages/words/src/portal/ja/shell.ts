import type { PortalWords } from '../english.ts'

export const shell: PortalWords['shell'] = {
  title: 'セキュリティ情報',
  places: {
    methods: 'サインインの方法',
    activity: '最近のアクティビティ',
    sessions: 'サインイン中の場所',
    devices: 'デバイス',
    apps: 'マイ アプリ',
    newPhone: '新しい電話',
    administration: '管理',
  },
}
