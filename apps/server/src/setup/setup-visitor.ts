import { type DeviceClass, readVisitor, toDeviceClass, type Visitor } from '@latchkey/guidance'
import type { Visitor as Caller } from '@latchkey/identity'
import type { SetupAsk } from './setup-ask.ts'

/** Say what somebody holds: what they chose on a tile, or else what their browser and the page's script tell. */
export function toSetupVisitor(
  { userAgent, clientHints }: Pick<Caller, 'userAgent' | 'clientHints'>,
  ask: Pick<SetupAsk, 'device' | 'version' | 'found'>,
): Visitor {
  const { platformVersion, model, ...capabilities } = ask.found ?? {}
  const hints = { ...clientHints, ...(platformVersion && { platformVersion }), ...(model && { model }) }
  const known = Object.keys(capabilities).length > 0 ? capabilities : undefined
  const seen = readVisitor(userAgent, hints, known)
  if (ask.device === undefined) return seen
  const isSame = ask.device === toDeviceClass(seen) && ask.version === undefined
  return isSame ? seen : toExample(ask.device, ask.version)
}

const examples: Readonly<Record<DeviceClass, Visitor>> = {
  iphone: { system: 'iOS', browser: 'safari' },
  ipad: { system: 'iOS', browser: 'safari', form: 'ipad' },
  samsung: { system: 'android', browser: 'chrome', maker: 'samsung' },
  pixel: { system: 'android', browser: 'chrome', maker: 'google' },
  android: { system: 'android', browser: 'chrome' },
  windows: { system: 'windows', browser: 'edge' },
  mac: { system: 'macOS', browser: 'safari' },
  linux: { system: 'linux', browser: 'chrome' },
  chromebook: { system: 'linux', browser: 'chrome', form: 'chromebook' },
  unknown: {},
}

/** One such device, as far as anybody has said. */
function toExample(device: DeviceClass, version: string | undefined): Visitor {
  const example = examples[device]
  if (version === undefined) return example
  if (device !== 'windows') return { ...example, version }
  return version === '10'
    ? { ...example, version, release: '10' }
    : { ...example, version: '11', release: '11-24H2' }
}
