import { makeClock } from '@latchkey/ctap/fixture'
import { toUtf8 } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { type Argon2id, type KeeperStore, memoryStore, newVault } from '../index.ts'

const pin = '482913'
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const prf = new Uint8Array(32).fill(7)
const passkey = { prf, credentialId: random(16), rpId: 'login.example.org', salt: random(32) }

/** In the place of argon2id, which browsers do not have: what it gives depends on all it is given. */
const standIn: Argon2id = {
  cost: { memory: 64, passes: 3, parallelism: 1 },
  async stretch(secret, salt, { memory, passes }) {
    const given = Uint8Array.from([...secret, ...salt, memory, passes])
    return new Uint8Array(await crypto.subtle.digest('SHA-256', given))
  },
}

function openWorld(store: KeeperStore = memoryStore()) {
  const clock = makeClock()
  const open = () =>
    newVault({ store, subtle: crypto.subtle, random, now: clock.now }, { pinIterations: 1000 })
  return { store, clock, open, vault: open() }
}

/** Give wrong PINs, each as soon as it may be given. */
async function failTimes({ vault, clock }: ReturnType<typeof openWorld>, times: number) {
  const codes: string[] = []
  for (let i = 0; i < times; i++) {
    const { retryAt } = await vault.state()
    if (retryAt) clock.pass((retryAt.getTime() - clock.now().getTime()) / 1000)
    codes.push(await vault.unlock({ pin: '000000' }).catch((refusal) => refusal.code))
  }
  return codes
}

describe('a vault', () => {
  test('opens with its PIN, also after the process has ended', async () => {
    const { vault, open } = openWorld()
    await vault.setLock({ pin })
    const sealed = await vault.seal(toUtf8('secret'), 'here')

    const later = open()
    expect(later.isOpen()).toBe(false)
    await expect(later.open(sealed, 'here')).rejects.toMatchObject({ code: 'locked' })
    await later.unlock({ pin })

    expect(await later.open(sealed, 'here')).toEqual(toUtf8('secret'))
    await expect(later.open(sealed, 'elsewhere')).rejects.toMatchObject({ code: 'seal_broken' })
  })

  test('gives a new PIN all its tries, whatever was guessed at the one before', async () => {
    const world = openWorld()
    const { vault, clock } = world
    await vault.setLock({ pin })
    await vault.setLock(passkey)
    await failTimes(world, 9)
    const { retryAt } = await vault.state()
    expect(retryAt).toBeDefined()
    await vault.unlock({ prf })

    await vault.setLock({ pin: '739105' })

    expect(await vault.state()).toMatchObject({ pinTriesLeft: 10 })
    vault.lock()
    await vault.unlock({ pin: '739105' })
    expect(vault.isOpen()).toBe(true)
    expect(clock.now().getTime()).toBeLessThan(retryAt?.getTime() ?? 0)
  })

  test('gives the PIN no tries back for another passkey', async () => {
    const world = openWorld()
    await world.vault.setLock({ pin })
    await world.vault.setLock(passkey)
    await failTimes(world, 3)
    await world.vault.unlock({ prf })

    await world.vault.setLock({ ...passkey, credentialId: random(16) })

    expect(await world.vault.state()).toMatchObject({ pinTriesLeft: 7 })
  })

  test('opens with a passkey, with either of two, and not with what is no more', async () => {
    const { vault, open } = openWorld()
    await vault.setLock({ pin })
    await vault.setLock(passkey)
    const sealed = await vault.seal(toUtf8('secret'), 'here')

    const later = open()
    await expect(later.unlock({ prf: new Uint8Array(32) })).rejects.toMatchObject({ code: 'unlock_wrong' })
    await later.unlock({ prf })
    expect(await later.open(sealed, 'here')).toEqual(toUtf8('secret'))
    await later.removeLock('pin')

    expect((await later.state()).unlocksWith).toEqual(['passkey'])
    await expect(later.unlock({ pin })).rejects.toMatchObject({ code: 'lock_not_set_up' })
    await expect(later.removeLock('passkey')).rejects.toMatchObject({ code: 'lock_not_set_up' })
  })

  test('takes another PIN while it is open, and only then', async () => {
    const { vault, open } = openWorld()
    await vault.setLock({ pin })

    await expect(open().setLock({ pin: '739105' })).rejects.toMatchObject({ code: 'locked' })
    await vault.setLock({ pin: '739105' })

    await expect(open().unlock({ pin })).rejects.toMatchObject({ code: 'unlock_wrong' })
    await open().unlock({ pin: '739105' })
  })

  test('that is locked while it takes another PIN loses nothing', async () => {
    const { store, clock } = openWorld()
    let duringTheNext = () => {}
    const vault = newVault(
      {
        store,
        subtle: crypto.subtle,
        now: clock.now,
        random: (length) => {
          duringTheNext()
          return random(length)
        },
      },
      { pinIterations: 1000 },
    )
    await vault.setLock({ pin })
    const sealed = await vault.seal(toUtf8('secret'), 'here')

    duringTheNext = vault.lock
    await vault.setLock({ pin: '739105' })
    vault.lock()
    await vault.unlock({ pin: '739105' })

    expect(await vault.open(sealed, 'here')).toEqual(toUtf8('secret'))
  })

  test.each(['12345', '111111', '123456', '987654', '121212', '123123', '1'.repeat(65)])(
    'does not take the PIN %s',
    async (weak) => {
      const { vault } = openWorld()

      await expect(vault.setLock({ pin: weak })).rejects.toMatchObject({
        code: expect.stringMatching(/^pin_too_/),
      })
      expect((await vault.state()).unlocksWith).toEqual([])
    },
  )

  test('locks itself when it was not used for a while, or the clock was set back', async () => {
    const { vault, clock } = openWorld()
    await vault.setLock({ pin })

    clock.pass(299)
    await vault.seal(toUtf8('use'), 'here')
    clock.pass(299)
    expect(vault.isOpen()).toBe(true)
    clock.pass(2)
    expect(vault.isOpen()).toBe(false)
    await vault.unlock({ pin })
    clock.pass(-60)

    expect(vault.isOpen()).toBe(false)
  })

  test('opens with a PIN however its letters are spelt', async () => {
    const { vault } = openWorld()
    await vault.setLock({ pin: 'caf\u00e9 49' })

    await vault.unlock({ pin: 'cafe\u0301 49' })
  })
})

