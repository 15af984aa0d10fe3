import type { Person } from '@latchkey/identity'
import { addPerson, createTenant, setPassword, setPersonEnabled } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

const root = '/reports/authenticationMethods'
const details = `${root}/userRegistrationDetails`
const yubiKey = '2fc0579f-8113-47ea-b116-bb5a8db9202a'
const ourAuthenticator = '67ebfe57-3a0a-417e-a8c7-4cfe2b10805d'
const windowsHello = '08987058-cadc-4b81-b6e1-30de50dcbe96'
const nobodys = '00000000-0000-0000-0000-000000000000'

let world: GraphWorld
let reader: Caller
let app: Caller
let people: Readonly<Record<string, Person>>
beforeAll(async () => {
  world = await openGraphWorld()
  app = world.asApp('AuditLog.Read.All')
  const [anna, ben, cleo, dora, emil, rosa] = [
    await world.aPerson('anna'),
    await world.aPerson('ben', 'helpDesk'),
    await world.aPerson('cleo', 'globalReader'),
    await world.aPerson('dora'),
    await world.aPerson('emil'),
    await world.aPerson('rosa', 'reportsReader'),
  ]
  people = { anna, ben, cleo, dora, emil, rosa }
  reader = world.as(rosa, 'AuditLog.Read.All')
  await givePasskey(anna, yubiKey, 'device')
  await givePasskey(anna, nobodys, 'synced')
  await givePasskey(anna, yubiKey, 'device')
  await givePasskey(ben, ourAuthenticator, 'device')
  await givePasskey(cleo, windowsHello, 'device')
  await giveCodes(dora)
  await givePasskey(emil, yubiKey, 'device')
  await setPersonEnabled(world.deps, { ...operator, ...emil, enabled: false })
  await setPassword(world.deps, { ...operator, ...dora, password: 'a long enough sentence' })

  const other = await createTenant(world.deps, { ...operator, displayName: 'Other', domain: 'other.example' })
  const who = { ...operator, tenantId: other.tenantId, displayName: 'Sam' }
  await givePasskey(await addPerson(world.deps, { ...who, userName: 'sam@other.example' }), yubiKey, 'device')
})
afterAll(() => world.close())

async function givePasskey({ tenantId, userId }: Person, aaguid: string, where: 'device' | 'synced') {
  await world.deps.stores.credentials.insert({
    tenantId,
    userId,
    id: world.deps.random(16),
    rpId: world.deps.rp.rpId,
    publicKey: world.deps.random(77),
    algorithm: -7,
    signCount: 0,
    transports: [],
    uvInitialized: true,
    backupEligible: where === 'synced',
    backupState: where === 'synced',
    aaguid,
    attestation: { format: 'none', type: 'none', trusted: false, evidence: 'none' },
    name: 'Passkey',
    createdAt: world.deps.now(),
    createdBy: 'self',
  })
}

async function giveCodes({ tenantId, userId }: Person) {
  await world.deps.stores.totps.insert({
    tenantId,
    userId,
    totpId: crypto.randomUUID(),
    name: 'Phone',
    sealedSecret: new Uint8Array([1]),
    lastStep: 0,
    createdAt: world.deps.now(),
  })
  await world.deps.stores.people.putDefaultMethod(tenantId, userId, 'totp')
}

/** The names of the users that a query finds. */
async function find(query: string): Promise<readonly string[]> {
  const search = new URLSearchParams(query).toString()
  const answer = await app('GET', `${details}?${search}`)
  expect([answer.statusCode, answer.json().error]).toEqual([200, undefined])
  return answer
    .json()
    .value.map((each: { userPrincipalName: string }) => each.userPrincipalName.split('@')[0])
}

