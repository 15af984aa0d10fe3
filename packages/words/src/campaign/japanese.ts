import type { CampaignWords } from './english.ts'

const byVersion = (system: string, version: string | undefined) =>
  version === undefined ? '' : `：${system} ${version} 以降`

export const japanese: CampaignWords = {
  language: 'ja',
  mails: {
    'T-60': {
      subject: '{day}から、{organisation} へのサインインが簡単になります',
      intro:
        '{day}から、{organisation} へのサインイン方法が変わります。パスワードの代わりに、パスキーを使うようになります。パスキーとは、お使いの端末の指紋、顔、または PIN のことです。他人に推測されることも、だまし取られることもありません。\n\n今日は何もする必要はありません。お使いの端末でどのように見えるかを知りたい場合は、下のページをご覧ください。',
    },
    'T-45': {
      subject: '{day}に向けて、端末の準備はできていますか',
      intro:
        '{day}からは、{organisation} にパスキーでサインインします。ほとんどの端末はそのまま使えますが、先に更新が必要な端末もあります。当日ではなく、今のうちに済ませておくと安心です。\n\n仕事で使う端末のそれぞれで、下のページを開いてください。その端末で何か必要かどうかが分かります。',
    },
    'T-30': {
      subject: 'あと {days} 日：パスキーとは何か、何が変わるのか',
      intro:
        '{day}に、{organisation} であなたの順番が来ます。その後のサインインは、触れるか見るだけです。端末が指、顔、または PIN を確認すれば、それで完了です。パスワードも、入力するコードもありません。\n\n指紋と顔の情報が端末の外に出ることはありません。{organisation} がそれを見ることもありません。',
    },
    'T-15': {
      subject: '{day}に必要なもの',
      intro:
        'あと {days} 日で、{organisation} のパスキーを設定します。仕事で使う端末、スマートフォン、そして今のサインイン方法を用意しておけば、2 分ほどで終わります。\n\nどちらの端末も指紋、顔、または PIN でロックされていること、更新がインストールされていることを確認してください。',
    },
    'T-7': {
      subject: 'あと {days} 日であなたの番です：{organisation} のパスキー',
      intro:
        '{day}に {organisation} のパスキーを設定します。期限は{deadline}です。下のページが、お使いの端末に合わせて一歩ずつ案内します。\n\nスマートフォンが新しい、古い、または借り物の場合は、今日のうちにページをご覧ください。',
    },
    'T-1': {
      subject: '明日：{organisation} のパスキー',
      intro:
        '明日からパスキーを設定できます。スマートフォンを手元に用意し、2 分ほど時間を取ってください。\n\n下のページが一歩ずつ案内します。期限は{deadline}です。',
    },
    'T+0': {
      subject: 'あなたの番です：パスキーを設定してください',
      intro:
        '{organisation} のパスキーを設定できるようになりました。2 分ほどで終わります。仕事で使う端末で下のページを開いてください。一歩ずつ案内します。\n\n{deadline}までに済ませてください。',
    },
    'T+3': {
      subject: 'パスキーがまだ設定されていません',
      intro:
        '{organisation} のパスキーがまだありません。設定は 2 分ほどで終わります。期限は{deadline}です。\n\nうまくいかないことがありましたか。下のページには、端末ごとによくあるつまずきと、その解決方法があります。',
    },
    'T+7': {
      subject: 'お知らせ：{organisation} のパスキー',
      intro:
        'ほとんどの方はもうパスキーを設定しています。あなたのパスキーはまだありません。期限は{deadline}です。\n\n途中で止まってしまった場合は、もう一度下のページを開くか、ヘルプデスクに電話してください。一緒に設定します。',
    },
    'T+14': {
      subject: '最後のお知らせ：{organisation} のパスキー',
      intro:
        '{organisation} のパスキーがまだありません。まもなく、パスキーなしではサインインできなくなります。今日、2 分だけ時間を取ってください。\n\nパスキーを保存できる端末がない場合は、ヘルプデスクにお知らせください。そのためのセキュリティキーがあります。',
    },
    thanks: {
      subject: 'ありがとうございます：パスキーが使えるようになりました',
      intro:
        '{organisation} に、初めてパスキーでサインインしました。これからは、これだけで済みます。\n\nもう一つ、1 分でできる備えがあります。最初のパスキーをなくした日のために、別の端末かセキュリティキーに二つ目のパスキーを作っておくことです。方法は下のページにあります。',
    },
  },
  closing:
    'メールや電話でコードやパスキーを尋ねることは決してありません。分からないことがあれば、ヘルプデスクにお気軽にご連絡ください。',
  greeting: ({ person }) => `${person} 様`,
  hasPasskey:
    '使えるパスキーがすでにあるので、何もする必要はありません。別の端末に二つ目を作っておくと安心です。',
  guide: '一歩ずつ進むガイド',
  ways: '使えるもの',
  recommended: ({ way }) => `${way}【おすすめ】`,
  way: {
    provider: ({ name }) => name,
    phone: ({ name, system, version }) =>
      `${system} の ${name}${version === undefined ? '' : `：バージョン ${version} 以降`}`,
    iphone: ({ version }) => `iPhone または iPad（iCloud キーチェーン）${byVersion('iOS', version)}`,
    mac: ({ version }) => `Mac（iCloud キーチェーン）${byVersion('macOS', version)}`,
    android: ({ version }) =>
      `Android スマートフォン（Google パスワード マネージャー）${byVersion('Android', version)}`,
    samsung: ({ version }) => `Samsung スマートフォン（Samsung Pass）${byVersion('Android', version)}`,
    windows: ({ version }) => `Windows パソコン（Windows Hello）${byVersion('Windows', version)}`,
    securityKey: 'セキュリティキー（USB 接続、またはスマートフォンにかざす）',
  },
  helpDesk: ({ helpDesk }) => `ヘルプデスク：${helpDesk}`,
  why: ({ organisation, day }) =>
    `このメールが届く理由：${organisation} はパスキーに移行しており、あなたのグループの順番は${day}です。このメールのリンクから、リンクが開かれたことだけが分かります。他の人には、あなたのことは何も分かりません。`,
  poster: {
    title: 'パスワードはもういりません',
    lead: ({ organisation }) => `${organisation} はパスキーに移行します。`,
    steps: [
      'スマートフォンのカメラをここに向けます',
      'お使いの端末を選びます',
      '手順に沿って進みます。2 分ほどで終わります',
    ],
    type: ({ address }) => `または ${address} を開きます`,
    qr: '設定ガイドを開く QR コード',
    never: '電話でコードやパスキーを尋ねることは決してありません。',
  },
}
