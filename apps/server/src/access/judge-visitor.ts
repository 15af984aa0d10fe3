import { type DeviceVerdict, judgeDevice, type PhoneNeeds, phoneNeeds, readVisitor } from '@latchkey/guidance'
import { rulesOf, type Tenant } from '@latchkey/identity'
import { knownVersions, type MinimumVersions } from '@latchkey/policy'
import type { ServerDeps } from '../server-deps.ts'

/** Judge whether the device somebody sits at can keep a passkey, by what their organisation says of systems. */
export async function judgeVisitor(
  deps: ServerDeps,
  tenant: Tenant | undefined,
  userAgent: string,
): Promise<DeviceVerdict> {
  return judgeDevice(readVisitor(userAgent), await versionsOf(deps, tenant))
}

/** What a phone needs that answers this device. */
export async function readPhoneNeeds(deps: ServerDeps, tenant: Tenant | undefined): Promise<PhoneNeeds> {
  return phoneNeeds(await versionsOf(deps, tenant))
}

async function versionsOf(deps: ServerDeps, tenant: Tenant | undefined): Promise<MinimumVersions> {
  if (tenant === undefined) return knownVersions
  return (await rulesOf(deps.stores, deps, tenant)).methods.passkey.minimumVersions
}
