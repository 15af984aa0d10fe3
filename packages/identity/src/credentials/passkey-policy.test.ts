import { fromHex } from '@latchkey/encoding'
import { aaguidExtension, issue, makeRoot } from '@latchkey/webauthn/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anyModel, onlyModels, patchMethods } from '../../test/rules.ts'
import { createPasskey, type Differences } from '../../test/software-authenticator.ts'
import {
  arriveWithPass,
  arriveWithPassword,
  aVisitor,
  codeOf,
  mails,
  meanwhile,
  openWorld,
  operator,
  register,
  registerBinding,
  signIn,
  signInLog,
  type World,
} from '../../test/world.ts'
import { addGroup, addMember, addOrganisationRoot, addPerson, markBreakGlass } from '../administer.ts'
import {
  beginRegistration,
  findUsableMethods,
  finishRegistration,
  issuePass,
  listPasskeysWithState,
  lookUpName,
  mayRegister,
  type Person,
  redeemPass,
  removePasskey,
  type Session,
  type Tenant,
} from '../index.ts'

const allowed = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'
const root = makeRoot()
const stranger = makeRoot()
const certificateOf = (issuer: typeof root, aaguid: string) =>
  issue(issuer, { extensions: [aaguidExtension(fromHex(aaguid.replaceAll('-', '')))] })
const deviceBound = { backupEligible: false, backupState: false } as const
const attested = { ...deviceBound, aaguid: allowed, certificate: certificateOf(root, allowed) }

let world: World
let tenant: Tenant
let person: Person
let session: Session
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  tenant = await world.aTenant()
  person = await world.aPerson(tenant)
  session = (await arriveWithPass(world, person)).session
})
afterAll(() => world.close())

const fido2 = (change: object) => patchMethods(world, tenant.tenantId, 'Fido2', change)
const passes = (change: object) => patchMethods(world, tenant.tenantId, 'TemporaryAccessPass', change)
const passkeysOf = () => listPasskeysWithState(world.stores, world.deps, person)
const trustRoot = (aaguids = [allowed]) =>
  addOrganisationRoot(world.deps, {
    ...operator,
    tenantId: tenant.tenantId,
    name: 'Ours',
    certificate: root.der,
    aaguids,
    evidence: 'hardware',
  })
const aGroupWith = async (...members: readonly Person[]) => {
  const { tenantId } = tenant
  const { groupId } = await addGroup(world.deps, { ...operator, tenantId, displayName: 'Contractors' })
  for (const { userId } of members) await addMember(world.deps, { ...operator, tenantId, groupId, userId })
  return groupId
}
const group = (id: string) => ({ targetType: 'group', id })

/** Register with a browser that puts its own options in the place of ours. */
async function registerWith(differ: Differences, alter: object = {}) {
  const binding = registerBinding
  const visitor = aVisitor()
  const options = await beginRegistration(world.deps, { session, visitor, binding })
  const { response } = createPasskey({ ...options, ...alter }, differ)
  return await finishRegistration(world.deps, { session, response, visitor, binding })
}

/** Every option that says something about what the authenticator should be, said otherwise. */
const alterations: readonly (readonly [string, object])[] = [
  ['no attestation', { attestation: 'none' }],
  ['enterprise attestation', { attestation: 'enterprise' }],
  ['another attachment', { authenticatorSelection: { authenticatorAttachment: 'cross-platform' } }],
  [
    'no verification',
    { authenticatorSelection: { userVerification: 'discouraged', residentKey: 'discouraged' } },
  ],
  ['other hints', { hints: ['security-key'] }],
  ['other formats', { attestationFormats: ['none'] }],
  ['other algorithms', { pubKeyCredParams: [{ type: 'public-key', alg: -65535 }] }],
  ['no exclusions', { excludeCredentials: [] }],
  ['other extensions', { extensions: {} }],
  ['no time limit', { timeout: 2 ** 31 }],
]

