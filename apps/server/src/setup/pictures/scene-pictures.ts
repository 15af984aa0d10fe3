import { type PictureAsk, sayPicture } from './picture-ask.ts'
import { drawDone, drawKeyAtPhone, drawKeyTouch, drawNearby, drawScan, drawUnlock } from './scenes.ts'

const scan = (ask: PictureAsk) => drawScan(sayPicture(ask, ask.words.labels.scanned), ask.words.labels.yellow)
const touch = (ask: PictureAsk) => drawKeyTouch(sayPicture(ask, ask.words.labels.keyTouched))
const hold = (ask: PictureAsk) => drawKeyAtPhone(sayPicture(ask, ask.words.labels.keyHeld))
const unlockPhone = (ask: PictureAsk) => drawUnlock(sayPicture(ask, ask.words.labels.unlocked), 'phone')
const unlockComputer = (ask: PictureAsk) => drawUnlock(sayPicture(ask, ask.words.labels.unlocked), 'computer')

/** Devices and what is done with them. */
export const scenePictures = {
  needsIOS: unlockPhone,
  needsAndroid: unlockPhone,
  ownNeedsPhone: unlockPhone,
  ownNeedsAgent: unlockPhone,
  ownNeedsExtension: unlockComputer,
  getAppByCode: scan,
  ownScan: scan,
  scanIOS: scan,
  scanAndroid: scan,
  scanAny: scan,
  nearby: (ask: PictureAsk) => drawNearby(sayPicture(ask, ask.words.labels.nearby)),
  useKeyMac: touch,
  useKeyComputer: touch,
  useKeyIPad: touch,
  useKeyIPhone: hold,
  useKeyAndroid: hold,
  tryNew: (ask: PictureAsk) => drawDone(sayPicture(ask, ask.words.labels.done), 'phone'),
  restoreSynced: (ask: PictureAsk) => drawDone(sayPicture(ask, ask.words.labels.done), 'phone'),
}
