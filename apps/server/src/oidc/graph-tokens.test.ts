import { commandLineAppId, graphAppId, permitApp } from '@latchkey/identity'
import { changeApp } from '@latchkey/identity/administer'
import { administratorRoles, graphPermissionNames } from '@latchkey/policy'
import * as oidc from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  agreeForEverybody,
  authorize,
  browse,
  newApp,
  newAuthorization,
  newClient,
  newCommandLine,
  newPerson,
  type OidcWorld,
  openOidcWorld,
  payloadOf,
  press,
  signIn,
} from './test-oidc-world.ts'

let world: OidcWorld

beforeAll(async () => {
  world = await openOidcWorld()
})

afterAll(() => world.close())

const actor = { kind: 'operator' } as const
const asksPeople = { consent: 'person' } as const

/** Somebody who administers, signed in. */
async function newAdministrator(name: string) {
  const person = await newPerson(world, world.tenant, `${name}@juniper.example`)
  await world.deps.stores.roles.insert(person.tenantId, person.userId, 'globalAdministrator')
  return { person, ...(await signIn(world, person)) }
}

/** Ask in a browser, press a button on the page that asks, and go on. */
async function ask(client: oidc.Configuration, cookies: Map<string, string>, scope: string) {
  const { address, checks } = await newAuthorization(client, { scope })
  const page = await browse(world, cookies, address)
  const press_ = async (answer: 'yes' | 'no') => {
    const { navigate } = await press(world, cookies, `${page.url.pathname}/consent`, answer)
    return await browse(world, cookies, new URL(navigate, address))
  }
  const accept = async () => await oidc.authorizationCodeGrant(client, (await press_('yes')).url, checks)
  return { page, press: press_, accept }
}

describe('a token for Graph', () => {
  test('says who, how they signed in, what was agreed to, and what they administer', async () => {
    const { client, app } = await newClient(world, world.tenant, asksPeople)
    const { person, session, cookies } = await newAdministrator('grace')
    await agreeForEverybody(world, app, ['openid', 'User.Read', 'Policy.Read.All'])

    const tokens = await authorize(world, client, cookies, { scope: 'openid Policy.Read.All User.Read' })

    expect(payloadOf(tokens.access_token)).toMatchObject({
      aud: graphAppId,
      iss: `${world.deps.config.url.origin}/${world.tenant.tenantId}/v2.0`,
      tid: world.tenant.tenantId,
      azp: app.clientId,
      appid: app.clientId,
      oid: person.userId,
      sub: person.userId,
      sid: session.sessionId,
      scp: 'Policy.Read.All User.Read',
      wids: [administratorRoles.globalAdministrator],
      acr: 'urn:latchkey:acr:phr',
      amr: expect.arrayContaining(['mfa']),
      ver: '2.0',
    })
  })

  test.each([
    ['bare', () => 'User.Read'],
    ['behind the address of Graph', () => 'https://graph.microsoft.com/User.Read'],
    ['behind that and a slash of the client’s', () => 'https://graph.microsoft.com//User.Read'],
    ['behind our address', () => `${world.deps.config.url.origin}/User.Read`],
    ['behind its id', () => `api://${graphAppId}/User.Read`],
  ])('is given for a scope that is spelt %s, and gives it back as it was spelt', async (_, spell) => {
    const { client, app } = await newClient(world, world.tenant, asksPeople)
    await agreeForEverybody(world, app, ['openid', 'User.Read'])
    const { cookies } = await signIn(world, world.person)

    const tokens = await authorize(world, client, cookies, { scope: `openid ${spell()}` })

    expect(payloadOf(tokens.access_token)).toMatchObject({ aud: graphAppId, scp: 'User.Read' })
    expect(tokens.scope?.split(' ')).toContain(spell())
  })

  test.each([
    ['graph.microsoft.com', () => 'https://graph.microsoft.com/.default'],
    ['our address', () => `${world.deps.config.url.origin}/.default`],
  ])('has all that was agreed, for the .default of %s', async (_, spell) => {
    const { client, app } = await newClient(world, world.tenant, asksPeople)
    await agreeForEverybody(world, app, ['openid', 'User.Read.All', 'Group.Read.All'])
    const { cookies } = await signIn(world, world.person)

    const tokens = await authorize(world, client, cookies, { scope: `openid ${spell()}` })

    expect(payloadOf(tokens.access_token).scp).toBe('Group.Read.All User.Read.All')
  })

  test('loses what is taken back with the next refresh', async () => {
    const { client, app } = await newClient(world, world.tenant, asksPeople)
    const scope = 'openid offline_access User.Read Group.Read.All'
    await agreeForEverybody(world, app, scope.split(' '))
    const { cookies } = await signIn(world, world.person)
    const tokens = await authorize(world, client, cookies, { scope })
    await world.deps.stores.consents.remove(app.tenantId, app.clientId, '')
    await agreeForEverybody(world, app, ['openid', 'User.Read'])

    const renewed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')

    expect(payloadOf(tokens.access_token).scp).toBe('Group.Read.All User.Read')
    expect(payloadOf(renewed.access_token).scp).toBe('User.Read')
  })

  test('is not given for a scope that is not there, by whatever address', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client, {
      scope: 'openid https://graph.microsoft.com/Mail.Read',
    })

    const { url } = await browse(world, cookies, address)

    expect(url.searchParams.get('error')).toBe('invalid_scope')
  })

  test('is not given for another’s address', async () => {
    const { client } = await newClient(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const scope = 'openid https://vault.example/User.Read'

    const tokens = await authorize(world, client, cookies, { scope })

    expect(tokens.access_token.split('.')).toHaveLength(1)
  })
})

