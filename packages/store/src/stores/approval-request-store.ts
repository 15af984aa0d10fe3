import type { ApprovalRequest, ApprovalRequestStore } from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../rows.ts'
import type { ApprovalRequestTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Person = { tenantId: string; userId: string }
type Key = Person & { requestId: string }

/**
 * What waits, or was approved and not used yet, is not replaced: the one who asks second is told so. What would wait
 * longer than any request does was written by a clock that ran ahead.
 */
type NewRequest = ApprovalRequestTable & { at: number; horizon: number }
const insertRequest = statement((db, { at, horizon, ...row }: NewRequest) => {
  const { tenant_id: _, user_id: __, ...changed } = row
  return db
    .insertInto('approval_request')
    .values(row)
    .onConflict((c) =>
      c
        .columns(['tenant_id', 'user_id'])
        .doUpdateSet(changed)
        .where((e) =>
          e.or([
            sql<boolean>`approval_request.state not in ('waiting', 'approved')`,
            e('approval_request.expires_at', '<=', at),
            e('approval_request.expires_at', '>', horizon),
          ]),
        ),
    )
})
const ofPerson = statement((db, key: Person) =>
  db
    .selectFrom('approval_request')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId),
)
type Outcome = Key & { state: ApprovalRequest['state']; deviceId: string; at: number }
const answerRequest = statement((db, { state, deviceId, at, ...key }: Outcome) =>
  db
    .updateTable('approval_request')
    .set({ state, device_id: deviceId, answered_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('request_id', '=', key.requestId)
    .where('state', '=', 'waiting')
    .where('expires_at', '>', at),
)
const takeRequest = statement((db, { since, ...key }: Key & { since: number }) =>
  db
    .updateTable('approval_request')
    .set({ state: 'used' })
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('request_id', '=', key.requestId)
    .where('state', '=', 'approved')
    .where('answered_at', '>=', since)
    .returningAll(),
)
const withdrawRequest = statement((db, { at, ...key }: Key & { at: number }) =>
  db
    .updateTable('approval_request')
    .set({ expires_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('request_id', '=', key.requestId)
    .where('state', '=', 'waiting'),
)
const putPause = statement((db, { until, ...key }: Person & { until: number }) =>
  db
    .insertInto('approval_pause')
    .values({ tenant_id: key.tenantId, user_id: key.userId, paused_until: until })
    .onConflict((c) => c.columns(['tenant_id', 'user_id']).doUpdateSet({ paused_until: until })),
)
const findPause = statement((db, key: Person) =>
  db
    .selectFrom('approval_pause')
    .select('paused_until')
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId),
)
const removeRequests = statement((db, { before }: { before: number }) =>
  db.deleteFrom('approval_request').where('expires_at', '<', before),
)
const removePauses = statement((db, { before }: { before: number }) =>
  db.deleteFrom('approval_pause').where('paused_until', '<', before),
)

export function approvalRequestStore(db: Database): ApprovalRequestStore {
  return {
    async insertUnlessOneWaits(request) {
      const [at, end] = [toInstant(request.createdAt), toInstant(request.expiresAt)]
      return (await db.run(insertRequest, { ...toRow(request), at, horizon: at + 2 * (end - at) })) > 0
    },
    async find(tenantId, userId) {
      const row = await db.first(ofPerson, { tenantId, userId })
      return row && toRequest(row)
    },
    answer: async ({ tenantId, userId, requestId }, { state, deviceId, at }) =>
      (await db.run(answerRequest, {
        tenantId,
        userId,
        requestId,
        state,
        deviceId,
        at: toInstant(at),
      })) > 0,
    async takeApproved({ tenantId, userId, requestId }, since) {
      const row = await db.first(takeRequest, { tenantId, userId, requestId, since: toInstant(since) })
      return row && toRequest(row)
    },
    async withdraw({ tenantId, userId, requestId }, at) {
      await db.run(withdrawRequest, { tenantId, userId, requestId, at: toInstant(at) })
    },
    async putPause(tenantId, userId, until) {
      await db.run(putPause, { tenantId, userId, until: toInstant(until) })
    },
    async findPause(tenantId, userId) {
      const row = await db.first(findPause, { tenantId, userId })
      return row && fromInstant(row.paused_until)
    },
    async removeOver(before) {
      const over = { before: toInstant(before) }
      return (await db.run(removeRequests, over)) + (await db.run(removePauses, over))
    },
  }
}

const toRow = (request: ApprovalRequest): ApprovalRequestTable => ({
  tenant_id: request.tenantId,
  user_id: request.userId,
  request_id: request.requestId,
  method: request.method,
  flow_id: request.flowId,
  visit_hash: request.visitHash,
  asked_by: request.askedBy,
  number: request.number,
  context: request.context,
  state: request.state,
  created_at: toInstant(request.createdAt),
  expires_at: toInstant(request.expiresAt),
  device_id: request.deviceId ?? null,
  answered_at: toOptionalInstant(request.answeredAt),
})

const toRequest = (row: ApprovalRequestTable): ApprovalRequest => ({
  tenantId: row.tenant_id,
  userId: row.user_id,
  requestId: row.request_id,
  method: row.method,
  flowId: row.flow_id,
  visitHash: row.visit_hash,
  askedBy: row.asked_by,
  number: row.number,
  context: row.context,
  state: row.state,
  createdAt: fromInstant(row.created_at),
  expiresAt: fromInstant(row.expires_at),
  ...present({ deviceId: row.device_id, answeredAt: ifPresent(row.answered_at, fromInstant) }),
})
