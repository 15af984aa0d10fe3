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

const api = '/admin/api/v1.0'
const people = `${api}/latchkey/people`
const methodsOf = ({ person }: TestPerson) => `${api}/users/${person.userId}/authentication`
const newPass = { lifetimeInMinutes: 60 }

const request = (by: TestPerson, method: 'DELETE' | 'PATCH', url: string, payload?: object) =>
  world.app.inject({
    method,
    url,
    headers: {
      cookie: [...by.browser.cookies].map((each) => each.join('=')).join('; '),
      origin: world.deps.config.url.origin,
    },
    ...(payload !== undefined && { payload }),
  })

const activities = async () =>
  (await world.deps.stores.audit.list(tenant.tenantId, { limit: 50, targetId: ada.person.userId })).map(
    ({ activity, actor }) => ({ activity, by: actor.userId }),
  )

describe('coming to the admin centre', () => {
  test('is closed to people without a role', async () => {
    const page = await ada.browser.open('/admin')
    const list = await ada.browser.open(people)

    expect([page.answer.statusCode, list.answer.statusCode]).toEqual([403, 403])
    expect(list.answer.body).not.toContain('grace')
  })

  test('shows nobody to whoever may read reports and no people', async () => {
    const rita = await makePerson(world, tenant, 'rita', ['reportsReader'])
    const { answer } = await rita.browser.open(people)

    expect(answer.statusCode).toBe(403)
    expect(answer.body).not.toContain('grace')
  })

  test('sends whoever is not signed in to sign in', async () => {
    const answer = await world.app.inject({ url: '/admin', headers: { accept: 'text/html' } })

    expect(answer.headers.location).toMatch(/^\/sign-in\?flow=/)
  })

  test('finds people of one’s own organisation only', async () => {
    const elsewhere = await makeTenant(world, 'cedar.example')
    const eve = await makePerson(world, elsewhere, 'eve', ['globalAdministrator'])

    const list = await eve.browser.open(`${people}?$search="ada"`)
    const one = await eve.browser.open(`${people}/${ada.person.userId}`)
    const pass = await eve.browser.post(`${methodsOf(ada)}/temporaryAccessPassMethods`, newPass)

    expect(list.answer.json().value).toEqual([])
    expect([one.answer.statusCode, pass.statusCode]).toEqual([404, 404])
  })
})

describe('issuing a pass in the admin centre', () => {
  test('says it once, and writes down who did it', async () => {
    const issued = await helen.browser.post(`${methodsOf(ada)}/temporaryAccessPassMethods`, newPass)
    const { answer } = await helen.browser.open(`${people}/${ada.person.userId}`)

    const { temporaryAccessPass: secret } = issued.json()
    expect(secret).toMatch(/^\S{8,}$/)
    expect(answer.json().pass).toMatchObject({ isUsableOnce: expect.any(Boolean) })
    expect(answer.body).not.toContain(secret)
    expect(await activities()).toContainEqual({ activity: 'pass_issued', by: helen.person.userId })
  })

  test.each([
    ['for oneself', () => [grace, grace] as const],
    ['by the help desk, for whoever administers', () => [helen, grace] as const],
  ])('is refused %s', async (_, who) => {
    const [by, whose] = who()
    const answer = await by.browser.post(`${methodsOf(whose)}/temporaryAccessPassMethods`, newPass)

    expect(answer.statusCode).toBe(403)
  })
})

describe('looking after an account in the admin centre', () => {
  test('switching it off ends its sessions; switching it on again lets it be used', async () => {
    const path = `${api}/users/${ada.person.userId}`
    await request(grace, 'PATCH', path, { accountEnabled: false })
    const off = await ada.browser.open('/security-info')
    await request(grace, 'PATCH', path, { accountEnabled: true })
    const on = await world.deps.stores.people.find(tenant.tenantId, ada.person.userId)

    expect(off.path).toMatch(/^\/sign-in/)
    expect(on?.enabled).toBe(true)
  })

  test('the help desk may not switch it off, and nobody their own', async () => {
    const off = { accountEnabled: false }
    const helpDesk = await request(helen, 'PATCH', `${api}/users/${ada.person.userId}`, off)
    const own = await request(grace, 'PATCH', `${api}/users/${grace.person.userId}`, off)

    expect([helpDesk.statusCode, own.statusCode]).toEqual([403, 403])
  })

  test('removing a passkey is written down with who did it, and mailed', async () => {
    const { id } = await addPasskey(ada.browser)

    const answer = await request(grace, 'DELETE', `${methodsOf(ada)}/fido2Methods/${id}`)

    expect(answer.statusCode).toBe(204)
    expect(await activities()).toContainEqual({ activity: 'passkey_removed', by: grace.person.userId })
    const mails = await world.deps.stores.outbox.takeDue(world.clock.at, world.clock.at, 100)
    const mail = mails
      .map(({ payload }) => JSON.parse(payload))
      .find(({ template }) => template === 'passkey_removed')
    expect(mail).toMatchObject({ to: 'ada@juniper.example', values: { by: 'grace Example' } })
  })

  test('somebody else’s passkey cannot be removed under another name', async () => {
    const { id } = await addPasskey(grace.browser)

    const answer = await request(grace, 'DELETE', `${methodsOf(ada)}/fido2Methods/${id}`)

    expect(answer.statusCode).toBe(404)
  })

  test('the help desk reads why somebody could not come in', async () => {
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

    const { answer } = await helen.browser.open(`${people}/${ada.person.userId}/signIns`)

    expect(answer.json().value).toContainEqual(
      expect.objectContaining({
        code: 'pass_expired',
        outcome: 'failure',
        correlationId: '019310a2-7c9e-7f00-9c1a-2b4f5e6a7b8e',
      }),
    )
  })
})
