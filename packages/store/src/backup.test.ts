import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stores } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aTenant, later, now } from '../test/contract/world.ts'
import { backupDatabase, restoreDatabase } from './backup.ts'
import { openStores } from './open-stores.ts'

let folder: string
let database: string
let copy: string
let stores: Stores

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-backup-'))
  database = join(folder, 'latchkey.db')
  copy = join(folder, 'copies', 'copy.db')
  stores = await openStores({ database })
  await stores.tenants.insert(aTenant())
})
afterEach(async () => {
  await stores.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('backing up', () => {
  test('copies one moment while units of work go on', async () => {
    const units = Array.from({ length: 200 }, async (_, n) => {
      await stores.atomically(async (tx) => {
        await tx.throttle.take('contoso', `a${n}`, now, 60)
        await tx.throttle.take('contoso', `b${n}`, now, 60)
      })
    })

    const { bytes } = await backupDatabase(database, copy)
    await Promise.all(units)

    expect(bytes).toBe(statSync(copy).size)
    expect((statSync(copy).mode & 0o777).toString(8)).toBe('600')
    expect(readdirSync(join(folder, 'copies'))).toEqual(['copy.db'])
    const copied = await openStores({ database: copy })
    expect(await copied.tenants.find('contoso')).toEqual(aTenant())
    expect((await copied.throttle.removeExpired(later(61))) % 2).toBe(0)
    await copied.close()
  })

  test('takes what was committed a moment ago', async () => {
    await stores.instance.put('just', 'now')
    await backupDatabase(database, copy)

    const copied = await openStores({ database: copy })

    expect(await copied.instance.find('just')).toBe('now')
    await copied.close()
  })

  test('overwrites nothing', async () => {
    await backupDatabase(database, copy)

    await expect(backupDatabase(database, copy)).rejects.toThrow('not overwritten')
    await expect(backupDatabase(database, database)).rejects.toThrow('not overwritten')
  })

  test('needs a database that is there, in a file', async () => {
    await expect(backupDatabase(join(folder, 'none.db'), copy)).rejects.toThrow('There is no database')
    await expect(backupDatabase('postgres://localhost/x', copy)).rejects.toThrow('pg_dump')
    expect(existsSync(copy)).toBe(false)
  })
})

describe('restoring', () => {
  test('puts a backup where a database shall be', async () => {
    await backupDatabase(database, copy)
    const restored = join(folder, 'new', 'latchkey.db')
    await restoreDatabase(copy, restored)

    const opened = await openStores({ database: restored })

    expect(await opened.tenants.list()).toEqual([aTenant()])
    await opened.close()
  })

  test('refuses to replace a database', async () => {
    await backupDatabase(database, copy)

    await expect(restoreDatabase(copy, database)).rejects.toThrow('not overwritten')
  })

  test.each([
    ['text', 'this is not a database, however long it is made to look'.repeat(100)],
    ['nothing', ''],
  ])('refuses %s', async (_, content) => {
    const file = join(folder, 'file')
    writeFileSync(file, content)

    await expect(restoreDatabase(file, copy)).rejects.toThrow(/is not a/)
    expect(existsSync(copy)).toBe(false)
  })
})
