import {
  attestedRegistration,
  base64,
  makeEntry,
  makePayload,
  makeRoot,
  makeService,
  signBlob,
  uuid,
} from '@latchkey/webauthn/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aPersonWithPasskey, openWorld, operator, type World } from '../../test/world.ts'
import { explainRegistration, grantRole } from '../administer.ts'
import { describeModel, findModelStatus, listModels, loadMetadata, ownModels } from '../index.ts'

const service = makeService()
const stranger = makeService()
const vendor = makeRoot()
const model = uuid(1)
const yubiKey = '2fc0579f-8113-47ea-b116-bb5a8db9202a'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

type Report = Readonly<{ status: string; effectiveDate?: string }>

const payload = (number: number, reports: readonly Report[], aaguid = model) =>
  makePayload({
    no: number,
    entries: [
      {
        ...makeEntry(
          { description: 'Example Key', attestationRootCertificates: [base64(vendor.der)] },
          aaguid,
        ),
        statusReports: reports,
      },
    ],
  })

const load = (number: number, reports: readonly Report[] = [], aaguid?: string) =>
  loadMetadata(world.deps, {
    blob: signBlob(service, payload(number, reports, aaguid)),
    roots: [service.root.der],
  })

const held = async () => (await world.stores.metadata.findState())?.number

describe('loading metadata', () => {
  test('keeps hundreds of models, and replaces them by those of the next BLOB', async () => {
    const entries = Array.from({ length: 500 }, (_, number) => makeEntry({}, uuid(number + 1)))
    const blob = signBlob(service, makePayload({ no: 1, entries }))
    const first = await loadMetadata(world.deps, { blob, roots: [service.root.der] })

    expect(first).toMatchObject({ outcome: 'loaded', state: { number: 1, models: 500 }, unreadable: [] })
    expect(await world.stores.metadata.list()).toHaveLength(500)
    expect((await load(2)).outcome).toBe('loaded')
    expect(await world.stores.metadata.list()).toHaveLength(1)
    expect((await load(2)).outcome).toBe('unchanged')
  })

  test.each([
    ['an older BLOB', () => signBlob(service, payload(6, [])), 'metadata_number_older'],
    ['the BLOB of a stranger', () => signBlob(stranger, payload(8, [])), 'metadata_chain_untrusted'],
    ['a BLOB of nonsense', () => signBlob(service, {}), 'metadata_payload_malformed'],
    ['a page of a proxy', () => '<html>', 'metadata_malformed'],
  ])('refuses %s, and what was held is still held', async (_, blob, code) => {
    await load(7, [{ status: 'REVOKED' }])

    const refused = loadMetadata(world.deps, { blob: blob(), roots: [service.root.der] })

    await expect(refused).rejects.toMatchObject({ code })
    expect(await held()).toBe(7)
    expect(await findModelStatus(world.stores, model, world.deps.now())).toEqual(['REVOKED'])
  })

  test('takes an older one when the operator says so', async () => {
    await load(7)
    const ask = {
      blob: signBlob(service, payload(1, [])),
      roots: [service.root.der],
      evenIfOlder: true,
    } as const

    expect((await loadMetadata(world.deps, ask)).outcome).toBe('loaded')
    expect(await held()).toBe(1)
  })
})

