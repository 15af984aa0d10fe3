import { judgeDevice, readVisitor, toDeviceClass } from '@latchkey/guidance'
import type { CompiledMethods } from '@latchkey/policy'
import type { SeenBrowser } from './funnel-store.ts'
import type { LeftFacts } from './why-left.ts'

/** What somebody is known to hold. */
export interface SeenDevice {
  /** As guidance tells devices apart. */
  readonly device: string
  readonly verdict: LeftFacts['device']
}

/** Nothing is known. */
export const noDevice: SeenDevice = { device: 'unknown', verdict: 'none' }

/**
 * Say of each person what they hold: what they came to a step with last; else the browser that they signed in with last.
 * It is too old only if everything that they were seen with is.
 *
 * @param seen the latest first, of each person
 */
export function readDevices(
  stepped: readonly { readonly userId: string; readonly device: string }[],
  seen: readonly SeenBrowser[],
  minimumVersions: CompiledMethods['passkey']['minimumVersions'],
): ReadonlyMap<string, SeenDevice> {
  const judge = remembered((userAgent: string): SeenDevice => {
    const visitor = readVisitor(userAgent)
    return { device: toDeviceClass(visitor), verdict: judgeDevice(visitor, minimumVersions).kind }
  })
  const devices = new Map<string, SeenDevice>()
  for (const { userId, userAgent } of seen) {
    const here = judge(userAgent)
    const before = devices.get(userId)
    if (before === undefined) devices.set(userId, here)
    else if (before.verdict === 'tooOld' && here.verdict !== 'tooOld') {
      devices.set(userId, { ...before, verdict: here.verdict })
    } else if (before.device === 'unknown') devices.set(userId, { ...before, device: here.device })
  }
  for (const { userId, device } of stepped) {
    devices.set(userId, { verdict: devices.get(userId)?.verdict ?? 'unknown', device })
  }
  return devices
}

/** Thousands of people have the same browser. */
function remembered<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key) ?? find(key)
    known.set(key, found)
    return found
  }
}
