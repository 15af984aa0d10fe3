import { toBase64url } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import {
  accountIdOf,
  addAccount,
  cleanUpAccount,
  createPasskey,
  deviceApi,
  getAccount,
  removeAccount,
  renewWhenDue,
  sealedDeviceKeys,
  takeAcceptedSignal,
  takeUnknownSignal,
} from '../index.ts'
import { ada, openSurface } from '../keeper-world.fixture.ts'

const day = 24 * 3600

async function openRegistered() {
  const world = await openSurface()
  const kept = await addAccount(world.deps, world.session, world.names)
  const create = () => createPasskey(world.deps, world.session, { account: kept.account })
  return { ...world, kept, create }
}

describe('adding an account', () => {
  test('registers this device, and keeps what the server said', async () => {
    const { store, server, kept, deps } = await openRegistered()

    expect((await store.read()).accounts).toEqual([kept])
    expect(server.asked.at(-1)).toMatchObject({
      path: '/devices',
      body: { surface: 'extension', appVersion: '1.2.3', name: 'Laptop' },
    })
    expect(await (await deviceApi(deps, kept)).account()).toMatchObject({ account: ada })
  })

  test('that is here already registers it again, in its place', async () => {
    const { deps, session, names, store, server, kept } = await openRegistered()

    const again = await addAccount(deps, session, names)

    expect((await store.read()).accounts).toEqual([again])
    expect(again.device.deviceId).toBe(kept.device.deviceId)
    expect(server.devices.size).toBe(1)
    await (await deviceApi(deps, again)).account()
    await expect((await deviceApi(deps, kept)).account()).rejects.toMatchObject({ code: 'proof' })
  })

  test('of another person at the same server stands beside the first', async () => {
    const { deps, session, names, store, server } = await openRegistered()
    server.devices.clear()
    server.account = { ...ada, userId: 'bob', userHandle: toBase64url(new Uint8Array(32)) }

    await addAccount(deps, session, names)

    expect((await store.read()).accounts.map(({ account }) => account.userId)).toEqual([ada.userId, 'bob'])
    expect(server.asked.at(-1)?.body).not.toHaveProperty('formerDeviceId')
  })

  test('that the server refuses keeps nothing', async () => {
    const { deps, session, names, store, server } = await openSurface()
    server.refuse = { path: '/devices', code: 'authenticator_too_old' }

    await expect(addAccount(deps, session, names)).rejects.toMatchObject({ code: 'authenticator_too_old' })

    expect((await store.read()).accounts).toEqual([])
  })

  test('keeps a key that is sealed where the store holds only text', async () => {
    const world = await openSurface()
    const deps = { ...world.deps, deviceKeys: sealedDeviceKeys(crypto.subtle, world.vault) }
    const kept = await addAccount(deps, world.session, world.names)

    expect(JSON.parse(JSON.stringify(kept))).toEqual(kept)
    await (await deviceApi(deps, kept)).account()
    world.vault.lock()
    await expect(deviceApi(deps, kept)).rejects.toMatchObject({ code: 'locked' })
  })
})

describe('a certificate', () => {
  test.each([
    ['not before its last thirty days', 149, false],
    ['in its last thirty days', 151, true],
    ['not after its end', 181, false],
  ])('is renewed %s', async (_, days, renewed) => {
    const { deps, kept, clock, serverClock } = await openRegistered()
    clock.pass(days * day)
    serverClock.pass(days * day)

    const after = await renewWhenDue(deps, kept)

    expect(after.x5c[0] !== kept.x5c[0]).toBe(renewed)
    expect(await getAccount(deps, accountIdOf(kept))).toEqual(after)
  })
})

test('a device that was ended meanwhile is not renewed, for the clean-up to find out', async () => {
  const { deps, kept, server, clock, serverClock } = await openRegistered()
  clock.pass(151 * day)
  serverClock.pass(151 * day)
  server.devices.clear()

  expect(await renewWhenDue(deps, kept)).toEqual(kept)
})

describe('removing an account', () => {
  test('ends the device at the server, and deletes the passkeys here', async () => {
    const { deps, kept, create, store, server } = await openRegistered()
    await create()

    await removeAccount(deps, kept)

    expect(await store.read()).toMatchObject({ accounts: [], credentials: [] })
    expect(server.devices.get(kept.device.deviceId)?.device.state).toBe('revoked')
  })

  test('changes nothing when the server cannot be reached', async () => {
    const { deps, kept, store } = await openRegistered()
    const offline = { ...deps, fetch: () => Promise.reject(new TypeError('offline')) }

    await expect(removeAccount(offline, kept)).rejects.toMatchObject({ code: 'browser_offline' })

    expect((await store.read()).accounts).toHaveLength(1)
  })

  test('works when the server does not know the device any more', async () => {
    const { deps, kept, store, server } = await openRegistered()
    server.devices.clear()

    await removeAccount(deps, kept)

    expect((await store.read()).accounts).toEqual([])
  })
})

describe('cleaning up', () => {
  test('deletes what the server does not know, and says so', async () => {
    const { deps, kept, create, server, clock, serverClock } = await openRegistered()
    const { id } = await create()
    const before = await cleanUpAccount(deps, kept)
    server.passkeys = []
    clock.pass(day)
    serverClock.pass(day)

    const after = await cleanUpAccount(deps, kept)

    expect(before.deleted).toEqual([])
    expect(after.deleted).toEqual([{ id, rpId: ada.rpId, userName: ada.userName }])
    expect(await deps.shelf.countCredentials()).toBe(0)
  })

  test('leaves alone what was made a moment ago', async () => {
    const { deps, kept, create, server } = await openRegistered()
    await create()
    server.passkeys = []

    expect((await cleanUpAccount(deps, kept)).deleted).toEqual([])
  })

  test('lets a device that was revoked vouch for nothing, and keeps its passkeys', async () => {
    const { deps, kept, create, server, store } = await openRegistered()
    await create()
    const known = server.devices.get(kept.device.deviceId)
    const switchTo = (state: 'active' | 'revoked') => {
      if (known) known.device = { ...known.device, state }
    }
    switchTo('revoked')

    const report = await cleanUpAccount(deps, kept)

    expect(report).toEqual({ deleted: [] })
    expect((await store.read()).accounts).toMatchObject([{ device: { state: 'revoked' } }])
    expect(await deps.shelf.countCredentials()).toBe(1)
    switchTo('active')
    await cleanUpAccount(deps, kept)
    expect((await store.read()).accounts).toMatchObject([{ device: { state: 'active' } }])
  })

  test('heeds a page’s signals about its own passkeys', async () => {
    const { deps, create, clock } = await openRegistered()
    const { id } = await create()
    clock.pass(day)
    const { rpId, userHandle: userId } = ada
    const accepted = { rpId, userId, allAcceptedCredentialIds: [id] }

    expect(await takeUnknownSignal(deps, { rpId: 'evil.example', credentialId: id })).toEqual([])
    expect(await takeAcceptedSignal(deps, accepted)).toEqual([])
    expect(
      await takeAcceptedSignal(deps, { ...accepted, userId: 'AAAA', allAcceptedCredentialIds: [] }),
    ).toEqual([])
    expect(await takeAcceptedSignal(deps, { ...accepted, allAcceptedCredentialIds: [] })).toMatchObject([
      { id },
    ])

    expect(await deps.shelf.countCredentials()).toBe(0)
  })
})
