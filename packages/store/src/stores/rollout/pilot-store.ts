import type { Pilot, PilotNote, PilotStore } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import { fromInstant, toInstant } from '../../rows.ts'
import type { PilotNoteTable, PilotTable } from '../../schema.ts'
import { statement } from '../../statement.ts'

const ofTenant = statement((db, key: { tenantId: string }) =>
  db.selectFrom('pilot').selectAll().where('tenant_id', '=', key.tenantId),
)
const putPilot = statement((db, { tenant_id, ...said }: PilotTable) =>
  db
    .insertInto('pilot')
    .values({ tenant_id, ...said })
    .onConflict((c) => c.column('tenant_id').doUpdateSet(said)),
)
const notesOf = statement((db, key: { tenantId: string }) =>
  db.selectFrom('pilot_note').selectAll().where('tenant_id', '=', key.tenantId).orderBy('user_id'),
)
const putOneNote = statement((db, { tenant_id, user_id, ...said }: PilotNoteTable) =>
  db
    .insertInto('pilot_note')
    .values({ tenant_id, user_id, ...said })
    .onConflict((c) => c.columns(['tenant_id', 'user_id']).doUpdateSet(said)),
)
const removeNote = statement((db, key: { tenantId: string; userId: string }) =>
  db.deleteFrom('pilot_note').where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)

export function pilotStore(db: Database): PilotStore {
  return {
    async find(tenantId) {
      const row = await db.first(ofTenant, { tenantId })
      return row && toPilot(row)
    },
    async put({ tenantId, groupId, devices, beganAt, beganBy }) {
      await db.run(putPilot, {
        tenant_id: tenantId,
        group_id: groupId,
        devices: JSON.stringify(devices),
        began_at: toInstant(beganAt),
        began_by: beganBy,
      })
    },
    listNotes: async (tenantId) => (await db.all(notesOf, { tenantId })).map(toNote),
    async putNote({ tenantId, userId, text, at, by }) {
      if (text === '') await db.run(removeNote, { tenantId, userId })
      else {
        await db.run(putOneNote, {
          tenant_id: tenantId,
          user_id: userId,
          text,
          noted_at: toInstant(at),
          noted_by: by,
        })
      }
    },
  }
}

const toPilot = (row: PilotTable): Pilot => ({
  tenantId: row.tenant_id,
  groupId: row.group_id,
  devices: JSON.parse(row.devices),
  beganAt: fromInstant(row.began_at),
  beganBy: row.began_by,
})

const toNote = (row: PilotNoteTable): PilotNote => ({
  tenantId: row.tenant_id,
  userId: row.user_id,
  text: row.text,
  at: fromInstant(row.noted_at),
  by: row.noted_by,
})
