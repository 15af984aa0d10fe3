import { readConditionalAccess } from '@latchkey/policy'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { methodsPatch } from '../../test/rules.ts'
import type { SoftwarePasskey } from '../../test/software-authenticator.ts'
import {
  aPersonWithPasskey,
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  codeOf,
  codesOf,
  mails,
  openWorld,
  operator,
  signIn,
  signInLog,
  typePassword,
  type World,
} from '../../test/world.ts'
import { changeRules, grantRole, markBreakGlass, setPersonEnabled, unmarkBreakGlass } from '../administer.ts'
import {
  type AdministratorRole,
  findSession,
  issuePass,
  listBreakGlass,
  lookUpName,
  type Person,
  remindOfBreakGlass,
  type Tenant,
} from '../index.ts'

let world: World
let tenant: Tenant
let by: typeof operator & { readonly tenantId: string }
let rescue: Person
let passkey: SoftwarePasskey
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant({ leastStrength: 'singleFactor' })
  by = { ...operator, tenantId: tenant.tenantId }
  const holder = await aPersonWithPasskey(world, tenant, 'rescue')
  rescue = holder.person
  passkey = holder.passkey
})
afterAll(() => world.close())

const day = 86_400

const mark = (person: Person) => markBreakGlass(world.deps, { ...by, userId: person.userId })
const unmark = (person: Person) => unmarkBreakGlass(world.deps, { ...by, userId: person.userId })
const remind = () => remindOfBreakGlass(world.deps, tenant.tenantId)
const audited = async (activity: string) =>
  await world.stores.audit.list(tenant.tenantId, { limit: 9, activity })

const toldOf = async (template: string) =>
  (await mails(world, tenant)).filter((each) => each === template).length

async function anAdministrator(name: string, role: AdministratorRole = 'globalAdministrator') {
  const { person } = await aPersonWithPasskey(world, tenant, name)
  await grantRole(world.deps, { ...by, userId: person.userId, role })
  return person
}

async function marks(): Promise<readonly string[]> {
  const accounts = await listBreakGlass(world.stores, tenant.tenantId)
  return accounts.map(({ person }) => person.displayName).sort()
}

describe('keeping an account for emergencies', () => {
  test('is written down, and every administrator hears of it', async () => {
    await anAdministrator('ada')
    await anAdministrator('ann')
    await mails(world, tenant)

    await mark(rescue)

    expect(await marks()).toEqual(['rescue'])
    expect(await audited('break_glass_marked')).toMatchObject([{ target: { id: rescue.userId } }])
    expect(await mails(world, tenant)).toEqual(['break_glass_changed', 'break_glass_changed'])
  })

  test('twice says nothing twice', async () => {
    await mark(rescue)
    await mark(rescue)

    expect(await audited('break_glass_marked')).toHaveLength(1)
  })

  test('ends what is signed in to it, and its pass', async () => {
    const { session, token } = await signIn(world, tenant.tenantId, passkey)

    await mark(rescue)

    expect(session.userId).toBe(rescue.userId)
    expect(await findSession(world.deps, token)).toBeUndefined()
    expect(await world.stores.passes.find(tenant.tenantId, rescue.userId)).toBeUndefined()
  })

  test('needs a passkey', async () => {
    const { userId } = await arriveWithPassword(world, await world.aPerson(tenant, 'ben')).then(
      ({ person }) => person,
    )

    expect(await codeOf(markBreakGlass(world.deps, { ...by, userId }))).toBe('break_glass_without_passkey')
  })

  test('is for two of an organisation', async () => {
    const { person: second } = await aPersonWithPasskey(world, tenant, 'second')
    const { person: third } = await aPersonWithPasskey(world, tenant, 'third')
    await mark(rescue)
    await mark(second)

    expect(await codeOf(mark(third))).toBe('break_glass_full')

    await unmark(rescue)
    expect(await codeOf(mark(third))).toBe('done')
  })

  test('of three at once keeps two', async () => {
    const { person: second } = await aPersonWithPasskey(world, tenant, 'second')
    const { person: third } = await aPersonWithPasskey(world, tenant, 'third')

    const codes = await codesOf([mark(rescue), mark(second), mark(third)])

    expect(codes).toEqual(['break_glass_full', 'done', 'done'])
    expect(await marks()).toHaveLength(2)
  })

  test.each<[AdministratorRole, string]>([
    ['globalAdministrator', 'done'],
    ['privilegedAuthenticationAdministrator', 'not_permitted'],
    ['securityAdministrator', 'not_permitted'],
  ])('is done by %s: %s', async (role, code) => {
    const { userId } = await anAdministrator('ada', role)
    const actor = { kind: 'person', userId } as const

    const attempt = markBreakGlass(world.deps, { tenantId: tenant.tenantId, actor, userId: rescue.userId })

    expect(await codeOf(attempt)).toBe(code)
  })

  test('is not done to oneself', async () => {
    const { tenantId, userId } = await anAdministrator('ada')
    const actor = { kind: 'person', userId } as const

    expect(await codeOf(markBreakGlass(world.deps, { tenantId, actor, userId }))).toBe('not_permitted')
  })
})

