import type { Person } from '@latchkey/identity'
import { addGroup } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let app: Caller
let ada: Person
let ben: Person
beforeAll(async () => {
  world = await openGraphWorld()
  app = world.asApp('Directory.ReadWrite.All', 'User.ReadWrite.All', 'RoleManagement.ReadWrite.Directory')
  ada = await world.aPerson('ada', 'globalAdministrator')
  ben = await world.aPerson('ben')
})
afterAll(() => world.close())

const metadata = 'http://localhost:3000/v1.0/$metadata#'
const names = async (path: string) => {
  const answer = await app('GET', path)
  return answer
    .json()
    .value.map((user: { userPrincipalName: string }) => user.userPrincipalName.split('@')[0])
}

describe('users', () => {
  test('are shown as Graph shows them, by id or by name', async () => {
    const expected = {
      '@odata.context': `${metadata}users/$entity`,
      businessPhones: [],
      displayName: 'ben',
      givenName: null,
      jobTitle: null,
      mail: null,
      mobilePhone: null,
      officeLocation: null,
      preferredLanguage: null,
      surname: null,
      userPrincipalName: 'ben@juniper.example',
      id: ben.userId,
    }

    for (const key of [
      `/${ben.userId}`,
      `/${ben.userId.toUpperCase()}`,
      '/BEN@juniper.example',
      "('ben@juniper.example')",
    ]) {
      expect((await app('GET', `/users${key}`)).json()).toEqual(expected)
    }
  })

  test('show what is selected and say so', async () => {
    const answer = await app('GET', `/users/${ben.userId}?$select=id,accountenabled`)

    expect(answer.json()).toEqual({
      '@odata.context': `${metadata}users(id,accountEnabled)/$entity`,
      id: ben.userId,
      accountEnabled: true,
    })
  })

  test.each(['nobody@juniper.example', '00000000-0000-0000-0000-000000000000', 'nonsense'])(
    '%s is not there',
    async (key) => {
      const answer = await app('GET', `/users/${key}`)

      expect(answer.statusCode).toBe(404)
      expect(answer.json().error).toMatchObject({
        code: 'Request_ResourceNotFound',
        message: `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
      })
    },
  )

  test('are made, changed and removed', async () => {
    const made = await app('POST', '/users', {
      body: {
        accountEnabled: 'true',
        displayName: 'Cora Example',
        mailNickname: 'cora',
        userPrincipalName: 'Cora@juniper.example',
        passwordProfile: { password: 'a long enough sentence', forceChangePasswordNextSignIn: false },
      },
    })
    const { id, ...cora } = made.json()
    expect(made.statusCode).toBe(201)
    expect(made.headers['location']).toBe(`http://localhost:3000/v1.0/users/${id}`)
    expect(cora).toMatchObject({ displayName: 'Cora Example', userPrincipalName: 'cora@juniper.example' })

    const body = { '@odata.type': '#microsoft.graph.user', accountEnabled: false, surname: 'Example' }
    const changed = await app('PATCH', `/users/${id}`, { body })
    expect([changed.statusCode, changed.body]).toEqual([204, ''])
    const select = '$select=surname,accountEnabled'
    expect((await app('GET', `/users/${id}?${select}`)).json()).toMatchObject({
      surname: 'Example',
      accountEnabled: false,
    })

    const [written] = await world.deps.stores.audit.list(world.tenant.tenantId, {
      limit: 1,
      activity: 'person_changed',
    })
    expect(written?.actor).toEqual({ kind: 'app', clientId: '11111111-0000-7000-8000-000000000001' })
    expect((await app('DELETE', `/users/${id}`)).statusCode).toBe(204)
    expect((await app('GET', `/users/${id}`)).statusCode).toBe(404)
  })

  test.each([
    [{ userPrincipalName: 'ben@juniper.example' }, 409, 'Request_MultipleObjectsWithSameKeyValue', ''],
    [{ userPrincipalName: 'x@elsewhere.example' }, 400, 'Request_BadRequest', "property 'userPrincipalName'"],
    [
      { passwordProfile: { password: 'a long enough sentence', forceChangePasswordNextSignIn: true } },
      400,
      'Request_BadRequest',
      'forceChange',
    ],
    [{ accountEnabled: 'perhaps' }, 400, 'Request_BadRequest', "property 'accountEnabled'"],
  ])('are not made of %j', async (change, status, code, message) => {
    const body = { accountEnabled: true, displayName: 'D', userPrincipalName: 'd@juniper.example', ...change }
    const answer = await app('POST', '/users', { body })

    expect(answer.statusCode).toBe(status)
    expect(answer.json().error.code).toBe(code)
    expect(answer.json().error.message).toContain(message)
  })

  test('are not changed by whoever may not, though the app may', async () => {
    const helper = world.as(await world.aPerson('helen', 'helpDesk'), 'User.ReadWrite.All')
    const guardian = world.as(await world.aPerson('gus', 'authenticationAdministrator'), 'User.ReadWrite.All')
    const off = { body: { accountEnabled: false } }

    expect((await helper('PATCH', `/users/${ben.userId}`, off)).statusCode).toBe(403)
    expect((await guardian('PATCH', `/users/${ada.userId}`, off)).statusCode).toBe(403)
    expect((await guardian('PATCH', `/users/${ben.userId}`, off)).statusCode).toBe(204)
    expect(
      (await guardian('PATCH', `/users/${ben.userId}`, { body: { accountEnabled: true } })).statusCode,
    ).toBe(204)
    expect((await guardian('DELETE', `/users/${ben.userId}`)).statusCode).toBe(403)
  })

  test('the last administrator stays', async () => {
    const answer = await app('DELETE', `/users/${ada.userId}`)

    expect(answer.statusCode).toBe(409)
    expect(answer.json().error.innerError.code).toBe('last_administrator')
  })

  test('lose their sessions when they are revoked', async () => {
    const session = await world.aSession(ben)
    const answer = await app('POST', `/users/${ben.userId}/revokeSignInSessions`)

    expect(answer.json()).toEqual({ '@odata.context': `${metadata}Edm.Boolean`, value: true })
    expect(await world.deps.stores.sessions.find(ben.tenantId, session.sessionId)).toMatchObject({
      endedBecause: 'revoked_by_administrator',
    })
  })
})

describe('listing users', () => {
  beforeAll(async () => {
    for (const name of ['lena', 'lars', 'liam']) await world.aPerson(name)
  })

  test.each([
    ["$filter=startswith(userPrincipalName,'l')", ['lars', 'lena', 'liam']],
    ["$filter=userPrincipalName eq 'LENA@juniper.example'", ['lena']],
    ["$filter=userPrincipalName eq 'nobody@juniper.example'", []],
    ["$filter=displayName eq 'lars' and accountEnabled eq true", ['lars']],
    ["$filter=displayName in ('lars','liam')&$orderby=displayName desc", ['liam', 'lars']],
    ['$search="displayName:le"', ['lena']],
  ])('%s', async (query, expected) => {
    expect(await names(`/users?${query.replaceAll(' ', '%20')}`)).toEqual(expected)
  })

  test('goes on where the page before ended, and counts when asked', async () => {
    const filter = "$filter=startswith(displayName,'l')"
    const first = (await app('GET', `/users?${filter}&$top=2`)).json()
    expect(first.value).toHaveLength(2)
    const link = new URL(first['@odata.nextLink'])
    expect(link.searchParams.get('$top')).toBe('2')
    const second = (await app('GET', `/users${link.search}`)).json()
    expect(second.value.map((user: { displayName: string }) => user.displayName)).toEqual(['liam'])
    expect(second).not.toHaveProperty('@odata.nextLink')

    const headers = { consistencylevel: 'eventual' }
    const counted = (await app('GET', `/users?${filter}&$count=true&$top=1`, { headers })).json()
    expect(counted['@odata.count']).toBe(3)
    expect(counted['@odata.context']).toBe(`${metadata}users`)
    const next = new URL(counted['@odata.nextLink'])
    expect((await app('GET', `/users${next.search}`)).json().value[0].displayName).toBe('lena')
  })

  test('takes a place of another question for none', async () => {
    const first = (await app('GET', '/users?$top=1')).json()
    const token = new URL(first['@odata.nextLink']).searchParams.get('$skiptoken')

    const filter = "$filter=startswith(displayName,'l')"
    expect((await app('GET', `/users?${filter}&$skiptoken=${token}`)).statusCode).toBe(400)
    expect((await app('GET', `/groups?$skiptoken=${token}`)).statusCode).toBe(400)
  })
})

describe('groups', () => {
  test('are made, found, changed and removed', async () => {
    const made = await app('POST', '/groups', {
      body: {
        displayName: 'Pilots',
        description: 'First',
        mailEnabled: false,
        mailNickname: 'p',
        securityEnabled: true,
      },
    })
    const { id } = made.json()
    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({
      '@odata.context': `${metadata}groups/$entity`,
      displayName: 'Pilots',
      description: 'First',
      groupTypes: [],
      securityEnabled: true,
    })

    expect(
      (await app('PATCH', `/groups/${id}`, { body: { displayName: 'Crew', description: null } })).statusCode,
    ).toBe(204)
    const found = await app('GET', "/groups?$filter=displayName%20eq%20'crew'&$select=id,description")
    expect(found.json()).toEqual({
      '@odata.context': `${metadata}groups(id,description)`,
      value: [{ id, description: null }],
    })
    expect((await app('DELETE', `/groups/${id}`)).statusCode).toBe(204)
    expect((await app('GET', `/groups/${id}`)).statusCode).toBe(404)
  })

  test('are only what ours are', async () => {
    const body = { displayName: 'Team', mailEnabled: false, securityEnabled: true, groupTypes: ['Unified'] }

    expect((await app('POST', '/groups', { body })).statusCode).toBe(400)
  })

  test('have members that come and go by reference', async () => {
    const { groupId } = await addGroup(world.deps, {
      ...operator,
      tenantId: world.tenant.tenantId,
      displayName: 'Members',
    })
    const path = `/groups/${groupId}/members`
    const body = { '@odata.id': `https://graph.microsoft.com/v1.0/directoryObjects/${ben.userId}` }

    expect((await app('POST', `${path}/$ref`, { body })).statusCode).toBe(204)
    expect((await app('POST', `${path}/$ref`, { body })).json().error.message).toContain('already exist')
    const members = (await app('GET', path)).json()
    expect(members['@odata.context']).toBe(`${metadata}directoryObjects`)
    expect(members.value).toMatchObject([{ '@odata.type': '#microsoft.graph.user', id: ben.userId }])
    expect((await app('GET', `/users/${ben.userId}/memberOf`)).json().value).toMatchObject([
      { '@odata.type': '#microsoft.graph.group', id: groupId },
    ])

    expect((await app('DELETE', `${path}/${ben.userId}/$ref`)).statusCode).toBe(204)
    expect((await app('DELETE', `${path}/${ben.userId}/$ref`)).statusCode).toBe(404)
    expect((await app('GET', path)).json().value).toEqual([])
  })

  test.each([
    [{ '@odata.id': 'https://graph.microsoft.com/v1.0/groups/1' }, 400],
    [{ '@odata.id': 'https://graph.microsoft.com/v1.0/users/%E0%A4%A' }, 400],
    [{ '@odata.id': 'https://graph.microsoft.com/v1.0/users/00000000-0000-7000-8000-000000000000' }, 404],
    [{}, 400],
  ])('take no %j for a member', async (body, status) => {
    const { groupId } = await addGroup(world.deps, {
      ...operator,
      tenantId: world.tenant.tenantId,
      displayName: `Group ${crypto.randomUUID()}`,
    })

    expect((await app('POST', `/groups/${groupId}/members/$ref`, { body })).statusCode).toBe(status)
  })
})

describe('roles', () => {
  const helpDesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8'

  test('are all there, by id and by template', async () => {
    const { value } = (await app('GET', '/directoryRoles')).json()
    expect(value).toHaveLength(11)

    for (const path of [`/directoryRoles/${helpDesk}`, `/directoryRoles(roleTemplateId='${helpDesk}')`]) {
      expect((await app('GET', path)).json()).toMatchObject({
        '@odata.context': `${metadata}directoryRoles/$entity`,
        displayName: 'Helpdesk Administrator',
        roleTemplateId: helpDesk,
      })
    }
    expect((await app('GET', '/directoryRoleTemplates')).json().value[0]).not.toHaveProperty('roleTemplateId')
    expect((await app('GET', '/directoryRoles/nonsense')).statusCode).toBe(404)
  })

  test('are given and taken', async () => {
    const path = `/directoryRoles(roleTemplateId='${helpDesk}')/members`
    const body = { '@odata.id': `http://localhost:3000/v1.0/users('${ben.userName}')` }

    expect((await app('POST', `${path}/$ref`, { body })).statusCode).toBe(204)
    expect((await app('GET', path)).json().value).toContainEqual(expect.objectContaining({ id: ben.userId }))
    expect((await app('GET', `/users/${ben.userId}/memberOf`)).json().value).toMatchObject([
      { '@odata.type': '#microsoft.graph.directoryRole', roleTemplateId: helpDesk },
    ])
    expect((await app('DELETE', `${path}/${ben.userId}/$ref`)).statusCode).toBe(204)
    expect((await app('DELETE', `${path}/${ben.userId}/$ref`)).statusCode).toBe(404)
  })
})

describe('the organisation', () => {
  test('says who it is, and its domains', async () => {
    const { value } = (await app('GET', '/organization')).json()

    expect(value).toMatchObject([
      { id: world.tenant.tenantId, displayName: 'Juniper', verifiedDomains: [{ name: 'juniper.example' }] },
    ])
    expect((await app('GET', `/organization/${world.tenant.tenantId}`)).json()).toMatchObject({
      displayName: 'Juniper',
    })
    expect((await app('GET', '/domains/JUNIPER.example')).json()).toMatchObject({
      '@odata.context': `${metadata}domains/$entity`,
      id: 'juniper.example',
      isDefault: true,
    })
    expect((await app('GET', '/domains/other.example')).statusCode).toBe(404)
  })
})
