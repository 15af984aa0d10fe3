import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createPasskey, type Differences } from '../../test/software-authenticator.ts'
import {
  aPersonWithPasskey,
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  codeOf,
  codesOf,
  mails,
  openWorld,
  operator,
  register,
  registerBinding,
  signIn,
  signInLog,
  typePassword,
  type World,
} from '../../test/world.ts'
import { setPersonEnabled } from '../administer.ts'
import {
  beginRegistration,
  endSession,
  findSession,
  finishRegistration,
  issuePass,
  lookUpName,
  mayRegister,
  mostPasskeys,
  nameNewPasskey,
  removePasskey,
  renamePasskey,
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

describe('registering a passkey', () => {
  test('keeps the record, the audit and a mail, all at once', async () => {
    const person = await world.aPerson(tenant)
    const { session } = await arriveWithPass(world, person)

    const { record } = await register(world, session)

    expect(await world.stores.credentials.find(tenant.tenantId, record.id)).toEqual(record)
    expect(record).toMatchObject({
      userId: person.userId,
      uvInitialized: true,
      name: 'Laptop',
      createdBy: 'self',
      transports: ['hybrid', 'internal'],
      attestation: { format: 'none', type: 'none', trusted: false, evidence: 'none' },
    })
    const audit = await world.stores.audit.list(tenant.tenantId, { limit: 10, activity: 'passkey_added' })
    expect(audit).toMatchObject([
      { actor: { kind: 'person', userId: person.userId }, target: { name: 'Laptop' } },
    ])
    expect(await mails(world, tenant)).toContain('passkey_added')
  })

  test('trusts no attestation that is merely self-made', async () => {
    const { session } = await arriveWithPass(world, await world.aPerson(tenant))

    const { record } = await register(world, session, { attestation: 'packed' })

    expect(record.attestation).toMatchObject({ format: 'packed', type: 'self', trusted: false })
  })

  test('neither raises nor lengthens the session', async () => {
    const person = await world.aPerson(tenant)
    const { session, token } = await arriveWithPass(world, person)

    await register(world, session)

    expect((await findSession(world.deps, token))?.session).toEqual(session)
  })

  test('asks for what finishing demands, and names what is there', async () => {
    const { arrival, record } = await aPersonWithPasskey(world, tenant)

    const options = await beginRegistration(world.deps, {
      session: arrival.session,
      visitor: aVisitor(),
      binding: registerBinding,
      hints: ['security-key'],
      attachment: 'cross-platform',
    })

    expect(options).toMatchObject({
      rp: { id: 'id.example.com' },
      authenticatorSelection: {
        residentKey: 'required',
        userVerification: 'required',
        authenticatorAttachment: 'cross-platform',
      },
      attestation: 'direct',
      hints: ['security-key'],
      excludeCredentials: [
        { id: Buffer.from(record.id).toString('base64url'), transports: ['hybrid', 'internal'] },
      ],
    })
  })

  test.each<readonly [string, Differences, string]>([
    ['another origin', { origin: 'https://evil.example' }, 'origin_mismatch'],
    ['another RP ID', { rpId: 'example.com' }, 'rp_id_mismatch'],
    ['nobody verified, though it was required', { userVerified: false }, 'user_not_verified'],
    ['nobody there', { userPresent: false }, 'user_not_present'],
    ['the answer to an authentication', { type: 'webauthn.get' }, 'wrong_ceremony'],
    ['a challenge of their own making', { challenge: 'AAAA' }, 'challenge_unknown'],
  ])('refuses %s', async (_, differ, code) => {
    const { session } = await arriveWithPass(world, await world.aPerson(tenant))

    expect(await codeOf(register(world, session, differ))).toBe(code)
    expect((await world.stores.people.findMethods(tenant.tenantId, session.userId)).passkeys).toBe(0)
  })

  test('of two answers to one challenge keeps one', async () => {
    const { session } = await arriveWithPass(world, await world.aPerson(tenant))
    const common = { session, visitor: aVisitor(), binding: registerBinding }
    const options = await beginRegistration(world.deps, common)
    const answer = () =>
      finishRegistration(world.deps, { ...common, response: createPasskey(options).response })

    expect(await codesOf([answer(), answer()])).toEqual(['challenge_spent', 'done'])
  })

  test('refuses a challenge that was made for another person', async () => {
    const anna = await arriveWithPass(world, await world.aPerson(tenant, 'anna'))
    const berta = await arriveWithPass(world, await world.aPerson(tenant, 'berta'))
    const common = { visitor: aVisitor(), binding: registerBinding }
    const options = await beginRegistration(world.deps, { ...common, session: anna.session })
    const { response } = createPasskey(options)

    const answer = finishRegistration(world.deps, { ...common, session: berta.session, response })

    expect(await codeOf(answer)).toBe('challenge_unknown')
  })

  test('refuses a credential that another tenant has', async () => {
    const { record } = await aPersonWithPasskey(world, await world.aTenant())
    const { session } = await arriveWithPass(world, await world.aPerson(tenant))

    expect(await codeOf(register(world, session, { id: record.id }))).toBe('credential_already_registered')
  })

  test('refuses the id that an unknown name was answered with, so that nobody learns which are real', async () => {
    await aPersonWithPasskey(world, tenant)
    const { allowCredentials } = await lookUpName(world.deps, tenant.tenantId, 'nobody@elsewhere.example')
    const id = new Uint8Array(Buffer.from(allowCredentials[0]?.id ?? '', 'base64url'))
    const { session } = await arriveWithPass(world, await world.aPerson(tenant, 'berta'))

    expect(await codeOf(register(world, session, { id }))).toBe('credential_already_registered')
    expect(await world.stores.credentials.find(tenant.tenantId, id)).toBeUndefined()
  })

  test('stops at more passkeys than anybody has devices', async () => {
    const { session } = await arriveWithPass(world, await world.aPerson(tenant))
    for (let i = 0; i < mostPasskeys; i++) await register(world, session)

    expect(await codeOf(register(world, session))).toBe('not_allowed_by_policy')
  })
})

describe('who may register', () => {
  test('not a session that is merely alive', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const { session, token } = await signIn(world, tenant.tenantId, passkey)
    world.after(301)

    expect(await findSession(world.deps, token)).toBeDefined()
    expect(await codeOf(register(world, session))).toBe('fresh_sign_in_needed')
    expect(await mayRegister(world.deps, session)).toEqual({ allow: false, because: 'not_fresh' })
  })

  test('whoever began in time and finishes too late, not', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const { session } = await signIn(world, tenant.tenantId, passkey)
    const common = { session, visitor: aVisitor(), binding: registerBinding }
    world.after(200)
    const options = await beginRegistration(world.deps, common)
    world.after(200)

    const { response } = createPasskey(options)

    expect(await codeOf(finishRegistration(world.deps, { ...common, response }))).toBe('fresh_sign_in_needed')
  })

  test('ten minutes after a one-time pass, and not later', async () => {
    const { session } = await arriveWithPass(world, await world.aPerson(tenant), { once: true })
    world.after(600)
    expect(await codeOf(register(world, session))).toBe('done')
    world.after(1)
    expect(await codeOf(register(world, session))).toBe('fresh_sign_in_needed')
  })

  test('any time while the session of a pass for many uses lives', async () => {
    const { session } = await arriveWithPass(world, await world.aPerson(tenant), { lifetimeMinutes: 60 })
    world.after(3599)
    expect(await codeOf(register(world, session))).toBe('done')
    world.after(1)
    expect(await codeOf(register(world, session))).toBe('session_ended')
  })

  test('nobody whose pass was replaced between beginning and finishing', async () => {
    const person = await world.aPerson(tenant)
    const { session } = await arriveWithPass(world, person)
    const common = { session, visitor: aVisitor(), binding: registerBinding }
    const { response } = createPasskey(await beginRegistration(world.deps, common))
    await issuePass(world.deps, { ...operator, ...person })

    expect(await codeOf(finishRegistration(world.deps, { ...common, response }))).toBe('session_ended')
  })

  test.each([
    [
      'who was switched off',
      (world: World, id: { tenantId: string; userId: string }) =>
        setPersonEnabled(world.deps, { ...operator, ...id, enabled: false }),
    ],
    [
      'who signed out',
      (world: World, id: { tenantId: string; userId: string; sessionId: string }) =>
        endSession(world.deps, { ...id, because: 'signed_out' }),
    ],
  ])('nobody %s', async (_, change) => {
    const { session } = await arriveWithPass(world, await world.aPerson(tenant))
    await change(world, session)

    expect(await codeOf(register(world, session))).toBe('session_ended')
    expect(await mayRegister(world.deps, session)).toEqual({ allow: false, because: 'nothing_proven' })
  })

  test('not with a password alone', async () => {
    const { session } = await arriveWithPassword(world, await world.aPerson(tenant))

    expect(await codeOf(register(world, session))).toBe('not_allowed_by_policy')
  })

  test('with a password alone, a first passkey, where the organisation allows it: told loudly', async () => {
    const lenient = await world.aTenant({ passwordMayAddFirstPasskey: true })
    const { session } = await arriveWithPassword(world, await world.aPerson(lenient))

    await register(world, session)

    expect(await codeOf(register(world, session))).toBe('not_allowed_by_policy')
    expect(await mails(world, lenient)).toContain('first_passkey_with_password')
    const loud = { limit: 10, activity: 'first_passkey_with_password' }
    expect(await world.stores.audit.list(lenient.tenantId, loud)).toHaveLength(1)
  })
})

