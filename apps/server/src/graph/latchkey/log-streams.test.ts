import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

let world: GraphWorld
let admin: Caller
let reader: Caller

const permissions = ['AuditLog.Read.All', 'Organization.ReadWrite.All'] as const
const streams = '/latchkey/logStreams'

beforeAll(async () => {
  world = await openGraphWorld()
  admin = world.as(await world.aPerson('grace', 'globalAdministrator'), ...permissions)
  reader = world.as(await world.aPerson('rita', 'securityReader'), ...permissions)
})
afterAll(() => world.close())

describe('where the logs are sent', () => {
  test('are audited by their origin: in the rest of an address may stand what lets one write there', async () => {
    const body = { displayName: 'Tokened', address: 'https://logs.juniper.example/in/t0ken?key=s3cret' }
    const { id } = (await admin('POST', '/latchkey/logStreams', { body })).json()
    await admin('PATCH', `/latchkey/logStreams/${id}`, { body: { displayName: 'Still' } })
    await admin('DELETE', `/latchkey/logStreams/${id}`)

    const log = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 10 })
    const written = log.filter(({ activity }) => activity.startsWith('log_stream_'))
    expect(written.map(({ detail }) => detail['address'])).toEqual(
      Array.from({ length: 3 }, () => 'https://logs.juniper.example'),
    )
    expect(JSON.stringify(log)).not.toMatch(/t0ken|s3cret/)
  })

  test('tells the secret of a webhook once, and keeps it sealed', async () => {
    const body = { displayName: 'Archive', address: 'https://logs.juniper.example/in' }
    const made = await admin('POST', streams, { body })

    expect(made.statusCode).toBe(201)
    const { id, secret } = made.json()
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
    expect(made.json()).toMatchObject({ kind: 'webhook', logs: ['audit', 'signIns'], isEnabled: true })
    const kept = await world.deps.stores.logStreams.find(world.tenant.tenantId, id)
    const raw = Buffer.from(secret.replace('whsec_', ''), 'base64')
    expect(Buffer.from(kept?.sealedSecret ?? new Uint8Array()).includes(raw)).toBe(false)

    const shown = await reader('GET', `${streams}/${id}`)
    expect(shown.json()).not.toHaveProperty('secret')
    expect(shown.json().state).toMatchObject({ lastDeliveredDateTime: null, lastError: null })
    const again = (await admin('POST', `${streams}/${id}/rotateSecret`)).json()
    expect(again.secret).not.toBe(secret)
    expect(again.formerSecretUntil).toBe('2026-03-03T09:00:00Z')
  })

  test('is changed, listed with how far behind it is, and removed', async () => {
    const body = { displayName: 'Collector', address: 'syslog+tls://logs.juniper.example', logs: ['audit'] }
    const { id } = (await admin('POST', streams, { body })).json()
    world.clock.at = new Date(world.clock.at.getTime() + 60_000)

    const changed = await admin('PATCH', `${streams}/${id}`, { body: { isEnabled: false } })

    expect(changed.json()).toMatchObject({ isEnabled: false, kind: 'syslog', secret: null, logs: ['audit'] })
    const listed = (await reader('GET', streams)).json().value
    const { state } = listed.find((each: { id: string }) => each.id === id)
    // That it was added is itself waiting to be sent.
    expect(state.lagSeconds).toBe(60)
    expect((await admin('DELETE', `${streams}/${id}`)).statusCode).toBe(204)
    expect((await reader('GET', `${streams}/${id}`)).statusCode).toBe(404)
    const noted = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 20, targetId: id })
    expect(noted.map(({ activity }) => activity).toSorted()).toEqual([
      'log_stream_added',
      'log_stream_changed',
      'log_stream_removed',
    ])
  })

  test('that becomes a webhook gets a secret then', async () => {
    const body = { displayName: 'Moving', address: 'syslog+tls://logs.juniper.example:7000' }
    const { id } = (await admin('POST', streams, { body })).json()

    const address = 'https://logs.juniper.example/in'
    const first = (await admin('PATCH', `${streams}/${id}`, { body: { address } })).json()
    const second = (await admin('PATCH', `${streams}/${id}`, { body: { displayName: 'Moved' } })).json()

    expect(first.secret).toMatch(/^whsec_/)
    expect(second.secret).toBeNull()
  })

  test.each([
    ['ftp://logs.example', 'a scheme nobody listens to'],
    ['https://user:secret@logs.example/', 'a password in the address'],
    ['syslog+tls://logs.example/path', 'a path where there is none'],
    ['not an address', 'nonsense'],
    ['https://logs.example/#part', 'a fragment'],
  ])('refuses %s: %s', async (address) => {
    const answer = await admin('POST', streams, { body: { displayName: 'X', address } })

    expect(answer.statusCode).toBe(400)
  })

  test('says what came of a test, into a private network for example', async () => {
    const body = { displayName: 'Inside', address: 'https://127.0.0.1:1/in' }
    const { id } = (await admin('POST', streams, { body })).json()

    const tested = (await admin('POST', `${streams}/${id}/test`)).json()

    expect(tested).toMatchObject({
      delivered: false,
      error: expect.stringContaining('LATCHKEY_PRIVATE_DESTINATIONS'),
    })
  })

  test('is the business of whoever may change the organisation', async () => {
    const body = { displayName: 'Leak', address: 'https://evil.example/in' }

    expect((await reader('POST', streams, { body })).statusCode).toBe(403)
    const app = world.asApp('AuditLog.Read.All')
    expect((await app('POST', streams, { body })).statusCode).toBe(403)
    expect((await app('GET', streams)).statusCode).toBe(200)
  })

  test('has one name', async () => {
    const body = { displayName: 'Twice', address: 'https://logs.example/in' }
    await admin('POST', streams, { body })

    expect((await admin('POST', streams, { body })).statusCode).toBe(409)
  })
})
