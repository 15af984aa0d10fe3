import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anAudit, aPerson, aRuleChange, aSignIn, aTenant } from '../test/contract/world.ts'
import { migrations } from './migrations/migrate.ts'
import { openStores } from './open-stores.ts'

let folder: string
let database: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-open-'))
  database = join(folder, 'data', 'latchkey.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('opening a SQLite file', () => {
  test('makes it, its folder and its companions readable by nobody else', async () => {
    const stores = await openStores({ database })
    await stores.tenants.insert(aTenant())

    expect(modeOf(join(folder, 'data'))).toBe('700')
    for (const suffix of ['', '-wal', '-shm']) expect(modeOf(database + suffix), suffix).toBe('600')
    await stores.close()
  })

  test('is durable: WAL, synchronous FULL, foreign keys', async () => {
    const exec = vi.spyOn(DatabaseSync.prototype, 'exec')
    const stores = await openStores({ database })
    const scripts = exec.mock.calls.map(([sql]) => sql).join('\n')
    exec.mockRestore()
    expect(scripts).toContain('pragma synchronous = FULL')
    expect(scripts).not.toMatch(/synchronous = (OFF|NORMAL)/)
    const file = new DatabaseSync(database, { readOnly: true })
    expect(file.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
    file.close()

    await expect(stores.people.insert(aPerson('ann'))).rejects.toThrow('FOREIGN KEY')
    await stores.close()
  })

  test('keeps everything when it is closed and opened again', async () => {
    const first = await openStores({ database })
    await first.tenants.insert(aTenant())
    await first.people.insert(aPerson('ann'))
    await first.close()

    const second = await openStores({ database })

    expect(await second.people.find('contoso', 'id-of-ann')).toEqual(aPerson('ann'))
    await second.close()
  })

  test('migrates once, however often it is opened', async () => {
    for (let n = 0; n < 3; n++) await (await openStores({ database })).close()

    const file = new DatabaseSync(database)
    expect(file.prepare('select name from kysely_migration').all()).toHaveLength(
      Object.keys(migrations).length,
    )
    file.close()
  })

  test('refuses a database that a newer release has migrated', async () => {
    await (await openStores({ database })).close()
    const file = new DatabaseSync(database)
    file.exec(`insert into kysely_migration values ('9999_later', '2099-01-01T00:00:00.000Z')`)
    file.close()

    await expect(openStores({ database })).rejects.toThrow('could not be migrated')
  })

  test('refuses what is not a database', async () => {
    const stores = openStores({ database: join(import.meta.dirname, 'open-stores.ts') })

    await expect(stores).rejects.toThrow('not a database')
  })

  test('is ready for several processes that start at once', async () => {
    const starting = Array.from({ length: 3 }, () =>
      fork(join(import.meta.dirname, '../test/open-once.ts'), [database], { execArgv: [] }),
    )
    const codes = await Promise.all(starting.map(async (child) => (await once(child, 'exit'))[0]))

    expect(codes).toEqual([0, 0, 0])
    const stores = await openStores({ database })
    expect(await stores.instance.find('opened_by')).toBeDefined()
    await stores.close()
  }, 60_000)
})

describe('opening what is to be thrown away', () => {
  test('gives each opener a database of their own, and leaves nothing behind', async () => {
    const [one, other] = await Promise.all([
      openStores({ database: ':memory:' }),
      openStores({ database: ':memory:' }),
    ])
    await one.tenants.insert(aTenant())

    expect(await one.tenants.list()).toHaveLength(1)
    expect(await other.tenants.list()).toEqual([])
    await Promise.all([one.close(), other.close()])
    expect(existsSync(':memory:')).toBe(false)
  })
})

describe('keeping logs', () => {
  test('lets nobody change or remove what was logged', async () => {
    const stores = await openStores({ database })
    await stores.signIns.append(aSignIn())
    await stores.audit.append(anAudit())
    await stores.rules.appendChange(aRuleChange())
    await stores.close()
    const file = new DatabaseSync(database)

    expect(() => file.exec(`update sign_in set code = ''`)).toThrow('sign_in is append-only')
    expect(() => file.exec(`update audit set activity = ''`)).toThrow('audit is append-only')
    expect(() => file.exec(`delete from audit`)).toThrow('audit is append-only')
    expect(() => file.exec(`update rule_change set after = ''`)).toThrow('rule_change is append-only')
    expect(() => file.exec(`delete from rule_change`)).toThrow('rule_change is append-only')
    file.close()
  })
})
