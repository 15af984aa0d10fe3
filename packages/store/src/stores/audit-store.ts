import type { AuditRecord, AuditStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, present, toInstant } from '../rows.ts'
import type { AuditTable } from '../schema.ts'
import { statement } from '../statement.ts'

const appendAudit = statement((db, row: AuditTable) => db.insertInto('audit').values(row))

const byId = statement((db, key: { tenantId: string; auditId: string }) =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('audit_id', '=', key.auditId),
)

const stretch = statement((db, ask: { tenantId: string; after: string; until: string; limit: number }) =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('tenant_id', '=', ask.tenantId)
    .where('audit_id', '>', ask.after)
    .where('audit_id', '<', ask.until)
    .orderBy('audit_id')
    .limit(ask.limit),
)

export function auditStore(db: Database): AuditStore {
  return {
    async append(record) {
      await db.run(appendAudit, toRow(record))
    },
    async find(tenantId, auditId) {
      const row = await db.first(byId, { tenantId, auditId })
      return row && toRecord(row)
    },
    async list(tenantId, { limit, before, targetId, actorId, activity, correlationId, since, from, until }) {
      const rows = await db.query((builder) => {
        let query = builder.selectFrom('audit').selectAll().where('tenant_id', '=', tenantId)
        if (before !== undefined) query = query.where('audit_id', '<', before)
        if (targetId !== undefined) query = query.where('target_id', '=', targetId)
        if (actorId !== undefined) query = query.where('actor_user_id', '=', actorId)
        if (activity !== undefined) query = query.where('activity', '=', activity)
        if (correlationId !== undefined) query = query.where('correlation_id', '=', correlationId)
        if (since !== undefined) query = query.where('audit_id', '>=', since)
        if (from !== undefined) query = query.where('at', '>=', toInstant(from))
        if (until !== undefined) query = query.where('at', '<', toInstant(until))
        return query.orderBy('audit_id', 'desc').limit(limit)
      })
      return rows.map(toRecord)
    },
    async listAfter(tenantId, { limit, after, until }) {
      return (await db.all(stretch, { tenantId, after, until, limit })).map(toRecord)
    },
  }
}

const toRow = (record: AuditRecord): AuditTable => ({
  tenant_id: record.tenantId,
  audit_id: record.auditId,
  at: toInstant(record.at),
  correlation_id: record.correlationId,
  actor_kind: record.actor.kind === 'app' ? 'system' : record.actor.kind,
  actor_user_id: record.actor.userId ?? null,
  actor_client_id: record.actor.clientId ?? null,
  activity: record.activity,
  target_kind: record.target.kind,
  target_id: record.target.id,
  target_name: record.target.name ?? null,
  detail: JSON.stringify(record.detail),
  ip_address: record.ipAddress ?? null,
})

const toRecord = (row: AuditTable): AuditRecord => ({
  tenantId: row.tenant_id,
  auditId: row.audit_id,
  at: fromInstant(row.at),
  correlationId: row.correlation_id,
  actor: {
    // The first release's check knows three kinds: an app is kept as the system that acts for it.
    kind: row.actor_kind === 'system' && row.actor_client_id !== null ? 'app' : row.actor_kind,
    ...present({ userId: row.actor_user_id, clientId: row.actor_client_id }),
  },
  activity: row.activity,
  target: { kind: row.target_kind, id: row.target_id, ...present({ name: row.target_name }) },
  detail: JSON.parse(row.detail),
  ...present({ ipAddress: row.ip_address }),
})
