import { newId, noteStep, type Person } from '@latchkey/identity'
import { addGroup, changeRules } from '@latchkey/identity/administer'
import { readConditionalAccess } from '@latchkey/policy'
import { mayAnnounce, mayStartWaves } from '@latchkey/rollout'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../../test-graph-world.ts'

let world: GraphWorld
let admin: Caller
let tess: Person

beforeEach(async () => {
  world = await openGraphWorld()
  const grace = await world.aPerson('grace', 'authenticationPolicyAdministrator')
  tess = await world.aPerson('tess')
  admin = world.as(grace, 'Policy.ReadWrite.AuthenticationMethod', 'User.Read.All')
})
afterEach(() => world.close())

const preflight = '/beta/latchkey/rollout/preflight'
const pilot = '/beta/latchkey/rollout/pilot'
const galaxy = 'Mozilla/5.0 (Linux; Android 14; SM-S911B) Chrome/131.0 Mobile Safari/537.36'

const later = (minutes: number) => {
  world.clock.at = new Date(world.clock.at.getTime() + minutes * 60_000)
}

/** Something happens to somebody a minute later. */
async function step(
  name: 'created' | 'firstUsed' | 'failed',
  userId: string,
  userAgent = galaxy,
  code?: string,
) {
  later(1)
  const { tenantId } = world.tenant
  const visitor = { userAgent, correlationId: 'c' }
  await noteStep(world.deps.stores, world.deps, {
    tenantId,
    userId,
    step: name,
    aaguid: 'blue',
    visitor,
    ...(code && { code }),
  })
}

/** What the sign-in log says of a pass that was used. */
async function usePass() {
  later(1)
  await world.deps.stores.signIns.append({
    tenantId: world.tenant.tenantId,
    signInId: newId(world.deps),
    at: world.deps.now(),
    correlationId: 'c',
    outcome: 'success',
    code: '',
    method: 'temporaryAccessPass',
    userId: tess.userId,
    ipAddress: '192.0.2.1',
    userAgent: galaxy,
  })
}

/** A rule that leads new people round in a circle. */
async function loop(state: 'enabled' | 'disabled') {
  later(1)
  const id = '00000000-0000-4000-8000-000000000001'
  const document = readConditionalAccess(
    {
      displayName: 'Only passkeys',
      state,
      conditions: {
        clientAppTypes: ['all'],
        applications: { includeApplications: ['All'] },
        users: { includeUsers: ['All'] },
      },
      grantControls: {
        operator: 'OR',
        authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' },
      },
    },
    { id, createdDateTime: '2026-03-01T09:00:00Z', modifiedDateTime: null },
  )
  const { tenantId } = world.tenant
  await changeRules({ ...world.deps, checkRules: async () => {} }, { ...operator, tenantId }, [
    { kind: 'conditionalAccess', id, change: () => document },
  ])
}

const stateOf = async () => (await admin('GET', preflight)).json().state
const announcing = () => mayAnnounce(world.deps, world.tenant.tenantId)

describe('the preflight', () => {
  test('lets nothing be announced before it passed, by rules and by somebody', async () => {
    expect([await stateOf(), await announcing()]).toEqual(['missing', { allow: false, because: 'missing' }])

    const begun = await admin('POST', preflight, { body: { userId: tess.userId } })
    expect(begun.json()).toMatchObject({ state: 'walking', person: { id: tess.userId }, findings: [] })
    await usePass()
    await step('created', tess.userId)
    expect((await admin('GET', preflight)).json()).toMatchObject({
      state: 'walking',
      passUsedDateTime: expect.any(String),
      passkeyCreatedDateTime: expect.any(String),
      signedInDateTime: null,
    })
    await step('firstUsed', tess.userId)

    expect([await stateOf(), await announcing()]).toEqual(['passed', { allow: true }])
  })

  test('names the rule that stops it, and is walked again after a rule changed', async () => {
    await admin('POST', preflight, { body: { userId: tess.userId } })
    await usePass()
    await step('created', tess.userId)
    await step('firstUsed', tess.userId)

    await loop('enabled')
    const stopped = (await admin('GET', preflight)).json()
    await loop('disabled')

    expect(stopped.state).toBe('stopped')
    expect(stopped.findings).toContainEqual(
      expect.objectContaining({
        code: 'registration_not_excepted',
        policies: [expect.objectContaining({ displayName: 'Only passkeys' })],
      }),
    )
    expect(await stateOf()).toBe('outdated')
    expect(await announcing()).toEqual({ allow: false, because: 'outdated' })
    await usePass()
    expect(await stateOf()).toBe('walking')
    await step('created', tess.userId)
    await step('firstUsed', tess.userId)
    expect(await stateOf()).toBe('passed')
  })

  test('stays passed when the person comes with another pass', async () => {
    await admin('POST', preflight, { body: { userId: tess.userId } })
    await usePass()
    await step('created', tess.userId)
    await step('firstUsed', tess.userId)
    await usePass()

    expect(await stateOf()).toBe('passed')
  })

  test('is begun by whoever may change the methods, and with somebody who is there', async () => {
    const reader = await world.aPerson('rita', 'globalReader')
    const asReader = world.as(reader, 'Policy.ReadWrite.AuthenticationMethod')

    expect((await asReader('POST', preflight, { body: { userId: tess.userId } })).statusCode).toBe(403)
    expect((await admin('POST', preflight, { body: { userId: 'nobody' } })).statusCode).toBe(404)
    expect(await stateOf()).toBe('missing')
  })
})

