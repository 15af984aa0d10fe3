import type { LogStream, LogStreamState, LogStreamStore, RunningLogStream } from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, present, toFlag, toInstant, toOptionalInstant } from '../rows.ts'
import type { LogStreamTable } from '../schema.ts'
import { statement } from '../statement.ts'

type Key = { tenantId: string; streamId: string }

const insert = statement((db, row: LogStreamTable) => db.insertInto('log_stream').values(row))
const byId = statement((db, key: Key) =>
  db
    .selectFrom('log_stream')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('stream_id', '=', key.streamId),
)
const ofTenant = statement((db, key: { tenantId: string }) =>
  db.selectFrom('log_stream').selectAll().where('tenant_id', '=', key.tenantId).orderBy('stream_id'),
)
const due = statement((db, ask: { at: number }) =>
  db
    .selectFrom('log_stream')
    .selectAll()
    .where('enabled', '=', sql.lit(1))
    .where('not_before', '<=', ask.at)
    .orderBy('not_before'),
)
const put = statement((db, row: Decided) =>
  db
    .updateTable('log_stream')
    .set({
      display_name: row.display_name,
      address: row.address,
      logs: row.logs,
      enabled: row.enabled,
      sealed_secret: row.sealed_secret,
      former_sealed_secret: row.former_sealed_secret,
      former_until: row.former_until,
    })
    .where('tenant_id', '=', row.tenant_id)
    .where('stream_id', '=', row.stream_id),
)
const putDue = statement((db, { tenantId, streamId, at }: Key & { at: number }) =>
  db
    .updateTable('log_stream')
    .set({ attempts: 0, not_before: at, failed_at: null, failing_since: null, last_error: null })
    .where('tenant_id', '=', tenantId)
    .where('stream_id', '=', streamId),
)
type Delivery = Key & { signIns: string | null; audit: string | null; at: number }
const putDelivered = statement((db, { tenantId, streamId, signIns, audit, at }: Delivery) =>
  db
    .updateTable('log_stream')
    .set((e) => ({
      sign_ins_until: e.fn.coalesce(e.val(signIns), 'sign_ins_until'),
      audit_until: e.fn.coalesce(e.val(audit), 'audit_until'),
      delivered_at: at,
      attempts: 0,
      failed_at: null,
      failing_since: null,
      last_error: null,
    }))
    .where('tenant_id', '=', tenantId)
    .where('stream_id', '=', streamId),
)
type Failing = Key & { attempts: number; notBefore: number; at: number; error: string }
const putFailed = statement((db, { tenantId, streamId, attempts, notBefore, at, error }: Failing) =>
  db
    .updateTable('log_stream')
    .set((e) => ({
      attempts,
      not_before: notBefore,
      failed_at: at,
      failing_since: e.fn.coalesce('failing_since', e.val(at)),
      last_error: error,
    }))
    .where('tenant_id', '=', tenantId)
    .where('stream_id', '=', streamId),
)
const remove = statement((db, key: Key) =>
  db.deleteFrom('log_stream').where('tenant_id', '=', key.tenantId).where('stream_id', '=', key.streamId),
)
const sealed = statement((db) =>
  db.selectFrom('log_stream').selectAll().where('sealed_secret', 'is not', null).orderBy('stream_id'),
)

export function logStreamStore(db: Database): LogStreamStore {
  return {
    async insert(stream) {
      await db.run(insert, { ...toDecided(stream), ...toState(stream) })
    },
    async find(tenantId, streamId) {
      const row = await db.first(byId, { tenantId, streamId })
      return row && toStream(row)
    },
    async list(tenantId) {
      return (await db.all(ofTenant, { tenantId })).map(toStream)
    },
    async listDue(at) {
      return (await db.all(due, { at: toInstant(at) })).map(toStream)
    },
    async put(stream) {
      await db.run(put, toDecided(stream))
    },
    async putDue(tenantId, streamId, at) {
      await db.run(putDue, { tenantId, streamId, at: toInstant(at) })
    },
    async putDelivered(tenantId, streamId, { signInsUntil, auditUntil, at }) {
      await db.run(putDelivered, {
        tenantId,
        streamId,
        signIns: signInsUntil ?? null,
        audit: auditUntil ?? null,
        at: toInstant(at),
      })
    },
    async putFailed(tenantId, streamId, { attempts, notBefore, at, error }) {
      const times = { notBefore: toInstant(notBefore), at: toInstant(at) }
      await db.run(putFailed, { tenantId, streamId, attempts, error, ...times })
    },
    async remove(tenantId, streamId) {
      await db.run(remove, { tenantId, streamId })
    },
    async listSealed() {
      return (await db.all(sealed, {})).map(toStream)
    },
  }
}

type Decided = Omit<LogStreamTable, keyof StateRow>
type StateRow = ReturnType<typeof toState>

const toDecided = (stream: LogStream) => ({
  tenant_id: stream.tenantId,
  stream_id: stream.streamId,
  display_name: stream.displayName,
  address: stream.address,
  logs: JSON.stringify(stream.logs),
  enabled: toFlag(stream.enabled),
  created_at: toInstant(stream.createdAt),
  sealed_secret: stream.sealedSecret ?? null,
  former_sealed_secret: stream.former?.sealedSecret ?? null,
  former_until: toOptionalInstant(stream.former?.until),
})

const toState = ({ state }: RunningLogStream) => ({
  sign_ins_until: state.signInsUntil,
  audit_until: state.auditUntil,
  delivered_at: toOptionalInstant(state.deliveredAt),
  attempts: state.attempts,
  not_before: toInstant(state.notBefore),
  failed_at: toOptionalInstant(state.failure?.at),
  failing_since: toOptionalInstant(state.failure?.since),
  last_error: state.failure?.error ?? null,
})

function toStream(row: LogStreamTable): RunningLogStream {
  const { former_sealed_secret: former, former_until: until } = row
  return {
    tenantId: row.tenant_id,
    streamId: row.stream_id,
    displayName: row.display_name,
    address: row.address,
    logs: JSON.parse(row.logs),
    enabled: fromFlag(row.enabled),
    createdAt: fromInstant(row.created_at),
    ...present({ sealedSecret: row.sealed_secret }),
    ...(former !== null && until !== null && { former: { sealedSecret: former, until: fromInstant(until) } }),
    state: fromState(row),
  }
}

function fromState(row: LogStreamTable): LogStreamState {
  const { failed_at: at, failing_since: since, last_error: error } = row
  const failing = at !== null && since !== null && error !== null
  return {
    signInsUntil: row.sign_ins_until,
    auditUntil: row.audit_until,
    attempts: row.attempts,
    notBefore: fromInstant(row.not_before),
    ...(row.delivered_at !== null && { deliveredAt: fromInstant(row.delivered_at) }),
    ...(failing && { failure: { at: fromInstant(at), since: fromInstant(since), error } }),
  }
}
