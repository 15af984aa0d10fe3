import { issuePass, newId, type Person, type SignInRecord } from '@latchkey/identity'
import { addGroup, addMember, addPerson } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, callingApp, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let ada: Person
let app: Caller
beforeAll(async () => {
  world = await openGraphWorld()
  ada = await world.aPerson('ada')
  app = world.asApp('AuditLog.Read.All', 'Policy.Read.All')
})
afterAll(() => world.close())

const metadata = 'http://localhost:3000/v1.0/$metadata#'
const enc = (query: string) => query.replaceAll(' ', '%20')

async function logSignIn(change: Partial<SignInRecord> = {}): Promise<SignInRecord> {
  world.clock.at = new Date(world.clock.at.getTime() + 60_000)
  const record: SignInRecord = {
    tenantId: world.tenant.tenantId,
    signInId: newId(world.deps),
    at: world.clock.at,
    correlationId: newId(world.deps),
    outcome: 'success',
    code: '',
    method: 'passkey',
    userId: ada.userId,
    userName: ada.userName,
    clientId: callingApp,
    backupEligible: false,
    strength: 'phishingResistant',
    ipAddress: '192.0.2.7',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36',
    ...change,
  }
  await world.deps.stores.signIns.append(record)
  return record
}

describe('the sign-in log', () => {
  let good: SignInRecord
  let wrong: SignInRecord
  beforeAll(async () => {
    good = await logSignIn({
      decision: {
        access: {
          outcome: 'allowed',
          policies: [
            {
              policyId: 'p1',
              displayName: 'MFA for all',
              result: 'success',
              missing: [],
              grantControls: ['mfa'],
              sessionControls: [],
            },
          ],
        },
      },
    })
    wrong = await logSignIn({
      outcome: 'failure',
      code: 'sign_in_failed',
      method: 'password',
      strength: 'singleFactor',
    })
  })

  test('is given newest first, in Graph’s words', async () => {
    const answer = (await app('GET', '/auditLogs/signIns')).json()

    expect(answer['@odata.context']).toBe(`${metadata}auditLogs/signIns`)
    expect(answer.value.map((each: { id: string }) => each.id)).toEqual([wrong.signInId, good.signInId])
    expect(answer.value[1]).toMatchObject({
      createdDateTime: '2026-03-02T09:01:00Z',
      userDisplayName: 'ada',
      userPrincipalName: 'ada@juniper.example',
      userId: ada.userId,
      appId: callingApp,
      status: { errorCode: 0, failureReason: 'Other.', additionalDetails: null },
      conditionalAccessStatus: 'success',
      appliedConditionalAccessPolicies: [
        { id: 'p1', displayName: 'MFA for all', enforcedGrantControls: ['mfa'], result: 'success' },
      ],
      deviceDetail: { operatingSystem: 'Windows', browser: 'Chrome on Windows' },
    })
    expect(answer.value[0].status.errorCode).toBe(50126)
    expect(answer.value[0]).not.toHaveProperty('authenticationDetails')
  })

  test('tells the policies only to those who may read policies', async () => {
    const plain = world.asApp('AuditLog.Read.All')

    const [, shown] = (await plain('GET', '/auditLogs/signIns')).json().value
    expect(shown.appliedConditionalAccessPolicies).toBeNull()
  })

  test('says in beta how it was done', async () => {
    const beta = await world.graph.inject({
      method: 'GET',
      url: `/beta/auditLogs/signIns/${good.signInId}`,
      headers: (await app('GET', '/nonsense')).raw.req.headers,
    })

    expect(beta.json()).toMatchObject({
      '@odata.context': 'http://localhost:3000/beta/$metadata#auditLogs/signIns/$entity',
      authenticationRequirement: 'multiFactorAuthentication',
      authenticationMethodsUsed: ['Passkey (device-bound)'],
      authenticationDetails: [{ authenticationMethod: 'Passkey (device-bound)', succeeded: true }],
      signInEventTypes: ['interactiveUser'],
    })
  })

  test.each([
    [() => 'status/errorCode eq 50126', ['wrong']],
    [() => 'status/errorCode ne 0', ['wrong']],
    [() => `createdDateTime le ${good.at.toISOString()}`, ['good']],
    [() => `createdDateTime gt ${good.at.toISOString()}`, ['wrong']],
    [() => `userId eq '${ada.userId.toUpperCase()}' and status/errorCode eq 0`, ['good']],
    [() => "userPrincipalName eq 'ADA@juniper.example'", ['wrong', 'good']],
    [() => "startswith(userPrincipalName,'x')", []],
    [() => `appId eq '${callingApp}'`, ['wrong', 'good']],
    [() => `correlationId eq '${wrong.correlationId}'`, ['wrong']],
    [() => "conditionalAccessStatus eq 'success'", ['good']],
    [() => `userId eq 'x' or id eq '${good.signInId}'`, ['good']],
  ])('is filtered', async (filter, expected) => {
    const answer = await app(
      'GET',
      enc(`/auditLogs/signIns?$filter=${filter()}&$orderby=createdDateTime desc`),
    )

    const ids = answer
      .json()
      .value.map((each: { id: string }) => (each.id === good.signInId ? 'good' : 'wrong'))
    expect(ids).toEqual(expected)
  })

  test('goes on where the page before ended', async () => {
    const first = (await app('GET', '/auditLogs/signIns?$top=1&$select=id')).json()
    expect(first.value).toEqual([{ id: wrong.signInId }])
    const next = new URL(first['@odata.nextLink'])
    const second = (await app('GET', `/auditLogs/signIns${next.search}`)).json()
    expect(second.value).toEqual([{ id: good.signInId }])
    expect(second).not.toHaveProperty('@odata.nextLink')
  })

  test('is not given oldest first, nor to whoever may not read it', async () => {
    expect((await app('GET', enc('/auditLogs/signIns?$orderby=createdDateTime asc'))).statusCode).toBe(400)
    const helper = world.as(await world.aPerson('helen', 'helpDesk'), 'AuditLog.Read.All')
    const reader = world.as(await world.aPerson('rita', 'reportsReader'), 'AuditLog.Read.All')
    expect((await helper('GET', '/auditLogs/signIns')).statusCode).toBe(403)
    expect((await reader('GET', '/auditLogs/signIns')).statusCode).toBe(200)
    expect((await app('GET', `/auditLogs/signIns/${newId(world.deps)}`)).statusCode).toBe(404)
  })
})

