import { type Person, sha256 } from '@latchkey/identity'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aPng } from '../../branding/test-pictures.ts'
import { type Caller, type GraphWorld, openGraphWorld } from '../test-graph-world.ts'

let world: GraphWorld
let boss: Person
let admin: Caller
beforeEach(async () => {
  world = await openGraphWorld()
  boss = await world.aPerson('boss', 'globalAdministrator')
  await world.givePasskey(boss)
  admin = world.as(boss, 'Organization.ReadWrite.All', 'Application.ReadWrite.All', 'Directory.ReadWrite.All')
})
afterEach(() => world.close())

const codeOf = (answer: { json(): { error: { innerError: { code: string } } } }) =>
  answer.json().error.innerError.code

describe('the settings of an organisation', () => {
  const place = '/latchkey/organization'

  test('change, and say in the audit what they are now', async () => {
    const body = {
      displayName: 'Juniper Gardens',
      sessions: { staySignedInDays: 30 },
      helpDesk: { text: 'Ring us', phone: '+49 30 1234', url: 'https://help.juniper.example/' },
    }
    expect((await admin('PATCH', place, { body })).json()).toMatchObject({
      displayName: 'Juniper Gardens',
      sessions: { sessionInMinutes: 720, staySignedInDays: 30, offerStaySignedIn: true },
      helpDesk: { text: 'Ring us', mail: null, phone: '+49 30 1234' },
    })
    expect((await admin('PATCH', place, { body: { helpDesk: { phone: null } } })).json()).toMatchObject({
      helpDesk: { text: 'Ring us', phone: null },
    })

    const list = await world.deps.stores.audit.list(world.tenant.tenantId, {
      limit: 2,
      activity: 'organisation_changed',
    })
    expect(list.map(({ detail }) => Object.keys(detail).join(' ')).toSorted()).toEqual([
      'displayName helpDesk sessions',
      'helpDesk',
    ])
  })

  test.each([
    ['a link that runs', { helpDesk: { url: 'javascript:alert(1)' } }],
    ['a link without encryption', { helpDesk: { url: 'http://help.example' } }],
    ['a phone that is none', { helpDesk: { phone: 'tel:1;x' } }],
    ['a mail address that is none', { helpDesk: { mail: 'x?bcc=y' } }],
    ['a session of a year', { sessions: { sessionInMinutes: 525_600 } }],
    ['what it does not know', { demo: true }],
  ])('refuse %s', async (_, body) => {
    expect((await admin('PATCH', place, { body })).statusCode).toBe(400)
  })

  test('ask no more of a sign-in than people have, unless that is acknowledged', async () => {
    const ben = await world.aPerson('ben')
    await world.deps.stores.passwords.put({
      tenantId: ben.tenantId,
      userId: ben.userId,
      hash: '$argon2id$x',
      changedAt: world.deps.now(),
    })
    await admin('PATCH', place, { body: { leastStrength: 'singleFactor' } })
    const body = { leastStrength: 'phishingResistant' }

    const refused = await admin('PATCH', place, { body })
    expect([refused.statusCode, codeOf(refused)]).toEqual([409, 'would_block_users'])
    const { acknowledge } = refused.json().error.innerError
    const headers = { 'latchkey-acknowledge': acknowledge.value }
    expect((await admin('PATCH', place, { body, headers })).json()).toMatchObject(body)
  })

  test('are for whoever may change the organisation', async () => {
    const helper = world.as(await world.aPerson('helper', 'helpDesk'), 'Organization.ReadWrite.All')
    expect((await helper('GET', place)).statusCode).toBe(200)
    expect((await helper('PATCH', place, { body: { displayName: 'x' } })).statusCode).toBe(403)
  })
})

