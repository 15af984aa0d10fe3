import type { Html } from '../../page/html.ts'
import { type Dialog, drawDialog } from './dialog.ts'
import { type PictureAsk, sayPicture } from './picture-ask.ts'
import { drawSheet, type Sheet } from './sheet.ts'

function sheet(ask: PictureAsk, shown: Omit<Sheet, 'account'>): Html {
  const marked = shown[shown.marked]
  return drawSheet(sayPicture(ask, shown.title, marked), { account: ask.account, ...shown })
}

function dialog(ask: PictureAsk, shown: Dialog): Html {
  const row = shown.rows?.find(({ marked }) => marked)?.label
  const marked = row ?? (shown.marked && shown[shown.marked])
  return drawDialog(sayPicture(ask, shown.title, marked), shown)
}

const inApp = (ask: PictureAsk): Html => {
  const { savePasskey, proceed, saveAnotherWay } = ask.words.labels
  return sheet(ask, {
    look: 'iphone',
    title: savePasskey,
    app: ask.name,
    button: proceed,
    other: saveAnotherWay,
    marked: 'app',
    picture: 'passkey',
  })
}

const install = (ask: PictureAsk): Html =>
  sheet(ask, {
    look: 'android',
    title: ask.name,
    button: ask.words.labels.install,
    marked: 'button',
    picture: 'app',
  })

/** Windows 11 asks where, and one of its places is the right one. */
function whereInWindows(ask: PictureAsk, place: 'phoneOption' | 'keyOption' | 'thisWindows'): Html {
  const { labels } = ask.words
  const row = (label: string, icon: 'phone' | 'key' | 'computer', isIt: string) =>
    isIt === place ? { label, icon, marked: true as const } : { label, icon }
  return dialog(ask, {
    look: 'windows',
    bar: labels.windowsSecurity,
    title: labels.whereToSave,
    rows: [
      row(labels.thisWindows, 'computer', 'thisWindows'),
      row(labels.phoneOption, 'phone', 'phoneOption'),
      row(labels.keyOption, 'key', 'keyOption'),
    ],
    button: labels.next,
    quiet: labels.cancel,
  })
}

/** Windows Hello is in the way, and the way past it is marked. */
function pastHello(ask: PictureAsk, emblem: 'pin' | 'face', quiet: string): Html {
  const { windowsSecurity, confirmYou } = ask.words.labels
  return dialog(ask, {
    look: 'windows',
    bar: windowsSecurity,
    title: confirmYou,
    emblem,
    quiet,
    marked: 'quiet',
  })
}

/** A browser, or a Mac, asks where. */
function where(ask: PictureAsk, look: 'mac' | 'browser', rows: readonly [string, string]): Html {
  const [chosen, other] = rows
  return dialog(ask, {
    look,
    title: ask.words.labels.wherePasskey,
    rows: [
      { label: other, icon: 'computer' },
      { label: chosen, icon: 'phone', marked: true },
      { label: ask.words.labels.keyOption, icon: 'key' },
    ],
  })
}

/** What systems, browsers and apps ask when a passkey is saved. */
export const savePictures = {
  getAppHere: install,
  getOwnPhone: install,
  getOwnExtension: (ask: PictureAsk) =>
    dialog(ask, {
      look: 'browser',
      title: ask.name,
      emblem: 'app',
      button: ask.words.labels.install,
      quiet: ask.words.labels.cancel,
      marked: 'button',
    }),
  saveInAppHere: inApp,
  saveInAppThere: inApp,
  ownInApp: (ask: PictureAsk) =>
    sheet(ask, {
      look: 'android',
      title: ask.words.labels.consent,
      app: ask.name,
      button: ask.words.labels.create,
      marked: 'button',
      picture: 'passkey',
    }),
  ownPrompt: (ask: PictureAsk) =>
    dialog(ask, {
      look: 'browser',
      bar: ask.name,
      title: ask.words.labels.consent,
      emblem: 'passkey',
      button: ask.words.labels.create,
      quiet: ask.words.labels.cancel,
      marked: 'button',
    }),
  saveApplePhone(ask: PictureAsk) {
    const { savePasskey, applePasswords, proceed, otherOptions } = ask.words.labels
    return sheet(ask, {
      look: 'iphone',
      title: savePasskey,
      app: applePasswords,
      button: proceed,
      other: otherOptions,
      marked: 'button',
      picture: 'face',
    })
  },
  saveAppleMac(ask: PictureAsk) {
    const { touchId, otherOptions, proceed } = ask.words.labels
    return dialog(ask, {
      look: 'mac',
      title: touchId,
      emblem: 'finger',
      button: proceed,
      quiet: otherOptions,
      marked: 'button',
    })
  },
  saveGooglePhone(ask: PictureAsk) {
    const { createPasskey, googlePasswordManager, create, saveAnotherWay } = ask.words.labels
    return sheet(ask, {
      look: 'android',
      title: createPasskey,
      app: googlePasswordManager,
      button: create,
      other: saveAnotherWay,
      marked: 'button',
      picture: 'finger',
    })
  },
  saveSamsung(ask: PictureAsk) {
    const { createPasskey, samsungPass, proceed, saveAnotherWay } = ask.words.labels
    return sheet(ask, {
      look: 'android',
      title: createPasskey,
      app: samsungPass,
      button: proceed,
      other: saveAnotherWay,
      marked: 'button',
      picture: 'finger',
    })
  },
  saveOnPhone(ask: PictureAsk) {
    const { savePasskey, proceed, saveAnotherWay } = ask.words.labels
    return sheet(ask, {
      look: 'iphone',
      title: savePasskey,
      button: proceed,
      other: saveAnotherWay,
      marked: 'button',
      picture: 'face',
    })
  },
  saveGoogleDesktop(ask: PictureAsk) {
    const { wherePasskey, googlePasswordManager, usePhone, keyOption } = ask.words.labels
    return dialog(ask, {
      look: 'browser',
      title: wherePasskey,
      rows: [
        { label: googlePasswordManager, icon: 'app', marked: true },
        { label: usePhone, icon: 'phone' },
        { label: keyOption, icon: 'key' },
      ],
    })
  },
  saveHello10(ask: PictureAsk) {
    const { windowsSecurity, confirmYou, proceed, cancel } = ask.words.labels
    return dialog(ask, {
      look: 'windows',
      bar: windowsSecurity,
      title: confirmYou,
      emblem: 'pin',
      button: proceed,
      quiet: cancel,
      marked: 'button',
    })
  },
  saveHello11: (ask: PictureAsk) => whereInWindows(ask, 'thisWindows'),
  pickPhoneWindows10: (ask: PictureAsk) => pastHello(ask, 'pin', ask.words.labels.cancel),
  pickPhoneWindows11: (ask: PictureAsk) => pastHello(ask, 'face', ask.words.labels.useAnother),
  pickPhoneWindows23H2: (ask: PictureAsk) => whereInWindows(ask, 'phoneOption'),
  pickPhoneSafari: ({ words, ...ask }: PictureAsk) =>
    where({ words, ...ask }, 'mac', [words.labels.phoneOption, words.labels.icloudKeychain]),
  pickPhoneChrome: ({ words, ...ask }: PictureAsk) =>
    where({ words, ...ask }, 'browser', [words.labels.usePhone, words.labels.thisComputer]),
  pickPhoneFirefox: ({ words, ...ask }: PictureAsk) =>
    where({ words, ...ask }, 'browser', [words.labels.phoneOption, words.labels.thisComputer]),
  useKeyWindows: (ask: PictureAsk) => whereInWindows(ask, 'keyOption'),
}
