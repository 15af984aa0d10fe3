import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { usePasskey } from '../../test/software-authenticator.ts'
import {
  aPersonWithPasskey,
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  type Circumstances,
  codeOf,
  codesOf,
  meanwhile,
  openWorld,
  operator,
  register,
  signIn,
  signInBinding,
  signInLog,
  type World,
} from '../../test/world.ts'
import { setPersonEnabled } from '../administer.ts'
import {
  beginAuthentication,
  findSession,
  finishAuthentication,
  putDefaultMethod,
  removePasskey,
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

describe('signing in with a passkey', () => {
  test('makes a session, notes the use and writes the log, all at once', async () => {
    const { person, passkey, record } = await aPersonWithPasskey(world, tenant)
    world.after(60)

    const signedIn = await signIn(world, tenant.tenantId, passkey)

    expect(await findSession(world.deps, signedIn.token)).toMatchObject({
      person: { userId: person.userId, lastMethod: 'passkey' },
      session: { sessionId: signedIn.session.sessionId },
    })
    expect(signedIn.session.proofs).toEqual([signedIn.proof])
    expect(signedIn.proof).toMatchObject({ method: 'passkey', passkey: { userVerified: true } })
    expect(signedIn.session.passId).toBeUndefined()
    expect(await world.stores.credentials.find(tenant.tenantId, record.id)).toMatchObject({
      lastUsedAt: world.deps.now(),
      lastUsedFrom: '192.0.2.7',
    })
    expect((await signInLog(world, tenant.tenantId))[0]).toMatchObject({
      outcome: 'success',
      method: 'passkey',
      strength: 'phishingResistant',
      userVerified: true,
      attested: false,
      userId: person.userId,
      sessionId: signedIn.session.sessionId,
      correlationId: aVisitor().correlationId,
    })
  })

  test('leaves the session of the pass as it was, and does not end with it', async () => {
    const { passkey, arrival } = await aPersonWithPasskey(world, tenant)

    const { session } = await signIn(world, tenant.tenantId, passkey, {
      finish: { current: { session: arrival.session, token: arrival.token } },
    })

    expect(session.sessionId).not.toBe(arrival.session.sessionId)
    expect(session.expiresAt.getTime()).toBeGreaterThan(arrival.session.expiresAt.getTime())
    expect((await findSession(world.deps, arrival.token))?.session.proofs).toHaveLength(1)
  })

  test('raises a session of the same person: same id, new secret, one proof more', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    const before = await arriveWithPassword(world, person)

    const after = await signIn(world, tenant.tenantId, passkey, { finish: { current: before } })

    expect(after.session.sessionId).toBe(before.session.sessionId)
    expect(after.session.proofs.map(({ method }) => method)).toEqual(['password', 'passkey'])
    expect(await findSession(world.deps, before.token)).toBeUndefined()
    expect(await findSession(world.deps, after.token)).toBeDefined()
  })

  test('makes a new session over that of another person, and leaves theirs', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const other = await arriveWithPassword(world, await world.aPerson(tenant, 'berta'))

    const after = await signIn(world, tenant.tenantId, passkey, { finish: { current: other } })

    expect(after.session.sessionId).not.toBe(other.session.sessionId)
    expect(after.session.proofs).toHaveLength(1)
    expect((await findSession(world.deps, other.token))?.session.proofs).toHaveLength(1)
  })

  test('asks once whether to make it the default', async () => {
    const { passkey, record } = await aPersonWithPasskey(world, tenant)

    const first = await signIn(world, tenant.tenantId, passkey)
    const second = await signIn(world, tenant.tenantId, passkey)
    const { passkey: another } = await register(world, second.session)
    await putDefaultMethod(world.deps, { session: second.session, method: 'passkey', visitor: aVisitor() })
    const third = await signIn(world, tenant.tenantId, another)

    expect([first, second, third].map((each) => each.firstPasskeySignIn)).toEqual([true, false, false])
    expect(record.lastUsedAt).toBeUndefined()
  })

  test('finds the tenant by the credential when none was named', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)

    const signedIn = await signIn(world, undefined, passkey)

    expect(signedIn.person.userId).toBe(person.userId)
    expect(signedIn.session.tenantId).toBe(tenant.tenantId)
  })
})

