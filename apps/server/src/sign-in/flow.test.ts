import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openSignInWorld, post, type SignInWorld, typeName } from './test-sign-in-world.ts'

let world: SignInWorld

beforeEach(async () => {
  world = await openSignInWorld()
})

afterEach(async () => await world.close())

describe('a name', () => {
  test('of an unknown organisation is called so', async () => {
    const browser = world.browser()
    const { flow } = await browser.open('/ask?strength=multiFactor')

    const unknown = await browser.post('/sign-in/name', { flow, userName: 'kay@fabrikam.example' })
    const bare = await browser.post('/sign-in/name', { flow, userName: 'kay' })

    expect(unknown.json()).toMatchObject({ type: 'urn:latchkey:tenant_unknown' })
    expect(bare.json()).toMatchObject({ type: 'urn:latchkey:domain_needed' })
  })

  test('without a domain is one of the organisation that is asked for', async () => {
    const browser = world.browser()
    const { flow } = await browser.open(`/ask?strength=multiFactor&tenant=${world.tenant.tenantId}`)

    const page = await browser.open(await post(browser, '/sign-in/name', { flow, userName: ' Kay ' }))

    expect(page.answer.body).toContain('Kay@contoso.example')
  })

  test('that nobody has gets the pages that people get, with the same headers', async () => {
    await world.add('pia')
    const browser = world.browser()
    const known = await typeName(browser, 'pia')

    const unknown = await typeName(browser, 'ida')

    expect(unknown.heading).toBe(known.heading)
    expect(Object.keys(unknown.answer.headers)).toEqual(Object.keys(known.answer.headers))
    expect(Math.abs(unknown.answer.body.length - known.answer.body.length)).toBeLessThan(100)
  })
})

describe('a flow', () => {
  test('belongs to one browser', async () => {
    const { flow } = await world.browser().open('/ask?strength=multiFactor')
    const other = world.browser()
    await other.open('/ask?strength=multiFactor')

    const page = await other.open(`/sign-in/password?flow=${flow}`)
    const answer = await other.post('/sign-in/passkey/begin', { flow })

    expect(page.answer.statusCode).toBe(410)
    expect(page.heading).toBe('This page is too old')
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:flow_stale', title: 'This page is too old' })
  })

  test('ends after an hour', async () => {
    const browser = world.browser()
    const { flow } = await browser.open('/ask?strength=multiFactor')

    world.clock.at = new Date(world.clock.at.getTime() + 61 * 60 * 1000)

    expect((await browser.open(`/sign-in?flow=${flow}`)).answer.statusCode).toBe(410)
  })

  test('is no place for an answer without a flow, or from another site', async () => {
    const { statusCode } = await world.browser().post('/sign-in/name', { userName: 'kay@contoso.example' })
    const cross = await world.app.inject({
      method: 'POST',
      url: '/sign-in/passkey/begin',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      payload: { flow: '' },
    })

    expect(statusCode).toBe(400)
    expect(cross.statusCode).toBe(403)
  })

  test('writes nothing when somebody arrives, types a name, and begins', async () => {
    const browser = world.browser()
    await world.add('kay')
    const units = vi.spyOn(world.deps.stores, 'atomically')

    const page = await typeName(browser, 'kay')
    await browser.post('/sign-in/passkey/begin', { flow: page.flow })

    expect(units).not.toHaveBeenCalled()
  })

  test('carries a person out of an in-app browser, with destination and name', async () => {
    await world.add('kay')
    const instagram =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile Instagram 300'
    const inApp = await world.browser(instagram).open('/ask?strength=multiFactor')
    expect(inApp.heading).toBe('Open this in your browser')
    const link = /data-value="([^"]*)"/.exec(inApp.answer.body)?.[1] ?? ''

    const safari = await world.browser().open(new URL(link).pathname + new URL(link).search)

    expect(safari.heading).toBe('Sign in')
    expect(safari.answer.body).toContain('Expenses')
  })
})

describe('a browser that gives no passkey', () => {
  const failure = {
    ceremony: 'get',
    name: 'NotAllowedError',
    message: '',
    elapsedMilliseconds: 20,
    timeoutMilliseconds: 300_000,
    automatic: false,
    focused: true,
    framed: false,
    secure: true,
    transports: [],
    capabilities: {},
  }

  test('is explained in words, and noted under the same code and correlation id', async () => {
    await world.add('kay')
    const browser = world.browser()
    const { flow } = await typeName(browser, 'kay')

    const answer = await browser.post('/sign-in/report', { flow, failure })
    await world.app.close()

    expect(answer.json()).toMatchObject({
      type: 'urn:latchkey:browser_prompt_blocked',
      title: 'The passkey prompt did not open',
    })
    const noted = await world.deps.stores.signIns.list(world.tenant.tenantId, { limit: 10 })
    expect(noted).toMatchObject([
      { code: 'browser_prompt_blocked', outcome: 'interrupted', correlationId: answer.json().correlationId },
    ])
  })

  test('cannot fill the log', async () => {
    const browser = world.browser()
    const { flow } = await typeName(browser, 'kay')

    for (let report = 0; report < 50; report++) await browser.post('/sign-in/report', { flow, failure })
    await world.app.close()

    expect(await world.deps.stores.signIns.list(world.tenant.tenantId, { limit: 100 })).toHaveLength(20)
  })

  test('cannot fill the log from the many addresses of one network', async () => {
    const browser = world.browser()
    const { flow } = await typeName(browser, 'kay')
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

    for (let report = 0; report < 50; report++) {
      await world.app.inject({
        method: 'POST',
        url: '/sign-in/report',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        remoteAddress: `2001:db8::${report}`,
        payload: { flow, failure },
      })
    }
    await world.app.close()

    expect(await world.deps.stores.signIns.list(world.tenant.tenantId, { limit: 100 })).toHaveLength(20)
  })
})
