import type { TotpRecord, TotpStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../rows.ts'
import type { TotpTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; totpId: string }

const insertTotp = statement((db, row: TotpTable) => db.insertInto('totp').values(row))
const ofPerson = statement((db, key: { tenantId: string; userId: string }) =>
  db
    .selectFrom('totp')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .orderBy('created_at')
    .orderBy('totp_id'),
)
const takeStep = statement((db, { tenantId, totpId, step, at }: Key & { step: number; at: number }) =>
  db
    .updateTable('totp')
    .set({ last_step: step, last_used_at: at })
    .where('tenant_id', '=', tenantId)
    .where('totp_id', '=', totpId)
    .where('last_step', '<', step),
)
const removeTotp = statement((db, key: Key & { userId: string }) =>
  db
    .deleteFrom('totp')
    .where('tenant_id', '=', key.tenantId)
    .where('totp_id', '=', key.totpId)
    .where('user_id', '=', key.userId),
)
const page = statement((db, asked: { after: string; limit: number }) =>
  db.selectFrom('totp').selectAll().where('totp_id', '>', asked.after).orderBy('totp_id').limit(asked.limit),
)
const sealAgain = statement((db, change: Key & { sealed: Uint8Array }) =>
  db
    .updateTable('totp')
    .set({ sealed_secret: change.sealed })
    .where('tenant_id', '=', change.tenantId)
    .where('totp_id', '=', change.totpId),
)

export function totpStore(db: Database): TotpStore {
  return {
    async insert(totp) {
      await db.run(insertTotp, toRow(totp))
    },
    async listOfPerson(tenantId, userId) {
      return (await db.all(ofPerson, { tenantId, userId })).map(toRecord)
    },
    async takeStep(tenantId, totpId, step, at) {
      return (await db.run(takeStep, { tenantId, totpId, step, at: toInstant(at) })) > 0
    },
    async remove(tenantId, userId, totpId) {
      return (await db.run(removeTotp, { tenantId, userId, totpId })) > 0
    },
    async listSealed({ limit, after = '' }) {
      return (await db.all(page, { after, limit })).map(toRecord)
    },
    async putSealedSecret(tenantId, totpId, sealed) {
      await db.run(sealAgain, { tenantId, totpId, sealed })
    },
  }
}

const toRow = (totp: TotpRecord): TotpTable => ({
  tenant_id: totp.tenantId,
  totp_id: totp.totpId,
  user_id: totp.userId,
  name: totp.name,
  sealed_secret: totp.sealedSecret,
  last_step: totp.lastStep,
  created_at: toInstant(totp.createdAt),
  last_used_at: toOptionalInstant(totp.lastUsedAt),
})

const toRecord = (row: TotpTable): TotpRecord => ({
  tenantId: row.tenant_id,
  totpId: row.totp_id,
  userId: row.user_id,
  name: row.name,
  sealedSecret: row.sealed_secret,
  lastStep: row.last_step,
  createdAt: fromInstant(row.created_at),
  ...present({ lastUsedAt: ifPresent(row.last_used_at, fromInstant) }),
})
