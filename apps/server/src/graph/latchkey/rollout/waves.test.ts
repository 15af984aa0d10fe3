import { getRuleDocuments, type Person, recordSignIn } from '@latchkey/identity'
import {
  addGroup,
  addMember,
  changeRules,
  markBreakGlass,
  removeMember,
  setPassword,
} from '@latchkey/identity/administer'
import { changeConditionalAccess } from '@latchkey/policy'
import { isInStartedWave, type RehearsalAsk, rehearseWave } from '@latchkey/rollout'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workWaves } from '../../../jobs/work-waves.ts'
import type { ServerDeps } from '../../../server-deps.ts'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../../test-graph-world.ts'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'
const scopes = [
  'Policy.Read.All',
  'Policy.ReadWrite.AuthenticationMethod',
  'Policy.ReadWrite.ConditionalAccess',
  'GroupMember.ReadWrite.All',
  'Group.ReadWrite.All',
  'User.Read.All',
]
const place = '/beta/latchkey/rollout/waves'

let world: GraphWorld
let caller: Caller
let ada: Person
let warehouse: string
/** By what becomes of them. */
let people: Record<'makesIt' | 'hasNone' | 'elsewhere' | 'unseen' | 'emergency', Person>

beforeEach(async () => {
  world = await openGraphWorld()
  ada = await world.aPerson('ada', 'globalAdministrator')
  await world.givePasskey(ada)
  await arrive(ada, 'phishingResistant')
  caller = world.as(ada, ...scopes)
  const group = { ...operator, tenantId: ada.tenantId, displayName: 'Warehouse' }
  warehouse = (await addGroup(world.deps, group)).groupId
  people = {
    makesIt: await someone('ben', { passkey: true, arrives: 'phishingResistant' }),
    hasNone: await someone('cem', { passkey: false, arrives: 'multiFactor' }),
    elsewhere: await someone('dia', { passkey: true, arrives: 'singleFactor' }),
    unseen: await someone('eva', { passkey: true }),
    emergency: await someone('fee', { passkey: true, arrives: 'phishingResistant' }),
  }
  await giveCodes(people.hasNone)
  await markBreakGlass(world.deps, { ...operator, ...people.emergency })
})
afterEach(() => world.close())

async function someone(
  name: string,
  { passkey, arrives }: { readonly passkey: boolean; readonly arrives?: string },
): Promise<Person> {
  const person = await world.aPerson(name)
  await setPassword(world.deps, { ...operator, ...person, password: 'correct horse battery staple' })
  if (passkey) await world.givePasskey(person)
  if (arrives !== undefined) await arrive(person, arrives)
  await addMember(world.deps, { ...operator, ...person, groupId: warehouse })
  return person
}

/** What lets somebody in until a passkey is asked for. */
async function giveCodes({ tenantId, userId }: Person): Promise<void> {
  await world.deps.stores.totps.insert({
    tenantId,
    userId,
    totpId: crypto.randomUUID(),
    name: 'Codes',
    sealedSecret: world.deps.random(60),
    lastStep: 0,
    createdAt: world.deps.now(),
  })
}

async function arrive(person: Person, strength: string, userAgent = windows): Promise<void> {
  await recordSignIn(world.deps, {
    tenantId: person.tenantId,
    userId: person.userId,
    outcome: 'success',
    code: '',
    clientId: 'wiki',
    strength,
    visitor: { correlationId: 'c', ipAddress: '192.0.2.1', userAgent, visitHash: new Uint8Array(32) },
  })
}

const day = (number: number) => new Date(Date.UTC(2026, 2, 2 + number, 9))
const goTo = (number: number) => {
  world.clock.at = day(number)
}
const plan = async (change: object = {}) =>
  await caller('POST', place, {
    body: {
      kind: 'enforcement',
      displayName: 'Warehouse first',
      groupIds: [warehouse],
      startDateTime: day(7).toISOString(),
      endDateTime: day(14).toISOString(),
      ...change,
    },
  })
const planned = async (change: object = {}) => (await plan(change)).json()
const work = (deps: ServerDeps = world.deps) => workWaves(deps, 'here')
const wave = async (id: string) => (await caller('GET', `${place}/${id}`)).json()
const inGroup = async (id: string) =>
  await world.deps.stores.groups.listMembers(ada.tenantId, (await wave(id)).targetGroupId)
