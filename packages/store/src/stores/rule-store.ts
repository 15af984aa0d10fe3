import type { RuleChangeRecord, RuleDocument, RuleStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, ifPresent, present, toInstant } from '../rows.ts'
import type { RuleChangeTable, RuleDocumentTable } from '../schema.ts'
import { statement } from '../statement.ts'

const ofTenant = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('rule_document')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .orderBy('kind')
    .orderBy('id'),
)
const putRule = statement((db, row: RuleDocumentTable) =>
  db
    .insertInto('rule_document')
    .values(row)
    .onConflict((c) => c.columns(['tenant_id', 'kind', 'id']).doUpdateSet({ document: row.document })),
)
const removeRule = statement((db, key: { tenantId: string; kind: RuleDocumentTable['kind']; id: string }) =>
  db
    .deleteFrom('rule_document')
    .where('tenant_id', '=', key.tenantId)
    .where('kind', '=', key.kind)
    .where('id', '=', key.id),
)
const raise = statement((db, { tenantId, from, to }: { tenantId: string; from: number; to: number }) =>
  db
    .updateTable('tenant')
    .set({ rules_version: to })
    .where('tenant_id', '=', tenantId)
    .where('rules_version', '=', from),
)
const appendChange = statement((db, row: RuleChangeTable) => db.insertInto('rule_change').values(row))

export function ruleStore(db: Database): RuleStore {
  return {
    async list(tenantId) {
      const rows = await db.all(ofTenant, { tenantId })
      return rows.map(({ kind, id, document }) => ({ kind, id, document: JSON.parse(document) }))
    },
    async put(tenantId, { kind, id, document }) {
      await db.run(putRule, { tenant_id: tenantId, kind, id, document: JSON.stringify(document) })
    },
    async remove(tenantId, kind, id) {
      await db.run(removeRule, { tenantId, kind, id })
    },
    async raiseVersion(tenantId, from) {
      return (await db.run(raise, { tenantId, from, to: from + 1 })) > 0
    },
    async appendChange(change) {
      await db.run(appendChange, toRow(change))
    },
    async listChanges(tenantId, { limit, before, after, kind, id }) {
      const rows = await db.query((builder) => {
        let query = builder.selectFrom('rule_change').selectAll().where('tenant_id', '=', tenantId)
        if (before !== undefined) query = query.where('version', '<', before)
        if (after !== undefined) query = query.where('version', '>', after)
        if (kind !== undefined) query = query.where('kind', '=', kind)
        if (id !== undefined) query = query.where('id', '=', id)
        return query.orderBy('version', 'desc').orderBy('kind').orderBy('id').limit(limit)
      })
      return rows.map(toRecord)
    },
    async listEnds(tenantId, { before, after, kind, id }) {
      const rows = await db.query((builder) => {
        let stretch = builder
          .selectFrom('rule_change')
          .select((e) => ['kind', 'id', e.fn.min('version').as('first'), e.fn.max('version').as('last')])
          .where('tenant_id', '=', tenantId)
        if (before !== undefined) stretch = stretch.where('version', '<', before)
        if (after !== undefined) stretch = stretch.where('version', '>', after)
        if (kind !== undefined) stretch = stretch.where('kind', '=', kind)
        if (id !== undefined) stretch = stretch.where('id', '=', id)
        return builder
          .selectFrom('rule_change as change')
          .innerJoin(stretch.groupBy(['kind', 'id']).as('ends'), (join) =>
            join.onRef('ends.kind', '=', 'change.kind').onRef('ends.id', '=', 'change.id'),
          )
          .selectAll('change')
          .where('change.tenant_id', '=', tenantId)
          .where((e) =>
            e.or([
              e('change.version', '=', e.ref('ends.first')),
              e('change.version', '=', e.ref('ends.last')),
            ]),
          )
          .orderBy('change.version', 'desc')
          .orderBy('change.kind')
          .orderBy('change.id')
      })
      return rows.map(toRecord)
    },
  }
}

const toJson = (document: RuleDocument | undefined): string | null =>
  document === undefined ? null : JSON.stringify(document)
const fromJson = (json: string): RuleDocument => JSON.parse(json)

const toRow = (change: RuleChangeRecord): RuleChangeTable => ({
  tenant_id: change.tenantId,
  version: change.version,
  kind: change.kind,
  id: change.id,
  at: toInstant(change.at),
  actor_kind: change.actor.kind,
  actor_user_id: change.actor.userId ?? null,
  actor_client_id: change.actor.clientId ?? null,
  correlation_id: change.correlationId,
  before: toJson(change.before),
  after: toJson(change.after),
})

const toRecord = (row: RuleChangeTable): RuleChangeRecord => ({
  tenantId: row.tenant_id,
  version: row.version,
  kind: row.kind,
  id: row.id,
  at: fromInstant(row.at),
  actor: {
    kind: row.actor_kind,
    ...present({ userId: row.actor_user_id, clientId: row.actor_client_id }),
  },
  correlationId: row.correlation_id,
  ...present({ before: ifPresent(row.before, fromJson), after: ifPresent(row.after, fromJson) }),
})
