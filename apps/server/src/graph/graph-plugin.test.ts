import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphRoute } from './graph-route.ts'
import { type Caller, type GraphWorld, openGraphWorld } from './test-graph-world.ts'

const open = { delegated: ['Test'], application: ['Test'] }

/** Routes that show what reached them. */
const echoes: readonly GraphRoute[] = [
  {
    method: 'POST',
    path: '/echo/{thing}/parts/{part}',
    permissions: open,
    handle: async ({ keys, body }) => ({ status: 200, body: { keys, body } }),
  },
  {
    method: 'GET',
    path: '/echo/options(challengeTimeoutInMinutes={minutes},name={name})',
    permissions: open,
    versions: ['beta'],
    handle: async ({ keys }) => ({ status: 200, body: keys }),
  },
  {
    method: 'GET',
    path: '/echo/broken',
    permissions: open,
    handle: () => Promise.reject(new Error('the secret of the house')),
  },
]

let world: GraphWorld
let app: Caller
beforeAll(async () => {
  world = await openGraphWorld(echoes)
  app = world.asApp('Test', 'User.Read.All', 'User.ReadWrite.All')
})
afterAll(() => world.close())

describe('finding a route', () => {
  test.each([
    ['/echo/a%2Fb/parts/c', { thing: 'a/b', part: 'c' }],
    ['/ECHO/a/Parts/c', { thing: 'a', part: 'c' }],
    ["/echo('a')/parts('it''s')", { thing: 'a', part: "it's" }],
    ['/echo(a)/parts(c)', { thing: 'a', part: 'c' }],
    ['/echo/parts/parts/parts', { thing: 'parts', part: 'parts' }],
  ])('reads %s', async (path, keys) => {
    const answer = await app('POST', path, { body: { x: 1 } })

    expect(answer.json()).toEqual({ keys, body: { x: 1 } })
  })

  test("reads a function's parameters in any order, in the version that has it", async () => {
    const path = "/echo/Options(name='a,b=c',challengeTimeoutInMinutes=10)"
    const beta = await world.graph.inject({
      method: 'GET',
      url: `/beta${path}`,
      headers: { authorization: await tokenOf(app) },
    })

    expect(beta.json()).toEqual({ minutes: '10', name: 'a,b=c' })
    expect((await app('GET', path)).statusCode).toBe(404)
  })

  test.each([
    ['GET', '/nonsense', 404, 'ResourceNotFound', "Resource not found for the segment 'nonsense'."],
    ['GET', '/users/x/nonsense', 404, 'ResourceNotFound', "Resource not found for the segment 'nonsense'."],
    [
      'GET',
      '/users/x/directReports',
      501,
      'notImplemented',
      "'/users/x/directReports' is not implemented here.",
    ],
    ['POST', '/directoryRoles', 501, 'notImplemented', "'POST /directoryRoles' is not implemented here."],
    ['GET', '/sites', 501, 'notImplemented', "'/sites' is not implemented here."],
    ['GET', '/$metadata', 501, 'notImplemented', "'/$metadata' is not implemented here."],
    [
      'DELETE',
      '/users',
      405,
      'methodNotAllowed',
      "The HTTP method 'DELETE' is not allowed for the request target.",
    ],
  ] as const)('%s %s answers %i %s', async (method, path, status, code, message) => {
    const answer = await app(method, path)

    expect(answer.statusCode).toBe(status)
    expect(answer.json().error).toMatchObject({ code, message })
  })

  test('says which methods there are', async () => {
    expect((await app('DELETE', '/users')).headers['allow']).toBe('GET, POST')
    expect((await app('OPTIONS', '/users')).headers).not.toHaveProperty('access-control-allow-origin')
  })
})

