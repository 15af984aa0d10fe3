import type { RecoveryContactStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { present } from '../rows.ts'
import type { RecoveryContactTable } from '../schema.ts'
import { statement } from '../statement.ts'

const byPerson = statement((db, key: { tenantId: string; userId: string }) =>
  db
    .selectFrom('recovery_contact')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId),
)
const putContact = statement((db, row: RecoveryContactTable) =>
  db
    .insertInto('recovery_contact')
    .values(row)
    .onConflict((c) =>
      c.columns(['tenant_id', 'user_id']).doUpdateSet((e) => ({
        manager_id: e.ref('excluded.manager_id'),
        other_mail: e.ref('excluded.other_mail'),
      })),
    ),
)

export function recoveryContactStore(db: Database): RecoveryContactStore {
  return {
    async find(tenantId, userId) {
      const row = await db.first(byPerson, { tenantId, userId })
      return row && { tenantId, userId, ...present({ managerId: row.manager_id, otherMail: row.other_mail }) }
    },
    async put({ tenantId, userId, managerId, otherMail }) {
      await db.run(putContact, {
        tenant_id: tenantId,
        user_id: userId,
        manager_id: managerId ?? null,
        other_mail: otherMail ?? null,
      })
    },
  }
}
