import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { patchMethods } from '../../test/rules.ts'
import {
  aPersonWithPasskey,
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  codeOf,
  codesOf,
  mails,
  openWorld,
  register,
  signIn,
  signInBinding,
  signInLog,
  typePassword,
  type World,
} from '../../test/world.ts'
import { rotateKeyring } from '../administer.ts'
import {
  beginTotp,
  findSession,
  findUsableMethods,
  finishTotp,
  type Person,
  removeTotp,
  type Session,
  type SignedIn,
  signInWithCode,
  type Tenant,
} from '../index.ts'
import { toBase32 } from './base32.ts'
import { findStep, oneTimeCode } from './one-time-code.ts'

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

const codeNow = (secret: string) =>
  generateSync({ secret, epoch: Math.floor(world.deps.now().getTime() / 1000) })

async function addCodes(session: Session) {
  const { secret, sealed } = await beginTotp(world.deps, session)
  const totp = await finishTotp(world.deps, { session, sealed, code: codeNow(secret), visitor: aVisitor() })
  return { secret, totp }
}

const typeCode = ({ session, token }: SignedIn, code: string) =>
  signInWithCode(world.deps, { session, token, code, visitor: aVisitor(), binding: signInBinding })

/** A person with a password and codes, whose first code is not the one of now any more. */
async function aPersonWithCodes() {
  await arriveWithPassword(world, person)
  const { session } = await arriveWithPass(world, person)
  const added = await addCodes(session)
  world.after(60)
  return added
}

describe('computing codes', () => {
  // RFC 6238 appendix B, SHA-1, the last six of its eight digits.
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %i seconds', (seconds, code) => {
    const secret = Buffer.from('12345678901234567890')

    expect(oneTimeCode(secret, Math.floor(seconds / 30))).toBe(code)
  })

  test('agrees with another implementation', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.nat(4_000_000_000), (secret, epoch) => {
        const theirs = generateSync({ secret: toBase32(secret), epoch })
        return oneTimeCode(secret, Math.floor(epoch / 30)) === theirs
      }),
    )
  })

  test.each([
    [-31, 'before'],
    [-1, 'now'],
    [0, 'now'],
    [30, 'now'],
    [59, 'now'],
    [60, 'after'],
  ])('a code is good one step before and after: %i seconds, %s', (seconds, when) => {
    const secret = new Uint8Array(20).fill(5)
    const at = new Date(30_000 * 1000)

    const step = findStep(secret, oneTimeCode(secret, 1000), new Date(at.getTime() + seconds * 1000))

    expect(step).toBe(when === 'now' ? 1000 : undefined)
  })
})

describe('proving a second factor with a code', () => {
  test('raises the session to MFA, with a new secret', async () => {
    const { secret } = await aPersonWithCodes()
    const before = await typePassword(world, person)
    expect((await signInLog(world, tenant.tenantId))[0]?.strength).toBe('singleFactor')
    world.after(1)

    const after = await typeCode(before, codeNow(secret))

    expect(after.session).toMatchObject({
      sessionId: before.session.sessionId,
      expiresAt: before.session.expiresAt,
    })
    expect((await signInLog(world, tenant.tenantId))[0]?.strength).toBe('multiFactor')
    expect(await findSession(world.deps, before.token)).toBeUndefined()
    expect(await findSession(world.deps, after.token)).toBeDefined()
  })

  test('counts each code once, also for two who type it at once', async () => {
    const { secret } = await aPersonWithCodes()
    const one = await typePassword(world, person)
    const other = await typePassword(world, person)
    const code = codeNow(secret)

    expect(await codesOf([typeCode(one, code), typeCode(other, code)])).toEqual(['code_replayed', 'done'])
    expect(await codeOf(typeCode(other, code))).toBe('code_replayed')
  })

  test('does not take an older code after a newer one', async () => {
    const { secret } = await aPersonWithCodes()
    const older = codeNow(secret)
    world.after(30)
    const one = await typePassword(world, person)
    await typeCode(one, codeNow(secret))

    expect(await codeOf(typeCode(await typePassword(world, person), older))).toBe('code_replayed')
  })

  test('the code that set it up is spent by that', async () => {
    await arriveWithPassword(world, person)
    const { session } = await arriveWithPass(world, person)
    const { secret } = await addCodes(session)

    expect(await codeOf(typeCode(await typePassword(world, person), codeNow(secret)))).toBe('code_replayed')
  })

  test.each(['000000', '12345', '1234567', 'abcdef', '', '１２３４５６'])('refuses %s', async (code) => {
    await aPersonWithCodes()

    expect(await codeOf(typeCode(await typePassword(world, person), code))).toBe('code_incorrect')
  })

  test('stops guessing', async () => {
    const { secret } = await aPersonWithCodes()
    const signedIn = await typePassword(world, person)
    for (let i = 0; i < 10; i++) expect(await codeOf(typeCode(signedIn, 'wrong!'))).toBe('code_incorrect')

    expect(await codeOf(typeCode(signedIn, codeNow(secret)))).toBe('too_many_attempts')
  })

  test('needs a session that is alive, and its secret', async () => {
    const { secret } = await aPersonWithCodes()
    const one = await typePassword(world, person)
    const other = await typePassword(world, person)

    expect(await codeOf(typeCode({ ...one, token: other.token }, codeNow(secret)))).toBe('session_ended')
    world.after(13 * 3600)
    expect(await codeOf(typeCode(one, codeNow(secret)))).toBe('session_ended')
  })

  test('opens secrets again after the keys were rotated, also one nobody sealed again', async () => {
    const { secret, totp } = await aPersonWithCodes()

    expect(await rotateKeyring(world.deps)).toMatchObject({ resealed: expect.any(Number) })

    const [kept] = await world.stores.totps.listOfPerson(tenant.tenantId, person.userId)
    expect(kept?.sealedSecret).not.toEqual(totp.sealedSecret)
    expect(await codeOf(typeCode(await typePassword(world, person), codeNow(secret)))).toBe('done')
    await world.stores.totps.putSealedSecret(tenant.tenantId, totp.totpId, totp.sealedSecret)
    world.after(30)
    expect(await codeOf(typeCode(await typePassword(world, person), codeNow(secret)))).toBe('done')
  })

  test('a sealed secret that was moved to another person opens nothing', async () => {
    const { totp } = await aPersonWithCodes()
    const other = await world.aPerson(tenant, 'berta')
    const signedIn = await arriveWithPassword(world, other)
    await world.stores.totps.insert({ ...totp, userId: other.userId, totpId: randomUUID() })

    expect(await codeOf(typeCode(signedIn, '123456'))).toBe('sealed_unreadable')
  })
})