describe('answering', () => {
  test('says whose request it was, in headers and in errors', async () => {
    const answer = await app('GET', '/nonsense', { headers: { 'client-request-id': 'from-a-script' } })

    expect(answer.headers).toMatchObject({
      'request-id': '99999999-0000-7000-8000-000000000001',
      'client-request-id': 'from-a-script',
      'odata-version': '4.0',
      date: 'Mon, 02 Mar 2026 09:00:00 GMT',
    })
    expect(answer.headers['content-type']).toContain('application/json;odata.metadata=minimal')
    expect(answer.json().error.innerError).toEqual({
      date: '2026-03-02T09:00:00',
      'request-id': '99999999-0000-7000-8000-000000000001',
      'client-request-id': 'from-a-script',
    })
  })

  test('names the request itself when the script did not, or wrote nonsense', async () => {
    const answer = await app('GET', '/nonsense', { headers: { 'client-request-id': '<script>' } })

    expect(answer.headers['client-request-id']).toBe('99999999-0000-7000-8000-000000000001')
  })

  test('tells nothing of a fault', async () => {
    const answer = await app('GET', '/echo/broken')

    expect(answer.statusCode).toBe(500)
    expect(answer.json().error).toMatchObject({
      code: 'generalException',
      message: 'An internal error occurred.',
    })
    expect(answer.body).not.toContain('secret')
  })
})

describe('letting in', () => {
  test('nobody without a token, whatever the cookies say', async () => {
    const answer = await world.graph.inject({
      method: 'GET',
      url: '/v1.0/users',
      cookies: { 'latchkey-session-x': 'y' },
    })

    expect(answer.statusCode).toBe(401)
    expect(answer.json().error.code).toBe('InvalidAuthenticationToken')
  })

  test('no app and no person without one of the permissions', async () => {
    const person = await world.aPerson('nora', 'globalAdministrator')

    for (const caller of [world.asApp('Group.Read.All'), world.as(person, 'Group.Read.All')]) {
      const answer = await caller('GET', '/users')
      expect(answer.statusCode).toBe(403)
      expect(answer.json().error).toMatchObject({
        code: 'Authorization_RequestDenied',
        message: 'Insufficient privileges to complete the operation.',
      })
    }
  })

  test('no person whose roles do not reach it, though the app may', async () => {
    const person = await world.aPerson('olga')
    const caller = world.as(person, 'User.Read.All', 'User.Read')

    expect((await caller('GET', '/users')).statusCode).toBe(403)
    // And nothing about who is there.
    expect((await caller('GET', '/users/nobody@juniper.example')).statusCode).toBe(403)
    const writing = world.as(person, 'User.ReadWrite.All')
    for (const name of ['nobody', 'nora']) {
      expect((await writing('PATCH', `/users/${name}@juniper.example`, { body: {} })).statusCode).toBe(403)
    }
    expect((await caller('GET', '/me')).statusCode).toBe(200)
    expect((await caller('GET', `/users/${person.userId}`)).statusCode).toBe(200)
  })

  test('an app is nobody, so it has no /me', async () => {
    const answer = await world.asApp('User.Read')('GET', '/me')

    expect(answer.statusCode).toBe(403)
  })

  test('a caller who asks too much is told when to come again', async () => {
    const caller = world.as(await world.aPerson('petra'), 'User.Read')
    let last = await caller('GET', '/nonsense')
    for (let asked = 1; asked < 601; asked++) last = await caller('GET', '/nonsense')

    expect(last.statusCode).toBe(429)
    expect(last.headers['retry-after']).toBe('1')
    expect(last.json().error.code).toBe('tooManyRequests')
    expect((await app('GET', '/users')).statusCode).toBe(200)
    world.clock.at = new Date(world.clock.at.getTime() + 1000)
    expect((await caller('GET', '/me')).statusCode).toBe(200)
  })
})

describe('reading a body', () => {
  test.each([
    ['no JSON', { body: '{' }, 400, 'BadRequest'],
    [
      'objects in objects without end',
      { body: `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}` },
      400,
      'BadRequest',
    ],
    ['lists in lists without end', { body: '['.repeat(100_000) + ']'.repeat(100_000) }, 400, 'BadRequest'],
    ['another type', { body: 'x', headers: { 'content-type': 'text/plain' } }, 415, 'unsupportedMediaType'],
    ['too much', { body: { x: 'x'.repeat(300_000) } }, 413, 'requestEntityTooLarge'],
    ['nothing', {}, 400, 'Request_BadRequest'],
    ['a list', { body: [] }, 400, 'Request_BadRequest'],
  ])('refuses %s', async (_, asked, status, code) => {
    const answer = await app('POST', '/users', asked)

    expect(answer.statusCode).toBe(status)
    expect(answer.json().error.code).toBe(code)
  })

  test('counts no brackets that stand in a text', async () => {
    const body = { x: `\\"${'[{'.repeat(1000)}` }

    expect((await app('POST', '/echo/a/parts/b', { body })).json().body).toEqual(body)
  })

  test('refuses a property it does not know by name', async () => {
    const body = {
      displayName: 'A',
      userPrincipalName: 'a@juniper.example',
      accountEnabled: true,
      shoeSize: 42,
    }

    expect((await app('POST', '/users', { body })).json().error.message).toBe(
      "The property 'shoeSize' does not exist or cannot be set here.",
    )
  })
})

