import { accounts } from '../../authenticator/ja/accounts.ts'
import type { authenticator as english } from '../en/authenticator.ts'
import type { HelpWords } from '../english.ts'

/** What the Authenticator says. */
export const authenticator: Pick<HelpWords['problems'], keyof typeof english> = {
  locked: {
    title: 'Authenticatorはロックされています',
    reason: '中の情報は封印されていて、PINかデバイスのパスキーで開きます。',
    next: 'Authenticatorを開いてロックを解除してください。PINがまだない場合は、決めてください。',
  },
  lock_needed: {
    title: 'アプリのロックは外せません',
    reason: 'アプリのキーやリンクしたブラウザーはロックで封印されていて、ロックがないと失われます。',
    next: '先にブラウザーのリンクを解除し、アプリのキーを削除してから、ロックをオフにしてください。',
  },
  pin_too_simple: {
    title: 'このPINは推測されやすいものです',
    reason: '6文字より短いか、誰もが最初に試すPINです。',
    next: '連番や繰り返しではない、6文字以上のPINにしてください。',
  },
  unlock_wrong: {
    title: 'Authenticatorを開けませんでした',
    reason: 'PINまたはパスキーが違います。何度か間違えると、しばらく待つ必要があります。',
    next: '入力できるようになるまで待ち、Authenticator用に決めたPINを入力してください。10回間違えると、中の情報は削除されます。',
  },
  wiped: {
    title: 'Authenticatorの中の情報が削除されました',
    reason: 'PINを10回間違えたため、このデバイスのパスキーと鍵はなくなりました。',
    next: `別の方法でサインインし、「${accounts.add}」を選んでください。ほかに方法がない場合は、ヘルプデスクからTemporary Access Passを受け取れます。`,
  },
  device_not_registered: {
    title: 'このデバイスは登録されていません',
    reason: 'アカウントがAuthenticatorにないか、組織がこのデバイスの登録を外しました。',
    next: `Authenticatorを開いて「${accounts.add}」を選んでください。アカウントがある場合は「${accounts.state.registerAgain}」を選んでください。`,
  },
  storage_unreadable: {
    title: 'Authenticatorの中の情報を読めません',
    reason: '新しいバージョンが書いたもの、別のデバイスのもの、または壊れたものです。',
    next: 'Authenticatorを更新してください。直らない場合は、アカウントを削除し、別の方法でサインインして追加し直してください。',
  },
  answer_unreadable: {
    title: 'Authenticatorがサーバーの応答を読めません',
    reason: '途中で応答が書き換えられたか、一方がもう一方よりずっと古いバージョンです。',
    next: 'Authenticatorを更新してください。続く場合はヘルプデスクに伝えてください。サーバーの運用担当者が原因を確認できます。',
  },
}
