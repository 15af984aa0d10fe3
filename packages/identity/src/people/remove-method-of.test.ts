import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { SoftwarePasskey } from '../../test/software-authenticator.ts'
import {
  aPersonWithPasskey,
  codeOf,
  codesOf,
  goodPassword,
  mails,
  meanwhile,
  openWorld,
  operator,
  signIn,
  type World,
} from '../../test/world.ts'
import {
  grantRole,
  removePasskeyOf,
  removeTotpOf,
  revokeRole,
  setPassword,
  setPersonEnabled,
} from '../administer.ts'
import { type AdministratorRole, type Attribution, findSession, type Person, type Tenant } from '../index.ts'

let world: World
let tenant: Tenant
let grace: Person
let ada: Person
let passkey: SoftwarePasskey
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  grace = await anAdministrator('grace', 'globalAdministrator')
  const target = await aPersonWithPasskey(world, tenant, 'ada')
  ada = target.person
  passkey = target.passkey
})
afterAll(() => world.close())

async function anAdministrator(name: string, role: AdministratorRole): Promise<Person> {
  const { person } = await aPersonWithPasskey(world, tenant, name)
  await grantRole(world.deps, { ...operator, ...person, role })
  return person
}

const by = (person: Person) => ({ actor: { kind: 'person' as const, userId: person.userId } })
const whom = ({ tenantId, userId }: Person) => ({ tenantId, userId })
const passkeysOf = ({ tenantId, userId }: Person) => world.stores.credentials.listOfPerson(tenantId, userId)

async function removeOnlyPasskey(person: Person, attribution: Attribution = by(grace)): Promise<string> {
  const [held] = await passkeysOf(person)
  const credentialId = held?.id ?? new Uint8Array(16)
  return codeOf(removePasskeyOf(world.deps, { ...attribution, ...whom(person), credentialId }))
}

async function giveCodes(person: Person): Promise<string> {
  const totpId = `codes-of-${person.userId}`
  await world.stores.totps.insert({
    ...whom(person),
    totpId,
    name: 'Phone',
    sealedSecret: new Uint8Array(8),
    lastStep: 0,
    createdAt: world.deps.now(),
  })
  return totpId
}

describe('removing a passkey of somebody else', () => {
  test('takes even the last one, ends what it opened, is written down and mailed', async () => {
    const { token } = await signIn(world, tenant.tenantId, passkey)

    expect(await removeOnlyPasskey(ada)).toBe('done')

    expect(await passkeysOf(ada)).toEqual([])
    expect(await findSession(world.deps, token)).toBeUndefined()
    const [written] = await world.stores.audit.list(tenant.tenantId, { limit: 1, targetId: ada.userId })
    expect(written).toMatchObject({ activity: 'passkey_removed', actor: by(grace).actor })
    expect(await mails(world, tenant)).toContain('passkey_removed')
  })

  test.each<[AdministratorRole, string]>([
    ['globalAdministrator', 'done'],
    ['authenticationAdministrator', 'done'],
    ['helpDesk', 'not_permitted'],
    ['privilegedAuthenticationAdministrator', 'done'],
    ['userAdministrator', 'not_permitted'],
    ['globalReader', 'not_permitted'],
  ])('as %s: %s', async (role, code) => {
    const administrator = await anAdministrator('berta', role)

    expect(await removeOnlyPasskey(ada, by(administrator))).toBe(code)
    expect(await passkeysOf(ada)).toHaveLength(code === 'done' ? 0 : 1)
  })

  test('is not for everybody who may where the person administers', async () => {
    const berta = await anAdministrator('berta', 'authenticationAdministrator')
    await grantRole(world.deps, { ...operator, ...whom(ada), role: 'globalReader' })

    expect(await removeOnlyPasskey(ada, by(berta))).toBe('not_permitted')
    expect(await removeOnlyPasskey(ada)).toBe('done')
  })

  test('is not the way to remove one’s own', async () => {
    await anAdministrator('berta', 'globalAdministrator')

    expect(await removeOnlyPasskey(grace)).toBe('not_permitted')
  })

  test('is refused to whoever lost the role meanwhile', async () => {
    const berta = await anAdministrator('berta', 'authenticationAdministrator')
    const late = meanwhile(world, () =>
      revokeRole(world.deps, { ...operator, ...whom(berta), role: 'authenticationAdministrator' }),
    )

    const removal = removePasskeyOf(late.deps, { ...by(berta), ...whom(ada), credentialId: passkey.id })

    expect(await codeOf(removal)).toBe('not_permitted')
    expect(await passkeysOf(ada)).toHaveLength(1)
  })

  test('does not reach a passkey of a third, or of another organisation', async () => {
    const [third] = await passkeysOf(grace)
    const elsewhere = await aPersonWithPasskey(world, await world.aTenant(), 'eve')
    const ids = [third?.id ?? new Uint8Array(), elsewhere.passkey.id, new Uint8Array(16)]

    const removals = ids.map((credentialId) =>
      removePasskeyOf(world.deps, { ...by(grace), ...whom(ada), credentialId }),
    )

    expect(new Set(await codesOf(removals))).toEqual(new Set(['not_found']))
    expect(await passkeysOf(grace)).toHaveLength(1)
    expect(await passkeysOf(elsewhere.person)).toHaveLength(1)
  })
})

