import type { InstanceStore } from '@latchkey/identity'
import type { Database } from '../database.ts'
import { statement } from '../statement.ts'

type Fact = { name: string; value: string }

const byName = statement((db, key: { name: string }) =>
  db.selectFrom('instance').select('value').where('name', '=', key.name),
)
/** Setting a value to itself keeps the first one, and makes the statement return it. */
const insertFirst = statement((db, fact: Fact) =>
  db
    .insertInto('instance')
    .values(fact)
    .onConflict((c) => c.column('name').doUpdateSet((e) => ({ value: e.ref('instance.value') })))
    .returning('value'),
)
const putFact = statement((db, fact: Fact) =>
  db
    .insertInto('instance')
    .values(fact)
    .onConflict((c) => c.column('name').doUpdateSet({ value: fact.value })),
)

export function instanceStore(db: Database): InstanceStore {
  return {
    async find(name) {
      return (await db.first(byName, { name }))?.value
    },
    async insertFirst(name, value) {
      const holds = await db.first(insertFirst, { name, value })
      if (holds === undefined) throw new Error(`The instance's ${name} could not be kept`)
      return holds.value
    },
    async put(name, value) {
      await db.run(putFact, { name, value })
    },
  }
}