describe('agreeing to scopes of Graph', () => {
  test('is people’s own where it is about themselves, in words', async () => {
    const { client } = await newClient(world, world.tenant, asksPeople)
    const { cookies } = await signIn(world, world.person)

    const { page, accept } = await ask(client, cookies, 'openid User.Read')

    expect(page.body).toContain('See your account and the groups you are in')
    expect(payloadOf((await accept()).access_token).scp).toBe('User.Read')
  })

  test.each([
    ['by an app that asks people', asksPeople],
    ['by an app that asks nobody', { consent: 'none' } as const],
  ])('is not theirs where it is about everybody: %s', async (_, more) => {
    const { client, app } = await newClient(world, world.tenant, more)
    const { cookies } = await signIn(world, world.person)

    const { page, press } = await ask(client, cookies, 'openid Policy.ReadWrite.AuthenticationMethod')
    const after = await press('yes')

    expect(page.body).toContain('An administrator must agree first')
    expect(page.body).toContain('Change which sign-in methods people may use')
    expect(after.body).toContain('An administrator must agree first')
    const kept = await world.deps.stores.consents.list(app.tenantId, app.clientId, world.person.userId)
    expect(kept).toEqual([])
  })

  test('an administrator agrees for themselves, and for nobody else', async () => {
    const { client } = await newClient(world, world.tenant, asksPeople)
    const { cookies } = await newAdministrator('ada')

    const asked = await ask(client, cookies, 'openid Policy.ReadWrite.AuthenticationMethod')
    const tokens = await asked.accept()
    const other = await ask(
      client,
      (await signIn(world, world.person)).cookies,
      'openid Policy.ReadWrite.AuthenticationMethod',
    )

    expect(payloadOf(tokens.access_token).scp).toBe('Policy.ReadWrite.AuthenticationMethod')
    expect(other.page.body).toContain('An administrator must agree first')
  })

  test('everything has words of its own', async () => {
    const { client } = await newClient(world, world.tenant, asksPeople)
    const { cookies } = await newAdministrator('olive')

    const { page } = await ask(client, cookies, ['openid', ...graphPermissionNames].join(' '))

    expect(page.body.match(/<li>/g)).toHaveLength(graphPermissionNames.length + 1)
  })
})

