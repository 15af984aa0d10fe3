import { builtInProviders, type System } from '@latchkey/guidance'
import type { PasskeyFacts } from '@latchkey/policy'

/** Where each built-in keeper answers without another device, in every browser of the system. */
const homes: Readonly<Record<keyof typeof builtInProviders, readonly System[]>> = {
  windowsHello: ['windows'],
  icloudKeychain: ['iOS', 'macOS'],
  googlePasswordManager: ['android'],
  samsungPass: ['android'],
}

const homesOf: ReadonlyMap<string, readonly System[]> = new Map(
  Object.entries(builtInProviders).flatMap(([name, { aaguids }]) =>
    aaguids.map((aaguid) => [aaguid, isKeeper(name) ? homes[name] : []] as const),
  ),
)

/**
 * Whether a passkey is known to work on a system. A key that proved to be hardware is carried along; of what nobody knows
 * only a sign-in from there says that it does.
 *
 * @param platform as rules call it; anything else is a system nobody knows
 */
export function worksOn(
  { aaguid, attested, evidence, backupEligible }: PasskeyFacts,
  platform: string,
): boolean {
  const home = homesOf.get(aaguid ?? '')
  if (home !== undefined) return home.some((system) => system === platform)
  return attested && evidence === 'hardware' && !backupEligible
}

function isKeeper(name: string): name is keyof typeof builtInProviders {
  return name in builtInProviders
}