describe('reading the query', () => {
  test.each([
    ['$top=0', "Invalid page size specified: '0'. Must be between 1 and 999 inclusive."],
    ['$top=1000', "Invalid page size specified: '1000'. Must be between 1 and 999 inclusive."],
    ['$apply=x', "The query parameter '$apply' is not supported."],
    ['$expand=manager', "The query option '$expand' is not supported here."],
    [
      '$select=shoeSize',
      "Parsing OData Select and Expand failed: Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.",
    ],
    ['$top=1&top=2', "Query parameter 'top' is specified, but it should be specified once."],
    [
      '$filter=shoeSize eq 42',
      "Unsupported or invalid query filter clause specified for property 'shoeSize' of resource 'user'.",
    ],
    ["$filter=displayName like 'a'", "Invalid filter clause: the operator 'like' is not supported."],
    ["$filter=displayName eq 'a", "Invalid filter clause: ''a' cannot be read."],
    [
      '$orderby=accountEnabled',
      "Unsupported or invalid query $orderby clause specified for property 'accountEnabled' of resource 'user'.",
    ],
    ['$skiptoken=abc', 'The $skiptoken is not one of this list.'],
    ['$count=perhaps', "Invalid value 'perhaps' for $count query option found."],
  ])('refuses %s', async (query, message) => {
    const answer = await app('GET', `/users?${query.replaceAll(' ', '%20')}`)

    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.message).toBe(message)
  })
})

describe('answering many requests at once', () => {
  test('answers each by itself, in order, and not what depends on a failure', async () => {
    const person = await world.aPerson('rosa')
    const answer = await app('POST', '/$batch', {
      body: {
        requests: [
          { id: '1', method: 'GET', url: `/users/${person.userId}?$select=id` },
          { id: '2', method: 'GET', url: '/nonsense' },
          { id: '3', method: 'GET', url: '/users', dependsOn: ['2'] },
          {
            id: '4',
            method: 'PATCH',
            url: `/users/${person.userId}`,
            headers: { 'Content-Type': 'application/json' },
            body: { displayName: 'Rosa' },
          },
        ],
      },
    })

    const { responses } = answer.json()
    expect(responses.map((each: { status: number }) => each.status)).toEqual([200, 404, 424, 204])
    expect(responses[0]).toMatchObject({ id: '1', body: { id: person.userId } })
    expect(responses[1].body.error.code).toBe('ResourceNotFound')
  })

  test.each([
    [
      'more than twenty',
      Array.from({ length: 21 }, (_, id) => ({ id: `${id}`, method: 'GET', url: '/users' })),
    ],
    ['two of an id', [1, 2].map(() => ({ id: '1', method: 'GET', url: '/users' }))],
    ['what depends on what comes later', [{ id: '1', method: 'GET', url: '/users', dependsOn: ['2'] }]],
    ['none', []],
  ])('refuses %s', async (_, requests) => {
    expect((await app('POST', '/$batch', { body: { requests } })).statusCode).toBe(400)
  })

  test('is no way around a permission, nor a batch in a batch', async () => {
    const requests = [
      { id: '1', method: 'GET', url: '/groups' },
      { id: '2', method: 'POST', url: '/$batch', body: { requests: [] } },
    ]
    const { responses } = (await app('POST', '/$batch', { body: { requests } })).json()

    expect(responses.map((each: { status: number }) => each.status)).toEqual([403, 400])
  })
})

/** The token a caller of these tests sends. */
async function tokenOf(caller: Caller): Promise<string> {
  const { raw } = await caller('GET', '/nonsense')
  return String(raw.req.headers['authorization'])
}