describe('registering where the policy asks for attestation', () => {
  beforeEach(async () => {
    await trustRoot()
    await fido2({ isAttestationEnforced: true, ...onlyModels(allowed) })
  })

  test('takes an allowed model whose attestation leads to an anchor for it, and says so in the audit', async () => {
    const record = await registerWith(attested)

    expect(record.attestation).toMatchObject({ trusted: true, evidence: 'hardware', anchor: 'organisation' })
    const [audit] = await world.stores.audit.list(tenant.tenantId, { limit: 1, activity: 'passkey_added' })
    expect(audit?.detail).toMatchObject({ modelProven: true, evidence: 'hardware', aaguid: allowed })
  })

  test.each(alterations)('refuses an unattested answer whatever the options said: %s', async (_, alter) => {
    const answer = registerWith({ ...deviceBound, aaguid: allowed }, alter)

    await expect(answer).rejects.toMatchObject({ code: 'not_allowed_by_policy', detail: 'not_attested' })
    expect(await passkeysOf()).toEqual([])
  })

  test.each<[string, Differences, string]>([
    ['attested by a stranger’s root', { certificate: certificateOf(stranger, allowed) }, 'not_attested'],
    ['attested by the key itself', { attestation: 'packed' }, 'not_attested'],
    [
      'another model of the same root',
      { aaguid: other, certificate: certificateOf(root, other) },
      'model_not_allowed',
    ],
    ['synced, and attested as if it were not', { ...attested, backupEligible: true }, 'done'],
  ])('a passkey that is %s: %s', async (_, differ, because) => {
    const attempt = registerWith({ ...deviceBound, aaguid: allowed, ...differ })

    expect(
      await attempt.then(
        () => 'done',
        ({ detail }) => detail,
      ),
    ).toBe(because)
  })

  test('refuses an allowed model’s attestation under another model’s name', async () => {
    const attempt = registerWith({ ...attested, aaguid: other })

    expect(await codeOf(attempt)).toBe('attestation_aaguid_mismatch')
  })

  test('the default asks for more than software', async () => {
    const { tenantId } = tenant
    const soft = { ...operator, tenantId, name: 'Soft', certificate: stranger.der, aaguids: [other] }
    await addOrganisationRoot(world.deps, { ...soft, evidence: 'software' })
    await fido2(onlyModels(allowed, other))

    const attempt = registerWith({
      ...deviceBound,
      aaguid: other,
      certificate: certificateOf(stranger, other),
    })

    await expect(attempt).rejects.toMatchObject({ detail: 'evidence_too_weak' })
  })

  test('a refusal is written down with the profile that said no, and mailed to nobody', async () => {
    await codeOf(registerWith({ ...deviceBound, aaguid: allowed }))

    const [audit] = await world.stores.audit.list(tenant.tenantId, { limit: 1, activity: 'passkey_refused' })
    expect(audit?.detail).toMatchObject({
      aaguid: allowed,
      because: 'not_attested',
      profiles: 'Default passkey profile: not_attested',
      modelProven: false,
    })
    expect(await mails(world, tenant)).not.toContain('passkey_added')
  })
})

describe('registering under the policy of the moment', () => {
  test('asks for the attestation, so that systems do not erase the model', async () => {
    await fido2(onlyModels(allowed))

    const options = await beginRegistration(world.deps, {
      session,
      visitor: aVisitor(),
      binding: registerBinding,
    })

    expect(options.attestation).toBe('direct')
  })

  test('a change between begin and finish binds at finish', async () => {
    const late = meanwhile(world, () => fido2(onlyModels(other)))

    expect(await codeOf(register(late, session, { aaguid: allowed }))).toBe('not_allowed_by_policy')
    expect(await passkeysOf()).toEqual([])
  })

  test('a model that is merely claimed is held against the list, and kept as a claim', async () => {
    await fido2(onlyModels(allowed))

    const record = await registerWith({ aaguid: allowed })

    expect(record.attestation).toMatchObject({ trusted: false, evidence: 'none' })
    expect(await codeOf(registerWith({ aaguid: other }))).toBe('not_allowed_by_policy')
  })

  test('a list may block instead, and not enforced it does nothing', async () => {
    const block = { isEnforced: true, enforcementType: 'block', aaGuids: [allowed] }
    await fido2({ keyRestrictions: block })
    expect(await codeOf(registerWith({ aaguid: allowed }))).toBe('not_allowed_by_policy')
    expect(await codeOf(registerWith({ aaguid: other }))).toBe('done')
    await fido2({ keyRestrictions: { ...block, isEnforced: false } })
    expect(await codeOf(registerWith({ aaguid: allowed }))).toBe('done')
  })

  test.each([
    ['switched off', async () => ({ state: 'disabled' }), 'method_disabled'],
    ['left to administrators', async () => ({ isSelfServiceRegistrationAllowed: false }), 'self_service_off'],
    ['not for a group', async () => ({ excludeTargets: [group(await aGroupWith(person))] }), 'excluded'],
    ['for another group', async () => ({ includeTargets: [group(await aGroupWith())] }), 'not_in_scope'],
  ])('passkeys that are %s are not begun, nor finished', async (_, change, detail) => {
    const options = await beginRegistration(world.deps, {
      session,
      visitor: aVisitor(),
      binding: registerBinding,
    })
    const { response } = createPasskey(options)
    await fido2(await change())

    const late = { session, response, visitor: aVisitor(), binding: registerBinding }
    await expect(finishRegistration(world.deps, late)).rejects.toMatchObject({ detail })
    await expect(registerWith({})).rejects.toMatchObject({ detail })
    expect(await mayRegister(world.deps, session)).toMatchObject({ allow: false, because: detail })
  })

  test('nothing is made in passing that might not be welcome', async () => {
    const { passkey } = await register(world, session)
    const fresh = (await signIn(world, tenant.tenantId, passkey)).session
    expect(await mayRegister(world.deps, fresh, 'conditional')).toEqual({ allow: true })

    await fido2({ isAttestationEnforced: true })

    expect(await mayRegister(world.deps, fresh, 'conditional')).toMatchObject({ because: 'not_attested' })
    expect(await codeOf(register(world, fresh, {}, { mediation: 'conditional' }))).toBe(
      'not_allowed_by_policy',
    )
  })
})