const noted = async (id: string) => {
  const { value } = (await caller('GET', `${place}/${id}/people`)).json()
  return Object.fromEntries(
    value.map((each: { displayName: string; state: string; because: string[] }) => [
      each.displayName,
      [each.state, ...each.because],
    ]),
  )
}
const policyState = async (id: string) => {
  const { documents } = await getRuleDocuments(world.deps.stores, world.deps, ada.tenantId)
  return documents.conditionalAccess.find((policy) => policy.id === id)?.state
}
const codeOf = (answer: { json(): { error: { innerError: { code: string } } } }) =>
  answer.json().error.innerError.code

describe('planning a wave of enforcement', () => {
  test('makes a group and a policy that only watches, once for all waves', async () => {
    const first = await planned()
    const second = await planned({ displayName: 'Again', startDateTime: day(8).toISOString() })

    expect(first).toMatchObject({ state: 'planned', version: 0, heldBecause: null })
    expect(await policyState(first.policyId)).toBe('enabledForReportingButNotEnforced')
    expect(second).toMatchObject({ policyId: first.policyId, targetGroupId: first.targetGroupId })
    expect(await inGroup(first.id)).toEqual([])
  })

  test.each<[string, object, string]>([
    ['that ends before it begins', { endDateTime: day(7).toISOString() }, 'wave_dates_impossible'],
    ['for a group that is not there', { groupIds: [crypto.randomUUID()] }, 'invalid_input'],
    [
      'on a policy that is not there',
      { policyId: crypto.randomUUID(), targetGroupId: crypto.randomUUID() },
      'wave_policy_unfit',
    ],
  ])('refuses one %s', async (_, change, code) => {
    expect(codeOf(await plan(change))).toBe(code)
  })

  test('comes after the invitation of the same people', async () => {
    await planned({ kind: 'registration', startDateTime: day(7).toISOString() })

    expect(codeOf(await plan())).toBe('wave_dates_impossible')
    expect((await plan({ startDateTime: day(8).toISOString() })).statusCode).toBe(201)
  })

  test('takes the roles that it would take to do it by hand', async () => {
    const keeper = world.as(await world.aPerson('kim', 'authenticationPolicyAdministrator'), ...scopes)
    const body = {
      displayName: 'Mine',
      groupIds: [warehouse],
      startDateTime: day(7).toISOString(),
      endDateTime: day(14).toISOString(),
    }

    const enforcement = await keeper('POST', place, { body: { ...body, kind: 'enforcement' } })
    expect(enforcement.statusCode).toBe(403)
    expect((await keeper('POST', place, { body: { ...body, kind: 'registration' } })).statusCode).toBe(201)
  })

  test('changes what one saw, and nothing that another changed since', async () => {
    const { id } = await planned()
    const change = async (version: number) =>
      await caller('PATCH', `${place}/${id}`, { body: { version, displayName: `Seen ${version}` } })

    expect((await change(0)).json()).toMatchObject({ version: 1, displayName: 'Seen 0' })
    expect(codeOf(await change(0))).toBe('wave_changed')
    await caller('POST', `${place}/${id}/remove`, { body: { version: 1 } })
    expect((await caller('GET', `${place}/${id}`)).statusCode).toBe(404)
  })
})

