import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { readCertificate } from '@latchkey/encoding/x509'
import type { AttestationFacts } from '@latchkey/webauthn'
import {
  base64,
  type Issued,
  issue,
  makeEntry,
  makePayload,
  makeRoot,
  makeService,
  name,
  signBlob,
  uuid,
} from '@latchkey/webauthn/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, operator, type World } from '../../test/world.ts'
import { addOrganisationRoot, rotateKeyring } from '../administer.ts'
import {
  getDeviceCa,
  issueDeviceCertificate,
  judgeAttestation,
  loadMetadata,
  ownModels,
  revokeDeviceCertificates,
  type Tenant,
} from '../index.ts'

const service = makeService()
const vendor = makeRoot({ subject: name({ O: 'Example Keys', CN: 'Keys Root' }) })
const otherVendor = makeRoot({ subject: name({ O: 'Other Keys', CN: 'Other Root' }) })
const theirs = uuid(1)
const ofTheOther = uuid(2)
const soft = uuid(3)
const [own = '', otherOwn = ''] = ownModels.map(({ aaguid }) => aaguid)

let world: World
let tenant: Tenant

beforeEach(async () => {
  world = await openWorld()
  tenant = await world.aTenant()
})
afterEach(() => world.close())

/** A statement whose signature and form were verified, with these certificates. */
const statement = (
  path: readonly (Issued | Uint8Array)[],
  change: Partial<AttestationFacts> = {},
): AttestationFacts => ({
  format: 'packed',
  type: path.length > 0 ? 'basic' : 'self',
  trustPath: path.map((each) => ('der' in each ? each.der : each)),
  aaguidSigned: path.length > 0,
  ...change,
})

const judge = (attestation: AttestationFacts, aaguid = theirs) =>
  judgeAttestation(world.stores, world.deps, tenant.tenantId, attestation, aaguid)

/** Load metadata that names three models. */
const load = (change: Readonly<Record<string, unknown>> = {}) =>
  loadMetadata(world.deps, {
    blob: signBlob(
      service,
      makePayload({
        entries: [
          makeEntry({ attestationRootCertificates: [base64(vendor.der)] }, theirs),
          makeEntry({ attestationRootCertificates: [base64(otherVendor.der)] }, ofTheOther),
          makeEntry({ attestationRootCertificates: [base64(vendor.der)], keyProtection: ['software'] }, soft),
        ],
        ...change,
      }),
    ),
    roots: [service.root.der],
  })

