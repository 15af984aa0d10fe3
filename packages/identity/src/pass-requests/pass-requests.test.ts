import {
  approvePassRequest,
  confirmPassRequest,
  defaultTenantSettings,
  findRequestForManager,
  issuePass,
  openMailedPass,
  type PassRequest,
  type PassRequestSettings,
  type Person,
  redeemPass,
  refusePassRequest,
  requestPass,
  stopPassRequest,
  type Tenant,
} from '@latchkey/identity'
import {
  changeRecoveryContact,
  grantRole,
  markBreakGlass,
  setPersonEnabled,
} from '@latchkey/identity/administer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aPersonWithPasskey,
  arriveWithPass,
  aVisitor,
  codeOf,
  codesOf,
  mails,
  openWorld,
  operator,
  signInBinding,
  type World,
} from '../../test/world.ts'

let world: World
let tenant: Tenant
let anna: Person
let helper: Person
let colleague: Person

beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => settle())
afterAll(() => world.close())

async function settle(settings: Partial<PassRequestSettings> = {}) {
  tenant = await world.aTenant({ passRequests: { ...defaultTenantSettings.passRequests, ...settings } })
  anna = await world.aPerson(tenant, 'anna')
  helper = await world.aPerson(tenant, 'helper')
  colleague = await world.aPerson(tenant, 'colleague')
  for (const { userId } of [helper, colleague]) {
    await grantRole(world.deps, { ...operator, tenantId: tenant.tenantId, userId, role: 'helpDesk' })
  }
  await mails(world, tenant)
}

let networks = 0

/** A moment after the one before, so that lists have an order. */
const ask = (change: Partial<Parameters<typeof requestPass>[1]> = {}) => {
  world.after(1)
  return requestPass(world.deps, {
    tenantId: tenant.tenantId,
    userName: anna.userName,
    reason: 'My phone fell into the lake',
    contact: '+49 30 1234',
    visitor: aVisitor({ ipAddress: `10.0.${++networks % 250}.7` }),
    ...change,
  })
}

const mailed = async () => (await mails(world, tenant)).toSorted()

const requests = () => world.stores.passRequests.list(tenant.tenantId, { limit: 10 })

async function waiting(): Promise<PassRequest> {
  await ask()
  const [request] = await requests()
  if (request === undefined) throw new Error('nothing was asked for')
  return request
}

const by = ({ userId }: Person) => ({
  tenantId: tenant.tenantId,
  actor: { kind: 'person' as const, userId },
})

const approve = (
  request: PassRequest,
  approver: Person,
  more: Partial<Parameters<typeof approvePassRequest>[1]> = {},
) =>
  approvePassRequest(world.deps, {
    ...by(approver),
    requestId: request.requestId,
    checks: ['calledBack'],
    delivery: 'tell',
    ...more,
  })

const redeem = (pass: string) =>
  redeemPass(world.deps, {
    tenantId: tenant.tenantId,
    userName: anna.userName,
    pass,
    visitor: aVisitor(),
    binding: signInBinding,
  })

const activities = async () =>
  (await world.stores.audit.list(tenant.tenantId, { limit: 50 })).map(({ activity }) => activity)