describe('rehearsing a wave', () => {
  test('says who would make it today, who would not and why, and moves nobody', async () => {
    const { id } = await planned()

    const sums = (await caller('GET', `${place}/${id}/rehearsal`)).json()

    expect(sums).toMatchObject({
      people: 4,
      outcomes: { passes: 1, fails: 2, notSeen: 1 },
      because: [
        { name: 'noPasskey', people: 1 },
        { name: 'otherPlatform', people: 1 },
      ],
      platforms: [{ platform: 'windows', passes: 1, fails: 2 }],
      complete: true,
    })
    expect(await inGroup(id)).toEqual([])
  })

  test('lists them page by page, and those of one reason', async () => {
    const { id } = await planned()
    const list = async (search: string) =>
      (await caller('GET', `${place}/${id}/rehearsal/people?${search}`)).json()

    const first = await list('$top=3&$count=true')
    expect(first).toMatchObject({ '@odata.count': 4, value: { length: 3 } })
    const rest = await caller('GET', first['@odata.nextLink'].replace(/^.*?\/beta\//, '/beta/'))
    expect(rest.json().value).toHaveLength(1)
    expect((await list('because=otherPlatform')).value).toMatchObject([
      { displayName: 'dia', outcome: 'fails', platforms: [{ platform: 'windows', outcome: 'fails' }] },
    ])
    expect((await list('outcome=notSeen')).value).toMatchObject([{ displayName: 'eva' }])
    expect((await list('platform=iOS')).value).toEqual([])
  })

  test('of an invitation says who needs a pass first', async () => {
    const { id } = await planned({ kind: 'registration' })

    expect((await caller('GET', `${place}/${id}/rehearsal`)).json()).toMatchObject({
      outcomes: { passes: 2, fails: 1, notSeen: 1 },
      because: [{ name: 'needsPass', people: 1 }],
    })
  })
})

describe('the day of enforcement', () => {
  test('moves exactly those who make it, and says why the others wait', async () => {
    const { id, policyId } = await planned()
    goTo(6)
    await work()
    expect(await wave(id)).toMatchObject({ state: 'planned' })

    goTo(7)
    expect(await work()).toBe(1)

    expect(await wave(id)).toMatchObject({ state: 'started', people: { moved: 1, waiting: 3, putBack: 0 } })
    expect(await policyState(policyId)).toBe('enabled')
    expect(await inGroup(id)).toEqual([people.makesIt.userId])
    expect(await noted(id)).toEqual({
      ben: ['moved'],
      cem: ['waiting', 'noPasskey'],
      dia: ['waiting', 'otherPlatform'],
      eva: ['waiting', 'notSeen'],
    })
  })

  test('looks again the next day, and moves whoever makes it by then', async () => {
    const { id } = await planned()
    goTo(7)
    await work()
    await arrive(people.elsewhere, 'phishingResistant')

    await work()
    expect(await inGroup(id)).toHaveLength(1)
    goTo(8)
    await work()

    expect((await inGroup(id)).toSorted()).toEqual(
      [people.makesIt.userId, people.elsewhere.userId].toSorted(),
    )
  })

  test('goes on after its last day for whoever waits, and is over when nobody does', async () => {
    const { id } = await planned()
    goTo(7)
    await work()
    goTo(15)
    await work()
    expect(await wave(id)).toMatchObject({ state: 'started' })

    for (const person of [people.hasNone, people.elsewhere, people.unseen]) {
      await removeMember(world.deps, { ...operator, ...person, groupId: warehouse })
    }
    goTo(16)
    await work()

    expect(await wave(id)).toMatchObject({ state: 'done', people: { moved: 1, waiting: 0 } })
  })

  test('that could not look at somebody is not over', async () => {
    const { id, policyId } = await planned()
    goTo(7)
    await work()
    for (const person of [people.hasNone, people.elsewhere, people.unseen]) {
      await removeMember(world.deps, { ...operator, ...person, groupId: warehouse })
    }
    goTo(9)
    await work()
    expect(await wave(id)).toMatchObject({ state: 'started', people: { moved: 1, waiting: 0 } })
    const off = await caller('PATCH', `/identity/conditionalAccess/policies/${policyId}`, {
      body: { state: 'disabled' },
    })
    expect(off.statusCode).toBe(204)
    await addMember(world.deps, { ...operator, ...people.hasNone, groupId: warehouse })

    goTo(15)
    await work()

    expect(await wave(id)).toMatchObject({ state: 'started', heldBecause: 'policyOff' })
  })

  test('that a clock jumped over moves nobody', async () => {
    const { id, policyId } = await planned()
    goTo(15)
    await work()

    expect(await wave(id)).toMatchObject({ state: 'planned', heldBecause: 'missed' })
    expect(await policyState(policyId)).toBe('enabledForReportingButNotEnforced')
  })

  test('that was cut short goes on where it was, and moves nobody twice', async () => {
    const { id } = await planned()
    goTo(7)
    const dying = { rehearse: () => Promise.reject(new Error('dead')), listPeople: async () => [] }
    await work({ ...world.deps, waveMeans: dying })
    expect(await wave(id)).toMatchObject({ state: 'started', people: { moved: 0 } })

    await Promise.all([work(), workWaves(world.deps, 'there')])
    await work()

    const added = await world.deps.stores.audit.list(ada.tenantId, { limit: 99, activity: 'member_added' })
    expect(added.filter(({ actor }) => actor.kind === 'system')).toHaveLength(1)
  })

  test('moves nobody who lost their passkey while everybody was looked at', async () => {
    const { id } = await planned()
    goTo(7)
    const { tenantId, userId } = people.makesIt
    const rehearse = async (ask: RehearsalAsk) => {
      const rehearsal = await rehearseWave(world.deps.stores, world.deps, ask)
      for (const { id: credentialId } of await world.deps.stores.credentials.listOfPerson(tenantId, userId)) {
        await world.deps.stores.credentials.remove(tenantId, userId, credentialId)
      }
      return rehearsal
    }
    await work({ ...world.deps, waveMeans: { rehearse, listPeople: async () => [] } })

    expect(await inGroup(id)).toEqual([])
    expect(await noted(id)).not.toHaveProperty('ben')
  })

  test('holds where the policy became one about others, and says so once', async () => {
    const { id, policyId } = await planned()
    await changeRules(world.deps, { ...operator, tenantId: ada.tenantId }, [
      {
        kind: 'conditionalAccess',
        id: policyId,
        change: (before) =>
          before &&
          changeConditionalAccess(
            before,
            { conditions: { users: { includeUsers: ['All'] } } },
            day(1).toISOString(),
          ),
      },
    ])
    goTo(7)
    await work()
    await work()

    expect(await wave(id)).toMatchObject({ state: 'planned', heldBecause: 'policyAboutOthers', version: 1 })
    expect(await inGroup(id)).toEqual([])
  })

  test('leaves the last administrator a way in', async () => {
    const group = { ...operator, tenantId: ada.tenantId, displayName: 'Administrators' }
    const { groupId } = await addGroup(world.deps, group)
    await addMember(world.deps, { ...operator, ...ada, groupId })
    for (const { id } of await world.deps.stores.credentials.listOfPerson(ada.tenantId, ada.userId)) {
      await world.deps.stores.credentials.remove(ada.tenantId, ada.userId, id)
    }
    await setPassword(world.deps, { ...operator, ...ada, password: 'correct horse battery staple' })
    await giveCodes(ada)
    const { id } = await planned({ groupIds: [groupId] })
    goTo(7)
    await work()

    expect(await noted(id)).toEqual({ ada: ['waiting', 'noPasskey'] })
    const move = `${place}/${id}/people/${ada.userId}/move`
    const refused = await caller('POST', move)
    const acknowledge = refused.json().error.innerError.acknowledge?.value ?? 'x'
    const again = await caller('POST', move, { headers: { 'latchkey-acknowledge': acknowledge } })
    expect([codeOf(refused), codeOf(again)]).toEqual(['last_administrator', 'last_administrator'])
    expect(await inGroup(id)).toEqual([])
  })
})

describe('what an administrator does with a wave', () => {
  async function started() {
    const { id } = await planned()
    goTo(7)
    await work()
    return id
  }

  test('moves somebody who cannot make it, knowing whom that shuts out', async () => {
    const id = await started()
    const move = `${place}/${id}/people/${people.hasNone.userId}/move`

    const refused = await caller('POST', move)
    expect(codeOf(refused)).toBe('would_block_users')
    const { acknowledge } = refused.json().error.innerError
    const moved = await caller('POST', move, { headers: { 'latchkey-acknowledge': acknowledge.value } })

    expect(moved.statusCode).toBe(204)
    expect(await inGroup(id)).toContain(people.hasNone.userId)
    expect(await noted(id)).toMatchObject({ cem: ['moved'] })
  })

  test('never moves an account for emergencies', async () => {
    const id = await started()
    const answer = await caller('POST', `${place}/${id}/people/${people.emergency.userId}/move`)

    expect(answer.statusCode).toBe(403)
    expect(await inGroup(id)).not.toContain(people.emergency.userId)
  })

  test('puts somebody back, whom the wave leaves alone until it may decide again', async () => {
    const id = await started()
    const ben = `${place}/${id}/people/${people.makesIt.userId}`

    await caller('POST', `${ben}/putBack`)
    goTo(8)
    await work()
    expect(await inGroup(id)).toEqual([])
    expect(await noted(id)).toMatchObject({ ben: ['putBack'] })

    await caller('POST', `${ben}/letDecide`)
    const decided = { limit: 9, targetId: id, activity: 'wave_let_decide' }
    expect(await world.deps.stores.audit.list(ada.tenantId, decided)).toMatchObject([
      { actor: { userId: ada.userId }, target: { kind: 'wave' }, detail: { userId: people.makesIt.userId } },
    ])
    await caller('POST', `${place}/${id}/check`)
    expect(await inGroup(id)).toEqual([people.makesIt.userId])
  })

  test('who was taken out of the group by hand is not put back in', async () => {
    const id = await started()
    const { targetGroupId } = await wave(id)
    await removeMember(world.deps, { ...operator, ...people.makesIt, groupId: targetGroupId })
    goTo(8)
    await work()
    goTo(9)
    await work()

    expect(await inGroup(id)).toEqual([])
    expect(await noted(id)).toMatchObject({ ben: ['putBack'] })
  })

  test('stops it: whoever was moved stays, and nobody else is', async () => {
    const id = await started()
    await caller('POST', `${place}/${id}/stop`)
    await arrive(people.elsewhere, 'phishingResistant')
    goTo(8)
    await work()

    expect(await wave(id)).toMatchObject({ state: 'stopped' })
    expect(await inGroup(id)).toEqual([people.makesIt.userId])

    await caller('POST', `${place}/${id}/start`)
    expect(await inGroup(id)).toHaveLength(2)
  })

  test('undoes it: the group is as it was, and it can start again', async () => {
    const id = await started()
    expect(codeOf(await caller('POST', `${place}/${id}/remove`, { body: { version: 1 } }))).toBe(
      'wave_running',
    )

    const undone = await caller('POST', `${place}/${id}/undo`)

    expect(undone.json()).toMatchObject({ putBack: 1, left: 0 })
    expect(await inGroup(id)).toEqual([])
    expect(await wave(id)).toMatchObject({ state: 'stopped', people: { moved: 0 } })
    const again = await caller('POST', `${place}/${id}/start`)
    expect(again.json()).toMatchObject({ state: 'started', people: { moved: 1 } })
  })

  test('writes down what was done, by whom', async () => {
    const id = await started()
    await caller('POST', `${place}/${id}/undo`)

    const audit = await world.deps.stores.audit.list(ada.tenantId, { limit: 9, targetId: id })
    expect(audit.map(({ activity, actor }) => `${activity} by ${actor.kind}`).toSorted()).toEqual([
      'wave_planned by person',
      'wave_started by system',
      'wave_stopped by person',
      'wave_undone by person',
    ])
  })
})

/** Somebody went through with every device that counts: there is none. */
const passPilot = async () =>
  await world.deps.stores.pilots.put({
    tenantId: ada.tenantId,
    groupId: warehouse,
    devices: [],
    beganAt: day(0),
    beganBy: ada.userId,
  })

describe('a wave of invitations', () => {
  test('waits for the pilot', async () => {
    const { id } = await planned({ kind: 'registration' })
    expect(codeOf(await caller('POST', `${place}/${id}/start`))).toBe('wave_held_by_pilot')
    goTo(7)
    await work()
    expect(await wave(id)).toMatchObject({ state: 'planned', heldBecause: 'wave_held_by_pilot' })

    await passPilot()
    await work()

    expect(await wave(id)).toMatchObject({ state: 'started', heldBecause: null })
  })

  test('begins on its day for its people, and for nobody else', async () => {
    await passPilot()
    await planned({ kind: 'registration' })
    const deps = world.deps
    expect(await isInStartedWave(deps, people.hasNone)).toBe(false)

    goTo(7)
    await work()

    expect(await isInStartedWave(deps, people.hasNone)).toBe(true)
    expect(await isInStartedWave(deps, ada)).toBe(false)
    goTo(14)
    await work()
    expect(await isInStartedWave(deps, people.hasNone)).toBe(true)
  })

  test('is proposed in three parts for whoever is in none, and taken', async () => {
    const ask = { shares: [1, 1, 2], pilotGroupId: warehouse }
    const proposal = await caller('POST', '/beta/latchkey/rollout/waveProposal', { body: ask })
    expect(proposal.json().waves).toMatchObject([
      { people: 4, groups: [{ displayName: 'Warehouse', people: 4 }] },
      { people: 0 },
      { people: 1 },
    ])

    const waves = ['One', 'Two', 'Three'].map((displayName, at) => ({
      displayName,
      startDateTime: day(7 * at + 7).toISOString(),
      endDateTime: day(7 * at + 14).toISOString(),
    }))
    const taken = await caller('POST', '/beta/latchkey/rollout/waveProposal/take', {
      body: { ...ask, waves },
    })

    expect(taken.json().value).toMatchObject([{ displayName: 'One' }, { displayName: 'Three' }])
    const coverage = await caller('GET', '/beta/latchkey/rollout/waveCoverage?kind=registration')
    expect(coverage.json()).toMatchObject({
      people: 5,
      inWave: [{ people: 4 }, { people: 1 }],
      inNone: { people: 0 },
      inTwo: { people: 0 },
    })
  })
})
