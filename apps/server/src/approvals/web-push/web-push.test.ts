import { createPublicKey, verify } from 'node:crypto'
import { newId, type OutboxMessage } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../../test-world.ts'
import { aRegisteredPhone, type TestDevice } from '../approver.fixture.ts'
import { sendPush } from '../send-push.ts'
import { encryptPush } from './encrypt-push.ts'
import { aBrowser, openPushService, type PushService, subscribe } from './push-service.fixture.ts'
import { getVapidKey } from './vapid.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))

/** The example of RFC 8291, section 5 and appendix A. */
const example = {
  plaintext: 'When I grow up, I want to be a watermelon',
  auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  p256dh: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
  privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
  salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}

describe('encrypting a push', () => {
  test('is what the RFC’s example is', () => {
    const body = encryptPush(Buffer.from(example.plaintext), example, example)

    expect(Buffer.from(body).toString('base64url')).toBe(example.body)
  })

  test('refuses a key that is no point', () => {
    const p256dh = new Uint8Array(65).fill(4)
    expect(() => encryptPush(Buffer.from('x'), { ...example, p256dh }, example)).toThrow()
  })
})

describe('waking a device', () => {
  let world: TestWorld
  let service: PushService
  let phone: TestDevice

  beforeEach(async () => {
    world = await openTestWorld({ LATCHKEY_PRIVATE_DESTINATIONS: '127.0.0.0/8' })
    service = await openPushService()
    phone = await aRegisteredPhone(world)
  })
  afterEach(async () => {
    await service.close()
    await world.close()
  })

  const subscribed = (browser: ReturnType<typeof aBrowser>, endpoint = service.endpoint) =>
    subscribe(world, phone, { ...browser, endpoint })

  const message = (until = new Date(world.clock.at.getTime() + 60_000)): OutboxMessage => ({
    messageId: newId(world.deps),
    tenantId: phone.tenantId,
    kind: 'push',
    payload: JSON.stringify({ deviceId: phone.deviceId, until: until.toISOString() }),
    createdAt: world.clock.at,
    notBefore: world.clock.at,
    attempts: 1,
  })

  const subscriptionNow = async () =>
    (await world.deps.stores.approvers.find(phone.tenantId, phone.deviceId))?.subscription

  test('tells it that somebody waits, and nothing of the account', async () => {
    const browser = aBrowser()
    await subscribed(browser)

    await sendPush(world.deps, message())

    const [{ request, body } = { request: undefined, body: Buffer.of() }] = service.heard
    expect(browser.read(body)).toBe('{"waiting":true}')
    expect(request?.headers).toMatchObject({
      'content-encoding': 'aes128gcm',
      ttl: '60',
      urgency: 'high',
      topic: 'approval',
    })
    const [, jwt = '', k = ''] = /^vapid t=(.+), k=(.+)$/.exec(request?.headers.authorization ?? '') ?? []
    expect(k).toBe((await getVapidKey(world.deps)).publicKey)
    const [header = '', payload = '', signature = ''] = jwt.split('.')
    const point = Buffer.from(k, 'base64url')
    const x = point.subarray(1, 33).toString('base64url')
    const y = point.subarray(33).toString('base64url')
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
    const signed = Buffer.from(`${header}.${payload}`)
    const how = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', signed, how, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      aud: new URL(service.endpoint).origin,
      exp: Math.floor(world.clock.at.getTime() / 1000) + 12 * 3600,
      sub: world.deps.config.url.href,
    })
  })

  test.each([404, 410])('forgets a subscription that is gone: %i', async (gone) => {
    await subscribed(aBrowser())
    service.answers(gone)

    await sendPush(world.deps, message())

    expect(await subscriptionNow()).toBeUndefined()
  })

  test('keeps it, and tries again, when the service does not answer well', async () => {
    await subscribed(aBrowser())
    service.answers(503)

    await expect(sendPush(world.deps, message())).rejects.toThrow('503')

    expect(await subscriptionNow()).toBeDefined()
  })

  test('sends nothing that nobody waits for any more', async () => {
    await subscribed(aBrowser())

    await sendPush(world.deps, message(world.clock.at))

    expect(service.heard).toEqual([])
  })

  test.each(['https://10.0.0.1/push', 'https://[::1]/push', 'http://192.0.2.7/push'])(
    'does not connect to %s',
    async (address) => {
      await subscribed(aBrowser(), address)

      await expect(sendPush(world.deps, message())).rejects.toThrow(/private network|without encryption/)
    },
  )

  test('has one key for the installation, sealed', async () => {
    const { publicKey } = await getVapidKey(world.deps)

    expect((await getVapidKey(world.deps)).publicKey).toBe(publicKey)
    expect(bytes(publicKey)).toHaveLength(65)
    const kept = await world.deps.stores.instance.find('web push key')
    expect(() =>
      createPublicKey({ key: Buffer.from(kept ?? '', 'base64url'), format: 'der', type: 'spki' }),
    ).toThrow()
  })
})
