import type { Words } from '../../words.ts'

/** Consent, devices and signing out of apps. */
export const oidcWords: Words['oidc'] = {
  consent: {
    title: ({ app }) => `${app}に情報の利用を許可しますか？`,
    reason: ({ app }) =>
      `${app}は次のことを求めています。確認は1回だけです。パスキーの情報がこのサーバーの外に出ることはありません。`,
    accept: '許可する',
    refuse: 'キャンセル',
    needsAdministrator: {
      title: '先に管理者の許可が必要です',
      reason: ({ app }) => `${app}は、組織の管理者だけが許可できることを求めています。`,
      next: 'ヘルプデスクまたは管理者に相談してから、もう一度お越しください。',
      back: 'アプリに戻る',
    },
  },
  scopes: {
    openid: '本人であることと、サインインの方法を確認する',
    profile: '名前とユーザー名を見る',
    email: 'メールアドレスを見る',
    offline_access: '使っていないときも、サインアウトするまでサインインを保つ',
    access_as_user: ({ resource }) => `本人に代わって${resource}を使う`,
    other: ({ scope }) => `「${scope}」を使う`,
  },
  permissions: {
    'Policy.Read.All': '組織のポリシーを見る',
    'Policy.Read.AuthenticationMethod': 'サインイン方法のポリシーを見る',
    'Policy.ReadWrite.AuthenticationMethod': '使用できるサインイン方法を変更する',
    'Policy.Read.ConditionalAccess': '条件付きアクセスのポリシーを見る',
    'Policy.ReadWrite.ConditionalAccess': '条件付きアクセスのポリシーを変更する',
    'Agreement.Read.All': '利用規約を見る',
    'Agreement.ReadWrite.All': '利用規約を変更する',
    'AgreementAcceptance.Read.All': '利用規約に同意した人を見る',
    'UserAuthenticationMethod.Read': '自分のサインイン方法を見る',
    'UserAuthenticationMethod.ReadWrite': '自分のサインイン方法を見る、変更する',
    'UserAuthenticationMethod.Read.All': '全員のサインイン方法を見る',
    'UserAuthenticationMethod.ReadWrite.All': '全員のサインイン方法を見る、変更する',
    'UserAuthMethod-Passkey.Read': '自分のパスキーを見る',
    'UserAuthMethod-Passkey.ReadWrite': '自分のパスキーを見る、追加する、削除する',
    'UserAuthMethod-Passkey.Read.All': '全員のパスキーを見る',
    'UserAuthMethod-Passkey.ReadWrite.All': '全員のパスキーを見る、追加する、削除する',
    'UserAuthMethod-TAP.Read': '自分にTemporary Access Passがあるかどうかを見る',
    'UserAuthMethod-TAP.ReadWrite': '自分のTemporary Access Passを見る、削除する',
    'UserAuthMethod-TAP.Read.All': 'Temporary Access Passを持つ人を見る',
    'UserAuthMethod-TAP.ReadWrite.All': 'Temporary Access Passを発行する、削除する',
    'UserAuthMethod-Password.Read': '自分にパスワードがあるかどうかを見る',
    'UserAuthMethod-Password.ReadWrite': '自分にパスワードがあるかどうかを見る、パスワードを変更する',
    'UserAuthMethod-Password.Read.All': 'パスワードを持つ人を見る',
    'UserAuthMethod-Password.ReadWrite.All': 'パスワードを持つ人を見る、パスワードを設定する',
    'UserAuthMethod-SoftwareOATH.Read': '自分の認証アプリの登録を見る',
    'UserAuthMethod-SoftwareOATH.ReadWrite': '自分の認証アプリの登録を見る、削除する',
    'UserAuthMethod-SoftwareOATH.Read.All': '全員の認証アプリの登録を見る',
    'UserAuthMethod-SoftwareOATH.ReadWrite.All': '全員の認証アプリの登録を見る、削除する',
    'AuditLog.Read.All': 'サインインログ、監査ログ、レポートを見る',
    'Reports.Read.All': 'レポートを見る',
    'Directory.Read.All': 'ユーザー、グループ、デバイス、アプリを見る',
    'Directory.ReadWrite.All': 'ユーザー、グループ、デバイスを見る、変更する',
    'User.Read': '自分のアカウントと所属グループを見る',
    'User.ReadBasic.All': '全員の名前を見る',
    'User.Read.All': '全員のアカウントを見る',
    'User.ReadWrite.All': '全員のアカウントを見る、追加する、変更する',
    'User.RevokeSessions.All': '全員のセッションを終了する',
    'Group.Read.All': 'グループとそのメンバーを見る',
    'Group.ReadWrite.All': 'グループを追加する、変更する、削除する',
    'GroupMember.Read.All': '各グループのメンバーを見る',
    'GroupMember.ReadWrite.All': '各グループのメンバーを変更する',
    'RoleManagement.Read.Directory': '管理者が誰かを見る',
    'RoleManagement.ReadWrite.Directory': '管理者を変更する',
    'Application.Read.All': '登録されているアプリを見る',
    'Application.ReadWrite.All': 'アプリを追加する、変更する、削除する',
    'AppRoleAssignment.ReadWrite.All': 'アプリ自身に許可する操作を決める',
    'DelegatedPermissionGrant.ReadWrite.All': 'アプリがユーザーに代わって行える操作を決める',
    'Organization.Read.All': '組織の情報を見る',
    'Organization.ReadWrite.All': '組織の情報を変更する',
    'Domain.Read.All': '組織のドメインを見る',
    'Domain.ReadWrite.All': '組織のドメインを変更する',
    'Device.Read.All': 'デバイスを見る',
    'Device.ReadWrite.All': 'デバイスを変更する（準拠しているかどうかの判定を含む）',
  },
  permissionOfApp: ({ what }) => `${what}（誰もサインインしていなくても、アプリ自身で）`,
  account: {
    title: 'アカウントを選ぶ',
    reason: ({ app }) => `${app}に進みます`,
    signedIn: 'サインイン済み',
    another: '別のアカウントを使う',
    anotherHint: '別の人としてサインインします',
  },
  adminConsent: {
    title: ({ app }) => `全員を代表して${app}を許可しますか？`,
    reason: ({ organisation }) =>
      `許可すると、${organisation}の全員が、個別の確認なしでこのアプリを使えるようになります。アプリは次のことができます。`,
    accept: '全員に許可する',
    refuse: 'キャンセル',
    done: {
      title: '許可しました',
      reason: '許可した内容をアプリが実行できるようになりました。この画面は閉じてかまいません。',
    },
    stopped: {
      title: '何も変更していません',
      reason: '許可しませんでした。この画面は閉じてかまいません。',
    },
  },
  device: {
    title: 'コードを入力',
    reason: 'デバイスまたはプログラムに表示されたコードをここに入力すると、そちらでサインインできます。',
    label: 'コード',
    submit: '次へ',
    unknown:
      'コードが存在しない、15分以上たっている、すでに使われている、のいずれかです。デバイスをもう一度確認するか、新しいコードを表示してください。',
    confirm: {
      title: ({ app }) => `別のデバイスで${app}にサインインしますか？`,
      code: 'コード',
      from: '要求元',
      as: 'アカウント',
      warning: 'たった今、手元のデバイスでご自身が始めた場合にだけ、続けてください。',
      warningMore:
        'メール、チャット、電話などで誰かから送られてきたコードの場合は、中止してください。続けると、その相手が本人としてサインインしてしまいます。',
      agreeing: 'アプリに次のことも許可します。',
      yes: 'はい、自分で始めました',
      no: 'いいえ、中止します',
    },
    done: {
      title: 'デバイスでサインインしました',
      reason:
        'この画面を閉じて、デバイスで続けてください。このサインインは、セキュリティ情報のセッション一覧に表示されます。',
    },
    stopped: {
      title: '中止しました',
      reason:
        '誰もサインインしていません。誰かからコードが送られてきた場合は、ヘルプデスクに連絡してください。',
    },
    tooWeak: {
      title: 'このアプリはコードでは使えません',
      reason: ({ app }) =>
        `${app}には、そのデバイス自体でのパスキーが必要です。コードは誰からでも送れるため、十分ではありません。`,
      next: 'そのデバイスのブラウザーでアプリを開き、サインインしてください。',
    },
    instruction: ({ url, code }) =>
      `サインインするには、ブラウザーで ${url} を開き、コード ${code} を入力してください。`,
  },
  signOut: {
    title: 'サインアウトしますか？',
    reason: 'このブラウザーで、ここと、ここから開いたすべてのアプリからサインアウトします。',
    reasonApp: ({ app }) =>
      `${app}がサインアウトを求めています。ここと、ここから開いたすべてのアプリからサインアウトします。`,
    submit: 'サインアウト',
    stay: 'サインインしたままにする',
  },
  goingOn: { title: 'アプリに戻ります', reason: 'お待ちください…', submit: '続ける' },
  problem: {
    title: 'アプリからの要求が正しくありません',
    reason:
      'サインインのためにアプリから移動してきましたが、その要求には応えられません。お使いの方の問題ではありません。',
    next: 'アプリに戻って、もう一度お試しください。また起こる場合は、下の内容をアプリの開発元に伝えてください。',
    technical: 'アプリの開発元向けの情報',
    expired: {
      title: 'このサインインは古くなっています',
      reason:
        '1時間以上前に始めた、別のブラウザーで始めた、ブラウザーがCookieを保存していない、のいずれかです。',
      next: 'アプリに戻って、もう一度サインインしてください。',
    },
  },
}
