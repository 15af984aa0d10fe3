import { newId, type Person } from '@latchkey/identity'
import { addGroup, addMember } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GraphWorld, openGraphWorld, operator } from '../../test-graph-world.ts'
import { mayReadNames } from './names-of.ts'

const policies = [
  'Policy.Read.All',
  'Policy.ReadWrite.AuthenticationMethod',
  'Policy.ReadWrite.ConditionalAccess',
  'GroupMember.ReadWrite.All',
]
const root = '/beta/latchkey/rollout'
const day = (number: number) => new Date(Date.UTC(2026, 2, 2 + number, 9))

let world: GraphWorld
let ben: Person
let waveId: string

/** Ben is in a pilot, in a preflight and in a wave, and a mail went to him; he is in no registration wave. */
beforeAll(async () => {
  world = await openGraphWorld()
  ben = await world.aPerson('benedikt')
  const { tenantId, userId } = ben
  const { groupId } = await addGroup(world.deps, { ...operator, tenantId, displayName: 'Office' })
  await addMember(world.deps, { ...operator, ...ben, groupId })
  const app = world.asApp(...policies)
  const planned = await app('POST', `${root}/waves`, {
    body: {
      kind: 'enforcement',
      displayName: 'Office first',
      groupIds: [groupId],
      startDateTime: day(7).toISOString(),
      endDateTime: day(14).toISOString(),
    },
  })
  waveId = planned.json().id
  const seen = { tenantId, waveId, userId, checkedAt: world.clock.at }
  await world.deps.stores.wavePeople.put({ ...seen, state: 'waiting', because: ['noPasskey'] })
  await world.deps.stores.campaignMails.insert({
    ...{ tenantId, mailId: newId(world.deps), userId, waveId, kind: 'T-7', dayZero: '2026-03-09' },
    ...{ again: 0, tokenHash: new Uint8Array(32), state: 'failed', decidedAt: world.clock.at },
    error: '550 5.1.1 <benedikt@juniper.example>: no such mailbox',
  })
  const devices = [{ device: 'iphone' }]
  await app('PATCH', `${root}/pilot`, { body: { groupId, devices } })
  await app('POST', `${root}/pilot/note`, { body: { userId, text: 'asked benedikt’s colleague' } })
  await app('POST', `${root}/preflight`, { body: { userId } })
})
afterAll(() => world.close())

const shows = ['preflight', 'pilot', 'mails/sent', 'waveCoverage', 'rehearsal/people', 'people'] as const
const at = (show: (typeof shows)[number]) =>
  show.endsWith('people') ? `${root}/waves/${waveId}/${show}` : `${root}/${show}`

describe('what people are called', () => {
  test.each(shows)('%s says to nobody who may only see policies', async (show) => {
    const [policy, both] = await Promise.all([
      world.asApp('Policy.Read.All', 'Policy.Read.AuthenticationMethod')('GET', at(show)),
      world.asApp('Policy.Read.All', 'Policy.Read.AuthenticationMethod', 'User.Read.All')('GET', at(show)),
    ])

    expect([policy.statusCode, both.statusCode]).toEqual([200, 200])
    expect(policy.body).toContain(ben.userId)
    expect(policy.body).not.toMatch(/benedikt/i)
    expect(both.body).toMatch(/benedikt/)
  })

  test('is in no mail that an app previews which may only see policies', async () => {
    const preview = (...more: readonly string[]) =>
      world.asApp('Policy.Read.AuthenticationMethod', ...more)('POST', `${root}/mails/preview`, {
        body: { kind: 'T-7', user: ben.userId },
      })

    const [policy, both] = [await preview(), await preview('User.Read.All')]

    expect(policy.statusCode).toBe(403)
    expect(policy.body).not.toMatch(/benedikt/i)
    expect([both.statusCode, both.json().to]).toEqual([200, ben.userName])
  })

  test.each([
    ['helpDesk', true],
    ['reportsReader', false],
  ] as const)('is for the roles that read people: %s', async (role, may) => {
    const caller = {
      kind: 'delegated',
      clientId: 'app',
      scopes: new Set(['User.Read.All']),
      person: ben,
      session: await world.aSession(ben),
      roles: [role],
    } as const

    expect(mayReadNames({ caller })).toBe(may)
  })
})
