import { type Person, recordSignIn } from '@latchkey/identity'
import { addGroup, addMember } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let caller: Caller
let ben: Person
beforeEach(async () => {
  world = await openGraphWorld()
  const administrator = await world.aPerson('ada', 'globalAdministrator')
  await world.givePasskey(administrator)
  ben = await world.aPerson('ben')
  caller = world.as(administrator, 'Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess')
})
afterEach(() => world.close())

const impact = '/latchkey/rules/impact'
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'

/** Somebody gets to an app, having proven this much. */
const arrive = async (person: Person, more: object = {}) =>
  await recordSignIn(world.deps, {
    tenantId: person.tenantId,
    userId: person.userId,
    userName: person.userName,
    outcome: 'success',
    code: '',
    clientId: 'wiki',
    strength: 'multiFactor',
    visitor: {
      correlationId: 'c',
      ipAddress: '192.0.2.1',
      userAgent: windows,
      visitHash: new Uint8Array(32),
    },
    ...more,
  })

const aPolicy = (grantControls: object, conditions: object = {}) => ({
  displayName: 'Keys for everybody',
  state: 'enabledForReportingButNotEnforced',
  conditions: {
    clientAppTypes: ['all'],
    users: { includeUsers: ['All'] },
    applications: { includeApplications: ['All'] },
    ...conditions,
  },
  grantControls,
})
const keys = {
  operator: 'OR',
  authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' },
}
const ask = async (policy: object, days = 7) => {
  const answer = await caller('POST', impact, { body: { days, policy } })
  return answer.json()
}

describe('asking what a draft would have done to past sign-ins', () => {
  test('counts sign-ins, people and platforms by what would have become of them', async () => {
    await arrive(ben)
    await arrive(ben, { strength: 'phishingResistant' })

    const found = await ask(aPolicy(keys))

    expect(found).toMatchObject({
      basis: 'evaluated',
      complete: true,
      inferred: 2,
      signIns: { passes: 1, needsMore: 1, blocked: 0 },
      people: { passes: 0, needsMore: 1 },
      platforms: [{ platform: 'windows', signIns: { passes: 1, needsMore: 1 } }],
      worst: [{ userDisplayName: 'ben', outcome: 'needsMore', signIns: 1 }],
      examples: [{ userDisplayName: 'ben', outcome: 'needsMore', missing: ['authenticationStrength'] }],
    })
  })

  test('goes by what was proven in the session, where the log has it', async () => {
    const session = { sessionId: 'one', clientId: undefined, method: 'passkey', userVerified: true }
    await arrive(ben, { ...session, clientId: 'wiki', strength: 'phishingResistant' })
    await arrive(ben, { sessionId: 'one', strength: 'phishingResistant' })

    expect(await ask(aPolicy(keys))).toMatchObject({ inferred: 0, signIns: { passes: 1, needsMore: 0 } })
  })

  test('is about nobody who is not meant', async () => {
    await arrive(ben)
    const { groupId } = await addGroup(world.deps, {
      ...operator,
      tenantId: ben.tenantId,
      displayName: 'Left out',
    })
    await addMember(world.deps, { ...operator, ...ben, groupId })
    const users = { includeUsers: ['All'], excludeGroups: [groupId] }

    const found = await ask(aPolicy({ operator: 'OR', builtInControls: ['block'] }, { users }))

    expect(found.signIns).toMatchObject({ notAbout: 1, blocked: 0 })
  })

  test('says what a past sign-in cannot tell', async () => {
    await arrive(ben)
    const flows = { authenticationFlows: { transferMethods: 'deviceCodeFlow' } }

    const found = await ask(aPolicy({ operator: 'OR', builtInControls: ['block'] }, flows))

    expect(found).toMatchObject({ gaps: ['transfer'], signIns: { unknown: 1, blocked: 0 } })
  })

  test('looks no further back than it is asked', async () => {
    await arrive(ben)
    world.clock.at = new Date(world.clock.at.getTime() + 3 * 86_400_000)

    expect((await ask(aPolicy(keys), 2)).signIns.needsMore).toBe(0)
    expect((await ask(aPolicy(keys), 4)).signIns.needsMore).toBe(1)
  })
})

describe('asking what a policy did', () => {
  test('tells what the log recorded', async () => {
    const made = await caller('POST', '/identity/conditionalAccess/policies', { body: aPolicy(keys) })
    const policyId = made.json().id
    const verdict = {
      policyId,
      displayName: 'Keys for everybody',
      result: 'reportOnlyInterrupted',
      missing: ['authenticationStrength'],
      grantControls: [],
      sessionControls: [],
    }
    await arrive(ben, { decision: { access: { outcome: 'allowed', policies: [verdict] } } })
    await arrive(ben)

    const found = await caller('GET', `${impact}?policyId=${policyId}&days=30`)

    expect(found.json()).toMatchObject({
      basis: 'recorded',
      signIns: { needsMore: 1, notAbout: 1 },
      examples: [{ userDisplayName: 'ben', missing: ['authenticationStrength'] }],
    })
  })

  test('knows no policy that is not there, and no time before the log', async () => {
    const none = await caller('GET', `${impact}?policyId=00000000-0000-4000-8000-000000000009`)
    const long = await caller('GET', `${impact}?policyId=x&days=400`)

    expect([none.statusCode, long.statusCode]).toEqual([404, 400])
  })
})