describe('an app that calls Graph for itself', () => {
  const everything = { scope: 'https://graph.microsoft.com/.default' }

  test('has what an administrator granted it, and nothing else', async () => {
    const { client, app } = await newClient(world, world.tenant, { kind: 'daemon' })
    const { tenantId, clientId } = app
    const before = await oidc.clientCredentialsGrant(client, everything)
    await permitApp(world.deps, {
      tenantId,
      clientId,
      permissions: ['Policy.Read.All', 'AuditLog.Read.All'],
      actor,
    })

    const tokens = await oidc.clientCredentialsGrant(client, everything)

    expect(payloadOf(before.access_token)).not.toHaveProperty('roles')
    expect(payloadOf(tokens.access_token)).toMatchObject({
      aud: graphAppId,
      azp: clientId,
      sub: clientId,
      idtyp: 'app',
      roles: ['AuditLog.Read.All', 'Policy.Read.All'],
    })
    expect(payloadOf(tokens.access_token)).not.toHaveProperty('scp')
  })

  test('does not name what it wants', async () => {
    const { client } = await newClient(world, world.tenant, { kind: 'daemon' })
    const scope = 'https://graph.microsoft.com/Policy.Read.All'
    await expect(oidc.clientCredentialsGrant(client, { scope })).rejects.toMatchObject({
      error: 'invalid_scope',
    })
  })

  test('is not helped by what people agreed to', async () => {
    const { client, app } = await newClient(world, world.tenant, asksPeople)
    await agreeForEverybody(world, app, ['Policy.Read.All'])

    const tokens = await oidc.clientCredentialsGrant(client, everything)

    expect(payloadOf(tokens.access_token)).not.toHaveProperty('roles')
  })

  test('is granted it by an administrator, on a page that says what', async () => {
    const { client, app } = await newClient(world, world.tenant, { kind: 'daemon', displayName: 'Nightly' })
    const { cookies } = await newAdministrator('agnes')
    const scope = encodeURIComponent('https://graph.microsoft.com/Policy.Read.All')
    const path = `/${world.tenant.tenantId}/v2.0/adminconsent?client_id=${app.clientId}&scope=${scope}`
    const address = new URL(path, world.deps.config.url)

    const page = await browse(world, cookies, address)
    const { navigate } = await press(world, cookies, path, 'yes')
    const end = await browse(world, cookies, new URL(navigate, address))
    const tokens = await oidc.clientCredentialsGrant(client, everything)

    expect(page.body).toContain('Read your organisation’s policies: by itself, with nobody signed in')
    expect(end.status).toBe(200)
    expect(payloadOf(tokens.access_token).roles).toEqual(['Policy.Read.All'])
  })

  test.each([
    ['what is there in people’s names only', 'User.Read'],
    ['what is not there', 'https://graph.microsoft.com/Mail.Read'],
    ['everything', 'https://graph.microsoft.com/.default'],
  ])('is not granted %s', async (_, scope) => {
    const { app } = await newApp(world, world.tenant, { kind: 'daemon' })
    const { cookies } = await newAdministrator(`anna${scope.length}`)
    const path = `/${world.tenant.tenantId}/v2.0/adminconsent?client_id=${app.clientId}&scope=${encodeURIComponent(scope)}`

    const page = await browse(world, cookies, new URL(path, world.deps.config.url))

    expect(page.status).toBe(400)
  })
})

