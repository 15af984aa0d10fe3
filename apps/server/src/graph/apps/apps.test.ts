import { graphAppId, isAppSecret, type Person } from '@latchkey/identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

let world: GraphWorld
let app: Caller
let ben: Person
beforeAll(async () => {
  world = await openGraphWorld()
  app = world.asApp('Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All')
  ben = await world.aPerson('ben')
})
afterAll(() => world.close())

const metadata = 'http://localhost:3000/v1.0/$metadata#'
const roleId = 'aaaaaaaa-0000-4000-8000-000000000001'
const make = async (body: object) => await app('POST', '/applications', { body })
const made = async (body: object) => (await make({ displayName: 'Reports', ...body })).json()

describe('applications', () => {
  test('are made with no address where none is said, and with roles that are read', async () => {
    const body = { displayName: 'Plain', kind: 'web', initiateLoginUri: null, backchannelLogoutUri: null }
    const made = await app('POST', '/latchkey/apps', { body })
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({ initiateLoginUri: null, backchannelLogoutUri: null })

    const twice = [1, 2].map(() => ({ value: 'same', displayName: 'Same' }))
    const refused = await app('POST', '/latchkey/apps', { body: { ...body, roles: twice } })
    expect(refused.statusCode).toBe(400)
    const unnamed = await make({ displayName: 'X', appRoles: [{ value: 'two words', displayName: 'X' }] })
    expect(unnamed.statusCode).toBe(400)
  })

  test('are told what they are registered for, of what there is; the rest is refused by name', async () => {
    const optionalClaims = {
      idToken: [{ name: 'email', essential: true }, { name: 'upn' }],
      accessToken: [{ name: 'auth_time', source: null, additionalProperties: [] }],
    }
    const { id } = (await make({ displayName: 'Told', optionalClaims })).json()
    const shown = async () => (await app('GET', `/applications/${id}`)).json().optionalClaims

    const usual = { source: null, essential: false, additionalProperties: [] }
    expect(await shown()).toEqual({
      idToken: [
        { ...usual, name: 'email', essential: true },
        { ...usual, name: 'upn' },
      ],
      accessToken: [{ ...usual, name: 'auth_time' }],
      saml2Token: [],
    })
    const refused = async (idToken: readonly object[]) => {
      const answer = await app('PATCH', `/applications/${id}`, { body: { optionalClaims: { idToken } } })
      expect(answer.statusCode).toBe(400)
      return answer.json().error.message
    }
    expect(await refused([{ name: 'ctry' }])).toContain("'ctry'")
    await refused([{ name: 'email', source: 'user' }])
    await refused([{ name: 'upn', additionalProperties: ['include_externally_authenticated_upn'] }])
    await refused([{ name: 'upn' }, { name: 'upn' }])
    expect(await shown()).not.toBeNull()
    await app('PATCH', `/applications/${id}`, { body: { optionalClaims: null } })
    expect(await shown()).toBeNull()
  })

  test('are made of what they say, without a secret until one is asked for', async () => {
    const answer = await make({
      displayName: 'Reports',
      signInAudience: 'AzureADMyOrg',
      web: { redirectUris: ['https://reports.example/cb'] },
      appRoles: [
        {
          id: roleId,
          displayName: 'Reader',
          value: 'Reports.Read',
          allowedMemberTypes: ['User'],
          isEnabled: true,
        },
      ],
    })

    expect(answer.statusCode).toBe(201)
    const { id } = answer.json()
    expect(answer.json()).toMatchObject({
      '@odata.context': `${metadata}applications/$entity`,
      appId: id,
      identifierUris: [`api://${id}`],
      web: { redirectUris: ['https://reports.example/cb'] },
      spa: { redirectUris: [] },
      appRoles: [{ id: roleId, value: 'Reports.Read' }],
      passwordCredentials: [],
    })
    for (const path of [`/applications/${id}`, `/applications(appId='${id}')`]) {
      expect((await app('GET', path)).json()).toEqual(answer.json())
    }
  })

  test('get secrets, and lose them by the name of the secret', async () => {
    const { id } = await made({})
    const answer = await app('POST', `/applications/${id}/addPassword`, {
      body: { passwordCredential: { displayName: 'From a script' } },
    })

    expect(answer.statusCode).toBe(200)
    const { secretText, keyId } = answer.json()
    const kept = await world.deps.stores.apps.find(world.tenant.tenantId, id)
    expect(kept && isAppSecret(kept, secretText, world.deps.now())).toBe(true)
    const shown = (await app('GET', `/applications/${id}`)).json().passwordCredentials
    expect(shown).toMatchObject([{ keyId, secretText: null }])

    const remove = async () =>
      (await app('POST', `/applications/${id}/removePassword`, { body: { keyId } })).statusCode
    expect([await remove(), await remove()]).toEqual([204, 404])
  })

  test('change: a registration gets its addresses later', async () => {
    const { id } = await made({})
    const change = async (body: object) => (await app('PATCH', `/applications/${id}`, { body })).statusCode

    expect(await change({ web: { redirectUris: ['https://a.example/cb'] }, displayName: 'A' })).toBe(204)
    expect(await change({ displayName: 'B' })).toBe(204)
    expect((await app('GET', `/applications/${id}`)).json()).toMatchObject({
      displayName: 'B',
      web: { redirectUris: ['https://a.example/cb'] },
    })
    expect(await change({ spa: { redirectUris: ['https://a.example/cb'] } })).toBe(400)
    expect(await change({ web: { redirectUris: [] }, spa: { redirectUris: ['https://a.example/cb'] } })).toBe(
      204,
    )
    expect(await change({ web: { redirectUris: ['http://a.example/cb'] }, spa: { redirectUris: [] } })).toBe(
      400,
    )
    expect(await change({ keyCredentials: [] })).toBe(400)
    expect((await app('DELETE', `/applications/${id}`)).statusCode).toBe(204)
    expect((await app('GET', `/applications/${id}`)).statusCode).toBe(404)
  })

  test('of a program on a device', async () => {
    const answer = await made({ isFallbackPublicClient: true })

    expect(answer).toMatchObject({ isFallbackPublicClient: true, publicClient: { redirectUris: [] } })
    const { id } = answer
    expect((await app('POST', `/applications/${id}/addPassword`, { body: {} })).statusCode).toBe(400)
  })

  test('are for administrators, whatever the app may', async () => {
    const nobody = world.as(ben, 'Application.ReadWrite.All')

    expect((await nobody('GET', '/applications')).statusCode).toBe(403)
    expect((await nobody('POST', '/applications', { body: { displayName: 'X' } })).statusCode).toBe(403)
  })
})

