import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { sqliteTypes } from '../../dialect/column-types.ts'
import { peopleTables } from '../begin/people.ts'
import { tenantTables } from '../begin/tenants.ts'
import { permissions } from './permissions.ts'

test('whoever could read everything still can, by the name that has now', () => {
  const file = new DatabaseSync(':memory:')
  for (const statement of [...tenantTables(sqliteTypes), ...peopleTables(sqliteTypes)]) file.exec(statement)
  file.exec('pragma foreign_keys = off')
  file.exec("insert into administrator_role values ('t', 'ann', 'reader'), ('t', 'ben', 'helpDesk')")

  for (const statement of permissions(sqliteTypes)) file.exec(statement)

  const held = file.prepare('select user_id, role from administrator_role order by user_id').all()
  expect(held.map((row) => ({ ...row }))).toEqual([
    { user_id: 'ann', role: 'globalReader' },
    { user_id: 'ben', role: 'helpDesk' },
  ])
})
