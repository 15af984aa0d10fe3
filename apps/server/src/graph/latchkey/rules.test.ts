import { honestAuthenticator, makeAttestationAuthority } from '@latchkey/ctap/fixture'
import type { Group, Person } from '@latchkey/identity'
import { addGroup, addMember } from '@latchkey/identity/administer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let administrator: Person
let group: Group
let caller: Caller
const everything = [
  'Policy.Read.All',
  'Policy.ReadWrite.AuthenticationMethod',
  'Policy.ReadWrite.ConditionalAccess',
  'Agreement.ReadWrite.All',
]
beforeEach(async () => {
  world = await openGraphWorld()
  const { tenantId } = world.tenant
  administrator = await world.aPerson('ada', 'globalAdministrator')
  await world.givePasskey(administrator)
  group = await addGroup(world.deps, { ...operator, tenantId, displayName: 'Night shift' })
  caller = world.as(administrator, ...everything)
})
afterEach(() => world.close())

const theirGroup = 'aaaaaaaa-0000-4000-8000-000000000001'
const place = 'bbbbbbbb-0000-4000-8000-000000000001'
const strength = 'cccccccc-0000-4000-8000-000000000001'
const policy = 'dddddddd-0000-4000-8000-000000000001'

/** What an organisation gets that reads everything of its own over Graph. */
const exported = {
  authenticationMethodsPolicy: {
    '@odata.context': 'https://graph.example/v1.0/$metadata#authenticationMethodsPolicy',
    id: 'authenticationMethodsPolicy',
    displayName: 'Authentication Methods Policy',
    policyVersion: '1.5',
    registrationEnforcement: {
      authenticationMethodsRegistrationCampaign: {
        snoozeDurationInDays: 1,
        state: 'default',
        excludeTargets: [],
        includeTargets: [],
      },
    },
    authenticationMethodConfigurations: [
      { '@odata.type': '#microsoft.graph.smsAuthenticationMethodConfiguration', id: 'Sms', state: 'enabled' },
      {
        '@odata.type': '#microsoft.graph.fido2AuthenticationMethodConfiguration',
        id: 'Fido2',
        state: 'enabled',
        isSelfServiceRegistrationAllowed: true,
        isAttestationEnforced: false,
        defaultPasskeyProfile: null,
        passkeyProfiles: [],
        keyRestrictions: { isEnforced: false, enforcementType: 'block', aaGuids: [] },
        excludeTargets: [{ id: theirGroup, targetType: 'group' }],
        'includeTargets@odata.context': 'https://graph.example/$metadata#x',
        includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
      },
    ],
  },
  namedLocations: {
    '@odata.context': 'https://graph.example/v1.0/$metadata#identity/conditionalAccess/namedLocations',
    value: [
      {
        '@odata.type': '#microsoft.graph.ipNamedLocation',
        id: place,
        displayName: 'Office',
        createdDateTime: '2025-01-01T00:00:00.1234567Z',
        modifiedDateTime: '2025-01-01T00:00:00.1234567Z',
        isTrusted: true,
        ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' }],
      },
    ],
  },
  authenticationStrengthPolicies: [
    {
      id: '00000000-0000-0000-0000-000000000004',
      policyType: 'builtIn',
      displayName: 'Phishing resistant MFA',
    },
    { id: strength, policyType: 'custom', displayName: 'Keys', allowedCombinations: ['fido2'] },
  ],
  conditionalAccessPolicies: [
    {
      id: policy,
      displayName: 'Keys outside the office',
      state: 'enabledForReportingButNotEnforced',
      createdDateTime: '2025-01-01T00:00:00Z',
      modifiedDateTime: null,
      templateId: null,
      conditions: {
        clientAppTypes: ['all'],
        clients: null,
        times: null,
        deviceStates: null,
        applications: { includeApplications: ['All'] },
        users: { includeUsers: ['All'], excludeGroups: [theirGroup] },
        locations: { includeLocations: ['All'], excludeLocations: [place] },
      },
      grantControls: { operator: 'OR', authenticationStrength: { id: strength, displayName: 'Keys' } },
      sessionControls: null,
    },
  ],
}
const body = () => ({ ...exported, replace: { [theirGroup]: group.groupId } })
const check = '/latchkey/rules/check'
const take = '/latchkey/rules/import'