describe('a PIN that was stretched by PBKDF2, where there is argon2id now', () => {
  /** What an older version left: a PIN, and something sealed. */
  async function findOld() {
    const world = openWorld()
    await world.vault.setLock({ pin })
    const sealed = await world.vault.seal(toUtf8('secret'), 'here')
    const open = (store: KeeperStore = world.store) =>
      newVault({ store, subtle: crypto.subtle, random, now: world.clock.now, argon2id: standIn })
    const lock = async () => (await world.store.read()).lock
    return { ...world, sealed, open, lock }
  }

  /** The store of a process that ends before, or after, its so manieth change. */
  function dyingAt(store: KeeperStore, which: number, when: 'before' | 'after'): KeeperStore {
    let changes = 0
    return {
      ...store,
      change: async (change) => {
        changes += 1
        if (changes < which) return await store.change(change)
        if (changes === which && when === 'after') await store.change(change)
        return await new Promise(() => {})
      },
    }
  }

  test('opens, and is stretched by that from then on', async () => {
    const { open, lock, sealed } = await findOld()
    expect((await lock())?.pin).toMatchObject({ iterations: 1000 })

    await open().unlock({ pin })

    const after = (await lock())?.pin
    expect(after).toMatchObject({ argon2id: standIn.cost })
    expect(after).not.toHaveProperty('iterations')
    const later = open()
    await expect(later.unlock({ pin: '000000' })).rejects.toMatchObject({ code: 'unlock_wrong' })
    await later.unlock({ pin })
    expect(await later.open(sealed, 'here')).toEqual(toUtf8('secret'))
    expect((await lock())?.pin).toEqual(after)
  })

  test('is left as it is by a wrong one', async () => {
    const { open, lock } = await findOld()
    const before = (await lock())?.pin

    await expect(open().unlock({ pin: '000000' })).rejects.toMatchObject({ code: 'unlock_wrong' })

    expect((await lock())?.pin).toEqual(before)
  })

  test('is lost by no end of the process on the way', async () => {
    // The try is counted, the count goes back to none, the new wrapping is put in the place of the old.
    for (const which of [1, 2, 3]) {
      for (const when of ['before', 'after'] as const) {
        const { open, store, sealed, lock } = await findOld()
        void open(dyingAt(store, which, when)).unlock({ pin })
        await new Promise((resolve) => setTimeout(resolve, 20))
        const isNew = which === 3 && when === 'after'
        expect((await lock())?.pin).toMatchObject(isNew ? { argon2id: {} } : { iterations: 1000 })

        const later = open()
        await later.unlock({ pin })

        expect(await later.open(sealed, 'here')).toEqual(toUtf8('secret'))
        expect(await lock()).toMatchObject({ pin: { argon2id: standIn.cost }, wrongPins: 0 })
      }
    }
  })

  test('opens where nothing more can be written', async () => {
    const { open, store, sealed } = await findOld()
    let changes = 0
    const full: KeeperStore = {
      ...store,
      change: (change) => {
        changes += 1
        return changes < 3 ? store.change(change) : Promise.reject(new Error('the disk is full'))
      },
    }
    const vault = open(full)

    await vault.unlock({ pin })

    expect(await vault.open(sealed, 'here')).toEqual(toUtf8('secret'))
    await open().unlock({ pin })
  })

  test('does not come back when it was changed meanwhile', async () => {
    const { open, store, vault } = await findOld()
    const stretching = Promise.withResolvers<void>()
    const slow: Argon2id = {
      ...standIn,
      async stretch(...given) {
        await stretching.promise
        return standIn.stretch(...given)
      },
    }
    const slowly = newVault({ store, subtle: crypto.subtle, random, now: () => new Date(), argon2id: slow })
    const unlocking = slowly.unlock({ pin })
    await new Promise((resolve) => setTimeout(resolve, 20))
    await vault.setLock({ pin: '739105' })
    stretching.resolve()
    await unlocking

    await expect(open().unlock({ pin })).rejects.toMatchObject({ code: 'unlock_wrong' })
    await open().unlock({ pin: '739105' })
  })

  test('is not judged, nor counted, where there is none', async () => {
    const { open, vault, lock } = await findOld()
    await open().unlock({ pin })

    await expect(vault.unlock({ pin })).rejects.toMatchObject({ code: 'storage_unreadable' })

    expect((await lock())?.wrongPins).toBe(0)
  })
})

