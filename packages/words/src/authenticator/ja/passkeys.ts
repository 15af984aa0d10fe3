import type { AuthenticatorWords } from '../english.ts'

export const passkeys: AuthenticatorWords['passkeys'] = {
  title: 'パスキー',
  none: 'パスキーはまだありません',
  noneLead: 'パスキーがあれば、指紋、顔、または画面ロックでサインインできます。',
  here: 'このスマートフォンで作成',
  synced: '同期',
  added: (values) => `追加：${values.when}`,
  used: (values) => `最後の使用：${values.when}`,
  create: 'パスキーを作成',
  createTitle: 'パスキーを作成',
  createLead:
    'スマートフォンのパスワードマネージャーが保存します。このアプリにはできません。ウェブアプリはそこに入れないためです。',
  whatHappens: 'このあとの流れ',
  steps: {
    ask: 'スマートフォンが、パスキーの保存先を尋ねます。ふつうはスマートフォン自身のパスワードマネージャーを選びます。',
    confirm: '指紋、顔、または画面ロックで確認します。',
    done: 'すぐにここで使えます。このスマートフォンのどのブラウザーでも使えます。',
  },
  waiting: 'スマートフォンの案内に従ってください…',
  checking: '組織が確認しています…',
  registered: 'パスキーを登録しました',
  registeredLead:
    'これからはこのパスキーでサインインできます。ほかのデバイスで待っていた場合は、もう伝わっています。',
  exists: 'このスマートフォンには、このアカウントのパスキーがすでにあります',
  existsLead: '一つで十分です。このスマートフォンのどのブラウザーでも使えます。',
  confirmFirst: '先にご本人であることを確認します。そのあとこのページに戻ります。',
  done: '完了',
  remove: '削除',
  removeNamed: (values) => `パスキー「${values.name}」を削除`,
  removeTitle: (values) => `パスキー「${values.name}」を削除しますか`,
  removeLead:
    '組織から削除し、スマートフォンにも削除するよう同時に伝えます。これを使ったサインインはできなくなります。',
  removed: 'パスキーを、ここと組織の両方から削除しました。',
  removeConfirm: '削除する',
}
