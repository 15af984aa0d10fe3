import type { WavePerson, WavePersonStore } from '@latchkey/rollout'
import type { Database } from '../../database.ts'
import { fromInstant, ifPresent, present, toInstant, toOptionalInstant } from '../../rows.ts'
import type { WavePersonTable } from '../../schema.ts'
import { statement } from '../../statement.ts'

type WaveKey = { tenantId: string; waveId: string }
type Key = WaveKey & { userId: string }

const putPerson = statement((db, { tenant_id, wave_id, user_id, ...said }: WavePersonTable) =>
  db
    .insertInto('wave_person')
    .values({ tenant_id, wave_id, user_id, ...said })
    .onConflict((c) => c.columns(['tenant_id', 'wave_id', 'user_id']).doUpdateSet(said)),
)
const byId = statement((db, key: Key) =>
  db
    .selectFrom('wave_person')
    .selectAll()
    .where('tenant_id', '=', key.tenantId)
    .where('wave_id', '=', key.waveId)
    .where('user_id', '=', key.userId),
)
const counted = statement((db, key: WaveKey) =>
  db
    .selectFrom('wave_person')
    .select((e) => ['state', e.fn.countAll<number | string>().as('people')])
    .where('tenant_id', '=', key.tenantId)
    .where('wave_id', '=', key.waveId)
    .groupBy('state'),
)
const removePerson = statement((db, key: Key) =>
  db
    .deleteFrom('wave_person')
    .where('tenant_id', '=', key.tenantId)
    .where('wave_id', '=', key.waveId)
    .where('user_id', '=', key.userId),
)

export function wavePersonStore(db: Database): WavePersonStore {
  return {
    async put(person) {
      await db.run(putPerson, toRow(person))
    },
    async find(tenantId, waveId, userId) {
      const row = await db.first(byId, { tenantId, waveId, userId })
      return row && toPerson(row)
    },
    async list(tenantId, waveId, { state, limit, after = '' }) {
      const rows = await db.query((builder) => {
        const query = builder
          .selectFrom('wave_person')
          .selectAll()
          .where('tenant_id', '=', tenantId)
          .where('wave_id', '=', waveId)
          .where('user_id', '>', after)
          .orderBy('user_id')
          .limit(limit)
        return state === undefined ? query : query.where('state', '=', state)
      })
      return rows.map(toPerson)
    },
    async count(tenantId, waveId) {
      const counts = { moved: 0, waiting: 0, putBack: 0 }
      for (const { state, people } of await db.all(counted, { tenantId, waveId })) {
        counts[state] = Number(people)
      }
      return counts
    },
    async remove(tenantId, waveId, userId) {
      await db.run(removePerson, { tenantId, waveId, userId })
    },
  }
}

const toRow = (person: WavePerson): WavePersonTable => ({
  tenant_id: person.tenantId,
  wave_id: person.waveId,
  user_id: person.userId,
  state: person.state,
  because: JSON.stringify(person.because),
  checked_at: toInstant(person.checkedAt),
  moved_at: toOptionalInstant(person.movedAt),
  acted_by: person.by ?? null,
})

const toPerson = (row: WavePersonTable): WavePerson => ({
  tenantId: row.tenant_id,
  waveId: row.wave_id,
  userId: row.user_id,
  state: row.state,
  because: JSON.parse(row.because),
  checkedAt: fromInstant(row.checked_at),
  ...present({ movedAt: ifPresent(row.moved_at, fromInstant), by: row.acted_by }),
})
