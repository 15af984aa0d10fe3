import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Shelves, Stores } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aPerson, aTenant, bytes, later, now } from '../../test/contract/world.ts'
import { type TemporaryStores, temporaryStores } from '../../test/temporary-stores.ts'

let temporary: TemporaryStores
let stores: Stores

beforeEach(async () => {
  temporary = await temporaryStores()
  stores = temporary.stores
  await stores.tenants.insert(aTenant())
  await stores.people.insert(aPerson('ann'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await temporary.remove()
})

const spend = (tx: Shelves, n: number) =>
  tx.spentChallenges.insert({ tenantId: 'contoso', nonce: bytes(8, n), expiresAt: later(60) })

/** Who was spent, according to the file. */
function spentInFile(): number {
  const file = new DatabaseSync(temporary.path, { readOnly: true })
  const row = file.prepare('select count(*) as n from spent_challenge').get()
  file.close()
  return Number(row?.['n'])
}

describe('sharing a commit', () => {
  test('commits once for those who come together', async () => {
    const exec = vi.spyOn(DatabaseSync.prototype, 'exec')

    await Promise.all(Array.from({ length: 40 }, (_, n) => stores.atomically((tx) => spend(tx, n))))

    expect(exec.mock.calls.filter(([sql]) => sql === 'commit')).toHaveLength(1)
    expect(spentInFile()).toBe(40)
  })

  test('commits a group that is full, and goes on with the rest', async () => {
    const exec = vi.spyOn(DatabaseSync.prototype, 'exec')

    await Promise.all(Array.from({ length: 200 }, (_, n) => spend(stores, n)))

    expect(exec.mock.calls.filter(([sql]) => sql === 'commit')).toHaveLength(2)
    expect(spentInFile()).toBe(200)
  })

  test('answers nobody before the commit', async () => {
    const order: string[] = []
    const { exec } = DatabaseSync.prototype
    vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
      order.push(sql)
      exec.call(this, sql)
    })

    await Promise.allSettled([
      spend(stores, 1).then(() => order.push('answered')),
      spend(stores, 1).catch(() => order.push('refused')),
    ])

    expect(order).toEqual(['begin immediate', 'commit', 'answered', 'refused'])
  })

  test('runs units strictly one after another', async () => {
    const steps: string[] = []
    const unit = (name: string) =>
      stores.atomically(async (tx) => {
        steps.push(`${name} begins`)
        await tx.throttle.take('contoso', name, now, 60)
        await tx.throttle.take('contoso', name, now, 60)
        steps.push(`${name} ends`)
      })

    await Promise.all([unit('a'), unit('b'), unit('c')])

    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })
})

describe('a commit that fails', () => {
  /** From now on a challenge of nines makes the commit fail, as only a commit can: a promise to the schema is broken. */
  function poison(): void {
    const file = new DatabaseSync(temporary.path)
    file.exec(`
      create table poison (parent integer references poison_parent (id) deferrable initially deferred) strict;
      create table poison_parent (id integer primary key) strict;
      create trigger poisoning after insert on spent_challenge when new.nonce = x'0909090909090909'
        begin insert into poison values (1); end`)
    file.close()
  }

  test('rejects all of its group and keeps nothing of it', async () => {
    poison()

    const all = await Promise.allSettled([1, 2, 9, 3].map((n) => stores.atomically((tx) => spend(tx, n))))

    expect(all.map((each) => each.status)).toEqual(Array(4).fill('rejected'))
    for (const each of all) {
      if (each.status === 'rejected') expect(String(each.reason)).toMatch(/FOREIGN KEY constraint failed/)
    }
    expect(spentInFile()).toBe(0)
  })

  test('gives no refusal that rests on what it did not keep', async () => {
    poison()

    const [, , repeated] = await Promise.allSettled([spend(stores, 1), spend(stores, 9), spend(stores, 1)])

    expect(repeated).toMatchObject({ status: 'rejected' })
    expect(repeated).not.toMatchObject({ reason: { code: 'challenge_spent' } })
  })

  test('does not disturb the next group', async () => {
    poison()
    await expect(spend(stores, 9)).rejects.toThrow()

    await Promise.all([spend(stores, 1), spend(stores, 2)])

    expect(spentInFile()).toBe(2)
  })

  test('that finds the disk full rejects, and the database goes on when there is room', async () => {
    const file = new DatabaseSync(temporary.path)
    const pages = Number(file.prepare('pragma page_count').get()?.['page_count'])
    file.close()
    const fill = (size: number) =>
      stores.atomically(async (tx) => {
        await spend(tx, 1)
        await tx.instance.put('big', 'x'.repeat(size))
      })
    await limitPages(pages + 4)

    const full = await Promise.allSettled([spend(stores, 5), fill(5_000_000)])

    expect(full[1]).toMatchObject({ status: 'rejected', reason: { message: 'database or disk is full' } })
    await limitPages(1_000_000)
    await fill(5_000_000)
    expect(await stores.instance.find('big')).toHaveLength(5_000_000)
  })

  /** The limit is the connection's own, so it is set where the writer begins. */
  async function limitPages(pages: number): Promise<void> {
    const { exec } = DatabaseSync.prototype
    const spy = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
      this: DatabaseSync,
      sql,
    ) {
      if (sql === 'begin immediate') exec.call(this, `pragma max_page_count = ${pages}`)
      exec.call(this, sql)
    })
    await stores.instance.put('limited', String(pages))
    spy.mockRestore()
  }
})

describe('a unit that awaits something else', () => {
  test.each([
    ['a timer', () => sleep(1)],
    ['the next turn', () => new Promise((resolve) => setImmediate(resolve))],
    ['a write outside itself', () => stores.throttle.take('contoso', 'outside', now, 60)],
    ['a unit of its own', () => stores.atomically((tx) => tx.throttle.take('contoso', 'nested', now, 60))],
    ['what never comes', () => new Promise(() => {})],
  ])('%s fails by name, alone, and keeps nothing', async (_, wait) => {
    const before = spend(stores, 1)
    const stalled = stores.atomically(async (tx) => {
      await spend(tx, 2)
      await wait()
      await spend(tx, 3)
    })
    const behind = stores.atomically((tx) => spend(tx, 4))

    await expect(stalled).rejects.toMatchObject({ name: 'UnitStalled' })
    await Promise.all([before, behind])
    await sleep(5)
    expect(spentInFile()).toBe(2)
  })

  test('cannot write through its tx when it wakes up', async () => {
    let woken: Promise<unknown> = Promise.resolve()
    const stalled = stores.atomically(async (tx) => {
      woken = sleep(1).then(() => spend(tx, 2))
      await woken
    })
    await expect(stalled).rejects.toMatchObject({ name: 'UnitStalled' })

    await expect(woken).rejects.toMatchObject({ name: 'UnitOver' })
    expect(spentInFile()).toBe(0)
  })

  test('may await what is there already', async () => {
    await stores.atomically(async (tx) => {
      await Promise.resolve()
      await Promise.all([spend(tx, 1), spend(tx, 2)])
      for await (const n of [3, 4]) await spend(tx, n)
    })

    expect(spentInFile()).toBe(4)
  })
})

describe('closing', () => {
  test('finishes what is queued, then refuses', async () => {
    const queued = Array.from({ length: 300 }, (_, n) => stores.throttle.take('contoso', `${n}`, now, 60))
    const closed = stores.close()

    expect((await Promise.allSettled(queued)).every((each) => each.status === 'fulfilled')).toBe(true)
    await closed
    await expect(spend(stores, 1)).rejects.toThrow('closed')
    await stores.close()
  })
})