describe('asking for a pass', () => {
  test('keeps one request, tells the person and whoever may issue passes', async () => {
    await ask({ lifetimeMinutes: 30 })

    expect(await requests()).toMatchObject([
      { userId: anna.userId, state: 'open', reason: 'My phone fell into the lake', lifetimeMinutes: 30 },
    ])
    expect(await mailed()).toEqual(['pass_request_waiting', 'pass_request_waiting', 'pass_requested'])
    expect(await activities()).toContain('pass_requested')
  })

  test('asked again while one waits: that one says so and how to reach them now, and nobody is mailed', async () => {
    await ask()
    await mails(world, tenant)

    await ask({ reason: 'Again', contact: 'a colleague’s phone' })
    await Promise.all([ask({ contact: '+49 30 5678' }), ask({ contact: '+49 30 5678' })].map(codeOf))

    const [request, ...others] = await requests()
    expect(others).toEqual([])
    expect(request).toMatchObject({
      reason: 'My phone fell into the lake',
      contact: '+49 30 1234',
      again: { contact: '+49 30 5678' },
    })
    expect(request?.again?.at.getTime()).toBeGreaterThan(request?.askedAt.getTime() ?? 0)
    expect(await mails(world, tenant)).toEqual([])
  })

  test('the help desk hears of it once an hour', async () => {
    await ask()
    await mails(world, tenant)
    await ask({ userName: helper.userName })
    expect(await mails(world, tenant)).toEqual(['pass_requested'])

    world.after(3601)
    await ask({ userName: colleague.userName })
    expect(await mails(world, tenant)).toContain('pass_request_waiting')
  })

  test('answers the same for who is nobody, is switched off, or is kept for emergencies, and keeps nothing', async () => {
    const { person: vault } = await aPersonWithPasskey(world, tenant, 'vault')
    await markBreakGlass(world.deps, { ...operator, ...vault })
    await setPersonEnabled(world.deps, { ...operator, ...anna, enabled: false })
    await mails(world, tenant)

    expect(
      await codesOf([ask(), ask({ userName: 'nobody@x.example' }), ask({ userName: vault.userName })]),
    ).toEqual(['done', 'done', 'done'])
    expect(await requests()).toEqual([])
    expect(await mails(world, tenant)).toEqual([])
  })

  test('is limited per name, whether anybody is called so or not, and per network', async () => {
    for (const userName of [anna.userName, 'nobody@x.example']) {
      const tries = await codesOf(Array.from({ length: 5 }, () => ask({ userName })))
      expect(tries).toEqual(['done', 'done', 'done', 'too_many_attempts', 'too_many_attempts'])
    }
    const visitor = aVisitor({ ipAddress: '203.0.113.9' })
    const many = await codesOf(
      Array.from({ length: 22 }, (_, each) => ask({ userName: `n${each}@x.example`, visitor })),
    )
    expect(many.filter((code) => code === 'done')).toHaveLength(20)
  })

  test.each([
    ['no reason', { reason: '  ' }],
    ['a reason without end', { reason: 'x'.repeat(501) }],
    ['no contact', { contact: '' }],
    ['a start next year', { startsAt: new Date('2027-03-01T09:00:00Z') }],
  ])('refuses %s', async (_, change) => {
    expect(await codeOf(ask(change))).toBe('invalid_input')
  })

  test('is refused where the organisation takes no requests', async () => {
    await settle({ open: false })

    expect(await codeOf(ask())).toBe('not_allowed_by_policy')
  })

  test('what waited too long makes room', async () => {
    const old = await waiting()
    world.after(3 * 86_400 + 1)

    expect(await codeOf(approve(old, helper))).toBe('pass_request_closed')
    await ask()
    expect((await requests()).map(({ state }) => state)).toEqual(['open', 'expired'])
  })
})

