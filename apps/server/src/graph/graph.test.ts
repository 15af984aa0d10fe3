import { grantRole } from '@latchkey/identity/administer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  agreeForEverybody,
  authorize,
  newClient,
  newPerson,
  type OidcWorld,
  openOidcWorld,
  signIn,
} from '../oidc/test-oidc-world.ts'

let world: OidcWorld
let token: string
let cookies: string
beforeAll(async () => {
  world = await openOidcWorld()
  const { client, app } = await newClient(world, world.tenant, { consent: 'person' })
  const scopes = ['openid', 'User.ReadWrite.All', 'AuditLog.Read.All']
  await agreeForEverybody(world, app, scopes)
  const person = await newPerson(world, world.tenant, 'gina@juniper.example')
  await grantRole(world.deps, { ...person, actor: { kind: 'operator' }, role: 'globalAdministrator' })
  const signedIn = await signIn(world, person)
  cookies = String(signedIn.cookies)
  token = (await authorize(world, client, signedIn.cookies, { scope: scopes.join(' ') })).access_token
})
afterAll(() => world.close())

describe('the API on the server, with a token of the server', () => {
  test('answers who signed in, and lets them do what app and role allow together', async () => {
    const headers = { authorization: `Bearer ${token}` }
    const me = await world.app.inject({ url: '/v1.0/me', headers })
    expect(me.json()).toMatchObject({ userPrincipalName: 'gina@juniper.example' })
    expect(me.headers['request-id']).toBe(me.headers['x-correlation-id'])

    // A script sends neither Origin nor Sec-Fetch-Site.
    const made = await world.app.inject({
      method: 'POST',
      url: '/v1.0/users',
      headers,
      payload: { accountEnabled: true, displayName: 'Hugo', userPrincipalName: 'hugo@juniper.example' },
    })
    expect(made.statusCode).toBe(201)
    expect((await world.app.inject({ url: '/beta/auditLogs/signIns?$top=1', headers })).statusCode).toBe(200)
    expect((await world.app.inject({ url: '/v1.0/groups', headers })).statusCode).toBe(403)
  })

  test('counts no cookie, and tells another site’s page nothing', async () => {
    const answer = await world.app.inject({
      url: '/v1.0/me',
      headers: { cookie: cookies, origin: 'https://elsewhere.example' },
    })

    expect(answer.statusCode).toBe(401)
    expect(answer.json().error).toMatchObject({ code: 'InvalidAuthenticationToken' })
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
  })
})
