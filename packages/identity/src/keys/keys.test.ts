import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { toUtf8 } from '@latchkey/encoding'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { arriveWithPass, aVisitor, codeOf, openWorld, type World } from '../../test/world.ts'
import { changeMasterKey, resealSecrets, rotateKeyring, rotateSigningKeys } from '../administer.ts'
import {
  beginTotp,
  type Deps,
  IdentityRefusal,
  openKeyring,
  openSealed,
  signingKeys,
  type Tenant,
} from '../index.ts'

let world: World
let tenant: Tenant
beforeEach(async () => {
  world = await openWorld()
  tenant = await world.aTenant()
})
afterEach(() => world.close())

const masterKey = new Uint8Array(32).fill(1)
const random = (length: number) => new Uint8Array(randomBytes(length))
const bound = toUtf8('anna')

/** Another process on the same database. */
async function anotherNode(): Promise<Deps> {
  const { now } = world.deps
  return { ...world.deps, keyring: await openKeyring({ stores: world.stores, masterKey, now, random }) }
}

describe('the keyring', () => {
  test('opens what it sealed, for the same purpose and thing', () => {
    const { keyring } = world.deps
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.string(), (plaintext, about, purpose) => {
        const opened = keyring.open(purpose, keyring.seal(purpose, plaintext, about), about)
        expect(opened).toEqual(plaintext)
      }),
    )
  })

  test('opens nothing that differs in one bit, or is for something else', () => {
    const { keyring } = world.deps
    const sealed = keyring.seal('test', toUtf8('secret'), bound)
    const open =
      (bytes: Uint8Array, purpose = 'test', about = bound) =>
      () =>
        keyring.open(purpose, bytes, about)

    for (let i = 0; i < sealed.length * 8; i++) {
      const altered = Uint8Array.from(sealed)
      altered[i >> 3] = (altered[i >> 3] ?? 0) ^ (1 << (i & 7))
      expect(open(altered)).toThrow(IdentityRefusal)
    }
    expect(open(sealed, 'other')).toThrow('sealed_unreadable')
    expect(open(sealed, 'test', toUtf8('berta'))).toThrow('sealed_unreadable')
    expect(open(sealed.subarray(0, 20))).toThrow('sealed_unreadable')
    expect(open(new Uint8Array())).toThrow('sealed_unreadable')
  })

  test('never seals the same twice, and vouches for the same always', () => {
    const { keyring } = world.deps

    expect(keyring.seal('test', bound, bound)).not.toEqual(keyring.seal('test', bound, bound))
    expect(keyring.mac('test', 1, bound)).toEqual(keyring.mac('test', 1, bound))
    expect(keyring.mac('test', 1, bound)).not.toEqual(keyring.mac('other', 1, bound))
    expect(() => keyring.mac('test', 9, bound)).toThrow('sealed_unreadable')
  })

  test('is the same for processes that start at once', async () => {
    const fresh = await openWorld()
    await fresh.stores.sealingKeys.remove(1)
    const { now } = fresh.deps
    const open = () => openKeyring({ stores: fresh.stores, masterKey, now, random })
    const [one, other] = await Promise.all([open(), open()])

    expect(other.open('test', one.seal('test', bound, bound), bound)).toEqual(bound)
    expect(await fresh.stores.sealingKeys.list()).toHaveLength(1)
    await fresh.close()
  })

  test('opens only under its master key', async () => {
    const { now } = world.deps
    const open = (key: Uint8Array) => openKeyring({ stores: world.stores, masterKey: key, now, random })

    expect(await codeOf(open(new Uint8Array(32)))).toBe('sealed_unreadable')
    await expect(open(new Uint8Array(31))).rejects.toThrow('32 bytes')
  })

  test('keys cannot be exchanged in the database', async () => {
    await rotateKeyring(world.deps)
    const [one, two] = await world.stores.sealingKeys.list()
    if (one === undefined || two === undefined) throw new Error('two keys expected')
    await world.stores.sealingKeys.put({ ...one, sealedKey: two.sealedKey })

    expect(await codeOf(anotherNode())).toBe('sealed_unreadable')
  })

  test('the database alone has no key in it', async () => {
    const opened = world.deps.keyring.mac('test', 1, bound)
    const [key] = await world.stores.sealingKeys.list()

    expect(Buffer.from(key?.sealedKey ?? []).includes(Buffer.from(opened))).toBe(false)
    expect(key?.sealedKey.length).toBe(1 + 12 + 32 + 16)
  })
})

