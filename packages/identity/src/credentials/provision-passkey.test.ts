import { fromHex } from '@latchkey/encoding'
import { aaguidExtension, issue, makeRoot } from '@latchkey/webauthn/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { onlyModels, patchMethods } from '../../test/rules.ts'
import { createPasskey, type Differences } from '../../test/software-authenticator.ts'
import {
  aPersonWithPasskey,
  codeOf,
  codesOf,
  openWorld,
  operator,
  register,
  signIn,
  type World,
} from '../../test/world.ts'
import {
  addOrganisationRoot,
  beginProvisioning,
  finishProvisioning,
  grantRole,
  revokeRole,
} from '../administer.ts'
import {
  type AdministratorRole,
  mostPasskeys,
  type Person,
  type PersonTarget,
  type Tenant,
} from '../index.ts'

const model = '11111111-1111-4111-8111-111111111111'
const root = makeRoot()
const attested = {
  backupEligible: false,
  backupState: false,
  aaguid: model,
  certificate: issue(root, { extensions: [aaguidExtension(fromHex(model.replaceAll('-', '')))] }),
} as const

let world: World
let tenant: Tenant
let person: Person
let helper: Person
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
  helper = await anAdministrator('helper', 'authenticationAdministrator')
})
afterAll(() => world.close())

async function anAdministrator(name: string, role: AdministratorRole): Promise<Person> {
  const administrator = await world.aPerson(tenant, name)
  await grantRole(world.deps, { ...operator, ...administrator, role })
  return administrator
}

const by = (who: Person, whom: Person = person): PersonTarget => ({
  tenantId: tenant.tenantId,
  userId: whom.userId,
  actor: { kind: 'person', userId: who.userId, clientId: 'script' },
  ipAddress: '192.0.2.9',
})

/** The whole ceremony, honest but for what differs. */
async function provision(
  change: {
    readonly differ?: Differences
    readonly begin?: Partial<PersonTarget & { lifetimeMinutes: number }>
    readonly finish?: Partial<PersonTarget & { name: string }>
    readonly after?: number
  } = {},
) {
  const { options } = await beginProvisioning(world.deps, { ...by(helper), ...change.begin })
  const { passkey, response } = createPasskey(options, change.differ)
  world.after(change.after ?? 1)
  const record = await finishProvisioning(world.deps, { ...by(helper), response, ...change.finish })
  return { passkey, record, response }
}

const held = async () => await world.stores.credentials.listOfPerson(tenant.tenantId, person.userId)
const fido2 = (change: object) => patchMethods(world, tenant.tenantId, 'Fido2', change)

describe('making a passkey for somebody else', () => {
  test('keeps a passkey that signs the person in, and tells the audit who made it', async () => {
    const { passkey, record } = await provision({ finish: { name: 'Blue key' } })

    expect(record).toMatchObject({ userId: person.userId, name: 'Blue key', createdBy: 'administrator' })
    expect((await signIn(world, tenant.tenantId, passkey)).person.userId).toBe(person.userId)
    const [audit] = await world.stores.audit.list(tenant.tenantId, { limit: 1, activity: 'passkey_added' })
    expect(audit).toMatchObject({
      actor: { kind: 'person', userId: helper.userId, clientId: 'script' },
      target: { kind: 'person', id: person.userId, name: person.userName },
      detail: { name: 'Blue key', createdBy: 'administrator', evidence: 'none' },
      ipAddress: '192.0.2.9',
    })
  })

  test('tells the person by mail, and who it was', async () => {
    await provision({ finish: { name: 'Blue key' } })

    const at = world.deps.now()
    const due = await world.stores.outbox.takeDue(at, new Date(at.getTime() + 1), 10_000)
    const mails = due
      .filter(({ tenantId }) => tenantId === tenant.tenantId)
      .map(({ payload }) => JSON.parse(payload))
    expect(mails).toMatchObject([
      { to: person.userName, template: 'passkey_added', values: { name: 'Blue key', by: 'helper' } },
    ])
  })

  test('asks for a security key that the person does not have yet', async () => {
    const { person: keyed, record } = await aPersonWithPasskey(world, tenant, 'keyed')

    const { options, expiresAt } = await beginProvisioning(world.deps, {
      ...by(helper, keyed),
      lifetimeMinutes: 60,
    })

    expect(expiresAt.getTime() - world.deps.now().getTime()).toBe(3_600_000)
    expect(options).toMatchObject({
      rp: { id: 'id.example.com' },
      user: { name: keyed.userName },
      timeout: 60_000,
      attestation: 'direct',
      authenticatorSelection: {
        authenticatorAttachment: 'cross-platform',
        residentKey: 'required',
        userVerification: 'required',
      },
      excludeCredentials: [{ id: Buffer.from(record.id).toString('base64url') }],
    })
  })

  test('takes no passkey twice, whatever the client did with the exclusions', async () => {
    const { record } = await provision()

    expect(await codeOf(provision({ differ: { id: record.id } }))).toBe('credential_already_registered')
    const { record: another } = await aPersonWithPasskey(world, tenant, 'another')
    expect(await codeOf(provision({ differ: { id: another.id } }))).toBe('credential_already_registered')
  })

  test.each<readonly [string, Differences, string]>([
    ['another origin', { origin: 'https://evil.example' }, 'origin_mismatch'],
    ['another RP ID', { rpId: 'example.com' }, 'rp_id_mismatch'],
    ['nobody verified', { userVerified: false }, 'user_not_verified'],
    ['the answer to an authentication', { type: 'webauthn.get' }, 'wrong_ceremony'],
    ['a challenge of their own making', { challenge: 'AAAA' }, 'challenge_unknown'],
  ])('refuses %s', async (_, differ, code) => {
    expect(await codeOf(provision({ differ }))).toBe(code)
    expect(await held()).toEqual([])
  })

  test('works where people may not add passkeys themselves', async () => {
    const { arrival } = await aPersonWithPasskey(world, tenant, 'herself')
    await fido2({ isSelfServiceRegistrationAllowed: false })

    expect(await codeOf(register(world, arrival.session))).toBe('not_allowed_by_policy')
    expect(await codeOf(provision())).toBe('done')
  })

  test('stops where a person has more than anybody needs', async () => {
    for (let made = 0; made < mostPasskeys; made++) await provision()

    expect(await codeOf(provision())).toBe('not_allowed_by_policy')
  })
})

