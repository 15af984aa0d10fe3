import type { DisownedStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { toInstant } from '../rows.ts'
import type { DisownedTable } from '../schema.ts'
import { statement } from '../statement.ts'

const insertDisowned = statement((db, row: DisownedTable) =>
  db
    .insertInto('disowned')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const ofPerson = statement((db, key: { tenantId: string; userId: string }) =>
  db
    .selectFrom('disowned')
    .select('record_id')
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId),
)

export function disownedStore(db: Database): DisownedStore {
  return {
    insert: async ({ tenantId, recordId, userId, at }) =>
      (await db.run(insertDisowned, {
        tenant_id: tenantId,
        record_id: recordId,
        user_id: userId,
        at: toInstant(at),
      })) > 0,
    listOfPerson: async (tenantId, userId) =>
      (await db.all(ofPerson, { tenantId, userId })).map(({ record_id }) => record_id),
  }
}
