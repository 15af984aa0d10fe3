import type { Person } from '@latchkey/identity'
import { addPerson, changeRecoveryContact } from '@latchkey/identity/administer'
import { languages } from '@latchkey/words'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signIn } from '../security-info/test-people.ts'
import type { TestBrowser } from '../sign-in/test-browser.ts'
import { openSignInWorld, post, type SignInWorld, typeName } from '../sign-in/test-sign-in-world.ts'

let world: SignInWorld
let browser: TestBrowser
let names = 0
let anna: Person

beforeAll(async () => {
  world = await openSignInWorld()
})
beforeEach(async () => {
  browser = world.browser()
  anna = await world.add(`anna${++names}`)
  // Each test asks from a network that nobody counted yet.
  world.clock.at = new Date(world.clock.at.getTime() + 3_601_000)
})
afterAll(() => world.close())

const ask = (change: object = {}) =>
  browser.post('/pass-request', { name: anna.userName, reason: 'Phone lost', contact: '+49 30 1', ...change })

const requests = () => world.deps.stores.passRequests.listOfPerson(anna.tenantId, anna.userId, 10)

const withSettings = async (change: object) => {
  const { tenants } = world.deps.stores
  const tenant = await tenants.find(anna.tenantId)
  if (tenant === undefined) throw new Error('no tenant')
  const passRequests = { ...tenant.settings.passRequests, ...change }
  await tenants.putSettings(anna.tenantId, { ...tenant.settings, passRequests })
}

describe('asking for a pass from the sign-in page', () => {
  test('leads from “use another way” to a request, and back', async () => {
    const named = await typeName(browser, anna.displayName)
    const ways = await browser.open(`/sign-in/another-way?flow=${named.flow}`)
    const link = /href="(\/pass-request[^"]*)"/.exec(ways.answer.body)?.[1] ?? ''

    const page = await browser.open(link)
    expect(page.heading).toBe('Ask for a Temporary Access Pass')
    expect(page.answer.body).toContain(`value="${anna.userName}"`)
    const sent = await browser.open(
      await post(browser, '/pass-request', {
        flow: page.flow,
        name: anna.userName,
        reason: 'Phone lost',
        contact: 'Room 12',
        start: '2026-03-03T08:00:00.000Z',
        minutes: 240,
      }),
    )

    expect(sent.heading).toBe('Thank you')
    expect(sent.answer.body).toMatch(/href="\/sign-in\?flow=/)
    expect(await requests()).toMatchObject([
      { reason: 'Phone lost', contact: 'Room 12', lifetimeMinutes: 240 },
    ])
  })

  test('says the same of somebody and of nobody, in the same time', async () => {
    const timed = async (name: string) => {
      const from = performance.now()
      const answer = await ask({ name })
      return { status: answer.statusCode, body: answer.body, tookLong: performance.now() - from >= 390 }
    }

    const [somebody, nobody] = [await timed(anna.userName), await timed('nobody@contoso.example')]

    expect(somebody).toEqual({ status: 200, body: '{"navigate":"/pass-request/sent"}', tookLong: true })
    expect(nobody).toEqual(somebody)
  })

  test('is refused to another site, and to what is no request', async () => {
    const from = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    const payload = { name: anna.userName, reason: 'x', contact: 'x' }
    const crossed = await world.app.inject({ method: 'POST', url: '/pass-request', headers: from, payload })

    expect(crossed.statusCode).toBe(403)
    expect((await ask({ reason: '' })).statusCode).toBe(400)
    expect((await ask({ name: 'x'.repeat(300) })).statusCode).toBe(400)
    expect((await ask({ start: 'soon' })).statusCode).toBe(400)
    expect(await requests()).toEqual([])
  })

  test('is limited for each name, with the same words for everybody', async () => {
    for (const name of [anna.userName, 'nobody@contoso.example']) {
      for (let each = 0; each < 3; each++) await ask({ name })
      expect((await ask({ name })).json()).toMatchObject({
        status: 429,
        type: 'urn:latchkey:too_many_attempts',
      })
      world.clock.at = new Date(world.clock.at.getTime() + 3_601_000)
    }
  })

  test.each(languages)('the pages are small and whole in %s', async (language) => {
    for (const url of ['', '/sent', '/stop?t=x&r=y', '/stopped', '/confirmed']) {
      const answer = await world.app.inject({
        url: `/pass-request${url}`,
        headers: { 'accept-language': language, 'accept-encoding': 'br' },
      })
      expect(answer.statusCode).toBe(200)
      expect(answer.rawPayload.length + JSON.stringify(answer.headers).length).toBeLessThan(10 * 1024)
    }
    const page = await world.app.inject({ url: '/pass-request', headers: { 'accept-language': language } })
    expect(page.body).toContain(`<html lang="${language}">`)
    expect(page.body.split('<script')[0]).not.toMatch(/undefined|\[object/)
  })
})

