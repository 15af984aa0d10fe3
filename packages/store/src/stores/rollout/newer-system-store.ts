import type { NewerSystem, NewerSystemStore } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import { fromInstant, toInstant } from '../../rows.ts'
import type { NewerSystemTable } from '../../schema.ts'
import { statement } from '../../statement.ts'

type Key = { tenantId: string; system: string; version: string }

const noteOne = statement((db, row: NewerSystemTable) =>
  db
    .insertInto('newer_system')
    .values(row)
    .onConflict((c) =>
      c.columns(['tenant_id', 'system', 'version']).doUpdateSet((e) => ({
        visits: e('newer_system.visits', '+', 1),
        last_seen_at: row.last_seen_at,
      })),
    ),
)
const open = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('newer_system')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('dismissed', '=', 0)
    .orderBy('last_seen_at', 'desc')
    .orderBy('system')
    .orderBy('version'),
)
const waveOff = statement((db, key: Key) =>
  db
    .updateTable('newer_system')
    .set({ dismissed: 1 })
    .where('tenant_id', '=', key.tenantId)
    .where('system', '=', key.system)
    .where('version', '=', key.version)
    .where('dismissed', '=', 0),
)

export function newerSystemStore(db: Database): NewerSystemStore {
  return {
    async note({ tenantId, system, version, at }) {
      const seen = toInstant(at)
      await db.run(noteOne, {
        tenant_id: tenantId,
        system,
        version,
        first_seen_at: seen,
        last_seen_at: seen,
        visits: 1,
        dismissed: 0,
      })
    },
    list: async (tenantId) => (await db.all(open, { tenantId })).map(toNewer),
    dismiss: async (tenantId, system, version) => (await db.run(waveOff, { tenantId, system, version })) > 0,
  }
}

const toNewer = (row: NewerSystemTable): NewerSystem => ({
  tenantId: row.tenant_id,
  system: row.system,
  version: row.version,
  firstSeenAt: fromInstant(row.first_seen_at),
  lastSeenAt: fromInstant(row.last_seen_at),
  visits: row.visits,
})
