import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  arriveWithPass,
  aVisitor,
  codeOf,
  codesOf,
  meanwhile,
  openWorld,
  operator,
  signInBinding,
  type World,
} from '../../test/world.ts'
import { addApp, grantRole, removePass, setPersonEnabled } from '../administer.ts'
import {
  defaultTenantSettings,
  findSession,
  isSessionGoodForTokens,
  issuePass,
  noteApp,
  type Person,
  redeemPass,
  staySignedIn,
  type Tenant,
} from '../index.ts'

let world: World
let tenant: Tenant
let person: Person
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
})
afterAll(() => world.close())

const issue = (ask: Partial<Parameters<typeof issuePass>[1]> = {}) =>
  issuePass(world.deps, { ...operator, tenantId: person.tenantId, userId: person.userId, ...ask })

const redeem = (pass: string, userName = person.userName, ipAddress = '192.0.2.7') =>
  redeemPass(world.deps, {
    tenantId: tenant.tenantId,
    userName,
    pass,
    visitor: aVisitor({ ipAddress }),
    binding: signInBinding,
  })

describe('signing in with a pass', () => {
  test('makes a session that ends with it', async () => {
    const { pass, record } = await issue()

    const { session, token } = await redeem(pass)

    expect(session).toMatchObject({ passId: record.passId, expiresAt: record.expiresAt })
    expect(await findSession(world.deps, token)).toBeDefined()
    world.after(3600)
    expect(await findSession(world.deps, token)).toBeUndefined()
    expect(await isSessionGoodForTokens(world.deps, tenant.tenantId, session.sessionId)).toBeUndefined()
  })

  test('is read with the space that copying brings along', async () => {
    const { pass } = await issue()

    expect(await codeOf(redeem(` ${pass.slice(0, 5)} ${pass.slice(5)}\n`))).toBe('done')
  })

  test('a one-time pass is given to one of many', async () => {
    const { pass } = await issue({ once: true })

    expect(await codesOf([redeem(pass), redeem(pass), redeem(pass)])).toEqual([
      'done',
      'pass_used',
      'pass_used',
    ])
    expect(await codeOf(redeem(pass))).toBe('pass_used')
  })

  test('a pass for many uses makes as many sessions', async () => {
    const { pass } = await issue()

    expect(await codesOf([redeem(pass), redeem(pass)])).toEqual(['done', 'done'])
  })

  test('only who types the right pass learns what is wrong with it', async () => {
    const inAnHour = new Date(world.deps.now().getTime() + 3_600_000)
    const { pass } = await issue({ startsAt: inAnHour })

    expect(await codeOf(redeem('wrong'))).toBe('pass_incorrect')
    expect(await codeOf(redeem(pass))).toBe('pass_not_yet_valid')
    world.after(7200)
    expect(await codeOf(redeem(pass))).toBe('pass_expired')
    expect(await codeOf(redeem('wrong'))).toBe('pass_incorrect')
    expect(await codeOf(redeem(pass, 'nobody@example.com'))).toBe('pass_incorrect')
    expect(await codeOf(redeem('x'.repeat(300)))).toBe('pass_incorrect')
    expect(await codeOf(redeem(''))).toBe('pass_incorrect')
  })

  test('is gone once the person is switched off, and stays gone', async () => {
    const { pass } = await issue()
    await setPersonEnabled(world.deps, { ...operator, ...person, enabled: false })
    const off = await codeOf(redeem(pass))
    await setPersonEnabled(world.deps, { ...operator, ...person, enabled: true })

    expect(off).toBe('pass_incorrect')
    expect(await codeOf(redeem(pass))).toBe('pass_incorrect')
  })

  test('is not of another tenant', async () => {
    const { pass } = await issue()
    const other = await world.aTenant()
    const there = redeemPass(world.deps, {
      tenantId: other.tenantId,
      userName: person.userName,
      pass,
      visitor: aVisitor(),
      binding: signInBinding,
    })

    expect(await codeOf(there)).toBe('pass_incorrect')
  })

  test('never stays signed in', async () => {
    const { session } = await arriveWithPass(world, person)

    expect(await codeOf(staySignedIn(world.deps, { session, visitor: aVisitor() }))).toBe(
      'not_allowed_by_policy',
    )
  })
})