describe('approving a request', () => {
  test('gives the pass once to whoever approved, and tells the person how to stop it', async () => {
    const request = await waiting()
    await mails(world, tenant)

    const approved = await approve(request, helper, { note: 'Called the number on file' })

    expect(approved).toMatchObject({ kind: 'issued', request: { state: 'approved' } })
    if (approved.kind !== 'issued' || approved.pass === undefined) throw new Error('no pass')
    expect(await codeOf(redeem(approved.pass))).toBe('done')
    expect(await world.stores.passRequests.find(tenant.tenantId, request.requestId)).toMatchObject({
      state: 'approved',
      decision: { by: helper.userId, checks: ['calledBack'], note: 'Called the number on file' },
      passId: approved.record.passId,
    })
    expect(await mailed()).toEqual(['pass_request_approved', 'pass_used'])
    const log = await world.stores.audit.list(tenant.tenantId, { limit: 50 })
    expect(log.map(({ activity }) => activity)).toEqual(
      expect.arrayContaining(['pass_request_approved', 'pass_issued']),
    )
    expect(JSON.stringify(log)).not.toContain(approved.pass)
  })

  test('of many who approve at once, one issues', async () => {
    const request = await waiting()

    const codes = await codesOf([
      approve(request, helper),
      approve(request, colleague),
      approve(request, helper),
    ])

    expect(codes).toEqual(['done', 'pass_request_closed', 'pass_request_closed'])
  })

  test('asks for a role that reaches the person, and is for nobody to do for themselves', async () => {
    const request = await waiting()
    const boss = await world.aPerson(tenant, 'boss')
    await grantRole(world.deps, { ...operator, ...boss, role: 'globalAdministrator' })
    await ask({ userName: helper.userName })
    await ask({ userName: boss.userName })
    const [ofBoss, ofHelper] = await requests()
    if (ofHelper === undefined || ofBoss === undefined) throw new Error('nothing was asked for')

    expect(await codeOf(approve(request, anna))).toBe('pass_for_oneself')
    expect(await codeOf(approve(ofHelper, helper))).toBe('pass_for_oneself')
    expect(await codeOf(approve(ofBoss, helper))).toBe('not_permitted')
    expect(await codeOf(approve(request, helper, { checks: [] }))).toBe('invalid_input')
    expect((await requests()).map(({ state }) => state)).toEqual(['open', 'open', 'open'])
  })

  test('brings what a stranger asked for into what the policy allows', async () => {
    await ask({ lifetimeMinutes: 100_000 })
    const [request] = await requests()
    if (request === undefined) throw new Error('nothing was asked for')

    const approved = await approve(request, helper)

    if (approved.kind !== 'issued') throw new Error('not issued')
    expect(approved.record.expiresAt.getTime() - approved.record.startsAt.getTime()).toBe(8 * 60 * 60_000)
  })

  test('two people: the first word issues nothing, and one person is not two', async () => {
    await settle({ approval: 'two' })
    const request = await waiting()

    expect(await approve(request, helper)).toMatchObject({
      kind: 'waiting',
      request: { first: { by: helper.userId } },
    })
    expect(await world.stores.passes.find(tenant.tenantId, anna.userId)).toBeUndefined()
    expect(await codeOf(approve(request, helper))).toBe('another_approver_needed')
    expect(await codeOf(approve(request, helper, { actor: { kind: 'app', clientId: 'x' } }))).toBe(
      'another_approver_needed',
    )
    expect(await approve(request, colleague)).toMatchObject({ kind: 'issued' })
    expect(await activities()).toContain('pass_request_seconded')
  })

  test('two people at once: each word counts once', async () => {
    await settle({ approval: 'two' })
    const request = await waiting()

    const words = await Promise.allSettled([
      approve(request, helper),
      approve(request, helper),
      approve(request, colleague),
    ])

    const issued = words.filter((each) => each.status === 'fulfilled' && each.value.kind === 'issued')
    expect(issued).toHaveLength(1)
    const kept = await world.stores.passRequests.find(tenant.tenantId, request.requestId)
    expect(kept?.first?.by).not.toBe(kept?.decision?.by)
  })

  test('the manager comes first, and opens nothing alone', async () => {
    await settle({ approval: 'manager' })
    const boss = await world.aPerson(tenant, 'boss')
    await changeRecoveryContact(world.deps, { ...operator, ...anna, change: { managerId: boss.userId } })
    const request = await waiting()
    expect(await mails(world, tenant)).toContain('pass_request_for_manager')
    expect(await codeOf(approve(request, helper))).toBe('manager_first')
    const confirm = async (person: Person) => {
      const { session } = await arriveWithPass(world, person)
      return confirmPassRequest(world.deps, {
        session,
        requestId: request.requestId,
        answer: 'yes',
        visitor: aVisitor(),
      })
    }

    expect(await findRequestForManager(world.deps, colleague, request.requestId)).toBeUndefined()
    expect(await codeOf(confirm(colleague))).toBe('not_found')
    expect(await findRequestForManager(world.deps, boss, request.requestId)).toMatchObject({ person: anna })
    expect(await codeOf(confirm(boss))).toBe('done')
    expect(await codeOf(approve(request, boss))).toBe('not_permitted')
    expect(await approve(request, helper)).toMatchObject({ kind: 'issued' })
  })

  test('the manager says no', async () => {
    await settle({ approval: 'manager' })
    const boss = await world.aPerson(tenant, 'boss')
    await changeRecoveryContact(world.deps, { ...operator, ...anna, change: { managerId: boss.userId } })
    const { requestId } = await waiting()
    const { session } = await arriveWithPass(world, boss)

    await confirmPassRequest(world.deps, { session, requestId, answer: 'no', visitor: aVisitor() })

    expect((await requests())[0]?.state).toBe('refused')
  })

  test('begins to work after the delay', async () => {
    await settle({ delayMinutes: 120 })
    const request = await waiting()

    const approved = await approve(request, helper)

    if (approved.kind !== 'issued' || approved.pass === undefined) throw new Error('no pass')
    expect(await codeOf(redeem(approved.pass))).toBe('pass_not_yet_valid')
    world.after(2 * 3600)
    expect(await codeOf(redeem(approved.pass))).toBe('done')
  })

  test('a pass goes by mail only where the sign-in does not guard the mailbox, and is sealed on its way', async () => {
    await settle({ guardedMailDomains: ['corp-mail.example'] })
    const [domain] = await world.stores.tenants.listDomains(tenant.tenantId)
    const to = async (otherMail: string | null) => {
      await changeRecoveryContact(world.deps, { ...operator, ...anna, change: { otherMail } })
      world.after(10 * 24 * 3600)
      const request = await waiting()
      await mails(world, tenant)
      return request
    }
    for (const address of [null, `a@${domain}`, `a@mx.${domain}`, 'a@CORP-mail.example']) {
      const request = await to(address)
      expect(await codeOf(approve(request, helper, { delivery: 'mail' }))).toBe('no_safe_address')
    }
    expect(await world.stores.passes.find(tenant.tenantId, anna.userId)).toBeUndefined()
    const request = await to('anna@home.example')

    const approved = await approve(request, helper, { delivery: 'mail' })

    expect(approved).not.toHaveProperty('pass')
    const at = world.deps.now()
    const due = await world.stores.outbox.takeDue(at, new Date(at.getTime() + 1), 100)
    const mail = due.find(({ payload }) => payload.includes('pass_by_mail'))
    const { to: address, sealed } = JSON.parse(mail?.payload ?? '{}')
    expect(address).toBe('anna@home.example')
    const pass = await openMailedPass(world.deps, mail?.messageId ?? '', sealed)
    expect(mail?.payload).not.toContain(pass)
    expect(await codeOf(redeem(pass))).toBe('done')
  })
})

