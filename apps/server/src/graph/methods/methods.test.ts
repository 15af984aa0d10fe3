import { issuePass, type Person } from '@latchkey/identity'
import { addPerson, createTenant, setPassword } from '@latchkey/identity/administer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

let world: GraphWorld
let person: Person
let path: string
let app: Caller
let credentialId: Uint8Array
let id: string
beforeAll(async () => {
  world = await openGraphWorld()
  app = world.asApp('UserAuthenticationMethod.ReadWrite.All')
})
let people = 0
beforeEach(async () => {
  person = await world.aPerson(`person${++people}`)
  path = `/users/${person.userId}/authentication`
  credentialId = world.deps.random(16)
  id = Buffer.from(credentialId).toString('base64url')
  await givePasskey()
})
afterAll(() => world.close())

async function givePasskey() {
  const { tenantId, userId } = person
  await world.deps.stores.credentials.insert({
    tenantId,
    userId,
    id: credentialId,
    rpId: world.deps.rp.rpId,
    publicKey: world.deps.random(77),
    algorithm: -7,
    signCount: 0,
    transports: ['usb'],
    uvInitialized: true,
    backupEligible: false,
    backupState: false,
    aaguid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
    attestation: { format: 'packed', type: 'basic', trusted: true, evidence: 'hardware' },
    name: 'Blue key',
    createdAt: world.deps.now(),
    createdBy: 'self',
  })
}

const metadata = 'http://localhost:3000/v1.0/$metadata#'
const blueKey = () => ({
  id,
  displayName: 'Blue key',
  createdDateTime: '2026-03-02T09:00:00Z',
  aaGuid: '2fc0579f-8113-47ea-b116-bb5a8db9202a',
  model: 'YubiKey 5 with NFC',
  attestationCertificates: [],
  attestationLevel: 'attested',
  passkeyType: 'deviceBound',
})

describe('the methods of a person', () => {
  test('are listed together, each with its type, and none with its secret', async () => {
    await setPassword(world.deps, { ...operator, ...person, password: 'a long enough sentence' })
    const { pass } = await issuePass(world.deps, { ...operator, ...person })

    const answer = await app('GET', `${path}/methods`)

    const context = `${metadata}users('${person.userId}')/authentication/methods`
    expect(answer.json()['@odata.context']).toBe(context)
    expect(answer.json().value).toMatchObject([
      {
        '@odata.type': '#microsoft.graph.passwordAuthenticationMethod',
        id: '28c10230-6103-485e-b985-444c60001490',
        password: null,
      },
      { '@odata.type': '#microsoft.graph.fido2AuthenticationMethod', ...blueKey() },
      {
        '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethod',
        temporaryAccessPass: null,
        isUsable: true,
        methodUsabilityReason: 'EnabledByPolicy',
      },
    ])
    expect(answer.body).not.toContain(pass)
    expect((await app('GET', `${path}/methods/${id}`)).json()).toMatchObject({
      '@odata.context': `${context}/$entity`,
      id,
    })
  })

  test.each(['phoneMethods', 'requirements'])('%s are not kept, and say so', async (name) => {
    expect((await app('GET', `${path}/${name}`)).statusCode).toBe(501)
  })
})

describe('passkeys', () => {
  test('are shown, with their last use in beta', async () => {
    const context = `${metadata}users('${person.userId}')/authentication/fido2Methods`
    expect((await app('GET', `${path}/FIDO2methods`)).json()).toEqual({
      '@odata.context': context,
      value: [blueKey()],
    })
    expect((await app('GET', `${path}/fido2Methods('${id}')`)).json()).toEqual({
      '@odata.context': `${context}/$entity`,
      ...blueKey(),
    })
    expect((await app('GET', `${path}/fido2Methods/AAAA`)).statusCode).toBe(404)
  })

  test('are renamed and removed by whoever may', async () => {
    const renamed = await app('PATCH', `${path}/fido2Methods/${id}`, { body: { displayName: 'Red key' } })
    expect(renamed.statusCode).toBe(204)
    expect((await app('GET', `${path}/fido2Methods/${id}`)).json().displayName).toBe('Red key')

    expect((await app('DELETE', `${path}/fido2Methods/${id}`)).statusCode).toBe(204)
    expect((await app('DELETE', `${path}/fido2Methods/${id}`)).statusCode).toBe(404)
  })

  test('are nobody’s else: the id of one person is unknown at another', async () => {
    const other = await world.aPerson(`other${people}`)

    expect((await app('DELETE', `/users/${other.userId}/authentication/fido2Methods/${id}`)).statusCode).toBe(
      404,
    )
  })

  test('are one’s own under /me, and removed there with a fresh proof that leaves a way in', async () => {
    const own = world.as(person, 'UserAuthMethod-Passkey.ReadWrite')

    expect((await own('GET', '/me/authentication/fido2Methods')).json().value).toEqual([blueKey()])
    expect((await own('GET', `${path}/fido2Methods`)).statusCode).toBe(403)
    const removed = await own('DELETE', `/me/authentication/fido2Methods/${id}`)
    expect(removed.statusCode).toBe(409)
    expect(removed.json().error.innerError.code).toBe('last_method')
  })
})