describe('taking over rules', () => {
  test('is shown first: what changes, what does not exist here, what leads nowhere', async () => {
    const answer = await caller('POST', check, { body: body() })

    expect(answer.statusCode).toBe(200)
    const forecast = answer.json()
    expect(forecast.changed.map(({ kind, change }: Record<string, string>) => `${kind} ${change}`)).toEqual([
      'namedLocation added',
      'strength added',
      'conditionalAccess added',
      'methodsPolicy changed',
    ])
    expect(forecast).toMatchObject({
      affectedCount: 0,
      lastAdministratorLost: false,
      strangers: [],
      leftOut: [{ what: 'Sms' }],
      loops: [{ code: 'registration_not_excepted', enforced: false }],
    })
    expect((await caller('GET', '/latchkey/rules')).json().version).toBe(0)
  })

  test('makes one version, and doing it again changes nothing', async () => {
    const first = await caller('POST', take, { body: body() })
    const read = await caller('GET', '/latchkey/rules')

    expect([first.statusCode, first.json().version]).toEqual([200, 1])
    expect(read.json()).toMatchObject({
      version: 1,
      conditionalAccess: [{ id: policy, conditions: { users: { excludeGroups: [group.groupId] } } }],
      methodsPolicy: { fido2: { excludeTargets: [{ id: group.groupId }] } },
    })
  })

  test('is refused while a group is nobody’s here', async () => {
    const shown = await caller('POST', check, { body: exported })
    const refused = await caller('POST', take, { body: exported })

    expect(shown.json().strangers).toMatchObject([
      { kind: 'group', id: theirGroup },
      { kind: 'group', id: theirGroup },
    ])
    expect(refused.statusCode).toBe(400)
    expect(refused.json().error.message).toContain(theirGroup)
    expect((await caller('GET', '/latchkey/rules')).json().version).toBe(0)
  })

  test('is refused as a whole where one part is wrong, by its place', async () => {
    const [location] = exported.namedLocations.value
    const wrong = { ...body(), namedLocations: [{ ...location, ipRanges: [{}] }] }

    const refused = await caller('POST', take, { body: wrong })

    expect([refused.statusCode, refused.json().error.innerError.path]).toEqual([
      400,
      'namedLocations[0].ipRanges[0].@odata.type',
    ])
  })

  test('puts nothing in the place of a built-in strength', async () => {
    const phishingResistant = '00000000-0000-0000-0000-000000000004'
    const answer = await caller('POST', take, {
      body: {
        authenticationStrengthPolicies: [
          { id: phishingResistant, displayName: 'Anything', allowedCombinations: ['password'] },
        ],
      },
    })

    expect([answer.statusCode, answer.json().error.innerError.path]).toEqual([
      400,
      'authenticationStrengthPolicies[0].id',
    ])
  })

  test('takes no less than changing each part by itself', async () => {
    const half = world.as(administrator, 'Policy.Read.All', 'Policy.ReadWrite.ConditionalAccess')
    const app = world.asApp('Policy.ReadWrite.ConditionalAccess')

    for (const each of [half, app]) {
      const refused = await each('POST', take, { body: body() })
      expect(refused.statusCode).toBe(403)
      expect(refused.json().error.message).toContain('Policy.ReadWrite.AuthenticationMethod')
    }
    const { authenticationMethodsPolicy: _, ...rest } = body()
    expect((await half('POST', take, { body: rest })).statusCode).toBe(200)
    expect((await half('POST', '/latchkey/rules/restore', { body: { version: 0 } })).statusCode).toBe(403)
  })

  test('that shuts people out says whom, and wants to hear it', async () => {
    const { authenticationMethodsPolicy: policyThere, ...rest } = body()
    const [, passkeys] = policyThere.authenticationMethodConfigurations
    const ben = await world.aPerson('ben')
    await world.givePasskey(ben)
    const narrow = {
      keyRestrictions: {
        isEnforced: true,
        enforcementType: 'block',
        aaGuids: ['2fc0579f-8113-47ea-b116-bb5a8db9202a'],
      },
      excludeTargets: [],
    }
    const asked = {
      ...rest,
      authenticationMethodsPolicy: {
        ...policyThere,
        authenticationMethodConfigurations: [{ ...passkeys, ...narrow }],
      },
    }
    await world.givePasskey(administrator, 'ee882879-721c-4913-9775-3dfcce97072a')

    const shown = (await caller('POST', check, { body: asked })).json()
    const refused = await caller('POST', take, { body: asked })
    const { value } = refused.json().error.innerError.acknowledge
    const made = await caller('POST', take, { body: asked, headers: { 'latchkey-acknowledge': value } })

    expect(shown).toMatchObject({ affectedCount: 1, affected: [{ id: ben.userId }] })
    expect([refused.statusCode, refused.json().error.code]).toEqual([409, 'wouldBlockUsers'])
    expect(shown.acknowledge.value).toBe(value)
    expect(made.statusCode).toBe(200)
  })
})

