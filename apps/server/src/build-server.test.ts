import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from './test-world.ts'

const ours = 'http://localhost:3000'

describe('answering a request', () => {
  let world: TestWorld

  beforeEach(async () => {
    world = await openTestWorld()
    world.app.post('/test/change', async () => ({ changed: true }))
    world.app.post('/test/token', { config: { crossOrigin: 'oauth' } }, async () => ({ token: true }))
    world.app.get('/test/visitor', async ({ visitor }) => ({ ...visitor, visitHash: '' }))
    world.app.get('/test/fault', async () => {
      throw new Error('a secret detail')
    })
  })

  afterEach(async () => await world.close())

  test('sets the headers that keep a browser careful', async () => {
    const { headers } = await world.app.inject('/healthz')

    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-correlation-id': expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    })
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).not.toHaveProperty('cross-origin-opener-policy')
  })

  test.each([
    ['our origin', { origin: ours }, 200],
    ['our origin, as the browser says too', { origin: ours, 'sec-fetch-site': 'same-origin' }, 200],
    ['a form without a referrer', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 200],
    ['another origin', { origin: 'http://localhost:3001' }, 403],
    [
      'another origin that claims to be us',
      { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-origin' },
      403,
    ],
    ['a sandboxed frame', { origin: 'null', 'sec-fetch-site': 'cross-site' }, 403],
    ['a sandboxed frame of an old browser', { origin: 'null' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['nobody', {}, 403],
  ])('looks where a change comes from: %s', async (_, headers, status) => {
    const answer = await world.app.inject({ method: 'POST', url: '/test/change', headers })

    expect(answer.statusCode).toBe(status)
    if (status === 403) expect(answer.json()).toMatchObject({ type: 'urn:latchkey:cross_origin' })
  })

  test('lets other sites call what carries no authority of a cookie', async () => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/test/token',
      headers: { origin: 'https://app.example' },
    })

    expect(answer.statusCode).toBe(200)
  })

  test('shows a page to a person and a problem to a script when something is missing', async () => {
    const page = await world.app.inject({ url: '/nowhere', headers: { accept: 'text/html' } })
    const problem = await world.app.inject({ url: '/nowhere', headers: { accept: 'application/json' } })

    expect(page.statusCode).toBe(404)
    expect(page.headers['content-type']).toContain('text/html')
    expect(problem.headers['content-type']).toContain('application/problem+json')
    expect(problem.json()).toMatchObject({
      type: 'urn:latchkey:page_not_found',
      status: 404,
      correlationId: problem.headers['x-correlation-id'],
    })
  })

  test('keeps the cause of a fault for the log', async () => {
    const answer = await world.app.inject('/test/fault')

    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret detail')
    expect(world.logged.join('')).toContain('a secret detail')
    expect(world.logged.join('')).toContain(String(answer.headers['x-correlation-id']))
  })

  test('refuses a body that is no JSON, and one that is too large', async () => {
    const headers = { origin: ours, 'content-type': 'application/json' }
    const broken = await world.app.inject({ method: 'POST', url: '/test/change', headers, payload: '{' })
    const large = await world.app.inject({
      method: 'POST',
      url: '/test/change',
      headers,
      payload: JSON.stringify('x'.repeat(300_000)),
    })

    expect(broken.statusCode).toBe(400)
    expect(broken.json()).toMatchObject({ type: 'urn:latchkey:request_unreadable' })
    expect(large.statusCode).toBe(413)
  })

  test('writes one line per answer, without query values, headers or bodies', async () => {
    await world.app.inject({
      method: 'POST',
      url: '/test/change?code=query-secret',
      headers: {
        origin: ours,
        cookie: 'latchkey-session-x=cookie-secret',
        authorization: 'Bearer header-secret',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      },
      payload: { password: 'body-secret' },
    })

    expect(world.logged).toHaveLength(1)
    expect(JSON.parse(world.logged[0] ?? '')).toMatchObject({
      msg: 'answered',
      method: 'POST',
      route: '/test/change',
      status: 200,
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      correlationId: expect.any(String),
    })
    expect(world.logged.join('')).not.toMatch(/-secret/)
  })

  test('writes the path only where no route says what it was', async () => {
    await world.app.inject({ url: '/test/nobody?code=query-secret' })
    await world.app.inject({ url: '/test/visitor?code=query-secret' })

    const [lost, found] = world.logged.map((line) => JSON.parse(line))
    expect(lost).toMatchObject({ status: 404, path: '/test/nobody' })
    expect(found).not.toHaveProperty('path')
  })

  test('does not believe a forwarded address from a stranger', async () => {
    const answer = await world.app.inject({
      url: '/test/visitor',
      remoteAddress: '192.0.2.9',
      headers: { 'x-forwarded-for': '203.0.113.1', forwarded: 'for=203.0.113.1' },
    })

    expect(answer.json()).toMatchObject({ ipAddress: '192.0.2.9' })
  })
})

