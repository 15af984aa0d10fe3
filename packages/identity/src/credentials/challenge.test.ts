import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { usePasskey } from '../../test/software-authenticator.ts'
import {
  aPersonWithPasskey,
  aVisitor,
  codeOf,
  codesOf,
  openWorld,
  registerBinding,
  signIn,
  signInBinding,
  type World,
} from '../../test/world.ts'
import { rotateKeyring } from '../administer.ts'
import {
  beginAuthentication,
  beginRegistration,
  finishAuthentication,
  openKeyring,
  type Tenant,
} from '../index.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
})
afterAll(() => world.close())

describe('what a challenge is good for', () => {
  test('once', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const common = { tenantId: tenant.tenantId, visitor: aVisitor(), binding: signInBinding }
    const options = await beginAuthentication(world.deps, common)
    const answer = () =>
      finishAuthentication(world.deps, { ...common, response: usePasskey(passkey, options) })

    expect(await codesOf([answer(), answer(), answer()])).toEqual([
      'challenge_spent',
      'challenge_spent',
      'done',
    ])
    expect(await codeOf(answer())).toBe('challenge_spent')
  })

  test('once over all tenants, if it was made for none', async () => {
    const here = await aPersonWithPasskey(world, tenant)
    const there = await aPersonWithPasskey(world, await world.aTenant())
    const common = { visitor: aVisitor(), binding: signInBinding }
    const options = await beginAuthentication(world.deps, common)
    const answer = (passkey: typeof here.passkey) =>
      finishAuthentication(world.deps, { ...common, response: usePasskey(passkey, options) })

    expect(await codeOf(answer(here.passkey))).toBe('done')
    expect(await codeOf(answer(there.passkey))).toBe('challenge_spent')
  })

  test.each([
    [299, 'done'],
    [300, 'challenge_expired'],
    [-61, 'challenge_expired'],
    [-59, 'done'],
  ])('after %i seconds: %s', async (seconds, code) => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const common = { tenantId: tenant.tenantId, visitor: aVisitor(), binding: signInBinding }
    const options = await beginAuthentication(world.deps, common)
    world.after(seconds)

    const answer = finishAuthentication(world.deps, { ...common, response: usePasskey(passkey, options) })

    expect(await codeOf(answer)).toBe(code)
  })

  test('not for another tenant, nor for none', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const other = await world.aTenant()
    const finishThere = { finish: { tenantId: other.tenantId } }

    expect(await codeOf(signIn(world, tenant.tenantId, passkey, finishThere))).toBe('challenge_unknown')
    expect(await codeOf(signIn(world, undefined, passkey, { begin: { tenantId: tenant.tenantId } }))).toBe(
      'challenge_unknown',
    )
  })

  test('not for signing in, if it was made to register', async () => {
    const { passkey, arrival } = await aPersonWithPasskey(world, tenant)
    const options = await beginRegistration(world.deps, {
      session: arrival.session,
      visitor: aVisitor(),
      binding: registerBinding,
    })
    const response = usePasskey(passkey, options)
    const answer = { tenantId: tenant.tenantId, response, visitor: aVisitor(), binding: registerBinding }

    expect(await codeOf(finishAuthentication(world.deps, answer))).toBe('challenge_unknown')
  })

  test('also after the keys were rotated, and on a node that has not read the new one', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const common = { tenantId: tenant.tenantId, visitor: aVisitor(), binding: signInBinding }
    const other = await openWorldOn(world)
    const before = await beginAuthentication(world.deps, common)
    await rotateKeyring(other)
    const after = await beginAuthentication(other, common)

    for (const options of [before, after]) {
      const answer = { ...common, response: usePasskey(passkey, options) }
      expect(await codeOf(finishAuthentication(world.deps, answer))).toBe('done')
    }
  })

  test('beginning writes nothing', async () => {
    const written: string[] = []
    const watched = { ...world.deps, stores: watch(world.deps.stores, written) }

    await beginAuthentication(watched, { visitor: aVisitor(), binding: signInBinding })

    expect(written).toEqual([])
  })
})

/** The same stores, seen by another process. */
async function openWorldOn({ deps, stores }: World) {
  const masterKey = new Uint8Array(32).fill(1)
  const keyring = await openKeyring({ stores, masterKey, now: deps.now, random: deps.random })
  return { ...deps, stores: { ...stores }, keyring }
}

/** Notes every method of every store that is called. */
function watch<S extends object>(stores: S, called: string[]): S {
  return new Proxy(stores, {
    get(target, name) {
      called.push(String(name))
      return Reflect.get(target, name)
    },
  })
}
