import { honestAuthenticator } from '@latchkey/ctap/fixture'
import type { Person } from '@latchkey/identity'
import { setPersonEnabled } from '@latchkey/identity/administer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

const scope = 'UserAuthMethod-Passkey.ReadWrite.All'
const metadata = 'http://localhost:3000/v1.0/$metadata#'

let world: GraphWorld
let person: Person
let path: string
let app: Caller
beforeAll(async () => {
  world = await openGraphWorld()
  app = world.asApp(scope)
})
let people = 0
beforeEach(async () => {
  person = await world.aPerson(`person${++people}`)
  path = `/users/${person.userId}/authentication/fido2Methods`
})
afterAll(() => world.close())

/** Ask for options and answer them with a security key, as the scripts do. */
async function provision(caller: Caller = app, device = honestAuthenticator(), change: object = {}) {
  const asked = await caller('GET', `${path}/creationOptions`)
  if (asked.statusCode !== 200) return asked
  const made = await device.client.create(asked.json().publicKey, { origin: world.deps.config.url.origin })
  const { clientDataJSON, attestationObject } = made.response
  const publicKeyCredential = {
    id: made.id,
    response: { clientDataJSON, attestationObject },
    clientExtensionResults: { hmacCreateSecret: true },
    ...change,
  }
  return await caller('POST', path, { body: { displayName: 'Blue key', publicKeyCredential } })
}

describe('the options for a passkey of somebody else', () => {
  test('are what a browser takes', async () => {
    const answer = await app('GET', `${path}/creationOptions`)

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({
      '@odata.context': `${metadata}microsoft.graph.webauthnCredentialCreationOptions`,
      challengeTimeoutDateTime: '2026-03-02T09:05:00Z',
      publicKey: {
        rp: { id: 'localhost', name: 'Latchkey' },
        user: {
          id: Buffer.from(person.userHandle).toString('base64url'),
          name: person.userName,
          displayName: person.displayName,
        },
        challenge: expect.stringMatching(/^[\w-]{79}$/),
        pubKeyCredParams: expect.arrayContaining([
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ]),
        timeout: 60_000,
        excludeCredentials: [],
        authenticatorSelection: {
          authenticatorAttachment: 'cross-platform',
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'direct',
        extensions: { credProps: true },
      },
    })
  })

  test.each([
    ['creationOptions(challengeTimeoutInMinutes=60)', 200, '2026-03-02T10:00:00Z'],
    ['creationOptions?challengeTimeoutInMinutes=60', 200, '2026-03-02T10:00:00Z'],
    ['creationOptions(challengeTimeoutInMinutes=43200)', 200, '2026-04-01T09:00:00Z'],
    ['creationOptions', 200, '2026-03-02T09:05:00Z'],
    ['creationOptions(challengeTimeoutInMinutes=4)', 400, undefined],
    ['creationOptions(challengeTimeoutInMinutes=43201)', 400, undefined],
    ['creationOptions?challengeTimeoutInMinutes=soon', 400, undefined],
  ])('are good for as long as beta asks: %s', async (name, status, until) => {
    const answer = await app('GET', `/beta${path}/${name}`)

    expect([answer.statusCode, answer.json().challengeTimeoutDateTime]).toEqual([status, until])
  })

  test('are good for five minutes in v1.0, which knows no other time', async () => {
    const [behind, inside] = [
      await app('GET', `${path}/creationOptions?challengeTimeoutInMinutes=60`),
      await app('GET', `${path}/creationOptions(challengeTimeoutInMinutes=60)`),
    ]

    expect(behind.json().error).toMatchObject({
      code: 'BadRequest',
      message: expect.stringContaining("'challengeTimeoutInMinutes'"),
    })
    expect(inside.statusCode).toBe(501)
  })

  test('name what the person has, so that a key is not used twice', async () => {
    const device = honestAuthenticator()
    const { id } = (await provision(app, device)).json()

    const { publicKey } = (await app('GET', `${path}/creationOptions`)).json()

    expect(publicKey.excludeCredentials).toEqual([{ id, type: 'public-key', transports: [] }])
    await expect(provision(app, device)).rejects.toMatchObject({ name: 'InvalidStateError' })
  })
})

describe('keeping what the security key made', () => {
  test('answers with the method, and where it is', async () => {
    const made = await provision()

    expect(made.statusCode).toBe(201)
    expect(made.json()).toEqual({
      '@odata.context': `${metadata}users('${person.userId}')/authentication/fido2Methods/$entity`,
      id: expect.stringMatching(/^[\w-]+$/),
      displayName: 'Blue key',
      createdDateTime: '2026-03-02T09:00:00Z',
      aaGuid: '01020304-0506-0708-090a-0b0c0d0e0f10',
      model: null,
      attestationCertificates: [],
      attestationLevel: 'notAttested',
      passkeyType: 'deviceBound',
    })
    const there = String(made.headers.location).replace('http://localhost:3000/v1.0', '')
    expect((await app('GET', there)).json()).toEqual(made.json())
  })

  test('takes base64 in the other alphabet, and padded', async () => {
    const asked = await app('GET', `${path}/creationOptions`)
    const { client } = honestAuthenticator()
    const made = await client.create(asked.json().publicKey, { origin: world.deps.config.url.origin })
    const other = (text: string) => Buffer.from(text, 'base64url').toString('base64')
    const { clientDataJSON, attestationObject } = made.response

    const answer = await app('POST', path, {
      body: {
        publicKeyCredential: {
          id: other(made.id),
          response: {
            clientDataJSON: other(clientDataJSON),
            attestationObject: other(attestationObject),
          },
        },
      },
    })

    expect([answer.statusCode, answer.json().id]).toEqual([201, made.id])
  })

  test.each([
    ['another credential’s id', { id: 'AAAA' }, 'credential_id_mismatch'],
    [
      'what is no client data',
      { response: { clientDataJSON: 'AAAA', attestationObject: 'AAAA' } },
      'client_data_malformed',
    ],
  ])('refuses %s by name', async (_, change, code) => {
    const answer = await provision(app, honestAuthenticator(), change)

    expect([answer.statusCode, answer.json().error.innerError.code]).toEqual([400, code])
    expect((await app('GET', path)).json().value).toEqual([])
  })

  test.each([
    [{}, 'publicKeyCredential'],
    [
      {
        publicKeyCredential: {
          id: 'AA',
          response: { clientDataJSON: 'AA', attestationObject: 'AA', key: 1 },
        },
      },
      'publicKeyCredential/response/key',
    ],
    [{ publicKeyCredential: { id: '%', response: {} } }, 'publicKeyCredential/id'],
  ])('refuses the body %j by the property', async (body, property) => {
    const answer = await app('POST', path, { body })

    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.message).toContain(`'${property}'`)
  })

  test('refuses a name that is none by Graph’s property', async () => {
    const asked = await app('GET', `${path}/creationOptions`)
    const { client } = honestAuthenticator()
    const made = await client.create(asked.json().publicKey, { origin: world.deps.config.url.origin })
    const { clientDataJSON, attestationObject } = made.response

    const publicKeyCredential = { id: made.id, response: { clientDataJSON, attestationObject } }
    const answer = await app('POST', path, { body: { displayName: ' ', publicKeyCredential } })

    expect(answer.json().error.message).toContain("'displayName'")
  })

  test('says when the challenge is too old', async () => {
    const asked = await app('GET', `${path}/creationOptions`)
    const { client } = honestAuthenticator()
    const made = await client.create(asked.json().publicKey, { origin: world.deps.config.url.origin })
    const { clientDataJSON, attestationObject } = made.response
    world.clock.at = new Date(world.clock.at.getTime() + 300_000)

    const publicKeyCredential = { id: made.id, response: { clientDataJSON, attestationObject } }
    const answer = await app('POST', path, { body: { publicKeyCredential } })
    world.clock.at = new Date(world.clock.at.getTime() - 300_000)

    expect(answer.json().error.innerError.code).toBe('challenge_expired')
  })

  test('works before somebody’s first day', async () => {
    await setPersonEnabled(world.deps, { ...operator, ...person, enabled: false })

    expect((await provision()).statusCode).toBe(201)
  })
})