describe('setting up codes', () => {
  test('offers the secret as a generator wants it', async () => {
    const { session } = await arriveWithPass(world, person)

    const { secret, uri } = await beginTotp(world.deps, session)

    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(uri).toBe(
      `otpauth://totp/Example:${encodeURIComponent(person.userName)}?secret=${secret}&issuer=Example&algorithm=SHA1&digits=6&period=30`,
    )
  })

  test('keeps nothing before the first right code', async () => {
    const { session } = await arriveWithPass(world, person)
    const { sealed } = await beginTotp(world.deps, session)
    const finish = (change: object) =>
      codeOf(finishTotp(world.deps, { session, sealed, code: '000000', visitor: aVisitor(), ...change }))

    expect(await finish({})).toBe('code_incorrect')
    expect(await finish({ sealed: `${sealed.slice(0, -2)}AA` })).toBe('sealed_unreadable')
    expect(await finish({ sealed: '!' })).toBe('sealed_unreadable')
    const { session: other } = await arriveWithPass(world, await world.aPerson(tenant, 'berta'))
    expect(await finish({ session: other })).toBe('sealed_unreadable')
    expect(await world.stores.totps.listOfPerson(tenant.tenantId, person.userId)).toEqual([])
    world.after(901)
    expect(await finish({})).toBe('sealed_unreadable')
  })

  test('not by whoever began in time and finishes too late', async () => {
    const { session } = await arriveWithPass(world, person, { once: true })
    world.after(500)
    const { secret, sealed } = await beginTotp(world.deps, session)
    world.after(101)

    const finish = finishTotp(world.deps, { session, sealed, code: codeNow(secret), visitor: aVisitor() })

    expect(await codeOf(finish)).toBe('fresh_sign_in_needed')
  })

  test('never on a password alone, even where that may add a passkey', async () => {
    tenant = await world.aTenant({ passwordMayAddFirstPasskey: true })
    person = await world.aPerson(tenant)
    const { session } = await arriveWithPassword(world, person)

    expect(await codeOf(beginTotp(world.deps, session))).toBe('stronger_sign_in_needed')
  })

  test('removes them only while something else is left', async () => {
    const { totp, secret } = await aPersonWithCodes()
    const signedIn = await typeCode(await typePassword(world, person), codeNow(secret))
    const remove = (session: Session) =>
      codeOf(removeTotp(world.deps, { session, totpId: totp.totpId, visitor: aVisitor() }))

    expect(await remove(signedIn.session)).toBe('last_method')
    await register(world, signedIn.session)
    expect(await remove(signedIn.session)).toBe('done')
    expect(await remove(signedIn.session)).toBe('not_found')
    expect(await mails(world, tenant)).toEqual(expect.arrayContaining(['totp_added', 'totp_removed']))
  })

  test('are nobody else’s to remove', async () => {
    const { totp } = await aPersonWithCodes()
    const { passkey } = await aPersonWithPasskey(world, tenant, 'berta')
    const { session } = await signIn(world, tenant.tenantId, passkey)

    expect(await codeOf(removeTotp(world.deps, { session, totpId: totp.totpId, visitor: aVisitor() }))).toBe(
      'not_found',
    )
  })
})

describe('codes that the policy does not allow', () => {
  const codes = (state: 'enabled' | 'disabled') =>
    patchMethods(world, tenant.tenantId, 'SoftwareOath', { state })

  test('are not set up', async () => {
    const { session } = await arriveWithPass(world, person)
    const { secret, sealed } = await beginTotp(world.deps, session)
    await codes('disabled')

    const late = { session, sealed, code: codeNow(secret), visitor: aVisitor() }
    expect(await codeOf(finishTotp(world.deps, late))).toBe('not_allowed_by_policy')
    expect(await codeOf(beginTotp(world.deps, session))).toBe('not_allowed_by_policy')
  })

  test('prove nothing and count for nothing, and only a right one learns it', async () => {
    const { secret } = await aPersonWithCodes()
    const arrived = await typePassword(world, person)
    await codes('disabled')

    expect(await codeOf(typeCode(arrived, '000000'))).toBe('code_incorrect')
    expect(await codeOf(typeCode(arrived, codeNow(secret)))).toBe('not_allowed_by_policy')
    expect(await findUsableMethods(world.stores, world.deps, person)).toMatchObject({ totp: false })
    await codes('enabled')
    expect(await codeOf(typeCode(arrived, codeNow(secret)))).toBe('done')
  })
})
