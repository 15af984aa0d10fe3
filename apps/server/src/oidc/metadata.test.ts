import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OidcWorld, openOidcWorld } from './test-oidc-world.ts'

let world: OidcWorld

beforeAll(async () => {
  world = await openOidcWorld()
})

afterAll(() => world.close())

describe('metadata', () => {
  test.each([
    ['by its id', () => `/${world.tenant.tenantId}/v2.0/.well-known/openid-configuration`],
    ['by a domain of it', () => '/juniper.example/v2.0/.well-known/openid-configuration'],
    ['without the version', () => `/${world.tenant.tenantId}/.well-known/openid-configuration`],
  ])('of a tenant %s names the same issuer', async (_, path) => {
    const answer = await world.app.inject({ url: path(), headers: { origin: 'https://app.example' } })
    const { origin } = world.deps.config.url

    expect(answer.json()).toMatchObject({
      issuer: `${origin}/${world.tenant.tenantId}/v2.0`,
      authorization_endpoint: `${origin}/${world.tenant.tenantId}/oauth2/v2.0/authorize`,
      code_challenge_methods_supported: ['S256'],
    })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers['cache-control']).toMatch(/max-age=\d+/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test.each(['common', 'organizations'])('of %s has a place for the tenant in the issuer', async (name) => {
    const answer = await world.app.inject(`/${name}/v2.0/.well-known/openid-configuration`)
    const { origin } = world.deps.config.url
    expect(answer.json()).toMatchObject({
      issuer: `${origin}/{tenantid}/v2.0`,
      token_endpoint: `${origin}/${name}/oauth2/v2.0/token`,
    })
  })

  test.each(['nobody.example', '00000000-0000-4000-8000-000000000000', 'nobody'])(
    'of %s is not there',
    async (name) => {
      expect((await world.app.inject(`/${name}/v2.0/.well-known/openid-configuration`)).statusCode).toBe(404)
      expect((await world.app.inject(`/${name}/discovery/v2.0/keys`)).statusCode).toBe(404)
      expect((await world.app.inject(`/${name}/oauth2/v2.0/authorize`)).statusCode).toBe(404)
    },
  )

  test('of the instance is what MSAL asks for', async () => {
    const answer = await world.app.inject('/common/discovery/instance?api-version=1.1')
    const { host } = world.deps.config.url
    expect(answer.json()).toMatchObject({ metadata: [{ preferred_network: host, aliases: [host] }] })
  })

  test('of keys shows the public halves, and nothing else', async () => {
    const keys = await world.app.inject(`/${world.tenant.tenantId}/discovery/v2.0/keys`)
    expect(keys.json().keys).toHaveLength(2)
    expect(keys.body).not.toContain('"d"')
  })

  test('keeps its addresses whatever host the request names', async () => {
    const answer = await world.app.inject({
      url: `/${world.tenant.tenantId}/oauth2/v2.0/authorize?client_id=x`,
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', accept: 'text/html' },
    })
    expect(`${answer.body}${JSON.stringify(answer.headers)}`).not.toContain('evil.example')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })
})