describe('stopping a request by the link of the mail', () => {
  test('stops it, and answers the same when there is nothing to stop', async () => {
    await ask()
    const [request] = await requests()
    const stop = (requestId: string) =>
      browser.post('/pass-request/stop', { flow: '', tenantId: anna.tenantId, requestId, answer: 'yes' })
    const page = await browser.open(`/pass-request/stop?t=${anna.tenantId}&r=${request?.requestId}`)
    expect(page.heading).toBe('Stop this request?')
    // Looking stops nothing: mail programs look at links.
    expect((await requests())[0]?.state).toBe('open')

    const stopped = await stop(request?.requestId ?? '')
    const again = await stop(request?.requestId ?? '')
    const nothing = await stop('nonsense')

    expect((await requests())[0]?.state).toBe('stopped')
    expect([again.body, nothing.body]).toEqual([stopped.body, stopped.body])
    expect((await browser.open(stopped.json().navigate)).heading).toBe('It is stopped')
  })
})

describe('the manager’s word', () => {
  test('is asked for on a page that names the person, and is for the manager alone', async () => {
    await withSettings({ approval: 'manager' })
    const boss = await world.add(`boss${names}`)
    const actor = { kind: 'operator' } as const
    await changeRecoveryContact(world.deps, { ...anna, actor, change: { managerId: boss.userId } })
    await ask()
    const [request] = await requests()
    const path = `/pass-request/confirm/${request?.requestId}`
    const theirs = await signIn(world, boss)

    expect((await browser.open(path)).path).toMatch(/^\/sign-in/)
    const stranger = await signIn(world, await world.add(`other${names}`))
    expect((await stranger.open(path)).heading).toBe('Nothing waits for you here')
    const refused = await stranger.post('/pass-request/confirm', {
      requestId: request?.requestId,
      answer: 'yes',
    })
    expect(refused.statusCode).toBe(404)
    const page = await theirs.open(path)
    expect(page.heading).toBe(`Is it really ${anna.displayName}?`)
    expect(page.answer.body).toContain('Phone lost')
    await post(theirs, '/pass-request/confirm', { requestId: request?.requestId, answer: 'yes' })

    expect((await requests())[0]).toMatchObject({ state: 'open', first: { by: boss.userId } })
    expect((await theirs.open(path)).heading).toBe('Nothing waits for you here')
    await withSettings({ approval: 'one' })
  })

  test('wants a fresh proof', async () => {
    await withSettings({ approval: 'manager' })
    const boss = await addPerson(world.deps, {
      tenantId: anna.tenantId,
      userName: `chief${names}@contoso.example`,
      displayName: 'Chief',
      actor: { kind: 'operator' },
    })
    const theirs = await signIn(world, boss)
    world.clock.at = new Date(world.clock.at.getTime() + 301_000)

    expect((await theirs.open('/pass-request/confirm/x')).path).toMatch(/^\/sign-in/)
    await withSettings({ approval: 'one' })
  })
})
