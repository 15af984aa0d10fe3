import type { AuthenticatorWords } from '../english.ts'

/** The Authenticator, about unlocking, in Japanese. */
export const unlock: AuthenticatorWords['unlock'] = {
  pin: 'PIN',
  pinHint: 'このAuthenticatorのために決めたPINです。デバイスの外に出ることはありません。',
  pinMissing: 'PINを入力してください。',
  byPasskey: 'このデバイスでロックを解除',
  byPasskeyHint: 'このデバイスの指紋、顔、またはPINを使います。',
  byPasskeyFailed: 'うまくいきませんでした。もう一度試すか、PINを使ってください。',
  unlock: 'ロックを解除',
  lockedTitle: 'Authenticatorのロックを解除',
  setUpTitle: 'ロックの解除方法を選択',
  setUpLead: 'ここでパスキーを作成または使用するたびに求められます。',
  newPin: '新しいPIN',
  newPinHint: '6文字以上。文字や記号も使えます。',
  repeatPin: 'PINをもう一度入力',
  pinsDiffer: '2つが一致していません。',
  pinTooShort: '6文字以上64文字以内にしてください。',
  pinTooSimple: '誰もが最初に試すPINです。別のものにしてください。',
  setPin: 'PINを設定',
  changePin: 'PINを変更',
  changed: 'PINを変更しました。',
  addPasskey: 'このデバイスでもロックを解除できるようにする',
  removePasskey: 'PINだけでロックを解除する',
  passkeyUnable: 'このデバイスではできません。引き続きPINを使ってください。',
  waits: ({ minutes }) => `PINの間違いが多すぎます。${minutes}分後にもう一度試せます。`,
  wipedTitle: 'このデバイスのパスキーは削除されました',
  wipedLead:
    'PINの間違いが多すぎました。別の方法でサインインし、アカウントを追加し直して、新しいパスキーを作成してください。',
  wrong: ({ count }) =>
    `PINが違います。${count === 1 ? 'あと1回間違えると、ここのパスキーは削除されます。' : `あと${count}回試せます。`}`,
}
