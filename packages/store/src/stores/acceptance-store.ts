import type { AcceptanceRecord, AcceptanceStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { TermsAcceptanceTable } from '../schema.ts'
import { statement } from '../statement.ts'

const append = statement((db, row: TermsAcceptanceTable) => db.insertInto('terms_acceptance').values(row))
const accepted = statement((db, key: { tenantId: string; userId: string }) =>
  db
    .selectFrom('terms_acceptance')
    .select((e) => ['terms_id', 'version', e.fn.max('at').as('at')])
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('state', '=', 'accepted')
    .groupBy(['terms_id', 'version'])
    .orderBy('terms_id')
    .orderBy('version'),
)
const everybodys = statement((db, key: { tenantId: string }) =>
  db
    .selectFrom('terms_acceptance')
    .select((e) => ['user_id', 'terms_id', 'version', e.fn.max('at').as('at')])
    .where('tenant_id', '=', key.tenantId)
    .where('state', '=', 'accepted')
    .groupBy(['user_id', 'terms_id', 'version'])
    .orderBy('user_id'),
)
const ofTerms = statement((db, ask: { tenantId: string; termsId: string; before: string; limit: number }) =>
  db
    .selectFrom('terms_acceptance')
    .selectAll()
    .where('tenant_id', '=', ask.tenantId)
    .where('terms_id', '=', ask.termsId)
    .where('acceptance_id', '<', ask.before)
    .orderBy('acceptance_id', 'desc')
    .limit(ask.limit),
)

/** Greater than every id. */
const afterAll = 'g'

export function acceptanceStore(db: Database): AcceptanceStore {
  return {
    async append(record) {
      await db.run(append, {
        tenant_id: record.tenantId,
        acceptance_id: record.acceptanceId,
        user_id: record.userId,
        terms_id: record.termsId,
        version: record.version,
        language: record.language,
        state: record.state,
        at: toInstant(record.at),
        ip_address: record.ipAddress,
        user_agent: record.userAgent,
      })
    },
    async listAccepted(tenantId, userId) {
      const rows = await db.all(accepted, { tenantId, userId })
      return rows.map((row) => ({
        termsId: row.terms_id,
        version: row.version,
        at: fromInstant(Number(row.at)),
      }))
    },
    async listEverybodys(tenantId) {
      const rows = await db.all(everybodys, { tenantId })
      return rows.map((row) => ({
        userId: row.user_id,
        termsId: row.terms_id,
        version: row.version,
        at: fromInstant(Number(row.at)),
      }))
    },
    async list(tenantId, { termsId, limit, before = afterAll }) {
      return (await db.all(ofTerms, { tenantId, termsId, before, limit })).map(toRecord)
    },
  }
}

const toRecord = (row: TermsAcceptanceTable): AcceptanceRecord => ({
  tenantId: row.tenant_id,
  acceptanceId: row.acceptance_id,
  userId: row.user_id,
  termsId: row.terms_id,
  version: row.version,
  language: row.language,
  state: row.state,
  at: fromInstant(row.at),
  ipAddress: row.ip_address,
  userAgent: row.user_agent,
})
