import type { DeviceOfPerson, LinkOfPerson } from '@latchkey/api'
import {
  findUsableMethods,
  IdentityRefusal,
  isOlder,
  keepReachable,
  listLinked,
  type Person,
  removeDeviceLink,
  removeOwnDevice,
  stateOfDevice,
  type Tenant,
} from '@latchkey/identity'
import { mayRemoveMethod } from '@latchkey/policy'
import { z } from 'zod'
import type { ServerDeps, ServerPlugin } from '../server-deps.ts'
import { getVisit } from './enter-portal.ts'
import { readMethods, type ShownPasskey } from './read-methods.ts'

/** The devices that somebody registered an authenticator of ours on. */
export const devicesApi: ServerPlugin = async (app, { deps }) => {
  app.get('/security-info/api/devices', async (request) => {
    const { person, tenant } = await getVisit(deps, request)
    return { value: await listDevices(deps, person, tenant) }
  })

  app.delete('/security-info/api/devices/:id', async (request) => {
    const { session } = await getVisit(deps, request)
    const read = z.object({ id: z.uuid() }).safeParse(request.params)
    if (!read.success) throw new IdentityRefusal('not_found', { detail: 'device' })
    await removeOwnDevice(deps, { session, deviceId: read.data.id, visitor: request.visitor })
    return {}
  })

  app.get('/security-info/api/device-links', async (request) => {
    const { person, tenant } = await getVisit(deps, request)
    return { value: await listLinks(deps, person, tenant) }
  })

  app.delete('/security-info/api/device-links/:id', async (request) => {
    const { session } = await getVisit(deps, request)
    const read = z.object({ id: z.uuid() }).safeParse(request.params)
    if (!read.success) throw new IdentityRefusal('not_found', { detail: 'link' })
    await removeDeviceLink(deps, { session, linkId: read.data.id, visitor: request.visitor })
    return {}
  })
}

/** What somebody signs in with, and what it hangs on. */
async function readHeld(deps: ServerDeps, person: Person, { settings }: Tenant) {
  const { tenantId, userId } = person
  const [devices, links, { passkeys }, usable] = await Promise.all([
    deps.stores.registeredDevices.listOfPerson(tenantId, userId),
    deps.stores.deviceLinks.listOfPerson(tenantId, userId),
    readMethods(deps, person),
    findUsableMethods(deps.stores, deps, person),
  ])
  const awake = passkeys.filter(({ dormantBecause }) => dormantBecause === undefined)
  return {
    devices,
    links,
    passkeys,
    awake,
    /** Whether somebody who could sign in could do so no more without these. */
    isLast(lost: number): boolean {
      const left = { ...usable, passkeys: usable.passkeys - lost }
      return lost > 0 && !mayRemoveMethod(usable, left, settings.leastStrength).allow
    },
  }
}

async function listLinks(deps: ServerDeps, person: Person, tenant: Tenant): Promise<readonly LinkOfPerson[]> {
  const { devices, links, awake, isLast } = await readHeld(deps, person, tenant)
  const nameOf = (id: string | undefined) =>
    devices.find(({ deviceId }) => deviceId === id)?.entry.displayName ?? ''
  return links.map((link) => {
    const others = links.filter(({ linkId }) => linkId !== link.linkId)
    const lost = awake.length - keepReachable(awake, listLinked(others, devices)).length
    return {
      id: link.linkId,
      client: nameOf(link.clientDeviceId),
      authenticator: nameOf(link.authenticatorDeviceId),
      linkedAt: (link.guardedAt ?? link.begunAt).toISOString(),
      ...(link.lastUsedAt && { lastUsedAt: link.lastUsedAt.toISOString() }),
      passkeys: lost,
      last: isLast(lost),
    }
  })
}

async function listDevices(
  deps: ServerDeps,
  person: Person,
  tenant: Tenant,
): Promise<readonly DeviceOfPerson[]> {
  const { devices, links, passkeys, awake, isLast } = await readHeld(deps, person, tenant)
  return devices.map((known) => {
    const isElsewhere = ({ device }: ShownPasskey) => device?.deviceId !== known.deviceId
    const others = devices.filter(({ deviceId }) => deviceId !== known.deviceId)
    const elsewhere = awake.filter(isElsewhere)
    const left = keepReachable(elsewhere, listLinked(links, others))
    return {
      id: known.deviceId,
      name: known.entry.displayName,
      surface: known.surface,
      operatingSystem: `${known.entry.operatingSystem} ${known.entry.operatingSystemVersion}`.trim(),
      state: stateOfDevice(known, deps.now()),
      tooOld: isOlder(known.appVersion, tenant.settings.authenticator.leastVersions[known.surface]),
      passkeys: passkeys.filter((each) => !isElsewhere(each)).length,
      registeredAt: known.registeredAt.toISOString(),
      lastSeenAt: known.lastSeenAt.toISOString(),
      unlinks: elsewhere.length - left.length,
      last: isLast(awake.length - left.length),
    }
  })
}
