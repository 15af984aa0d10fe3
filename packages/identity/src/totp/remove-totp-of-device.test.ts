import { randomUUID } from 'node:crypto'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  codeOf,
  openWorld,
  type World,
} from '../../test/world.ts'
import { beginTotp, finishTotp, type KnownDevice, type Person, removeTotpOfDevice } from '../index.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Somebody with a password and codes, in an organisation that wants so much, and a device of theirs. */
async function aPersonWithCodes(leastStrength: 'singleFactor' | 'multiFactor') {
  const { deps } = world
  const person = await world.aPerson(await world.aTenant({ leastStrength }))
  await arriveWithPassword(world, person)
  const { session } = await arriveWithPass(world, person)
  const { secret, sealed } = await beginTotp(deps, session)
  const totp = await finishTotp(deps, { session, sealed, code: codeNow(secret), visitor: aVisitor() })
  const device = await aDevice(person)
  const remove = (code: string) =>
    codeOf(removeTotpOfDevice(deps, { device, totpId: totp.totpId, code, visitor: aVisitor() }))
  const held = () => deps.stores.totps.listOfPerson(person.tenantId, person.userId)
  return { secret, remove, held }
}

const codeNow = (secret: string) =>
  generateSync({ secret, epoch: Math.floor(world.deps.now().getTime() / 1000) })

async function aDevice({ tenantId, userId }: Person): Promise<KnownDevice> {
  const { stores, now } = world.deps
  const deviceId = randomUUID()
  const at = now()
  await stores.devices.insert({
    tenantId,
    objectId: deviceId,
    deviceId,
    displayName: 'Pixel',
    enabled: true,
    operatingSystem: 'Android',
    operatingSystemVersion: '16',
    createdAt: at,
  })
  await stores.registeredDevices.insert({
    tenantId,
    deviceId,
    objectId: deviceId,
    userId,
    surface: 'phoneApp',
    aaguid: randomUUID(),
    appVersion: '1.0.0',
    evidence: 'software',
    publicKey: new Uint8Array(91),
    serialNumber: '2a',
    expiresAt: new Date(at.getTime() + 86_400_000),
    registeredAt: at,
    lastSeenAt: at,
  })
  const device = await stores.registeredDevices.find(tenantId, deviceId)
  if (device === undefined) throw new Error('it was not kept')
  return device
}

/** A code that is right at no time near now. */
const wrong = (secret: string) => codeNow(secret).replace(/./g, (digit) => String((Number(digit) + 5) % 10))

describe('taking codes off with the device that makes them', () => {
  test('takes the right code', async () => {
    const { secret, remove, held } = await aPersonWithCodes('singleFactor')

    expect(await remove(wrong(secret))).toBe('code_incorrect')
    expect(await remove(codeNow(secret))).toBe('done')
    expect(await held()).toEqual([])
  })

  test('tells nobody which code is right while the codes cannot go', async () => {
    const { secret, remove, held } = await aPersonWithCodes('multiFactor')

    expect(await remove(codeNow(secret))).toBe('last_method')
    expect(await remove(wrong(secret))).toBe('last_method')
    expect(await held()).toHaveLength(1)
  })

  test('looks at so many guesses and no more', async () => {
    const { secret, remove, held } = await aPersonWithCodes('singleFactor')
    for (let guess = 0; guess < 10; guess++) await remove(wrong(secret))

    expect(await remove(codeNow(secret))).toBe('too_many_attempts')
    expect(await held()).toHaveLength(1)
  })
})
