import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aPersonWithPasskey,
  arriveWithPassword,
  aVisitor,
  codeOf,
  mails,
  openWorld,
  operator,
  signIn,
  type World,
} from '../../test/world.ts'
import { addApp, setPersonEnabled } from '../administer.ts'
import {
  endSession,
  endSessionsOfPerson,
  findSession,
  findTenantOfToken,
  isSessionGoodForTokens,
  listSessions,
  noteApp,
  type Person,
  type SignedIn,
  staySignedIn,
  type Tenant,
} from '../index.ts'

let world: World
let tenant: Tenant
let person: Person
let here: SignedIn
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  const owner = await aPersonWithPasskey(world, tenant)
  person = owner.person
  here = await signIn(world, tenant.tenantId, owner.passkey)
})
afterAll(() => world.close())

const isAlive = async ({ token }: SignedIn) => (await findSession(world.deps, token)) !== undefined
const isGood = async ({ session }: SignedIn) =>
  (await isSessionGoodForTokens(world.deps, session.tenantId, session.sessionId)) !== undefined
const end = ({ session }: SignedIn) =>
  endSession(world.deps, {
    tenantId: session.tenantId,
    sessionId: session.sessionId,
    because: 'signed_out',
    visitor: aVisitor(),
  })

async function logoutMessages(): Promise<readonly object[]> {
  const at = world.deps.now()
  const due = await world.stores.outbox.takeDue(at, new Date(at.getTime() + 1), 10_000)
  return due
    .filter(({ kind, tenantId }) => kind === 'backchannelLogout' && tenantId === tenant.tenantId)
    .map(({ payload }) => JSON.parse(payload))
}

describe('a session’s secret', () => {
  test('names its tenant and is kept as a hash', async () => {
    expect(here.token).toMatch(/^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}$/)
    expect(findTenantOfToken(here.token)).toBe(tenant.tenantId)
    const kept = await world.stores.sessions.find(tenant.tenantId, here.session.sessionId)
    expect(JSON.stringify(kept)).not.toContain(here.token.slice(23))
  })

  test.each([
    ['nothing', () => ''],
    ['another secret', () => `${here.token.slice(0, -1)}${here.token.endsWith('A') ? 'E' : 'A'}`],
    ['another tenant', () => `${'A'.repeat(22)}${here.token.slice(22)}`],
    ['a tenant that is spelt otherwise', () => `${here.token.slice(0, 21)}~${here.token.slice(22)}`],
    ['more than a secret', () => `${here.token}A`],
  ])('opens nothing: %s', async (_, change) => {
    expect(await findSession(world.deps, change())).toBeUndefined()
  })
})

describe('the life of a session', () => {
  test('is as long as the organisation says', async () => {
    world.after(12 * 3600 - 1)
    expect(await isAlive(here)).toBe(true)
    world.after(1)
    expect(await isAlive(here)).toBe(false)
    expect(await isGood(here)).toBe(true)
  })

  test('is longer for who stays signed in', async () => {
    const { session } = here

    const kept = await staySignedIn(world.deps, { session, visitor: aVisitor() })

    expect(kept).toMatchObject({ staysSignedIn: true })
    world.after(89 * 86_400)
    expect((await findSession(world.deps, here.token))?.session.staysSignedIn).toBe(true)
    world.after(86_400)
    expect(await isAlive(here)).toBe(false)
  })

  test('does not change by saying so where it is not offered', async () => {
    const sessions = { sessionMinutes: 60, staySignedInDays: 90, offerStaySignedIn: false }
    tenant = await world.aTenant({ sessions })
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const { session } = await signIn(world, tenant.tenantId, passkey)

    expect(await codeOf(staySignedIn(world.deps, { session, visitor: aVisitor() }))).toBe(
      'not_allowed_by_policy',
    )
  })

  test('is noted at most once in five minutes', async () => {
    const seen = async () =>
      (await world.stores.sessions.find(tenant.tenantId, here.session.sessionId))?.lastSeenAt
    world.after(299)
    await isAlive(here)
    expect(await seen()).toEqual(here.session.lastSeenAt)
    world.after(1)
    await isAlive(here)
    expect(await seen()).toEqual(world.deps.now())
  })
})