describe('passes', () => {
  const passes = () => `${path}/temporaryAccessPassMethods`

  test('are issued, and said once', async () => {
    const body = { lifetimeInMinutes: 30, isUsableOnce: 'true', startDateTime: '2026-03-02T10:00:00Z' }
    const made = await app('POST', passes(), { body })

    expect(made.statusCode).toBe(201)
    const { temporaryAccessPass, id: passId, ...facts } = made.json()
    expect(temporaryAccessPass).toMatch(/^\S{10}$/)
    expect(facts).toEqual({
      '@odata.context': `${metadata}users('${person.userId}')/authentication/temporaryAccessPassMethods/$entity`,
      createdDateTime: '2026-03-02T09:00:00Z',
      startDateTime: '2026-03-02T10:00:00Z',
      lifetimeInMinutes: 30,
      isUsableOnce: true,
      isUsable: false,
      methodUsabilityReason: 'NotYetValid',
    })
    expect((await app('GET', `${passes()}/${passId}`)).json().temporaryAccessPass).toBeNull()
    expect((await app('DELETE', `${passes()}/00000000-0000-7000-8000-000000000000`)).statusCode).toBe(404)
    expect((await app('DELETE', `${passes()}/${passId}`)).statusCode).toBe(204)
    expect((await app('GET', passes())).json().value).toEqual([])
  })

  test.each([
    [{ lifetimeInMinutes: 5 }, 'pass_outside_policy'],
    [{ lifetimeInMinutes: 43_200 }, 'pass_outside_policy'],
  ])('are refused for %j, by the name of our rule', async (body, code) => {
    const answer = await app('POST', passes(), { body })

    expect(answer.statusCode).toBe(400)
    expect(answer.json().error).toMatchObject({ code: 'badRequest', innerError: { code } })
  })

  test('are refused when the body is not one', async () => {
    expect((await app('POST', passes(), { body: { lifetimeInMinutes: 'long' } })).statusCode).toBe(400)
    expect((await app('POST', passes(), { body: { lifetime: 60 } })).json().error.message).toContain(
      "'lifetime'",
    )
  })

  test('are issued by those whose role reaches the person, and never for oneself', async () => {
    const scope = 'UserAuthMethod-TAP.ReadWrite.All'
    const [helen, grace] = [
      await world.aPerson(`helen${people}`, 'helpDesk'),
      await world.aPerson(`grace${people}`, 'globalAdministrator'),
    ]
    const status = async (who: Person, whom: Person) =>
      (
        await world.as(who, scope)(
          'POST',
          `/users/${whom.userId}/authentication/temporaryAccessPassMethods`,
          { body: {} },
        )
      ).statusCode

    expect(await status(helen, person)).toBe(201)
    expect(await status(helen, grace)).toBe(403)
    expect(await status(grace, helen)).toBe(201)
    expect(await status(grace, grace)).toBe(403)
    expect(await status(person, helen)).toBe(403)
    const own = await world.as(grace, scope)('POST', '/me/authentication/temporaryAccessPassMethods', {
      body: {},
    })
    expect(own.statusCode).toBe(405)
  })
})

describe('passwords', () => {
  const reset = (body: unknown, caller = app) =>
    caller('POST', `${path}/methods/28c10230-6103-485e-b985-444c60001490/resetPassword`, { body })

  test('are reset to what is said, or to what is made', async () => {
    const said = await reset({ newPassword: 'a long enough sentence' })
    expect([said.statusCode, said.json().newPassword]).toEqual([202, null])

    const made = await reset({})
    expect(made.json()).toEqual({
      '@odata.context': `${metadata}microsoft.graph.passwordResetResponse`,
      newPassword: expect.stringMatching(/^[\w-]{16}$/),
    })
    expect((await app('GET', `${path}/passwordMethods`)).json().value).toHaveLength(1)
  })

  test('are refused when they are too weak, by Graph’s name of the property', async () => {
    const answer = await reset({ newPassword: 'password1' })

    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.message).toContain("'newPassword'")
  })

  test('are not reset by a helper whose role does not reach that far', async () => {
    const helen = await world.aPerson(`hel${people}`, 'helpDesk')

    expect((await reset({}, world.as(helen, 'UserAuthMethod-Password.ReadWrite.All'))).statusCode).toBe(403)
  })
})

describe('codes', () => {
  test('are shown without their secret, and removed', async () => {
    const totpId = crypto.randomUUID()
    const { tenantId, userId } = person
    await world.deps.stores.totps.insert({
      tenantId,
      userId,
      totpId,
      name: 'Phone',
      sealedSecret: new Uint8Array([1]),
      lastStep: 0,
      createdAt: world.deps.now(),
    })

    expect((await app('GET', `${path}/softwareOathMethods`)).json().value).toEqual([
      { id: totpId, createdDateTime: '2026-03-02T09:00:00Z', secretKey: null },
    ])
    expect((await app('DELETE', `${path}/softwareOathMethods/${totpId}`)).statusCode).toBe(204)
    expect((await app('GET', `${path}/softwareOathMethods/${totpId}`)).statusCode).toBe(404)
  })
})

test('nobody of another organisation is there', async () => {
  const other = await createTenant(world.deps, { ...operator, displayName: 'Other', domain: 'other.example' })
  const stranger = await addPerson(world.deps, {
    ...operator,
    tenantId: other.tenantId,
    userName: 'sam@other.example',
    displayName: 'Sam',
  })

  for (const key of [stranger.userId, stranger.userName]) {
    expect((await app('GET', `/users/${key}/authentication/methods`)).statusCode).toBe(404)
  }
})