describe('an account for emergencies', () => {
  const block = () =>
    changeRules(world.deps, by, [
      {
        kind: 'conditionalAccess',
        id: '22222222-0000-4000-8000-000000000001',
        change: () =>
          readConditionalAccess(
            {
              displayName: 'Nobody',
              state: 'enabled',
              conditions: {
                clientAppTypes: ['all'],
                users: { includeUsers: ['All'] },
                applications: { includeApplications: ['All'] },
              },
              grantControls: { operator: 'OR', builtInControls: ['block'] },
            },
            {
              id: '22222222-0000-4000-8000-000000000001',
              createdDateTime: '2026-03-01T09:00:00Z',
              modifiedDateTime: null,
            },
          ),
      },
      methodsPatch('Fido2', { state: 'disabled' }),
    ])

  test('is opened by its passkey whatever the rules say, and no change of rules asks about it', async () => {
    await mark(rescue)

    expect(await codeOf(block())).toBe('done')
    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
  })

  test('tells of each use: the audit, and every administrator by mail', async () => {
    await anAdministrator('ada')
    await mark(rescue)

    await signIn(world, tenant.tenantId, passkey)
    await signIn(world, tenant.tenantId, passkey)

    expect(await toldOf('break_glass_used')).toBe(2)
    expect(await audited('break_glass_used')).toMatchObject([
      { actor: { userId: rescue.userId }, ipAddress: aVisitor().ipAddress },
      {},
    ])
  })

  test('is not opened by a password, right or wrong, and nobody is told it was', async () => {
    await arriveWithPassword(world, rescue)
    await mark(rescue)

    expect(await codeOf(typePassword(world, rescue))).toBe('not_allowed_by_policy')

    const [last] = await signInLog(world, tenant.tenantId)
    expect(last).toMatchObject({
      outcome: 'failure',
      code: 'not_allowed_by_policy',
      decision: { method: { allowed: false, because: 'break_glass' } },
    })
    expect(await audited('break_glass_used')).toEqual([])
    expect((await lookUpName(world.deps, tenant.tenantId, rescue.userName)).kind).toBe('passkey')
  })

  test('is not opened by a pass, and gets none', async () => {
    await mark(rescue)

    expect(await codeOf(issuePass(world.deps, { ...by, userId: rescue.userId }))).toBe(
      'not_allowed_by_policy',
    )
    await unmark(rescue)
    expect(await codeOf(arriveWithPass(world, rescue))).toBe('done')
  })

  test('is not opened by a passkey that verified nobody', async () => {
    await mark(rescue)

    const attempt = signIn(world, tenant.tenantId, passkey, {
      userVerified: false,
      begin: { userVerification: 'preferred' },
    })

    expect(await codeOf(attempt)).toBe('not_allowed_by_policy')
    expect(await audited('break_glass_used')).toEqual([])
  })

  test('is like any other once the mark is gone', async () => {
    await mark(rescue)
    await unmark(rescue)
    await arriveWithPassword(world, rescue)

    await signIn(world, tenant.tenantId, passkey)

    expect(await marks()).toEqual([])
    expect(await audited('break_glass_unmarked')).toHaveLength(1)
    expect(await audited('break_glass_used')).toEqual([])
  })
})

describe('asking for proof that an account for emergencies works', () => {
  beforeEach(async () => {
    await anAdministrator('ada')
    await mark(rescue)
  })

  test('comes a quarter after it was marked, and once', async () => {
    world.after(89 * day)
    expect(await remind()).toBe(0)

    world.after(day)
    expect(await Promise.all([remind(), remind()])).toEqual([1, 0])

    expect(await toldOf('break_glass_unproven')).toBe(1)
    expect(await audited('break_glass_unproven')).toMatchObject([{ detail: { days: 90 } }])
  })

  test('comes again a quarter later', async () => {
    world.after(90 * day)
    await remind()
    world.after(89 * day)
    expect(await remind()).toBe(0)
    world.after(day)

    expect(await remind()).toBe(1)
  })

  test('is answered by signing in', async () => {
    world.after(80 * day)
    await signIn(world, tenant.tenantId, passkey)
    world.after(89 * day)

    expect(await remind()).toBe(0)
  })

  test('does not come for one that is switched off', async () => {
    await setPersonEnabled(world.deps, { ...by, userId: rescue.userId, enabled: false })
    world.after(100 * day)

    expect(await remind()).toBe(0)
  })
})
