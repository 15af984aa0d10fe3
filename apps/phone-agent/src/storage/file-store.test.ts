import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KeeperRefusal } from '@latchkey/keeper'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fileStore } from './file-store.ts'

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-agent-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'agent')
}

function open(folder: string) {
  const store = fileStore(folder)
  onTestFinished(() => store.close())
  return store
}

describe('keeping what the agent remembers', () => {
  test('remembers it for the next process', async () => {
    const folder = newFolder()
    await open(folder).change((kept) => [{ ...kept, largeBlobs: 'AAAA' }, undefined])

    expect(await open(folder).read()).toEqual({
      version: 1,
      accounts: [],
      credentials: [],
      largeBlobs: 'AAAA',
    })
  })

  test('is nobody else’s to read', async () => {
    const folder = newFolder()
    await open(folder).change((kept) => [{ ...kept, largeBlobs: 'AAAA' }, undefined])

    const modes = [folder, ...readdirSync(folder).map((name) => join(folder, name))].map(
      (path) => statSync(path).mode & 0o077,
    )
    expect(modes.every((mode) => mode === 0)).toBe(true)
  })

  test('keeps nothing of a change that fails', async () => {
    const store = open(newFolder())

    const failed = store.change(() => {
      throw new Error('changed my mind')
    })

    await expect(failed).rejects.toThrow('changed my mind')
    expect(await store.change((kept) => [kept, kept.credentials.length])).toBe(0)
  })

  test('loses none of two processes’ changes', async () => {
    const folder = newFolder()
    const [one, other] = [open(folder), open(folder)]
    const count = (store: typeof one) =>
      store.change((kept) => [{ ...kept, largeBlobs: `${kept.largeBlobs ?? ''}A` }, undefined])

    for (let i = 0; i < 10; i++) await Promise.all([count(one), count(other)])

    expect((await one.read()).largeBlobs).toHaveLength(20)
  })

  test('says that a file is not ours', async () => {
    const folder = newFolder()
    const store = open(folder)
    const { DatabaseSync } = await import('node:sqlite')
    const database = new DatabaseSync(join(folder, 'authenticator.db'))
    database.exec(`insert into kept values (1, '{"version":2}')`)
    database.close()

    await expect(store.read()).rejects.toThrow(new KeeperRefusal('storage_unreadable'))
  })
})