describe('who may', () => {
  test('is whose role reaches the person, with the permission to change passkeys', async () => {
    const [helen, anton, grace] = [
      await world.aPerson(`helen${people}`, 'helpDesk'),
      await world.aPerson(`anton${people}`, 'authenticationAdministrator'),
      await world.aPerson(`grace${people}`, 'globalAdministrator'),
    ]

    expect((await provision(world.as(helen, scope))).statusCode).toBe(403)
    expect((await provision(world.as(anton, 'UserAuthMethod-Passkey.Read.All'))).statusCode).toBe(403)
    expect((await provision(world.as(anton, scope))).statusCode).toBe(201)
    path = `/users/${helen.userId}/authentication/fido2Methods`
    expect((await provision(world.as(anton, scope))).statusCode).toBe(403)
    expect((await provision(world.as(grace, scope))).statusCode).toBe(201)
  })

  test('is nobody for themselves', async () => {
    const grace = await world.aPerson(`gracie${people}`, 'globalAdministrator')
    const own = world.as(grace, scope)

    path = `/users/${grace.userId}/authentication/fido2Methods`
    expect((await provision(own)).statusCode).toBe(403)
    expect((await own('GET', '/me/authentication/fido2Methods/creationOptions')).statusCode).toBe(501)
    expect((await own('POST', '/me/authentication/fido2Methods', { body: {} })).statusCode).toBe(501)
  })

  test('stands in the log, as what an administrator did', async () => {
    const anton = await world.aPerson(`antoine${people}`, 'authenticationAdministrator')
    await provision(world.as(anton, scope))

    const reader = world.asApp('AuditLog.Read.All')
    const mine = encodeURIComponent(`initiatedBy/user/id eq '${anton.userId}'`)
    const log = await reader('GET', `/auditLogs/directoryAudits?$filter=${mine}`)

    expect(log.json().value).toMatchObject([
      {
        activityDisplayName: 'Admin registered security info',
        initiatedBy: { user: { id: anton.userId } },
        targetResources: [{ id: person.userId, type: 'User', userPrincipalName: person.userName }],
      },
    ])
  })
})