const metadata = 'http://localhost:3000/v1.0/$metadata#'
const ofAnna = () => ({
  id: people['anna']?.userId,
  userPrincipalName: 'anna@juniper.example',
  userDisplayName: 'anna',
  userType: 'member',
  isAdmin: false,
  isSsprRegistered: false,
  isSsprEnabled: false,
  isSsprCapable: false,
  isMfaRegistered: true,
  isMfaCapable: true,
  isPasswordlessCapable: true,
  methodsRegistered: ['passKeyDeviceBound', 'passKeySynced'],
  isSystemPreferredAuthenticationMethodEnabled: false,
  systemPreferredAuthenticationMethods: [],
  userPreferredMethodForSecondaryAuthentication: 'none',
  lastUpdatedDateTime: '2026-03-02T09:00:00Z',
})

describe('who has registered what', () => {
  test('is listed by user name, without those who are switched off', async () => {
    const answer = await app('GET', details)

    expect(answer.json()).toEqual({
      '@odata.context': `${metadata}reports/authenticationMethods/userRegistrationDetails`,
      value: [
        ofAnna(),
        expect.objectContaining({
          userDisplayName: 'ben',
          isAdmin: true,
          methodsRegistered: ['passKeyDeviceBoundAuthenticator'],
        }),
        expect.objectContaining({ methodsRegistered: ['passKeyDeviceBoundWindowsHello'] }),
        expect.objectContaining({
          userDisplayName: 'dora',
          isMfaRegistered: true,
          isMfaCapable: true,
          isPasswordlessCapable: false,
          methodsRegistered: ['softwareOneTimePasscode'],
          userPreferredMethodForSecondaryAuthentication: 'oath',
        }),
        expect.objectContaining({ userDisplayName: 'rosa', isMfaCapable: false, methodsRegistered: [] }),
      ],
    })
  })

  test('is shown of one, by id or name, and in beta with the default method', async () => {
    const anna = await app('GET', `${details}/${people['anna']?.userId}`)
    expect(anna.json()).toEqual({
      '@odata.context': `${metadata}reports/authenticationMethods/userRegistrationDetails/$entity`,
      ...ofAnna(),
    })

    const dora = await app('GET', `/beta${details}/dora@juniper.example`)
    expect(dora.json()).toMatchObject({ defaultMfaMethod: 'softwareOneTimePasscode' })
    expect((await app('GET', `${details}/${people['emil']?.userId}`)).statusCode).toBe(404)
    expect((await app('GET', `${details}/sam@other.example`)).statusCode).toBe(404)
  })

  test.each([
    ['$filter=isMfaCapable eq false', ['rosa']],
    ['$filter=isAdmin eq true and isPasswordlessCapable eq true', ['ben', 'cleo']],
    ["$filter=methodsRegistered/any(x:x eq 'passKeySynced')", ['anna']],
    ["$filter=methodsRegistered/any(m:m eq 'softwareOneTimePasscode')", ['dora']],
    ["$filter=userPrincipalName eq 'cleo@juniper.example'", ['cleo']],
    ["$filter=userPrincipalName eq 'emil@juniper.example'", []],
    ["$filter=startswith(userDisplayName,'d')", ['dora']],
    ["$filter=userPreferredMethodForSecondaryAuthentication eq 'oath'", ['dora']],
    ['$orderby=userDisplayName desc', ['rosa', 'dora', 'cleo', 'ben', 'anna']],
    ['$top=2', ['anna', 'ben']],
    ['$top=1&$orderby=userPrincipalName desc', ['rosa']],
  ])('is found by %s', async (query, names) => {
    expect(await find(query)).toEqual(names)
  })

  test('is given page after page', async () => {
    const names: string[] = []
    let next: string | undefined = `${details}?$top=2&$select=userDisplayName`
    while (next !== undefined) {
      const page: { value: { userDisplayName: string }[]; '@odata.nextLink'?: string } = (
        await app('GET', next)
      ).json()
      expect(page.value.length).toBeLessThanOrEqual(2)
      names.push(...page.value.map(({ userDisplayName }) => userDisplayName))
      next = page['@odata.nextLink']?.replace('http://localhost:3000/v1.0', '')
    }

    expect(names).toEqual(['anna', 'ben', 'cleo', 'dora', 'rosa'])
  })

  test('is counted when that is asked', async () => {
    expect((await app('GET', `${details}?$count=true&$top=1`)).json()).toMatchObject({ '@odata.count': 5 })
  })

  test('cannot be asked about what it does not know', async () => {
    const answer = await app('GET', `${details}?$filter=${encodeURIComponent("mail eq 'x'")}`)

    expect(answer.json().error).toMatchObject({
      code: 'Request_UnsupportedQuery',
      message: expect.stringContaining("'mail'"),
    })
  })
})

