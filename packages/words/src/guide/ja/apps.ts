import { steps } from '../../portal/ja/steps.ts'
import type { apps as pattern } from '../en/apps.ts'

const { getApp, makeProvider, own, reminder } = steps
const { ways } = makeProvider

/** The guide, about apps that keep passkeys: what they need, where to get them, the way through the settings. */
export const apps: typeof pattern = {
  needsIOS: {
    title: 'iPhoneまたはiPadに必要なもの',
    lines: [
      ({ least }) => `iOS ${least}以降（「設定」の「一般」にある「情報」で確認できます）`,
      'ロックを解除するためのFace ID、Touch ID、またはパスコード',
    ],
  },
  needsAndroid: {
    title: 'Androidのスマートフォンに必要なもの',
    lines: [
      ({ least }) => `Android ${least}以降（「設定」の「デバイス情報」で確認できます）`,
      '画面ロック：指紋、顔、PIN、パターンのいずれか',
    ],
    hint: '仕事用プロファイルがある場合は、サインインする側のプロファイルですべて行ってください。両者の間では何も共有されません。',
  },
  choosePhone: {
    title: 'お使いのスマートフォンを選ぶ',
    lines: ['上で選ぶと、その設定の手順が表示されます。'],
  },
  getAppHere: { title: getApp.title, lines: [getApp.link] },
  getAppByCode: { title: getApp.title, lines: [getApp.scan] },
  settingsIOS18: {
    title: makeProvider.title,
    lines: [ways.iOS18.first, ways.iOS18.second],
    hint: '今お使いのパスワードアプリもそのまま使えます。iOS 18からは複数をオンにできます。',
  },
  settingsIOS17: {
    title: makeProvider.title,
    lines: [ways.iOS17.first, ways.iOS17.second, ways.iOS17.third],
    hint: makeProvider.onlyOneHint,
  },
  settingsAndroid: {
    title: makeProvider.title,
    lines: [
      '「設定」を開き、「パスワード、パスキー、アカウント」をタップします。Android 14では「パスワードとアカウント」です。',
      ({ name }) =>
        `「その他のサービス」または「追加のプロバイダ」で${name}をオンにするか、優先サービスとして選びます。`,
    ],
    hint: '名称はメーカーによって異なります。設定の中で「パスキー」を検索してください。',
  },
  settingsSamsung: {
    title: makeProvider.title,
    lines: [ways.samsung.first, ways.samsung.second, ways.samsung.third],
    hint: '見つからない場合は、設定の中で「パスキー」を検索してください。',
  },
  saveInAppHere: {
    title: reminder.title,
    lines: [reminder.here, '指紋、顔、PINのいずれかで確認します。'],
  },
  saveInAppThere: {
    title: reminder.title,
    lines: [reminder.there, 'スマートフォンで、指紋、顔、PINのいずれかで確認します。'],
  },
  ownNeedsPhone: { title: steps.requirements.title, lines: [own.needs.phoneApp, own.lock.phoneApp] },
  ownNeedsExtension: { title: steps.requirements.title, lines: [own.needs.extension, own.lock.extension] },
  ownNeedsAgent: { title: steps.requirements.title, lines: [own.needs.agent, own.lock.agent] },
  getOwnPhone: { title: getApp.title, lines: [own.getLead.phoneApp] },
  getOwnExtension: { title: getApp.title, lines: [own.getLead.extension] },
  getOwnAgent: { title: getApp.title, lines: [own.getLead.agent] },
  getOwnInstalled: { title: getApp.title, lines: [own.getNone] },
  ownAccountPhone: { title: own.account, lines: [own.add.phoneApp, own.there], hint: own.signedOut },
  ownAccountExtension: { title: own.account, lines: [own.add.extension, own.there], hint: own.signedOut },
  ownAccountAgent: { title: own.account, lines: [own.add.agent, own.there], hint: own.signedOut },
  ownInApp: { title: 'アプリでパスキーを作成する', lines: [own.inApp], hint: own.inAppWhere },
  ownPrompt: { title: steps.prompt.provider, lines: [own.prompt.extension] },
  ownScan: { title: own.scan, lines: [own.scanHow, own.prompt.agent] },
}
