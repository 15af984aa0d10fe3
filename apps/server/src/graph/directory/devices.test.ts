import type { Person } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

let world: GraphWorld
let administrator: Person
let caller: Caller
beforeAll(async () => {
  world = await openGraphWorld()
  administrator = await world.aPerson('ada', 'globalAdministrator')
  caller = world.as(administrator, 'Device.ReadWrite.All')
})
afterAll(() => world.close())

const body = (deviceId: string) => ({
  accountEnabled: true,
  alternativeSecurityIds: [{ type: 2, key: 'AAAA' }],
  deviceId,
  displayName: 'Laptop 7',
  operatingSystem: 'Linux',
  operatingSystemVersion: '1',
})

describe('devices', () => {
  test('are added, named by either id, changed and removed', async () => {
    const made = await caller('POST', '/devices', { body: body('device-7') })
    const { id } = made.json()
    expect([made.statusCode, made.headers.location]).toEqual([201, expect.stringContaining(`/devices/${id}`)])
    expect(made.json()).toMatchObject({ deviceId: 'device-7', isCompliant: null, isManaged: null })

    const changed = await caller('PATCH', `/devices(deviceId='device-7')`, {
      body: { isCompliant: 'true', isManaged: true },
    })
    expect([changed.statusCode, changed.body]).toEqual([204, ''])
    expect((await caller('GET', `/devices/${id}`)).json()).toMatchObject({
      isCompliant: true,
      isManaged: true,
    })
    await caller('PATCH', `/devices/${id}`, { body: { isCompliant: null } })
    expect((await caller('GET', `/devices/${id}?$select=isCompliant`)).json().isCompliant).toBeNull()

    const records = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 9, targetId: id })
    expect(records.map(({ activity, detail }) => [activity, detail['isCompliant']])).toEqual(
      expect.arrayContaining([
        ['device_added', undefined],
        ['device_changed', true],
        ['device_changed', ''],
      ]),
    )
    expect((await caller('DELETE', `/devices/${id}`)).statusCode).toBe(204)
    expect((await caller('GET', `/devices/${id}`)).statusCode).toBe(404)
  })

  test('are listed and filtered', async () => {
    for (const name of ['device-1', 'device-2']) await caller('POST', '/devices', { body: body(name) })
    await caller('PATCH', `/devices(deviceId='device-2')`, { body: { isCompliant: true } })

    const found = await caller('GET', '/devices?$filter=isCompliant eq true&$select=deviceId')

    expect(found.json().value).toEqual([{ deviceId: 'device-2' }])
  })

  test('have an id of their own', async () => {
    await caller('POST', '/devices', { body: body('device-3') })

    expect((await caller('POST', '/devices', { body: body('device-3') })).statusCode).toBe(409)
    const wrong = await caller('POST', '/devices', { body: { ...body('device-4'), colour: 'blue' } })
    expect([wrong.statusCode, wrong.json().error.message]).toEqual([400, expect.stringContaining('colour')])
  })

  test('are not for everybody to change', async () => {
    const reader = world.as(administrator, 'Device.Read.All')
    const helper = world.as(await world.aPerson('hal', 'helpDesk'), 'Device.ReadWrite.All')

    for (const each of [reader, helper]) {
      expect((await each('POST', '/devices', { body: body('device-5') })).statusCode).toBe(403)
    }
    expect((await helper('GET', '/devices')).statusCode).toBe(200)
  })

  test('that somebody registered say whose they are, who is told when one is switched off', async () => {
    const { tenantId } = world.tenant
    const { deps } = world
    const ben = await world.aPerson('ben')
    const { id } = (await caller('POST', '/devices', { body: body('device-8') })).json()
    await deps.stores.registeredDevices.insert({
      tenantId,
      deviceId: 'device-8',
      objectId: id,
      userId: ben.userId,
      surface: 'extension',
      aaguid: '888d21e1-4a6b-47f4-89e8-8a51368c47ab',
      appVersion: '1.2',
      evidence: 'software',
      publicKey: new Uint8Array(91),
      serialNumber: '2a',
      expiresAt: new Date(deps.now().getTime() + 1000),
      registeredAt: deps.now(),
      lastSeenAt: deps.now(),
    })

    const shown = (await caller('GET', `/devices/${id}`)).json()
    expect(shown).toMatchObject({
      trustType: 'Workplace',
      isCompliant: null,
      latchkeyRegistration: { ownerUserPrincipalName: ben.userName, surface: 'extension', state: 'active' },
    })
    const [listed] = (await caller('GET', `/devices?$filter=trustType eq 'Workplace'`)).json().value
    expect(listed.latchkeyRegistration).toEqual(shown.latchkeyRegistration)
    const owners = await caller('GET', `/devices(deviceId='device-8')/registeredOwners`)
    expect(owners.json().value).toMatchObject([{ id: ben.userId }])

    await caller('PATCH', `/devices/${id}`, { body: { accountEnabled: false } })
    const mails = (await deps.stores.outbox.takeDue(deps.now(), new Date(0), 99)).map(
      ({ payload }) => payload,
    )
    expect(
      mails.filter((mail) => mail.includes('device_revoked') && mail.includes(ben.userName)),
    ).toHaveLength(1)
    await caller('DELETE', `/devices/${id}`)
    expect(await deps.stores.registeredDevices.find(tenantId, 'device-8')).toBeUndefined()
  })
})

describe('the oldest app that is taken', () => {
  const place = '/latchkey/authenticatorSettings'
  const any = { extension: null, phoneApp: null, agent: null }

  test('is any until somebody says which, per surface', async () => {
    const reader = world.as(administrator, 'Device.Read.All')
    const writer = world.as(administrator, 'Organization.ReadWrite.All')
    expect((await reader('GET', place)).json().leastVersions).toEqual(any)
    const patch = (leastVersions: object) => writer('PATCH', place, { body: { leastVersions } })

    expect((await patch({ extension: ' 1.4 ', agent: '2' })).json().leastVersions).toEqual({
      extension: '1.4',
      phoneApp: null,
      agent: '2',
    })
    expect((await patch({ extension: null })).json().leastVersions).toEqual({ ...any, agent: '2' })
    expect((await patch({ phoneApp: 'new' })).statusCode).toBe(400)
    expect((await reader('PATCH', place, { body: { leastVersions: any } })).statusCode).toBe(403)
  })
})
