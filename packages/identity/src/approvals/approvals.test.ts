import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPhone, newKey, type Phone } from '../../test/phone.ts'
import { patchMethods } from '../../test/rules.ts'
import {
  aPersonWithPasskey,
  arriveWithPassword,
  aVisitor,
  codeOf,
  goodPassword,
  openWorld,
  operator,
  register,
  signIn,
  typePassword,
  type World,
} from '../../test/world.ts'
import { grantRole } from '../administer.ts'
import {
  answerApproval,
  type BegunApproval,
  beginApproval,
  beginTotp,
  browserChallenge,
  changePassword,
  finishApproval,
  forgetBrowser,
  mayRegister,
  mayRememberBrowser,
  rememberBrowser,
  requireMayRegister,
  type SignedIn,
  type Tenant,
  verifyBrowser,
  withdrawApproval,
} from '../index.ts'

let world: World
let tenant: Tenant
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  await allow({})
})
afterAll(() => world.close())

const allow = (change: object) =>
  patchMethods(world, tenant.tenantId, 'MicrosoftAuthenticator', { state: 'enabled', ...change })

async function aPersonWithPhone(name?: string) {
  const person = await world.aPerson(tenant, name)
  const signedIn = await arriveWithPassword(world, person)
  return { person, signedIn, phone: await aPhone(world, person) }
}

const ask = (signedIn: SignedIn, change: object = {}) =>
  beginApproval(world.deps, {
    by: { session: signedIn.session },
    flowId: 'flow-1',
    visitor: aVisitor(),
    appName: 'Wiki',
    country: 'DE',
    ...change,
  })

interface Said {
  readonly ans?: string
  readonly num?: string
  readonly iat?: number
  readonly typ?: string
  readonly tid?: string
  readonly rid?: string
  readonly ctx?: string
}

