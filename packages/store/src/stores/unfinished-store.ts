import type { PasskeyKind, UnfinishedRegistration, UnfinishedStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import type { UnfinishedRegistrationTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inPieces, type Piece } from './in-pieces.ts'

const ofPerson = statement((db, key: { tenantId: string; userId: string; now: number }) =>
  db
    .selectFrom('unfinished_registration')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('expires_at', '>', key.now),
)
const putOne = statement((db, row: UnfinishedRegistrationTable) =>
  db
    .insertInto('unfinished_registration')
    .values(row)
    .onConflict((c) =>
      c.columns(['tenant_id', 'user_id', 'kind']).doUpdateSet((e) => ({
        code: e.ref('excluded.code'),
        aaguid: e.ref('excluded.aaguid'),
        at: e.ref('excluded.at'),
        expires_at: e.ref('excluded.expires_at'),
      })),
    ),
)
const removeOne = statement((db, key: { tenantId: string; userId: string; kind: PasskeyKind }) =>
  db
    .deleteFrom('unfinished_registration')
    .where('tenant_id', '=', key.tenantId)
    .where('user_id', '=', key.userId)
    .where('kind', '=', key.kind),
)
const removeSome = statement((db, { before, limit }: Piece) =>
  db
    .deleteFrom('unfinished_registration')
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'user_id', 'kind'),
        'in',
        e
          .selectFrom('unfinished_registration')
          .select(['tenant_id', 'user_id', 'kind'])
          .where('expires_at', '<', before)
          .orderBy('expires_at')
          .limit(limit)
          .$asTuple('tenant_id', 'user_id', 'kind'),
      ),
    ),
)

export function unfinishedStore(db: Database): UnfinishedStore {
  return {
    put: async ({ tenantId, userId, kind, code, aaguid, at, expiresAt }) => {
      await db.run(putOne, {
        tenant_id: tenantId,
        user_id: userId,
        kind,
        code,
        aaguid: aaguid ?? null,
        at: toInstant(at),
        expires_at: toInstant(expiresAt),
      })
    },
    async listOfPerson(tenantId, userId, now) {
      const rows = await db.all(ofPerson, { tenantId, userId, now: toInstant(now) })
      return rows.map(toUnfinished).toSorted((a, b) => b.at.getTime() - a.at.getTime())
    },
    remove: async (tenantId, userId, kind) => (await db.run(removeOne, { tenantId, userId, kind })) > 0,
    removeExpired: (before) => inPieces((limit) => db.run(removeSome, { before: toInstant(before), limit })),
  }
}

function toUnfinished(row: UnfinishedRegistrationTable): UnfinishedRegistration {
  return {
    tenantId: row.tenant_id,
    userId: row.user_id,
    kind: row.kind,
    code: row.code,
    ...(row.aaguid !== null && { aaguid: row.aaguid }),
    at: fromInstant(row.at),
    expiresAt: fromInstant(row.expires_at),
  }
}