describe('signing in with a passkey under the policy of the moment', () => {
  test('a removed model is dormant at the next sign-in, named with the reason, and awake when restored', async () => {
    const { passkey } = await register(world, session, { aaguid: allowed })
    await fido2(onlyModels(other))

    await expect(signIn(world, tenant.tenantId, passkey)).rejects.toMatchObject({
      code: 'passkey_dormant',
      detail: 'model_not_allowed',
    })
    expect(await passkeysOf()).toMatchObject([{ dormantBecause: 'model_not_allowed' }])

    await fido2(onlyModels(other, allowed))
    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
    expect((await passkeysOf())[0]?.dormantBecause).toBeUndefined()
  })

  test('tightening is undone by the old policy', async () => {
    const { passkey } = await register(world, session, { aaguid: allowed })
    await fido2({ state: 'disabled' })
    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('passkey_dormant')
    await fido2({ state: 'enabled', ...anyModel })

    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
  })

  test('its type counts at every sign-in', async () => {
    const synced = await register(world, session)
    const profile = {
      id: '00000000-0000-0000-0000-000000000001',
      name: 'Devices',
      passkeyTypes: 'deviceBound',
      attestationEnforcement: 'disabled',
      keyRestrictions: anyModel.keyRestrictions,
    }
    await fido2({ passkeyProfiles: [profile] })
    const bound = await register(world, session, deviceBound)

    expect(await codeOf(signIn(world, tenant.tenantId, synced.passkey))).toBe('passkey_dormant')
    expect(await codeOf(signIn(world, tenant.tenantId, bound.passkey, deviceBound))).toBe('done')
  })

  test('attestation that is asked for later shuts nobody out', async () => {
    const { passkey } = await register(world, session)
    await fido2({ isAttestationEnforced: true })

    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
  })

  test('a group that is left out blocks, and only its people', async () => {
    const { passkey } = await register(world, session)
    const ben = await world.aPerson(tenant, 'ben')
    const bens = await register(world, (await arriveWithPass(world, ben)).session)
    await fido2({ excludeTargets: [group(await aGroupWith(ben))] })

    expect(await codeOf(signIn(world, tenant.tenantId, bens.passkey))).toBe('passkey_dormant')
    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
  })

  test('an account kept for emergencies is not held against profiles', async () => {
    const [domain] = await world.stores.tenants.listDomains(tenant.tenantId)
    const ask = { ...operator, tenantId: tenant.tenantId, userName: `glass@${domain}`, displayName: 'Glass' }
    const glass = await addPerson(world.deps, ask)
    const { passkey } = await register(world, (await arriveWithPass(world, glass)).session)
    await markBreakGlass(world.deps, { ...ask, userId: glass.userId })
    await fido2({ state: 'disabled' })

    expect(await codeOf(signIn(world, tenant.tenantId, passkey))).toBe('done')
    expect((await lookUpName(world.deps, tenant.tenantId, glass.userName)).kind).toBe('passkey')
  })

  test('is decided by the policy that holds when the session is made', async () => {
    const { passkey } = await register(world, session, { aaguid: allowed })
    const late = meanwhile(world, () => fido2(onlyModels(other)))

    expect(await codeOf(signIn(late, tenant.tenantId, passkey))).toBe('passkey_dormant')
  })

  test('a stranger with a made-up signature does not learn that it is dormant', async () => {
    const { passkey } = await register(world, session, { aaguid: allowed })
    const { passkey: another } = await register(world, session, { aaguid: allowed })
    await fido2(onlyModels(other))

    const attempt = signIn(world, tenant.tenantId, passkey, { privateKey: another.privateKey })

    expect(await codeOf(attempt)).toBe('signature_invalid')
  })

  test('the log says which profile let it in, or which refused and why', async () => {
    const { passkey } = await register(world, session, { aaguid: allowed })
    await signIn(world, tenant.tenantId, passkey)
    await fido2(onlyModels(other))
    await codeOf(signIn(world, tenant.tenantId, passkey))

    const [refused, let_in] = await signInLog(world, tenant.tenantId)
    const profileId = '00000000-0000-0000-0000-000000000001'
    expect(let_in?.decision?.method).toEqual({ allowed: true, profileId, modelProven: false })
    expect(refused).toMatchObject({ outcome: 'failure', code: 'passkey_dormant', aaguid: allowed })
    expect(refused?.decision?.method).toEqual({
      allowed: false,
      because: 'model_not_allowed',
      profiles: [{ profileId, name: 'Default passkey profile', because: 'model_not_allowed' }],
    })
  })

  test('the proof says which model it was, and what was proven of it', async () => {
    await trustRoot()
    const { passkey } = await register(world, session, attested)

    const { proof } = await signIn(world, tenant.tenantId, passkey, deviceBound)

    expect(proof.passkey).toMatchObject({ aaguid: allowed, attested: true, evidence: 'hardware' })
  })

  test('reads no groups where no rule looks at them', async () => {
    const { passkey } = await register(world, session)
    const { stores } = world
    const listOfPerson = () => Promise.reject(new Error('groups were read'))
    const blind: typeof stores = {
      ...stores,
      atomically: (unit) =>
        stores.atomically((tx) => unit({ ...tx, groups: { ...tx.groups, listOfPerson } })),
    }

    const attempt = signIn({ ...world, deps: { ...world.deps, stores: blind } }, tenant.tenantId, passkey)

    expect(await codeOf(attempt)).toBe('done')
  })
})

