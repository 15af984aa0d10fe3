import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newVault } from '@latchkey/keeper'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fileStore } from '../storage/file-store.ts'
import { nodeArgon2id } from './node-argon2id.ts'

describe('stretching a PIN', () => {
  // Of the reference implementation's own tests, version 0x13.
  test.each([
    [65_536, 2, 1, '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7'],
    [256, 2, 1, '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe'],
    [256, 2, 2, '6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037'],
  ])('with %s KiB, %s passes and %s lanes gives what argon2id gives', async (memory, passes, lanes, tag) => {
    const given = [Buffer.from('password'), Buffer.from('somesalt')] as const

    const key = await nodeArgon2id.stretch(...given, { memory, passes, parallelism: lanes })

    expect(Buffer.from(key).toString('hex')).toBe(tag)
  })
})

describe('a file of an older version', () => {
  test('opens with its PIN, and keeps nothing of what PBKDF2 gave', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-old-'))
    const store = fileStore(folder)
    onTestFinished(() => {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
    const deps = { store, subtle: crypto.subtle, random, now: () => new Date() }
    const old = newVault(deps, { pinIterations: 1000 })
    await old.setLock({ pin: '493817' })
    const sealed = await old.seal(Buffer.from('secret'), 'here')
    const { wrapped = '' } = (await store.read()).lock?.pin ?? {}
    const document = () => readFileSync(join(folder, 'authenticator.db'), 'latin1')
    expect(document()).toContain(wrapped)

    const vault = newVault({ ...deps, argon2id: nodeArgon2id })
    await vault.unlock({ pin: '493817' })

    expect(Buffer.from(await vault.open(sealed, 'here')).toString()).toBe('secret')
    expect((await store.read()).lock?.pin).toMatchObject({ argon2id: nodeArgon2id.cost })
    expect(document()).not.toContain(wrapped)
    await newVault({ ...deps, argon2id: nodeArgon2id }).unlock({ pin: '493817' })
  })
})
