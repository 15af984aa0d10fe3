import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAudit, aSignIn } from '../test/contract/world.ts'
import { type TemporaryStores, temporaryStores } from '../test/temporary-stores.ts'
import { databaseReady } from './database-ready.ts'
import { openLogs } from './open-logs.ts'

let temporary: TemporaryStores

beforeEach(async () => {
  temporary = await temporaryStores()
})
afterEach(() => temporary.remove())

test('logs can be read beside the process that writes them, as they are written', async () => {
  const logs = await openLogs({ database: temporary.path })
  await temporary.stores.signIns.append(aSignIn())
  await temporary.stores.audit.append(anAudit())

  expect(await logs.signIns.list('contoso', { limit: 9 })).toEqual([aSignIn()])
  expect(await logs.audit.list('contoso', { limit: 9 })).toEqual([anAudit()])
  await logs.close()
})

test('logs of a database that is not there are not made up', async () => {
  await expect(openLogs({ database: `${temporary.path}-else` })).rejects.toThrow('unable to open')
})

test('a database that answers is ready, one that is closed is not', async () => {
  expect(await databaseReady(temporary.stores)).toBe(true)

  await temporary.stores.close()

  expect(await databaseReady(temporary.stores)).toBe(false)
})
