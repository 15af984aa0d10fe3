import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Deps,
  defaultTenantSettings,
  getRuleDocuments,
  issuePass,
  type LockOutAsk,
  openKeyring,
  recordSignIn,
} from '@latchkey/identity'
import {
  addGroup,
  addMember,
  addPerson,
  analyseChange,
  createTenant,
  setPassword,
} from '@latchkey/identity/administer'
import { readConditionalAccess } from '@latchkey/policy'
import { openStores } from '@latchkey/store'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noCountries } from '../access/country-of.ts'
import { type AnalystDeps, type LockOutAnalyst, lockOutAnalyst } from './lock-out-analyst.ts'
import { placeBy } from './place-by.ts'

let folder: string
let deps: Deps
let analyst: LockOutAnalyst | undefined
let logged: unknown[]

const actor = { kind: 'operator' } as const
const now = () => new Date('2026-03-02T09:00:00Z')
const random = (length: number) => new Uint8Array(randomBytes(length))
const placeOf = placeBy(noCountries)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  const stores = await openStores({ database: join(folder, 'latchkey.db') })
  const keyring = await openKeyring({ stores, masterKey: random(32), now, random })
  const rp = { rpId: 'localhost', rpName: 'Here', origins: [] }
  deps = { stores, keyring, rp, now, random, ceremonySeconds: 300 }
  logged = []
})
afterEach(async () => {
  await analyst?.stop()
  await deps.stores.close()
  rmSync(folder, { recursive: true })
})

function anAnalyst(change: Partial<AnalystDeps> = {}): LockOutAnalyst {
  analyst = lockOutAnalyst({
    database: join(folder, 'latchkey.db'),
    countryDatabase: undefined,
    stores: deps.stores,
    placeOf,
    now,
    log: { error: (...said: readonly unknown[]) => void logged.push(said) },
    ...change,
  })
  return analyst
}

/** Nobody comes in from Windows any more; one was there. */
async function aQuestion(): Promise<LockOutAsk> {
  const settings = { ...defaultTenantSettings, leastStrength: 'singleFactor' } as const
  const { tenantId } = await createTenant(deps, { actor, displayName: 'X', domain: 'x.example', settings })
  const { groupId } = await addGroup(deps, { tenantId, actor, displayName: 'Some' })
  for (const name of ['anna', 'ben', 'carl']) {
    const userName = `${name}@x.example`
    const { userId } = await addPerson(deps, { tenantId, actor, userName, displayName: name })
    await setPassword(deps, { tenantId, actor, userId, password: 'correct horse battery staple' })
    if (name !== 'carl') await addMember(deps, { tenantId, actor, groupId, userId })
    if (name === 'ben') await issuePass(deps, { tenantId, actor, userId })
    await recordSignIn(deps, {
      tenantId,
      userId,
      outcome: 'success',
      code: '',
      method: 'password',
      visitor: {
        correlationId: 'x',
        ipAddress: '192.0.2.1',
        userAgent: name === 'anna' ? 'Windows NT 10' : 'Linux',
        visitHash: new Uint8Array(),
      },
    })
  }
  const { documents } = await getRuleDocuments(deps.stores, deps, tenantId)
  const policy = readConditionalAccess(
    {
      displayName: 'No Windows',
      state: 'enabled',
      conditions: {
        clientAppTypes: ['all'],
        users: { includeUsers: [], includeGroups: [groupId] },
        applications: { includeApplications: ['All'] },
        platforms: { includePlatforms: ['windows'] },
      },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
    },
    {
      id: '22222222-0000-4000-8000-000000000001',
      createdDateTime: now().toISOString(),
      modifiedDateTime: null,
    },
  )
  return { tenantId, settings, before: documents, after: { ...documents, conditionalAccess: [policy] } }
}

describe('asking a thread whom a change shuts out', () => {
  test('is answered as it would be here, the second time as the first', async () => {
    const ask = await aQuestion()
    const { analyse } = anAnalyst()
    const here = await analyseChange(deps.stores, { now, lockOut: { placeOf } }, ask)

    const [first, second] = await Promise.all([analyse(ask), analyse(ask)])

    expect(first).toEqual(here)
    expect(second).toEqual(here)
    expect(here.shutOut).toMatchObject([{ after: 'blocked', policies: ['No Windows'] }])
    expect(logged).toEqual([])
  })

  test('sees what was committed since', async () => {
    const ask = await aQuestion()
    const { analyse } = anAnalyst()
    const before = await analyse(ask)

    const [lost] = before.shutOut
    const [group] = await deps.stores.groups.list(ask.tenantId)
    const some = { tenantId: ask.tenantId, actor, groupId: group?.groupId ?? '', userId: lost?.userId ?? '' }
    await deps.stores.groups.removeMember(ask.tenantId, some.groupId, some.userId)

    expect((await analyse(ask)).shutOut).toEqual([])
  })

  test('that cannot read the database is logged, and answered here', async () => {
    const ask = await aQuestion()
    const { analyse } = anAnalyst({ database: join(folder, 'nowhere.db') })

    expect((await analyse(ask)).shutOut).toHaveLength(1)

    expect(logged).toMatchObject([[{ err: { message: 'the thread broke' } }, expect.any(String)]])
  })

  test('that takes too long is logged and answered here, and the next question gets another thread', async () => {
    const ask = await aQuestion()
    const { analyse } = anAnalyst({ patienceMilliseconds: 1 })

    expect((await analyse(ask)).shutOut).toHaveLength(1)
    expect((await analyse(ask)).shutOut).toHaveLength(1)

    const said = [{ err: { message: 'the thread took too long' } }, expect.any(String)]
    expect(logged).toMatchObject([said, said])
  })

  test('that fails at one question is logged, and answers the next', async () => {
    const ask = await aQuestion()
    const { analyse } = anAnalyst()
    const senseless: LockOutAsk = { ...ask, tenantId: 'x', before: JSON.parse('{}') }

    await expect(analyse(senseless)).rejects.toThrow()
    expect(logged).toHaveLength(1)
    expect((await analyse(ask)).shutOut).toHaveLength(1)
    expect(logged).toHaveLength(1)
  })
})
