import type { KnownDevice, RegisteredDevice, RegisteredDeviceStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, present, toInstant } from '../rows.ts'
import type { DeviceTable, RegisteredDeviceTable } from '../schema.ts'
import { type Builder, statement } from '../statement.ts'

type Key = { tenantId: string; deviceId: string }

const withEntry = (db: Builder) =>
  db
    .selectFrom('registered_device')
    .innerJoin('device', (join) =>
      join
        .onRef('device.tenant_id', '=', 'registered_device.tenant_id')
        .onRef('device.object_id', '=', 'registered_device.object_id'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.tenant_id', '=', 'registered_device.tenant_id')
        .onRef('person.user_id', '=', 'registered_device.user_id'),
    )
    .selectAll('registered_device')
    .select([
      'device.display_name',
      'device.enabled',
      'device.operating_system',
      'device.operating_system_version',
      'device.is_managed',
      'device.is_compliant',
      'device.created_at',
      'person.user_name',
      'person.display_name as owner_name',
    ])

const insertDevice = statement((db, row: RegisteredDeviceTable) =>
  db.insertInto('registered_device').values(row),
)
const byId = statement((db, key: Key) =>
  withEntry(db)
    .where('registered_device.tenant_id', '=', key.tenantId)
    .where('registered_device.device_id', '=', key.deviceId),
)
const ofPerson = statement((db, key: { tenantId: string; userId: string }) =>
  withEntry(db)
    .where('registered_device.tenant_id', '=', key.tenantId)
    .where('registered_device.user_id', '=', key.userId)
    .orderBy('device.display_name')
    .orderBy('registered_device.device_id'),
)
const everyDevice = statement((db, key: { tenantId: string }) =>
  withEntry(db)
    .where('registered_device.tenant_id', '=', key.tenantId)
    .orderBy('device.display_name')
    .orderBy('registered_device.device_id'),
)
type Renewal = Key & { former: string } & Pick<
    RegisteredDeviceTable,
    'public_key' | 'serial_number' | 'expires_at' | 'evidence' | 'registered_at'
  >
const renew = statement((db, { tenantId, deviceId, former, ...changed }: Renewal) =>
  db
    .updateTable('registered_device')
    .set(changed)
    .where('tenant_id', '=', tenantId)
    .where('device_id', '=', deviceId)
    .where('serial_number', '=', former),
)
const see = statement((db, change: Key & { at: number; appVersion: string }) =>
  db
    .updateTable('registered_device')
    .set({ last_seen_at: change.at, app_version: change.appVersion })
    .where('tenant_id', '=', change.tenantId)
    .where('device_id', '=', change.deviceId),
)

export function registeredDeviceStore(db: Database): RegisteredDeviceStore {
  return {
    async insert(device) {
      await db.run(insertDevice, toRow(device))
    },
    async find(tenantId, deviceId) {
      const row = await db.first(byId, { tenantId, deviceId })
      return row && toKnown(row)
    },
    async listOfPerson(tenantId, userId) {
      return (await db.all(ofPerson, { tenantId, userId })).map(toKnown)
    },
    async list(tenantId) {
      return (await db.all(everyDevice, { tenantId })).map(toKnown)
    },
    async putCertificate(tenantId, deviceId, former, certificate) {
      const { publicKey, serialNumber, expiresAt, evidence, registeredAt } = certificate
      const changed = await db.run(renew, {
        tenantId,
        deviceId,
        former,
        public_key: publicKey,
        serial_number: serialNumber,
        expires_at: toInstant(expiresAt),
        evidence,
        registered_at: toInstant(registeredAt),
      })
      return changed > 0
    },
    async putSeen(tenantId, deviceId, { at, appVersion }) {
      await db.run(see, { tenantId, deviceId, at: toInstant(at), appVersion })
    },
  }
}

const toRow = (device: RegisteredDevice): RegisteredDeviceTable => ({
  tenant_id: device.tenantId,
  device_id: device.deviceId,
  object_id: device.objectId,
  user_id: device.userId,
  surface: device.surface,
  aaguid: device.aaguid,
  app_version: device.appVersion,
  evidence: device.evidence,
  public_key: device.publicKey,
  serial_number: device.serialNumber,
  expires_at: toInstant(device.expiresAt),
  registered_at: toInstant(device.registeredAt),
  last_seen_at: toInstant(device.lastSeenAt),
})

const toKnown = (
  row: RegisteredDeviceTable &
    Omit<DeviceTable, 'tenant_id' | 'object_id' | 'device_id'> & {
      readonly user_name: string
      readonly owner_name: string
    },
): KnownDevice => ({
  tenantId: row.tenant_id,
  deviceId: row.device_id,
  objectId: row.object_id,
  userId: row.user_id,
  surface: row.surface,
  aaguid: row.aaguid,
  appVersion: row.app_version,
  evidence: row.evidence,
  publicKey: row.public_key,
  serialNumber: row.serial_number,
  expiresAt: fromInstant(row.expires_at),
  registeredAt: fromInstant(row.registered_at),
  lastSeenAt: fromInstant(row.last_seen_at),
  entry: {
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
  },
  owner: { userName: row.user_name, displayName: row.owner_name },
})