describe('the client of command lines', () => {
  test.each(['http://localhost:51234/', 'http://127.0.0.1:51235/', 'http://[::1]:51236/'])(
    'is there of itself, and is answered at %s',
    async (redirect) => {
      const client = await newCommandLine(world, world.tenant)
      const { cookies } = await newAdministrator(`cora${new URL(redirect).port}`)
      const { address, checks } = await newAuthorization(client, {
        redirect_uri: redirect,
        scope: 'openid offline_access Policy.ReadWrite.AuthenticationMethod',
      })

      const page = await browse(world, cookies, address)
      const { navigate } = await press(world, cookies, `${page.url.pathname}/consent`, 'yes')
      const { url } = await browse(world, cookies, new URL(navigate, address))
      const tokens = await oidc.authorizationCodeGrant(client, url, checks)
      const renewed = await oidc.refreshTokenGrant(client, tokens.refresh_token ?? '')

      expect(page.body).toContain('Microsoft Graph Command Line Tools')
      expect(url.host).toBe(new URL(redirect).host)
      for (const { access_token: token } of [tokens, renewed]) {
        expect(payloadOf(token)).toMatchObject({
          aud: graphAppId,
          appid: commandLineAppId,
          scp: 'Policy.ReadWrite.AuthenticationMethod',
        })
      }
    },
  )

  test.each([
    'http://localhost.evil.example:1/',
    'https://localhost:1',
    'http://localhost:1/elsewhere',
    'http://127.0.0.2:1',
  ])('is not answered at %s', async (redirect) => {
    const client = await newCommandLine(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client, { redirect_uri: redirect })

    const { url, status } = await browse(world, cookies, address)

    expect(url.host).toBe(world.deps.config.url.host)
    expect(status).toBe(400)
  })

  test('gets tokens for Graph alone', async () => {
    const { app: api } = await newApp(world, world.tenant)
    const client = await newCommandLine(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const { address } = await newAuthorization(client, {
      redirect_uri: 'http://localhost:1',
      scope: `openid api://${api.clientId}/access_as_user`,
    })

    const { url } = await browse(world, cookies, address)

    expect(url.searchParams.get('error')).toBe('invalid_target')
  })

  test('signs in by a code', async () => {
    const client = await newCommandLine(world, world.tenant)
    const { cookies } = await newAdministrator('dora')
    const shown = await oidc.initiateDeviceAuthorization(client, { scope: 'openid Policy.Read.All' })

    const typed = new URL(`/device?user_code=${shown.user_code}`, world.deps.config.url)
    const page = await browse(world, cookies, typed)
    await press(world, cookies, `${page.url.pathname}${page.url.search}`, 'yes')
    const tokens = await oidc.pollDeviceAuthorizationGrant(client, { ...shown, interval: 1 })

    expect(page.body).toContain('Read your organisation’s policies')
    expect(payloadOf(tokens.access_token)).toMatchObject({ aud: graphAppId, scp: 'Policy.Read.All' })
  })

  test('gives nobody by a code what an administrator must agree to', async () => {
    const client = await newCommandLine(world, world.tenant)
    const { cookies } = await signIn(world, world.person)
    const shown = await oidc.initiateDeviceAuthorization(client, { scope: 'openid Policy.Read.All' })

    const typed = new URL(`/device?user_code=${shown.user_code}`, world.deps.config.url)

    expect((await browse(world, cookies, typed)).status).toBe(403)
  })

  test('is not whichever program asks once more: the person is asked while a session lives', async () => {
    const client = await newCommandLine(world, world.tenant)
    const { cookies } = await newAdministrator('nora')
    const scope = 'openid Policy.Read.All'
    const redirect = { redirect_uri: 'http://localhost:51237/', scope }
    const first = await newAuthorization(client, redirect)
    const consent = await browse(world, cookies, first.address)
    const agreed = await press(world, cookies, `${consent.url.pathname}/consent`, 'yes')
    const consented = await browse(world, cookies, new URL(agreed.navigate, first.address))
    world.clock.at = new Date(world.deps.now().getTime() + 5)

    const { address, checks } = await newAuthorization(client, redirect)
    const silent = await newAuthorization(client, { ...redirect, prompt: 'none' })
    const page = await browse(world, cookies, address)
    const refused = await browse(world, cookies, silent.address)
    const { navigate } = await press(world, cookies, `${page.url.pathname}/account`, 'yes')
    const { url } = await browse(world, cookies, new URL(navigate, address))
    const tokens = await oidc.authorizationCodeGrant(client, url, checks)

    // Whoever has just agreed has been asked.
    expect(consented.url.searchParams.has('code')).toBe(true)
    expect(page.body).toContain('Choose an account')
    expect(refused.url.searchParams.get('error')).toBe('account_selection_required')
    expect(payloadOf(tokens.access_token)).toMatchObject({ appid: commandLineAppId, scp: 'Policy.Read.All' })
  })

  test('is opened to everybody by an administrator', async () => {
    const { cookies } = await newAdministrator('emma')
    const path = `/${world.tenant.tenantId}/v2.0/adminconsent?client_id=${commandLineAppId}&redirect_uri=${encodeURIComponent('http://localhost:4711')}&scope=openid+Group.Read.All`

    const { navigate } = await press(world, cookies, path, 'yes')
    const client = await newCommandLine(world, world.tenant)
    const tokens = await authorize(world, client, (await signIn(world, world.person)).cookies, {
      redirect_uri: 'http://localhost:4712/',
      scope: 'openid Group.Read.All',
    })

    expect(new URL(navigate).searchParams.get('admin_consent')).toBe('True')
    expect(payloadOf(tokens.access_token).scp).toBe('Group.Read.All')
  })

  test('is switched off by the organisation, and is otherwise as it is', async () => {
    const target = { tenantId: world.tenant.tenantId, clientId: commandLineAppId, actor }
    const client = await newCommandLine(world, world.tenant)
    const { address } = await newAuthorization(client, { redirect_uri: 'http://localhost:1' })
    const { cookies } = await signIn(world, world.person)

    await expect(
      changeApp(world.deps, { ...target, change: { redirectUris: ['https://evil.example/'] } }),
    ).rejects.toMatchObject({ code: 'not_permitted' })
    await changeApp(world.deps, { ...target, change: { enabled: false } })
    const off = await browse(world, cookies, address)
    await changeApp(world.deps, { ...target, change: { enabled: true } })
    const on = await browse(world, cookies, address)

    expect(off.body).toContain('invalid_client')
    expect(on.status).toBe(200)
  })
})
