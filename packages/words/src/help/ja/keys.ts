import type { keys as english } from '../en/keys.ts'
import type { HelpWords } from '../english.ts'

/** Security keys, fingers and faces. */
export const keys: Pick<HelpWords['problems'], keyof typeof english> = {
  security_key_unusable: {
    title: 'このセキュリティキーは使えません',
    reason:
      'パスキーに対応していない古いキーか、PINが未設定か、求められた機能がありません。WindowsのFirefoxは、正常なキーでもこう表示することがあります。',
    next: 'キーにPINを設定するか、別のブラウザーを試すか、パスキーを保存できるキー（FIDO2）を使ってください。',
  },
  security_key_not_familiar: {
    title: 'セキュリティキーにこのアカウントがありません',
    reason: '別のキーが差し込まれているか、キーのパスキーが削除されたか、キーがリセットされました。',
    next: '別のキーを試してください。ない場合は、別の方法でサインインして、このキーをもう一度追加してください。',
  },
  security_key_pin_wrong: {
    title: 'セキュリティキーのPINが違います',
    reason: 'キーには専用のPINがあります。パソコンやスマートフォンのPINとは別のものです。',
    next: 'キーのPINを入力してください。3回間違えたら、一度抜いて差し直してください。8回間違えると、キーはロックされます。',
  },
  security_key_blocked: {
    title: 'セキュリティキーがロックされています',
    reason: 'PINを何度も間違えました。続けて3回なら差し直し、8回ならリセットが必要です。',
    next: '一度抜いて差し直してください。ロックされたままなら、ヘルプデスクがリセットします。キーのパスキーは消えるので、新しく追加してください。',
  },
  security_key_no_pin: {
    title: 'セキュリティキーにPINが必要です',
    reason: 'まだPINがないか、選んだPINが短すぎます。PINがないと、拾った人が誰でも使えてしまいます。',
    next: '求められたときに4文字以上のPINを選ぶか、パソコンの設定で設定してください。',
  },
  security_key_full: {
    title: 'セキュリティキーがいっぱいです',
    reason: 'キーに保存できるパスキーは25から100個ほどで、このキーには空きがありません。',
    next: '使わないパスキーをキーから削除するか、別のキーを使ってください。',
  },
  security_key_types_letters: {
    title: 'セキュリティキーが文字を入力します',
    reason:
      '触れると、キーボードのようにワンタイムパスワードを送ります。Samsungのスマートフォンでは、これがパスキーの妨げになります。',
    next: 'メーカーのソフトでキーのワンタイムパスワード（OTP）をオフにするか、別のキーを使ってください。',
  },
  biometric_not_recognised: {
    title: '顔や指紋が認識されませんでした',
    reason: '何度か失敗すると、デバイスは画面を閉じ、PINやパスコードを求めます。',
    next: '一度PINやパスコードでデバイスのロックを解除し、そこで認識されることを確かめてから、もう一度お試しください。',
  },
}
