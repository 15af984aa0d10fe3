import type {
  PassRequest,
  PassRequestApproval,
  PassRequestCheck,
  PassRequestState,
  PassRequestStore,
} from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../rows.ts'
import type { PassRequestTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; requestId: string }
type Decision = Key & {
  by: string
  at: number
  checks: string
  note: string | null
  passId: string
  delivery: PassRequestTable['delivery']
  seenFirstBy: string
}

const insertRequest = statement((db, row: PassRequestTable) =>
  db
    .insertInto('pass_request')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const again = statement(
  (
    db,
    { tenantId, userId, at, contact }: { tenantId: string; userId: string; at: number; contact: string },
  ) =>
    db
      .updateTable('pass_request')
      .set({ asked_again_at: at, newest_contact: contact })
      .where('tenant_id', '=', tenantId)
      .where('user_id', '=', userId)
      .where('state', '=', 'open'),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('pass_request')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('request_id', '=', key.requestId),
)
const newest = statement((db, ask: { tenantId: string; before: string; limit: number }) =>
  db
    .selectFrom('pass_request')
    .selectAll()
    .where('tenant_id', '=', ask.tenantId)
    .where('request_id', '<', ask.before)
    .orderBy('request_id', 'desc')
    .limit(ask.limit),
)
const newestInState = statement(
  (db, ask: { tenantId: string; before: string; limit: number; state: PassRequestState }) =>
    db
      .selectFrom('pass_request')
      .selectAll()
      .where('tenant_id', '=', ask.tenantId)
      .where('state', '=', ask.state)
      .where('request_id', '<', ask.before)
      .orderBy('request_id', 'desc')
      .limit(ask.limit),
)
const ofPerson = statement((db, ask: { tenantId: string; userId: string; limit: number }) =>
  db
    .selectFrom('pass_request')
    .selectAll()
    .where('tenant_id', '=', ask.tenantId)
    .where('user_id', '=', ask.userId)
    .orderBy('request_id', 'desc')
    .limit(ask.limit),
)
const expire = statement((db, { tenantId, userId, at }: { tenantId: string; userId: string; at: number }) =>
  db
    .updateTable('pass_request')
    .set({ state: 'expired' })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('state', '=', 'open')
    .where('expires_at', '<=', at),
)
const takeFirst = statement(
  (db, { by, at, checks, ...key }: Key & { by: string; at: number; checks: string }) =>
    db
      .updateTable('pass_request')
      .set({ first_by: by, first_at: at, first_checks: checks })
      .where('tenant_id', '=', key.tenantId)
      .where('request_id', '=', key.requestId)
      .where('state', '=', 'open')
      .where('expires_at', '>', at)
      .where('first_by', 'is', null),
)
const takeApproval = statement((db, { by, at, checks, note, passId, delivery, ...key }: Decision) =>
  db
    .updateTable('pass_request')
    .set({
      state: 'approved',
      decided_by: by,
      decided_at: at,
      checks,
      note,
      pass_id: passId,
      delivery,
    })
    .where('tenant_id', '=', key.tenantId)
    .where('request_id', '=', key.requestId)
    .where('state', '=', 'open')
    .where('expires_at', '>', at)
    .where((e) => e(e.fn.coalesce('first_by', e.val('')), '=', key.seenFirstBy)),
)
const takeRefusal = statement(
  (db, { by, at, note, ...key }: Key & { by: string; at: number; note: string }) =>
    db
      .updateTable('pass_request')
      .set({ state: 'refused', decided_by: by, decided_at: at, note })
      .where('tenant_id', '=', key.tenantId)
      .where('request_id', '=', key.requestId)
      .where('state', '=', 'open'),
)
const takeStop = statement((db, { by, at, ...key }: Key & { by: string; at: number }) =>
  db
    .updateTable('pass_request')
    .set({ state: 'stopped', decided_by: by, decided_at: at })
    .where('tenant_id', '=', key.tenantId)
    .where('request_id', '=', key.requestId)
    .where('state', 'in', ['open', 'approved']),
)
const removeBefore = statement((db, { at }: { at: number }) =>
  db.deleteFrom('pass_request').where('asked_at', '<', at),
)

/** Greater than every id. */
const afterAll = 'g'

export function passRequestStore(db: Database): PassRequestStore {
  return {
    insert: async (request) => (await db.run(insertRequest, toRow(request))) > 0,
    async putAgain(tenantId, userId, { at, contact }) {
      await db.run(again, { tenantId, userId, at: toInstant(at), contact })
    },
    async find(tenantId, requestId) {
      const row = await db.first(byId, { tenantId, requestId })
      return row && toRequest(row)
    },
    async list(tenantId, { limit, before = afterAll, state }) {
      const page = { tenantId, before, limit }
      const rows =
        state === undefined ? await db.all(newest, page) : await db.all(newestInState, { ...page, state })
      return rows.map(toRequest)
    },
    listOfPerson: async (tenantId, userId, limit) =>
      (await db.all(ofPerson, { tenantId, userId, limit })).map(toRequest),
    async putExpired(tenantId, userId, at) {
      await db.run(expire, { tenantId, userId, at: toInstant(at) })
    },
    takeFirst: async (tenantId, requestId, { by, at, checks }) =>
      (await db.run(takeFirst, {
        tenantId,
        requestId,
        by,
        at: toInstant(at),
        checks: JSON.stringify(checks),
      })) > 0,
    takeApproval: async (tenantId, requestId, { by, at, checks, note, passId, delivery, seenFirstBy }) =>
      (await db.run(takeApproval, {
        tenantId,
        requestId,
        by,
        at: toInstant(at),
        checks: JSON.stringify(checks),
        note: note ?? null,
        passId,
        delivery,
        seenFirstBy: seenFirstBy ?? '',
      })) > 0,
    takeRefusal: async (tenantId, requestId, { by, at, note }) =>
      (await db.run(takeRefusal, { tenantId, requestId, by, at: toInstant(at), note })) > 0,
    takeStop: (tenantId, requestId, by, at) =>
      db.unit(async (tx) => {
        const before = await tx.first(byId, { tenantId, requestId })
        const stopped = await tx.run(takeStop, { tenantId, requestId, by, at: toInstant(at) })
        return stopped > 0 && before !== undefined ? toRequest(before) : undefined
      }),
    removeBefore: (at) => db.run(removeBefore, { at: toInstant(at) }),
  }
}

const toRow = (request: PassRequest): PassRequestTable => ({
  tenant_id: request.tenantId,
  request_id: request.requestId,
  user_id: request.userId,
  state: request.state,
  asked_at: toInstant(request.askedAt),
  expires_at: toInstant(request.expiresAt),
  starts_at: toOptionalInstant(request.startsAt),
  lifetime_minutes: request.lifetimeMinutes ?? null,
  reason: request.reason,
  contact: request.contact,
  asked_again_at: toOptionalInstant(request.again?.at),
  newest_contact: request.again?.contact ?? null,
  ip_address: request.ipAddress,
  user_agent: request.userAgent,
  correlation_id: request.correlationId,
  first_by: request.first?.by ?? null,
  first_at: toOptionalInstant(request.first?.at),
  first_checks: request.first === undefined ? null : JSON.stringify(request.first.checks),
  decided_by: request.decision?.by ?? null,
  decided_at: toOptionalInstant(request.decision?.at),
  checks: request.decision === undefined ? null : JSON.stringify(request.decision.checks),
  note: request.decision?.note ?? null,
  pass_id: request.passId ?? null,
  delivery: request.delivery ?? null,
})

const toRequest = (row: PassRequestTable): PassRequest => {
  const first = toApproval(row.first_by, row.first_at, row.first_checks)
  const decided = toApproval(row.decided_by, row.decided_at, row.checks)
  return {
    tenantId: row.tenant_id,
    requestId: row.request_id,
    userId: row.user_id,
    state: row.state,
    askedAt: fromInstant(row.asked_at),
    expiresAt: fromInstant(row.expires_at),
    ...present({ startsAt: ifPresent(row.starts_at, fromInstant), lifetimeMinutes: row.lifetime_minutes }),
    reason: row.reason,
    contact: row.contact,
    ...(row.asked_again_at !== null && {
      again: { at: fromInstant(row.asked_again_at), contact: row.newest_contact ?? row.contact },
    }),
    ipAddress: row.ip_address,
    userAgent: row.user_agent,
    correlationId: row.correlation_id,
    ...(first && { first }),
    ...(decided && { decision: { ...decided, ...present({ note: row.note }) } }),
    ...present({ passId: row.pass_id, delivery: row.delivery }),
  }
}

function toApproval(
  by: string | null,
  at: number | null,
  checks: string | null,
): PassRequestApproval | undefined {
  if (by === null || at === null) return undefined
  const checked: readonly PassRequestCheck[] = checks === null ? [] : JSON.parse(checks)
  return { by, at: fromInstant(at), checks: checked }
}
