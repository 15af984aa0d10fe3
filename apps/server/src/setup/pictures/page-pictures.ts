import type { Html } from '../../page/html.ts'
import { type BrowserWindow, drawBrowser } from './browser-window.ts'
import { type PictureAsk, sayPicture } from './picture-ask.ts'

function browser(ask: PictureAsk, shown: Omit<BrowserWindow, 'address'>): Html {
  return drawBrowser(sayPicture(ask, shown.title, shown[shown.marked]), { address: ask.host, ...shown })
}

/** In the list of what can be added: the entry to choose. */
function choose(ask: PictureAsk, entry: string): Html {
  return browser(ask, { title: ask.words.labels.addWay, button: entry, marked: 'button' })
}

const pass = (ask: PictureAsk): Html => {
  const { passTitle, submitPass, useAnotherWay } = ask.words.labels
  return browser(ask, {
    title: passTitle,
    field: '••••••••',
    button: submitPass,
    link: useAnotherWay,
    marked: 'button',
  })
}

const add = (ask: PictureAsk): Html => {
  const { securityInfo, addWay } = ask.words.labels
  return browser(ask, { title: securityInfo, button: addWay, marked: 'button' })
}

/** Our own pages, with what to choose on them marked. */
export const pagePictures = {
  signIn: add,
  addNew: add,
  addSecond: add,
  signInWithPass: pass,
  passForNewPhone: pass,
  passInApp: pass,
  createFirst(ask: PictureAsk) {
    const { secureTitle, secureCreate, secureOther } = ask.words.labels
    return browser(ask, { title: secureTitle, button: secureCreate, link: secureOther, marked: 'button' })
  },
  createFirstElsewhere(ask: PictureAsk) {
    const { secureTitle, secureCreate, secureOther } = ask.words.labels
    return browser(ask, { title: secureTitle, button: secureCreate, link: secureOther, marked: 'link' })
  },
  addHere: (ask: PictureAsk) => choose(ask, ask.words.labels.thisDevice),
  addPhone: (ask: PictureAsk) => choose(ask, ask.words.labels.onPhone),
  addKey: (ask: PictureAsk) => choose(ask, ask.words.labels.securityKey),
  addApp: (ask: PictureAsk) => choose(ask, ask.words.labels.inApp({ name: ask.name })),
  nameIt(ask: PictureAsk) {
    const { name, save, myPhone } = ask.words.labels
    return browser(ask, { title: name, field: myPhone, button: save, marked: 'button' })
  },
  tryIt(ask: PictureAsk) {
    const { signIn, signInWithPasskey } = ask.words.labels
    return browser(ask, { title: signIn, field: ask.account, link: signInWithPasskey, marked: 'link' })
  },
}
