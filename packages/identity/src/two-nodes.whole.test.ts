import { type TemporaryPostgres, temporaryPostgres } from '@latchkey/store/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usePasskey } from '../test/software-authenticator.ts'
import {
  aPersonWithPasskey,
  arriveWithPassword,
  aVisitor,
  codesOf,
  goodPassword,
  openWorld,
  operator,
  register,
  signIn,
  signInBinding,
  type World,
} from '../test/world.ts'
import {
  grantRole,
  revokeRole,
  rotateKeyring,
  rotateSigningKeys,
  setPersonEnabled,
  setUpOrganisation,
} from './administer.ts'
import {
  beginAuthentication,
  createFirstAdministratorLink,
  endSession,
  endSessionsOfPerson,
  findSession,
  finishAuthentication,
  issuePass,
  type Person,
  redeemPass,
  removePasskey,
  signInWithPassword,
  signingKeys,
} from './index.ts'

let server: TemporaryPostgres
let one: World
let other: World
beforeAll(async () => {
  server = await temporaryPostgres()
  const database = await server.createDatabase()
  one = await openWorld(database)
  other = await openWorld(database)
})
afterAll(async () => {
  await one.close()
  await other.close()
  await server.stop()
})

const nodes = () => [one, other]
const alignClocks = () => other.after((one.deps.now().getTime() - other.deps.now().getTime()) / 1000)

// First: afterwards there is an organisation.
describe('two nodes on one database', () => {
  test('of two set-ups with one link, one succeeds', async () => {
    const linkToken = await createFirstAdministratorLink(one.deps)
    const setUp = (node: World, domain: string) =>
      setUpOrganisation(node.deps, {
        linkToken,
        organisation: 'Example',
        domain,
        userName: `ada@${domain}`,
        displayName: 'Ada',
        visitor: aVisitor(),
      })

    expect(await codesOf([setUp(one, 'a.example'), setUp(other, 'b.example')])).toEqual([
      'done',
      'link_unusable',
    ])
    expect(await one.stores.tenants.list()).toHaveLength(1)
  })

  test('a ceremony begun on one is finished on the other, once', async () => {
    const tenant = await one.aTenant()
    const { passkey } = await aPersonWithPasskey(one, tenant)
    const common = { tenantId: tenant.tenantId, visitor: aVisitor(), binding: signInBinding }
    const options = await beginAuthentication(one.deps, common)
    const answers = [other, one, other, one].map((node) =>
      finishAuthentication(node.deps, { ...common, response: usePasskey(passkey, options) }),
    )

    expect(await codesOf(answers)).toEqual(['challenge_spent', 'challenge_spent', 'challenge_spent', 'done'])
  })

  test('a session that one ends is over on the other; of two enders one tells', async () => {
    const tenant = await one.aTenant()
    const { passkey, person } = await aPersonWithPasskey(one, tenant)
    const here = await signIn(one, tenant.tenantId, passkey)
    expect(await findSession(other.deps, here.token)).toBeDefined()

    const ended = await Promise.all(
      nodes().map(({ deps }) => endSession(deps, { ...here.session, because: 'signed_out' })),
    )

    expect(ended.filter((session) => session !== undefined)).toHaveLength(1)
    expect(await findSession(other.deps, here.token)).toBeUndefined()
    const again = await signIn(other, tenant.tenantId, passkey)
    await endSessionsOfPerson(one.deps, { ...operator, ...person, because: 'signed_out_everywhere' })
    expect(await findSession(other.deps, again.token)).toBeUndefined()
  })

  test('of two administrators who are switched off at once, one stays', async () => {
    const tenant = await one.aTenant()
    const people = [await one.aPerson(tenant, 'anna'), await one.aPerson(tenant, 'berta')]
    for (const person of people) {
      await grantRole(one.deps, { ...operator, ...person, role: 'globalAdministrator' })
    }
    const off = people.map((person, i) =>
      setPersonEnabled((nodes()[i] ?? one).deps, { ...operator, ...person, enabled: false }),
    )

    expect(await codesOf(off)).toEqual(['done', 'last_administrator'])
  })

  test('of two administrators who go for each other at once, one stays', async () => {
    const tenant = await one.aTenant()
    const anna = (await aPersonWithPasskey(one, tenant, 'anna')).person
    const berta = (await aPersonWithPasskey(one, tenant, 'berta')).person
    for (const person of [anna, berta]) {
      await grantRole(one.deps, { ...operator, ...person, role: 'globalAdministrator' })
    }
    const as = ({ userId }: Person) => ({ actor: { kind: 'person' as const, userId } })
    const attempts = [
      setPersonEnabled(one.deps, { ...as(anna), ...berta, enabled: false }),
      revokeRole(other.deps, { ...as(berta), ...anna, role: 'globalAdministrator' }),
    ]

    expect(await codesOf(attempts)).toEqual(['done', 'not_permitted'])
  })

  test('of two passkeys that are removed at once, one stays', async () => {
    const tenant = await one.aTenant()
    const { passkey, arrival } = await aPersonWithPasskey(one, tenant)
    const second = await register(one, arrival.session)
    const { session } = await signIn(one, tenant.tenantId, passkey)
    alignClocks()
    const both = [passkey.id, second.passkey.id].map((credentialId, i) =>
      removePasskey((nodes()[i] ?? one).deps, { session, credentialId, visitor: aVisitor() }),
    )

    expect(await codesOf(both)).toEqual(['done', 'last_method'])
  })

  test('a one-time pass is given to one, and guesses are counted together', async () => {
    const tenant = await one.aTenant()
    const person = await one.aPerson(tenant)
    const { pass } = await issuePass(one.deps, { ...operator, ...person, once: true })
    const common = {
      tenantId: tenant.tenantId,
      userName: person.userName,
      visitor: aVisitor(),
      binding: signInBinding,
    }
    const used = nodes().map(({ deps }) => redeemPass(deps, { ...common, pass }))
    expect(await codesOf(used)).toEqual(['done', 'pass_used'])

    await arriveWithPassword(one, person)
    const guesses = await codesOf(
      Array.from({ length: 12 }, (_, i) =>
        signInWithPassword((nodes()[i % 2] ?? one).deps, { ...common, password: `${goodPassword}${i}` }),
      ),
    )
    expect(guesses.filter((code) => code === 'too_many_attempts')).toHaveLength(2)
  })

  test('keys are made once and seen by both, rotated ones too', async () => {
    const { tenantId } = await one.aTenant()

    const [here, there] = await Promise.all(nodes().map(({ deps }) => signingKeys(deps, tenantId)))
    expect(there).toEqual(here)

    await rotateKeyring(one.deps)
    await rotateSigningKeys(one.deps, tenantId, { activeInSeconds: 0, retireInSeconds: 0 })
    alignClocks()
    const after = await signingKeys(other.deps, tenantId)
    expect(after).toEqual(await signingKeys(one.deps, tenantId))
    expect(after.version).not.toBe(here?.version)
  })
})