/** What an honest phone signs, and what differs. */
async function signed(phone: Phone, begun: BegunApproval, differ: Said = {}): Promise<string> {
  const { typ = 'latchkey-approval+jwt', ...claims } = differ
  const request = await world.stores.approvalRequests.find(phone.tenantId, phone.userId)
  const payload = {
    tid: phone.tenantId,
    rid: begun.requestId,
    ans: 'approve',
    ...((claims.ans ?? 'approve') === 'approve' && { num: begun.number }),
    ctx: createHash('sha256')
      .update(request?.context ?? '')
      .digest('base64url'),
    iat: Math.floor(world.deps.now().getTime() / 1000),
    ...claims,
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'ES256', typ, kid: phone.deviceId })}.${part(payload)}`
  const signature = sign('sha256', Buffer.from(text), { key: phone.key, dsaEncoding: 'ieee-p1363' })
  return `${text}.${signature.toString('base64url')}`
}

const send = (phone: Phone, begun: BegunApproval, approval: string) =>
  answerApproval(world.deps, { ...phone, requestId: begun.requestId, approval, visitor: aVisitor() })

const answer = async (phone: Phone, begun: BegunApproval, differ: Said = {}) =>
  send(phone, begun, await signed(phone, begun, differ))

const visitOf = ({ person, session, token }: SignedIn, begun: BegunApproval, change: object = {}) => ({
  tenantId: person.tenantId,
  userId: person.userId,
  requestId: begun.requestId,
  flowId: 'flow-1',
  visitor: aVisitor(),
  current: { session, token },
  ...change,
})

async function finish(signedIn: SignedIn, begun: BegunApproval, change: object = {}): Promise<SignedIn> {
  world.after(1)
  const done = await finishApproval(world.deps, visitOf(signedIn, begun, change))
  if (done === 'waiting') throw new Error('nobody answered')
  return done
}

const otherNumber = ({ number }: BegunApproval) => (number === '10' ? '11' : '10')

describe('approving a sign-in on a device', () => {
  test('after a password is multi-factor authentication, and the log says on which device', async () => {
    const { person, signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    expect(begun.number).toMatch(/^[1-9][0-9]$/)
    expect(begun.devices).toEqual(['Pixel'])
    expect(await finishApproval(world.deps, visitOf(signedIn, begun))).toBe('waiting')

    expect(await answer(phone, begun)).toEqual({ outcome: 'approved' })
    const done = await finish(signedIn, begun)

    expect(done.session.sessionId).toBe(signedIn.session.sessionId)
    expect(done.token).not.toBe(signedIn.token)
    expect(done.proof).toMatchObject({ method: 'push', deviceId: phone.deviceId })
    const [record] = await world.stores.signIns.list(tenant.tenantId, { limit: 1, userId: person.userId })
    expect(record).toMatchObject({
      outcome: 'success',
      method: 'push',
      strength: 'multiFactor',
      detail: `approved on Pixel (${phone.deviceId})`,
    })
  })

  test('shows app, place and browser, and never the number', async () => {
    const { person, signedIn } = await aPersonWithPhone()
    const begun = await ask(signedIn)

    const request = await world.stores.approvalRequests.find(tenant.tenantId, person.userId)
    expect(JSON.parse(request?.context ?? '')).toEqual({
      method: 'push',
      organisation: 'Example',
      userName: person.userName,
      app: 'Wiki',
      ipAddress: '192.0.2.7',
      country: 'DE',
      userAgent: 'Browser/1.0',
      askedAt: world.deps.now().toISOString(),
    })
    expect(request?.number).toBe(begun.number)
  })

  test('shows no app and no place where the organisation does not want them shown', async () => {
    const off = { state: 'disabled' }
    await allow({
      featureSettings: {
        displayAppInformationRequiredState: off,
        displayLocationInformationRequiredState: off,
      },
    })
    const { person, signedIn } = await aPersonWithPhone()
    await ask(signedIn)

    const request = await world.stores.approvalRequests.find(tenant.tenantId, person.userId)
    expect(Object.keys(JSON.parse(request?.context ?? ''))).toEqual([
      'method',
      'organisation',
      'userName',
      'userAgent',
      'askedAt',
    ])
  })

  test('asked again by the same visit it is the same request; another one has to wait', async () => {
    const { signedIn } = await aPersonWithPhone()
    const begun = await ask(signedIn)

    expect(await ask(signedIn)).toMatchObject({ requestId: begun.requestId, number: begun.number })
    expect(await codeOf(ask(signedIn, { flowId: 'flow-2' }))).toBe('approval_waiting')
    const elsewhere = aVisitor({ visitHash: new Uint8Array(32).fill(9) })
    expect(await codeOf(ask(signedIn, { visitor: elsewhere }))).toBe('approval_waiting')
    await withdrawApproval(world.deps, visitOf(signedIn, begun, { visitor: elsewhere }))
    expect(await codeOf(ask(signedIn, { flowId: 'flow-2' }))).toBe('approval_waiting')
    await withdrawApproval(world.deps, visitOf(signedIn, begun))
    expect(await codeOf(ask(signedIn, { flowId: 'flow-2' }))).toBe('done')
  })

  test('is asked only after a password, of somebody who has a device, where the rules allow it', async () => {
    const { person, arrival } = await aPersonWithPasskey(world, tenant)
    await aPhone(world, person)
    expect(await codeOf(ask(arrival))).toBe('approval_unavailable')

    const without = await world.aPerson(tenant, 'berta')
    const signedIn = await arriveWithPassword(world, without)
    expect(await codeOf(ask(signedIn))).toBe('approval_unavailable')

    const { signedIn: third } = await aPersonWithPhone('carla')
    await allow({ state: 'disabled' })
    expect(await codeOf(ask(third))).toBe('not_allowed_by_policy')
  })

  test('is limited by whose phone it rings', async () => {
    const { signedIn } = await aPersonWithPhone()
    for (let i = 0; i < 10; i++) {
      await withdrawApproval(world.deps, visitOf(signedIn, await ask(signedIn)))
    }

    expect(await codeOf(ask(signedIn))).toBe('too_many_attempts')
    world.after(600)
  })
})

describe('a clock that ran ahead and was set right', () => {
  const ahead = 30 * 86_400
  const isSetRight = () => world.after(-ahead)

  test('leaves no request that keeps others from being made', async () => {
    const { person, phone } = await aPersonWithPhone()
    world.after(ahead)
    const early = await ask(await typePassword(world, person))
    isSetRight()
    const signedIn = await typePassword(world, person)

    expect(await codeOf(answer(phone, early))).toBe('approval_expired')
    const begun = await ask(signedIn, { flowId: 'flow-2' })
    await answer(phone, begun)
    expect((await finish(signedIn, begun, { flowId: 'flow-2' })).session.proofs).toHaveLength(2)
  })

  test('shows the same visit no number that nobody can answer', async () => {
    const { signedIn } = await aPersonWithPhone()
    world.after(7200)
    const early = await ask(signedIn)
    world.after(-7200)

    expect((await ask(signedIn)).requestId).not.toBe(early.requestId)
  })

  test('leaves no approval that can be used for so long', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    world.after(7200)
    const begun = await ask(signedIn)
    await answer(phone, begun)
    world.after(-7200)

    expect(await codeOf(finish(signedIn, begun))).toBe('approval_closed')
  })

  test('leaves no pause that lasts so long, and no denial that counts so long', async () => {
    const { person, phone } = await aPersonWithPhone()
    world.after(ahead)
    const early = await typePassword(world, person)
    await answer(phone, await ask(early), { ans: 'deny' })
    await answer(phone, await ask(early, { flowId: 'flow-2' }), { ans: 'deny' })
    isSetRight()
    const signedIn = await typePassword(world, person)

    expect(await answer(phone, await ask(signedIn), { ans: 'deny' })).toEqual({ outcome: 'denied' })
    world.after(ahead)
    await answer(phone, await ask(await typePassword(world, person)), { ans: 'report' })
    isSetRight()
    expect(await codeOf(ask(await typePassword(world, person)))).toBe('done')
  })
})

describe('an attacker', () => {
  test('who relays the page gets multi-factor authentication at most, and adds no method of their own', async () => {
    // The victim typed the password and the number into a page that only looks like ours.
    const { person, signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    await answer(phone, begun)
    const { session } = await finish(signedIn, begun)

    expect(await mayRegister(world.deps, session)).toEqual({ allow: false, because: 'not_strong_enough' })
    expect(await codeOf(requireMayRegister(world.deps, session))).toBe('stronger_sign_in_needed')
    expect(await codeOf(register(world, session))).toBe('stronger_sign_in_needed')
    expect(await codeOf(beginTotp(world.deps, session))).toBe('stronger_sign_in_needed')
    const { spki } = newKey()
    const visitor = aVisitor()
    const password = { session, current: goodPassword, next: 'another good one', visitor }
    expect(await codeOf(changePassword(world.deps, password))).toBe('stronger_sign_in_needed')
    expect(await codeOf(rememberBrowser(world.deps, { session, publicKey: spki, visitor }))).toBe(
      'stronger_sign_in_needed',
    )
    expect(await mayRememberBrowser(world.deps, { tenant, person, session })).toBe(false)
    const [record] = await world.stores.signIns.list(tenant.tenantId, { limit: 1, userId: person.userId })
    expect(record?.strength).toBe('multiFactor')
  })

  test('adds no first passkey with the password that the approval followed either', async () => {
    tenant = await world.aTenant({ passwordMayAddFirstPasskey: true })
    await allow({})
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    await answer(phone, begun)
    const { session } = await finish(signedIn, begun)

    expect(await mayRegister(world.deps, session)).toEqual({ allow: false, because: 'not_strong_enough' })
  })

  test('guesses the number once', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)

    expect(await answer(phone, begun, { num: otherNumber(begun) })).toEqual({ outcome: 'wrongNumber' })
    expect(await codeOf(answer(phone, begun))).toBe('approval_closed')
    expect(await codeOf(finish(signedIn, begun))).toBe('approval_denied')
  })

  test('does not use an approval twice', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    const approval = await signed(phone, begun)
    await send(phone, begun, approval)
    const done = await finish(signedIn, begun)

    expect(await codeOf(send(phone, begun, approval))).toBe('approval_closed')
    expect(await codeOf(finish(done, begun))).toBe('approval_closed')
    const again = await ask(done)
    expect(await codeOf(send(phone, again, approval))).toBe('approval_invalid')
    expect(await codeOf(send(phone, begun, approval))).toBe('not_found')
  })

  test('does not use it in another visit, another browser or another session', async () => {
    const { person, signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    await answer(phone, begun)

    expect(await codeOf(finish(signedIn, begun, { flowId: 'flow-2' }))).toBe('approval_closed')
    const elsewhere = aVisitor({ visitHash: new Uint8Array(32).fill(9) })
    expect(await codeOf(finish(signedIn, begun, { visitor: elsewhere }))).toBe('approval_closed')
    const other = await typePassword(world, person)
    expect(await codeOf(finish(other, begun))).toBe('session_ended')
    expect(await codeOf(finish(signedIn, begun))).toBe('done')
  })

  test('with another person’s device reaches no request', async () => {
    const { signedIn } = await aPersonWithPhone()
    const { phone: theirs } = await aPersonWithPhone('berta')
    const begun = await ask(signedIn)

    expect(await codeOf(answer(theirs, begun))).toBe('not_found')
  })

  test('does not speak for a device whose key is another', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)

    expect(await codeOf(answer({ ...phone, key: newKey().key }, begun))).toBe('approval_invalid')
  })

  test.each([
    ['another kind of token', { typ: 'latchkey-device+jwt' }],
    ['another tenant', { tid: 'somebody-else' }],
    ['another request', { rid: 'another' }],
    ['what was not shown', { ctx: createHash('sha256').update('{}').digest('base64url') }],
    ['another minute', { iat: 1 }],
    ['another answer', { ans: 'perhaps' }],
    ['no number', { num: 'x' }],
  ])('gets nowhere with what was signed about %s', async (_, differ) => {
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)

    expect(await codeOf(answer(phone, begun, differ))).toBe('approval_invalid')
    expect(await answer(phone, begun)).toEqual({ outcome: 'approved' })
  })

  test('is too late after a minute', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    world.after(60)

    expect(await codeOf(answer(phone, begun))).toBe('approval_expired')
    expect(await codeOf(finish(signedIn, begun))).toBe('approval_expired')
  })

  test('keeps no approval for later', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    await answer(phone, begun)
    world.after(61)

    expect(await codeOf(finish(signedIn, begun))).toBe('approval_closed')
  })

  test('of two answers that race one counts', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)

    const codes = await Promise.all([
      codeOf(answer(phone, begun)),
      codeOf(answer(phone, begun, { ans: 'deny' })),
      codeOf(answer(phone, begun)),
    ])

    expect(codes.toSorted()).toEqual(['approval_closed', 'approval_closed', 'done'])
  })

  test('gets nothing from a device that was switched off meanwhile', async () => {
    const { person, signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    await answer(phone, begun)
    const entry = await world.stores.devices.find(person.tenantId, phone.deviceId)
    if (entry === undefined) throw new Error('no entry')
    await world.stores.devices.put({ ...entry, enabled: false })

    expect(await codeOf(finish(signedIn, begun))).toBe('approval_closed')
  })

  test('sends no bytes that do anything but be refused', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    const begun = await ask(signedIn)
    const honest = await signed(phone, begun)
    for (let i = 0; i < 200; i++) {
      const bytes = Buffer.from(honest)
      bytes[randomBytes(2).readUInt16BE() % bytes.length] = randomBytes(1)[0] ?? 0
      const bad = i % 4 === 0 ? honest.slice(0, i) : bytes.toString('latin1')
      if (bad !== honest) expect(await codeOf(send(phone, begun, bad))).toBe('approval_invalid')
    }
  })
})

describe('denying and reporting', () => {
  async function deny(signedIn: SignedIn, phone: Phone, ans: string) {
    const begun = await ask(signedIn)
    return await answer(phone, begun, { ans })
  }
  const mailsTo = async () => {
    const messages = await world.stores.outbox.takeDue(
      new Date(world.deps.now().getTime() + 1),
      new Date(world.deps.now().getTime() + 2),
      1000,
    )
    return messages.flatMap(({ payload }) => {
      const { template, to } = JSON.parse(payload)
      return /paused/.test(template ?? '') ? [[template, to]] : []
    })
  }

  test('three denials pause approvals for an hour, and everybody who should know is told', async () => {
    const { person, signedIn, phone } = await aPersonWithPhone()
    const chief = await world.aPerson(tenant, 'chief')
    await grantRole(world.deps, { ...operator, ...chief, role: 'globalAdministrator' })
    expect(await deny(signedIn, phone, 'deny')).toEqual({ outcome: 'denied' })
    const wrong = await ask(signedIn)
    expect(await answer(phone, wrong, { num: otherNumber(wrong) })).toEqual({ outcome: 'wrongNumber' })
    await mailsTo()

    const third = await deny(signedIn, phone, 'deny')

    expect(third.pausedUntil?.getTime()).toBe(world.deps.now().getTime() + 3_600_000)
    expect(await codeOf(ask(signedIn))).toBe('approval_paused')
    expect((await mailsTo()).toSorted()).toEqual([
      ['approvals_paused', person.userName],
      ['approvals_paused_of', chief.userName],
    ])
    const paused = { limit: 1, activity: 'approvals_paused' }
    const [audit] = await world.stores.audit.list(tenant.tenantId, paused)
    expect(audit).toMatchObject({ activity: 'approvals_paused', detail: { because: 'denied' } })
    world.after(3600)
    expect(await codeOf(ask(await typePassword(world, person)))).toBe('done')
  })

  test('one report pauses at once, and never a passkey', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    const signedIn = await arriveWithPassword(world, person)
    const phone = await aPhone(world, person)

    expect((await deny(signedIn, phone, 'report')).pausedUntil).toBeDefined()

    expect(await codeOf(ask(signedIn))).toBe('approval_paused')
    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
  })

  test('an approval in between forgives', async () => {
    const { signedIn, phone } = await aPersonWithPhone()
    let now = signedIn
    for (let round = 0; round < 2; round++) {
      await deny(now, phone, 'deny')
      await deny(now, phone, 'deny')
      const begun = await ask(now)
      await answer(phone, begun)
      now = await finish(now, begun)
    }

    expect(await codeOf(ask(now))).toBe('done')
  })
})

describe('a remembered browser', () => {
  async function aRememberedBrowser() {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    const phone = await aPhone(world, person)
    const signedIn = await signIn(world, tenant.tenantId, passkey)
    const { key, spki } = newKey()
    const { session } = signedIn
    expect(await mayRememberBrowser(world.deps, signedIn)).toBe(true)
    const { browserId } = await rememberBrowser(world.deps, {
      session,
      publicKey: spki,
      visitor: aVisitor(),
    })
    return { person, phone, signedIn, key, browserId }
  }

  const prove = ({ key, browserId }: { key: KeyObject; browserId: string }, flowId = 'flow-1') => {
    const { tenantId } = tenant
    const challenge = browserChallenge({ tenantId, browserId, flowId: 'flow-1' })
    const signature = sign('sha256', challenge, { key, dsaEncoding: 'ieee-p1363' })
    return verifyBrowser(world.deps, { tenantId, browserId, flowId, signature })
  }

  const begin = async (browser: Awaited<ReturnType<typeof prove>>) =>
    beginApproval(world.deps, { by: { browser }, flowId: 'flow-1', visitor: aVisitor() })

  test('signs in by an approval alone: without a password, and not phishing-resistant', async () => {
    const { phone, signedIn, ...browser } = await aRememberedBrowser()
    const begun = await begin(await prove(browser))
    await answer(phone, begun)

    const done = await finish(signedIn, begun, { current: undefined })

    expect(done.session.sessionId).not.toBe(signedIn.session.sessionId)
    expect(done.session.proofs).toMatchObject([{ method: 'passwordlessPush', deviceId: phone.deviceId }])
    expect(await mayRegister(world.deps, done.session)).toEqual({
      allow: false,
      because: 'not_strong_enough',
    })
    const [record] = await world.stores.signIns.list(tenant.tenantId, { limit: 1 })
    expect(record).toMatchObject({ method: 'passwordlessPush', strength: 'passwordless' })
  })

  test('is believed only by its own key, for this very visit, until it is forgotten', async () => {
    const browser = await aRememberedBrowser()
    const { session } = browser.signedIn

    expect(await codeOf(prove({ ...browser, key: newKey().key }))).toBe('browser_not_remembered')
    expect(await codeOf(prove(browser, 'flow-2'))).toBe('browser_not_remembered')
    const proven = await prove(browser)
    await forgetBrowser(world.deps, { session, browserId: browser.browserId, visitor: aVisitor() })
    expect(await codeOf(prove(browser))).toBe('browser_not_remembered')
    expect(await codeOf(begin(proven))).toBe('browser_not_remembered')
  })

  test('is not remembered after a password, nor long after a passkey', async () => {
    const { person, passkey } = await aPersonWithPasskey(world, tenant)
    await aPhone(world, person)
    const visitor = aVisitor()
    const publicKey = newKey().spki
    const typed = await arriveWithPassword(world, person)
    expect(await codeOf(rememberBrowser(world.deps, { session: typed.session, publicKey, visitor }))).toBe(
      'stronger_sign_in_needed',
    )
    const { session } = await signIn(world, tenant.tenantId, passkey)
    world.after(301)
    expect(await codeOf(rememberBrowser(world.deps, { session, publicKey, visitor }))).toBe(
      'stronger_sign_in_needed',
    )
  })

  test('lets no administrator in, unless the organisation says so', async () => {
    const { person, ...browser } = await aRememberedBrowser()
    await grantRole(world.deps, { ...operator, ...person, role: 'globalReader' })
    expect(await codeOf(begin(await prove(browser)))).toBe('not_allowed_by_policy')

    await allow({ latchkey_administratorsPasswordless: true })
    expect(await codeOf(begin(await prove(browser)))).toBe('done')
  })

  test('asks for nothing where the organisation wants a password first', async () => {
    const browser = await aRememberedBrowser()
    await allow({ includeTargets: [{ id: 'all_users', authenticationMode: 'push' }] })

    expect(await codeOf(begin(await prove(browser)))).toBe('not_allowed_by_policy')
  })
})
