import type { AuthenticatorWords } from '../english.ts'

export const shell: AuthenticatorWords['shell'] = {
  appName: 'Authenticator',
  settings: '設定',
  back: '戻る',
  offlineTitle: '接続がありません',
  offlineLead: 'ワンタイムコードはそのまま使えます。それ以外は、ネットワークが戻ると使えます。',
  installTitle: 'ホーム画面に追加する',
  installLead: 'ほかのアプリと同じように開き、追加したものを保ち、お知らせもできるようになります。',
  install: 'インストール',
  appLock: 'アプリのロック',
  lock: {
    choose: 'アプリを開く方法',
    none: 'なし',
    noneAbout: 'ロックが解除されたこのスマートフォンを持つ人は、だれでも開けます。',
    passkey: '指紋、顔、または画面ロック',
    passkeyAbout: 'このスマートフォンのパスキーでアプリを開きます。どこにもサインインしません。',
    passkeyName: 'Authenticator のアプリロック',
    pin: 'PIN',
    pinAbout: '続けて十回間違えると、アプリが保存しているものは削除されます。',
    newPin: '新しい PIN',
    newPinHint: '六文字以上にしてください。123456 のような並びは使えません。',
    pinAgain: '同じ PIN をもう一度',
    pinsDiffer: '二つが同じではありません。',
    turnOn: 'オンにする',
    turnOff: 'オフにする',
    auto: '五分間だれも触れないとき、また閉じたときに、自動でロックされます。',
    title: 'アプリはロックされています',
    lead: 'ご本人であることを示してください。',
    unlock: 'ロックを解除',
    waiting: 'お待ちください…',
    notUnlocked: 'アプリのロックは解除されませんでした。もう一度お試しください。',
    wrongPin: (values) =>
      values.count === 1
        ? 'PIN が違います。もう一度間違えると、アプリが保存しているものは削除されます。'
        : `PIN が違います。あと ${values.count} 回試せます。`,
    waits: (values) => `${values.seconds} 秒待ってから、もう一度お試しください。`,
    tooShort: 'PIN は六文字以上です。',
    tooSimple: 'だれもが最初に試す PIN です。別のものを選んでください。',
    needed: '先にブラウザーのリンクを解除し、このアプリのキーを削除してください。ロックがないと失われます。',
    cannotTitle: 'スマートフォンから、ロックに必要なものが得られませんでした',
    cannot: '途中で止められたか、このスマートフォンのパスキーではできません。PIN はいつでも使えます。',
    wipedTitle: 'PIN の間違いが多すぎます',
    wipedLead:
      'アプリが封印して保存していたもの、つまりワンタイムコードとこのスマートフォンの鍵は削除されました。アカウントはもう一度登録できます。',
  },
  about: 'このアプリにできること、できないこと',
  aboutDoes: 'できること',
  aboutDoesList: {
    adds: '職場または学校のアカウントを追加し、組織が許すものすべてを一度に設定します。',
    codes: 'ネットワークがなくても、ワンタイムコードを作ります。',
    passkeys: 'このスマートフォンでパスキーの作成を始め、削除するときはここと組織の両方から消します。',
    checks: '開くたびに組織と照らし合わせ、整理したものをお知らせします。',
  },
  aboutCannot: 'できないこと',
  aboutCannotList: {
    provider:
      'ウェブアプリなので、スマートフォンのパスキーを自分で保存できません。スマートフォンのパスワードマネージャーが保存します。',
    qr: 'サインインの QR コードには応えられません。スマートフォンのカメラアプリなら応えられます。',
    apps: 'このスマートフォンのほかのアプリへのサインインや、スマートフォンの設定を開くことはできません。',
  },
  version: (values) => `バージョン ${values.version}`,
  clearTitle: 'すべて削除',
  clearLead:
    'このスマートフォンのすべてのアカウントとコードを忘れます。このアプリのキーは削除され、パスキーはスマートフォンが保存している場所に残ります。',
  clear: 'このスマートフォンからすべて削除',
  clearConfirmTitle: 'このスマートフォンからすべて削除しますか',
  clearConfirmLead:
    'ほかのサービスのワンタイムコードは元に戻せません。職場または学校のアカウントは、もう一度追加できます。',
}
