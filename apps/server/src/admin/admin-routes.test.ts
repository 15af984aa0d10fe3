import type { Tenant } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addPasskey, makePerson, makeTenant, type TestPerson } from '../security-info/test-people.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'

let world: TestWorld
let tenant: Tenant
let grace: TestPerson
let helen: TestPerson
let ada: TestPerson

beforeEach(async () => {
  world = await openTestWorld()
  tenant = await makeTenant(world, 'juniper.example')
  grace = await makePerson(world, tenant, 'grace', ['globalAdministrator'])
  helen = await makePerson(world, tenant, 'helen', ['helpDesk'])
  ada = await makePerson(world, tenant, 'ada')
})

afterEach(async () => {
  await world.close()
})

const pathOf = ({ person }: TestPerson) => `/admin-plain/people/${person.userId}`

const issue = { lifetimeMinutes: '60', verified: 'on' }

const activities = async () =>
  (await world.deps.stores.audit.list(tenant.tenantId, { limit: 50, targetId: ada.person.userId })).map(
    ({ activity, actor }) => ({ activity, by: actor.userId }),
  )

describe('coming to administration', () => {
  test.each(['/admin-plain', '/admin-plain/add-person'])(
    '%s is closed to people without a role',
    async (page) => {
      const { answer } = await ada.browser.open(page)

      expect(answer.statusCode).toBe(403)
      expect(answer.body).not.toContain('grace')
    },
  )

  test('is closed to whoever may read reports and no people', async () => {
    const rita = await makePerson(world, tenant, 'rita', ['reportsReader'])
    const { answer } = await rita.browser.open('/admin-plain')

    expect(answer.statusCode).toBe(403)
    expect(answer.body).not.toContain('grace')
  })

  test('sends whoever is not signed in to sign in', async () => {
    const answer = await world.app.inject({ url: '/admin-plain', headers: { accept: 'text/html' } })

    expect(answer.headers.location).toMatch(/^\/sign-in\?flow=/)
  })

  test.each([
    'pass',
    'pass/remove',
    'passkeys/AAAA/remove',
    'codes/x/remove',
    'sessions/revoke',
    'disable',
    'enable',
  ])('%s is refused to people without a role', async (action) => {
    const answer = await ada.browser.post(`${pathOf(grace)}/${action}`, issue)

    expect(answer.statusCode).toBe(403)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:not_permitted' })
  })

  test('finds people by a part of their name', async () => {
    const all = await helen.browser.open('/admin-plain')
    const found = await helen.browser.open('/admin-plain?q=ADA')

    expect(all.answer.body).toContain('grace@juniper.example')
    expect(found.answer.body).toContain('ada@juniper.example')
    expect(found.answer.body).not.toContain('grace@juniper.example')
  })
})

describe('issuing a Temporary Access Pass', () => {
  test('shows it once, and writes down who did it', async () => {
    const answer = await helen.browser.post(`${pathOf(ada)}/pass`, issue)

    const { pass } = answer.json().show
    expect(pass).toMatch(/^\S{8,}$/)
    const page = await helen.browser.open(pathOf(ada))
    expect(page.answer.body).not.toContain(pass)
    expect(world.logged.join('\n')).not.toContain(pass)
    expect(await activities()).toContainEqual({ activity: 'pass_issued', by: helen.person.userId })
  })

  test('wants to be told that it is really this person', async () => {
    const answer = await helen.browser.post(`${pathOf(ada)}/pass`, { lifetimeMinutes: '60' })

    expect(answer.statusCode).toBe(400)
  })

  test('is refused for oneself', async () => {
    const answer = await grace.browser.post(`${pathOf(grace)}/pass`, issue)

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:pass_for_oneself' })
  })

  test('is refused to the help desk for whoever administers', async () => {
    const answer = await helen.browser.post(`${pathOf(grace)}/pass`, issue)

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:not_permitted' })
  })

  test('needs a proof of the last five minutes', async () => {
    world.clock.at = new Date(world.clock.at.getTime() + 6 * 60_000)

    const answer = await helen.browser.post(`${pathOf(ada)}/pass`, issue)

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:fresh_sign_in_needed' })
  })

  test('is refused outside the organisation’s lifetimes', async () => {
    const answer = await helen.browser.post(`${pathOf(ada)}/pass`, { ...issue, lifetimeMinutes: '100000' })

    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:pass_outside_policy' })
  })

  test('and taking it back ends what came from it', async () => {
    await helen.browser.post(`${pathOf(ada)}/pass/remove`, {})

    expect((await ada.browser.open('/security-info')).path).toMatch(/^\/sign-in/)
  })
})

