import { type Person, requestPass } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

let world: GraphWorld
let anna: Person
let helper: Person
let asHelper: Caller
let asAdmin: Caller

const scopes = ['UserAuthenticationMethod.ReadWrite.All', 'Organization.ReadWrite.All', 'User.ReadWrite.All']

beforeEach(async () => {
  world = await openGraphWorld()
  anna = await world.aPerson('anna')
  helper = await world.aPerson('helper', 'helpDesk')
  asHelper = world.as(helper, ...scopes)
  asAdmin = world.as(await world.aPerson('ada', 'globalAdministrator'), ...scopes)
})
afterEach(() => world.close())

const visitor = {
  correlationId: 'c',
  ipAddress: '192.0.2.7',
  userAgent: 'Browser',
  visitHash: new Uint8Array(32),
}

const ask = (person: Person = anna) =>
  requestPass(world.deps, {
    tenantId: world.tenant.tenantId,
    userName: person.userName,
    reason: 'Lost my phone',
    contact: '+49 30 1234',
    visitor,
  })

async function waiting(): Promise<string> {
  await ask()
  const { value } = (await asHelper('GET', `/latchkey/passRequests?$filter=state eq 'open'`)).json()
  return value[0].id
}

describe('the queue of requests for passes', () => {
  test('lists those that wait, with the names of everybody in them, page by page', async () => {
    for (const name of ['ben', 'cleo', 'dora']) await ask(await world.aPerson(name))

    const first = (await asHelper('GET', `/latchkey/passRequests?$filter=state eq 'open'&$top=2`)).json()
    const next = new URL(first['@odata.nextLink'])
    const second = (await asHelper('GET', `${next.pathname}${next.search}`.replace('/v1.0', ''))).json()

    expect(first.value).toHaveLength(2)
    expect(first.value[0]).toMatchObject({ state: 'open', reason: 'Lost my phone', firstApproval: null })
    const names = [...first.value, ...second.value].map(({ user }) => user.displayName).toSorted()
    expect(names).toEqual(['ben', 'cleo', 'dora'])
    expect(second).not.toHaveProperty('@odata.nextLink')
    expect((await asHelper('GET', `/latchkey/passRequests?$filter=state eq 'refused'`)).json().value).toEqual(
      [],
    )
    expect((await asHelper('GET', `/latchkey/passRequests?$filter=reason eq 'x'`)).statusCode).toBe(400)
  })

  test('is closed to people without a role, and to apps without the permission', async () => {
    const id = await waiting()
    const asAnna = world.as(anna, ...scopes)

    expect((await asAnna('GET', '/latchkey/passRequests')).statusCode).toBe(403)
    expect((await asAnna('POST', `/latchkey/passRequests/${id}/approve`, { body: {} })).statusCode).toBe(403)
    expect((await world.asApp('User.Read.All')('GET', '/latchkey/passRequests')).statusCode).toBe(403)
  })

  test('approves: the pass is in this answer and in no other', async () => {
    const id = await waiting()
    const body = {
      checks: ['calledBack', 'photoId'],
      note: 'Badge seen',
      lifetimeInMinutes: 30,
      isUsableOnce: true,
    }

    const approved = await asHelper('POST', `/latchkey/passRequests/${id}/approve`, { body })

    expect(approved.statusCode).toBe(200)
    expect(approved.json()).toMatchObject({
      request: {
        state: 'approved',
        decision: {
          by: { id: helper.userId, displayName: 'helper' },
          checks: body.checks,
          note: 'Badge seen',
        },
      },
      pass: {
        isUsableOnce: true,
        lifetimeInMinutes: 30,
        temporaryAccessPass: expect.stringMatching(/^\S{8,}$/),
      },
    })
    const shown = await asHelper('GET', `/latchkey/passRequests/${id}`)
    expect(shown.body).not.toContain(approved.json().pass.temporaryAccessPass)
    expect((await asHelper('POST', `/latchkey/passRequests/${id}/approve`, { body })).statusCode).toBe(409)
  })

  test.each([
    ['nothing checked', { checks: [] }],
    ['a check that nobody knows', { checks: ['astrology'] }],
    ['a property that is not there', { checks: ['video'], pass: 'abc' }],
  ])('refuses an approval with %s', async (_, body) => {
    const id = await waiting()

    expect((await asHelper('POST', `/latchkey/passRequests/${id}/approve`, { body })).statusCode).toBe(400)
    expect((await asHelper('GET', `/latchkey/passRequests/${id}`)).json().state).toBe('open')
  })

  test('refuses with a reason', async () => {
    const id = await waiting()

    const refused = await asHelper('POST', `/latchkey/passRequests/${id}/refuse`, {
      body: { reason: 'Nobody answered' },
    })

    expect(refused.statusCode).toBe(204)
    expect((await asHelper('GET', `/latchkey/passRequests/${id}`)).json()).toMatchObject({
      state: 'refused',
      decision: { note: 'Nobody answered' },
    })
    expect(
      (await asHelper('GET', '/latchkey/passRequests/00000000-0000-7000-8000-000000000000')).statusCode,
    ).toBe(404)
  })

  test('shows whoever decides what they need to know of the person', async () => {
    await world.givePasskey(anna)
    // As if it had been written down long ago: a fresh one gets no pass.
    const { tenantId, userId } = anna
    await world.deps.stores.recoveryContacts.put({ tenantId, userId, otherMail: 'anna@home.example' })
    const id = await waiting()

    const context = (await asHelper('GET', `/latchkey/passRequests/${id}/context`)).json()

    expect(context).toMatchObject({
      roles: [],
      manager: null,
      mailTo: 'a…@home.example',
      pass: null,
      approval: 'one',
      earlierRequests: [],
      methods: [{ kind: 'passkey', dormant: false }],
      passTerms: { defaultLifetimeMinutes: 60 },
    })
    const asReader = world.as(await world.aPerson('reader', 'globalReader'), ...scopes)
    expect((await asReader('GET', '/latchkey/passRequests')).statusCode).toBe(200)
    expect((await asReader('GET', `/latchkey/passRequests/${id}/context`)).statusCode).toBe(403)
  })

  test('is decided by two where the organisation says so', async () => {
    const change = await asAdmin('PATCH', '/latchkey/passRequestSettings', {
      body: { approval: 'two', delayInMinutes: 60, guardedMailDomains: ['Mail.Example'] },
    })
    expect(change.json()).toMatchObject({
      approval: 'two',
      delayInMinutes: 60,
      guardedMailDomains: ['mail.example'],
    })
    const id = await waiting()
    const approve = (caller: Caller) =>
      caller('POST', `/latchkey/passRequests/${id}/approve`, { body: { checks: ['video'] } })

    expect((await approve(asHelper)).json()).toMatchObject({ pass: null, request: { state: 'open' } })
    expect((await approve(asHelper)).json().error.innerError.code).toBe('another_approver_needed')
    expect((await approve(asAdmin)).json()).toMatchObject({
      pass: { isUsable: false },
      request: { state: 'approved' },
    })
  })

  test('only who may change the organisation changes how it is decided, and not into nonsense', async () => {
    const change = (caller: Caller, body: object) =>
      caller('PATCH', '/latchkey/passRequestSettings', { body })

    expect((await change(asHelper, { approval: 'one' })).statusCode).toBe(403)
    expect((await change(asAdmin, { delayInMinutes: -1 })).statusCode).toBe(400)
    expect((await change(asAdmin, { guardedMailDomains: ['no domain'] })).statusCode).toBe(400)
    expect((await asHelper('GET', '/latchkey/passRequestSettings')).json()).toMatchObject({
      approval: 'one',
      open: true,
    })
  })
})

describe('who speaks for a person', () => {
  test('is set as Graph sets a manager, and taken away', async () => {
    const at = `/users/${anna.userId}/manager`
    const reference = (id: string) => ({
      body: { '@odata.id': `https://graph.microsoft.com/v1.0/users/${id}` },
    })
    expect((await asAdmin('GET', at)).statusCode).toBe(404)

    expect((await asAdmin('PUT', `${at}/$ref`, reference(helper.userId))).statusCode).toBe(204)
    expect((await asAdmin('GET', at)).json()).toMatchObject({ id: helper.userId, displayName: 'helper' })
    expect((await asAdmin('PUT', `${at}/$ref`, reference(anna.userId))).statusCode).toBe(400)
    expect((await asHelper('PUT', `${at}/$ref`, reference(helper.userId))).statusCode).toBe(403)
    expect((await asAdmin('DELETE', `${at}/$ref`)).statusCode).toBe(204)
    expect((await asAdmin('GET', at)).statusCode).toBe(404)
  })
})
