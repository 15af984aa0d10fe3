import { describe } from 'vitest'
import { storesContract } from '../../test/contract/stores-contract.ts'
import { freshPostgres } from '../../test/databases.ts'

describe('on PostgreSQL', () => {
  storesContract(freshPostgres())
})
