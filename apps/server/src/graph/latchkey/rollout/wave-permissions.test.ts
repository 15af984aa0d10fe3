import { type AdministratorRole, type Person, recordSignIn } from '@latchkey/identity'
import { addGroup, addMember, setPassword } from '@latchkey/identity/administer'
import { type RehearsalAsk, rehearseWave } from '@latchkey/rollout'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workWaves } from '../../../jobs/work-waves.ts'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../../test-graph-world.ts'

const methods = 'Policy.ReadWrite.AuthenticationMethod'
const scopes = ['Policy.Read.All', methods, 'Policy.ReadWrite.ConditionalAccess', 'GroupMember.ReadWrite.All']
const place = '/beta/latchkey/rollout/waves'
const day = (number: number) => new Date(Date.UTC(2026, 2, 2 + number, 9))

let world: GraphWorld
let caller: Caller
let ada: Person
let ben: Person
let office: string

beforeEach(async () => {
  world = await openGraphWorld()
  ada = await someone('ada', 'globalAdministrator')
  ben = await someone('ben')
  caller = world.as(ada, ...scopes)
  office = await aGroup('Office', ben)
})
afterEach(() => world.close())

/** Somebody who makes it. */
async function someone(name: string, ...roles: readonly AdministratorRole[]): Promise<Person> {
  const person = await world.aPerson(name, ...roles)
  await setPassword(world.deps, { ...operator, ...person, password: 'correct horse battery staple' })
  await world.givePasskey(person)
  const { tenantId, userId } = person
  await recordSignIn(world.deps, {
    tenantId,
    userId,
    outcome: 'success',
    code: '',
    clientId: 'wiki',
    strength: 'phishingResistant',
    visitor: {
      correlationId: 'c',
      ipAddress: '192.0.2.1',
      userAgent:
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
      visitHash: new Uint8Array(32),
    },
  })
  return person
}

async function aGroup(displayName: string, ...members: readonly Person[]): Promise<string> {
  const { groupId } = await addGroup(world.deps, { ...operator, tenantId: ada.tenantId, displayName })
  for (const person of members) await addMember(world.deps, { ...operator, ...person, groupId })
  return groupId
}

const plan = async (by: Caller, change: object = {}) =>
  await by('POST', place, {
    body: {
      kind: 'enforcement',
      displayName: 'Office first',
      groupIds: [office],
      startDateTime: day(7).toISOString(),
      endDateTime: day(14).toISOString(),
      ...change,
    },
  })
const planned = async (change: object = {}) => (await plan(caller, change)).json()
const stateOf = async (id: string) => (await caller('GET', `${place}/${id}`)).json().state
const membersOf = async (groupId: string) => await world.deps.stores.groups.listMembers(ada.tenantId, groupId)
const codeOf = (answer: { json(): { error: { innerError: { code: string } } } }) =>
  answer.json().error.innerError.code

describe('looking at a wave', () => {
  test('takes the roles of the wave, whatever the app may', async () => {
    const { id, targetGroupId } = await planned()
    const reader = world.as(await world.aPerson('rita', 'reportsReader'), ...scopes)

    const answer = await reader('POST', `${place}/${id}/check`)

    expect(answer.statusCode).toBe(403)
    expect([await stateOf(id), await membersOf(targetGroupId)]).toEqual(['planned', []])
  })

  test('starts none before its day', async () => {
    const { id, targetGroupId } = await planned()

    const answer = await caller('POST', `${place}/${id}/check`)

    expect(codeOf(answer)).toBe('wave_running')
    expect([await stateOf(id), await membersOf(targetGroupId)]).toEqual(['planned', []])
  })
})

describe('what a wave works on', () => {
  test('is named by nobody who may not put administrators into that group', async () => {
    const { policyId, targetGroupId } = await planned()
    const both = await someone('kim', 'conditionalAccessAdministrator', 'userAdministrator')
    const kim = world.as(both, ...scopes)

    const named = await plan(kim, { policyId, targetGroupId, startDateTime: day(8).toISOString() })

    expect([named.statusCode, codeOf(named)]).toEqual([403, 'not_permitted'])
    expect((await plan(kim)).statusCode).toBe(201)
  })
})

describe('somebody whom another put into the group', () => {
  test('stays there when the wave is undone, though it was told to move them', async () => {
    const { id, targetGroupId } = await planned()
    await addMember(world.deps, { ...operator, ...ben, groupId: targetGroupId })
    await caller('POST', `${place}/${id}/start`)
    expect((await caller('POST', `${place}/${id}/people/${ben.userId}/move`)).statusCode).toBe(204)

    const undone = await caller('POST', `${place}/${id}/undo`)

    expect(undone.json()).toMatchObject({ putBack: 0, left: 0 })
    expect(await membersOf(targetGroupId)).toEqual([ben.userId])
  })

  test('stays there, though they came while everybody was looked at', async () => {
    const { id, targetGroupId } = await planned()
    world.clock.at = day(7)
    const rehearse = async (ask: RehearsalAsk) => {
      const rehearsal = await rehearseWave(world.deps.stores, world.deps, ask)
      await addMember(world.deps, { ...operator, ...ben, groupId: targetGroupId })
      return rehearsal
    }
    await workWaves({ ...world.deps, waveMeans: { rehearse, listPeople: async () => [] } }, 'here')

    await caller('POST', `${place}/${id}/undo`)

    expect(await membersOf(targetGroupId)).toEqual([ben.userId])
  })
})

describe('undoing a wave', () => {
  test('is held up by nobody whom the caller may not move', async () => {
    const zed = await someone('zed')
    const all = await aGroup('All', ada, zed)
    const { id, targetGroupId } = await planned({ groupIds: [all] })
    await caller('POST', `${place}/${id}/start`)
    expect(await membersOf(targetGroupId)).toHaveLength(2)
    const both = await world.aPerson('kim', 'conditionalAccessAdministrator', 'userAdministrator')

    const undone = await world.as(both, ...scopes)('POST', `${place}/${id}/undo`)

    expect(undone.json()).toMatchObject({ putBack: 1, left: 1 })
    expect(await membersOf(targetGroupId)).toEqual([ada.userId])
  })
})

describe('one of a wave', () => {
  test.each(['move', 'putBack', 'letDecide'])('%s tells nobody who exists that may not', async (does) => {
    const { id } = await planned()
    const reader = world.as(await world.aPerson('rita', 'reportsReader'), ...scopes)

    const [there, nobody] = await Promise.all(
      [ben.userId, crypto.randomUUID()].map((user) =>
        reader('POST', `${place}/${id}/people/${user}/${does}`),
      ),
    )

    expect([there?.statusCode, nobody?.statusCode]).toEqual([403, 403])
  })
})

describe('taking a proposal', () => {
  test('takes what lets an app make groups', async () => {
    const waves = [
      { displayName: 'One', startDateTime: day(7).toISOString(), endDateTime: day(14).toISOString() },
    ]
    const ask = { body: { shares: [1], waves } }
    const take = '/beta/latchkey/rollout/waveProposal/take'

    expect((await world.asApp(methods)('POST', take, ask)).statusCode).toBe(403)
    expect((await world.asApp(methods, 'Group.ReadWrite.All')('POST', take, ask)).statusCode).toBe(200)
  })
})
