import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Deps,
  defaultTenantSettings,
  IdentityRefusal,
  openKeyring,
  type Shelves,
  type Stores,
} from '@latchkey/identity'
import { changeRules, type RuleChange } from '@latchkey/identity/administer'
import { openStores } from '@latchkey/store'
import { idOf, organisation, strength, toPolicy } from './policy.ts'

/** What it takes to change one policy of a large organisation, all that is read in a SQLite file included. */
export interface LockOutFigures {
  readonly people: number
  readonly policies: number
  /** From asking for the change to the refusal that names whom it shuts out, in seconds. */
  readonly refusedSeconds: number
  /** From asking again, with the acknowledgement, to the change being on the disk. */
  readonly savedSeconds: number
  readonly shutOut: number
}

const tenantId = idOf('tenant')
const started = Date.now()
const random = (length: number) => new Uint8Array(randomBytes(length))
const by = { tenantId, actor: { kind: 'operator' } } as const

/** Measure a change of rules over a SQLite file, from end to end. */
export async function benchLockOut(people = 10_000): Promise<LockOutFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
  const stores = await openStores({ database: join(folder, 'latchkey.db') })
  const now = () => new Date()
  try {
    const keyring = await openKeyring({ stores, masterKey: random(32), now, random })
    const rp = { rpId: 'bench.example', rpName: 'Bench', origins: [] }
    const deps: Deps = { stores, keyring, rp, now, random, ceremonySeconds: 300 }
    const policies = await addRules(deps)
    for (let from = 0; from < people; from += 500) {
      await stores.atomically(async (tx) => {
        for (let at = from; at < Math.min(people, from + 500); at++) await addPerson(tx, at)
      })
    }

    const all = { users: { includeUsers: ['All'] } }
    const change = toChange(toPolicy(policies, all, strength('4')))
    const { seconds: refusedSeconds, value: affected } = await timed(() => askRefused(deps, change))
    const acknowledge = affected?.acknowledgement ?? ''
    const { seconds: savedSeconds } = await timed(() => changeRules(deps, by, [change], { acknowledge }))
    return { people, policies, refusedSeconds, savedSeconds, shutOut: affected?.total ?? 0 }
  } finally {
    await stores.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function askRefused(deps: Deps, change: RuleChange) {
  try {
    await changeRules(deps, by, [change])
    throw new Error('the change was not refused')
  } catch (refusal) {
    if (refusal instanceof IdentityRefusal && refusal.code === 'would_block_users') return refusal.affected
    throw refusal
  }
}

async function timed<T>(op: () => Promise<T>): Promise<{ readonly seconds: number; readonly value: T }> {
  const from = performance.now()
  const value = await op()
  return { seconds: (performance.now() - from) / 1000, value }
}

function toChange(policy: ReturnType<typeof toPolicy>): RuleChange {
  return { kind: 'conditionalAccess', id: policy.id, change: () => policy }
}

/** While nobody is there yet: nothing to look at. */
async function addRules({ stores, ...deps }: Deps): Promise<number> {
  const settings = { ...defaultTenantSettings, leastStrength: 'singleFactor' } as const
  await insertTenant(stores, settings)
  const { conditionalAccess } = organisation()
  const groups = new Set(
    conditionalAccess.flatMap(({ conditions: { users } }) => [
      ...users.includeGroups,
      ...users.excludeGroups,
    ]),
  )
  await stores.atomically(async (tx) => {
    for (const groupId of [...groups, ...Array.from({ length: 200 }, (_, at) => idOf(`group ${at}`))]) {
      if ((await tx.groups.find(tenantId, groupId)) !== undefined) continue
      await tx.groups.insert({ tenantId, groupId, displayName: groupId, createdAt: new Date(started) })
    }
  })
  await changeRules({ ...deps, stores }, by, conditionalAccess.map(toChange))
  return conditionalAccess.length
}

async function insertTenant(stores: Stores, settings: typeof defaultTenantSettings): Promise<void> {
  const createdAt = new Date(started)
  await stores.tenants.insert({
    tenantId,
    displayName: 'Bench',
    settings,
    demo: false,
    createdAt,
    rulesVersion: 0,
  })
}

/** Somebody in three groups, who was at three places in the last weeks. */
async function addPerson(tx: Shelves, at: number): Promise<void> {
  const userId = idOf(`person ${at}`)
  const createdAt = new Date(started)
  await tx.people.insert({
    tenantId,
    userId,
    userName: `person${at}@bench.example`,
    displayName: `Person ${at}`,
    enabled: true,
    breakGlass: false,
    userHandle: random(49),
    securityStamp: 'stamp',
    createdAt,
  })
  const groups = new Set([at % 200, (at * 7) % 200, (at * 13) % 50])
  for (const group of groups) await tx.groups.insertMember(tenantId, idOf(`group ${group}`), userId)
  if (at % 100 === 0) await tx.roles.insert(tenantId, userId, 'globalAdministrator')
  await tx.passwords.put({ tenantId, userId, hash: '$argon2id$', changedAt: createdAt })
  if (at % 2 === 0) await tx.totps.insert(aTotp(userId, createdAt))
  if (at % 3 === 0) await tx.credentials.insert(aPasskey(userId, createdAt))
  for (let visit = 0; visit < 3; visit++) await tx.signIns.append(aVisit(userId, at, visit))
}

function aTotp(userId: string, createdAt: Date): Parameters<Shelves['totps']['insert']>[0] {
  const sealedSecret = random(60)
  return { tenantId, userId, totpId: userId, name: 'Phone', sealedSecret, lastStep: 0, createdAt }
}

function aPasskey(userId: string, createdAt: Date): Parameters<Shelves['credentials']['insert']>[0] {
  return {
    tenantId,
    userId,
    id: random(32),
    rpId: 'bench.example',
    publicKey: new Uint8Array(77),
    algorithm: -7,
    signCount: 0,
    transports: ['internal'],
    uvInitialized: true,
    backupEligible: false,
    backupState: false,
    aaguid: idOf('model'),
    attestation: { format: 'packed', type: 'basic', trusted: true, evidence: 'hardware', anchor: 'metadata' },
    name: 'Laptop',
    createdAt,
    createdBy: 'self',
  }
}

function aVisit(userId: string, at: number, visit: number): Parameters<Shelves['signIns']['append']>[0] {
  const then = new Date(started - (visit + 1) * 86_400_000 + at)
  const hex = then.getTime().toString(16).padStart(12, '0')
  return {
    tenantId,
    signInId: `${hex.slice(0, 8)}-${hex.slice(8)}-7${idOf(`visit ${at} ${visit}`).slice(15)}`,
    at: then,
    correlationId: userId,
    outcome: 'success',
    code: '',
    method: 'passkey',
    userId,
    clientId: idOf(visit === 0 ? 'mail' : `app ${(at + visit) % 200}`),
    ipAddress: visit === 2 ? `198.51.100.${at % 250}` : '203.0.113.7',
    userAgent: `Mozilla/5.0 (X11; Linux x86_64; rv:14${at % 9}.0) Gecko/20100101 Firefox/14${at % 9}.0`,
  }
}
