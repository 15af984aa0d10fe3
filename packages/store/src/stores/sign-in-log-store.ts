import type { SignInDecision, SignInLogStore, SignInRecord } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, ifPresent, present, toInstant, toOptionalFlag } from '../rows.ts'
import type { SignInTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inPieces, type Piece } from './in-pieces.ts'

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

export function signInLogStore(db: Database): SignInLogStore {
  return {
    async append(record) {
      await db.run(appendSignIn, toRow(record))
    },
    async find(tenantId, signInId) {
      const row = await db.first(byId, { tenantId, signInId })
      return row && toRecord(row)
    },
    async list(tenantId, { limit, before, userId, correlationId, userName, clientId, outcome, from, until }) {
      const rows = await db.query((builder) => {
        let query = builder.selectFrom('sign_in').selectAll().where('tenant_id', '=', tenantId)
        if (before !== undefined) query = query.where('sign_in_id', '<', before)
        if (userId !== undefined) query = query.where('user_id', '=', userId)
        if (correlationId !== undefined) query = query.where('correlation_id', '=', correlationId)
        if (userName !== undefined) query = query.where('user_name', '=', userName)
        if (clientId !== undefined) query = query.where('client_id', '=', clientId)
        if (outcome !== undefined) query = query.where('outcome', '=', outcome)
        if (from !== undefined) query = query.where('at', '>=', toInstant(from))
        if (until !== undefined) query = query.where('at', '<', toInstant(until))
        return query.orderBy('sign_in_id', 'desc').limit(limit)
      })
      return rows.map(toRecord)
    },
    removeBefore: (at) => inPieces((limit) => db.run(removeSome, { before: toInstant(at), limit })),
  }
}

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
  }),
  ipAddress: row.ip_address,
  userAgent: row.user_agent,
})