describe('how many have registered what', () => {
  const byMethod = `${root}/usersRegisteredByMethod`
  const byFeature = `${root}/usersRegisteredByFeature`

  test('is counted by method', async () => {
    const answer = await reader('GET', byMethod)

    expect(answer.json()).toEqual({
      '@odata.context': `${metadata}microsoft.graph.userRegistrationMethodSummary`,
      totalUserCount: 5,
      userTypes: 'all',
      userRoles: 'all',
      userRegistrationMethodCounts: [
        { authenticationMethod: 'password', userCount: 1 },
        { authenticationMethod: 'softwareOneTimePasscode', userCount: 1 },
        { authenticationMethod: 'temporaryAccessPass', userCount: 0 },
        { authenticationMethod: 'passKeyDeviceBound', userCount: 1 },
        { authenticationMethod: 'passKeyDeviceBoundAuthenticator', userCount: 1 },
        { authenticationMethod: 'passKeyDeviceBoundWindowsHello', userCount: 1 },
        { authenticationMethod: 'passKeySynced', userCount: 1 },
      ],
    })
  })

  test.each([
    ["(includedUserTypes='all',includedUserRoles='all')", 5, 3, 4],
    ["(includedUserRoles='admin',includedUserTypes='member')", 3, 2, 2],
    ["(includedUserTypes='all',includedUserRoles='privilegedAdmin')", 1, 1, 1],
    ["(includedUserTypes='all',includedUserRoles='user')", 2, 1, 2],
    ["(includedUserTypes='guest',includedUserRoles='all')", 0, 0, 0],
    ['', 5, 3, 4],
    ['()', 5, 3, 4],
  ])('is counted by feature %s', async (asked, totalUserCount, passwordless, mfa) => {
    const answer = await reader('GET', `${byFeature}${asked}`)

    expect(answer.json()).toMatchObject({
      '@odata.context': `${metadata}microsoft.graph.userRegistrationFeatureSummary`,
      totalUserCount,
      userRegistrationFeatureCounts: [
        { feature: 'ssprRegistered', userCount: 0 },
        { feature: 'ssprEnabled', userCount: 0 },
        { feature: 'ssprCapable', userCount: 0 },
        { feature: 'passwordlessCapable', userCount: passwordless },
        { feature: 'mfaCapable', userCount: mfa },
      ],
    })
  })

  test('is refused for people that the report does not know, by the parameter', async () => {
    const answer = await reader('GET', `${byMethod}(includedUserTypes='robots',includedUserRoles='all')`)

    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.message).toContain("'includedUserTypes'")
  })
})

test('reports are for whoever may read reports, with the permission to', async () => {
  const { anna, cleo, rosa } = people
  if (anna === undefined || cleo === undefined || rosa === undefined) throw new Error('they are there')
  const status = async (caller: Caller, path: string) => (await caller('GET', path)).statusCode
  const own = `${details}/${anna.userId}`

  expect(await status(world.as(anna, 'AuditLog.Read.All'), details)).toBe(403)
  expect(await status(world.as(anna, 'AuditLog.Read.All'), own)).toBe(403)
  expect(await status(world.as(rosa, 'Policy.Read.All'), details)).toBe(403)
  expect(await status(world.as(cleo, 'AuditLog.Read.All'), details)).toBe(200)
  expect(await status(reader, own)).toBe(200)
  expect(await status(world.asApp('UserAuthenticationMethod.Read.All'), details)).toBe(403)
  // As elsewhere: the counts are not for apps.
  expect(await status(app, `${root}/usersRegisteredByMethod`)).toBe(403)
})