describe('one honest answer, and one difference', () => {
  const otherKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const differences: readonly (readonly [string, Circumstances, string])[] = [
    ['nothing', {}, 'done'],
    ['another key', { privateKey: otherKey }, 'signature_invalid'],
    ['another origin', { origin: 'https://id.example.evil' }, 'origin_mismatch'],
    ['a frame', { crossOrigin: true }, 'cross_origin_not_allowed'],
    ['another RP ID', { rpId: 'example.com' }, 'rp_id_mismatch'],
    ['the answer to a registration', { type: 'webauthn.create' }, 'wrong_ceremony'],
    ['nobody there', { userPresent: false }, 'user_not_present'],
    ['nobody verified, though it was required', { userVerified: false }, 'user_not_verified'],
    [
      'a key that may not be copied now',
      { backupEligible: false, backupState: false },
      'backup_eligibility_changed',
    ],
    ['no user handle, without a name', { userHandle: null }, 'user_handle_missing'],
    ['somebody else’s user handle', { userHandle: new Uint8Array(49).fill(1) }, 'user_handle_mismatch'],
    ['an unknown credential', { id: new Uint8Array(32) }, 'credential_unknown'],
    [
      'the passkey of an app lock',
      { id: new Uint8Array(32), userHandle: Buffer.from(`lock:${'x'.repeat(32)}`) },
      'lock_passkey',
    ],
    ['a challenge of their own making', { challenge: 'AAAA' }, 'challenge_unknown'],
    [
      'another visit',
      { finish: { visitor: aVisitor({ visitHash: new Uint8Array(32) }) } },
      'challenge_unknown',
    ],
    ['another flow', { finish: { binding: { purpose: 'sign-in', context: 'flow-2' } } }, 'challenge_unknown'],
    [
      'another purpose',
      { finish: { binding: { purpose: 'step-up', context: 'flow-1' } } },
      'challenge_unknown',
    ],
    ['another name', { finish: { expectedName: 'berta@t1.example' } }, 'credential_of_another'],
    ['not JSON at all', { finish: { response: 'x' } }, 'malformed'],
  ]

  test.each(differences)('%s', async (_, differ, code) => {
    const { passkey } = await aPersonWithPasskey(world, tenant)

    expect(await codeOf(signIn(world, tenant.tenantId, passkey, differ))).toBe(code)
  })

  test.each(differences.filter(([, , code]) => code !== 'done'))(
    'leaves nothing behind after %s',
    async (_, differ) => {
      const { person, passkey, record } = await aPersonWithPasskey(world, tenant)
      const before = await world.stores.sessions.listOfPerson(tenant.tenantId, person.userId, new Date(0))

      await codeOf(signIn(world, tenant.tenantId, passkey, differ))

      const after = await world.stores.sessions.listOfPerson(tenant.tenantId, person.userId, new Date(0))
      expect(after).toEqual(before)
      expect((await world.stores.credentials.find(tenant.tenantId, record.id))?.lastUsedAt).toBeUndefined()
    },
  )

  test('each byte of the challenge counts', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const common = { tenantId: tenant.tenantId, visitor: aVisitor(), binding: signInBinding }
    const { challenge } = await beginAuthentication(world.deps, common)
    const bytes = Buffer.from(challenge, 'base64url')
    const codes = new Set<string>()

    for (let i = 0; i < bytes.length; i++) {
      const altered = Buffer.from(bytes)
      altered[i] = (altered[i] ?? 0) ^ 1
      const response = usePasskey(passkey, { challenge: altered.toString('base64url') })
      codes.add(await codeOf(finishAuthentication(world.deps, { ...common, response })))
    }

    expect([...codes]).toEqual(['challenge_unknown'])
  })
})

describe('what a passkey is worth', () => {
  test('one factor, if it verified nobody and that was asked for', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)

    const { proof } = await signIn(world, tenant.tenantId, passkey, {
      userVerified: false,
      begin: { userVerification: 'preferred' },
    })

    expect(proof.passkey?.userVerified).toBe(false)
    expect((await signInLog(world, tenant.tenantId))[0]?.strength).toBe('singleFactor')
  })

  test('what this answer said, not what is registered', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    await signIn(world, tenant.tenantId, passkey)

    const { session } = await arriveWithPassword(world, person)

    expect(session.proofs.map(({ method }) => method)).toEqual(['password'])
  })

  test('a weaker use later takes nothing from the session', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const strong = await signIn(world, tenant.tenantId, passkey)

    await signIn(world, tenant.tenantId, passkey, {
      userVerified: false,
      begin: { userVerification: 'preferred' },
      finish: { current: strong },
    })

    expect((await signInLog(world, tenant.tenantId))[0]?.strength).toBe('phishingResistant')
  })
})

