import type { Person } from '@latchkey/identity'
import { addGroup } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let administrator: Person
let caller: Caller
beforeEach(async () => {
  world = await openGraphWorld()
  administrator = await world.aPerson('ada', 'conditionalAccessAdministrator')
  caller = world.as(administrator, 'Policy.ReadWrite.ConditionalAccess', 'Policy.Read.All')
})
afterEach(() => world.close())

const root = '/identity/conditionalAccess'
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const phishingResistant = '00000000-0000-0000-0000-000000000004'

/** What the manual of the API itself shows. */
const sample = {
  displayName: 'Phishing-resistant MFA for admins',
  state: 'enabledForReportingButNotEnforced',
  conditions: {
    clientAppTypes: ['all'],
    applications: { includeApplications: ['All'], excludeApplications: [], includeUserActions: [] },
    users: { includeUsers: [], includeRoles: ['62e90394-69f5-4237-9190-012177145e10'] },
  },
  grantControls: {
    operator: 'OR',
    builtInControls: [],
    authenticationStrength: { id: phishingResistant },
  },
  sessionControls: null,
}

describe('a Conditional Access policy', () => {
  test('is made, read, changed and removed', async () => {
    const made = await caller('POST', `${root}/policies`, { body: sample })
    const { id } = made.json()
    const path = `${root}/policies/${id}`

    expect(made.statusCode).toBe(201)
    expect(id).toMatch(guid)
    expect(made.headers.location).toContain(path)
    expect(made.json()).toMatchObject({
      ...sample,
      modifiedDateTime: null,
      templateId: null,
      deletedDateTime: null,
      grantControls: {
        operator: 'OR',
        authenticationStrength: {
          id: phishingResistant,
          displayName: 'Phishing resistant MFA',
          allowedCombinations: ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'],
        },
      },
    })

    const changed = await caller('PATCH', path, { body: { state: 'disabled' } })
    const read = await caller('GET', path)
    expect([changed.statusCode, changed.body]).toEqual([204, ''])
    expect(read.json()).toMatchObject({ displayName: sample.displayName, state: 'disabled' })

    const gone = await caller('DELETE', path)
    expect([gone.statusCode, (await caller('GET', path)).statusCode]).toEqual([204, 404])
  })

  test('that was read can be sent back as it is', async () => {
    const { id } = (await caller('POST', `${root}/policies`, { body: sample })).json()
    const read = (await caller('GET', `${root}/policies/${id}`)).json()

    const again = await caller('PATCH', `${root}/policies/${id}`, { body: read })

    expect([again.statusCode, again.body]).toEqual([204, ''])
  })

  test('is found among others', async () => {
    for (const displayName of ['B', 'A', 'C']) {
      await caller('POST', `${root}/policies`, { body: { ...sample, displayName } })
    }

    const answer = await caller('GET', `${root}/policies?$select=displayName&$orderby=displayName&$top=2`)
    const filtered = await caller('GET', `${root}/policies?$filter=displayName eq 'C'&$count=true`)

    expect(answer.json().value).toEqual([{ displayName: 'A' }, { displayName: 'B' }])
    expect(answer.json()['@odata.nextLink']).toContain('$skiptoken=')
    expect(filtered.json()).toMatchObject({ '@odata.count': 1, value: [{ displayName: 'C' }] })
  })

  test('that blocks everybody who administers is refused, acknowledged or not', async () => {
    const block = {
      ...sample,
      state: 'enabled',
      conditions: { ...sample.conditions, users: { includeUsers: ['All'] } },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
    }
    const global = await world.aPerson('gus', 'globalAdministrator')
    await world.givePasskey(global)

    const refused = await caller('POST', `${root}/policies`, { body: block })
    const value = refused.json().error.innerError.acknowledge.value
    const again = await caller('POST', `${root}/policies`, {
      body: block,
      headers: { 'latchkey-acknowledge': value },
    })

    for (const { error } of [refused.json(), again.json()]) {
      expect(error.innerError.code).toBe('last_administrator')
      expect(error.innerError.affected).toContainEqual({
        id: global.userId,
        userPrincipalName: 'gus@juniper.example',
        displayName: 'gus',
        standing: 'blocked',
        standingBefore: 'satisfied',
        through: null,
        byPass: false,
        policies: [sample.displayName],
        situation: null,
      })
    }
    expect((await caller('GET', `${root}/policies`)).json().value).toEqual([])
  })
})

