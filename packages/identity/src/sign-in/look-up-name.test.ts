import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Differences } from '../../test/software-authenticator.ts'
import {
  aPersonWithPasskey,
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  codeOf,
  openWorld,
  operator,
  register,
  signIn,
  type World,
} from '../../test/world.ts'
import { rotateKeyring, setPersonEnabled } from '../administer.ts'
import { lookUpName, type NamePage, putDefaultMethod, type Tenant } from '../index.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
})
afterAll(() => world.close())

const look = (name: string): Promise<NamePage> => lookUpName(world.deps, tenant.tenantId, name)
const shapeOf = ({ kind, allowCredentials }: NamePage) => ({
  kind,
  credentials: allowCredentials.map(({ id, type, transports }) => ({ length: id.length, type, transports })),
})

describe('looking up a name', () => {
  test('gives the passkeys of whoever has some, with their transports', async () => {
    const { person, record } = await aPersonWithPasskey(world, tenant)

    expect(await look(` ${person.userName.toUpperCase()}`)).toEqual({
      kind: 'passkey',
      allowCredentials: [
        {
          id: Buffer.from(record.id).toString('base64url'),
          type: 'public-key',
          transports: ['hybrid', 'internal'],
        },
      ],
    })
  })

  test('gives the password to who has nothing else, or chose it', async () => {
    const plain = await world.aPerson(tenant, 'plain')
    await arriveWithPassword(world, plain)
    const { person: chooser } = await aPersonWithPasskey(world, tenant, 'chooser')
    const { session } = await arriveWithPassword(world, chooser)
    expect((await look(chooser.userName)).kind).toBe('passkey')
    await putDefaultMethod(world.deps, { session, method: 'password', visitor: aVisitor() })

    expect(await look(plain.userName)).toEqual({ kind: 'password', allowCredentials: [] })
    expect((await look(chooser.userName)).kind).toBe('password')
  })

  test('gives the pass to who has nothing, whether there is a pass or not', async () => {
    const without = await world.aPerson(tenant, 'without')
    const withOne = await world.aPerson(tenant, 'with')
    await arriveWithPass(world, withOne)

    expect(await look(without.userName)).toEqual(await look(withOne.userName))
  })

  test('refuses what cannot be a name', async () => {
    expect(await codeOf(look(' '))).toBe('invalid_input')
    expect(await codeOf(look('x'.repeat(257)))).toBe('invalid_input')
  })
})