describe('looking after an account', () => {
  test('a person of another organisation is not there', async () => {
    const elsewhere = await makeTenant(world, 'cedar.example')
    const eve = await makePerson(world, elsewhere, 'eve', ['globalAdministrator'])

    const page = await eve.browser.open(pathOf(ada))
    const answer = await eve.browser.post(`${pathOf(ada)}/pass`, issue)

    expect(page.answer.statusCode).toBe(404)
    expect(answer.statusCode).toBe(404)
  })

  test('switching it off ends its sessions; switching it on again lets it be used', async () => {
    await grace.browser.post(`${pathOf(ada)}/disable`, {})
    const off = await ada.browser.open('/security-info')
    await grace.browser.post(`${pathOf(ada)}/enable`, {})
    const on = await world.deps.stores.people.find(tenant.tenantId, ada.person.userId)

    expect(off.path).toMatch(/^\/sign-in/)
    expect(on?.enabled).toBe(true)
  })

  test('the help desk may not switch it off, and nobody their own', async () => {
    const helpDesk = await helen.browser.post(`${pathOf(ada)}/disable`, {})
    const own = await grace.browser.post(`${pathOf(grace)}/disable`, {})

    expect(helpDesk.statusCode).toBe(403)
    expect(own.statusCode).toBe(403)
  })

  test('ending the sessions ends them all', async () => {
    const answer = await helen.browser.post(`${pathOf(ada)}/sessions/revoke`, {})

    expect(answer.statusCode).toBe(200)
    expect((await ada.browser.open('/security-info')).path).toMatch(/^\/sign-in/)
  })

  test('removing a passkey is written down with who did it, and mailed', async () => {
    const { id } = await addPasskey(ada.browser)

    const answer = await grace.browser.post(`${pathOf(ada)}/passkeys/${id}/remove`, {})

    expect(answer.statusCode).toBe(200)
    expect(await world.deps.stores.credentials.listOfPerson(tenant.tenantId, ada.person.userId)).toEqual([])
    expect(await activities()).toContainEqual({ activity: 'passkey_removed', by: grace.person.userId })
    const mails = await world.deps.stores.outbox.takeDue(world.clock.at, world.clock.at, 100)
    const mail = mails
      .map(({ payload }) => JSON.parse(payload))
      .find(({ template }) => template === 'passkey_removed')
    expect(mail).toMatchObject({ to: 'ada@juniper.example', values: { by: 'grace Example' } })
  })

  test('somebody else’s passkey cannot be removed under another name', async () => {
    const { id } = await addPasskey(grace.browser)
    await addPasskey(grace.browser)

    const answer = await grace.browser.post(`${pathOf(ada)}/passkeys/${id}/remove`, {})

    expect(answer.statusCode).toBe(404)
    expect(
      await world.deps.stores.credentials.listOfPerson(tenant.tenantId, grace.person.userId),
    ).toHaveLength(2)
  })

  test('the sign-in log says why in words', async () => {
    await world.deps.stores.signIns.append({
      tenantId: tenant.tenantId,
      signInId: '019310a2-7c9e-7f00-9c1a-2b4f5e6a7b8d',
      at: world.clock.at,
      correlationId: '019310a2-7c9e-7f00-9c1a-2b4f5e6a7b8e',
      outcome: 'failure',
      code: 'pass_expired',
      userId: ada.person.userId,
      ipAddress: '192.0.2.9',
      userAgent: '',
    })

    const { answer } = await helen.browser.open(pathOf(ada))

    expect(answer.body).toContain('This Temporary Access Pass has expired')
    expect(answer.body).toContain('Ask your help desk for a new one.')
    expect(answer.body).toContain('019310a2-7c9e-7f00-9c1a-2b4f5e6a7b8e')
  })

  test('adding somebody leads to their page', async () => {
    const person = { displayName: 'Edsger Dijkstra', userName: 'edsger@juniper.example', mail: '' }

    const helpDesk = await helen.browser.post('/admin-plain/people', person)
    const answer = await grace.browser.post('/admin-plain/people', person)

    expect(helpDesk.statusCode).toBe(403)
    expect((await grace.browser.open(answer.json().navigate)).heading).toBe('Edsger Dijkstra')
  })
})