describe('putting somebody into a group that a policy blocks', () => {
  test('says whom it shuts out, and wants to hear it', async () => {
    const { deps, tenant } = world
    const { groupId } = await addGroup(deps, { ...operator, tenantId: tenant.tenantId, displayName: 'Left' })
    const ben = await world.aPerson('ben')
    await world.givePasskey(ben)
    const block = {
      ...sample,
      displayName: 'Nobody who left',
      state: 'enabled',
      conditions: { ...sample.conditions, users: { includeGroups: [groupId] } },
      grantControls: { operator: 'OR', builtInControls: ['block'] },
    }
    expect((await caller('POST', `${root}/policies`, { body: block })).statusCode).toBe(201)

    const keeper = world.as(await world.aPerson('uma', 'userAdministrator'), 'GroupMember.ReadWrite.All')
    const body = { '@odata.id': `https://localhost/v1.0/directoryObjects/${ben.userId}` }
    const path = `/groups/${groupId}/members/$ref`
    const refused = await keeper('POST', path, { body })
    const { acknowledge, affected } = refused.json().error.innerError
    const made = await keeper('POST', path, { body, headers: { [acknowledge.header]: acknowledge.value } })

    expect([refused.statusCode, affected]).toMatchObject([409, [{ id: ben.userId, standing: 'blocked' }]])
    expect(made.statusCode).toBe(204)
  })
})

describe('what a policy names', () => {
  test('a place is made, named, and not removed while it is', async () => {
    const place = await caller('POST', `${root}/namedLocations`, {
      body: {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        displayName: 'Office',
        isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' }],
      },
    })
    const { id } = place.json()
    const locations = { includeLocations: ['All'], excludeLocations: [id] }
    const policy = await caller('POST', `${root}/policies`, {
      body: { ...sample, conditions: { ...sample.conditions, locations } },
    })

    const removed = await caller('DELETE', `${root}/namedLocations/${id}`)

    expect([place.statusCode, policy.statusCode, removed.statusCode]).toEqual([201, 201, 400])
    expect(removed.json().error.innerError).toMatchObject({
      code: 'document_invalid',
      path: 'conditions.locations.excludeLocations',
    })
    await caller('DELETE', `${root}/policies/${policy.json().id}`)
    expect((await caller('DELETE', `${root}/namedLocations/${id}`)).statusCode).toBe(204)
  })

  test('a context has its own name, once', async () => {
    const body = { id: 'c7', displayName: 'Payments', description: 'Moves money', isAvailable: true }
    const path = `${root}/authenticationContextClassReferences`

    const made = await caller('POST', path, { body })
    const twice = await caller('POST', path, { body })
    const changed = await caller('PATCH', `${path}/c7`, { body: { isAvailable: false } })

    expect([made.statusCode, twice.statusCode, changed.statusCode]).toEqual([201, 409, 204])
    expect((await caller('GET', `${path}/c7`)).json()).toMatchObject({ ...body, isAvailable: false })
  })

  test('templates are there to begin with, and can be sent as they are', async () => {
    const { value } = (await caller('GET', `${root}/templates`)).json()

    expect(value.length).toBeGreaterThan(2)
    expect(value[0].name).toMatch(/phishing-resistant/i)
    for (const { id, name, details } of value) {
      const one = await caller('GET', `${root}/templates/${id}`)
      expect(one.json()).toMatchObject({ id, name })
      const body = { displayName: name, state: 'enabledForReportingButNotEnforced', ...details }
      const made = await caller('POST', `${root}/policies`, { body })
      expect([name, made.statusCode]).toEqual([name, 201])
    }
  })

  test.each([
    ['an application filter', { applications: { ...sample.conditions.applications, colour: 1 } }, 'colour'],
    ['nobody', { users: { includeUsers: [] } }, 'conditions.users'],
  ])('that makes no sense is named: %s', async (_, conditions, path) => {
    const answer = await caller('POST', `${root}/policies`, {
      body: { ...sample, conditions: { ...sample.conditions, ...conditions } },
    })

    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.innerError.path).toContain(path)
  })
})

