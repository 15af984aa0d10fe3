import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePayload, makeService, signBlob } from '@latchkey/webauthn/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { type Fetch, readMetadataSource } from './read-metadata-source.ts'
import { watchMetadata } from './watch-metadata.ts'

const service = makeService()
const url = 'https://mds.example/blob.jwt'

let folder: string
let world: TestWorld

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-metadata-'))
  const rootFile = join(folder, 'root.der')
  writeFileSync(rootFile, service.root.der)
  world = await openTestWorld({ LATCHKEY_METADATA_URL: url, LATCHKEY_METADATA_ROOT: rootFile })
})
afterEach(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A service that answers with this, and counts how often it was asked. */
function publisher(blob: () => string) {
  const asked: string[] = []
  const fetch: Fetch = async (address) => {
    asked.push(address)
    return new Response(blob())
  }
  return { fetch, asked }
}

const blobOf = (no: number, nextUpdate = '2026-04-01') => signBlob(service, makePayload({ no, nextUpdate }))
const inHours = (hours: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + hours * 3_600_000)
}
const held = async () => (await world.deps.stores.metadata.findState())?.number

describe('watching the metadata', () => {
  test('looks once a day, whichever node does it', async () => {
    let number = 1
    const { fetch, asked } = publisher(() => blobOf(number))
    expect(await watchMetadata(world.deps, 'one', fetch)).toBe('loaded')

    number = 2
    inHours(23)
    expect(await watchMetadata(world.deps, 'two', fetch)).toBe('not due')
    inHours(1)
    expect(await watchMetadata(world.deps, 'two', fetch)).toBe('loaded')
    inHours(24)
    expect(await watchMetadata(world.deps, 'one', fetch)).toBe('unchanged')

    expect(await held()).toBe(2)
    expect(asked).toEqual([url, url, url])
  })

  test('looks as soon as the next one was promised', async () => {
    const { fetch } = publisher(() => blobOf(1, '2026-03-03'))
    await watchMetadata(world.deps, 'one', fetch)

    inHours(14)
    expect(await watchMetadata(world.deps, 'one', fetch)).toBe('not due')
    inHours(1)
    expect(await watchMetadata(world.deps, 'one', fetch)).toBe('unchanged')
    expect(world.logged.join('\n')).toContain('the metadata is stale')
  })

  test('is done by one node at a time', async () => {
    await world.deps.stores.leases.take('metadata', 'one', world.clock.at, new Date('2027-01-01'))

    expect(await watchMetadata(world.deps, 'two', publisher(() => blobOf(1)).fetch)).toBe(
      'another node is at it',
    )
  })

  test.each<[string, Fetch, string]>([
    ['a refused BLOB', async () => new Response(signBlob(makeService())), 'metadata_chain_untrusted'],
    ['an older BLOB', async () => new Response(blobOf(4)), 'metadata_number_older'],
    ['a page that is not there', async () => new Response('', { status: 404 }), 'metadata_unreachable'],
    ['no answer', async () => Promise.reject(new TypeError('fetch failed')), 'metadata_unreachable'],
  ])(
    'keeps what it holds after %s, says so by name, and tries again within the hour',
    async (_, fetch, code) => {
      await watchMetadata(world.deps, 'one', publisher(() => blobOf(5)).fetch)
      inHours(24)

      expect(await watchMetadata(world.deps, 'one', fetch)).toBe('failed')

      expect(await held()).toBe(5)
      expect(world.logged.join('\n')).toContain(`"code":"${code}"`)
      expect(await watchMetadata(world.deps, 'one', fetch)).toBe('not due')
      inHours(1)
      expect(await watchMetadata(world.deps, 'one', publisher(() => blobOf(6)).fetch)).toBe('loaded')
    },
  )

  test('does nothing where nobody asked for it', async () => {
    const plain = await openTestWorld()

    expect(await watchMetadata(plain.deps, 'one')).toBe('not configured')
    await plain.close()
  })

  test('reads no more than any metadata is long', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent++
        controller.enqueue(new Uint8Array(1024 * 1024))
      },
    })

    await expect(readMetadataSource(url, async () => new Response(endless))).rejects.toThrow('sends more')
    expect(sent).toBeLessThan(50)
  })
})
