import type { GuideStepId } from '@latchkey/words/guide'
import type { Reviewed } from './guide-plan.ts'

const on = '2026-11-21'

/** About pages of ours, which say what they say on every system. */
const ours: Reviewed = { on, how: 'seen' }

const iOS: Reviewed = { on, how: 'read', system: 'iOS', version: '26', browser: 'Safari 26' }
const iOS17: Reviewed = { on, how: 'read', system: 'iOS', version: '17', browser: 'Safari 17' }
const android: Reviewed = { on, how: 'read', system: 'Android', version: '16', browser: 'Chrome 142' }
const samsung: Reviewed = { on, how: 'read', system: 'One UI', version: '8', browser: 'Chrome 142' }
const macOS: Reviewed = { on, how: 'read', system: 'macOS', version: '26', browser: 'Safari 26' }
const windows: Reviewed = { on, how: 'read', system: 'Windows', version: '11-24H2', browser: 'Edge 142' }
const windows11: Reviewed = { on, how: 'read', system: 'Windows', version: '11-22H2', browser: 'Edge 142' }
const windows10: Reviewed = { on, how: 'read', system: 'Windows', version: '10', browser: 'Edge 142' }
const chrome: Reviewed = { on, how: 'read', browser: 'Chrome 142' }
const firefox: Reviewed = { on, how: 'read', browser: 'Firefox 145' }

/**
 * When each step was last held against what it tells of. Whoever goes over a step again changes its line here, and
 * nothing else.
 */
export const reviewedSteps: Readonly<Record<GuideStepId, Reviewed>> = {
  openInSafari: iOS,
  openInChrome: android,
  chooseDevice: ours,
  updateIOS: iOS,
  updateAndroid: android,
  updateWindows: windows,
  updateMac: macOS,
  switchBrowser: chrome,
  openOnComputer: ours,
  openOnPhone: ours,
  beginOnComputer: ours,
  askHelpDesk: ours,
  signIn: ours,
  signInWithPass: ours,
  passInApp: ours,
  keepOld: ours,
  addWithOld: ours,
  tryNew: ours,
  removeOld: ours,
  endSessions: ours,
  restoreSynced: ours,
  useOther: ours,
  tryOther: ours,
  askForPass: ours,
  callHelpDesk: ours,
  passForNewPhone: ours,
  addNew: ours,
  addSecond: ours,

  needsIOS: iOS,
  needsAndroid: android,
  choosePhone: ours,
  getAppHere: ours,
  getAppByCode: ours,
  settingsIOS18: iOS,
  settingsIOS17: iOS17,
  settingsAndroid: android,
  settingsSamsung: samsung,
  addApp: ours,
  saveInAppHere: ours,
  saveInAppThere: ours,
  ownNeedsPhone: ours,
  ownNeedsExtension: ours,
  ownNeedsAgent: ours,
  getOwnPhone: ours,
  getOwnExtension: ours,
  getOwnAgent: ours,
  getOwnInstalled: ours,
  ownAccountPhone: ours,
  ownAccountExtension: ours,
  ownAccountAgent: ours,
  ownInApp: ours,
  ownPrompt: { on, how: 'seen', system: 'Linux', browser: 'Chrome 142' },
  ownScan: { on, how: 'seen', system: 'Linux', browser: 'Chrome 142' },

  setLock: ours,
  allowProof: chrome,
  icloudIOS18: iOS,
  icloudIOS17: iOS17,
  icloudMac: macOS,
  googleAndroid: android,
  googleOnSamsung: samsung,
  googleDesktop: chrome,
  samsungPass: samsung,
  windowsHello: windows,
  addHere: ours,
  createFirst: ours,
  createFirstApp: ours,
  createFirstElsewhere: ours,
  saveApplePhone: iOS,
  saveAppleMac: macOS,
  saveGooglePhone: android,
  saveGoogleDesktop: chrome,
  saveSamsung: samsung,
  saveHello10: windows10,
  saveHello11: windows,

  nearby: ours,
  addPhone: ours,
  pickPhoneWindows10: windows10,
  pickPhoneWindows11: windows11,
  pickPhoneWindows23H2: windows,
  pickPhoneSafari: macOS,
  pickPhoneChrome: chrome,
  pickPhoneFirefox: firefox,
  scanIOS: iOS,
  scanAndroid: android,
  scanAny: ours,
  saveOnPhone: android,

  keyReady: ours,
  addKey: ours,
  useKeyWindows: windows,
  useKeyMac: macOS,
  useKeyComputer: chrome,
  useKeyIPhone: iOS,
  useKeyIPad: iOS,
  useKeyAndroid: android,
  nameIt: ours,
  tryIt: ours,
  haveTwo: ours,
}