describe('naming a passkey', () => {
  test('is for whoever made it in this visit, though they may make no second one; afterwards for whoever may', async () => {
    const lenient = await world.aTenant({ passwordMayAddFirstPasskey: true })
    const { session } = await arriveWithPassword(world, await world.aPerson(lenient))
    await register(world, session)
    const [made] = await world.stores.credentials.listOfPerson(lenient.tenantId, session.userId)
    if (made === undefined) throw new Error('no passkey was made')
    const ask = { session, credentialId: made.id, name: 'My phone', visitor: aVisitor() }

    expect(await codeOf(renamePasskey(world.deps, ask))).toBe('not_allowed_by_policy')
    await nameNewPasskey(world.deps, ask)
    expect(await world.stores.credentials.listOfPerson(lenient.tenantId, session.userId)).toMatchObject([
      { name: 'My phone' },
    ])
    world.after(3601)
    expect(await codeOf(nameNewPasskey(world.deps, ask))).toBe('not_allowed_by_policy')
  })
})

describe('making a passkey in passing', () => {
  test('needs MFA in this very session, whatever the person has', async () => {
    const { person } = await aPersonWithPasskey(world, tenant)
    const { session } = await arriveWithPassword(world, person)

    expect(await codeOf(register(world, session, {}, { mediation: 'conditional' }))).toBe(
      'fresh_sign_in_needed',
    )
  })

  test('may find nobody there; then it is one factor until it verified somebody', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const arrived = await signIn(world, tenant.tenantId, passkey)
    const made = await register(
      world,
      arrived.session,
      { userVerified: false, userPresent: false },
      { mediation: 'conditional' },
    )
    expect(made.record).toMatchObject({ uvInitialized: false, createdBy: 'conditional' })

    await signIn(world, tenant.tenantId, made.passkey, {
      userVerified: false,
      begin: { userVerification: 'preferred' },
    })
    expect((await signInLog(world, tenant.tenantId))[0]?.strength).toBe('singleFactor')

    await signIn(world, tenant.tenantId, made.passkey)
    expect((await signInLog(world, tenant.tenantId))[0]?.strength).toBe('phishingResistant')
    const kept = await world.stores.credentials.find(tenant.tenantId, made.record.id)
    expect(kept?.uvInitialized).toBe(true)
  })

  test('cannot be claimed afterwards, to be let off verification', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const { session } = await signIn(world, tenant.tenantId, passkey)
    const common = { session, visitor: aVisitor(), binding: registerBinding }
    const options = await beginRegistration(world.deps, common)
    const { response } = createPasskey(options, { userVerified: false })

    const answer = finishRegistration(world.deps, { ...common, response, mediation: 'conditional' })

    expect(await codeOf(answer)).toBe('challenge_unknown')
  })
})

