import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aPersonWithPasskey,
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  codeOf,
  goodPassword,
  mails,
  meanwhile,
  openWorld,
  operator,
  signIn,
  signInBinding,
  type World,
} from '../../test/world.ts'
import { setPassword, setPersonEnabled } from '../administer.ts'
import { changePassword, findSession, type Person, signInWithPassword, type Tenant } from '../index.ts'
import { memoryOf } from '../memory.ts'
import { verifySecret } from './argon2id.ts'
import { newWorkQueue } from './work-queue.ts'

let world: World
let tenant: Tenant
let person: Person
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
})
afterAll(() => world.close())

const type = (password: string, userName = person.userName) =>
  signInWithPassword(world.deps, {
    tenantId: tenant.tenantId,
    userName,
    password,
    visitor: aVisitor(),
    binding: signInBinding,
  })
const set = (password: string) => setPassword(world.deps, { ...operator, ...person, password })

describe('signing in with a password', () => {
  test('is one factor', async () => {
    const { session } = await arriveWithPassword(world, person)

    expect(session.proofs).toMatchObject([{ method: 'password' }])
    expect((await world.stores.people.find(tenant.tenantId, person.userId))?.lastMethod).toBe('password')
  })

  test('takes the name however it is typed, and the password however it is composed', async () => {
    await set('Pa\u0073swörtchen')

    expect(await codeOf(type('Passwo\u0308rtchen', ` ${person.userName.toUpperCase()} `))).toBe('done')
  })

  test.each([
    ['a wrong one', 'wrong password', undefined],
    ['another case', goodPassword.toUpperCase(), undefined],
    ['nothing', '', undefined],
    ['a name that nobody has', goodPassword, 'nobody@example.com'],
    ['a whole book', 'x'.repeat(1025), undefined],
  ])('refuses %s by one name', async (_, password, userName) => {
    await set(goodPassword)

    expect(await codeOf(type(password, userName))).toBe('sign_in_failed')
  })

  test('refuses a person who has none, and one of another tenant', async () => {
    expect(await codeOf(type(goodPassword))).toBe('sign_in_failed')
    await set(goodPassword)
    tenant = await world.aTenant()
    expect(await codeOf(type(goodPassword))).toBe('sign_in_failed')
  })

  test('tells that somebody is switched off only to who knows the password', async () => {
    await set(goodPassword)
    await setPersonEnabled(world.deps, { ...operator, ...person, enabled: false })

    expect(await codeOf(type(goodPassword))).toBe('person_disabled')
    expect(await codeOf(type('wrong password'))).toBe('sign_in_failed')
  })

  test('hashes again when the costs have changed', async () => {
    const { tenantId, userId } = person
    // argon2id of `correct horse battery staple` with a salt of zeros and a cheaper cost.
    const cheap = await hashCheaply(goodPassword)
    await world.stores.passwords.put({ tenantId, userId, hash: cheap, changedAt: world.deps.now() })

    expect(await codeOf(type(goodPassword))).toBe('done')

    const kept = await world.stores.passwords.find(tenantId, userId)
    expect(kept?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await codeOf(type(goodPassword))).toBe('done')
  })

  test('does as much work for a name that nobody has', async () => {
    await set(goodPassword)
    const works: string[] = []
    const deps = { ...world.deps, stores: countReads(world.stores, works) }
    const { hashing } = memoryOf(deps.stores)
    const run = hashing.run.bind(hashing)
    Object.assign(hashing, {
      run: (...work: Parameters<typeof run>) => {
        works.push('hash')
        return run(...work)
      },
    })
    const attempt = (userName: string) =>
      codeOf(
        signInWithPassword(deps, {
          tenantId: tenant.tenantId,
          userName,
          password: 'wrong password',
          visitor: aVisitor(),
          binding: signInBinding,
        }),
      )

    await attempt(person.userName)
    const known = works.splice(0)
    await attempt('nobody@example.com')

    expect(works).toEqual(known)
    expect(known).toContain('hash')
  })
})

