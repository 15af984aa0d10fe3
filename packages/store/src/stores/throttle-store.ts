import type { ThrottleStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { fromInstant, toInstant } from '../rows.ts'
import { statement } from '../statement.ts'
import { inPieces, type Piece } from './in-pieces.ts'

type Key = { tenantId: string; counted: string }

/** Counts and tells in one statement: of many guesses at once each gets its own number. */
const countOne = statement((db, { tenantId, counted, at, endsAt }: Key & { at: number; endsAt: number }) =>
  db
    .insertInto('throttle')
    .values({ tenant_id: tenantId, counted, attempts: 1, window_ends_at: endsAt })
    .onConflict((c) =>
      c.columns(['tenant_id', 'counted']).doUpdateSet((e) => ({
        attempts: e
          .case()
          .when('throttle.window_ends_at', '<=', at)
          .then(e.lit(1))
          .else(e('throttle.attempts', '+', e.lit(1)))
          .end(),
        window_ends_at: e
          .case()
          .when('throttle.window_ends_at', '<=', at)
          .then(e.ref('excluded.window_ends_at'))
          .else(e.ref('throttle.window_ends_at'))
          .end(),
      })),
    )
    .returning(['attempts', 'window_ends_at']),
)
const giveBackOne = statement((db, key: Key) =>
  db
    .updateTable('throttle')
    .set((e) => ({ attempts: e('attempts', '-', 1) }))
    .where('tenant_id', '=', key.tenantId)
    .where('counted', '=', key.counted)
    .where('attempts', '>', 1),
)
const removeOne = statement((db, key: Key) =>
  db.deleteFrom('throttle').where('tenant_id', '=', key.tenantId).where('counted', '=', key.counted),
)
const removeSome = statement((db, { before, limit }: Piece) =>
  db
    .deleteFrom('throttle')
    .where((e) =>
      e(
        e.refTuple('tenant_id', 'counted'),
        'in',
        e
          .selectFrom('throttle')
          .select(['tenant_id', 'counted'])
          .where('window_ends_at', '<', before)
          .limit(limit)
          .$asTuple('tenant_id', 'counted'),
      ),
    ),
)

export function throttleStore(db: Database): ThrottleStore {
  return {
    async take(tenantId, counted, at, windowSeconds) {
      const now = toInstant(at)
      const endsAt = now + windowSeconds * 1000
      const row = await db.first(countOne, { tenantId, counted, at: now, endsAt })
      if (row === undefined) throw new Error('An attempt could not be counted')
      return { attempts: row.attempts, windowEndsAt: fromInstant(row.window_ends_at) }
    },
    async giveBack(tenantId, counted) {
      await db.run(giveBackOne, { tenantId, counted })
    },
    async remove(tenantId, counted) {
      await db.run(removeOne, { tenantId, counted })
    },
    removeExpired: (before) => inPieces((limit) => db.run(removeSome, { before: toInstant(before), limit })),
  }
}
