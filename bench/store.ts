import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { defaultTenantSettings, type Stores } from '@latchkey/identity'
import { openStores } from '@latchkey/store'

/** Sign-in units of work per second at the store, on SQLite with `synchronous=FULL`. */
export interface GroupCommitFigures {
  /** With one writer, which waits for each commit. */
  readonly one: number
  /** With 32 at once, which share them. */
  readonly thirtyTwo: number
  readonly ratio: number
  /** The same, with 2 ms more for each commit: a slower disk. */
  readonly oneWithDelay: number
  readonly thirtyTwoWithDelay: number
  readonly ratioWithDelay: number
  /**
   * CPU of one unit, beyond the disk: 32 writers and a database that is never synced. Of the least disturbed tenth of a
   * second, because other work on the machine only ever adds.
   */
  readonly unitCpuMicros: number
}

const tenantId = '019aa3b0-0000-7000-8000-000000000001'
const userId = '019aa3b0-0000-7000-8000-000000000002'
const credentialId = new Uint8Array(32).fill(7)
const slowDisk = { delayMillis: 2 }

/**
 * Measure what group commit is worth. Runs alternate, so that a machine that slows down slows all of them; what is told
 * is the median of the rounds.
 *
 * @param extent how long each of the runs takes, and how often they are repeated
 */
export async function benchGroupCommit(
  extent: { readonly runMillis: number; readonly rounds: number } = { runMillis: 800, rounds: 3 },
): Promise<GroupCommitFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const stores = await openStores({ database: join(folder, 'latchkey.db') })
  const unsynced = await openStores({ database: ':memory:' })
  try {
    for (const each of [stores, unsynced]) {
      await fill(each)
      await run(each, 32, extent.runMillis / 4)
    }
    const rounds: Omit<GroupCommitFigures, 'ratio' | 'ratioWithDelay'>[] = []
    for (let round = 0; round < extent.rounds; round++) {
      const one = await run(stores, 1, extent.runMillis)
      const thirtyTwo = await run(stores, 32, extent.runMillis)
      const slow = await withSlowCommits(async () => ({
        one: await run(stores, 1, extent.runMillis),
        thirtyTwo: await run(stores, 32, extent.runMillis),
      }))
      rounds.push({
        one: one.perSecond,
        thirtyTwo: thirtyTwo.perSecond,
        oneWithDelay: slow.one.perSecond,
        thirtyTwoWithDelay: slow.thirtyTwo.perSecond,
        unitCpuMicros: await leastCpuMicros(unsynced, extent.runMillis),
      })
    }
    return {
      one: median(rounds.map((r) => r.one)),
      thirtyTwo: median(rounds.map((r) => r.thirtyTwo)),
      ratio: median(rounds.map((r) => r.thirtyTwo / r.one)),
      oneWithDelay: median(rounds.map((r) => r.oneWithDelay)),
      thirtyTwoWithDelay: median(rounds.map((r) => r.thirtyTwoWithDelay)),
      ratioWithDelay: median(rounds.map((r) => r.thirtyTwoWithDelay / r.oneWithDelay)),
      unitCpuMicros: Math.min(...rounds.map((r) => r.unitCpuMicros)),
    }
  } finally {
    await stores.close()
    await unsynced.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** So many writers, each of which does one unit after another. */
async function run(stores: Stores, writers: number, millis: number) {
  const startedAt = performance.now()
  const endsAt = startedAt + millis
  const cpu = process.cpuUsage()
  let units = 0
  const write = async () => {
    while (performance.now() < endsAt) {
      await signIn(stores)
      units++
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: (units * 1000) / (performance.now() - startedAt), cpuMicros: (user + system) / units }
}

async function leastCpuMicros(stores: Stores, millis: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let spent = 0; spent < millis; spent += 100) {
    least = Math.min(least, (await run(stores, 32, 100)).cpuMicros)
  }
  return least
}

/** Ordered by time, as UUIDv7 is: that is what keeps the log's pages together. */
const newId = (at: Date): string =>
  `${at.getTime().toString(16).padStart(12, '0')}${randomBytes(10).toString('hex')}`

/** What a sign-in with a passkey writes. */
async function signIn(stores: Stores): Promise<void> {
  const at = new Date()
  const id = newId(at)
  await stores.atomically(async (tx) => {
    await tx.spentChallenges.insert({ tenantId, nonce: randomBytes(32), expiresAt: at })
    await tx.credentials.putUse(tenantId, credentialId, {
      signCount: 0,
      backupState: true,
      userVerified: true,
      at,
      from: '192.0.2.1',
    })
    await tx.sessions.insert(
      {
        tenantId,
        sessionId: id,
        userId,
        proofs: [{ method: 'passkey', at }],
        origin: 'browser',
        securityStamp: 'stamp',
        staysSignedIn: false,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: new Date(at.getTime() + 43_200_000),
        ipAddress: '192.0.2.1',
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0',
      },
      randomBytes(32),
    )
    await tx.signIns.append({
      tenantId,
      signInId: id,
      at,
      correlationId: id,
      outcome: 'success',
      code: '',
      method: 'passkey',
      userId,
      userName: 'ann@bench.example',
      sessionId: id,
      credentialId: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc',
      aaguid: '00000000-0000-0000-0000-000000000000',
      attested: false,
      userVerified: true,
      backupEligible: true,
      backupState: true,
      strength: 'phishingResistant',
      ipAddress: '192.0.2.1',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:148.0) Gecko/20100101 Firefox/148.0',
    })
    await tx.people.putLastMethod(tenantId, userId, 'passkey')
  })
}

async function fill(stores: Stores): Promise<void> {
  const createdAt = new Date()
  await stores.tenants.insert({
    tenantId,
    displayName: 'Bench',
    settings: defaultTenantSettings,
    demo: false,
    createdAt,
    rulesVersion: 0,
  })
  await stores.people.insert({
    tenantId,
    userId,
    userName: 'ann@bench.example',
    displayName: 'Ann',
    enabled: true,
    breakGlass: false,
    userHandle: new Uint8Array(randomBytes(49)),
    securityStamp: 'stamp',
    createdAt,
  })
  await stores.credentials.insert({
    tenantId,
    userId,
    id: credentialId,
    rpId: 'bench.example',
    publicKey: new Uint8Array(77),
    algorithm: -7,
    signCount: 0,
    transports: ['internal'],
    uvInitialized: true,
    backupEligible: true,
    backupState: true,
    aaguid: '00000000-0000-0000-0000-000000000000',
    attestation: { format: 'none', type: 'none', trusted: false, evidence: 'none' },
    name: 'Laptop',
    createdAt,
    createdBy: 'self',
  })
}

/** Make each commit take longer, from outside: the store knows nothing of it. */
async function withSlowCommits<T>(work: () => Promise<T>): Promise<T> {
  const { exec } = DatabaseSync.prototype
  const clock = new Int32Array(new SharedArrayBuffer(4))
  DatabaseSync.prototype.exec = function slowly(sql) {
    exec.call(this, sql)
    if (sql === 'commit') Atomics.wait(clock, 0, 0, slowDisk.delayMillis)
  }
  try {
    return await work()
  } finally {
    DatabaseSync.prototype.exec = exec
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
