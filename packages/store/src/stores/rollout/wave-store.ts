import type { Wave, WaveStore } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../../rows.ts'
import type { WaveTable } from '../../schema.ts'
import { statement } from '../../statement.ts'

type Key = { tenantId: string; waveId: string }

const insertWave = statement((db, row: WaveTable) => db.insertInto('wave').values(row))
const byId = statement((db, key: Key) =>
  db.selectFrom('wave').selectAll().where('tenant_id', '=', key.tenantId).where('wave_id', '=', key.waveId),
)
const ofTenant = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('wave')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('starts_at')
    .orderBy('wave_id'),
)
const due = statement((db, ask: { at: number }) =>
  db
    .selectFrom('wave')
    .selectAll()
    .where('state', 'in', ['planned', 'started'])
    .where('starts_at', '<=', ask.at)
    .orderBy('starts_at')
    .orderBy('wave_id'),
)
type Changed = Omit<WaveTable, 'kind' | 'created_at' | 'created_by' | 'checked_at'> & { seen: number }
const putWave = statement((db, { tenant_id, wave_id, seen, ...changed }: Changed) =>
  db
    .updateTable('wave')
    .set(changed)
    .where('tenant_id', '=', tenant_id)
    .where('wave_id', '=', wave_id)
    .where('version', '=', seen),
)
const putChecked = statement((db, { at, ...key }: Key & { at: number }) =>
  db
    .updateTable('wave')
    .set({ checked_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('wave_id', '=', key.waveId),
)
const removeWave = statement((db, key: Key & { version: number }) =>
  db
    .deleteFrom('wave')
    .where('tenant_id', '=', key.tenantId)
    .where('wave_id', '=', key.waveId)
    .where('version', '=', key.version),
)

export function waveStore(db: Database): WaveStore {
  return {
    async insert(wave) {
      await db.run(insertWave, toRow(wave))
    },
    async find(tenantId, waveId) {
      const row = await db.first(byId, { tenantId, waveId })
      return row && toWave(row)
    },
    list: async (tenantId) => (await db.all(ofTenant, { tenantId })).map(toWave),
    listDue: async (at) => (await db.all(due, { at: toInstant(at) })).map(toWave),
    async put(wave) {
      const { kind: _, created_at: _at, created_by: _by, checked_at: _checked, ...changed } = toRow(wave)
      return (await db.run(putWave, { ...changed, seen: wave.version - 1 })) > 0
    },
    async putChecked(tenantId, waveId, at) {
      await db.run(putChecked, { tenantId, waveId, at: toInstant(at) })
    },
    remove: async (tenantId, waveId, version) =>
      (await db.run(removeWave, { tenantId, waveId, version })) > 0,
  }
}

const toRow = (wave: Wave): WaveTable => ({
  tenant_id: wave.tenantId,
  wave_id: wave.waveId,
  kind: wave.kind,
  name: wave.name,
  group_ids: JSON.stringify(wave.groupIds),
  starts_at: toInstant(wave.startsAt),
  ends_at: toInstant(wave.endsAt),
  announced_at: toOptionalInstant(wave.announcedAt),
  state: wave.state,
  started_at: toOptionalInstant(wave.startedAt),
  held_because: wave.heldBecause ?? null,
  checked_at: toOptionalInstant(wave.checkedAt),
  target_policy_id: wave.target?.policyId ?? null,
  target_group_id: wave.target?.groupId ?? null,
  created_at: toInstant(wave.createdAt),
  created_by: wave.createdBy,
  version: wave.version,
})

const toWave = (row: WaveTable): Wave => ({
  tenantId: row.tenant_id,
  waveId: row.wave_id,
  kind: row.kind,
  name: row.name,
  groupIds: JSON.parse(row.group_ids),
  startsAt: fromInstant(row.starts_at),
  endsAt: fromInstant(row.ends_at),
  ...present({
    announcedAt: ifPresent(row.announced_at, fromInstant),
    startedAt: ifPresent(row.started_at, fromInstant),
    heldBecause: row.held_because,
    checkedAt: ifPresent(row.checked_at, fromInstant),
  }),
  state: row.state,
  ...(row.target_policy_id !== null &&
    row.target_group_id !== null && {
      target: { policyId: row.target_policy_id, groupId: row.target_group_id },
    }),
  createdAt: fromInstant(row.created_at),
  createdBy: row.created_by,
  version: row.version,
})