describe('service principals', () => {
  test('are there with their applications, and those of the house too', async () => {
    const { id } = await made({})
    const principal = (await app('POST', '/servicePrincipals', { body: { appId: id } })).json()

    expect(principal).toMatchObject({ id, appId: id, accountEnabled: true, appRoleAssignmentRequired: false })
    const filter = `$filter=appId%20eq%20'${graphAppId}'`
    const [graph] = (await app('GET', `/servicePrincipals?${filter}`)).json().value
    expect(graph.displayName).toBe('Microsoft Graph')
    expect(graph.appRoles).toContainEqual(
      expect.objectContaining({ id: '246dd0d5-5bd0-4def-940b-0421030a5b68', value: 'Policy.Read.All' }),
    )
    expect((await app('GET', `/applications/${graphAppId}`)).statusCode).toBe(404)
    expect((await app('POST', '/servicePrincipals', { body: { appId: 'nobody' } })).statusCode).toBe(404)
  })

  test('are switched off, and opened to those who are assigned', async () => {
    const { id } = await made({})
    const body = { accountEnabled: 'false', appRoleAssignmentRequired: true }

    expect((await app('PATCH', `/servicePrincipals(appId='${id}')`, { body })).statusCode).toBe(204)
    expect((await app('GET', `/servicePrincipals/${id}`)).json()).toMatchObject({
      accountEnabled: false,
      appRoleAssignmentRequired: true,
    })
  })

  test('have people and groups assigned, once each', async () => {
    const { id } = await made({ appRoles: [{ id: roleId, displayName: 'Reader', value: 'Reports.Read' }] })
    const path = `/servicePrincipals/${id}/appRoleAssignedTo`
    const body = { principalId: ben.userId, resourceId: id, appRoleId: roleId }

    const answer = await app('POST', path, { body })
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      '@odata.context': `${metadata}appRoleAssignments/$entity`,
      principalType: 'User',
      principalDisplayName: 'ben',
      appRoleId: roleId,
      resourceDisplayName: 'Reports',
    })
    expect((await app('GET', path)).json().value).toHaveLength(1)

    const remove = async () => (await app('DELETE', `${path}/${answer.json().id}`)).statusCode
    expect([await remove(), await remove()]).toEqual([204, 404])
  })

  test('are permitted things at Graph by its own ids, and forbidden them again', async () => {
    const { id } = await made({})
    const path = `/servicePrincipals/${id}/appRoleAssignments`
    const body = {
      principalId: id,
      resourceId: graphAppId,
      appRoleId: '246dd0d5-5bd0-4def-940b-0421030a5b68',
    }

    const answer = await app('POST', path, { body })
    expect(answer.statusCode).toBe(201)
    expect((await app('GET', path)).json().value).toMatchObject([
      {
        id: 'Policy.Read.All',
        appRoleId: body.appRoleId,
        principalType: 'ServicePrincipal',
        resourceId: graphAppId,
      },
    ])
    expect((await app('POST', path, { body: { ...body, appRoleId: roleId } })).statusCode).toBe(400)
    expect((await app('POST', path, { body: { ...body, principalId: ben.userId } })).statusCode).toBe(400)

    const remove = async () => (await app('DELETE', `${path}/${answer.json().id}`)).statusCode
    expect([await remove(), await remove()]).toEqual([204, 404])
    // What lets an app register apps does not let it give them rights.
    const registrar = world.asApp('Application.ReadWrite.All')
    expect((await registrar('POST', path, { body })).statusCode).toBe(403)
  })

  test.each([
    [{ resourceId: 'other' }, 400],
    [{ appRoleId: 'bbbbbbbb-0000-4000-8000-000000000001' }, 400],
    [{ principalId: 'bbbbbbbb-0000-4000-8000-000000000001' }, 404],
  ])('take no assignment with %j', async (change, status) => {
    const { id } = await made({})
    const body = {
      principalId: ben.userId,
      resourceId: id,
      appRoleId: '00000000-0000-0000-0000-000000000000',
      ...change,
    }

    expect((await app('POST', `/servicePrincipals/${id}/appRoleAssignedTo`, { body })).statusCode).toBe(
      status,
    )
  })
})
