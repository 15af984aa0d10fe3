import { createHash, sign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signIn } from '../oidc/test-oidc-world.ts'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import {
  allowApprovals,
  aRegisteredPhone,
  askAsDevice,
  newTestKey,
  type TestDevice,
} from './approver.fixture.ts'

let world: TestWorld
let phone: TestDevice
beforeEach(async () => {
  world = await openTestWorld()
  phone = await aRegisteredPhone(world)
  await allowApprovals(world, phone.tenantId)
})
afterEach(async () => await world.close())

const { key, spki } = newTestKey()
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const setUp = (body: object = {}, cookies: ReadonlyMap<string, string> = new Map()) =>
  askAsDevice(world, phone, {
    method: 'PUT',
    path: '/push',
    body: { approvalKey: b64(spki), ...body },
    cookies,
  })

const requestId = '0190a1b2-0000-7000-8000-00000000000a'
async function aRequest() {
  const at = world.clock.at
  await world.deps.stores.approvalRequests.insertUnlessOneWaits({
    tenantId: phone.tenantId,
    userId: phone.userId,
    requestId,
    method: 'push',
    flowId: 'flow',
    visitHash: new Uint8Array(32),
    askedBy: 'session',
    number: '42',
    context: '{"shown":true}',
    state: 'waiting',
    createdAt: at,
    expiresAt: new Date(at.getTime() + 60_000),
  })
}

function signed(num: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = [
    part({ alg: 'ES256', typ: 'latchkey-approval+jwt', kid: phone.deviceId }),
    part({
      tid: phone.tenantId,
      rid: requestId,
      ans: 'approve',
      num,
      ctx: createHash('sha256').update('{"shown":true}').digest('base64url'),
      iat: Math.floor(world.clock.at.getTime() / 1000),
    }),
  ].join('.')
  return `${text}.${b64(sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }))}`
}

describe('a registered device that approves', () => {
  test('gives its key and its subscription, and gets the key that pushes are signed by', async () => {
    const subscription = {
      endpoint: 'https://push.example/1',
      keys: { p256dh: b64(Uint8Array.of(4, ...new Uint8Array(64))), auth: b64(new Uint8Array(16)) },
    }
    const answer = await setUp({ subscription })

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ subscribed: true })
    expect(Buffer.from(answer.json().applicationServerKey, 'base64url')).toHaveLength(65)
    const { tenantId, deviceId } = phone
    expect((await world.deps.stores.approvers.find(tenantId, deviceId))?.subscription?.endpoint).toBe(
      'https://push.example/1',
    )
  })

  test.each([
    'http://push.example/1',
    'https://127.0.0.1/1',
    'https://[::1]/1',
    'http://127.0.0.1/1',
    'ftp://push.example/',
  ])('may not be woken through %s', async (endpoint) => {
    const keys = { p256dh: b64(Uint8Array.of(4, ...new Uint8Array(64))), auth: b64(new Uint8Array(16)) }
    const answer = await setUp({ subscription: { endpoint, keys } })

    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ type: 'urn:latchkey:invalid_input' })
  })

  test.each(['99', '-1', 'forever', '1&wait=2'])(
    'does not wait %s seconds, and no fault comes of it',
    async (wait) => {
      const inbox = await askAsDevice(world, phone, { method: 'GET', path: `/requests?wait=${wait}` })

      expect(inbox.json()).toEqual({ requests: [] })
    },
  )

  test('sees what waits, without the number, and answers it once', async () => {
    await setUp()
    expect((await askAsDevice(world, phone, { method: 'GET', path: '/requests' })).json()).toEqual({
      requests: [],
    })
    await aRequest()

    const inbox = await askAsDevice(world, phone, { method: 'GET', path: '/requests?wait=5' })
    expect(inbox.json()).toEqual({
      requests: [{ requestId, context: '{"shown":true}', expiresAt: '2026-03-02T09:01:00.000Z' }],
    })
    const path = `/requests/${requestId}/answer`
    const body = { approval: signed('42') }
    expect((await askAsDevice(world, phone, { method: 'POST', path, body })).json()).toEqual({
      outcome: 'approved',
    })
    const again = await askAsDevice(world, phone, { method: 'POST', path, body })
    expect([again.statusCode, again.json().type]).toEqual([409, 'urn:latchkey:approval_closed'])
  })

  test('hears at once of what begins while it waits', async () => {
    await setUp()
    const inbox = askAsDevice(world, phone, { method: 'GET', path: '/requests?wait=10' })
    setTimeout(() => void aRequest(), 300)

    expect((await inbox).json().requests).toHaveLength(1)
  })

  test('waits twice at a time: who waits longest is answered when it asks once more', async () => {
    await setUp()
    const began = performance.now()
    const ask = () => askAsDevice(world, phone, { method: 'GET', path: '/requests?wait=8' })
    const oldest = ask()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const others = [ask(), ask()]

    expect((await oldest).json()).toEqual({ requests: [] })
    expect(performance.now() - began).toBeLessThan(6000)
    await aRequest()
    expect((await Promise.all(others)).map((answer) => answer.json().requests.length)).toEqual([1, 1])
  })

  test('approves no more when it says so, or is switched off', async () => {
    await setUp()
    await aRequest()
    const { tenantId, deviceId } = phone
    const entry = await world.deps.stores.devices.find(tenantId, deviceId)
    if (entry) await world.deps.stores.devices.put({ ...entry, enabled: false })
    const path = `/requests/${requestId}/answer`
    const off = await askAsDevice(world, phone, { method: 'POST', path, body: { approval: signed('42') } })
    expect(off.json().type).toBe('urn:latchkey:device_revoked')

    if (entry) await world.deps.stores.devices.put(entry)
    expect((await askAsDevice(world, phone, { method: 'DELETE', path: '/push' })).statusCode).toBe(200)
    expect(await world.deps.stores.approvers.find(tenantId, deviceId)).toBeUndefined()
  })

  test('sets up again with the session of its owner beside it, and not without', async () => {
    await setUp()
    world.clock.at = new Date(world.clock.at.getTime() + 11 * 60_000)
    await askAsDevice(world, phone, { method: 'DELETE', path: '/push' })
    const { cookies } = await signIn(world, phone.person)
    const { person: other } = await aRegisteredPhone(world, 'another.example')
    const { cookies: others } = await signIn(world, other)

    expect((await setUp()).json().type).toBe('urn:latchkey:fresh_sign_in_needed')
    expect((await setUp({}, others)).json().type).toBe('urn:latchkey:fresh_sign_in_needed')
    expect((await setUp({}, cookies)).statusCode).toBe(200)
  })

  test('nobody else reaches it: not without a proof, not by a cookie', async () => {
    for (const [method, url] of [
      ['PUT', '/push'],
      ['POST', `/requests/${requestId}/answer`],
      ['GET', '/requests'],
    ] as const) {
      const answer = await world.app.inject({
        method,
        url: `/authenticator/api${url}`,
        headers: { origin: world.deps.config.url.origin },
      })
      expect([401, 403]).toContain(answer.statusCode)
    }
  })
})