describe('two words for a pass', () => {
  test('are not avoided by issuing one past the queue', async () => {
    const ask = () => issuePass(world.deps, { ...by(helper), userId: anna.userId })
    await settle({ approval: 'two' })

    expect(await codeOf(ask())).toBe('another_approver_needed')

    const { tenantId, userId } = colleague
    await grantRole(world.deps, { ...operator, tenantId, userId, role: 'globalAdministrator' })
    expect(await codeOf(issuePass(world.deps, { ...by(colleague), userId: anna.userId }))).toBe('done')
    await settle({ approval: 'one' })
    expect(await codeOf(ask())).toBe('done')
  })

  test('are not a manager’s where the organisation did not ask for managers', async () => {
    await settle({ approval: 'two' })
    const boss = await world.aPerson(tenant, 'boss')
    await changeRecoveryContact(world.deps, { ...operator, ...anna, change: { managerId: boss.userId } })
    const { requestId } = await waiting()
    const { session } = await arriveWithPass(world, boss)

    for (const answer of ['yes', 'no'] as const) {
      const confirm = confirmPassRequest(world.deps, { session, requestId, answer, visitor: aVisitor() })
      expect(await codeOf(confirm)).toBe('not_found')
    }
  })

  test('an address that was written down a moment ago gets no pass', async () => {
    await changeRecoveryContact(world.deps, {
      ...operator,
      ...anna,
      change: { otherMail: 'thief@evil.example' },
    })

    expect(await codeOf(approve(await waiting(), helper, { delivery: 'mail' }))).toBe('no_safe_address')
  })
})