describe('the last administrator who can sign in', () => {
  test('keeps the passkey, whoever asks', async () => {
    expect(await removeOnlyPasskey(grace, operator)).toBe('last_administrator')
    expect(await passkeysOf(grace)).toHaveLength(1)
  })

  test.each<[string, (berta: Person) => Promise<unknown>]>([
    ['has no passkey', (berta) => removeOnlyPasskey(berta, operator)],
    [
      'is switched off',
      (berta) => setPersonEnabled(world.deps, { ...operator, ...whom(berta), enabled: false }),
    ],
  ])('is who is left where another %s', async (_, change) => {
    const berta = await anAdministrator('berta', 'globalAdministrator')
    await change(berta)

    expect(await removeOnlyPasskey(grace, operator)).toBe('last_administrator')
  })

  test('is one of two whose passkeys are removed at once', async () => {
    const berta = await anAdministrator('berta', 'globalAdministrator')

    const both = await Promise.all([removeOnlyPasskey(grace, by(berta)), removeOnlyPasskey(berta, by(grace))])

    expect(both.toSorted()).toEqual(['done', 'last_administrator'])
  })

  test('keeps the codes that a password needs', async () => {
    const cora = await world.aPerson(tenant, 'cora')
    await setPassword(world.deps, { ...operator, ...whom(cora), password: goodPassword })
    const totpId = await giveCodes(cora)
    await grantRole(world.deps, { ...operator, ...whom(cora), role: 'globalAdministrator' })
    await setPersonEnabled(world.deps, { ...operator, ...whom(grace), enabled: false })

    const removal = removeTotpOf(world.deps, { ...operator, ...whom(cora), totpId })

    expect(await codeOf(removal)).toBe('last_administrator')
  })

  test('may lose codes that were no way to sign in by themselves', async () => {
    const totpId = await giveCodes(grace)

    expect(await codeOf(removeTotpOf(world.deps, { ...operator, ...whom(grace), totpId }))).toBe('done')
  })
})

describe('removing somebody else’s codes', () => {
  test('is written down and mailed, once', async () => {
    const totpId = await giveCodes(ada)
    world.after(1)
    const remove = () => codeOf(removeTotpOf(world.deps, { ...by(grace), ...whom(ada), totpId }))

    expect(await remove()).toBe('done')
    expect(await remove()).toBe('not_found')

    expect(await world.stores.totps.listOfPerson(tenant.tenantId, ada.userId)).toEqual([])
    const [written] = await world.stores.audit.list(tenant.tenantId, { limit: 1, targetId: ada.userId })
    expect(written).toMatchObject({ activity: 'totp_removed', detail: { methodId: totpId, name: 'Phone' } })
    expect(await mails(world, tenant)).toContain('totp_removed')
  })

  test('is refused to the help desk', async () => {
    const helen = await anAdministrator('helen', 'helpDesk')
    const totpId = await giveCodes(ada)

    expect(await codeOf(removeTotpOf(world.deps, { ...by(helen), ...whom(ada), totpId }))).toBe(
      'not_permitted',
    )
  })
})