describe('a signature counter that does not grow', () => {
  async function withCounter(signatureCounter: 'record' | 'refuse') {
    const strict = await world.aTenant({ signatureCounter })
    const person = await world.aPerson(strict)
    const { session } = await arriveWithPass(world, person)
    const { passkey } = await register(world, session, { signCount: 5 })
    return { strict, passkey }
  }

  test('is told, and locks nobody out', async () => {
    const { strict, passkey } = await withCounter('record')

    expect(await codeOf(signIn(world, strict.tenantId, passkey, { signCount: 5 }))).toBe('done')
    expect((await signInLog(world, strict.tenantId))[0]?.detail).toBe('signature counter 5 then 5')
  })

  test('is refused where the organisation says so', async () => {
    const { strict, passkey } = await withCounter('refuse')

    expect(await codeOf(signIn(world, strict.tenantId, passkey, { signCount: 6 }))).toBe('done')
    expect(await codeOf(signIn(world, strict.tenantId, passkey, { signCount: 6 }))).toBe(
      'signature_counter_regressed',
    )
  })

  test('lets one of two copies through that answer at once', async () => {
    const { strict, passkey } = await withCounter('refuse')
    const both = [1, 2].map(() => signIn(world, strict.tenantId, passkey, { signCount: 9 }))

    expect(await codesOf(both)).toEqual(['done', 'signature_counter_regressed'])
  })

  test('is no matter where there is none', async () => {
    const strict = await world.aTenant({ signatureCounter: 'refuse' })
    const { passkey } = await aPersonWithPasskey(world, strict)

    expect(await codeOf(signIn(world, strict.tenantId, passkey))).toBe('done')
    expect(await codeOf(signIn(world, strict.tenantId, passkey))).toBe('done')
  })
})

describe('what may have changed meanwhile', () => {
  test('a person who was switched off', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    await setPersonEnabled(world.deps, { ...operator, ...person, enabled: false })

    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('person_disabled')
  })

  test('a passkey that was removed is unknown, and only such a one is', async () => {
    const { passkey, arrival } = await aPersonWithPasskey(world, tenant)
    await register(world, arrival.session)
    const { session } = await signIn(world, tenant.tenantId, passkey)
    await removePasskey(world.deps, { session, credentialId: passkey.id, visitor: aVisitor() })

    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('credential_unknown')
  })

  test('a passkey that is removed while its answer is verified', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    const { stores } = world
    const late = meanwhile(world, () => stores.credentials.remove(tenant.tenantId, person.userId, passkey.id))

    expect(await codeOf(signIn(late, tenant.tenantId, passkey))).toBe('credential_unknown')
    expect(await stores.sessions.listOfPerson(tenant.tenantId, person.userId, new Date(0))).toHaveLength(1)
  })

  test('a passkey of another tenant is refused by its own name', async () => {
    const other = await world.aTenant()
    const { passkey } = await aPersonWithPasskey(world, other)

    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('credential_of_another')
  })

  test('a passkey that was made for another RP ID is none of ours', async () => {
    const { record, passkey } = await aPersonWithPasskey(world, tenant)
    const id = new Uint8Array(32).fill(3)
    await world.stores.credentials.insert({ ...record, id, rpId: 'old.example.com' })

    expect(await codeOf(signIn(world, tenant.tenantId, { ...passkey, id }))).toBe('credential_unknown')
  })

  test('a copy of a record in another tenant opens nothing', async () => {
    const { passkey, record } = await aPersonWithPasskey(world, tenant)
    const other = await world.aTenant()
    const stranger = await world.aPerson(other)
    await world.stores.credentials
      .insert({ ...record, tenantId: other.tenantId, userId: stranger.userId })
      .catch(() => undefined)

    expect(await codeOf(signIn(world, other.tenantId, passkey))).toBe('credential_of_another')
  })
})

describe('writing failures down', () => {
  test('under the refusal’s code, for a person we know', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)

    await codeOf(signIn(world, tenant.tenantId, passkey, { userVerified: false }))

    expect((await signInLog(world, tenant.tenantId))[0]).toMatchObject({
      outcome: 'failure',
      code: 'user_not_verified',
      method: 'passkey',
      userId: person.userId,
    })
  })

  test('a flood fills no disk, and says how much it was', async () => {
    const attempts = Array.from({ length: 200 }, () =>
      codeOf(
        finishAuthentication(world.deps, {
          tenantId: tenant.tenantId,
          response: 'x',
          visitor: aVisitor(),
          binding: signInBinding,
        }),
      ),
    )
    expect(new Set(await Promise.all(attempts))).toEqual(new Set(['malformed']))
    expect(await signInLog(world, tenant.tenantId)).toHaveLength(60)

    world.after(60)
    await codeOf(
      finishAuthentication(world.deps, {
        tenantId: tenant.tenantId,
        response: 'x',
        visitor: aVisitor(),
        binding: signInBinding,
      }),
    )
    expect((await signInLog(world, tenant.tenantId))[0]?.detail).toContain('140 before it were not kept')
  })
})