describe('asking what a request would do', () => {
  const blocking = {
    displayName: 'Nobody on the night shift',
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      users: { includeUsers: [], includeGroups: ['group'] },
      applications: { includeApplications: ['All'] },
    },
    grantControls: { operator: 'OR', builtInControls: ['block'] },
  }
  const forNight = (): object => ({
    ...blocking,
    conditions: { ...blocking.conditions, users: { includeUsers: [], includeGroups: [group.groupId] } },
  })
  const asked = (body: object) => ({
    request: { method: 'POST', url: '/identity/conditionalAccess/policies', body },
  })
  const nightShift = async (...names: readonly string[]) => {
    for (const name of names) {
      const person = await world.aPerson(name)
      await world.givePasskey(person)
      await addMember(world.deps, { ...operator, ...person, groupId: group.groupId })
    }
  }

  test('tells whom it would shut out, of everybody, and keeps nothing', async () => {
    await nightShift('ben', 'cleo')

    const answer = await caller('POST', check, { body: asked(forNight()) })

    expect(answer.json()).toMatchObject({
      changed: [{ kind: 'conditionalAccess', change: 'added' }],
      counts: { blocked: 2 },
      everybody: { satisfied: 1, blocked: 2 },
      affectedCount: 2,
      affected: [
        { displayName: 'ben', standing: 'blocked', standingBefore: 'satisfied', situation: null },
        { displayName: 'cleo' },
      ],
    })
    expect((await caller('GET', '/latchkey/rules')).json().conditionalAccess).toEqual([])
  })

  test('lists all of them, a page at a time', async () => {
    await nightShift('ben', 'cleo', 'dora')
    const body = asked(forNight())

    const first = (
      await caller('POST', '/latchkey/rules/check/people?standing=blocked&$top=2&$count=true', { body })
    ).json()
    const second = (await caller('POST', first['@odata.nextLink'].replace(/^.*\/v1\.0/, ''), { body })).json()
    const none = await caller('POST', '/latchkey/rules/check/people?standing=canEnrol', { body })

    expect(first['@odata.count']).toBe(3)
    const names = [...first.value, ...second.value].map(({ displayName }) => displayName)
    expect(names.toSorted()).toEqual(['ben', 'cleo', 'dora'])
    expect(second['@odata.nextLink']).toBeUndefined()
    expect(none.json().value).toEqual([])
  })

  test('is told what is wrong with it, as it would be', async () => {
    const wrong = await caller('POST', check, { body: asked({ displayName: 'Nothing' }) })
    const other = await caller('POST', check, {
      body: { request: { method: 'DELETE', url: '/users/ada@juniper.example' } },
    })

    expect([wrong.statusCode, other.statusCode]).toEqual([400, 400])
    expect(other.json().error.message).toContain('changes no rules')
  })

  test('takes what the request takes', async () => {
    const reader = world.as(administrator, 'Policy.ReadWrite.AuthenticationMethod')

    const answer = await reader('POST', check, { body: asked(forNight()) })

    expect(answer.statusCode).toBe(403)
  })
})

