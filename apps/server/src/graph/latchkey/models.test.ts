import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadMetadata, ownModels, type Person } from '@latchkey/identity'
import { addOrganisationRoot } from '@latchkey/identity/administer'
import { makeEntry, makePayload, makeRoot, makeService, name, signBlob } from '@latchkey/webauthn/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, type GraphWorld, openGraphWorld, operator } from '../test-graph-world.ts'

const service = makeService()
const vendor = makeRoot({ subject: name({ O: 'Example Keys', CN: 'Keys Root' }) })
const keyModel = '11111111-2222-4333-8444-555555555555'
const brokenModel = '22222222-2222-4333-8444-555555555555'
const blueKey = '2fc0579f-8113-47ea-b116-bb5a8db9202a'
const nameless = '99999999-2222-4333-8444-555555555555'
const png = `data:image/png;base64,${Buffer.from('89504e470d0a1a0a0000', 'hex').toString('base64')}`

const blobOf = (no: number) =>
  signBlob(
    service,
    makePayload({
      no,
      nextUpdate: '2026-04-01',
      entries: [
        makeEntry({ description: 'Example Key', icon: png }, keyModel),
        {
          ...makeEntry({ description: 'Broken Key' }, brokenModel),
          statusReports: [{ status: 'REVOKED', effectiveDate: '2025-01-01' }],
        },
      ],
    }),
  )