describe('what a dormant passkey stands for', () => {
  beforeEach(async () => {
    await register(world, session, { aaguid: allowed })
    await fido2(onlyModels(other))
  })

  test('no page, and nothing to ask for', async () => {
    expect(await lookUpName(world.deps, tenant.tenantId, person.userName)).toEqual({
      kind: 'pass',
      allowCredentials: [],
    })
    await arriveWithPassword(world, person)
    expect((await lookUpName(world.deps, tenant.tenantId, person.userName)).kind).toBe('password')
  })

  test('no way in that could be the last', async () => {
    expect(await findUsableMethods(world.stores, world.deps, person)).toMatchObject({ passkeys: 0 })
    await register(world, session, { aaguid: other })
    const awake = (await passkeysOf()).find(({ dormantBecause }) => dormantBecause === undefined)
    const id = awake?.passkey.id ?? new Uint8Array()
    const mine = (await arriveWithPass(world, person)).session

    const removal = removePasskey(world.deps, { session: mine, credentialId: id, visitor: aVisitor() })

    expect(await codeOf(removal)).toBe('last_method')
  })

  test('a passkey all the same, where somebody with a password alone would add their first', async () => {
    await world.stores.tenants.putSettings(tenant.tenantId, {
      ...tenant.settings,
      passwordMayAddFirstPasskey: true,
    })
    const byPassword = (await arriveWithPassword(world, person)).session

    expect(await mayRegister(world.deps, byPassword)).toMatchObject({ because: 'password_alone' })
  })
})

describe('passes and codes under the policy of the moment', () => {
  const issue = () => issuePass(world.deps, { ...operator, tenantId: tenant.tenantId, userId: person.userId })
  const redeem = (pass: string) =>
    redeemPass(world.deps, {
      tenantId: tenant.tenantId,
      userName: person.userName,
      pass,
      visitor: aVisitor(),
      binding: { purpose: 'sign-in', context: 'flow-1' },
    })

  test('a pass keeps to the terms of the policy, not of the settings of before', async () => {
    await passes({
      maximumLifetimeInMinutes: 30,
      defaultLifetimeInMinutes: 20,
      defaultLength: 14,
      isUsableOnce: true,
    })

    const { pass, record } = await issue()

    expect(pass).toHaveLength(14)
    expect(record).toMatchObject({ once: true })
    expect(record.expiresAt.getTime() - record.startsAt.getTime()).toBe(20 * 60_000)
    expect((await redeem(pass)).proof).toMatchObject({ method: 'temporaryAccessPass', once: true })
  })

  test('none is issued to whom passes are not for', async () => {
    await passes({ excludeTargets: [group(await aGroupWith(person))] })

    await expect(issue()).rejects.toMatchObject({ detail: 'temporaryAccessPass excluded' })
  })

  test('one that was issued before is refused once it was typed right, and only then', async () => {
    const { pass } = await issue()
    await passes({ state: 'disabled' })

    expect(await codeOf(redeem('wrong-pass'))).toBe('pass_incorrect')
    world.after(1)
    expect(await codeOf(redeem(pass))).toBe('not_allowed_by_policy')
    const [refused] = await signInLog(world, tenant.tenantId)
    expect(refused?.decision?.method).toEqual({ allowed: false, because: 'method_disabled' })
    await passes({ state: 'enabled' })
    expect(await codeOf(redeem(pass))).toBe('done')
  })
})
