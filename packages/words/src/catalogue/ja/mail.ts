import type { Words } from '../../words.ts'
import type { MailValues } from '../mail.ts'

const named = ({ name }: MailValues): string => (name === undefined ? '' : `「${name}」`)
const who = ({ by }: MailValues): string => (by === undefined ? '' : `${by}により、`)
const account = ({ organisation }: MailValues): string =>
  organisation === undefined ? 'お使いのアカウント' : `${organisation}のアカウント`

const deleteIt =
  'セキュリティ情報を開き、そのパスキーを削除して「すべての場所でサインアウト」を選んでください。その後、ヘルプデスクに連絡してください。'
const tellHelpDesk =
  'すぐにヘルプデスクに連絡し、セキュリティ情報で「すべての場所でサインアウト」を選んでください。'

const emergencyAccounts = 'このメールは、組織を管理している方にお送りしています。毎回、管理者全員に届きます。'

const templates: Words['mail']['templates'] = {
  passkey_added: {
    subject: () => 'アカウントにパスキーが追加されました',
    what: (values) => `${who(values)}${account(values)}にパスキー${named(values)}が追加されました。`,
    ifNotYou: deleteIt,
  },
  first_passkey_with_password: {
    subject: () => 'ご確認ください：パスワードだけで最初のパスキーが追加されました',
    what: (values) =>
      `パスワードだけで${account(values)}へのサインインがあり、パスキー${named(values)}が追加されました。今後はこのパスキーで本人としてサインインできます。パスワードは盗まれることがあるため、お知らせしています。`,
    ifNotYou: `すぐに対処してください。${deleteIt}パスワードの変更も依頼してください。`,
  },
  passkey_removed: {
    subject: () => 'アカウントからパスキーが削除されました',
    what: (values) =>
      `${who(values)}${account(values)}からパスキー${named(values)}が削除されました。今後はサインインに使えません。作成したデバイスにはまだ表示されることがあります。その場合は、デバイス上で削除できます。`,
    ifNotYou: tellHelpDesk,
  },
  device_registered: {
    subject: () => 'アカウントにデバイスが登録されました',
    what: (values) =>
      `${who(values)}${account(values)}にデバイス${named(values)}が登録されました。このデバイスの Latchkey Authenticator は、あなたとしてサインインできるパスキーを保管できます。`,
    ifNotYou:
      'セキュリティ情報でこのデバイスを削除し、「すべての場所でサインアウト」を選んで、ヘルプデスクに連絡してください。',
  },
  device_revoked: {
    subject: () => 'アカウントのデバイスが使えなくなりました',
    what: (values) =>
      `${who(values)}${account(values)}のデバイス${named(values)}が無効にされたか、削除されました。このデバイスで作成したパスキーでは、今後サインインできません。`,
    ifNotYou: tellHelpDesk,
  },
  pass_issued: {
    subject: () => 'アカウントにTemporary Access Passが発行されました',
    what: (values) =>
      `${who(values)}${account(values)}に一時アクセス パス（Temporary Access Pass）が発行されました。パスは発行した人から直接伝えられます。メールで送られることはありません。${passTimes(values)}`,
    ifNotYou: 'すぐにヘルプデスクに連絡してください。パスを持っている人は、本人としてサインインできます。',
  },
  pass_used: {
    subject: () => 'アカウントでTemporary Access Passが使われました',
    what: (values) =>
      `一時アクセス パス（Temporary Access Pass）を使って、${account(values)}へのサインインがありました。`,
    ifNotYou: tellHelpDesk,
  },
  pass_removed: {
    subject: () => 'アカウントのTemporary Access Passが削除されました',
    what: (values) =>
      `${who(values)}${account(values)}の一時アクセス パス（Temporary Access Pass）が削除されました。このパスで始めたセッションはすべて終了しました。`,
    ifNotYou: tellHelpDesk,
  },
  pass_requested: {
    subject: () => 'アカウントのTemporary Access Passが申請されました',
    what: (values) =>
      `${account(values)}に、一時アクセス パス（Temporary Access Pass）の申請がありました。ほかの方法でサインインできないときのためのものです。ヘルプデスクが申請した人を確認するまで、パスは誰にも渡されません。`,
    ifNotYou: '申請を取り消し、ヘルプデスクに連絡してください。',
    link: '申請を取り消す',
  },
  pass_request_waiting: {
    subject: () => 'Temporary Access Passの申請が届いています',
    what: (values) =>
      `${values.name ?? '組織のメンバー'}を名乗る人から、一時アクセス パス（Temporary Access Pass）の申請がありました。`,
    whatToDo:
      'まず、ご自身が知っている方法で本人かどうかを確認してください。電話は、申請に書かれた番号ではなく、手元の記録にある番号におかけください。このメールは1時間に1回までです。ほかにも申請が届いていることがあります。',
    link: '申請の一覧',
  },
  pass_request_for_manager: {
    subject: ({ name = 'この方' }) => `本当に${name}さんですか`,
    what: (values) =>
      `あなたが上司として登録されている${values.name ?? 'メンバー'}を名乗る人が、サインインできず、一時アクセス パス（Temporary Access Pass）を申請しました。`,
    whatToDo:
      'まず、直接会うか、知っている番号に電話をかけて本人と話してください。その後、回答してください。',
    link: '回答する',
  },
  pass_request_approved: {
    subject: () => 'アカウントのTemporary Access Passが承認されました',
    what: (values) =>
      `${account(values)}の一時アクセス パス（Temporary Access Pass）の申請が承認されました。${passTimes(values)}`,
    ifNotYou: 'すぐに取り消してください。パスは使えなくなり、使った人はサインアウトされます。',
    link: '取り消す',
  },
  pass_request_refused: {
    subject: () => 'アカウントのTemporary Access Passは承認されませんでした',
    what: (values) =>
      `${account(values)}の一時アクセス パス（Temporary Access Pass）の申請は承認されませんでした。`,
    whatToDo: 'まだサインインできない場合は、ヘルプデスクに電話してください。',
  },
  pass_request_stopped: {
    subject: () => 'Temporary Access Passの申請が本人により取り消されました',
    what: (values) =>
      `${values.name ?? 'メンバー'}さんから、自分の名前での一時アクセス パス（Temporary Access Pass）の申請に心当たりがないとの連絡がありました。発行済みのパスは使えなくなりました。`,
    whatToDo:
      '誰かがこのアカウントに入ろうとしているかもしれません。知っている番号で本人と話し、申請とサインイン ログを確認してください。',
    link: '申請の一覧',
  },
  pass_by_mail: {
    subject: () => 'Temporary Access Passのお知らせ',
    what: (values) =>
      `${account(values)}の一時アクセス パス（Temporary Access Pass）：${values.pass ?? '…'}。${passTimes(values)}`,
    whatToDo:
      'サインインの画面にだけ入力してください。パスをお聞きすることはありません。申請した覚えがない場合は、すぐにヘルプデスクに連絡してください。',
  },
  sign_in_disowned: {
    subject: () => '心当たりのない操作の連絡を受け付けました',
    what: (values) =>
      `${account(values)}へのサインインまたは変更について、心当たりがないとの連絡を受け付けました。ほかのセッションはすべて終了し、ヘルプデスクにも伝えました。`,
    ifNotYou: tellHelpDesk,
  },
  sign_in_disowned_by: {
    subject: ({ name = 'メンバー' }) => `${name}さんから、心当たりのない操作の連絡がありました`,
    what: (values) =>
      `${values.name ?? 'メンバー'}さんから、自分のアカウントへのサインインまたは変更に心当たりがないとの連絡がありました。ほかのセッションは終了しました。`,
    whatToDo:
      'ほかの人がこのアカウントに入る方法を持っているかもしれません。知っている番号で本人と話し、アカウントを確認してください。',
    link: 'アカウント',
  },
  other_address_changed: {
    subject: () => 'アカウントの予備のメール アドレスが変更されました',
    what: (values) =>
      `${who(values)}${account(values)}の予備のメール アドレス（サインインできないときの連絡先）が変更されました。このメールは、変更前のアドレスを含むすべての関係するアドレスに送信されています。`,
    ifNotYou: tellHelpDesk,
  },
  device_linked: {
    subject: () => 'ブラウザーとデバイスがリンクされました',
    what: (values) =>
      `${account(values)}へのサインインに、ご使用のブラウザーとデバイス${named(values)}を組み合わせて使えるようになりました。`,
    ifNotYou:
      'セキュリティ情報を開き、「お使いのデバイス」でリンクを削除して「すべての場所でサインアウト」を選んでください。その後、ヘルプデスクに連絡してください。',
  },
  device_link_removed: {
    subject: () => 'デバイスのリンクが削除されました',
    what: (values) =>
      `${who(values)}${account(values)}へのサインインに使うデバイス${named(values)}とブラウザーのリンクが削除されました。`,
    ifNotYou:
      'セキュリティ情報を開き、お使いのデバイスを確認して「すべての場所でサインアウト」を選んでください。その後、ヘルプデスクに連絡してください。',
  },
  approvals_set_up: {
    subject: () => 'サインインを承認できるデバイスが追加されました',
    what: (values) =>
      `${account(values)}へのサインインを、デバイス${named(values)}で承認できるようになりました。`,
    ifNotYou:
      'セキュリティ情報を開き、Authenticatorアプリを削除して「すべての場所でサインアウト」を選んでください。その後、ヘルプデスクに連絡してください。',
  },
  approvals_removed: {
    subject: () => 'デバイスでの承認が削除されました',
    what: (values) =>
      `${who(values)}${account(values)}へのサインインを承認する方法から、デバイス${named(values)}が削除されました。`,
    ifNotYou: tellHelpDesk,
  },
  approvals_paused: {
    subject: () => 'パスワードを他人に知られている可能性があります',
    what: (values) =>
      `${account(values)}へのサインインが、デバイスで拒否または報告されました。${values.expiresAt ?? 'しばらくの間'}まで、承認は求められません。パスキーはこれまでどおり使えます。`,
    ifNotYou:
      'ほかの誰かがあなたのパスワードを使っています。すぐにパスワードを変更し、ヘルプデスクに連絡してください。',
  },
  approvals_paused_of: {
    subject: () => 'デバイスでサインインが拒否されました',
    what: (values) =>
      `${named(values)}のサインインが、本人のデバイスで拒否または報告されました。${values.expiresAt ?? 'しばらくの間'}まで、承認は求められません。`,
    whatToDo:
      '組織の管理者の方にお送りしています。パスワードを知られている可能性があります。本人に確認し、サインイン ログを調べてください。',
  },
  totp_added: {
    subject: () => 'アカウントにワンタイムコードが追加されました',
    what: (values) =>
      `${who(values)}${account(values)}にワンタイムコード用のアプリ${named(values)}が追加されました。`,
    ifNotYou:
      'セキュリティ情報を開き、ワンタイムコードを削除して「すべての場所でサインアウト」を選んでください。その後、ヘルプデスクに連絡してください。',
  },
  totp_removed: {
    subject: () => 'アカウントからワンタイムコードが削除されました',
    what: (values) =>
      `${who(values)}${account(values)}からワンタイムコード用のアプリ${named(values)}が削除されました。`,
    ifNotYou: tellHelpDesk,
  },
  password_changed: {
    subject: () => 'アカウントのパスワードが変更されました',
    what: (values) => `${who(values)}${account(values)}のパスワードが変更されました。`,
    ifNotYou: tellHelpDesk,
  },
  sessions_revoked: {
    subject: () => 'すべての場所でサインアウトされました',
    what: (values) =>
      `${who(values)}${account(values)}のすべてのセッションが、どのデバイスでも終了しました。必要な場所で、もう一度サインインしてください。`,
    ifNotYou: 'ヘルプデスクに連絡してください。終了したセッションは、もう誰にも使えません。',
  },
  authenticator_status_changed: {
    subject: () => '使用中のパスキーの機種に問題が報告されました',
    what: (values) =>
      `FIDOメタデータで、機種${named(values)}について${values.statuses ?? '問題'}が報告されました。${inUse(values)}`,
    whatToDo:
      'このメールは、サインインを管理している方にお送りしています。製造元の情報を確認し、これらのパスキーを今後も単独で認めるか、ほかの証明も求めるか、拒否するかを管理センターで決めてください。',
  },
  break_glass_changed: {
    subject: () => '緊急用アカウントが変更されました',
    what: (values) =>
      values.marked === 'yes'
        ? `${who(values)}アカウント${named(values)}が緊急用に指定されました。組織のルールは適用されず、このアカウントのパスキーだけでサインインできます。`
        : `${who(values)}アカウント${named(values)}の緊急用の指定が解除されました。`,
    whatToDo: emergencyAccounts,
  },
  break_glass_used: {
    subject: () => '緊急用アカウントが使われました',
    what: (values) => `緊急用アカウント${named(values)}でのサインインがありました。`,
    whatToDo: `${emergencyAccounts}使った人に心当たりがない場合は、すぐにアカウントを無効にしてください。`,
  },
  domain_taken: {
    subject: () => '申請中のドメインを別の組織が証明しました',
    what: (values) =>
      `このサーバー上の別の組織が、ドメイン${named(values)}を所有していることを証明しました。あなたの組織では追加済みですが、まだ証明していませんでした。`,
    whatToDo:
      'このメールは、組織の管理者に届いています。 自分のドメインである場合は、このサーバーの運用担当者に相談してください。そうでなければ一覧から削除してください。',
  },
  domain_proof_missing: {
    subject: () => 'ドメインの証明が見当たりません',
    what: (values) =>
      `ドメイン${named(values)}を証明する DNS レコードがなくなりました。何も変わりません。これまでどおりサインインできます。`,
    whatToDo:
      'このメールは、組織の管理者に届いています。 管理センターの「ドメイン」ページに表示されているとおりにレコードを戻してください。ドメインを手放した場合は、その人たちの名前を変更してから削除してください。',
  },
  domain_released: {
    subject: () => '組織のドメインが解放されました',
    what: (values) =>
      `所有者が変わったため、このサーバーの運用者がドメイン${named(values)}を解放しました。このドメインの名前を使う人の名前とパスキーはそのままですが、このドメインからは見つからなくなります。`,
    whatToDo:
      'このメールは、組織を管理している方にお送りしています。対象の人に別の名前を付けてください。誤りの場合は、このサーバーの運用者に相談してください。',
  },
  break_glass_unproven: {
    subject: () => '緊急用アカウントが長い間試されていません',
    what: (values) =>
      `緊急用アカウント${named(values)}のパスキーは、過去${values.days ?? '90'}日間、一度も使われていません。`,
    whatToDo: `${emergencyAccounts}いざというときに使えることを確かめるため、一度サインインしてください。`,
  },
}

function inUse({ passkeys, organisation }: MailValues): string {
  if (passkeys === undefined) return ''
  return `${organisation ?? '組織'}にあるこの機種のパスキー：${passkeys}個。`
}

function passTimes({ startsAt, expiresAt }: MailValues): string {
  if (expiresAt === undefined) return ''
  return startsAt === undefined ? `${expiresAt}まで使えます。` : `${startsAt}から${expiresAt}まで使えます。`
}

/** The mails we send. */
export const mailWords: Words['mail'] = {
  greeting: ({ person }) => (person === undefined ? 'ご利用の方へ' : `${person}様`),
  time: (time) => `日時：${time}`,
  device: (device) => `使用環境：${device}`,
  ipAddress: (ipAddress) => `接続元：ネットワークアドレス${ipAddress}`,
  ifYou: 'ご自身の操作である場合や、予定されていた場合は、何もする必要はありません。',
  ifNotYou: (what) => `心当たりがない場合は、${what}`,
  url: (url) => `セキュリティ情報：${url}`,
  helpDesk: (helpDesk) => `ヘルプデスク：${helpDesk}`,
  footer:
    'このメールは、アカウントのサインインに関する変更があったためお送りしています。パスワードやコードをお尋ねすることはありません。',
  templates,
}