describe('a wrong PIN', () => {
  test('is counted before it is judged', async () => {
    const store = memoryStore()
    await openWorld(store).vault.setLock({ pin })
    let changes = 0
    const dying: KeeperStore = {
      ...store,
      change: (change) => {
        changes += 1
        // The process ends after the first step.
        return changes === 1 ? store.change(change) : Promise.reject(new Error('gone'))
      },
    }

    await expect(openWorld(dying).vault.unlock({ pin })).rejects.toThrow('gone')

    expect((await store.read()).lock?.wrongPins).toBe(1)
  })

  test('costs a wait that grows and is kept', async () => {
    const world = openWorld()
    await world.vault.setLock({ pin })
    await failTimes(world, 4)

    const { retryAt, pinTriesLeft } = await world.open().state()
    expect(pinTriesLeft).toBe(6)
    expect(retryAt).toEqual(new Date(world.clock.now().getTime() + 30_000))
    await expect(world.open().unlock({ pin })).rejects.toMatchObject({ code: 'unlock_waits', retryAt })
    world.clock.pass(30)
    await world.open().unlock({ pin })

    expect(await world.vault.state()).not.toHaveProperty('retryAt')
    expect((await world.vault.state()).pinTriesLeft).toBe(10)
  })

  test('ten times in a row wipes all that is secret, and leaves the names of accounts', async () => {
    const world = openWorld()
    await world.vault.setLock({ pin })
    await world.vault.setLock(passkey)

    const codes = await failTimes(world, 10)

    expect(codes).toEqual([...Array(9).fill('unlock_wrong'), 'wiped'])
    expect(await world.store.read()).toEqual({ version: 1, accounts: [], credentials: [] })
    await expect(world.vault.unlock({ pin })).rejects.toMatchObject({ code: 'lock_not_set_up' })
  })

  test('is not judged the tenth time if the process ended before the wipe', async () => {
    const world = openWorld()
    await world.vault.setLock({ pin })
    await world.store.change((kept) => [
      kept.lock ? { ...kept, lock: { ...kept.lock, wrongPins: 10 } } : kept,
      undefined,
    ])

    await expect(world.open().unlock({ pin })).rejects.toMatchObject({ code: 'wiped' })
    expect((await world.store.read()).lock).toBeUndefined()
  })
})
