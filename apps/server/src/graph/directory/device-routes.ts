import { type Device, type KnownDevice, stateOfDevice } from '@latchkey/identity'
import { addDevice, changeDevice, removeDevice } from '@latchkey/identity/administer'
import { z } from 'zod'
import { by } from '../attribution.ts'
import { created, entity, noContent } from '../graph-answer.ts'
import { pageOf } from '../graph-page.ts'
import type { GraphCall, GraphPermissions, GraphRoute } from '../graph-route.ts'
import { toGraphTime } from '../graph-time.ts'
import { ifGiven } from '../if-given.ts'
import { keyOf, resourceMissing } from '../key-of.ts'
import { listOptions } from '../odata-query.ts'
import { graphBoolean, readGraphBody } from '../read-graph-body.ts'
import type { GraphObject, ResourceShape } from '../resource-shape.ts'
import { toDirectoryUser, userShape } from './user.ts'

const text = z.string().max(1000)

const facts = {
  accountEnabled: graphBoolean.optional(),
  operatingSystem: text.optional(),
  operatingSystemVersion: text.optional(),
  isManaged: graphBoolean.nullable().optional(),
  isCompliant: graphBoolean.nullable().optional(),
}

const NewDevice = z.strictObject({
  ...facts,
  deviceId: text,
  displayName: text,
  /** What Graph wants of a device that is added by hand. It proves nothing here, and is not kept. */
  alternativeSecurityIds: z.array(z.unknown()).max(10).optional(),
})

const DeviceChange = z.strictObject({ ...facts, displayName: text.optional() })

const shape: ResourceShape = {
  name: 'device',
  properties: [
    'id',
    'deviceId',
    'displayName',
    'accountEnabled',
    'operatingSystem',
    'operatingSystemVersion',
    'isManaged',
    'isCompliant',
    'trustType',
    'profileType',
    'registrationDateTime',
    'approximateLastSignInDateTime',
    'createdDateTime',
    'latchkeyRegistration',
  ],
  filterable: [
    'id',
    'deviceId',
    'displayName',
    'accountEnabled',
    'operatingSystem',
    'isManaged',
    'isCompliant',
    'trustType',
  ],
  orderable: ['displayName', 'createdDateTime'],
}

const readers = ['Device.Read.All', 'Device.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All']
const writers = ['Device.ReadWrite.All', 'Directory.ReadWrite.All']
const read: GraphPermissions = { delegated: readers, application: readers }
const write: GraphPermissions = { delegated: writers, application: writers }

/** Devices, and what whoever manages them says of them. A device may be named by its own id: `devices(deviceId='…')`. */
export const deviceRoutes: readonly GraphRoute[] = [
  {
    method: 'GET',
    path: '/devices',
    permissions: read,
    act: 'read people',
    resource: shape,
    query: listOptions,
    async handle(call) {
      const { stores } = call.deps
      const { tenantId } = call.tenant
      const [devices, registered] = await Promise.all([
        stores.devices.list(tenantId),
        stores.registeredDevices.list(tenantId),
      ])
      const known = new Map(registered.map((each) => [each.objectId, each]))
      return await pageOf(
        call,
        'devices',
        devices.map((device) => toDevice(call, device, known.get(device.objectId))),
      )
    },
  },
  {
    method: 'POST',
    path: '/devices',
    permissions: write,
    act: 'change devices',
    resource: shape,
    async handle(call) {
      const {
        deviceId,
        displayName,
        alternativeSecurityIds: _,
        ...rest
      } = readGraphBody(NewDevice, call.body)
      const device = await addDevice(call.deps, { ...by(call), deviceId, displayName, ...toFacts(rest) })
      return created(call, 'devices/$entity', toDevice(call, device), `/devices/${device.objectId}`)
    },
  },
  ...['/devices/{device}', '/devices(deviceId={deviceId})'].flatMap((path): readonly GraphRoute[] => [
    {
      method: 'GET',
      path,
      permissions: read,
      act: 'read people',
      resource: shape,
      async handle(call) {
        const device = await getDevice(call)
        return entity(call, 'devices/$entity', toDevice(call, device, await findRegistered(call, device)))
      },
    },
    ...['registeredOwners', 'registeredUsers'].map(
      (relation): GraphRoute => ({
        method: 'GET',
        path: `${path}/${relation}`,
        permissions: read,
        act: 'read people',
        resource: { ...userShape, name: 'directoryObject' },
        query: listOptions,
        async handle(call) {
          const registered = await findRegistered(call, await getDevice(call))
          const { tenantId } = call.tenant
          const owner = registered && (await call.deps.stores.people.find(tenantId, registered.userId))
          return await pageOf(call, 'directoryObjects', owner ? [toDirectoryUser(owner)] : [])
        },
      }),
    ),
    {
      method: 'PATCH',
      path,
      permissions: write,
      act: 'change devices',
      async handle(call) {
        const { objectId } = await getDevice(call)
        const { displayName, ...rest } = readGraphBody(DeviceChange, call.body)
        const change = { ...ifGiven('displayName', displayName), ...toFacts(rest) }
        await changeDevice(call.deps, { ...by(call), objectId, ...change })
        return noContent
      },
    },
    {
      method: 'DELETE',
      path,
      permissions: write,
      act: 'change devices',
      async handle(call) {
        const { objectId } = await getDevice(call)
        await removeDevice(call.deps, { ...by(call), objectId })
        return noContent
      },
    },
  ]),
]