let folder: string
let world: GraphWorld
let administrator: Person
let caller: Caller
const open = async (variables: Readonly<Record<string, string>>) => {
  world = await openGraphWorld([], variables)
  administrator = await world.aPerson('ada', 'globalAdministrator')
  caller = world.as(administrator, 'Policy.ReadWrite.AuthenticationMethod')
}
const load = () => loadMetadata(world.deps, { blob: blobOf(7), roots: [service.root.der] })

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-models-'))
  writeFileSync(join(folder, 'root.der'), service.root.der)
  await open({ LATCHKEY_METADATA_ROOT: join(folder, 'root.der') })
})
afterEach(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Listed {
  readonly aaGuid: string
  readonly displayName: string | null
  readonly people: number
}
const list = async (query = ''): Promise<readonly Listed[]> => {
  const { value } = (await caller('GET', `/latchkey/models${query}`)).json<{ value: Listed[] }>()
  return value
}

describe('listing models', () => {
  test('names what the metadata says, what is known without it, and what is ours', async () => {
    await load()

    const models = await list()

    expect(models.find(({ aaGuid }) => aaGuid === keyModel)).toEqual({
      aaGuid: keyModel,
      displayName: 'Example Key',
      kind: 'securityKey',
      passkeyType: 'deviceBound',
      certification: 'FIDO_CERTIFIED_L1',
      statuses: [],
      source: 'metadata',
      attachment: ['external', 'wired', 'nfc'],
      people: 0,
      hasOwnRoot: false,
      hasIcon: true,
    })
    expect(models.find(({ aaGuid }) => aaGuid === brokenModel)).toMatchObject({ statuses: ['REVOKED'] })
    expect(models.find(({ aaGuid }) => aaGuid === ownModels[0]?.aaguid)).toMatchObject({ kind: 'latchkey' })
    expect(models.find(({ displayName }) => displayName === 'Bitwarden')).toMatchObject({
      passkeyType: 'synced',
    })
  })

  test('counts the people who have each, once, and names what nobody has named', async () => {
    const other = await world.aPerson('ben')
    for (const person of [administrator, administrator, other]) await world.givePasskey(person, blueKey)
    await world.givePasskey(other, nameless)

    const models = await list()

    expect(models.find(({ aaGuid }) => aaGuid === blueKey)).toMatchObject({ people: 2 })
    expect(models.find(({ aaGuid }) => aaGuid === nameless)).toMatchObject({
      people: 1,
      displayName: null,
      source: 'nobody',
    })
    await world.givePasskey(administrator, nameless)
    expect((await list()).find(({ aaGuid }) => aaGuid === nameless)).toMatchObject({ people: 1 })
    world.clock.at = new Date(world.clock.at.getTime() + 61_000)
    expect((await list()).find(({ aaGuid }) => aaGuid === nameless)).toMatchObject({ people: 2 })
  })

  test('finds by a part of the name or the beginning of the AAGUID, and goes on page by page', async () => {
    expect((await list('?$search="titan"')).map(({ displayName }) => displayName)).toEqual(['Google Titan'])
    expect((await list(`?$search="${blueKey.slice(0, 9)}"`)).map(({ aaGuid }) => aaGuid)).toEqual([blueKey])

    const all = (await list()).map(({ aaGuid }) => aaGuid)
    const first = (await caller('GET', '/latchkey/models?$top=20&$count=true')).json()
    const next = new URL(first['@odata.nextLink'])
    const second = (await caller('GET', `${next.pathname.replace('/v1.0', '')}${next.search}`)).json()

    expect(first['@odata.count']).toBe(all.length)
    expect([...first.value, ...second.value].map(({ aaGuid }: Listed) => aaGuid)).toEqual(all.slice(0, 40))
  })

  test('shows one whole, with its picture, which is a PNG or nothing', async () => {
    await load()
    const one = await caller('GET', `/latchkey/models/${keyModel.toUpperCase()}`)
    const icon = await caller('GET', `/latchkey/models/${keyModel}/icon`)

    expect(one.json()).toMatchObject({
      displayName: 'Example Key',
      anchors: [],
      statusReports: [{ status: 'FIDO_CERTIFIED_L1', effectiveDate: '2024-01-02' }],
    })
    expect(icon.headers['content-type']).toBe('image/png')
    expect(icon.rawPayload.subarray(0, 4).toString('hex')).toBe('89504e47')
    expect((await caller('GET', `/latchkey/models/${blueKey}/icon`)).statusCode).toBe(404)
    expect((await caller('GET', '/latchkey/models/x')).statusCode).toBe(400)
  })

  test('is for those who may read the rules', async () => {
    const helper = world.as(await world.aPerson('hal', 'helpDesk'), 'Policy.ReadWrite.AuthenticationMethod')

    expect((await helper('GET', '/latchkey/models')).statusCode).toBe(403)
    expect((await helper('GET', `/latchkey/models/${keyModel}/icon`)).statusCode).toBe(403)
  })
})

const file = { headers: { 'content-type': 'application/octet-stream' } }

describe('the FIDO metadata', () => {
  test('is taken as a file, larger than any JSON may be, and says where it came from', async () => {
    const padded = `${blobOf(8)}${'\n'.repeat(400_000)}`
    const answer = await caller('PUT', '/latchkey/metadata/blob', { ...file, body: padded })

    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      isTrusted: true,
      hasRoot: true,
      source: null,
      held: { number: 8, models: 2, isStale: false, from: 'upload' },
      lastRound: { from: 'upload', outcome: 'loaded', code: null },
    })
    expect((await list('?$search="Example Key"')).length).toBe(1)
  })

  test('is refused by name if it is not theirs, and what was held is still held', async () => {
    await load()
    const forged = signBlob(makeService(), makePayload({ no: 99 }))
    const answer = await caller('PUT', '/latchkey/metadata/blob', { ...file, body: forged })

    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.innerError.code).toBe('metadata_chain_untrusted')
    expect((await caller('GET', '/latchkey/metadata')).json()).toMatchObject({
      held: { number: 7 },
      lastRound: { outcome: 'failed', code: 'metadata_chain_untrusted' },
    })
  })

  test('is taken or refused so many times in an hour, and the log has each', async () => {
    const put = (body: string) => caller('PUT', '/latchkey/metadata/blob', { ...file, body })
    await put(blobOf(8))
    const forged = signBlob(makeService(), makePayload({ no: 99 }))
    for (let each = 0; each < 9; each++) expect((await put(forged)).statusCode).toBe(400)

    const late = await put(blobOf(9))

    expect(late.statusCode).toBe(429)
    const log = await world.deps.stores.audit.list(world.tenant.tenantId, {
      limit: 20,
      activity: 'metadata_uploaded',
    })
    expect(log.map(({ detail }) => detail['outcome']).toSorted()).toEqual([
      ...Array.from({ length: 9 }, () => 'failed'),
      'loaded',
    ])
    expect(log.find(({ detail }) => detail['outcome'] === 'failed')?.detail['code']).toBe(
      'metadata_chain_untrusted',
    )
  })

  test('is not read from anybody who may not change it, and not as JSON', async () => {
    const reader = world.as(await world.aPerson('rae', 'globalReader'), 'Policy.Read.AuthenticationMethod')

    expect((await reader('PUT', '/latchkey/metadata/blob', { ...file, body: blobOf(8) })).statusCode).toBe(
      403,
    )
    expect((await caller('PUT', '/latchkey/metadata/blob', { body: {} })).statusCode).toBe(415)
    expect((await caller('PATCH', '/latchkey/metadata', { ...file, body: 'x' })).statusCode).toBe(415)
    expect(await world.deps.stores.metadata.findState()).toBeUndefined()
  })

  test('cannot be verified where the operator named no root', async () => {
    await world.close()
    await open({})

    for (const answer of [
      await caller('PUT', '/latchkey/metadata/blob', { ...file, body: blobOf(8) }),
      await caller('POST', '/latchkey/metadata/update'),
    ]) {
      expect(answer.statusCode).toBe(409)
      expect(answer.json().error.innerError.code).toBe('metadata_not_configured')
    }
  })

  test('is fetched now from where the operator said, once a minute', async () => {
    await world.close()
    const source = join(folder, 'blob.jwt')
    writeFileSync(source, blobOf(3))
    await open({ LATCHKEY_METADATA_ROOT: join(folder, 'root.der'), LATCHKEY_METADATA_URL: source })

    const first = (await caller('POST', '/latchkey/metadata/update')).json()
    writeFileSync(source, blobOf(4))
    const second = (await caller('POST', '/latchkey/metadata/update')).json()
    world.clock.at = new Date(world.clock.at.getTime() + 61_000)
    const third = (await caller('POST', '/latchkey/metadata/update')).json()

    expect([first, second, third].map(({ held }) => held.number)).toEqual([3, 3, 4])
    expect(third).toMatchObject({ source: 'file', held: { from: 'source' } })
  })

  test('vouches for nobody where the organisation does not trust it', async () => {
    expect((await caller('PATCH', '/latchkey/metadata', { body: { isTrusted: false } })).statusCode).toBe(204)

    const tenant = await world.deps.stores.tenants.find(world.tenant.tenantId)
    expect(tenant?.settings.attestation.trustMetadata).toBe(false)
  })
})