describe('ending a session', () => {
  test('ends tokens with it and tells the apps, once, however many end it', async () => {
    const { tenantId, sessionId, userId } = here.session
    const web = { ...operator, tenantId, kind: 'web' as const }
    const { app } = await addApp(world.deps, {
      ...web,
      displayName: 'Told',
      backchannelLogoutUri: 'https://a.example/',
    })
    const { app: silent } = await addApp(world.deps, { ...web, displayName: 'Silent' })
    for (const { clientId } of [app, app, silent]) await noteApp(world.deps, here.session, clientId)
    const idHash = new Uint8Array(32).fill(1)
    await world.stores.artefacts.put({ tenantId, model: 'RefreshToken', idHash, payload: '{}', sessionId })

    const ended = await Promise.all([end(here), end(here), end(here)])

    expect(ended.filter((session) => session !== undefined)).toHaveLength(1)
    expect(await logoutMessages()).toEqual([{ clientId: app.clientId, sessionId, userId }])
    expect(
      await world.stores.artefacts.find(tenantId, 'RefreshToken', idHash, world.deps.now()),
    ).toBeUndefined()
    expect([await isAlive(here), await isGood(here)]).toEqual([false, false])
    expect(await codeOf(noteApp(world.deps, here.session, app.clientId))).toBe('session_ended')
  })

  test('is written down, and is not for somebody else’s', async () => {
    const { tenantId, sessionId } = here.session
    const stranger = { tenantId, sessionId, userId: 'stranger', because: 'ended_by_person' as const }
    expect(await codeOf(endSession(world.deps, stranger))).toBe('not_found')
    expect(await isAlive(here)).toBe(true)

    await end(here)

    const audit = await world.stores.audit.list(tenantId, { limit: 10, activity: 'session_ended' })
    expect(audit).toMatchObject([
      { actor: { kind: 'person', userId: person.userId }, target: { id: sessionId }, ipAddress: '192.0.2.7' },
    ])
  })

  test('is for good, whatever the clock does', async () => {
    await end(here)
    world.after(-3600)

    expect([await isAlive(here), await isGood(here)]).toEqual([false, false])
    world.after(3600)
  })

  test('everywhere: ends expired ones too, because tokens hang on them, and changes the stamp', async () => {
    world.after(13 * 3600)
    expect(await isGood(here)).toBe(true)
    const now = await arriveWithPassword(world, await world.aPerson(tenant, 'berta'))

    const stamp = await endSessionsOfPerson(world.deps, {
      ...operator,
      ...person,
      because: 'signed_out_everywhere',
    })

    expect(stamp).not.toBe(person.securityStamp)
    expect([await isAlive(here), await isGood(here)]).toEqual([false, false])
    expect(await isAlive(now)).toBe(true)
    expect(await mails(world, tenant)).toContain('sessions_revoked')
  })

  test('one whose time is over is listed as long as an app has a refresh token of it', async () => {
    const { tenantId, sessionId } = here.session
    const token = { tenantId, model: 'RefreshToken', idHash: new Uint8Array(32).fill(2), payload: '{}' }
    const expiresAt = new Date(world.deps.now().getTime() + 14 * 3_600_000)
    await world.stores.artefacts.put({ ...token, sessionId, expiresAt })
    world.after(13 * 3600)

    const listed = await listSessions(world.deps, tenantId, person.userId)
    world.after(3600)
    const later = await listSessions(world.deps, tenantId, person.userId)

    expect(listed.map((session) => session.sessionId)).toContain(sessionId)
    expect(later).toEqual([])
  })

  test('a changed stamp is enough: what was made under the old one is worth nothing', async () => {
    await world.stores.people.putSecurityStamp(tenant.tenantId, person.userId, 'another')

    expect([await isAlive(here), await isGood(here)]).toEqual([false, false])
    expect(await listSessions(world.deps, tenant.tenantId, person.userId)).toEqual([])
  })

  test('everywhere but here', async () => {
    const there = await arriveWithPassword(world, person)
    const again = await arriveWithPassword(world, person)

    await endSessionsOfPerson(world.deps, {
      ...operator,
      ...person,
      because: 'signed_out_everywhere',
      except: again.session.sessionId,
    })

    expect([await isAlive(there), await isAlive(again)]).toEqual([false, true])
    expect(await listSessions(world.deps, tenant.tenantId, person.userId)).toHaveLength(1)
  })

  test('everywhere but here: also tokens that hang on a session whose time is over', async () => {
    world.after(13 * 3600)
    const { passkey } = await aPersonWithPasskey(world, tenant, 'berta')
    const old = await signIn(world, tenant.tenantId, passkey)
    world.after(13 * 3600)
    const now = await signIn(world, tenant.tenantId, passkey)
    expect([await isAlive(old), await isGood(old)]).toEqual([false, true])

    await endSessionsOfPerson(world.deps, {
      ...operator,
      ...now.person,
      because: 'signed_out_everywhere',
      except: now.session.sessionId,
    })

    expect([await isGood(old), await isGood(now)]).toEqual([false, true])
  })

  test('is not for strangers', async () => {
    const stranger = await world.aPerson(tenant, 'stranger')
    const by = (actor: Person) =>
      codeOf(
        endSessionsOfPerson(world.deps, {
          ...person,
          actor: { kind: 'person', userId: actor.userId },
          because: 'ended_by_person',
        }),
      )

    expect(await by(stranger)).toBe('not_permitted')
    expect(await by(person)).toBe('done')
  })
})

describe('switching a person off', () => {
  test('ends everything, and switching on again brings nothing back', async () => {
    await setPersonEnabled(world.deps, { ...operator, ...person, enabled: false })
    expect([await isAlive(here), await isGood(here)]).toEqual([false, false])

    await setPersonEnabled(world.deps, { ...operator, ...person, enabled: true })
    expect([await isAlive(here), await isGood(here)]).toEqual([false, false])
    const kept = await world.stores.sessions.find(tenant.tenantId, here.session.sessionId)
    expect(kept?.endedBecause).toBe('person_disabled')
  })
})