describe('refusing and stopping', () => {
  test('a refusal needs a reason, and ends it', async () => {
    const request = await waiting()
    const refuse = (reason: string, person = helper) =>
      refusePassRequest(world.deps, { ...by(person), requestId: request.requestId, reason })

    expect(await codeOf(refuse(''))).toBe('invalid_input')
    expect(await codeOf(refuse('No', anna))).toBe('not_permitted')
    expect(await codesOf([refuse('No answer'), refuse('Again')])).toEqual(['done', 'pass_request_closed'])
    expect(await codeOf(approve(request, helper))).toBe('pass_request_closed')
  })

  test('stopping takes the pass and its sessions, tells the help desk, and happens once', async () => {
    const request = await waiting()
    const approved = await approve(request, helper)
    if (approved.kind !== 'issued' || approved.pass === undefined) throw new Error('no pass')
    const { session } = await redeem(approved.pass)
    await mails(world, tenant)
    const stop = () => stopPassRequest(world.deps, { ...request, visitor: aVisitor() })

    expect((await Promise.all([stop(), stop()])).toSorted()).toEqual([false, true])

    expect(await world.stores.passes.find(tenant.tenantId, anna.userId)).toBeUndefined()
    expect((await world.stores.sessions.find(tenant.tenantId, session.sessionId))?.endedBecause).toBe(
      'pass_gone',
    )
    expect(await mails(world, tenant)).toEqual(['pass_request_stopped', 'pass_request_stopped'])
    expect(await activities()).toContain('pass_request_stopped')
  })

  test('stopping a pass that was used takes what was added with it, and nothing older', async () => {
    const { record } = await aPersonWithPasskey(world, tenant, 'carl')
    const has = async (id: number, createdAt: Date) => {
      const credential = { ...record, id: new Uint8Array(16).fill(id), userId: anna.userId, createdAt }
      await world.stores.credentials.insert(credential)
    }
    await has(1, world.deps.now())
    const request = await waiting()
    const approved = await approve(request, helper)
    if (approved.kind !== 'issued' || approved.pass === undefined) throw new Error('no pass')
    await redeem(approved.pass)
    world.after(60)
    await has(2, world.deps.now())

    await stopPassRequest(world.deps, { ...request, visitor: aVisitor() })

    const left = await world.stores.credentials.listOfPerson(tenant.tenantId, anna.userId)
    expect(left.map(({ id }) => id[0])).toEqual([1])
    expect(await activities()).toContain('passkey_removed')
  })

  test('stopping leaves a pass that came another way', async () => {
    const request = await waiting()
    await approve(request, helper)
    await issuePass(world.deps, { ...operator, ...anna })

    await stopPassRequest(world.deps, { ...request, visitor: aVisitor() })

    expect(await world.stores.passes.find(tenant.tenantId, anna.userId)).toBeDefined()
  })

  test('a new other address is told at every address there is, the one before included', async () => {
    const put = (otherMail: string | null) =>
      changeRecoveryContact(world.deps, { ...operator, ...anna, change: { otherMail } })
    const told = async () => {
      const at = world.deps.now()
      const due = await world.stores.outbox.takeDue(at, new Date(at.getTime() + 86_400_000), 100)
      const read = due.map(({ payload }) => JSON.parse(payload))
      expect(new Set(read.map(({ template }) => template))).toEqual(new Set(['other_address_changed']))
      return read.map(({ to }) => to).toSorted()
    }
    const own = anna.mail ?? anna.userName

    await put('old@home.example')
    expect(await told()).toEqual([own, 'old@home.example'].toSorted())
    await put('new@home.example')
    expect(await told()).toEqual([own, 'old@home.example', 'new@home.example'].toSorted())
    await put('new@home.example')
    expect(await mails(world, tenant)).toEqual([])
    await put(null)
    expect(await told()).toEqual([own, 'new@home.example'].toSorted())
  })

  test('nobody is their own manager, and nobody changes their own address', async () => {
    const change = (person: Person, more: object) =>
      changeRecoveryContact(world.deps, { ...operator, ...person, change: {}, ...more })
    await grantRole(world.deps, { ...operator, ...helper, role: 'userAdministrator' })

    expect(await codeOf(change(anna, { change: { managerId: anna.userId } }))).toBe('invalid_input')
    expect(await codeOf(change(anna, { change: { managerId: 'nobody' } }))).toBe('not_found')
    expect(await codeOf(change(helper, { ...by(helper), change: { otherMail: 'a@b.example' } }))).toBe(
      'not_permitted',
    )
    expect(await codeOf(change(anna, { ...by(helper), change: { otherMail: 'no address' } }))).toBe(
      'invalid_input',
    )
    expect(await codeOf(change(anna, { ...by(colleague), change: { otherMail: 'a@b.example' } }))).toBe(
      'not_permitted',
    )
  })
})
