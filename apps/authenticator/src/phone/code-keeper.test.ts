import { memoryStore, newVault } from '@latchkey/keeper'
import { beforeEach, describe, expect, test } from 'vitest'
import { type CodeKeeper, newCodeKeeper } from './code-keeper.ts'
import type { Notes, NotesShelf } from './notes.ts'

const secret = Uint8Array.from({ length: 20 }, (_, i) => i)
const shop = {
  secret,
  algorithm: 'SHA-1',
  digits: 6,
  periodSeconds: 30,
  issuer: 'Shop',
  account: 'max',
} as const
const pin = '290744'

/** A shelf in memory. */
async function newShelf(): Promise<NotesShelf> {
  const algorithm = { name: 'AES-GCM', length: 256 }
  const sealingKey = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt'])
  let notes: Notes = { version: 1, sealingKey, codes: [], seen: {}, made: {} }
  return {
    read: async () => notes,
    async change(change) {
      notes = change(notes)
    },
    async clear() {},
  }
}

let shelf: NotesShelf
let keeper: CodeKeeper
let vault: ReturnType<typeof newVault>

beforeEach(async () => {
  shelf = await newShelf()
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const deps = { store: memoryStore(), subtle: crypto.subtle, random, now: () => new Date() }
  vault = newVault(deps, { pinIterations: 10 })
  keeper = newCodeKeeper(shelf, vault)
})

const only = async () => {
  const [codes, ...others] = (await shelf.read()).codes
  expect(others).toEqual([])
  if (codes === undefined) throw new Error('nothing is kept')
  return codes
}

describe('keeping keys of one-time codes', () => {
  test('keeps them sealed, and opens them', async () => {
    await keeper.add(shop)

    const codes = await only()
    expect(Buffer.from(codes.sealed).includes(Buffer.from(secret))).toBe(false)
    expect((await keeper.open(codes)).secret).toEqual(secret)
  })

  test('seals them under the lock when there is one, so that they open with it alone', async () => {
    await keeper.add(shop)
    await vault.setLock({ pin })
    await keeper.sealBy('lock')

    const codes = await only()
    expect((await keeper.open(codes)).secret).toEqual(secret)
    vault.lock()
    await expect(keeper.open(codes)).rejects.toMatchObject({ code: 'locked' })
    await vault.unlock({ pin })
    expect((await keeper.open(codes)).secret).toEqual(secret)
  })

  test('seals new ones under the lock, and all by the phone once it is taken away', async () => {
    await vault.setLock({ pin })
    await keeper.add(shop)
    expect(await only()).toMatchObject({ sealedBy: 'lock' })

    await keeper.sealBy('phone')
    vault.lock()

    expect((await keeper.open(await only())).secret).toEqual(secret)
  })

  test('opens no key in the place of another', async () => {
    await keeper.add(shop)
    const codes = await only()

    await expect(keeper.open({ ...codes, id: 'another' })).rejects.toThrow()
  })

  test('forgets what only a lock could open that is gone', async () => {
    await keeper.add(shop)
    await vault.setLock({ pin })
    await keeper.add({ ...shop, issuer: 'Bank' })

    expect(await keeper.dropLocked()).toMatchObject([{ issuer: 'Bank' }])
    expect(await only()).toMatchObject({ issuer: 'Shop' })
  })
})
