import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import type { Schema } from './schema.ts'
import { statement } from './statement.ts'

const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

test('a statement is built once, and given its parameters each time, where they belong', () => {
  let built = 0
  const take = statement((db, { name, holder }: { name: string; holder: string | null }) => {
    built++
    return db
      .deleteFrom('lease')
      .where('held_until', '>', 7)
      .where((e) => e.or([e('name', '=', name), e('holder', '=', holder), e('name', '<', name)]))
  })

  const first = take.compile(builder, { name: 'a', holder: 'b' })
  const second = take.compile(builder, { holder: null, name: 'c' })

  expect(built).toBe(1)
  expect(second.sql).toBe(first.sql)
  expect(first.parameters).toEqual([7, 'a', 'b', 'a'])
  expect(second.parameters).toEqual([7, 'c', null, 'c'])
})
