import type { PortalWords } from '../english.ts'

/** Security info, about a new phone. */
export const newPhone: PortalWords['newPhone'] = {
  title: '新しいスマートフォン',
  lead: '1台のスマートフォンだけにあるパスキーは、自動では移りません。当てはまるものを選び、手順に従ってください。',
  question: '古いスマートフォンはどうなりましたか',
  situations: {
    atHand: { label: 'まだ手元にある', about: '使える状態で、新しいものも手元にあります。' },
    gone: { label: '手元にない', about: '紛失、盗難、故障など。' },
    wiped: { label: '消去した', about: '初期化、売却、返却など。' },
  },
  stepsLabel: '手順',
  steps: {
    keepOld: {
      title: '終わるまで古いスマートフォンを残しておく',
      about: 'まだ初期化しないでください。サインインに使います。',
    },
    addWithOld: {
      title: '新しいスマートフォンにパスキーを追加する',
      about: '確認を求められたら、古いほうで承認します。1分ほどで終わります。',
    },
    tryNew: {
      title: '新しいスマートフォンで一度サインインする',
      about: '古いものを手放す前に、使えることを確認します。',
    },
    removeOld: {
      title: '古いスマートフォンのパスキーをここで削除する',
      about: '誰が持っていても、そのパスキーではサインインできなくなります。',
    },
    endSessions: {
      title: 'サインイン中のものを終了する',
      about:
        '誰かが持っているかもしれません。そのセッションを終了するか、すべての場所でサインアウトしてください。',
    },
    restoreSynced: {
      title: '新しいスマートフォンにバックアップを復元する',
      about: '同期されたパスキーはアカウントと一緒に戻ります。1台だけのものは戻りません。',
    },
    useOther: {
      title: '別の方法でサインインする',
      about: 'スマートフォン以外にもパスキーがあります。それを使ってください。',
    },
    askForPass: {
      title: '一時アクセス パス（Temporary Access Pass）を申請する',
      about: 'ヘルプデスクが本人確認をして、電話または対面でパスを伝えます。',
    },
    callHelpDesk: {
      title: 'ヘルプデスクに電話する',
      about: '本人確認の後、一時アクセス パス（Temporary Access Pass）が発行されます。',
    },
    signInWithPass: {
      title: 'パスでサインインする',
      about: '「別の方法を使う」を選び、「Temporary Access Pass」を選びます。',
    },
    addNew: {
      title: '新しいスマートフォンにパスキーを追加する',
      about: '続けて行ってください。パスの有効期間は短いです。',
    },
    addSecond: {
      title: '次に備えて、もう1つ追加する',
      about: 'コンピューターやセキュリティ キーにあれば、スマートフォンをなくしても困りません。',
    },
  },
  places: {
    add: 'サインイン方法を追加',
    methods: 'サインイン方法',
    sessions: 'サインイン中の場所',
    requestPass: 'パスを申請',
  },
  helpDesk: 'ヘルプデスク',
  manager: ({ name }) => `上司の${name}さんに確認することがあります。`,
}
