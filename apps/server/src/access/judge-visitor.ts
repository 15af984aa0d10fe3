import { type DeviceVerdict, judgeDevice, type PhoneNeeds, phoneNeeds, readVisitor } from '@latchkey/guidance'
import { rulesOf, type Tenant } from '@latchkey/identity'
import { knownVersions, type MinimumVersions } from '@latchkey/policy'
import type { Words } from '@latchkey/words'
import { type HtmlValue, html } from '../page/html.ts'
import { icons } from '../page/icons.ts'
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

/** Say that the device is too old, before anybody tries. */
export function tooOldBox({ common }: Words, verdict: DeviceVerdict): HtmlValue {
  if (verdict.kind !== 'tooOld') return undefined
  const { version, least } = verdict
  const system = verdict.system === 'android' ? 'Android' : verdict.system
  return html`<p class="advice">${icons.info}<span>${common.tooOld({ system, version, least })}</span></p>`
}

async function versionsOf(deps: ServerDeps, tenant: Tenant | undefined): Promise<MinimumVersions> {
  if (tenant === undefined) return knownVersions
  return (await rulesOf(deps.stores, deps, tenant)).methods.passkey.minimumVersions
}