describe('the pilot', () => {
  const starting = () => mayStartWaves(world.deps, world.tenant.tenantId)

  async function aGroup() {
    const { tenantId } = world.tenant
    const { groupId } = await addGroup(world.deps, { ...operator, tenantId, displayName: 'Pilots' })
    await world.deps.stores.groups.insertMember(tenantId, groupId, tess.userId)
    return groupId
  }

  test('holds the waves until somebody went through with each device', async () => {
    expect(await starting()).toEqual({ allow: false, because: 'pilot_missing' })
    expect(
      (await admin('GET', pilot)).json().devices.map(({ device }: { device: string }) => device),
    ).toEqual(['samsung', 'pixel', 'iphone', 'windows'])
    const groupId = await aGroup()
    const devices = [{ device: 'samsung' }, { device: 'iphone', waivedBecause: 'nobody has one' }]
    await admin('PATCH', pilot, { body: { groupId, devices } })
    expect(await starting()).toEqual({ allow: false, because: 'pilot_unfinished', missing: ['samsung'] })

    await step('failed', tess.userId, galaxy, 'browser_cancelled')
    await step('created', tess.userId)
    await step('firstUsed', tess.userId)
    const noted = await admin('POST', `${pilot}/note`, {
      body: { userId: tess.userId, text: 'Looked for it' },
    })

    expect(await starting()).toEqual({ allow: true })
    expect(noted.json()).toMatchObject({
      isPassed: true,
      groupDisplayName: 'Pilots',
      devices: [{ device: 'samsung', through: [tess.userId] }, { waivedBecause: 'nobody has one' }],
      members: [
        {
          id: tess.userId,
          ways: [{ device: 'samsung', reached: 'signedIn', failures: ['browser_cancelled'] }],
          note: 'Looked for it',
        },
      ],
    })
    const told = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 99 })
    expect(told.find(({ activity }) => activity === 'pilot_changed')).toMatchObject({
      detail: { 'waived iphone': 'nobody has one' },
    })
  })

  test.each([
    ['no device', []],
    ['a device that is none', [{ device: 'toaster' }]],
    ['a device twice', [{ device: 'pixel' }, { device: 'pixel' }]],
    ['nothing but what is waived', [{ device: 'pixel', waivedBecause: 'no' }]],
  ])('cannot be with %s', async (_, devices) => {
    const answer = await admin('PATCH', pilot, { body: { groupId: await aGroup(), devices } })

    expect(answer.statusCode).toBe(400)
    expect(await starting()).toMatchObject({ because: 'pilot_missing' })
  })
})

describe('the reach of the campaign', () => {
  test('counts whom it would ask today', async () => {
    const { tenantId } = world.tenant
    await world.givePasskey(tess)
    const pia = await world.aPerson('pia')
    await world.deps.stores.nudges.ask(tenantId, pia.userId, 'visit', world.deps.now())
    await world.deps.stores.nudges.snooze(tenantId, pia.userId, 'visit', world.deps.now())

    const reach = (await admin('GET', '/beta/latchkey/rollout/nudge')).json()

    expect(reach).toMatchObject({ isOn: false, putOff: 1, usedUp: 0 })
    expect(reach.people - reach.withoutPasskey).toBe(1)
  })
})
