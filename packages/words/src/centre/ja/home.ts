import type { CentreWords } from '../english.ts'

export const home: CentreWords['home'] = {
  title: 'ホーム',
  counted: ({ time }) => `${time}に集計しました。`,
  attention: {
    title: '確認が必要なこと',
    nothing: '確認が必要なことはありません',
    nothingLead: 'キーのモデルに問題はなく、まもなく期限が切れるものも、待っている人もいません。',
    look: '見る',
    now: '今すぐ',
    soon: 'まもなく',
    badModel: ({ name }) => `${name} に問題があります`,
    badModelAbout: ({ count, statuses }) =>
      `${count} 人がこのモデルのパスキーを持っています。メタデータの内容：${statuses}。`,
    onlyPhishable: ({ count }) => `${count} 人がフィッシングに強い方法を持っていません`,
    onlyPhishableAbout: 'パスワードかコードだけで、パスキーがまだありません。',
    passesInUse: ({ count }) => `有効な Temporary Access Pass が ${count} 件あります`,
    passesAbout: ({ time }) => `次に終わるのは${time}です。`,
    requestsWaiting: ({ count }) => `パスの依頼が ${count} 件待っています`,
    requestsAbout: ({ time }) => `最も古いものは${time}に届きました。`,
    wouldFail: ({ name }) => `「${name}」を有効にすると、止まるサインインがあります`,
    wouldFailAbout: ({ signIns, people }) =>
      `過去 7 日間：${people} 人の ${signIns} 件のサインイン。このルールは観察中です。`,
    ends: {
      trustRoot: ({ name }) => `信頼している証明書「${name}」の期限が切れます`,
      deviceCa: 'Latchkey Authenticator のもとになる証明書の期限が切れます',
      serverCertificate: 'このサーバーの証明書の期限が切れます',
      metadata: 'キーのモデルの新しいメタデータが届いていません',
    },
    endsAt: ({ time }) => `期限は${time}です。`,
    ended: ({ time }) => `${time}からです。`,
    streamFailing: ({ name }) => `ログの送信「${name}」が届いていません`,
    streamAbout: ({ time }) => `${time}からです。何も失われません。受信側が戻れば送信されます。`,
    newerSystems: ({ systems }) => `ガイドは${systems}ではまだ確認されていません`,
    newerSystemsAbout: ({ count }) =>
      `これまでのアクセス：${count}件。実際に手順を試し、表示が異なるところを変更してください。`,
    noEmergencyAccount: '緊急用のアカウントがありません',
    noEmergencyAbout:
      'ルールに誤りがあると、直すために入れる人がいなくなります。パスキーのある緊急用アカウントを 1 つか 2 つ用意してください。',
  },
  numbers: {
    title: '状況',
    lead: '過去 30 日間です。',
    people: '人数',
    share: 'パスキーでのサインイン',
    ofSignIns: ({ count }) => `サインイン ${count} 件のうち`,
    failures: '失敗したサインイン',
    today: ({ count }) => `今日 ${count} 件`,
    signIns: 'サインイン',
    passkeySignIns: 'パスキー',
    otherSignIns: 'その他の方法',
    peopleWithPasskey: 'パスキーのある人',
    everybody: '全員',
  },
  chart: {
    table: '表で見る',
    picture: '図で見る',
    day: '日',
  },
}