describe('holding what is made against the policy', () => {
  test('takes an attested passkey of an allowed model, and no other', async () => {
    await addOrganisationRoot(world.deps, {
      ...operator,
      tenantId: tenant.tenantId,
      name: 'Ours',
      certificate: root.der,
      aaguids: [model],
      evidence: 'hardware',
    })
    await fido2({ isAttestationEnforced: true, ...onlyModels(model) })

    expect((await provision({ differ: attested })).record.attestation).toMatchObject({
      trusted: true,
      evidence: 'hardware',
    })
    const { certificate: _, ...unattested } = attested
    await expect(provision({ differ: unattested })).rejects.toMatchObject({ detail: 'not_attested' })
    const [audit] = await world.stores.audit.list(tenant.tenantId, { limit: 1, activity: 'passkey_refused' })
    expect(audit).toMatchObject({
      actor: { userId: helper.userId },
      target: { id: person.userId },
      detail: { because: 'not_attested' },
    })
  })

  test('does not even begin for whom passkeys are not', async () => {
    await fido2({ state: 'disabled' })

    const begun = beginProvisioning(world.deps, by(helper))
    await expect(begun).rejects.toMatchObject({ code: 'not_allowed_by_policy', detail: 'method_disabled' })
  })
})

describe('who may make a passkey for whom', () => {
  test.each<readonly [string, AdministratorRole, AdministratorRole | undefined, string]>([
    ['an authentication administrator, for a person', 'authenticationAdministrator', undefined, 'done'],
    ['the help desk', 'helpDesk', undefined, 'not_permitted'],
    ['a reader', 'globalReader', undefined, 'not_permitted'],
    [
      'an authentication administrator, for another one',
      'authenticationAdministrator',
      'helpDesk',
      'not_permitted',
    ],
    ['a privileged one, for an administrator', 'privilegedAuthenticationAdministrator', 'helpDesk', 'done'],
  ])('%s: %s', async (_, role, theirs, code) => {
    const asker = await anAdministrator('asker', role)
    if (theirs !== undefined) await grantRole(world.deps, { ...operator, ...person, role: theirs })

    expect(await codeOf(provision({ begin: by(asker), finish: by(asker) }))).toBe(code)
  })

  test('nobody for themselves, however strong', async () => {
    const strong = await anAdministrator('strong', 'globalAdministrator')

    expect(await codeOf(beginProvisioning(world.deps, by(strong, strong)))).toBe('not_permitted')
  })

  test('whoever lost the role meanwhile cannot finish', async () => {
    const { options } = await beginProvisioning(world.deps, by(helper))
    await revokeRole(world.deps, { ...operator, ...helper, role: 'authenticationAdministrator' })

    const { response } = createPasskey(options)
    expect(await codeOf(finishProvisioning(world.deps, { ...by(helper), response }))).toBe('not_permitted')
  })

  test.each<readonly [string, () => Promise<Partial<PersonTarget>>]>([
    ['another administrator', async () => by(await anAdministrator('other', 'globalAdministrator'))],
    ['the same one in another app', async () => ({ actor: { ...by(helper).actor, clientId: 'elsewhere' } })],
    ['an app', async () => ({ actor: { kind: 'app', clientId: 'script' } })],
    ['them for somebody else', async () => by(helper, await world.aPerson(tenant, 'bea'))],
  ])('a challenge that was given to one is unknown to %s', async (_, finish) => {
    expect(await codeOf(provision({ finish: await finish() }))).toBe('challenge_unknown')
  })

  test('a challenge of one organisation is unknown to another', async () => {
    const other = await world.aTenant()

    expect(await codeOf(provision({ finish: { tenantId: other.tenantId } }))).toBe('challenge_unknown')
  })
})

describe('the time there is', () => {
  test.each([
    [5, 299, 'done'],
    [5, 300, 'challenge_expired'],
    [43_200, 43_200 * 60 - 1, 'done'],
    [43_200, 43_200 * 60, 'challenge_expired'],
  ])('%d minutes, answered after %d seconds: %s', async (lifetimeMinutes, after, code) => {
    expect(await codeOf(provision({ begin: { lifetimeMinutes }, after }))).toBe(code)
  })

  test.each([4, 43_201, 5.5, Number.NaN])('%d minutes are refused', async (lifetimeMinutes) => {
    const begun = beginProvisioning(world.deps, { ...by(helper), lifetimeMinutes })

    await expect(begun).rejects.toMatchObject({ code: 'invalid_input', detail: 'lifetimeMinutes' })
  })

  test('of two answers to one challenge one is taken', async () => {
    const { options } = await beginProvisioning(world.deps, by(helper))
    const answers = [createPasskey(options), createPasskey(options)]

    const codes = await codesOf(
      answers.map(({ response }) => finishProvisioning(world.deps, { ...by(helper), response })),
    )

    expect(codes).toEqual(['challenge_spent', 'done'])
    expect(await held()).toHaveLength(1)
  })
})