describe('a pass that is gone', () => {
  test.each([
    ['replaced', () => issue()],
    [
      'removed',
      () => removePass(world.deps, { ...operator, tenantId: person.tenantId, userId: person.userId }),
    ],
  ])('%s: its sessions and their tokens end at once, and the apps are told', async (_, change) => {
    const { pass } = await issue()
    const { session, token } = await redeem(pass)
    const { tenantId, sessionId } = session
    const backchannelLogoutUri = 'https://app.example/logout'
    const { app } = await addApp(world.deps, {
      ...operator,
      tenantId,
      displayName: 'App',
      kind: 'web',
      backchannelLogoutUri,
    })
    await noteApp(world.deps, session, app.clientId)
    const idHash = new Uint8Array(32)
    await world.stores.artefacts.put({ tenantId, model: 'RefreshToken', idHash, payload: '{}', sessionId })

    await change()

    expect(await findSession(world.deps, token)).toBeUndefined()
    expect(await isSessionGoodForTokens(world.deps, tenantId, sessionId)).toBeUndefined()
    expect(
      await world.stores.artefacts.find(tenantId, 'RefreshToken', idHash, world.deps.now()),
    ).toBeUndefined()
    expect((await world.stores.sessions.find(tenantId, sessionId))?.endedBecause).toBe('pass_gone')
    const at = world.deps.now()
    const told = (await world.stores.outbox.takeDue(at, new Date(at.getTime() + 1), 1000))
      .filter(({ kind, ...each }) => kind === 'backchannelLogout' && each.tenantId === tenantId)
      .map(({ payload }) => JSON.parse(payload))
    expect(told).toEqual([{ clientId: app.clientId, sessionId, userId: person.userId }])
    expect(await codeOf(redeem(pass))).toBe('pass_incorrect')
  })

  test('replaced while it is being used: the old one opens nothing', async () => {
    const { pass } = await issue()
    const late = meanwhile(world, async () => {
      const held = await world.stores.passes.find(person.tenantId, person.userId)
      if (held !== undefined) await world.stores.passes.put({ ...held, passId: 'another' })
    })
    const attempt = redeemPass(late.deps, {
      tenantId: tenant.tenantId,
      userName: person.userName,
      pass,
      visitor: aVisitor(),
      binding: signInBinding,
    })

    expect(await codeOf(attempt)).toBe('pass_incorrect')
  })
})

describe('issuing a pass', () => {
  test('is of the length and lifetime the organisation says, with no characters that look alike', async () => {
    const { pass, record } = await issue()

    expect(pass).toMatch(/^[^0Oo1IliSsZz58Buv\s]{10}$/)
    expect(record.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(record.expiresAt.getTime() - record.startsAt.getTime()).toBe(3_600_000)
    expect(JSON.stringify(await world.stores.audit.list(tenant.tenantId, { limit: 100 }))).not.toContain(pass)
  })

  test.each([
    ['too long', { lifetimeMinutes: 481 }],
    ['too short', { lifetimeMinutes: 9 }],
    ['in the past', { startsAt: new Date(0) }],
  ])('refuses %s', async (_, ask) => {
    expect(await codeOf(issue(ask))).toBe('pass_outside_policy')
  })

  test('makes one-time passes only, where that is the rule', async () => {
    const passes = { ...defaultTenantSettings.passes, onceOnly: true }
    tenant = await world.aTenant({ passes })
    person = await world.aPerson(tenant)

    expect((await issue()).record.once).toBe(true)
    expect(await codeOf(issue({ once: false }))).toBe('pass_outside_policy')
  })

  test('not for oneself, not without a role, and not by the help desk for those who administer', async () => {
    const helper = await world.aPerson(tenant, 'helper')
    const boss = await world.aPerson(tenant, 'boss')
    const by = (actor: Person, target: Person) =>
      codeOf(issuePass(world.deps, { actor: { kind: 'person', userId: actor.userId }, ...target }))

    expect(await by(helper, person)).toBe('not_permitted')
    await grantRole(world.deps, { ...operator, ...helper, role: 'helpDesk' })
    await grantRole(world.deps, { ...operator, ...boss, role: 'globalAdministrator' })
    expect(await by(helper, person)).toBe('done')
    expect(await by(helper, helper)).toBe('pass_for_oneself')
    expect(await by(helper, boss)).toBe('not_permitted')
    expect(await by(boss, helper)).toBe('done')
    await setPersonEnabled(world.deps, { ...operator, ...helper, enabled: false })
    expect(await by(helper, person)).toBe('not_permitted')
    expect(await by(boss, helper)).toBe('person_disabled')
  })
})

describe('guessing passes', () => {
  test('is stopped after ten, right or wrong, in parallel too, and for names that nobody has', async () => {
    const { pass } = await issue()
    const guesses = await codesOf(Array.from({ length: 12 }, () => redeem('wrong')))

    expect(guesses.filter((code) => code === 'pass_incorrect')).toHaveLength(10)
    expect(await codeOf(redeem(pass))).toBe('too_many_attempts')
    const unknown = await codesOf(Array.from({ length: 11 }, () => redeem('wrong', 'nobody@example.com')))
    expect(unknown.filter((code) => code === 'too_many_attempts')).toHaveLength(1)

    world.after(600)
    expect(await codeOf(redeem(pass))).toBe('done')
  })

  test('starts afresh after a success', async () => {
    const { pass } = await issue()
    for (let round = 0; round < 2; round++) {
      await codesOf(Array.from({ length: 9 }, () => redeem('wrong')))
      expect(await codeOf(redeem(pass))).toBe('done')
    }
  })
})