describe('branding', () => {
  const place = '/latchkey/branding'
  const putLogo = (variant: string, picture: Uint8Array) =>
    admin('PUT', `${place}/logos/${variant}`, {
      body: Buffer.from(picture),
      headers: { 'content-type': 'application/octet-stream' },
    })

  test('takes a logo, which is served under its hash', async () => {
    const answer = await putLogo('light', aPng(200, 50))
    expect(answer.json().logos).toMatchObject({ light: { width: 200, height: 50 }, dark: null })
    const { address } = answer.json().logos.light

    const served = await world.app.inject({ url: address })
    expect(served.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    expect(address).toBe(
      `/brand/${world.tenant.tenantId}/${Buffer.from(sha256(served.rawPayload)).toString('hex')}.png`,
    )

    await putLogo('dark', aPng(100, 50, [1, 2, 3, 255]))
    expect((await admin('DELETE', `${place}/logos/light`)).json().logos.light).toBeNull()
    expect((await world.app.inject({ url: address })).statusCode).toBe(404)
  })

  test('refuses what is no picture', async () => {
    expect(codeOf(await putLogo('light', new TextEncoder().encode('<svg/>')))).toBe('image_unreadable')
    expect((await putLogo('square', aPng(2, 2))).statusCode).toBe(404)
    expect((await admin('PUT', `${place}/logos/light`, { body: {} })).statusCode).toBe(415)
  })

  test('says when a colour had to be changed to be read', async () => {
    const yellow = (await admin('PATCH', place, { body: { accent: '#FFEE00' } })).json()
    expect(yellow).toMatchObject({ accent: '#ffee00', accentOnDark: '#ffee00' })
    expect(yellow.accentOnLight).not.toBe('#ffee00')
    expect((await admin('PATCH', place, { body: { accent: null } })).json().accent).toBeNull()
    expect((await admin('PATCH', place, { body: { accent: 'red' } })).statusCode).toBe(400)
  })
})

describe('accounts for emergencies', () => {
  const place = '/latchkey/breakGlass'

  test('are marked, listed with when they are due for a test, and unmarked', async () => {
    const glass = await world.aPerson('glass', 'globalAdministrator')
    expect(codeOf(await admin('POST', place, { body: { userId: glass.userId } }))).toBe(
      'break_glass_without_passkey',
    )
    await world.givePasskey(glass)
    expect((await admin('POST', place, { body: { userId: glass.userId } })).statusCode).toBe(204)

    expect((await admin('GET', place)).json()).toMatchObject({
      most: 2,
      value: [
        {
          userPrincipalName: 'glass@juniper.example',
          passkeys: 1,
          isGlobalAdministrator: true,
          lastUsedDateTime: null,
          isTestDue: false,
        },
      ],
    })
    world.clock.at = new Date(world.clock.at.getTime() + 91 * 86_400_000)
    expect((await admin('GET', place)).json().value[0].isTestDue).toBe(true)

    expect((await admin('DELETE', `${place}/${glass.userId}`)).statusCode).toBe(204)
    expect((await admin('GET', place)).json().value).toEqual([])
  })

  test('are nobody’s to mark but a global administrator’s, and never one’s own', async () => {
    const helper = world.as(
      await world.aPerson('helper', 'authenticationAdministrator'),
      'Directory.ReadWrite.All',
    )
    expect((await helper('POST', place, { body: { userId: boss.userId } })).statusCode).toBe(403)
    expect((await admin('POST', place, { body: { userId: boss.userId } })).statusCode).toBe(403)
    const app = world.asApp('Directory.ReadWrite.All')
    expect((await app('POST', place, { body: { userId: boss.userId } })).statusCode).toBe(403)
  })
})

describe('apps', () => {
  const place = '/latchkey/apps'
  const register = async (body: object = {}) =>
    (
      await admin('POST', place, {
        body: {
          displayName: 'Wiki',
          kind: 'web',
          redirectUris: ['https://wiki.juniper.example/callback'],
          ...body,
        },
      })
    ).json()

  test('are registered in one go: the secret is shown once, and where to send people', async () => {
    const made = await register({ homePageUrl: 'https://wiki.juniper.example/' })

    expect(made).toMatchObject({
      kind: 'web',
      homePageUrl: 'https://wiki.juniper.example/',
      secretText: expect.stringMatching(/^.{43}$/),
      endpoints: { issuer: expect.stringMatching(/\/v2\.0$/) },
      secrets: [{ secretText: null, hint: made.secretText.slice(0, 3) }],
    })
    const shown = (await admin('GET', `${place}/${made.id}`)).body
    expect(shown).not.toContain(made.secretText)
    expect((await register({ kind: 'spa' })).secretText).toBeNull()
  })

  test('say which address is not right', async () => {
    const refused = await register({ redirectUris: ['http://wiki.juniper.example/'] })
    expect(refused.error.message).toContain('redirectUris')
  })

  test('change, and come back to what is usual', async () => {
    const { id } = await register()
    const change = {
      leastStrength: 'multiFactor',
      backchannelLogoutUri: 'https://wiki.juniper.example/out',
      consent: 'none',
      signingAlgorithm: 'ES256',
      enabled: false,
      roles: [{ value: 'editor', displayName: 'Editor' }],
    }
    const { roles: _, ...flat } = change
    expect((await admin('PATCH', `${place}/${id}`, { body: change })).json()).toMatchObject(flat)

    const back = { leastStrength: null, backchannelLogoutUri: null }
    expect((await admin('PATCH', `${place}/${id}`, { body: back })).json()).toMatchObject({
      ...back,
      consent: 'none',
      roles: [{ value: 'editor' }],
    })
  })

  test('hold secrets that end', async () => {
    const { id } = await register()
    const endDateTime = new Date(world.clock.at.getTime() + 86_400_000).toISOString()
    const body = { passwordCredential: { displayName: 'Build', endDateTime } }
    const { secretText } = (await admin('POST', `/applications/${id}/addPassword`, { body })).json()
    const app = await world.deps.stores.apps.find(world.tenant.tenantId, id)
    const { isAppSecret } = await import('@latchkey/identity')

    expect(app && isAppSecret(app, secretText, world.clock.at)).toBe(true)
    expect(app && isAppSecret(app, secretText, new Date(endDateTime))).toBe(false)
  })

  test('are tried out: the claims of the very session, and what would be asked', async () => {
    const { id } = await register({ assignmentRequired: true })
    const tryOut = async (body: object = {}) =>
      (await admin('POST', `${place}/${id}/tryOut`, { body })).json()
    expect(await tryOut()).toMatchObject({ outcome: 'refused', reason: 'notAssigned', idToken: null })

    await admin('PATCH', `${place}/${id}`, { body: { assignmentRequired: false } })
    expect(await tryOut()).toMatchObject({ outcome: 'asksConsent', reason: 'person' })
    await admin('PATCH', `${place}/${id}`, { body: { consent: 'none' } })
    const tried = await tryOut()
    expect(tried).toMatchObject({
      outcome: 'signedIn',
      idToken: {
        aud: id,
        sub: boss.userId,
        preferred_username: 'boss@juniper.example',
        amr: expect.any(Array),
      },
    })
    await admin('PATCH', `${place}/${id}`, { body: { leastStrength: 'passwordless' } })
    expect(await tryOut()).toMatchObject({ outcome: 'asksMore', reason: 'passwordless' })

    const ben = await world.aPerson('ben')
    const other = await tryOut({ userId: ben.userId })
    expect(other).toMatchObject({ outcome: 'mayUse', idToken: { sub: ben.userId } })
    expect(other.idToken.amr).toBeUndefined()
  })
})
