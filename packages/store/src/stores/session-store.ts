import type { Session, SessionEnd, SessionStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromFlag, fromInstant, ifPresent, present, toFlag, toInstant, toOptionalInstant } from '../rows.ts'
import type { SessionAppTable, SessionTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inPieces, type Piece } from './in-pieces.ts'

type Key = { tenantId: string; sessionId: string }

const insertSession = statement((db, row: SessionTable) => db.insertInto('session').values(row))
const byToken = statement((db, key: { tenantId: string; tokenHash: Uint8Array }) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('token_hash', '=', key.tokenHash),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('session_id', '=', key.sessionId),
)
const aliveOfPerson = statement((db, key: { tenantId: string; userId: string; at: number }) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('ended_at', 'is', null)
    .where((e) =>
      e.or([
        e('expires_at', '>', key.at),
        e.exists(
          e
            .selectFrom('artefact')
            .select('artefact.model')
            .whereRef('artefact.tenant_id', '=', 'session.tenant_id')
            .whereRef('artefact.session_id', '=', 'session.session_id')
            .where('artefact.model', '=', 'RefreshToken')
            .where('artefact.consumed_at', 'is', null)
            .where('artefact.expires_at', '>', key.at),
        ),
      ]),
    )
    .orderBy('created_at', 'desc')
    .orderBy('session_id', 'desc'),
)
const notEndedOfPass = statement((db, key: { tenantId: string; passId: string }) =>
  db
    .selectFrom('session')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('pass_id', '=', key.passId)
    .where('ended_at', 'is', null)
    .orderBy('session_id'),
)
type Rotation = Pick<
  SessionTable,
  'tenant_id' | 'session_id' | 'proofs' | 'expires_at' | 'security_stamp' | 'last_seen_at'