describe('judging by metadata', () => {
  test('trusts what leads to a root of this model, and says what guards the key', async () => {
    await load()

    expect(await judge(statement([issue(vendor)]))).toEqual({
      trusted: true,
      evidence: 'hardware',
      anchor: 'metadata',
      statuses: [],
    })
    expect((await judge(statement([issue(vendor)]), soft)).evidence).toBe('software')
  })

  test('a TPM proves a TPM, and Android what its certificate says, and no more', async () => {
    await load()
    const path = [issue(vendor)]

    expect((await judge(statement(path, { format: 'tpm' }))).evidence).toBe('tpm')
    const android = (androidSecurityLevel: 'software' | 'strongbox' | 'trusted_environment') =>
      judge(statement(path, { format: 'android-key', androidSecurityLevel }))
    expect((await android('software')).evidence).toBe('software')
    expect((await android('strongbox')).evidence).toBe('hardware')
    expect((await android('trusted_environment')).evidence).toBe('hardware')
  })

  test.each<[string, () => AttestationFacts, string, string]>([
    [
      'an AAGUID on the list with nothing behind it',
      () => statement([], { format: 'none', type: 'none' }),
      theirs,
      'not_attested',
    ],
    ['a key that vouches for itself', () => statement([]), theirs, 'not_attested'],
    [
      'an AAGUID on the list with a chain that leads nowhere',
      () => statement([issue(undefined)]),
      theirs,
      'no_anchor',
    ],
    [
      'a self-signed root that came along',
      () => {
        const home = makeRoot({ subject: name({ O: 'Example Keys', CN: 'Keys Root' }) })
        return statement([issue(home), home])
      },
      theirs,
      'no_anchor',
    ],
    [
      'the root of one vendor for the model of another',
      () => statement([issue(otherVendor)]),
      theirs,
      'no_anchor',
    ],
    ['a model nobody vouches for', () => statement([issue(vendor)]), uuid(9), 'no_anchor_for_model'],
    [
      'an AAGUID of zeros',
      () => statement([issue(vendor)]),
      '00000000-0000-0000-0000-000000000000',
      'model_not_named',
    ],
    [
      'a statement that does not sign the AAGUID',
      () => statement([issue(vendor)], { format: 'fido-u2f', aaguidSigned: false }),
      theirs,
      'aaguid_not_signed',
    ],
    [
      'a certificate that is over',
      () => statement([issue(vendor, { notAfter: '20260101000000Z' })]),
      theirs,
      'outside_validity',
    ],
  ])('does not trust %s', async (_, attestation, aaguid, because) => {
    await load()

    expect(await judge(attestation(), aaguid)).toEqual({
      trusted: false,
      evidence: 'none',
      because,
      statuses: [],
    })
  })

  test('of a compound statement the trusted part that proves most counts', async () => {
    await load()
    const parts = [
      statement([issue(vendor)], { format: 'tpm' }),
      statement([issue(undefined)]),
      statement([issue(vendor)]),
    ]

    expect(await judge(statement([issue(vendor)], { format: 'compound', parts }))).toMatchObject({
      trusted: true,
      evidence: 'hardware',
    })
    const stranger = statement([issue(vendor)], {
      format: 'compound',
      parts: [statement([issue(undefined)])],
    })
    expect(await judge(stranger)).toMatchObject({ trusted: false, because: 'no_anchor' })
  })

  test('tells what is wrong with a model, whether it is proven or not', async () => {
    const entry = {
      ...makeEntry({ attestationRootCertificates: [base64(vendor.der)] }, theirs),
      statusReports: [{ status: 'REVOKED' }],
    }
    await load({ entries: [entry] })

    expect((await judge(statement([issue(vendor)]))).statuses).toEqual(['REVOKED'])
    expect((await judge(statement([]))).statuses).toEqual(['REVOKED'])
  })

  test('does not trust it for an organisation that does not', async () => {
    await load()
    const attestation = { trustMetadata: false, badStatus: 'alert' } as const
    await world.stores.tenants.putSettings(tenant.tenantId, { ...tenant.settings, attestation })

    expect((await judge(statement([issue(vendor)]))).because).toBe('no_anchor_for_model')
  })
})

describe('judging by a root of the organisation', () => {
  const trust = (aaguids: readonly string[], evidence: 'software' | 'hardware' = 'hardware') =>
    addOrganisationRoot(world.deps, {
      ...operator,
      tenantId: tenant.tenantId,
      name: 'Our keys',
      certificate: vendor.der,
      aaguids,
      evidence,
    })

  test('trusts it for the models it is bound to, and as the administrator stated', async () => {
    await trust([theirs.toUpperCase()], 'software')

    expect(await judge(statement([issue(vendor)]))).toMatchObject({
      trusted: true,
      evidence: 'software',
      anchor: 'organisation',
    })
    expect((await judge(statement([issue(vendor)]), ofTheOther)).because).toBe('no_anchor_for_model')
  })

  test('does not trust it for another organisation', async () => {
    await trust([theirs])
    tenant = await world.aTenant()

    expect((await judge(statement([issue(vendor)]))).trusted).toBe(false)
  })

  test.each([
    ['one of our own models', [own], 'aaguids'],
    ['an AAGUID of zeros', ['00000000-0000-0000-0000-000000000000'], 'aaguids'],
    ['no model', [], 'aaguids'],
    ['something else', ['yubikey'], 'aaguids'],
  ])('cannot be bound to %s', async (_, aaguids, detail) => {
    await expect(trust(aaguids)).rejects.toMatchObject({ code: 'invalid_input', detail })
  })
})

