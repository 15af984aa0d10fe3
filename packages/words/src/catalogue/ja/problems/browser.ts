import type { browserProblems as english } from '../../problems/browser.ts'

/** What the browser or the device makes of a ceremony: every `DOMException`, and what a bare `NotAllowedError` hides. */
export const browserProblems: typeof english = {
  browser_prompt_blocked: {
    title: 'パスキーの画面が開きませんでした',
    reason:
      '確認を表示することなく、ブラウザーがすぐに拒否しました。別の画面や拡張機能が使用中のことがよくあります。',
    next: 'ほかのパスキーの画面を閉じて、「再試行」を選んでください。また起こる場合は、別のブラウザーを使ってください。',
    whoCanFix: 'you',
  },
  browser_prompt_needs_click: {
    title: 'ブラウザーが操作を待っています',
    reason: 'このページでクリックしないと、パスキーの画面は開きません。',
    next: '「再試行」を選んでください。',
    whoCanFix: 'you',
  },
  browser_nothing_came: {
    title: 'パスキーは使われませんでした',
    reason:
      'クリックしないとブラウザーがパスキーの画面を開かないか、このデバイスに使えるパスキーがないか、本人確認ができませんでした。',
    next: '「再試行」を選んでください。解決しない場合は、パスキーのあるスマートフォンやセキュリティキー、または別の方法を使ってください。',
    whoCanFix: 'you',
  },
  browser_prompt_closed: {
    title: 'パスキーの画面が閉じられました',
    reason: '画面を閉じたか、デバイスで本人確認ができませんでした。',
    next: 'もう一度試すか、別の方法を使ってください。',
    whoCanFix: 'you',
  },
  browser_no_passkey_here: {
    title: 'このデバイスに使えるパスキーはありません',
    reason: 'パスキーの画面がすぐに閉じました。このデバイスに合うパスキーがないときに起こります。',
    next: 'パスキーのあるスマートフォンやセキュリティキー、または別の方法を使ってください。',
    whoCanFix: 'you',
  },
  browser_prompt_timed_out: {
    title: 'パスキーの画面で操作がありませんでした',
    reason: 'パスキーの応答がないまま、時間切れになりました。',
    next: 'デバイスやセキュリティキーを手元に用意して、もう一度お試しください。',
    whoCanFix: 'you',
  },
  browser_other_device_failed: {
    title: '別のデバイスが応答しませんでした',
    reason: 'パスキーのある別のデバイスに、このデバイスから接続できませんでした。',
    next: '両方でBluetoothをオンにして近づけ、スマートフォン標準のカメラでコードを読み取って、もう一度お試しください。',
    whoCanFix: 'you',
  },
  browser_bluetooth_unavailable: {
    title: 'ここからスマートフォンに接続できません',
    reason:
      'パスキーはスマートフォンにありますが、このコンピューターのブラウザーはBluetoothで探すことができません。',
    next: 'Bluetoothをオンにしてもう一度試すか、スマートフォンでサインインするか、別の方法を使ってください。',
    whoCanFix: 'you',
  },
  browser_security_key_failed: {
    title: 'セキュリティキーが応答しませんでした',
    reason: '差し込まれていないか、触れられていないか、PINが間違っていました。',
    next: '差し込むかリーダーにかざして、もう一度試し、点滅したら触れてください。',
    whoCanFix: 'you',
  },
  browser_create_closed: {
    title: 'パスキーは作成されませんでした',
    reason: '画面が閉じられたか、デバイスで本人確認ができませんでした。',
    next: 'もう一度お試しください。デバイスに画面ロックがない場合は、先に設定してください。',
    whoCanFix: 'you',
  },
  browser_no_platform_authenticator: {
    title: 'このデバイスにはまだパスキーを保存できません',
    reason: 'ブラウザーで使える指紋、顔、PINのいずれも設定されていません。',
    next: 'デバイスの設定で画面ロックを設定するか、スマートフォンまたはセキュリティキーを使ってください。',
    whoCanFix: 'you',
  },
  browser_already_registered: {
    title: 'このデバイスにはすでにパスキーがあります',
    reason: 'このデバイスまたはキーには、すでにパスキーがあります。1つあれば十分です。',
    next: 'そのまま使ってください。作り直す場合は、先にセキュリティ情報とデバイスの両方から削除してください。',
    whoCanFix: 'you',
  },
  browser_wrong_address: {
    title: 'このページのアドレスが正しくありません',
    reason: 'パスキーは特定のアドレス専用ですが、このページは別のアドレスにあります。',
    next: '組織から案内されたアドレスでページを開いてください。',
    whoCanFix: 'operator',
  },
  browser_not_secure: {
    title: '接続が安全ではありません',
    reason: 'ブラウザーでパスキーを使えるのは、httpsの場合だけです。',
    next: 'httpsでページを開いてください。うまくいかない場合は、ヘルプデスクに連絡してください。',
    whoCanFix: 'operator',
  },
  browser_not_supported: {
    title: 'このブラウザーではパスキーを使えません',
    reason: 'ブラウザーが古いか、パスキーが無効になっています。',
    next: 'ブラウザーを更新するか、別のブラウザーまたは別のサインイン方法を使ってください。',
    whoCanFix: 'you',
  },
  browser_authenticator_unsuitable: {
    title: 'このデバイスまたはキーは条件に合いません',
    reason: 'PINの設定やパスキーの空き容量など、組織が求める条件を満たしていません。',
    next: 'PINを設定するか、別のデバイスまたはキーを使ってください。',
    whoCanFix: 'you',
  },
  browser_authenticator_failed: {
    title: 'デバイスで処理できませんでした',
    reason: 'デバイス、またはパスキーを保存しているアプリがエラーを返しました。',
    next: 'デバイスまたはアプリを再起動して、もう一度お試しください。',
    whoCanFix: 'you',
  },
  browser_aborted: {
    title: 'パスキーの操作が中断されました',
    reason: '完了する前に、ページまたはブラウザーが止めました。',
    next: 'もう一度お試しください。',
    whoCanFix: 'you',
  },
  browser_frame_refused: {
    title: 'このページは別のページの中にあります',
    reason: 'その状態では、ブラウザーがパスキーの使用を許可しません。',
    next: 'このページを単独の画面で開いてください。',
    whoCanFix: 'you',
  },
  browser_offline: {
    title: 'サーバーに接続できませんでした',
    reason: 'ブラウザーがオフラインか、サーバーが応答しませんでした。',
    next: '接続を確かめて、もう一度お試しください。',
    whoCanFix: 'you',
  },
  browser_failed: {
    title: 'ブラウザーがパスキーを使えませんでした',
    reason: '詳しい情報のないエラーが返されました。',
    next: 'もう一度試すか、別のブラウザーまたは別の方法を使ってください。解決しない場合は、下の参照番号をヘルプデスクに伝えてください。',
    whoCanFix: 'you',
  },
}
