import type { Approver, ApproverStore, NamedApprover } from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../rows.ts'
import type { ApproverTable, DeviceTable, RegisteredDeviceTable } from '../schema.ts'
import { type Builder, statement } from '../statement.ts'

type Key = { tenantId: string; deviceId: string }

const putApprover = statement((db, row: ApproverTable) => {
  const { tenant_id: _, device_id: __, created_at: ___, ...changed } = row
  return db
    .insertInto('approver')
    .values(row)
    .onConflict((c) => c.columns(['tenant_id', 'device_id']).doUpdateSet(changed))
})
/** Only those whose device is switched on in the directory. */
const named = (db: Builder) =>
  db
    .selectFrom('approver')
    .innerJoin('registered_device', (join) =>
      join
        .onRef('registered_device.tenant_id', '=', 'approver.tenant_id')
        .onRef('registered_device.device_id', '=', 'approver.device_id')
        .onRef('registered_device.user_id', '=', 'approver.user_id'),
    )
    .innerJoin('device', (join) =>
      join
        .onRef('device.tenant_id', '=', 'registered_device.tenant_id')
        .onRef('device.object_id', '=', 'registered_device.object_id'),
    )
    .where('device.enabled', '=', sql.lit(1))
    .selectAll('approver')
    .select(['device.display_name', 'registered_device.surface', 'registered_device.app_version'])
const byId = statement((db, key: Key) =>
  named(db).where('approver.tenant_id', '=', key.tenantId).where('approver.device_id', '=', key.deviceId),
)
const ofPerson = statement((db, key: { tenantId: string; userId: string }) =>
  named(db)
    .where('approver.tenant_id', '=', key.tenantId)
    .where('approver.user_id', '=', key.userId)
    .orderBy('device.display_name')
    .orderBy('approver.device_id'),
)
const putUsed = statement((db, { at, ...key }: Key & { at: number }) =>
  db
    .updateTable('approver')
    .set({ last_used_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('device_id', '=', key.deviceId),
)
const forget = statement((db, { endpoint, ...key }: Key & { endpoint: string }) =>
  db
    .updateTable('approver')
    .set({ push_endpoint: null, push_p256dh: null, push_auth: null })
    .where('tenant_id', '=', key.tenantId)
    .where('device_id', '=', key.deviceId)
    .where('push_endpoint', '=', endpoint),
)
const removeApprover = statement((db, { userId, ...key }: Key & { userId: string }) =>
  db
    .deleteFrom('approver')
    .where('tenant_id', '=', key.tenantId)
    .where('device_id', '=', key.deviceId)
    .where('user_id', '=', userId),
)

export function approverStore(db: Database): ApproverStore {
  return {
    async put(approver) {
      await db.run(putApprover, toRow(approver))
    },
    async find(tenantId, deviceId) {
      const row = await db.first(byId, { tenantId, deviceId })
      return row && toApprover(row)
    },
    async listOfPerson(tenantId, userId) {
      return (await db.all(ofPerson, { tenantId, userId })).map(toApprover)
    },
    async putUsed(tenantId, deviceId, at) {
      await db.run(putUsed, { tenantId, deviceId, at: toInstant(at) })
    },
    async forgetSubscription(tenantId, deviceId, endpoint) {
      await db.run(forget, { tenantId, deviceId, endpoint })
    },
    async remove(tenantId, userId, deviceId) {
      return (await db.run(removeApprover, { tenantId, userId, deviceId })) > 0
    },
  }
}

const toRow = (approver: Approver): ApproverTable => ({
  tenant_id: approver.tenantId,
  device_id: approver.deviceId,
  user_id: approver.userId,
  approval_key: approver.approvalKey,
  push_endpoint: approver.subscription?.endpoint ?? null,
  push_p256dh: approver.subscription?.p256dh ?? null,
  push_auth: approver.subscription?.auth ?? null,
  created_at: toInstant(approver.createdAt),
  last_used_at: toOptionalInstant(approver.lastUsedAt),
})

type Row = ApproverTable &
  Pick<DeviceTable, 'display_name'> &
  Pick<RegisteredDeviceTable, 'surface' | 'app_version'>

const toApprover = (row: Row): NamedApprover => ({
  tenantId: row.tenant_id,
  deviceId: row.device_id,
  userId: row.user_id,
  approvalKey: row.approval_key,
  ...present({ subscription: toSubscription(row) }),
  createdAt: fromInstant(row.created_at),
  ...present({ lastUsedAt: ifPresent(row.last_used_at, fromInstant) }),
  name: row.display_name,
  surface: row.surface,
  appVersion: row.app_version,
})

function toSubscription(row: ApproverTable) {
  const { push_endpoint: endpoint, push_p256dh: p256dh, push_auth: auth } = row
  return endpoint === null || p256dh === null || auth === null ? null : { endpoint, p256dh, auth }
}