describe('looking up a name that nobody has', () => {
  test('gives the same each time, and other ids for each name', async () => {
    await aPersonWithPasskey(world, tenant)
    const [one, again, other] = [
      await look('a@x.example'),
      await look('A@x.example'),
      await look('b@x.example'),
    ]

    expect(again).toEqual(one)
    expect(shapeOf(other)).toEqual(shapeOf(one))
    expect(other.allowCredentials[0]?.id).not.toBe(one.allowCredentials[0]?.id)
  })

  test('looks like the people of the tenant, each about as often as they are', async () => {
    const shapes = new Set<string>()
    for (let i = 0; i < 6; i++) {
      const { arrival, person } = await aPersonWithPasskey(world, tenant, `n${i}`)
      if (i % 2 === 0) await register(world, arrival.session)
      shapes.add(JSON.stringify(shapeOf(await look(person.userName))))
    }
    const plain = await world.aPerson(tenant, 'plain')
    await arriveWithPassword(world, plain)
    shapes.add(JSON.stringify(shapeOf(await look(plain.userName))))

    const seen = new Set<string>()
    for (let i = 0; i < 200; i++) seen.add(JSON.stringify(shapeOf(await look(`unknown${i}@x.example`))))

    expect([...seen].every((shape) => shapes.has(shape))).toBe(true)
    expect(seen.size).toBeGreaterThan(1)
  })

  test('follows its neighbour as a person would: an added passkey leaves the others as they are', async () => {
    const { arrival } = await aPersonWithPasskey(world, tenant)
    const before = await look('a@x.example')
    world.after(1)
    await register(world, arrival.session)

    const after = await look('a@x.example')

    expect(after.allowCredentials).toHaveLength(2)
    expect(after.allowCredentials[1]).toEqual(before.allowCredentials[0])
  })

  test('does not change when keys are rotated', async () => {
    await aPersonWithPasskey(world, tenant)
    const before = await look('a@x.example')

    await rotateKeyring(world.deps)

    expect(await look('a@x.example')).toEqual(before)
  })

  test('somebody who is switched off is looked up like nobody, without their own passkeys', async () => {
    const { person, record } = await aPersonWithPasskey(world, tenant)
    await setPersonEnabled(world.deps, { ...operator, ...person, enabled: false })

    const page = await look(person.userName)

    expect(page.kind).toBe('passkey')
    expect(page.allowCredentials.map(({ id }) => id)).not.toContain(
      Buffer.from(record.id).toString('base64url'),
    )
  })

  test('a tenant without people asks for a pass', async () => {
    expect(await look('a@x.example')).toEqual({ kind: 'pass', allowCredentials: [] })
  })

  test('answers like a real one: no made-up answer tells which ids are real', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    const other = await world.aTenant()
    const real = await look(person.userName)
    const decoy = await look('a@x.example')
    const privateKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    const answers = (page: NamePage, differ: Differences) => {
      const id = Buffer.from(page.allowCredentials[0]?.id ?? '', 'base64url')
      const forged = { privateKey, ...differ, id: new Uint8Array(id) }
      return Promise.all(
        [tenant.tenantId, other.tenantId, undefined].map((tenantId) =>
          codeOf(signIn(world, tenantId, passkey, forged)),
        ),
      )
    }

    for (const differ of [
      {},
      { userVerified: false },
      { backupEligible: false, backupState: false },
      { backupState: false },
      { signCount: 5 },
      { rpId: 'x.example' },
      { userHandle: null },
      { userHandle: new Uint8Array(49) },
    ]) {
      expect(await answers(decoy, differ)).toEqual(await answers(real, differ))
    }
    expect(await answers(decoy, {})).toEqual(Array.from({ length: 3 }, () => 'signature_invalid'))
  })

  test('cannot be signed for, though everybody knows the key it is checked with', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const decoy = await look('a@x.example')
    const one = {
      kty: 'EC',
      crv: 'P-256',
      d: Buffer.from('01'.padStart(64, '0'), 'hex').toString('base64url'),
    }
    const point = {
      x: Buffer.from('6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296', 'hex').toString(
        'base64url',
      ),
      y: Buffer.from('4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5', 'hex').toString(
        'base64url',
      ),
    }
    const privateKey = createPrivateKey({ key: { ...one, ...point }, format: 'jwk' })
    const id = new Uint8Array(Buffer.from(decoy.allowCredentials[0]?.id ?? '', 'base64url'))

    expect(await codeOf(signIn(world, tenant.tenantId, passkey, { id, privateKey }))).toBe(
      'signature_invalid',
    )
  })

  test('costs the same reads', async () => {
    const { person } = await aPersonWithPasskey(world, tenant)
    const reads: string[] = []
    const watched = { ...world.deps, stores: countCalls(world.stores, reads) }

    // The rules are read once and remembered.
    await lookUpName(watched, tenant.tenantId, person.userName)
    reads.splice(0)
    await lookUpName(watched, tenant.tenantId, person.userName)
    const known = reads.splice(0)
    await lookUpName(watched, tenant.tenantId, 'a@x.example')

    expect(reads).toEqual(known)
    expect(known).toHaveLength(5)
  })
})

function countCalls<S extends object>(stores: S, calls: string[]): S {
  return new Proxy(stores, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value === 'object' && value !== null) return countCalls(value, calls)
      if (typeof value === 'function') calls.push(String(name))
      return value
    },
  })
}
