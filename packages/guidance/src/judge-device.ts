import { isVersionAtLeast, knownVersions, type MinimumVersions } from '@latchkey/policy'
import type { System } from './read-system.ts'
import type { Visitor } from './visitor.ts'

/** Whether a device can keep a passkey itself. */
export type DeviceVerdict =
  | { readonly kind: 'fine' }
  /** Nothing can be said: nobody is refused on a guess. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'tooOld'; readonly system: System; readonly version: string; readonly least: string }

/** What keeps passkeys on each system without anything being installed. */
const builtIn: Readonly<Record<System, readonly string[]>> = {
  iOS: ['icloudKeychain'],
  macOS: ['icloudKeychain'],
  android: ['googlePasswordManager', 'samsungPass'],
  windows: ['windowsHello'],
  linux: [],
}

/** Judge whether the device somebody sits at can keep a passkey, before they try. */
export function judgeDevice(visitor: Visitor, versions: MinimumVersions): DeviceVerdict {
  const { system } = visitor
  if (system === undefined) return { kind: 'unknown' }
  const wanted = builtIn[system].flatMap((provider) => versions[provider]?.[system] ?? [])
  const [least] = wanted.toSorted((a, b) => (isVersionAtLeast(a, b) ? 1 : -1))
  return judgeKeeper(visitor, { [system]: least })
}

/**
 * Judge whether a device is new enough for one of the things that keep passkeys.
 *
 * @param least from which version of each system it can be used
 */
export function judgeKeeper(
  { system, version }: Visitor,
  least: Readonly<Record<string, string | undefined>>,
): DeviceVerdict {
  const wanted = system && least[system]
  if (system === undefined || version === undefined || wanted === undefined) return { kind: 'unknown' }
  return isVersionAtLeast(version, wanted)
    ? { kind: 'fine' }
    : { kind: 'tooOld', system, version, least: wanted }
}

/** Whether anything says that this device cannot keep a passkey; what is not known speaks against nobody. */
export function canKeepPasskey({ capabilities }: Visitor): boolean {
  return capabilities?.platformAuthenticator !== false
}

/** What a phone needs that holds a passkey and answers another device. */
export interface PhoneNeeds {
  readonly iOS: string
  readonly android: string
}

/** Say what a phone needs, by what the organisation says of the app that keeps passkeys on it. */
export function phoneNeeds({ authenticator }: MinimumVersions): PhoneNeeds {
  const least = { ...knownVersions['authenticator'], ...authenticator }
  return { iOS: least['iOS'] ?? '', android: least['android'] ?? '' }
}
