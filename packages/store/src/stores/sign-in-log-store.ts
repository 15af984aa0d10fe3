import type { SignInDecision, SignInLogStore, SignInQuery, SignInRecord } from '@latchkey/identity'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, ifPresent, present, toInstant, toOptionalFlag } from '../rows.ts'
import type { Schema, SignInTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inPieces, type Piece } from './in-pieces.ts'
import { wouldFail } from './would-fail.ts'

const appendSignIn = statement((db, row: SignInTable) => db.insertInto('sign_in').values(row))
const byId = statement((db, key: { tenantId: string; signInId: string }) =>
  db
    .selectFrom('sign_in')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('sign_in_id', '=', key.signInId),
)
const removeSome = statement((db, { before, limit }: Piece) =>
  db
    .deleteFrom('sign_in')
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'sign_in_id'),
        'in',
        e
          .selectFrom('sign_in')
          .select(['tenant_id', 'sign_in_id'])
          .where('at', '<', before)
          .orderBy('at')
          .limit(limit)
          .$asTuple('tenant_id', 'sign_in_id'),
      ),
    ),
)

const stretch = statement((db, ask: { tenantId: string; after: string; until: string; limit: number }) =>
  db
    .selectFrom('sign_in')
    .selectAll()
    .where('tenant_id', '=', ask.tenantId)
    .where('sign_in_id', '>', ask.after)
    .where('sign_in_id', '<', ask.until)
    .orderBy('sign_in_id')
    .limit(ask.limit),
)

export function signInLogStore(db: Database): SignInLogStore {
  return {
    async append(record) {
      await db.run(appendSignIn, toRow(record))
    },
    async find(tenantId, signInId) {
      const row = await db.first(byId, { tenantId, signInId })
      return row && toRecord(row)
    },
    async list(tenantId, query) {
      const rows = await db.query((builder) =>
        narrow(builder.selectFrom('sign_in').selectAll().where('tenant_id', '=', tenantId), query)
          .orderBy('sign_in_id', 'desc')
          .limit(query.limit),
      )
      return rows.map(toRecord)
    },
    async listAfter(tenantId, { limit, after, until }) {
      return (await db.all(stretch, { tenantId, after, until, limit })).map(toRecord)
    },
    removeBefore: (at) => inPieces((limit) => db.run(removeSome, { before: toInstant(at), limit })),
  }
}

type SignIns = SelectQueryBuilder<Schema, 'sign_in', SignInTable>

function narrow(all: SignIns, query: SignInQuery): SignIns {
  let some = all
  for (const [column, value] of equalities(query)) {
    if (value !== undefined) some = some.where(column, '=', value)
  }
  const { before, since, outcome, code, from, until, policyId, reportOnly } = query
  if (before !== undefined) some = some.where('sign_in_id', '<', before)
  if (since !== undefined) some = some.where('sign_in_id', '>=', since)
  // Written out: an index with a condition is used for nothing but its very condition.
  if (outcome === 'failure') some = some.where('outcome', '=', sql.lit('failure'))
  else if (outcome !== undefined) some = some.where('outcome', '=', outcome)
  if (code !== undefined) some = some.where('code', '=', code).where('code', '<>', sql.lit(''))
  if (from !== undefined) some = some.where('at', '>=', toInstant(from))
  if (until !== undefined) some = some.where('at', '<', toInstant(until))
  // Ids and results are written by us: no other text of a decision can look like these.
  if (policyId !== undefined) some = some.where('decision', 'like', `%"policyId":"${unlike(policyId)}"%`)
  if (reportOnly === 'wouldFail') some = some.where(wouldFail)
  return some
}

const equalities = (query: SignInQuery) =>
  [
    ['user_id', query.userId],
    ['correlation_id', query.correlationId],
    ['user_name', query.userName],
    ['client_id', query.clientId],
    ['method', query.method],
    ['aaguid', query.aaguid],
    ['ip_address', query.ipAddress],
  ] as const

/** Nothing of a pattern. */
const unlike = (text: string): string => text.replaceAll(/[%_\\"]/g, '')

const fromJson = (json: string): SignInDecision => JSON.parse(json)

const toRow = (record: SignInRecord): SignInTable => ({
  tenant_id: record.tenantId,
  sign_in_id: record.signInId,
  at: toInstant(record.at),
  correlation_id: record.correlationId,
  outcome: record.outcome,
  code: record.code,
  detail: record.detail ?? null,
  method: record.method ?? null,
  user_id: record.userId ?? null,
  user_name: record.userName ?? null,
  client_id: record.clientId ?? null,
  session_id: record.sessionId ?? null,
  credential_id: record.credentialId ?? null,
  aaguid: record.aaguid ?? null,
  attested: toOptionalFlag(record.attested),
  user_verified: toOptionalFlag(record.userVerified),
  backup_eligible: toOptionalFlag(record.backupEligible),
  backup_state: toOptionalFlag(record.backupState),
  strength: record.strength ?? null,
  ip_address: record.ipAddress,
  user_agent: record.userAgent,
  decision: record.decision === undefined ? null : JSON.stringify(record.decision),
  elapsed: record.elapsedMilliseconds ?? null,
})

const toRecord = (row: SignInTable): SignInRecord => ({
  tenantId: row.tenant_id,
  signInId: row.sign_in_id,
  at: fromInstant(row.at),
  correlationId: row.correlation_id,
  outcome: row.outcome,
  code: row.code,
  ...present({
    detail: row.detail,
    method: row.method,
    userId: row.user_id,
    userName: row.user_name,
    clientId: row.client_id,
    sessionId: row.session_id,
    credentialId: row.credential_id,
    aaguid: row.aaguid,
    attested: ifPresent(row.attested, fromFlag),
    userVerified: ifPresent(row.user_verified, fromFlag),
    backupEligible: ifPresent(row.backup_eligible, fromFlag),
    backupState: ifPresent(row.backup_state, fromFlag),
    strength: row.strength,
    decision: ifPresent(row.decision, fromJson),
    elapsedMilliseconds: row.elapsed,
  }),
  ipAddress: row.ip_address,
  userAgent: row.user_agent,
})
