import { type Device, type DeviceStore, IdentityRefusal } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, present, toFlag, toInstant } from '../rows.ts'
import type { DeviceTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; objectId: string }

const insertDevice = statement((db, row: DeviceTable) =>
  db
    .insertInto('device')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const changeDevice = statement(
  (db, { tenant_id, object_id, device_id: _, created_at: __, ...changed }: DeviceTable) =>
    db
      .updateTable('device')
      .set(changed)
      .where('tenant_id', '=', tenant_id)
      .where('object_id', '=', object_id),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('device')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('object_id', '=', key.objectId),
)
const byDeviceId = statement((db, key: { tenantId: string; deviceId: string }) =>
  db
    .selectFrom('device')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('device_id', '=', key.deviceId),
)
const everyDevice = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('device')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('display_name')
    .orderBy('object_id'),
)
const removeDevice = statement((db, key: Key) =>
  db.deleteFrom('device').where('tenant_id', '=', key.tenantId).where('object_id', '=', key.objectId),
)

export function deviceStore(db: Database): DeviceStore {
  return {
    async insert(device) {
      if ((await db.run(insertDevice, toRow(device))) === 0) {
        throw new IdentityRefusal('already_exists', { detail: 'deviceId' })
      }
    },
    async put(device) {
      await db.run(changeDevice, toRow(device))
    },
    async find(tenantId, objectId) {
      const row = await db.first(byId, { tenantId, objectId })
      return row && toDevice(row)
    },
    async findByDeviceId(tenantId, deviceId) {
      const row = await db.first(byDeviceId, { tenantId, deviceId })
      return row && toDevice(row)
    },
    async list(tenantId) {
      return (await db.all(everyDevice, { tenantId })).map(toDevice)
    },
    async remove(tenantId, objectId) {
      await db.run(removeDevice, { tenantId, objectId })
    },
  }
}

const toRow = (device: Device): DeviceTable => ({
  tenant_id: device.tenantId,
  object_id: device.objectId,
  device_id: device.deviceId,
  display_name: device.displayName,
  enabled: toFlag(device.enabled),
  operating_system: device.operatingSystem,
  operating_system_version: device.operatingSystemVersion,
  is_managed: device.isManaged === undefined ? null : toFlag(device.isManaged),
  is_compliant: device.isCompliant === undefined ? null : toFlag(device.isCompliant),
  created_at: toInstant(device.createdAt),
})

const toDevice = (row: DeviceTable): Device => ({
  tenantId: row.tenant_id,
  objectId: row.object_id,
  deviceId: row.device_id,
  displayName: row.display_name,
  enabled: fromFlag(row.enabled),
  operatingSystem: row.operating_system,
  operatingSystemVersion: row.operating_system_version,
  ...present({
    isManaged: row.is_managed === null ? null : fromFlag(row.is_managed),
    isCompliant: row.is_compliant === null ? null : fromFlag(row.is_compliant),
  }),
  createdAt: fromInstant(row.created_at),
})