describe('standing behind a proxy', () => {
  test.each([
    ['what the proxy saw', '203.0.113.1', '203.0.113.1'],
    ['what the proxy saw, not what its visitor claims', '127.0.0.1, 203.0.113.1', '203.0.113.1'],
    ['past two proxies', '203.0.113.1, 10.0.0.2', '203.0.113.1'],
    ['the proxy itself, when it passes on nonsense', 'nonsense', '10.0.0.1'],
  ])('takes %s', async (_, forwardedFor, ipAddress) => {
    const world = await openTestWorld({ LATCHKEY_TRUSTED_PROXIES: '10.0.0.0/8' })
    world.app.get('/test/visitor', async ({ visitor }) => ({ ipAddress: visitor.ipAddress }))

    const answer = await world.app.inject({
      url: '/test/visitor',
      remoteAddress: '10.0.0.1',
      headers: { 'x-forwarded-for': forwardedFor },
    })

    expect(answer.json()).toEqual({ ipAddress })
    await world.close()
  })

  test('over https cookies are ours alone, and stay on https', async () => {
    const world = await openTestWorld({ LATCHKEY_URL: 'https://login.example.org' })
    const { ensureVisit } = await import('./http/visitor.ts')
    world.app.get('/test/visit', async (request, reply) => {
      ensureVisit(world.deps, request, reply)
      return reply.send('')
    })

    const { headers, cookies } = await world.app.inject('/test/visit')

    expect(headers['strict-transport-security']).toBeDefined()
    expect(cookies).toMatchObject([
      { name: '__Host-latchkey-visit', secure: true, httpOnly: true, sameSite: 'Lax', path: '/' },
    ])
    await world.close()
  })
})

describe('watching the server', () => {
  test('says whether it lives, and whether it wants requests', async () => {
    const world = await openTestWorld()
    const before = await world.app.inject('/readyz')
    world.app.draining.active = true
    const after = await world.app.inject('/readyz')
    const alive = await world.app.inject('/healthz')

    expect([before.statusCode, after.statusCode, alive.statusCode]).toEqual([200, 503, 200])
    await world.close()
  })

  test('is not ready without its database', async () => {
    const world = await openTestWorld()
    await world.deps.stores.close()

    expect((await world.app.inject('/readyz')).statusCode).toBe(503)
    await world.app.close()
  })

  test('counts, for those who may look', async () => {
    const world = await openTestWorld()
    await world.app.inject('/healthz?x=1')
    world.deps.metrics.countSignIn({ outcome: 'failure', method: 'passkey', code: 'signature_invalid' })

    const answer = await world.app.inject('/metrics')
    const stranger = await world.app.inject({ url: '/metrics', remoteAddress: '192.0.2.9' })

    expect(answer.body).toContain(
      'latchkey_sign_ins_total{outcome="failure",method="passkey",code="signature_invalid"} 1',
    )
    expect(answer.body).toContain(
      'latchkey_request_duration_seconds_count{method="GET",route="/healthz",status="200"} 1',
    )
    expect(answer.body).toMatch(/^latchkey_outbox_depth 0$/m)
    expect(answer.body).toMatch(/^latchkey_event_loop_lag_seconds \d/m)
    expect(stranger.statusCode).toBe(404)
    await world.close()
  })
})