describe('a model in use that turns bad', () => {
  const zeros = '00000000-0000-0000-0000-000000000000'
  const inUse = uuid(5)

  /** A tenant with an administrator, and a passkey of the model. */
  async function inhabited() {
    const tenant = await world.aTenant()
    const { tenantId } = tenant
    const { person, record } = await aPersonWithPasskey(world, tenant)
    const admin = await world.aPerson(tenant, 'ada')
    await grantRole(world.deps, { ...operator, ...admin, role: 'authenticationAdministrator' })
    expect(record.aaguid).toBe(zeros)
    await world.stores.credentials.remove(tenantId, person.userId, record.id)
    await world.stores.credentials.insert({ ...record, aaguid: inUse })
    return { tenantId, admin }
  }

  const alerts = (tenantId: string) =>
    world.stores.audit.list(tenantId, { limit: 9, activity: 'authenticator_status_changed' })

  const mails = async () => {
    const messages = await world.stores.outbox.takeDue(world.deps.now(), world.deps.now(), 99)
    return messages
      .map(({ payload: kept }) => JSON.parse(kept))
      .filter(({ template }) => template === 'authenticator_status_changed')
  }

  test('is told to who administers sign-in, once, where somebody has it', async () => {
    const { tenantId, admin } = await inhabited()
    const other = await world.aTenant()
    await load(1, [{ status: 'FIDO_CERTIFIED_L1' }], inUse)
    expect(await alerts(tenantId)).toEqual([])

    await load(2, [{ status: 'USER_VERIFICATION_BYPASS', effectiveDate: '2026-02-01' }], inUse)
    await load(3, [{ status: 'USER_VERIFICATION_BYPASS', effectiveDate: '2026-02-01' }], inUse)

    expect(await alerts(tenantId)).toMatchObject([
      {
        actor: { kind: 'system' },
        target: { kind: 'authenticatorModel', id: inUse, name: 'Example Key' },
        detail: { statuses: 'USER_VERIFICATION_BYPASS', before: '', passkeys: 1 },
      },
    ])
    expect(await alerts(other.tenantId)).toEqual([])
    expect(await mails()).toMatchObject([
      {
        to: admin.userName,
        values: { name: 'Example Key', statuses: 'USER_VERIFICATION_BYPASS', passkeys: '1' },
      },
    ])
  })

  test('is told when a report that was known before comes into force', async () => {
    const { tenantId } = await inhabited()
    const soon = [{ status: 'REVOKED', effectiveDate: '2026-03-05' }]
    await load(1, soon, inUse)
    expect(await alerts(tenantId)).toEqual([])

    world.after(7 * 86_400)
    await load(2, soon, inUse)

    expect(await alerts(tenantId)).toHaveLength(1)
  })

  test('that is well again is written down, and nobody gets another mail', async () => {
    const { tenantId } = await inhabited()
    await load(1, [{ status: 'ATTESTATION_KEY_COMPROMISE', effectiveDate: '2026-01-01' }], inUse)
    expect(await mails()).toHaveLength(1)
    world.after(60)

    const mended = { status: 'FIDO_CERTIFIED_L1', effectiveDate: '2026-02-01' }
    await load(2, [{ status: 'ATTESTATION_KEY_COMPROMISE', effectiveDate: '2026-01-01' }, mended], inUse)

    expect((await alerts(tenantId))[0]?.detail).toMatchObject({
      statuses: '',
      before: 'ATTESTATION_KEY_COMPROMISE',
    })
    expect(await mails()).toHaveLength(1)
  })
})

describe('describing models', () => {
  const describe_ = (aaguid: string) => describeModel(world.stores, aaguid, world.deps.now())

  test('takes the word of the metadata over what is known without it', async () => {
    expect(await describe_(yubiKey)).toMatchObject({ name: 'YubiKey 5 with NFC', source: 'builtIn' })

    await load(1, [{ status: 'FIDO_CERTIFIED_L2' }, { status: 'REVOKED' }], yubiKey)

    expect(await describe_(yubiKey)).toEqual({
      aaguid: yubiKey,
      name: 'Example Key',
      kind: 'securityKey',
      place: 'securityKey',
      statuses: ['REVOKED'],
      source: 'metadata',
      attachment: ['external', 'wired', 'nfc'],
      hasIcon: false,
    })
  })

  test('lets no metadata speak for our own, and has no name for what nobody knows', async () => {
    const [own] = ownModels
    await load(1, [], own?.aaguid)

    expect(await describe_(own?.aaguid ?? '')).toMatchObject({ name: own?.name, source: 'ours' })
    expect(await describe_(uuid(99))).not.toHaveProperty('name')
  })

  test('lists each model once, by name, and finds by a part of the name or of the AAGUID', async () => {
    await load(1, [], yubiKey)
    const list = (search?: string) =>
      listModels(world.stores, world.deps.now(), search === undefined ? {} : { search })

    const all = await list()
    expect(new Set(all.map(({ aaguid }) => aaguid)).size).toBe(all.length)
    expect(all.filter(({ aaguid }) => aaguid === yubiKey)).toHaveLength(1)
    expect((await list('LATCHKEY')).map(({ source }) => source)).toEqual(['ours', 'ours', 'ours'])
    expect((await list('2fc0579f')).map(({ name }) => name)).toEqual(['Example Key'])
  })
})

describe('explaining a registration', () => {
  const explain = async (given: { attestationObject: Uint8Array; clientDataJSON?: Uint8Array }) =>
    explainRegistration(world.deps, { tenantId: (await world.aTenant()).tenantId, ...given })

  test('says the model, the anchor and the evidence', async () => {
    await load(1)
    const { attestationObject, clientDataJSON } = attestedRegistration(model, vendor)

    const explained = await explain({ attestationObject, clientDataJSON })

    expect(explained.verdict).toEqual({
      trusted: true,
      evidence: 'hardware',
      anchor: 'metadata',
      statuses: [],
    })
    expect(explained.model.name).toBe('Example Key')
  })

  test('says what is in the way', async () => {
    await load(1)
    const self = attestedRegistration(model)
    const strange = attestedRegistration(model, makeRoot())
    const good = attestedRegistration(model, vendor)

    expect((await explain(self)).verdict).toMatchObject({ trusted: false, because: 'not_attested' })
    expect((await explain(strange)).verdict).toMatchObject({ trusted: false, because: 'no_anchor' })
    const altered = { ...good, clientDataJSON: Uint8Array.of(...good.clientDataJSON, 0x20) }
    expect((await explain(altered)).verdict).toMatchObject({ trusted: false, because: 'not_attested' })
  })
})