describe('asking what would happen', () => {
  const ask = (userId: string, more: object = {}) => ({
    body: {
      signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId },
      signInContext: {
        '@odata.type': '#microsoft.graph.applicationContext',
        includeApplications: ['some-app'],
      },
      signInConditions: { devicePlatform: 'windows', clientAppType: 'browser', ipAddress: '192.0.2.7' },
      ...more,
    },
  })

  test.each(['constructor', '__proto__', 'toString', 'nothing'])(
    'about no action called %s',
    async (userAction) => {
      const asked = ask(administrator.userId, { signInContext: { userAction } })

      expect((await caller('POST', `${root}/evaluate`, asked)).statusCode).toBe(400)
    },
  )

  test('tells of each policy whether it applies, why not, and what all come to', async () => {
    const everybody = {
      ...sample,
      displayName: 'Everybody',
      state: 'enabledForReportingButNotEnforced',
      conditions: { ...sample.conditions, users: { includeUsers: ['All'] } },
    }
    await caller('POST', `${root}/policies`, { body: sample })
    await caller('POST', `${root}/policies`, { body: everybody })

    const answer = await caller('POST', `${root}/evaluate`, ask(administrator.userId))
    const applied = await caller(
      'POST',
      `${root}/evaluate`,
      ask(administrator.userId, { appliedPoliciesOnly: true }),
    )

    expect(answer.statusCode).toBe(200)
    expect(answer.json()['@odata.context']).toMatch(/whatIfAnalysisResult\)$/)
    const byName = Map.groupBy(answer.json().value, ({ displayName }: { displayName: string }) => displayName)
    expect(byName.get(sample.displayName)).toMatchObject([{ policyApplies: false, analysisReasons: 'users' }])
    expect(byName.get('Everybody')).toMatchObject([
      {
        policyApplies: true,
        analysisReasons: 'notSet',
        latchkey_result: 'reportOnlyInterrupted',
        latchkey_missing: ['authenticationStrength'],
      },
    ])
    expect(answer.json().latchkey_decision.outcome).toBe('allowed')
    expect(applied.json().value).toHaveLength(1)
  })

  test('says what is missing, and that a passkey is enough', async () => {
    const made = await caller('POST', `${root}/policies`, {
      body: {
        ...sample,
        state: 'enabled',
        conditions: {
          ...sample.conditions,
          users: { includeUsers: ['All'] },
          applications: { includeApplications: ['some-app'] },
        },
      },
    })
    expect(made.statusCode).toBe(201)

    const nothing = await caller('POST', `${root}/evaluate`, ask(administrator.userId))
    const passkey = await caller(
      'POST',
      `${root}/evaluate`,
      ask(administrator.userId, { latchkey_proofs: [{ method: 'fido2' }] }),
    )

    expect(nothing.json().latchkey_decision).toMatchObject({
      outcome: 'needs',
      authenticationStrengths: [{ id: phishingResistant }],
    })
    expect(passkey.json().latchkey_decision.outcome).toBe('allowed')
  })

  test.each([
    [
      'somebody who is not here',
      { signInIdentity: { userId: crypto.randomUUID() } },
      'signInIdentity/userId',
    ],
    ['a platform there is not', { signInConditions: { devicePlatform: 'toaster' } }, 'devicePlatform'],
    ['two applications', { signInContext: { includeApplications: ['a', 'b'] } }, 'signInContext'],
  ])('of %s is refused by name', async (_, more, named) => {
    const answer = await caller('POST', `${root}/evaluate`, ask(administrator.userId, more))

    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.message).toContain(named)
  })
})