const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(vendor.der).toString('base64')}\n-----END CERTIFICATE-----\n`
const ourKeys = { displayName: 'Our keys', certificate: pem, aaGuids: [keyModel], evidence: 'hardware' }

describe('roots of the organisation', () => {
  test('are added as PEM or DER, shown with what they say, and removed', async () => {
    const made = await caller('POST', '/latchkey/trustRoots', { body: ourKeys })
    const der = Buffer.from(vendor.der).toString('base64')
    const second = { ...ourKeys, displayName: 'The same', certificate: der }
    expect((await caller('POST', '/latchkey/trustRoots', { body: second })).statusCode).toBe(201)

    expect(made.statusCode).toBe(201)
    expect(made.json()).toMatchObject({
      displayName: 'Our keys',
      aaGuids: [keyModel],
      evidence: 'hardware',
      subject: 'O=Example Keys, CN=Keys Root',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect((await list()).find(({ aaGuid }) => aaGuid === keyModel)).toMatchObject({ hasOwnRoot: true })

    expect((await caller('DELETE', `/latchkey/trustRoots/${made.json().id}`)).statusCode).toBe(204)
    const left = (await caller('GET', '/latchkey/trustRoots')).json().value
    expect(left.map(({ displayName }: Listed) => displayName)).toEqual(['The same'])
    expect((await caller('GET', `/latchkey/trustRoots/${made.json().id}`)).statusCode).toBe(404)
  })

  test.each([
    ['no certificate', { certificate: 'hello' }],
    ['no model', { aaGuids: [] }],
    ['one of our own models', { aaGuids: [ownModels[0]?.aaguid] }],
    ['an evidence that is none', { evidence: 'none' }],
  ])('are refused with %s', async (_, change) => {
    const answer = await caller('POST', '/latchkey/trustRoots', { body: { ...ourKeys, ...change } })

    expect(answer.statusCode).toBe(400)
  })

  test('are for global administrators', async () => {
    const policy = world.as(
      await world.aPerson('pat', 'authenticationPolicyAdministrator'),
      'Policy.ReadWrite.AuthenticationMethod',
    )

    expect((await policy('POST', '/latchkey/trustRoots', { body: ourKeys })).statusCode).toBe(403)
    expect((await policy('GET', '/latchkey/trustRoots')).statusCode).toBe(200)
  })

  test('of another organisation are not seen', async () => {
    await addOrganisationRoot(world.deps, {
      ...operator,
      tenantId: world.tenant.tenantId,
      name: 'Ours',
      certificate: vendor.der,
      aaguids: [keyModel],
      evidence: 'tpm',
    })

    expect(await world.deps.stores.trust.listRoots('another')).toEqual([])
    expect((await caller('GET', '/latchkey/trustRoots')).json().value).toHaveLength(1)
  })
})

const phone = { storeUrl: 'https://apps.example/contoso', minimumVersion: '17' }
const provider = { displayName: 'Contoso Authenticator', aaGuids: [keyModel], platforms: { iOS: phone } }

describe('describing providers', () => {
  test('keeps what people are led by, and changes it', async () => {
    const made = await caller('POST', '/latchkey/describedProviders', { body: provider })
    expect(made.statusCode).toBe(201)
    const path = `/latchkey/describedProviders/${made.json().id}`

    const android = { ...phone, minimumVersion: '14', minimumAppVersion: '6.8' }
    const change = { platforms: { iOS: null, android } }
    expect((await caller('PATCH', path, { body: change })).statusCode).toBe(204)

    expect((await caller('GET', path)).json()).toMatchObject({
      displayName: 'Contoso Authenticator',
      aaGuids: [keyModel],
      platforms: { iOS: null, android },
    })
    expect((await caller('DELETE', path)).statusCode).toBe(204)
    expect((await caller('GET', '/latchkey/describedProviders')).json().value).toEqual([])
    const log = await world.deps.stores.audit.list(world.tenant.tenantId, { limit: 9 })
    const activities = log.map(({ activity }) => activity).filter((name) => name.startsWith('provider_'))
    expect(activities.toSorted()).toEqual(['provider_added', 'provider_changed', 'provider_removed'])
  })

  test.each([
    ['an address that is not https', { platforms: { iOS: { ...phone, storeUrl: 'http://apps.example' } } }],
    ['a program for an address', { platforms: { iOS: { ...phone, storeUrl: 'javascript:alert(1)' } } }],
    ['a name in the address', { platforms: { iOS: { ...phone, storeUrl: 'https://a:b@apps.example' } } }],
    ['a version that is none', { platforms: { iOS: { ...phone, minimumVersion: 'new' } } }],
    ['no system', { platforms: {} }],
    ['no model', { aaGuids: [] }],
    ['a model that is none', { aaGuids: ['x'] }],
    ['no name', { displayName: ' ' }],
  ])('refuses %s', async (_, change) => {
    const answer = await caller('POST', '/latchkey/describedProviders', { body: { ...provider, ...change } })

    expect(answer.statusCode).toBe(400)
  })

  test('takes each name once, from those who may change the policy', async () => {
    await caller('POST', '/latchkey/describedProviders', { body: provider })
    const reader = world.as(
      await world.aPerson('rae', 'globalReader'),
      'Policy.ReadWrite.AuthenticationMethod',
    )
    const second = { ...provider, displayName: 'Another' }

    expect((await caller('POST', '/latchkey/describedProviders', { body: provider })).statusCode).toBe(409)
    expect((await reader('POST', '/latchkey/describedProviders', { body: second })).statusCode).toBe(403)
  })
})

describe('our own authenticators', () => {
  const shown = async () => (await caller('GET', '/latchkey/ownAuthenticators')).json().value
  const offer = async (surface: string, body: object) =>
    (await caller('PATCH', `/latchkey/ownAuthenticators/${surface}`, { body })).statusCode

  test('are offered to nobody until the organisation says so, each for itself', async () => {
    expect((await shown()).map(({ isOffered }: { isOffered: boolean }) => isOffered)).toEqual([
      false,
      false,
      false,
    ])

    expect(await offer('extension', { isOffered: true, address: 'https://apps.example/ours' })).toBe(204)
    expect(await offer('phoneApp', { isOffered: true })).toBe(204)

    expect(await shown()).toMatchObject([
      { id: 'extension', isOffered: true, address: 'https://apps.example/ours' },
      { id: 'agent', isOffered: false },
      { id: 'phoneApp', isOffered: true, address: null },
    ])
    expect(await offer('extension', { isOffered: false })).toBe(204)
    expect((await shown())[0]).toMatchObject({ isOffered: false, address: null })
  })

  test('are not changed to what is none', async () => {
    expect(await offer('extension', { isOffered: true, address: 'http://apps.example' })).toBe(400)
    expect(await offer('watch', { isOffered: true })).toBe(404)
    const reader = world.as(
      await world.aPerson('rae', 'globalReader'),
      'Policy.ReadWrite.AuthenticationMethod',
    )
    const answer = await reader('PATCH', '/latchkey/ownAuthenticators/agent', { body: { isOffered: true } })
    expect(answer.statusCode).toBe(403)
  })
})
