import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId, type SignInRecord, type Stores } from '@latchkey/identity'
import { openStores } from '@latchkey/store'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readFilter } from '../graph/odata-filter.ts'
import { type LogReader, logReader } from './log-reader.ts'

let folder: string
let database: string
let stores: Stores
let reader: LogReader
let logged: unknown[]

const tenantId = '0190a1b2-0000-7000-8000-000000000001'
const now = () => new Date()
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const all = { tenantId, log: 'signIns' } as const

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  database = join(folder, 'latchkey.db')
  stores = await openStores({ database })
  logged = []
  reader = aReader(database)
})
afterEach(async () => {
  await reader.stop()
  await stores.close()
  rmSync(folder, { recursive: true })
})

const aReader = (path: string) =>
  logReader({
    database: path,
    countryDatabase: undefined,
    now,
    log: { error: (...said: readonly unknown[]) => void logged.push(said) },
  })

async function logMany(count: number): Promise<readonly string[]> {
  const ids: string[] = []
  await stores.atomically(async (tx) => {
    for (let at = 0; at < count; at++) {
      const record = aRecord({ ...(at % 100 === 0 && { method: 'password' }) })
      ids.unshift(record.signInId)
      await tx.signIns.append(record)
    }
  })
  return ids.toSorted().toReversed()
}

const aRecord = (change: Partial<SignInRecord>): SignInRecord => ({
  tenantId,
  signInId: newId({ now, random }),
  at: now(),
  correlationId: 'x',
  outcome: 'success',
  code: '',
  method: 'passkey',
  ipAddress: '192.0.2.1',
  userAgent: 'Firefox',
  ...change,
})

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

// Each begins a thread, which loads what it needs.
describe('reading logs in a thread', { timeout: 30_000 }, () => {
  test('exports every record once, newest first', async () => {
    const ids = await logMany(1_234)

    const text = await textOf(reader.openExport({ ...all, format: 'jsonl' }))

    const lines = text.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(ids)
    expect(reader.exporting).toBe(0)
  })

  test('makes no more than is taken, and ends when nobody takes any more', async () => {
    await logMany(20_000)
    const bytes = reader.openExport({ ...all, format: 'jsonl' })
    const [first] = await once(bytes, 'data')
    bytes.pause()
    await sleep(300)

    expect(first.length).toBeGreaterThan(0)
    // Twenty thousand records are many times that.
    expect(bytes.readableLength).toBeLessThan(1_000_000)
    expect(reader.exporting).toBe(1)

    bytes.destroy()
    await once(bytes, 'close')
    expect(reader.exporting).toBe(0)
  })

  test('finds a page by what no index knows', async () => {
    const ids = await logMany(1_000)
    const ask = { ...all, limit: 3, filter: readFilter("method eq 'password'") }

    const first = await reader.readPage(ask)
    const second = await reader.readPage({ ...ask, limit: 100 }, first.next)

    expect(first.entries).toHaveLength(3)
    expect(second.entries).toHaveLength(7)
    expect(second.next).toBeUndefined()
    expect(ids).toContain(first.entries[0]?.['id'])
  })

  test('counts what the first page shows', async () => {
    await logMany(100)

    const { summary, days } = await reader.countHome(tenantId)

    expect(days).toHaveLength(30)
    expect(days.at(-1)).toMatchObject({ signIns: 100, passkeySignIns: 99, failures: 0 })
    expect(summary.people).toEqual({ people: 0, withPasskey: 0, onlyPhishable: 0 })
  })

  test('says so when it cannot, and tries again the next time', async () => {
    const lost = aReader(join(folder, 'nowhere.db'))

    await expect(lost.readPage({ ...all, limit: 1 })).rejects.toThrow('the thread broke')
    await expect(textOf(lost.openExport({ ...all, format: 'csv' }))).rejects.toThrow()

    expect(logged).toHaveLength(1)
    await lost.stop()
  })
})
