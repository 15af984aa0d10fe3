import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator on the phone in Japanese, about linked browsers and the keys that only they can use. */
export const linked: AuthenticatorWords['linked'] = {
  title: 'リンクしたブラウザー',
  none: 'リンクしたブラウザーはありません',
  noneLead:
    'パソコンのブラウザーの拡張機能で「別のデバイスを記憶」を選び、表示されるコードを読み取ってください。',
  scan: 'コードを読み取る',
  listens: 'アプリを開いている間、このスマートフォンが見つかります。閉じているときは、通知でお知らせします。',
  unlinkNamed: ({ name }) => `${name}のリンクを解除`,
  unlinkTitle: ({ name }) => `${name}のリンクを解除しますか？`,
  unlinkLead:
    'このスマートフォンに確認できなくなります。このアプリのキーは、リンクしたブラウザーでだけ使えます。',
  unlink: '解除',
  unlinked: 'ブラウザーのリンクを解除しました。',
  ask: {
    title: 'ブラウザーをリンクしますか？',
    lead: ({ server }) =>
      `${server} にサインインした自分のブラウザーで、自分でこのコードを開いた場合だけ続けてください。`,
    which: 'どのアカウントですか？',
    goOn: '続ける',
    meeting: 'ブラウザーを探しています…',
    noAccountTitle: 'アカウントはまだこのスマートフォンにありません',
    noAccount: '先に追加してから、もう一度コードを読み取ってください。',
    lockTitle: '先にアプリのロックを選んでください',
    lock: 'ブラウザーの確認に応じるとサインインできるため、アプリのロックが必要です。ロックを選んでから戻ってください。',
    chooseLock: 'アプリのロックを選ぶ',
    digits: '6桁の数字',
    digitsLead: 'いまブラウザーに表示されている数字を入力してください',
    digitsNeeded: '6桁の数字を入力してください。',
    link: 'リンクする',
    done: 'ブラウザーをリンクしました',
    doneLead: 'そこでサインインすると、このスマートフォンに確認が届きます。',
    failedTitle: '何もリンクされませんでした',
    wrong: 'ブラウザーに表示された数字と違います。ブラウザーでやり直してください。',
    gone: 'ブラウザーが見つかりません。新しいコードを表示してください。',
  },
  key: {
    badge: 'このアプリのキー',
    create: 'このアプリのキーを作成',
    lead: 'このアプリの中にとどまり、リンクしたブラウザーだけが使えます。このスマートフォンのブラウザーには、別にパスキーが必要です。',
    confirm: 'アプリを開く方法で確認してください。',
    creating: '組織が確認しています…',
    done: 'キーを登録しました',
    doneLead:
      'これからはリンクしたブラウザーが確認します。サインインするときはアプリを開いておいてください。',
    exists: 'このアプリには、このアカウントのキーがすでにあります',
    existsLead: '一つで十分です。リンクしたすべてのブラウザーで使えます。',
    name: ({ device }) => `${device}のAuthenticator`,
    removeLead: 'ここと組織の両方から同時に削除されます。このキーではサインインできなくなります。',
    useless: 'リンクしたブラウザーがないため、使えません。',
  },
  call: {
    lead: ({ name }) => `${name}からの確認です。いまそこでサインインしている場合だけ続けてください。`,
    site: 'サイト',
    account: 'アカウント',
    which: 'どのアカウントですか？',
    agree: 'サインイン',
    deny: 'いいえ、私ではありません',
    done: 'サインインしました',
    doneLead: 'もう一方の画面は自動で進みます。',
  },
}
