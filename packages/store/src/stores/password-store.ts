import type { PasswordStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { PasswordTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; userId: string }

const putPassword = statement((db, row: PasswordTable) =>
  db
    .insertInto('password')
    .values(row)
    .onConflict((c) =>
      c.columns(['tenant_id', 'user_id']).doUpdateSet({ hash: row.hash, changed_at: row.changed_at }),
    ),
)
const byPerson = statement((db, key: Key) =>
  db
    .selectFrom('password')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId),
)
const removePassword = statement((db, key: Key) =>
  db.deleteFrom('password').where('tenant_id', '=', key.tenantId).where('user_id', '=', key.userId),
)

export function passwordStore(db: Database): PasswordStore {
  return {
    async put({ tenantId, userId, hash, changedAt }) {
      await db.run(putPassword, {
        tenant_id: tenantId,
        user_id: userId,
        hash,
        changed_at: toInstant(changedAt),
      })
    },
    async find(tenantId, userId) {
      const row = await db.first(byPerson, { tenantId, userId })
      return row && { tenantId, userId, hash: row.hash, changedAt: fromInstant(row.changed_at) }
    },
    async remove(tenantId, userId) {
      return (await db.run(removePassword, { tenantId, userId })) > 0
    },
  }
}
