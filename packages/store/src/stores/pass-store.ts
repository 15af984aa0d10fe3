import type { PassStore, TemporaryAccessPass } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, ifPresent, present, toFlag, toInstant, toOptionalInstant } from '../rows.ts'
import type { PassTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; userId: string }

const insertPass = statement((db, row: PassTable) => db.insertInto('temporary_access_pass').values(row))
const byPerson = statement((db, key: Key) =>
  db
    .selectFrom('temporary_access_pass')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId),
)
/** A pass for many uses keeps its first use; a one-time pass has only one. */
const takePass = statement((db, { tenantId, passId, at }: { tenantId: string; passId: string; at: number }) =>
  db
    .updateTable('temporary_access_pass')
    .set((e) => ({ used_at: e.fn.coalesce('used_at', e.cast<number>(e.val(at), 'bigint')) }))
    .where('tenant_id', '=', tenantId)
    .where('pass_id', '=', passId)
    .where('starts_at', '<=', at)
    .where('expires_at', '>', at)
    .where((e) => e.or([e('once', '=', 0), e('used_at', 'is', null)])),
)
const removePass = statement((db, key: Key) =>
  db
    .deleteFrom('temporary_access_pass')
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .returning('pass_id'),
)

export function passStore(db: Database): PassStore {
  return {
    put: (pass) =>
      db.unit(async (tx) => {
        const replaced = await tx.first(removePass, { tenantId: pass.tenantId, userId: pass.userId })
        await tx.run(insertPass, toRow(pass))
        return replaced?.pass_id
      }),
    async find(tenantId, userId) {
      const row = await db.first(byPerson, { tenantId, userId })
      return row && toPass(row)
    },
    async take(tenantId, passId, at) {
      return (await db.run(takePass, { tenantId, passId, at: toInstant(at) })) > 0
    },
    async remove(tenantId, userId) {
      return (await db.first(removePass, { tenantId, userId }))?.pass_id
    },
  }
}

const toRow = (pass: TemporaryAccessPass): PassTable => ({
  tenant_id: pass.tenantId,
  user_id: pass.userId,
  pass_id: pass.passId,
  hash: pass.hash,
  starts_at: toInstant(pass.startsAt),
  expires_at: toInstant(pass.expiresAt),
  once: toFlag(pass.once),
  used_at: toOptionalInstant(pass.usedAt),
  created_at: toInstant(pass.createdAt),
  created_by: pass.createdBy,
})

const toPass = (row: PassTable): TemporaryAccessPass => ({
  tenantId: row.tenant_id,
  userId: row.user_id,
  passId: row.pass_id,
  hash: row.hash,
  startsAt: fromInstant(row.starts_at),
  expiresAt: fromInstant(row.expires_at),
  once: fromFlag(row.once),
  ...present({ usedAt: ifPresent(row.used_at, fromInstant) }),
  createdAt: fromInstant(row.created_at),
  createdBy: row.created_by,
})
