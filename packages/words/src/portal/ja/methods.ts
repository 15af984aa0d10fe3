import type { PortalWords } from '../english.ts'

export const methods: PortalWords['methods'] = {
  rows: {
    title: 'サインイン方法',
    add: 'サインイン方法を追加',
    manage: '管理',
    manageNamed: ({ name }) => `${name}を管理`,
    change: '変更',
    set: '設定',
    remove: '削除',
    onThisDeviceOnly: '1台のデバイスのみ',
    synced: '同期済み',
    mayBeSynced: '同期可能',
    dormant: '現在は使えません',
    dormantKept: 'パスキーは保持されており、ルールで許可されればまた使えます。',
    notYetFull: 'このパスキーでデバイスが本人確認を行うまでは、1要素として扱われます',
    never: '未使用',
    added: '追加日時',
    lastUsed: '最終使用',
    from: ({ place }) => `接続元：${place}`,
    password: 'パスワード',
    changed: '変更日時',
    codes: 'ワンタイムコード',
    pass: '一時アクセス パス（Temporary Access Pass）',
    passUntil: '有効期限',
    passOnce: '1回限り',
    none: 'サインイン方法がまだ設定されていません。',
  },
  advice: {
    firstTitle: '今のうちにパスキーを追加してください',
    first:
      'ここには、ずっと使えるサインイン方法がまだありません。パスキーがあれば、これからは指紋、顔、PINのいずれかでサインインできます。',
    secondTitle: 'パスキーが1つだけでは不十分です',
    second:
      'パスキーのあるデバイスをなくすと、サインインできなくなります。スマートフォンかセキュリティキーに、もう1つ追加してください。',
    add: 'パスキーを追加',
  },
  model: {
    unknown: 'パスキー',
    claimed: 'デバイスの申告。未証明',
    proven: '製造元により証明済み',
  },
  approvals: {
    about: '数字を入力してサインインを承認します',
    badge: 'Authenticatorアプリ',
    removed: '削除しました',
    removeTitle: ({ name }) => `サインイン方法から「${name}」を削除しますか？`,
    removeReason: 'デバイスの登録とパスキーはそのまま残ります。サインインの承認はできなくなります。',
    browsers: '登録済みのブラウザー',
    browsersLead:
      'パスキーでサインインしたことのあるブラウザーです。ここでは、パスワードなしでAuthenticatorの承認だけでサインインできます。',
    browserUnknown: 'ブラウザー',
    forget: '登録を解除',
    forgotten: '登録を解除しました',
  },
  preferred: {
    title: '既定のサインイン方法',
    reason: '最初にお尋ねする方法です。いつでも別の方法を選べます。',
    label: '最初に使う方法',
    system:
      '組織の設定により、お持ちの方法のうち最も良いものを最初にお尋ねします。いつでも別の方法を選べます。',
    none: '最も適した方法',
    passkey: 'パスキー',
    push: 'Authenticatorでの承認',
    password: 'パスワード',
    save: '保存',
    saved: '保存しました。',
  },

  lead: 'サインインの方法と、組織が求めていることを確認できます。',
  syncedBy: ({ name }) => `${name}で同期`,
  lastWay: 'これが唯一のサインイン方法です。削除する前に別の方法を追加してください。',
  requirement: {
    title: '組織が求めていること',
    strengths: {
      singleFactor: 'どのサインイン方法でもかまいません',
      multiFactor: '2つの要素：パスキー、またはパスワードとワンタイムコード',
      passwordless: 'パスキーなど、パスワードを使わないサインイン',
      phishingResistant: 'パスキー：偽のページに聞き出されるものがない方法',
    },
    have: '設定済み',
    missing: 'まだ設定されていません',
    missingHint: 'サインインしている今のうちに、パスキーを追加してください。',
  },
  unfinished: {
    title: '完了していません',
    lead: 'ここで作り始めたパスキーが届きませんでした。デバイスに残っている可能性があります。妨げにならないようデバイス側で削除してから、もう一度お試しください。',
    kinds: {
      'this-device': 'このデバイスのパスキー',
      'other-device': '別のデバイスのパスキー',
      'security-key': 'セキュリティキー',
      provider: 'アプリのパスキー',
    },
    cleanUp: {
      'this-device':
        'このデバイスに残っている場合：パスワードとパスキーの中からこのサイトを探し、削除してください。',
      'other-device':
        'スマートフォンやタブレットに残っている場合：パスワードとパスキーの中からこのサイトを探し、削除してください。',
      'security-key':
        'キーに残っている場合：ブラウザーまたは製造元のセキュリティキー設定で、このサイトの項目を削除してください。',
      provider: 'アプリに残っている場合：アプリを開いてこのアカウントを探し、パスキーを削除してください。',
    },
    retry: 'もう一度試す',
    dismiss: '片付ける',
    dismissNamed: ({ name }) => `片付ける：${name}`,
  },
  manageHint: '確認、名前の変更、削除',
}
