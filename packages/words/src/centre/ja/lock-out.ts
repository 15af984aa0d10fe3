import type { CentreWords } from '../english.ts'

export const lockOut: CentreWords['lockOut'] = {
  see: '影響を受ける人を確認',
  looking: '全員を確認しています…',
  title: (values: { readonly count: number }) => `この変更で ${values.count} 人が締め出されます`,
  titleNobody: '締め出される人はいません',
  titleLast: '管理できる人がいなくなります',
  lead: '今はサインインできるか、自分で解決できる人たちです。この変更の後は、どちらもできなくなります。',
  leadNobody: '今サインインできる人は全員、変更後もサインインできるか、自分で解決できます。',
  leadNothing: 'この変更で変わるものはありません。',
  leadLast:
    'この変更の後は、管理センターを開けるグローバル管理者がいなくなります。元に戻せる人もいなくなるため、確認しても保存できません。管理者を一人除外するか、管理者の誰かが持っているものを求めてください。',
  listed: '結果ごとの人の一覧',
  outcome: {
    satisfied: '今までどおりサインイン',
    canEnrol: '自分で解決できる',
    needsHelpDesk: 'ヘルプデスクが必要',
    blocked: 'まったく入れない',
  },
  reason: {
    passkey: '先にパスキーの追加が必要ですが、自分で追加できます。',
    passkeyByPass: '先にパスキーの追加が必要ですが、持っているパスで追加できます。',
    totp: '先にワンタイムコードの設定が必要ですが、自分で設定できます。',
    totpByPass: '先にワンタイムコードの設定が必要ですが、持っているパスで設定できます。',
    push: '先にスマートフォンでの承認の設定が必要ですが、自分で設定できます。',
    pushByPass: '先にスマートフォンでの承認の設定が必要ですが、持っているパスで設定できます。',
    device: '先に使っているブラウザーをデバイスとして登録する必要がありますが、自分で登録できます。',
    deviceByPass:
      '先に使っているブラウザーをデバイスとして登録する必要がありますが、持っているパスで登録できます。',
    compliance: '準拠としてマークされたデバイスがありません。デバイスの管理者がマークする必要があります。',
    needsHelpDesk: '十分な方法がなく、自分では追加できません。Temporary Access Pass が必要です。',
    blocked: '何を渡しても条件を満たせません。',
  },
  because: (values: { readonly policies: string }) => `妨げているもの： ${values.policies}`,
  becauseMethods: '妨げているもの：許可されているサインイン方法',
  where: (values: { readonly place: string }) => `以前のサインイン場所： ${values.place}`,
  more: (values: { readonly count: number }) =>
    `ほかに ${values.count} 人います。一覧には全員が載っています。`,
  exportAll: '一覧をダウンロード（CSV）',
  exporting: '一覧を書き出しています…',
  csv: { name: '名前', userName: 'ユーザー名', outcome: '結果', reason: '理由', policies: '妨げているもの' },
  instead: {
    title: '代わりにできること',
    exclude: '準備ができるまで、グループを使ってこの人たちをルールから除外します。',
    watch: 'まず見るだけにします。レポート専用なら、誰が止まるかが分かり、誰も止まりません。',
    passes: '必要なものを追加できるように、先に Temporary Access Pass を発行します。',
    watchNow: 'レポート専用で保存',
  },
  loops: 'この組み合わせには行き先がありません',
  acknowledge: (values: { readonly count: number }) =>
    `この ${values.count} 人が入れなくなることを理解し、手助けします`,
  type: (values: { readonly count: number }) => `続けるには人数 ${values.count} を入力してください`,
  typeWrong: '人数と一致しません。',
  goOn: '保存して締め出す',
  changed: 'その間に一覧が変わりました。今の対象者はこちらです。',
  loopAdvice: {
    pass_cannot_register: {
      happens:
        'サインイン方法の追加に、一時アクセスパスでは満たせない強度が求められています。パスしか持たない人は、最初のパスキーを作れません。',
      instead: 'パスも認める強度を指定してください。',
    },
    registration_not_excepted: {
      happens:
        'すべてのアプリの強度が、サインイン方法の追加にも適用されます。必要なものを持たない人は、作るよう案内されても作れません。',
      instead:
        'サインイン方法の追加用に、パスを認める強度のポリシーを追加してください。テンプレートがあります。',
    },
    registration_closed: {
      happens: 'どこからも、誰もサインイン方法を追加できません。',
      instead: '信頼できない場所や、すでに方法を持つ人に絞ってください。',
    },
    strength_unreachable: {
      happens: 'この強度が認める方法は、全員に対してオフになっています。',
      instead: 'その方法のどれかをオンにするか、オンの方法を強度に加えてください。',
    },
    models_disjoint: {
      happens: 'この強度は特定のモデルのパスキーを認めますが、それを追加できるプロファイルがありません。',
      instead: 'プロファイルでそのモデルを認めるか、認められているモデルを指定してください。',
    },
    models_not_asked_for: {
      happens: 'この強度はモデルが証明されたパスキーを認めますが、証明を求めるプロファイルがありません。',
      instead: 'そのモデルを認めるプロファイルで、構成証明をオンにしてください。',
    },
    self_service_off: {
      happens: 'パスキーだけが認められますが、自分でパスキーを追加できません。',
      instead: '自分での追加を許可するか、先に全員にパスキーを渡してください。',
    },
    compliance_unknown: {
      happens: '準拠デバイスが求められますが、どのデバイスが準拠しているか分かりません。誰も入れません。',
      instead: '先にデバイス管理から知らせるか、代わりに強度でもよいことにしてください。',
    },
    control_unavailable: {
      happens: 'このポリシーが認めるものは、ここには存在しません。誰も入れません。',
      instead: 'それを取り除くか、代わりに強度でもよいことにしてください。',
    },
    every_administrator_blocked: {
      happens: 'すべての管理者が、管理センターから常に締め出されます。',
      instead: '残す人を除外するか、ポリシーの対象を絞ってください。',
    },
    frequency_against_once: {
      happens:
        'サインイン方法の追加で毎回新しい証明が求められ、パスは一度しか使えません。五分を超えると、パスなしでやり直しになります。',
      instead: '一時間後の再確認にするか、パスを複数回使えるようにしてください。',
    },
    no_trusted_network: {
      happens:
        '信頼できる場所を条件にしていますが、一つもありません。どこでも適用されるか、まったく適用されません。',
      instead: 'ネットワークを場所として登録し、信頼できる場所にしてください。',
    },
  },
}