describe('the history of rules', () => {
  const location = (displayName: string) => ({
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    displayName,
    isTrusted: true,
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' }],
  })
  const locations = '/identity/conditionalAccess/namedLocations'

  test('tells who changed what and when, is compared, and leads back', async () => {
    const { id } = (await caller('POST', locations, { body: location('Office') })).json()
    await caller('PATCH', `${locations}/${id}`, { body: { displayName: 'Headquarters' } })

    const changes = await caller('GET', '/latchkey/rules/changes')
    const compared = await caller('GET', '/latchkey/rules/changes/compare(from=1,to=2)')
    const restored = await caller('POST', '/latchkey/rules/restore', {
      body: { version: 1, document: { kind: 'namedLocation', id } },
    })

    expect(changes.json().value).toMatchObject([
      { version: 2, change: 'changed', by: { kind: 'person', userId: administrator.userId } },
      { version: 1, change: 'added', displayName: 'Office' },
    ])
    expect(compared.json().value).toMatchObject([
      {
        id,
        properties: expect.arrayContaining([
          { path: 'displayName', before: 'Office', after: 'Headquarters' },
        ]),
      },
    ])
    expect(restored.json().version).toBe(3)
    expect((await caller('GET', `${locations}/${id}`)).json().displayName).toBe('Office')
  })

  test('comes a page at a time', async () => {
    for (const name of ['A', 'B', 'C']) await caller('POST', locations, { body: location(name) })

    const first = (await caller('GET', '/latchkey/rules/changes?$top=2')).json()
    const next = new URL(first['@odata.nextLink'])
    const second = await caller('GET', `${next.pathname.replace('/v1.0', '')}${next.search}`)

    expect(first.value.map(({ version }: { version: number }) => version)).toEqual([3, 2])
    expect(second.json().value).toMatchObject([{ version: 1 }])
    expect(second.json()).not.toHaveProperty('@odata.nextLink')
  })

  test('lets nobody change what they have not seen', async () => {
    await caller('POST', locations, { body: location('Office') })

    const stale = await caller('POST', locations, { body: location('Home'), headers: { 'if-match': '"0"' } })
    const fresh = await caller('POST', locations, { body: location('Home'), headers: { 'if-match': '"1"' } })

    expect([stale.statusCode, stale.json().error.innerError.code]).toEqual([409, 'rules_changed'])
    expect(fresh.statusCode).toBe(201)
  })
})

describe('a policy that leads people nowhere', () => {
  test('is kept, and the answer says where it leads', async () => {
    const answer = await caller('POST', '/identity/conditionalAccess/policies', {
      body: {
        displayName: 'Keys everywhere',
        state: 'enabledForReportingButNotEnforced',
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
    })

    expect([answer.statusCode, answer.headers['latchkey-warning']]).toEqual([
      201,
      'registration_not_excepted',
    ])
  })
})

describe('explaining a registration', () => {
  test('tells every fact, whom it leads to, and what each profile makes of it', async () => {
    const model = 'fa2b99dc-9e39-4257-8f92-4a30d23c4118'
    const authority = await makeAttestationAuthority('Somebody')
    const aaguid = new Uint8Array(Buffer.from(model.replaceAll('-', ''), 'hex'))
    const { client } = honestAuthenticator({ aaguid, attestation: await authority.issue({ aaguid }) })
    const { rpId } = world.deps.rp
    const credential = await client.create(
      {
        rp: { id: rpId, name: 'Latchkey' },
        user: { id: 'AQ', name: 'ann', displayName: 'Ann' },
        challenge: 'AAAAAAAAAAAAAAAAAAAAAA',
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        attestation: 'direct',
      },
      { origin: 'http://localhost:3000' },
    )
    const { attestationObject, clientDataJSON } = credential.response

    const answer = await caller('POST', '/latchkey/attestation/explain', {
      body: { attestationObject, clientDataJSON },
    })

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      format: 'packed',
      aaguid: model,
      verdict: { trusted: false, because: 'no_anchor_for_model' },
      profiles: [{ name: 'Default passkey profile' }],
    })
  })

  test('of what is none is refused by name', async () => {
    const answer = await caller('POST', '/latchkey/attestation/explain', {
      body: { attestationObject: 'AAAA' },
    })

    expect([answer.statusCode, answer.json().error.innerError.code]).toEqual([
      400,
      'attestation_object_malformed',
    ])
  })
})
