import { addDevice, changeDevice, type Device, removeDevice } from '@latchkey/identity'
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
    'createdDateTime',
  ],
  filterable: [
    'id',
    'deviceId',
    'displayName',
    'accountEnabled',
    'operatingSystem',
    'isManaged',
    'isCompliant',
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
      const devices = await call.deps.stores.devices.list(call.tenant.tenantId)
      return await pageOf(call, 'devices', devices.map(toDevice))
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
      return created(call, 'devices/$entity', toDevice(device), `/devices/${device.objectId}`)
    },
  },
  ...['/devices/{device}', '/devices(deviceId={deviceId})'].flatMap((path): readonly GraphRoute[] => [
    {
      method: 'GET',
      path,
      permissions: read,
      act: 'read people',
      resource: shape,
      handle: async (call) => entity(call, 'devices/$entity', toDevice(await getDevice(call))),
    },
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

function toDevice(device: Device): GraphObject {
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
    createdDateTime: toGraphTime(device.createdAt),
  }
}
