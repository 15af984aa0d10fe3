import { isVersionAtLeast } from '@latchkey/policy'
import type { GuideStepId } from '@latchkey/words/guide'
import { canKeepPasskey } from '../judge-device.ts'
import type { Visitor } from '../visitor.ts'
import { appSteps } from './app-steps.ts'
import { columnOf } from './guide-column.ts'
import type { GuideAsk, GuideStep } from './guide-plan.ts'
import { toPhone } from './judge-ways.ts'
import type { OpenWay } from './list-ways.ts'
import { makeStep } from './make-step.ts'
import { pickPhoneOnWindows, saveOnWindows } from './windows-dialogs.ts'

/** The steps of a way: what can be done ahead, and what is done once somebody is signed in. */
export interface WaySteps {
  readonly prepare: readonly GuideStep[]
  readonly make: readonly GuideStep[]
}

/** Find the steps of a way, from the device somebody is at. */
export function stepsOfWay(way: OpenWay, ask: GuideAsk): WaySteps {
  const { prepare, make } = ownStepsOf(way, ask)
  const { visitor, policy } = ask
  const here = way.place === 'thisDevice' && !canKeepPasskey(visitor)
  // Software is asked for no proof, and the wizards of apps say it themselves.
  const proves = policy.proof && (way.kind === 'securityKey' || way.kind === 'windowsHello')
  return {
    prepare: [...(here ? [makeStep('setLock')] : []), ...prepare],
    make: [...make, ...(proves ? [makeStep('allowProof')] : [])],
  }
}

function ownStepsOf(way: OpenWay, ask: GuideAsk): WaySteps {
  const { visitor, account } = ask
  const first = account === 'firstDay'
  const here = makeStep(first ? 'createFirst' : 'addHere')
  switch (way.kind) {
    case 'appleKeychain':
      return visitor.system === 'macOS'
        ? { prepare: [makeStep('icloudMac')], make: [here, makeStep('saveAppleMac')] }
        : { prepare: [icloudOnPhone(visitor)], make: [here, makeStep('saveApplePhone')] }
    case 'googlePasswordManager':
      return visitor.system === 'android'
        ? { prepare: [googleOnPhone(visitor)], make: [here, makeStep('saveGooglePhone')] }
        : { prepare: [makeStep('googleDesktop')], make: [here, makeStep('saveGoogleDesktop')] }
    case 'samsungPass':
      return { prepare: [makeStep('samsungPass')], make: [here, makeStep('saveSamsung')] }
    case 'windowsHello':
      return { prepare: [makeStep('windowsHello')], make: [here, saveOnWindows(visitor)] }
    case 'phone':
      return phoneSteps(ask)
    case 'securityKey':
      return {
        prepare: [makeStep('keyReady')],
        make: [makeStep(first ? 'createFirstElsewhere' : 'addKey'), makeStep(keyStep(visitor))],
      }
    default:
      return way.provider === undefined
        ? { prepare: [], make: [] }
        : appSteps(way.provider, ask, pickPhone(visitor))
  }
}

/** An iPhone that does not say its version has 18 or newer. */
function icloudOnPhone({ version, versionAtLeast }: Visitor): GuideStep {
  if (version === undefined) {
    return makeStep('icloudIOS18', versionAtLeast === undefined ? { instead: [makeStep('icloudIOS17')] } : {})
  }
  return makeStep(isVersionAtLeast(version, '18') ? 'icloudIOS18' : 'icloudIOS17')
}

function googleOnPhone({ maker }: Visitor): GuideStep {
  if (maker === 'samsung') return makeStep('googleOnSamsung')
  return makeStep('googleAndroid', maker === undefined ? { instead: [makeStep('googleOnSamsung')] } : {})
}

function phoneSteps({ visitor, phone, account }: GuideAsk): WaySteps {
  if (columnOf(visitor) !== 'desktop') {
    return {
      prepare: [makeStep('beginOnComputer'), makeStep('nearby')],
      make: [makeStep(scanStep(visitor)), makeStep('saveOnPhone')],
    }
  }
  return {
    prepare: [...(phone === undefined ? [makeStep('choosePhone')] : []), makeStep('nearby')],
    make: [
      makeStep(account === 'firstDay' ? 'createFirstElsewhere' : 'addPhone'),
      pickPhone(visitor),
      makeStep(scanStep(toPhone(phone))),
      makeStep('saveOnPhone'),
    ],
  }
}

function scanStep(phone: Visitor | undefined): GuideStepId {
  if (phone === undefined) return 'scanAny'
  return phone.system === 'iOS' ? 'scanIOS' : 'scanAndroid'
}

/** The way past what the computer itself offers, to the code. */
function pickPhone(visitor: Visitor): GuideStep {
  const { system, browser } = visitor
  if (system === 'windows') return pickPhoneOnWindows(visitor)
  if (system !== 'macOS') return makeStep('pickPhoneChrome')
  switch (browser) {
    case 'safari':
      return makeStep('pickPhoneSafari')
    case 'firefox':
      return makeStep('pickPhoneFirefox')
    case undefined:
      return makeStep('pickPhoneSafari', { instead: [makeStep('pickPhoneChrome')] })
    default:
      return makeStep('pickPhoneChrome')
  }
}

function keyStep({ system, form }: Visitor): GuideStepId {
  switch (system) {
    case 'iOS':
      return form === 'ipad' ? 'useKeyIPad' : 'useKeyIPhone'
    case 'android':
      return 'useKeyAndroid'
    case 'windows':
      return 'useKeyWindows'
    case 'macOS':
      return 'useKeyMac'
    default:
      return 'useKeyComputer'
  }
}
