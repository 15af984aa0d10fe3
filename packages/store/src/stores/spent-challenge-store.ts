import { IdentityRefusal, type SpentChallengeStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { toInstant } from '../rows.ts'
import type { SpentChallengeTable } from '../schema.ts'
import { statement } from '../statement.ts'
import { inPieces, type Piece } from './in-pieces.ts'

const insertSpent = statement((db, row: SpentChallengeTable) =>
  db
    .insertInto('spent_challenge')
    .values(row)
    .onConflict((c) => c.doNothing()),
)
const removeSome = statement((db, { before, limit }: Piece) =>
  db
    .deleteFrom('spent_challenge')
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'nonce'),
        'in',
        e
          .selectFrom('spent_challenge')
          .select(['tenant_id', 'nonce'])
          .where('expires_at', '<', before)
          .orderBy('expires_at')
          .limit(limit)
          .$asTuple('tenant_id', 'nonce'),
      ),
    ),
)

export function spentChallengeStore(db: Database): SpentChallengeStore {
  return {
    async insert({ tenantId, nonce, expiresAt }) {
      const row = { tenant_id: tenantId, nonce, expires_at: toInstant(expiresAt) }
      if ((await db.run(insertSpent, row)) === 0) throw new IdentityRefusal('challenge_spent')
    },
    removeExpired: (before) => inPieces((limit) => db.run(removeSome, { before: toInstant(before), limit })),
  }
}