describe('rotating the keyring', () => {
  test('seals with the new key, opens the old, also on a node that has not read it yet', async () => {
    const other = await anotherNode()
    const old = world.deps.keyring.seal('test', bound, bound)

    const { keyNumber } = await rotateKeyring(world.deps)

    expect([keyNumber, world.deps.keyring.current]).toEqual([2, 2])
    expect(world.deps.keyring.open('test', old, bound)).toEqual(bound)
    const fresh = world.deps.keyring.seal('test', bound, bound)
    expect(() => other.keyring.open('test', fresh, bound)).toThrow('sealed_unreadable')
    expect(await openSealed(other, 'test', fresh, bound)).toEqual(bound)
  })

  test('reads the keys at most once a second for numbers that somebody made up', async () => {
    let reads = 0
    const { keyring } = world.deps
    const counting = {
      ...world.deps,
      keyring: Object.assign(Object.create(keyring), { refresh: async () => void reads++ }),
    }
    const madeUp = Uint8Array.from([1, 0, 0, 0, 99, ...new Uint8Array(40)])
    for (let i = 0; i < 50; i++)
      expect(await codeOf(openSealed(counting, 'test', madeUp, bound))).toBe('sealed_unreadable')
    world.after(1)
    await codeOf(openSealed(counting, 'test', madeUp, bound))

    expect(reads).toBe(2)
  })

  test('seals signing keys again, goes on where it was stopped, and has nothing to do twice', async () => {
    const before = await signingKeys(world.deps, tenant.tenantId)
    const stopped = { ...world.deps.keyring, refresh: world.deps.keyring.refresh }
    await stopped.rotate()

    expect(await resealSecrets(world.deps)).toBe(2)
    expect(await resealSecrets(world.deps)).toBe(0)
    expect(await signingKeys(world.deps, tenant.tenantId)).toEqual(before)
    await world.stores.sealingKeys.remove(1)
    expect((await signingKeys(await anotherNode(), tenant.tenantId)).version).toBe(before.version)
  })

  test('leaves what is under way good', async () => {
    const { session } = await arriveWithPass(world, await world.aPerson(tenant))
    const offer = await beginTotp(world.deps, session)
    await rotateKeyring(world.deps)
    const { finishTotp } = await import('../index.ts')

    const finish = finishTotp(world.deps, {
      session,
      sealed: offer.sealed,
      code: '000000',
      visitor: aVisitor(),
    })

    expect(await codeOf(finish)).toBe('code_incorrect')
  })
})

describe('changing the master key', () => {
  test('opens under the new one only, with the same keys inside', async () => {
    const sealed = world.deps.keyring.seal('test', bound, bound)
    const to = new Uint8Array(32).fill(2)
    const { stores } = world

    expect(await codeOf(changeMasterKey({ stores, from: to, to, random }))).toBe('sealed_unreadable')
    expect(await changeMasterKey({ stores, from: masterKey, to, random })).toBe(1)

    expect(await codeOf(anotherNode())).toBe('sealed_unreadable')
    const keyring = await openKeyring({ stores, masterKey: to, now: world.deps.now, random })
    expect(keyring.open('test', sealed, bound)).toEqual(bound)
  })
})

describe('signing keys', () => {
  test('are made on first need, one of each for nodes that need them at once', async () => {
    const nodes = [world.deps, await anotherNode(), await anotherNode()]

    const [one, ...others] = await Promise.all(nodes.map((deps) => signingKeys(deps, tenant.tenantId)))

    for (const other of others) expect(other).toEqual(one)
    expect(one?.published.map(({ alg }) => alg).toSorted()).toEqual(['ES256', 'RS256'])
  })

  test('sign what the published keys verify, and are published without their private part', async () => {
    const keys = await signingKeys(world.deps, tenant.tenantId)

    for (const { keyId, privateKeyPkcs8 } of Object.values(keys.current)) {
      const key = createPrivateKey({ key: Buffer.from(privateKeyPkcs8), format: 'der', type: 'pkcs8' })
      const jwk = keys.published.find((each) => 'kid' in each && each.kid === keyId)
      if (jwk === undefined) throw new Error('the key is not published')
      const publicKey = createPublicKey({ key: { ...jwk }, format: 'jwk' })
      expect(verify('sha256', bound, publicKey, sign('sha256', bound, key))).toBe(true)
    }
    expect(JSON.stringify(keys.published)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  })

  test('are another tenant’s nowhere', async () => {
    const here = await signingKeys(world.deps, tenant.tenantId)
    const there = await signingKeys(world.deps, (await world.aTenant()).tenantId)

    expect(there.published).not.toEqual(here.published)
  })

  test('rotate: published now, sign a day later, the old ones stay until their tokens are over', async () => {
    const before = await signingKeys(world.deps, tenant.tenantId)

    const rotated = await rotateSigningKeys(world.deps, tenant.tenantId)
    expect(rotated.published).toHaveLength(4)
    expect(rotated.current).toEqual(before.current)
    expect(rotated.version).not.toBe(before.version)

    world.after(24 * 3600)
    const active = await signingKeys(world.deps, tenant.tenantId)
    expect(active.current.RS256.keyId).not.toBe(before.current.RS256.keyId)
    expect(active.published).toHaveLength(4)

    world.after(24 * 3600)
    expect((await signingKeys(world.deps, tenant.tenantId)).published).toHaveLength(2)
  })

  test('sign at once when they must', async () => {
    const before = await signingKeys(world.deps, tenant.tenantId)

    const rotated = await rotateSigningKeys(world.deps, tenant.tenantId, { activeInSeconds: 0 })

    expect(rotated.current.ES256.keyId).not.toBe(before.current.ES256.keyId)
    expect(rotated.published).toHaveLength(4)
  })

  test('that were stolen are worth nothing at once', async () => {
    const before = await signingKeys(world.deps, tenant.tenantId)
    await rotateSigningKeys(world.deps, tenant.tenantId)

    const urgent = { activeInSeconds: 0, retireInSeconds: 0 }
    const rotated = await rotateSigningKeys(world.deps, tenant.tenantId, urgent)

    expect(rotated.published).toHaveLength(2)
    expect(JSON.stringify(rotated)).not.toContain(before.current.RS256.keyId)
  })

  test('are there even when the clock jumps back before all of them', async () => {
    const before = await signingKeys(world.deps, tenant.tenantId)
    world.after(-86_400)

    expect((await signingKeys(world.deps, tenant.tenantId)).current).toEqual(before.current)
  })
})
