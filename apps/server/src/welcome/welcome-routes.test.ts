import { createFirstAdministratorLink } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestBrowser, testBrowser } from '../sign-in/test-browser.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'

let world: TestWorld
let browser: TestBrowser
let token: string

beforeEach(async () => {
  world = await openTestWorld()
  browser = testBrowser(world)
  token = await createFirstAdministratorLink(world.deps)
})

afterEach(async () => {
  await world.close()
})

const form = {
  organisation: 'Juniper Works',
  domain: 'juniper.example',
  displayName: 'Grace Hopper',
  userName: 'grace@juniper.example',
  mail: '',
}

describe('the first administrator’s link', () => {
  test('is not spent by opening it, nor by asking what it is worth', async () => {
    await browser.open('/welcome')
    await browser.post('/welcome/check', { token })

    const check = await browser.post('/welcome/check', { token })

    expect(check.json()).toEqual({ usable: true })
  })

  test('sets up the organisation, signs the administrator in, and leads to the making of a passkey', async () => {
    const answer = await browser.post('/welcome', { token, ...form })

    const { navigate } = answer.json()
    expect(navigate).toMatch(/^\/sign-in\?flow=/)
    expect((await browser.open(navigate)).heading).toBe('Keep your account secure')
    const [tenant] = await world.deps.stores.tenants.list()
    expect(tenant?.displayName).toBe('Juniper Works')
    const grace = await world.deps.stores.people.findByUserName(tenant?.tenantId ?? '', form.userName)
    const roles = await world.deps.stores.roles.listOfPerson(tenant?.tenantId ?? '', grace?.userId ?? '')
    expect(roles).toEqual(['globalAdministrator'])
  })

  test('works once', async () => {
    await browser.post('/welcome', { token, ...form })

    const again = await testBrowser(world).post('/welcome', { token, ...form })

    expect(again.statusCode).toBe(410)
    expect(again.json()).toMatchObject({ type: 'urn:latchkey:link_unusable' })
    expect(await world.deps.stores.tenants.list()).toHaveLength(1)
  })

  test('is worth nothing after a day, or when a newer one was made', async () => {
    const newer = await createFirstAdministratorLink(world.deps)
    const old = await browser.post('/welcome/check', { token })
    world.clock.at = new Date(world.clock.at.getTime() + 25 * 60 * 60 * 1000)
    const tooOld = await browser.post('/welcome', { token: newer, ...form })

    expect(old.json()).toEqual({ usable: false })
    expect(tooOld.statusCode).toBe(410)
  })

  test.each([
    ['no organisation', { organisation: ' ' }],
    ['no domain', { domain: 'x' }],
    ['no name', { displayName: '' }],
    ['no user name', { userName: '' }],
    ['a mail address that is none', { mail: 'grace' }],
  ])('is not spent by a form with %s', async (_, change) => {
    const answer = await browser.post('/welcome', { token, ...form, ...change })

    expect(answer.statusCode).toBe(400)
    expect((await browser.post('/welcome/check', { token })).json()).toEqual({ usable: true })
  })

  test('cannot be used from another site', async () => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/welcome',
      headers: { origin: 'https://evil.example' },
      payload: { token, ...form },
    })

    expect(answer.statusCode).toBe(403)
  })

  test('appears in no log', async () => {
    await browser.open('/welcome')
    await browser.post('/welcome/check', { token })
    await browser.post('/welcome', { token, ...form })

    expect(world.logged.join('\n')).not.toContain(token)
  })
})
