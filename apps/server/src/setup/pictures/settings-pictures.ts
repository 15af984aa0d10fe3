import type { Html } from '../../page/html.ts'
import { drawDialog } from './dialog.ts'
import { type PictureAsk, sayPicture } from './picture-ask.ts'
import { drawSettings, type SettingsRow, type SettingsScreen } from './settings-screen.ts'

const filler: SettingsRow = { trail: 'more' }

/** A screen of settings, with what to tap marked. */
function screen(ask: PictureAsk, shown: SettingsScreen): Html {
  const marked = shown.rows.find((row) => row.marked)?.label
  return drawSettings(sayPicture(ask, shown.title, marked), shown)
}

const app = (label: string, trail: 'on' | 'off' | 'chosen'): SettingsRow => ({ label, trail, app: true })
const marked = (row: SettingsRow): SettingsRow => ({ ...row, marked: true })

/** The settings of phones and computers that steps lead through. */
export const settingsPictures = {
  openInSafari(ask: PictureAsk) {
    const { openInSafari, copyLink } = ask.words.labels
    const rows = [filler, marked({ label: openInSafari, trail: 'more' }), { label: copyLink }, filler]
    return screen(ask, { look: 'ios', title: '···', rows })
  },
  openInChrome(ask: PictureAsk) {
    const { openInChrome, copyLink } = ask.words.labels
    const rows = [filler, marked({ label: openInChrome, trail: 'more' }), { label: copyLink }, filler]
    return screen(ask, { look: 'android', title: '⋮', rows })
  },
  updateIOS(ask: PictureAsk) {
    const { general, softwareUpdate } = ask.words.labels
    const rows = [filler, marked({ label: softwareUpdate, trail: 'more' }), filler, filler]
    return screen(ask, { look: 'ios', title: general, rows })
  },
  updateAndroid(ask: PictureAsk) {
    const { settings, systemUpdate } = ask.words.labels
    const rows = [filler, filler, marked({ label: systemUpdate, trail: 'more' }), filler]
    return screen(ask, { look: 'android', title: settings, rows })
  },
  updateWindows(ask: PictureAsk) {
    const { settings, windowsUpdate } = ask.words.labels
    return drawDialog(sayPicture(ask, settings, windowsUpdate), {
      look: 'windows',
      bar: settings,
      title: settings,
      rows: [{ icon: 'computer' }, { label: windowsUpdate, icon: 'update', marked: true }, { icon: 'app' }],
    })
  },
  updateMac(ask: PictureAsk) {
    const { systemSettings, softwareUpdate } = ask.words.labels
    return drawDialog(sayPicture(ask, systemSettings, softwareUpdate), {
      look: 'mac',
      title: systemSettings,
      rows: [{ icon: 'computer' }, { label: softwareUpdate, icon: 'update', marked: true }, { icon: 'app' }],
    })
  },
  settingsIOS18(ask: PictureAsk) {
    const { autofill, autofillPasskeys, applePasswords } = ask.words.labels
    const rows = [
      { label: autofillPasskeys, trail: 'on' as const },
      app(applePasswords, 'on'),
      marked(app(ask.name, 'on')),
      filler,
    ]
    return screen(ask, { look: 'ios', title: autofill, rows })
  },
  settingsIOS17(ask: PictureAsk) {
    const { passwordOptions, autofillPasskeys, icloudKeychain } = ask.words.labels
    const rows = [
      { label: autofillPasskeys, trail: 'on' as const },
      app(icloudKeychain, 'chosen'),
      marked(app(ask.name, 'chosen')),
      filler,
    ]
    return screen(ask, { look: 'ios', title: passwordOptions, rows })
  },
  settingsAndroid(ask: PictureAsk) {
    const { passwordsAccounts, additional, google } = ask.words.labels
    const rows = [app(google, 'on'), marked(app(ask.name, 'on')), filler]
    return screen(ask, { look: 'android', title: passwordsAccounts, heading: additional, rows })
  },
  settingsSamsung(ask: PictureAsk) {
    const { preferred, google, samsungPass } = ask.words.labels
    const rows = [app(samsungPass, 'off'), app(google, 'off'), marked(app(ask.name, 'chosen'))]
    return screen(ask, { look: 'samsung', title: preferred, rows })
  },
  icloudIOS18(ask: PictureAsk) {
    const { autofill, autofillPasskeys, applePasswords } = ask.words.labels
    const rows = [marked({ label: autofillPasskeys, trail: 'on' }), app(applePasswords, 'on'), filler, filler]
    return screen(ask, { look: 'ios', title: autofill, rows })
  },
  icloudIOS17(ask: PictureAsk) {
    const { passwordOptions, autofillPasskeys, icloudKeychain } = ask.words.labels
    const rows = [marked({ label: autofillPasskeys, trail: 'on' }), app(icloudKeychain, 'chosen'), filler]
    return screen(ask, { look: 'ios', title: passwordOptions, rows })
  },
  icloudMac(ask: PictureAsk) {
    const { iCloud, icloudKeychain } = ask.words.labels
    return drawDialog(sayPicture(ask, iCloud, icloudKeychain), {
      look: 'mac',
      title: iCloud,
      rows: [{ icon: 'computer' }, { label: icloudKeychain, icon: 'key', marked: true }, { icon: 'app' }],
    })
  },
  googleAndroid(ask: PictureAsk) {
    const { passwordsAccounts, preferred, google } = ask.words.labels
    const rows = [marked(app(google, 'chosen')), filler, filler]
    return screen(ask, { look: 'android', title: passwordsAccounts, heading: preferred, rows })
  },
  googleOnSamsung(ask: PictureAsk) {
    const { preferred, google, samsungPass } = ask.words.labels
    const rows = [app(samsungPass, 'off'), marked(app(google, 'chosen')), filler]
    return screen(ask, { look: 'samsung', title: preferred, rows })
  },
  samsungPass(ask: PictureAsk) {
    const { preferred, google, samsungPass } = ask.words.labels
    const rows = [marked(app(samsungPass, 'chosen')), app(google, 'off'), filler]
    return screen(ask, { look: 'samsung', title: preferred, rows })
  },
  googleDesktop(ask: PictureAsk) {
    const { google, syncOn } = ask.words.labels
    return drawDialog(sayPicture(ask, google, syncOn), {
      look: 'browser',
      title: ask.account,
      emblem: 'person',
      rows: [{ label: syncOn, icon: 'app', marked: true }],
    })
  },
  windowsHello(ask: PictureAsk) {
    const { settings, signInOptions, helloFace, helloFinger, helloPin } = ask.words.labels
    return drawDialog(sayPicture(ask, signInOptions, helloPin), {
      look: 'windows',
      bar: settings,
      title: signInOptions,
      rows: [
        { label: helloFace, icon: 'computer' },
        { label: helloFinger, icon: 'computer' },
        { label: helloPin, icon: 'app', marked: true },
      ],
    })
  },
}
