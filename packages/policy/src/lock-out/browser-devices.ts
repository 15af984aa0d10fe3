import type { DeviceFacts } from '../conditional-access/device-facts.ts'
import type { PasskeyFacts } from '../methods/passkey-facts.ts'
import type { System } from './person-standing.ts'

/** The model of our authenticator in browsers: the one whose passkeys say on which device somebody is. */
export const browserModel = '888d21e1-4a6b-47f4-89e8-8a51368c47ab'

/** Whether a passkey says which device the browser is on: only one of ours that lives in it, and that was proven there. */
export function provesDevice({ aaguid, attested, backupEligible }: Omit<PasskeyFacts, 'evidence'>): boolean {
  return attested && !backupEligible && aaguid === browserModel
}

/** The passkey of a browser that was just registered. */
export const newBrowserPasskey: PasskeyFacts = {
  aaguid: browserModel,
  attested: true,
  evidence: 'software',
  backupEligible: false,
}

/** The systems whose browsers take extensions, and what a device there says that it runs. */
const browsersOn: Readonly<Partial<Record<System, string>>> = {
  windows: 'Windows',
  macOS: 'Mac',
  linux: 'Linux',
}

/** What rules would see of a browser that was just registered: nobody has said anything of it. */
export function newBrowserOn(system: System | undefined): DeviceFacts | undefined {
  const operatingSystem = system === undefined ? undefined : browsersOn[system]
  if (operatingSystem === undefined) return undefined
  return { operatingSystem, isCompliant: false, trustType: 'Workplace', profileType: 'RegisteredDevice' }
}

const systems: readonly (readonly [RegExp, System])[] = [
  [/^windows\b/i, 'windows'],
  [/^(mac|os x)/i, 'macOS'],
  [/^(linux|chrome ?os|ubuntu|debian|fedora)\b/i, 'linux'],
]

/** The system that a device says it runs. @returns `undefined` for one that is not known: it is nowhere then */
export function systemOf({ operatingSystem = '' }: DeviceFacts): System | undefined {
  return systems.find(([pattern]) => pattern.test(operatingSystem.trim()))?.[1]
}
