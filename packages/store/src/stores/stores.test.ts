import { describe } from 'vitest'
import { storesContract } from '../../test/contract/stores-contract.ts'
import { freshSqlite } from '../../test/databases.ts'

describe('on a SQLite file', () => {
  storesContract(freshSqlite())
})
