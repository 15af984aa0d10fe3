import type { LockOutStore, PastQuery, ProvenThen, RecordedVerdict, SignInDecision } from '@latchkey/identity'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { fromInstant, present } from '../rows.ts'
import type { SignInTable } from '../schema.ts'
import { type Builder, statement } from '../statement.ts'
import { inChunks } from './in-chunks.ts'
import { listHeld } from './list-held.ts'

type InTenant = { tenantId: string }

/** Changes that are written down and give or take nobody anything to sign in with. What is not named here counts. */
const movesNobody = [
  'session_ended',
  'sessions_revoked',
  'consent_given',
  'consent_withdrawn',
  'default_method_chosen',
  'passkey_renamed',
  'passkey_refused',
]

const stamp = statement((db, ask: InTenant & { from: string }) =>
  db.selectNoFrom((e) => [
    e
      .selectFrom('audit')
      .select((a) => a.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', ask.tenantId)
      .where('audit_id', '>=', ask.from)
      .where('activity', 'not in', movesNobody)
      .as('changes'),
    e
      .selectFrom('temporary_access_pass')
      .select((p) => p.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', ask.tenantId)
      .where('used_at', 'is not', null)
      .as('used'),
  ]),
)
const breakGlass = statement((db, ask: InTenant) =>
  db
    .selectFrom('person')
    .select('user_id')
    .where('tenant_id', '=', ask.tenantId)
    // Written out: an index that holds these alone is used for nothing but its very condition.
    .where('break_glass', '=', sql.lit(1))
    .orderBy('user_id'),
)

export function lockOutStore(db: Database): LockOutStore {
  return {
    async listHeld(tenantId, userIds) {
      const held = await inChunks(userIds, (some) => listHeld(db, tenantId, some))
      return held.flat()
    },
    async listVisited(tenantId, from, userIds) {
      const visited = await inChunks(userIds, (some) => listVisited(db, { tenantId, from, some }))
      return visited.flat().map(({ user_id, client_id, ip_address, user_agent }) => ({
        // The query asks for nothing else.
        userId: user_id ?? '',
        ...present({ clientId: client_id }),
        ipAddress: ip_address,
        userAgent: user_agent,
      }))
    },
    async readStamp(tenantId, from) {
      const row = await db.first(stamp, { tenantId, from })
      return `${row?.changes ?? 0}.${row?.used ?? 0}`
    },
    async listProven(tenantId, query) {
      return (await pastOf(db, tenantId, query, 'proven')).map(toProven)
    },
    async listArrivals(tenantId, query) {
      return (await pastOf(db, tenantId, query, 'arrived')).map((row) => ({
        ...toPast(row),
        ...present({ sessionId: row.session_id, strength: row.strength }),
      }))
    },
    async countArrivals(tenantId, from) {
      const [row] = await db.query((builder) =>
        selectPast(builder, { tenantId, from }, 'arrived').select((e) => e.fn.countAll<number>().as('n')),
      )
      return Number(row?.n ?? 0)
    },
    async listVerdicts(tenantId, { policyId, from, before = afterAll, limit }) {
      const rows = await db.query((builder) =>
        builder
          .selectFrom('sign_in')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('sign_in_id', '>=', from)
          .where('sign_in_id', '<', before)
          .where('user_id', 'is not', null)
          // Ids are UUIDs: nothing in one is a wildcard.
          .where('decision', 'like', `%"policyId":"${policyId}"%`)
          .orderBy('sign_in_id', 'desc')
          .limit(limit),
      )
      return rows.map((row) => ({ ...toPast(row), verdict: verdictOf(row, policyId) }))
    },
    async listBreakGlass(tenantId) {
      return (await db.all(breakGlass, { tenantId })).map((row) => row.user_id)
    },
  }
}

/** Which of the log: what was proven, or who got to what they wanted. */
type Which = 'proven' | 'arrived'

const selectPast = (
  builder: Builder,
  { tenantId, from }: InTenant & { readonly from: string },
  which: Which,
) =>
  builder
    .selectFrom('sign_in')
    .where('tenant_id', '=', tenantId)
    .where('sign_in_id', '>=', from)
    .where('outcome', '=', 'success')
    .where('user_id', 'is not', null)
    .where((e) =>
      which === 'proven'
        ? e.and([e('method', 'is not', null), e('session_id', 'is not', null)])
        : // An app's sign-in is written when it gets its answer, and not counted again when something is proven for it.
          e.or([e('method', 'is', null), e('client_id', 'is', null)]),
    )

async function pastOf(
  db: Database,
  tenantId: string,
  { from, before = afterAll, limit }: PastQuery,
  which: Which,
): Promise<readonly SignInTable[]> {
  return await db.query((builder) =>
    selectPast(builder, { tenantId, from }, which)
      .selectAll()
      .where('sign_in_id', '<', before)
      .orderBy('sign_in_id', 'desc')
      .limit(limit),
  )
}

/** Greater than every id. */
const afterAll = 'g'

function toPast(row: SignInTable) {
  return {
    signInId: row.sign_in_id,
    at: fromInstant(row.at),
    // The query asks for nothing else.
    userId: row.user_id ?? '',
    ...present({ clientId: row.client_id }),
    ipAddress: row.ip_address,
    userAgent: row.user_agent,
  }
}

const methodNames = ['passkey', 'temporaryAccessPass', 'password', 'totp'] as const

function toProven(row: SignInTable): ProvenThen {
  const proven = { sessionId: row.session_id ?? '', at: fromInstant(row.at) }
  const method = methodNames.find((each) => each === row.method) ?? 'password'
  if (method !== 'passkey') return { ...proven, method }
  const passkey = {
    userVerified: row.user_verified === 1,
    attested: row.attested === 1,
    backupEligible: row.backup_eligible === 1,
    ...present({ aaguid: row.aaguid }),
  }
  return { ...proven, method, passkey }
}

function verdictOf({ decision }: SignInTable, policyId: string): RecordedVerdict {
  const kept: SignInDecision = decision === null ? {} : JSON.parse(decision)
  const found = kept.access?.policies.find((each) => each.policyId === policyId)
  return { result: found?.result ?? '', missing: found?.missing ?? [] }
}

async function listVisited(
  db: Database,
  ask: { readonly tenantId: string; readonly from: string; readonly some: readonly string[] | undefined },
) {
  const { tenantId, from, some } = ask
  return await db.query((builder) => {
    const query = builder
      .selectFrom('sign_in')
      .select(['user_id', 'client_id', 'ip_address', 'user_agent'])
      .distinct()
      .where('tenant_id', '=', tenantId)
      .where('sign_in_id', '>=', from)
      .where('outcome', '=', 'success')
      .where('user_id', 'is not', null)
    return some === undefined ? query : query.where('user_id', 'in', some)
  })
}