describe('naming and removing passkeys', () => {
  test('names one’s own, and nobody else’s', async () => {
    const { record, arrival } = await aPersonWithPasskey(world, tenant, 'anna')
    const berta = await aPersonWithPasskey(world, tenant, 'berta')
    const name = (session: typeof arrival.session, text: string) =>
      codeOf(renamePasskey(world.deps, { session, credentialId: record.id, name: text, visitor: aVisitor() }))

    expect(await name(arrival.session, ' Work laptop ')).toBe('done')
    expect((await world.stores.credentials.find(tenant.tenantId, record.id))?.name).toBe('Work laptop')
    expect(await name(berta.arrival.session, 'Mine')).toBe('not_found')
    expect(await name(arrival.session, '')).toBe('invalid_input')
    expect(await name(arrival.session, 'x'.repeat(61))).toBe('invalid_input')
  })

  test('does not remove the last one', async () => {
    const { passkey } = await aPersonWithPasskey(world, tenant)
    const { session } = await signIn(world, tenant.tenantId, passkey)
    const removal = { session, credentialId: passkey.id, visitor: aVisitor() }

    expect(await codeOf(removePasskey(world.deps, removal))).toBe('last_method')
  })

  test('nor does a pass, or a password that nothing accepts, count as a way to sign in', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    await arriveWithPassword(world, person)
    await issuePass(world.deps, { ...operator, ...person })
    const { session } = await signIn(world, tenant.tenantId, passkey)
    const removal = { session, credentialId: passkey.id, visitor: aVisitor() }

    expect(await codeOf(removePasskey(world.deps, removal))).toBe('last_method')
  })

  test('ends the sessions that the removed one opened elsewhere, and no other', async () => {
    const { passkey, arrival } = await aPersonWithPasskey(world, tenant)
    const lost = await register(world, arrival.session)
    const thief = await signIn(world, tenant.tenantId, lost.passkey)
    const { session, token } = await signIn(world, tenant.tenantId, passkey)
    const other = await signIn(world, tenant.tenantId, passkey)

    await removePasskey(world.deps, { session, credentialId: lost.passkey.id, visitor: aVisitor() })

    expect(await findSession(world.deps, thief.token)).toBeUndefined()
    expect(await findSession(world.deps, token)).toBeDefined()
    expect(await findSession(world.deps, other.token)).toBeDefined()
  })

  test('spares the session in which one removes what opened it', async () => {
    const { passkey, arrival } = await aPersonWithPasskey(world, tenant)
    await register(world, arrival.session)
    const { session, token } = await signIn(world, tenant.tenantId, passkey)

    await removePasskey(world.deps, { session, credentialId: passkey.id, visitor: aVisitor() })

    expect(await findSession(world.deps, token)).toBeDefined()
  })

  test('of two removals at once leaves one passkey', async () => {
    const { passkey, arrival } = await aPersonWithPasskey(world, tenant)
    const other = await register(world, arrival.session)
    const { session } = await signIn(world, tenant.tenantId, passkey)
    const both = [passkey.id, other.passkey.id].map((credentialId) =>
      removePasskey(world.deps, { session, credentialId, visitor: aVisitor() }),
    )

    expect(await codesOf(both)).toEqual(['done', 'last_method'])
    expect(await mails(world, tenant)).toContain('passkey_removed')
  })

  test('needs fresh MFA', async () => {
    const { person, passkey, arrival } = await aPersonWithPasskey(world, tenant)
    await register(world, arrival.session)
    const old = await signIn(world, tenant.tenantId, passkey)
    world.after(301)
    const weak = await arriveWithPassword(world, person)
    const remove = (session: typeof old.session) =>
      codeOf(removePasskey(world.deps, { session, credentialId: passkey.id, visitor: aVisitor() }))

    expect(await remove(weak.session)).toBe('stronger_sign_in_needed')
    expect(await remove(old.session)).toBe('session_ended')
    const aged = await signIn(world, tenant.tenantId, passkey)
    world.after(301)
    expect(await remove(aged.session)).toBe('fresh_sign_in_needed')
    expect(await codeOf(typePassword(world, person))).toBe('done')
  })
})