describe('the audit log', () => {
  test('says who did what to whom', async () => {
    const grace = await world.aPerson('grace', 'globalAdministrator')
    const { tenantId } = world.tenant
    const actor = { kind: 'person', userId: grace.userId } as const
    const { groupId } = await addGroup(world.deps, { actor, tenantId, displayName: 'Pilots' })
    await addMember(world.deps, { actor, tenantId, groupId, userId: ada.userId })
    await issuePass(world.deps, { actor, tenantId, userId: ada.userId, ipAddress: '192.0.2.9' })

    const filter = enc(`$filter=initiatedBy/user/id eq '${grace.userId}'`)
    const { value } = (await app('GET', `/auditLogs/directoryAudits?${filter}`)).json()

    const named = value.map((each: { activityDisplayName: string }) => each.activityDisplayName)
    expect(named.toSorted()).toEqual(['Add group', 'Add member to group', 'Admin registered security info'])
    const issued = value.find((each: { category: string }) => each.category === 'UserManagement')
    expect(issued).toMatchObject({
      loggedByService: 'Authentication Methods',
      operationType: 'Add',
      result: 'success',
      initiatedBy: {
        user: {
          id: grace.userId,
          displayName: 'grace',
          userPrincipalName: 'grace@juniper.example',
          ipAddress: '192.0.2.9',
        },
        app: null,
      },
      targetResources: [{ id: ada.userId, type: 'User', userPrincipalName: 'ada@juniper.example' }],
    })
    expect((await app('GET', `/auditLogs/directoryAudits/${issued.id}`)).json()).toEqual({
      '@odata.context': `${metadata}auditLogs/directoryAudits/$entity`,
      ...issued,
    })
  })

  test('knows an app by its id, and us by our name', async () => {
    const { tenantId } = world.tenant
    await addGroup(world.deps, {
      actor: { kind: 'app', clientId: callingApp },
      tenantId,
      displayName: 'By an app',
    })
    await addPerson(world.deps, {
      ...operator,
      tenantId,
      userName: 'zoe@juniper.example',
      displayName: 'Zoe',
    })
    const find = async (filter: string) =>
      (await app('GET', enc(`/auditLogs/directoryAudits?$filter=${filter}`))).json().value

    expect(await find("targetResources/any(t:t/displayName eq 'By an app')")).toMatchObject([
      { initiatedBy: { user: null, app: { appId: callingApp } } },
    ])
    expect(await find("targetResources/any(t:t/userPrincipalName eq 'zoe@juniper.example')")).toMatchObject([
      {
        activityDisplayName: 'Add user',
        initiatedBy: { app: { appId: null, displayName: 'Latchkey operator' } },
      },
    ])
    expect(await find("loggedByService eq 'Core Directory' and category eq 'Policy'")).toEqual([])
  })
})
