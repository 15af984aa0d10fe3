import type { LeaseStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { toInstant } from '../rows.ts'
import { statement } from '../statement.ts'

type Taking = { name: string; holder: string; at: number; until: number }

const takeLease = statement((db, { name, holder, at, until }: Taking) =>
  db
    .insertInto('lease')
    .values({ name, holder, held_until: until })
    .onConflict((c) =>
      c
        .column('name')
        .doUpdateSet({ holder, held_until: until })
        .where((e) => e.or([e('lease.holder', '=', holder), e('lease.held_until', '<=', at)])),
    ),
)
const removeLease = statement((db, key: { name: string; holder: string }) =>
  db.deleteFrom('lease').where('name', '=', key.name).where('holder', '=', key.holder),
)

export function leaseStore(db: Database): LeaseStore {
  return {
    async take(name, holder, at, until) {
      const taking = { name, holder, at: toInstant(at), until: toInstant(until) }
      return (await db.run(takeLease, taking)) > 0
    },
    async remove(name, holder) {
      await db.run(removeLease, { name, holder })
    },
  }
}