/** @throws GraphRefusal `Request_ResourceNotFound` */
async function getDevice(call: GraphCall): Promise<Device> {
  const { devices } = call.deps.stores
  const { tenantId } = call.tenant
  const key = call.keys['deviceId'] ?? keyOf(call, 'device')
  const device =
    call.keys['deviceId'] === undefined
      ? await devices.find(tenantId, key.toLowerCase())
      : await devices.findByDeviceId(tenantId, key)
  if (device === undefined) throw resourceMissing(key)
  return device
}

type Facts = z.infer<z.ZodObject<typeof facts>>

function toFacts({ accountEnabled, operatingSystem, operatingSystemVersion, isManaged, isCompliant }: Facts) {
  return {
    ...ifGiven('enabled', accountEnabled),
    ...ifGiven('operatingSystem', operatingSystem),
    ...ifGiven('operatingSystemVersion', operatingSystemVersion),
    ...(isManaged !== undefined && { isManaged }),
    ...(isCompliant !== undefined && { isCompliant }),
  }
}

/** What is known of a device beyond its entry, if somebody registered it. */
async function findRegistered(
  { deps, tenant }: GraphCall,
  { deviceId }: Device,
): Promise<KnownDevice | undefined> {
  return await deps.stores.registeredDevices.find(tenant.tenantId, deviceId)
}

function toDevice({ deps }: GraphCall, device: Device, registered?: KnownDevice): GraphObject {
  const { objectId, deviceId, displayName, enabled, operatingSystem, operatingSystemVersion } = device
  return {
    id: objectId,
    deviceId,
    displayName,
    accountEnabled: enabled,
    operatingSystem,
    operatingSystemVersion,
    isManaged: device.isManaged ?? null,
    isCompliant: device.isCompliant ?? null,
    trustType: registered === undefined ? null : 'Workplace',
    profileType: registered === undefined ? null : 'RegisteredDevice',
    registrationDateTime: registered === undefined ? null : toGraphTime(registered.registeredAt),
    approximateLastSignInDateTime: registered === undefined ? null : toGraphTime(registered.lastSeenAt),
    createdDateTime: toGraphTime(device.createdAt),
    latchkeyRegistration: registered === undefined ? null : toRegistration(deps.now(), registered),
  }
}

/** What Graph has no word for. */
function toRegistration(now: Date, device: KnownDevice): GraphObject {
  return {
    ownerId: device.userId,
    ownerUserPrincipalName: device.owner.userName,
    ownerDisplayName: device.owner.displayName,
    surface: device.surface,
    appVersion: device.appVersion,
    evidence: device.evidence,
    state: stateOfDevice(device, now),
    certificateExpirationDateTime: toGraphTime(device.expiresAt),
  }
}
