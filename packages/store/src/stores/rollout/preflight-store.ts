import type { PreflightStore } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import { fromInstant, toInstant } from '../../rows.ts'
import type { PreflightTable } from '../../schema.ts'
import { statement } from '../../statement.ts'

const ofTenant = statement((db, key: { tenantId: string }) =>
  db.selectFrom('preflight').selectAll().where('tenant_id', '=', key.tenantId),
)
const putOne = statement((db, { tenant_id, ...said }: PreflightTable) =>
  db
    .insertInto('preflight')
    .values({ tenant_id, ...said })
    .onConflict((c) => c.column('tenant_id').doUpdateSet(said)),
)

export function preflightStore(db: Database): PreflightStore {
  return {
    async find(tenantId) {
      const row = await db.first(ofTenant, { tenantId })
      return (
        row && {
          tenantId: row.tenant_id,
          userId: row.user_id,
          beganAt: fromInstant(row.began_at),
          beganBy: row.began_by,
        }
      )
    },
    async put({ tenantId, userId, beganAt, beganBy }) {
      await db.run(putOne, {
        tenant_id: tenantId,
        user_id: userId,
        began_at: toInstant(beganAt),
        began_by: beganBy,
      })
    },
  }
}
