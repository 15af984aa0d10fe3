import { decideStrength } from '@latchkey/policy'
import { makeEntry, makePayload, makeService, signBlob } from '@latchkey/webauthn/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { patchMethods } from '../../test/rules.ts'
import {
  arriveWithPass,
  codeOf,
  openWorld,
  operator,
  register,
  signIn,
  signInLog,
  type World,
} from '../../test/world.ts'
import { markBreakGlass, setPassword } from '../administer.ts'
import { loadMetadata, type Person, type Tenant } from '../index.ts'

const broken = '33333333-3333-4333-8333-333333333333'
const sound = '44444444-4444-4444-8444-444444444444'
const service = makeService()

let world: World
let tenant: Tenant
let person: Person

beforeAll(async () => {
  world = await openWorld()
  const entries = [{ ...makeEntry({}, broken), statusReports: [{ status: 'USER_VERIFICATION_BYPASS' }] }]
  const blob = signBlob(service, makePayload({ no: 1, entries }))
  await loadMetadata(world.deps, { blob, roots: [service.root.der] })
})
beforeEach(async () => {
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
})
afterAll(() => world.close())

const wanting = (latchkey_metadataStatus: 'alert' | 'stepUp' | 'block') =>
  patchMethods(world, tenant.tenantId, 'Fido2', { latchkey_metadataStatus })

async function aPasskey(aaguid: string) {
  const { session } = await arriveWithPass(world, person)
  return (await register(world, session, { aaguid })).passkey
}

async function strengthOf(passkey: Awaited<ReturnType<typeof aPasskey>>) {
  const { session } = await signIn(world, tenant.tenantId, passkey)
  return decideStrength(session.proofs)
}

describe('a passkey of a model that the metadata calls broken', () => {
  test('signs in as before where the organisation only wants to know', async () => {
    await wanting('alert')
    expect(await strengthOf(await aPasskey(broken))).toBe('phishingResistant')
  })

  test('is one factor and no more where the organisation steps up', async () => {
    await wanting('stepUp')
    const passkey = await aPasskey(broken)
    expect(await strengthOf(passkey)).toBe('singleFactor')
    expect(await strengthOf(await aPasskey(sound))).toBe('phishingResistant')
  })

  test('is not taken where the organisation blocks it, and the log says why', async () => {
    const passkey = await aPasskey(broken)
    await aPasskey(sound)
    await wanting('block')

    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('passkey_dormant')

    const [record] = await signInLog(world, tenant.tenantId)
    expect(record?.decision?.method).toMatchObject({ allowed: false, because: 'model_distrusted' })
  })

  test('is one factor, loudly, for whoever has no other way', async () => {
    const passkey = await aPasskey(broken)
    await wanting('block')

    expect(await strengthOf(passkey)).toBe('singleFactor')

    const activity = 'broken_authenticator_used'
    const [audit] = await world.stores.audit.list(tenant.tenantId, { limit: 1, activity })
    expect(audit).toMatchObject({ target: { id: person.userId }, detail: { aaguid: broken } })
  })

  test('is one factor too for whoever has codes that are not for them any more', async () => {
    const passkey = await aPasskey(broken)
    const { tenantId, userId } = person
    await setPassword(world.deps, { ...operator, tenantId, userId, password: 'correct horse battery staple' })
    await world.stores.totps.insert({
      tenantId,
      userId,
      totpId: 'a-code-generator',
      name: 'Phone',
      sealedSecret: new Uint8Array(40),
      lastStep: 0,
      createdAt: world.deps.now(),
    })
    await wanting('block')
    expect(await codeOf(signIn(world, tenantId, passkey))).toBe('passkey_dormant')

    await patchMethods(world, tenantId, 'SoftwareOath', { state: 'disabled' })

    expect(await strengthOf(passkey)).toBe('singleFactor')
  })

  test('opens an account for emergencies as before: nothing else could', async () => {
    const passkey = await aPasskey(broken)
    await aPasskey(sound)
    await markBreakGlass(world.deps, { ...operator, ...person })
    await wanting('block')

    expect(await strengthOf(passkey)).toBe('phishingResistant')
  })

  test('cannot be added where it is blocked', async () => {
    await wanting('block')
    expect(await codeOf(aPasskey(broken))).toBe('not_allowed_by_policy')
  })
})
