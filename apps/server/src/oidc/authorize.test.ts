import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorize, newClient, type OidcWorld, openOidcWorld, signIn } from './test-oidc-world.ts'

let world: OidcWorld

beforeAll(async () => {
  world = await openOidcWorld()
})

afterAll(() => world.close())

describe('openid-client', () => {
  test('signs a person in with code and PKCE', async () => {
    const { client } = await newClient(world, world.tenant)
    const { session, cookies } = await signIn(world, world.person)

    const tokens = await authorize(world, client, cookies)

    expect(tokens.claims()).toMatchObject({
      sub: world.person.userId,
      oid: world.person.userId,
      tid: world.tenant.tenantId,
      ver: '2.0',
      name: 'Maria Example',
      preferred_username: 'maria@juniper.example',
      email: 'maria@juniper.example',
      sid: session.sessionId,
      acr: 'urn:latchkey:acr:phr',
      amr: ['fido', 'pop', 'user', 'mfa'],
    })
    const info = await oidc.fetchUserInfo(client, tokens.access_token, world.person.userId)
    expect(info).toMatchObject({ name: 'Maria Example' })
    expect(tokens.refresh_token).toBeUndefined()
  })
})