describe('judging by the device CA', () => {
  const device = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const spki = new Uint8Array(device.publicKey.export({ format: 'der', type: 'spki' }))
  const vouch = (change: Partial<Parameters<typeof issueDeviceCertificate>[1]> = {}) =>
    issueDeviceCertificate(world.deps, {
      ...operator,
      tenantId: tenant.tenantId,
      deviceId: 'laptop-1',
      aaguid: own,
      publicKey: spki,
      ...change,
    })

  test('its certificates are as X.509 and packed attestation want them', async () => {
    const { x5c, record } = await vouch()

    const [leaf, ca] = x5c.map((der) => new X509Certificate(der))
    expect(leaf?.verify(new X509Certificate(x5c[1]).publicKey)).toBe(true)
    expect(ca?.verify(ca.publicKey)).toBe(true)
    expect([leaf?.ca, ca?.ca]).toEqual([false, true])
    expect(ca && leaf?.checkIssued(ca)).toBe(true)
    expect(leaf?.serialNumber.toLowerCase()).toBe(record.serialNumber)
    expect(leaf?.subject).toContain('OU=Authenticator Attestation')
    const read = readCertificate(x5c[0])
    expect(Buffer.from(read.publicKey)).toEqual(Buffer.from(spki))
    expect(read.extensions.get('1.3.6.1.4.1.45724.1.1.4')).toEqual({
      critical: false,
      value: Uint8Array.of(4, 16, ...Buffer.from(own.replaceAll('-', ''), 'hex')),
    })
    expect(read.notAfter.getTime() - read.notBefore.getTime()).toBe(180 * 86_400_000)
  })

  test('trusts a device it vouched for, as far as the device proved itself', async () => {
    const plain = await vouch()
    const better = await vouch({ deviceId: 'laptop-2', evidence: 'tpm' })

    expect(await judge(statement(plain.x5c), own)).toEqual({
      trusted: true,
      evidence: 'software',
      anchor: 'deviceCa',
      deviceSerial: plain.record.serialNumber,
      statuses: [],
    })
    expect((await judge(statement(better.x5c), own)).evidence).toBe('tpm')
  })

  test('vouches for that model of ours and for no other, and nobody else does', async () => {
    const { x5c } = await vouch()
    await load({ entries: [makeEntry({ attestationRootCertificates: [base64(vendor.der)] }, own)] })

    expect((await judge(statement(x5c), otherOwn)).because).toBe('device_model_mismatch')
    expect((await judge(statement(x5c), theirs)).trusted).toBe(false)
    expect((await judge(statement([issue(vendor)]), own)).because).toBe('no_anchor')
    await expect(vouch({ aaguid: theirs })).rejects.toMatchObject({ code: 'invalid_input', detail: 'aaguid' })
  })

  test('does not trust a device whose certificate was taken back, or the device of another organisation', async () => {
    const { x5c } = await vouch()
    const ours = tenant
    tenant = await world.aTenant()
    const stranger = await vouch()
    tenant = ours

    expect((await judge(statement(stranger.x5c), own)).because).toBe('no_anchor')
    const ask = { ...operator, tenantId: ours.tenantId, deviceId: 'laptop-1' }
    expect(await revokeDeviceCertificates(world.deps, ask)).toBe(1)
    expect((await judge(statement(x5c), own)).because).toBe('device_revoked')
  })

  test('is made once, however many need it at once, and outlives a change of keys', async () => {
    const all = await Promise.all([1, 2, 3].map(() => getDeviceCa(world.deps, tenant.tenantId)))
    expect(new Set(all.map(({ certificate }) => Buffer.from(certificate).toString('hex'))).size).toBe(1)

    await rotateKeyring(world.deps)
    const kept = await getDeviceCa(world.deps, tenant.tenantId)

    expect(kept.sealedPrivateKey).not.toEqual(all[0]?.sealedPrivateKey)
    expect((await judge(statement((await vouch()).x5c), own)).trusted).toBe(true)
  })

  test.each([
    ['something that is no key', Uint8Array.of(1, 2, 3)],
    [
      'a key of another curve',
      new Uint8Array(
        generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'der', type: 'spki' }),
      ),
    ],
  ])('vouches not for %s', async (_, publicKey) => {
    await expect(vouch({ publicKey })).rejects.toMatchObject({ code: 'invalid_input', detail: 'publicKey' })
  })
})
