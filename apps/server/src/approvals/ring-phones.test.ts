import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { openTestWorld, type TestWorld } from '../test-world.ts'
import { toContactId } from '../tunnel/to-contact-id.ts'
import { aRegisteredPhone, type TestDevice } from './approver.fixture.ts'
import { phoneRinger } from './ring-phones.ts'
import { aBrowser, openPushService, type PushService, subscribe } from './web-push/push-service.fixture.ts'

let world: TestWorld
let service: PushService
let phone: TestDevice
let ring: (contactId: string) => void
const browser = aBrowser()

beforeEach(async () => {
  world = await openTestWorld({ LATCHKEY_PRIVATE_DESTINATIONS: '127.0.0.0/8', LATCHKEY_TUNNEL: 'on' })
  service = await openPushService()
  phone = await aRegisteredPhone(world)
  await subscribe(world, phone, { ...browser, endpoint: service.endpoint })
  ring = phoneRinger(world.deps)
})
afterEach(async () => {
  await service.close()
  await world.close()
})

const pass = (seconds: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + seconds * 1000)
}

/** Link the phone with a browser. @returns the id of the browser's device */
async function link(contactId: string, state: 'guarded' | 'begun' = 'guarded'): Promise<string> {
  const { stores } = world.deps
  const { tenantId, userId, deviceId } = phone
  const [known] = await stores.registeredDevices.listOfPerson(tenantId, userId)
  if (known === undefined) throw new Error('the phone is registered')
  const { entry, owner: _, ...registered } = known
  const clientDeviceId = randomUUID()
  const ids = { deviceId: clientDeviceId, objectId: clientDeviceId }
  await stores.devices.insert({ ...entry, ...ids })
  await stores.registeredDevices.insert({ ...registered, ...ids, surface: 'extension' })
  const linkId = randomUUID()
  const handshakeHash = new Uint8Array(32)
  const [begunAt, expiresAt] = [world.clock.at, new Date(world.clock.at.getTime() + 300_000)]
  await stores.deviceLinks.insert({
    ...{ tenantId, linkId, userId, clientDeviceId },
    ...{ state: 'begun', begunAt, expiresAt },
  })
  await stores.deviceLinks.putClientHash(tenantId, linkId, handshakeHash)
  await stores.deviceLinks.putAuthenticatorEnd(tenantId, linkId, { deviceId, handshakeHash, contactId })
  if (state === 'guarded') await stores.deviceLinks.guard(tenantId, linkId, world.clock.at)
  return clientDeviceId
}

async function switchOff(deviceId: string): Promise<void> {
  const { devices } = world.deps.stores
  const entry = await devices.findByDeviceId(phone.tenantId, deviceId)
  if (entry !== undefined) await devices.put({ ...entry, enabled: false })
}

const pushes = (count: number) => expect.poll(() => service.heard.length).toBe(count)

/** Nothing comes: what came is only looked at once there was time for it. */
async function nothingComes(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(service.heard).toHaveLength(0)
}

describe('waking a phone that a linked browser calls', () => {
  test('tells it that somebody calls, and nothing of the account', async () => {
    await link('contact')

    ring('contact')

    await pushes(1)
    const [{ request, body } = { request: undefined, body: Buffer.of() }] = service.heard
    expect(browser.read(body)).toBe('{"calling":true}')
    expect(request?.headers).toMatchObject({ ttl: '60', urgency: 'high', topic: 'call' })
    expect(await world.deps.stores.outbox.count()).toBe(0)
  })

  test('leaves it alone for a while, however often and by whomever it is called', async () => {
    await link('contact')
    await link('another')
    for (let times = 0; times < 50; times++) ring('contact')
    await pushes(1)
    pass(19)
    ring('contact')
    ring('another')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(service.heard).toHaveLength(1)

    pass(1)
    ring('contact')
    await pushes(2)
  })

  test('keeps quiet no longer than that when the clock is set back', async () => {
    await link('contact')
    ring('contact')
    await pushes(1)
    pass(-3600)

    ring('contact')

    await pushes(2)
  })

  test('does not ask the database again about a contact that calls and calls', async () => {
    const asked = vi.fn(world.deps.stores.deviceLinks.findByContact)
    const deviceLinks = { ...world.deps.stores.deviceLinks, findByContact: asked }
    const often = phoneRinger({ ...world.deps, stores: { ...world.deps.stores, deviceLinks } })

    for (let times = 0; times < 50; times++) often('stranger')
    for (let each = 0; each < 50; each++) often(`stranger ${each}`)

    // Twenty at a time.
    expect(asked).toHaveBeenCalledTimes(20)
    await expect.poll(() => asked.mock.settledResults.length).toBe(20)
  })

  test.each<[string, () => Promise<unknown>]>([
    ['a contact that nobody knows', async () => undefined],
    ['a link that is not guarded', () => link('contact', 'begun')],
    [
      'a phone that nothing wakes',
      async () => {
        await link('contact')
        await world.deps.stores.approvers.forgetSubscription(phone.tenantId, phone.deviceId, service.endpoint)
      },
    ],
    [
      'a phone that is switched off',
      async () => {
        await link('contact')
        await switchOff(phone.deviceId)
      },
    ],
    ['a browser that is switched off', async () => switchOff(await link('contact'))],
  ])('wakes nobody for %s', async (_, given) => {
    await given()

    ring('contact')

    await nothingComes()
  })

  test('forgets a subscription that is gone, and survives a service that is down', async () => {
    await link('contact')
    service.answers(503)
    ring('contact')
    await pushes(1)
    await expect.poll(() => world.logged.join('')).toContain('could not be woken')
    service.answers(410)
    pass(20)

    ring('contact')

    const { approvers } = world.deps.stores
    const subscription = async () => (await approvers.find(phone.tenantId, phone.deviceId))?.subscription
    await expect.poll(subscription).toBeUndefined()
  })

  test('the tunnel service does it, for who calls while nobody listens', async () => {
    const secret = randomBytes(32).toString('base64url')
    const contactId = toContactId(secret)
    await link(contactId)
    await world.app.listen({ port: 0, host: '127.0.0.1' })
    const address = world.app.server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const dial = (path: string) => new WebSocket(`ws://127.0.0.1:${port}/cable/${path}`, ['latchkey.tunnel'])

    const caller = dial(`contact/${contactId}`)
    caller.on('open', () => caller.send(JSON.stringify({ payload: 'a1', signal: true })))
    await pushes(1)

    const heard: string[] = []
    const listener = dial('listen')
    listener.on('message', (text) => heard.push(text.toString()))
    listener.on('open', () => listener.send(JSON.stringify({ secret })))
    await expect.poll(() => heard.join('')).toContain('"payload":"a1"')
    // Whoever listens is told, and not woken.
    pass(60)
    const second = dial(`contact/${contactId}`)
    second.on('open', () => second.send(JSON.stringify({ payload: 'b2', signal: true })))
    await expect.poll(() => heard.join('')).toContain('"payload":"b2"')
    expect(service.heard).toHaveLength(1)
    for (const each of [caller, second, listener]) each.terminate()
  })
})