> & { from: Uint8Array; to: Uint8Array }
const rotateSession = statement((db, { tenant_id, session_id, from, to, ...changed }: Rotation) =>
  db
    .updateTable('session')
    .set({ ...changed, token_hash: to })
    .where('tenant_id', '=', tenant_id)
    .where('session_id', '=', session_id)
    .where('token_hash', '=', from)
    .where('ended_at', 'is', null),
)
const staySignedIn = statement((db, change: Key & { expiresAt: number }) =>
  db
    .updateTable('session')
    .set({ stays_signed_in: 1, expires_at: change.expiresAt })
    .where('tenant_id', '=', change.tenantId)
    .where('session_id', '=', change.sessionId)
    .where('ended_at', 'is', null),
)
const lastSeen = statement((db, change: Key & { at: number }) =>
  db
    .updateTable('session')
    .set({ last_seen_at: change.at })
    .where('tenant_id', '=', change.tenantId)
    .where('session_id', '=', change.sessionId)
    .where('last_seen_at', '<', change.at),
)
const takeAlive = statement((db, change: Key & { at: number; because: SessionEnd }) =>
  db
    .updateTable('session')
    .set({ ended_at: change.at, ended_because: change.because })
    .where('tenant_id', '=', change.tenantId)
    .where('session_id', '=', change.sessionId)
    .where('ended_at', 'is', null)
    .returningAll(),
)
const insertApp = statement((db, row: SessionAppTable) =>
  db
    .insertInto('session_app')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const apps = statement((db, key: Key) =>
  db
    .selectFrom('session_app')
    .select('client_id')
    .where('tenant_id', '=', key.tenantId)
    .where('session_id', '=', key.sessionId)
    .orderBy('client_id'),
)
const removeSome = (column: 'expires_at' | 'ended_at') =>
  statement((db, { before, limit }: Piece) =>
    db
      .deleteFrom('session')
      .where((e) =>
        e(
          e.refTuple('tenant_id', 'session_id'),
          'in',
          e
            .selectFrom('session')
            .select(['tenant_id', 'session_id'])
            .where(column, '<', before)
            .limit(limit)
            .$asTuple('tenant_id', 'session_id'),
        ),
      ),
  )
const removeExpired = removeSome('expires_at')
const removeEnded = removeSome('ended_at')

export function sessionStore(db: Database): SessionStore {
  return {
    async insert(session, tokenHash) {
      await db.run(insertSession, toRow(session, tokenHash))
    },
    async findByToken(tenantId, tokenHash) {
      const row = await db.first(byToken, { tenantId, tokenHash })
      return row && toSession(row)
    },
    async find(tenantId, sessionId) {
      const row = await db.first(byId, { tenantId, sessionId })
      return row && toSession(row)
    },
    async listOfPerson(tenantId, userId, at) {
      return (await db.all(aliveOfPerson, { tenantId, userId, at: toInstant(at) })).map(toSession)
    },
    async listOfPass(tenantId, passId) {
      return (await db.all(notEndedOfPass, { tenantId, passId })).map(toSession)
    },
    async rotate(session, from, to) {
      const rotated = await db.run(rotateSession, {
        tenant_id: session.tenantId,
        session_id: session.sessionId,
        proofs: writeProofs(session.proofs),
        expires_at: toInstant(session.expiresAt),
        security_stamp: session.securityStamp,
        last_seen_at: toInstant(session.lastSeenAt),
        from,
        to,
      })
      return rotated > 0
    },
    async putStaySignedIn(tenantId, sessionId, expiresAt) {
      await db.run(staySignedIn, { tenantId, sessionId, expiresAt: toInstant(expiresAt) })
    },
    async putLastSeen(tenantId, sessionId, at) {
      await db.run(lastSeen, { tenantId, sessionId, at: toInstant(at) })
    },
    async takeAlive(tenantId, sessionId, at, because) {
      const row = await db.first(takeAlive, { tenantId, sessionId, at: toInstant(at), because })
      return row && toSession(row)
    },
    async insertApp(tenantId, sessionId, clientId) {
      await db.run(insertApp, { tenant_id: tenantId, session_id: sessionId, client_id: clientId })
    },
    async listApps(tenantId, sessionId) {
      return (await db.all(apps, { tenantId, sessionId })).map((row) => row.client_id)
    },
    async removeDead(before) {
      const expired = await inPieces((limit) => db.run(removeExpired, { before: toInstant(before), limit }))
      return expired + (await inPieces((limit) => db.run(removeEnded, { before: toInstant(before), limit })))
    },
  }
}

const toRow = (session: Session, tokenHash: Uint8Array): SessionTable => ({
  tenant_id: session.tenantId,
  session_id: session.sessionId,
  token_hash: tokenHash,
  user_id: session.userId,
  proofs: writeProofs(session.proofs),
  origin: session.origin,
  security_stamp: session.securityStamp,
  pass_id: session.passId ?? null,
  stays_signed_in: toFlag(session.staysSignedIn),
  created_at: toInstant(session.createdAt),
  last_seen_at: toInstant(session.lastSeenAt),
  expires_at: toInstant(session.expiresAt),
  ip_address: session.ipAddress,
  user_agent: session.userAgent,
  ended_at: toOptionalInstant(session.endedAt),
  ended_because: session.endedBecause ?? null,
})

export const toSession = (row: SessionTable): Session => ({
  tenantId: row.tenant_id,
  sessionId: row.session_id,
  userId: row.user_id,
  proofs: readProofs(row.proofs),
  origin: row.origin,
  securityStamp: row.security_stamp,
  ...present({ passId: row.pass_id }),
  staysSignedIn: fromFlag(row.stays_signed_in),
  createdAt: fromInstant(row.created_at),
  lastSeenAt: fromInstant(row.last_seen_at),
  expiresAt: fromInstant(row.expires_at),
  ipAddress: row.ip_address,
  userAgent: row.user_agent,
  ...present({ endedAt: ifPresent(row.ended_at, fromInstant), endedBecause: row.ended_because }),
})

/** JSON has no dates: `at` is an instant, as in every column. */
const writeProofs = (proofs: Session['proofs']): string =>
  JSON.stringify(proofs.map((proof) => ({ ...proof, at: toInstant(proof.at) })))

function readProofs(json: string): Session['proofs'] {
  const proofs: (Omit<Session['proofs'][number], 'at'> & { at: number })[] = JSON.parse(json)
  return proofs.map((proof) => ({ ...proof, at: fromInstant(proof.at) }))
}