describe('setting and changing a password', () => {
  test.each(['short', 'password', 'PASSWORD123', 'x'.repeat(1025), 'Qwertyuiop'])(
    'refuses %s',
    async (password) => {
      expect(await codeOf(set(password))).toBe('invalid_input')
    },
  )

  test('refuses the person’s own name', async () => {
    expect(await codeOf(set(person.userName.toUpperCase()))).toBe('invalid_input')
  })

  test('an administrator’s ends everything that was granted before', async () => {
    const { token } = await arriveWithPass(world, person)

    await set(goodPassword)

    expect(await findSession(world.deps, token)).toBeUndefined()
    expect(await mails(world, tenant)).toContain('password_changed')
  })

  test('one’s own, knowing the old one, ends all other sessions', async () => {
    const { person: holder, passkey } = await aPersonWithPasskey(world, tenant, 'bert')
    const there = await arriveWithPassword(world, holder)
    const here = await signIn(world, tenant.tenantId, passkey)
    const change = (current: string, next: string) =>
      codeOf(changePassword(world.deps, { session: here.session, current, next, visitor: aVisitor() }))

    expect(await change('wrong password', 'another good one')).toBe('sign_in_failed')
    expect(await change(goodPassword, 'password1')).toBe('invalid_input')
    expect(await change(goodPassword, 'another good one')).toBe('done')

    expect(await findSession(world.deps, here.token)).toBeDefined()
    expect(await findSession(world.deps, there.token)).toBeUndefined()
    expect(await codeOf(type(goodPassword, holder.userName))).toBe('sign_in_failed')
    expect(await codeOf(type('another good one', holder.userName))).toBe('done')
  })

  test('one’s own takes more than the password, and a proof that is fresh', async () => {
    const { person: holder, passkey } = await aPersonWithPasskey(world, tenant, 'bert')
    const typed = await arriveWithPassword(world, holder)
    const here = await signIn(world, tenant.tenantId, passkey)
    const change = ({ session }: Pick<typeof here, 'session'>) =>
      changePassword(world.deps, {
        session,
        current: goodPassword,
        next: 'another good one',
        visitor: aVisitor(),
      })

    expect(await codeOf(change(typed))).toBe('stronger_sign_in_needed')
    world.after(301)
    expect(await codeOf(change(here))).toBe('fresh_sign_in_needed')
    expect(await codeOf(type(goodPassword, holder.userName))).toBe('done')
  })

  test('a password that changes while it is being verified opens nothing', async () => {
    const { person: holder, passkey } = await aPersonWithPasskey(world, tenant, 'bert')
    await arriveWithPassword(world, holder)
    const { session } = await signIn(world, tenant.tenantId, passkey)
    const { tenantId, userId, userName } = holder
    const late = meanwhile(world, () =>
      world.stores.passwords.put({
        tenantId,
        userId,
        hash: '$argon2id$another',
        changedAt: world.deps.now(),
      }),
    )
    const visitor = aVisitor()
    const asked = { session, current: goodPassword, next: 'another good one', visitor }
    const typed = { tenantId, userName, password: goodPassword, visitor, binding: signInBinding }

    expect(await codeOf(signInWithPassword(late.deps, typed))).toBe('sign_in_failed')
    await world.stores.passwords.put({
      tenantId,
      userId,
      hash: await hashCheaply(goodPassword),
      changedAt: new Date(0),
    })
    expect(await codeOf(changePassword(late.deps, asked))).toBe('sign_in_failed')
  })

  test('passkeys are not locked out by guesses at the password', async () => {
    const { person: owner, passkey } = await aPersonWithPasskey(world, tenant, 'berta')
    await Promise.all(Array.from({ length: 12 }, () => codeOf(type('wrong password', owner.userName))))

    expect(await codeOf(type(goodPassword, owner.userName))).toBe('too_many_attempts')
    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
  })
})

describe('verifying a hash', () => {
  test('agrees with the vector of the reference implementation', async () => {
    // argon2id, v=19, m=65536, t=2, p=1, "password", "somesalt" (test.c of phc-winner-argon2)
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'

    expect(await verifySecret(world.deps, 'password', hash)).toEqual({ right: true, outdated: true })
    expect(await verifySecret(world.deps, 'Password', hash)).toEqual({ right: false, outdated: true })
    expect(await verifySecret(world.deps, 'password', undefined)).toEqual({ right: false, outdated: false })
  })

  test('bounds how many are made at once, and how many wait', async () => {
    const queue = newWorkQueue()
    let running = 0
    let most = 0
    const finish: (() => void)[] = []
    const work = () => {
      most = Math.max(most, ++running)
      return new Promise<void>((resolve) => finish.push(resolve)).finally(() => running--)
    }
    const at = world.deps.now()
    const all = Array.from({ length: 400 }, () => codeOf(queue.run(work, at)))
    await Promise.resolve()
    while (finish.length > 0) {
      finish.shift()?.()
      await new Promise(setImmediate)
    }
    const codes = await Promise.all(all)

    expect(most).toBeLessThanOrEqual(4)
    expect(codes.filter((code) => code === 'too_many_attempts').length).toBe(400 - 256 - most)
    expect(codes.filter((code) => code === 'done').length).toBe(256 + most)
  })
})

async function hashCheaply(password: string): Promise<string> {
  const { argon2Sync } = await import('node:crypto')
  const nonce = new Uint8Array(16)
  const tag = argon2Sync('argon2id', {
    message: password,
    nonce,
    memory: 64,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  })
  return `$argon2id$v=19$m=64,t=1,p=1$${'A'.repeat(22)}$${tag.toString('base64').replaceAll('=', '')}`
}

/** Notes each method of each store. */
function countReads<S extends object>(stores: S, works: string[], path = ''): S {
  return new Proxy(stores, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value === 'object' && value !== null) return countReads(value, works, `${String(name)}.`)
      if (typeof value !== 'function') return value
      return (...rest: unknown[]) => {
        works.push(path + String(name))
        return Reflect.apply(value, target, rest)
      }
    },
  })
}
