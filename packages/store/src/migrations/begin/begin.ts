import type { ColumnTypes } from '../../dialect/column-types.ts'
import { appTables } from './apps.ts'
import { credentialTables } from './credentials.ts'
import { keyTables } from './keys.ts'
import { logTables } from './logs.ts'
import { peopleTables } from './people.ts'
import { sessionTables } from './sessions.ts'
import { tenantTables } from './tenants.ts'

/** The tables of the first release, those that are referred to first. */
export const begin = (types: ColumnTypes): readonly string[] =>
  [tenantTables, peopleTables, credentialTables, sessionTables, appTables, keyTables, logTables].flatMap(
    (tables) => tables(types),
  )
