import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCredential, aPerson, aTenant, bytes, later, now } from '../../../test/contract/world.ts'
import { openStores } from '../../open-stores.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('passkeys that were there before their steps were written get them', async () => {
  const database = join(folder, 'latchkey.db')
  const before = await openStores({ database })
  await before.tenants.insert(aTenant())
  await before.people.insert(aPerson('ann'))
  await before.credentials.insert(aCredential({ id: bytes(32, 1), createdAt: now, lastUsedAt: later(60) }))
  await before.credentials.insert(aCredential({ id: bytes(32, 2), createdAt: later(5) }))
  await before.close()
  const file = new DatabaseSync(database)
  file.exec(
    "delete from kysely_migration where name >= '0026_elapsed'; alter table sign_in drop column elapsed",
  )
  file.close()

  const after = await openStores({ database })

  const query = { from: now, until: later(61), limit: 9 }
  const events = await after.stepEvents.list('contoso', query)
  await after.close()
  expect(events.map(({ step, at, userId, device }) => ({ step, at, userId, device }))).toEqual([
    { step: 'created', at: now, userId: 'id-of-ann', device: 'unknown' },
    { step: 'created', at: later(5), userId: 'id-of-ann', device: 'unknown' },
    { step: 'firstUsed', at: later(60), userId: 'id-of-ann', device: 'unknown' },
  ])
})
