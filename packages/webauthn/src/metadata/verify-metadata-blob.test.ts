import { describe, expect, test } from 'vitest'
import { type CertificateChange, issue, makeRoot, name } from '../attestation/certificates.fixture.ts'
import { ecKey, rsaKey } from '../honest-ceremony.fixture.ts'
import { type ExpectedBlob, MetadataRefusal, type MetadataRefusalCode, verifyMetadataBlob } from '../index.ts'
import {
  base64,
  dnsNames,
  type MetadataService,
  makeEntry,
  makePayload,
  makeService,
  png,
  signBlob,
  today,
  uuid,
} from './metadata.fixture.ts'

const service = makeService()

const verify = (blob: string, change: Partial<ExpectedBlob> = {}, by: MetadataService = service) =>
  verifyMetadataBlob(blob, { roots: [by.root.der], at: today, ...change })

/** The first model of a BLOB with one entry. */
const modelOf = (entry: unknown) => verify(signBlob(service, makePayload({ entries: [entry] }))).models[0]

describe('verifying a metadata BLOB', () => {
  test('gives the number, the day of the next one, and every model', () => {
    const vendor = makeRoot()
    const entries = [makeEntry({ attestationRootCertificates: [base64(vendor.der)], icon: png })]

    const blob = verify(signBlob(service, makePayload({ entries })))

    expect(blob).toEqual({
      number: 42,
      nextUpdate: new Date('2026-04-01T00:00:00Z'),
      unreadable: [],
      models: [
        {
          aaguid: uuid(1),
          description: 'Example Key 001',
          roots: [vendor.der],
          icon: png,
          keyProtection: ['hardware', 'secure_element'],
          attachmentHint: ['external', 'wired', 'nfc'],
          userVerificationMethods: ['passcode_external', 'fingerprint_internal'],
          versions: ['FIDO_2_0', 'FIDO_2_1'],
          extensions: ['credProtect', 'hmac-secret'],
          options: ['rk', 'up'],
          statusReports: [{ status: 'FIDO_CERTIFIED_L1', effectiveDate: '2024-01-02' }],
        },
      ],
    })
  })

  test('reads hundreds of entries', () => {
    const entries = Array.from({ length: 600 }, (_, number) => makeEntry({}, uuid(number + 1)))

    const { models } = verify(signBlob(service, makePayload({ entries })))

    expect(models).toHaveLength(600)
    expect(models.at(-1)?.aaguid).toBe(uuid(600))
  })

  test.each([
    ['RS256', rsaKey()],
    ['PS256', rsaKey()],
    ['ES256', ecKey()],
  ])('takes %s', (alg, key) => {
    const by = makeService({ key })

    expect(verify(signBlob(by, makePayload(), { alg }), {}, by).number).toBe(42)
  })

  test('takes a root that is sent too, and the number it has already', () => {
    const x5c = [...service.path, service.root].map(({ der }) => base64(der))

    expect(verify(signBlob(service, makePayload(), { x5c }), { lastNumber: 42 }).number).toBe(42)
  })

  test('takes the service by its common name where there is no other', () => {
    const by = makeService({ extensions: [] })

    expect(verify(signBlob(by), {}, by).number).toBe(42)
  })

  const stranger = makeService()
  const blob = signBlob(service)
  const [head = '', payload = '', signature = ''] = blob.split('.')
  const otherPayload = signBlob(service, makePayload({ no: 43 })).split('.')[1]
  const signedBy = (change: CertificateChange) => {
    const [, intermediate] = service.path
    const signer = issue(intermediate, { subject: name({ CN: 'mds.fidoalliance.org' }), ...change })
    return signBlob({ ...service, signer, path: [signer, ...service.path.slice(1)] })
  }
  const header = (change: Readonly<Record<string, unknown>>) => signBlob(service, makePayload(), change)
  const saying = (change: Readonly<Record<string, unknown>>) => signBlob(service, makePayload(change))

  test.each<[string, string, MetadataRefusalCode, Partial<ExpectedBlob>?]>([
    [
      'a payload that was tampered with',
      `${head}.${otherPayload}.${signature}`,
      'metadata_signature_invalid',
    ],
    [
      'a signature by somebody else',
      signBlob({ ...service, signer: stranger.signer }),
      'metadata_signature_invalid',
    ],
    ['an empty signature', `${head}.${payload}.`, 'metadata_signature_invalid'],
    [
      'a header that says how to use another kind of key',
      header({ alg: 'RS256' }),
      'metadata_signature_invalid',
    ],
    ['the certificates of a stranger', signBlob(stranger), 'metadata_chain_untrusted'],
    [
      'the certificates of a stranger who sends a root along',
      signBlob({ ...stranger, path: [...stranger.path, stranger.root] }),
      'metadata_chain_untrusted',
    ],
    ['a chain with a gap', header({ x5c: [base64(service.signer.der)] }), 'metadata_chain_untrusted'],
    ['a chain, when no root is trusted', blob, 'metadata_chain_untrusted', { roots: [] }],
    [
      'a signer of another name under the same root',
      signedBy({ subject: name({ CN: 'www.example.com' }), extensions: [dnsNames('www.example.com')] }),
      'metadata_signer_unexpected',
    ],
    [
      'a common name that is right beside DNS names that are not',
      signedBy({ extensions: [dnsNames('www.example.com')] }),
      'metadata_signer_unexpected',
    ],
    ['a wildcard', signedBy({ extensions: [dnsNames('*.fidoalliance.org')] }), 'metadata_signer_unexpected'],
    ['a signer that has expired', signedBy({ notAfter: '20260301000000Z' }), 'metadata_certificate_expired'],
    ['a signer of tomorrow', signedBy({ notBefore: '20270101000000Z' }), 'metadata_certificate_expired'],
    ['an older number', blob, 'metadata_number_older', { lastNumber: 43 }],
    ['no algorithm at all', header({ alg: 'none' }), 'metadata_algorithm_not_allowed'],
    ['a MAC', header({ alg: 'HS256' }), 'metadata_algorithm_not_allowed'],
    ['a certificate that is none', header({ x5c: ['AAAA'] }), 'metadata_certificate_malformed'],
    ['no certificates', header({ x5c: undefined, x5u: 'https://mds.example/' }), 'metadata_malformed'],
    ['a demand nobody understands', header({ crit: ['exp'] }), 'metadata_malformed'],
    ['two parts', `${head}.${payload}`, 'metadata_malformed'],
    ['something else', '<html>', 'metadata_malformed'],
    ['no number', saying({ no: '42' }), 'metadata_payload_malformed'],
    ['a day that is none', saying({ nextUpdate: '2026-02-30' }), 'metadata_payload_malformed'],
    ['entries that are no list', saying({ entries: {} }), 'metadata_payload_malformed'],
    ['a model twice', saying({ entries: [makeEntry(), makeEntry()] }), 'metadata_payload_malformed'],
  ])('refuses %s', (_, text, code, change) => {
    const refused = () => verify(text, change)

    expect(refused).toThrow(MetadataRefusal)
    expect(refused).toThrow(expect.objectContaining({ code }))
  })
})

describe('reading an entry', () => {
  test('keeps only an icon that is a small PNG', () => {
    const svg = `data:image/svg+xml;base64,${base64(new TextEncoder().encode('<svg onload="x()"/>'))}`
    const liar = svg.replace('svg+xml', 'png')

    for (const icon of [svg, liar, 'https://example.com/key.png', `${png}${'A'.repeat(70_000)}`, 7]) {
      expect(modelOf(makeEntry({ icon }))).not.toHaveProperty('icon')
    }
    expect(modelOf(makeEntry({ icon: png }))?.icon).toBe(png)
  })

  test('drops a root that is no certificate, and keeps the others', () => {
    const vendor = makeRoot()
    const wrapped = base64(vendor.der).replace(/(.{64})/g, '$1\n')

    const model = modelOf(makeEntry({ attestationRootCertificates: ['AAAA', wrapped, 7] }))

    expect(model?.roots).toEqual([vendor.der])
  })

  test('makes one line of a name', () => {
    expect(modelOf(makeEntry({ description: ' Key\r\n\u202e5 ' }))?.description).toBe('Key 5')
  })

  test.each([
    ['an AAGUID of zeros', { ...makeEntry(), aaguid: '00000000-0000-0000-0000-000000000000' }, 'aaguid'],
    ['no statement', { ...makeEntry(), metadataStatement: undefined }, 'metadataStatement'],
    ['the statement of another model', makeEntry({ aaguid: uuid(2) }), 'metadataStatement.aaguid'],
    ['no name', makeEntry({ description: '' }), 'description'],
    ['a report without a name', { ...makeEntry(), statusReports: [{}] }, 'statusReports'],
    [
      'a report of no day',
      { ...makeEntry(), statusReports: [{ status: 'REVOKED', effectiveDate: 'soon' }] },
      'statusReports',
    ],
  ])('lets an entry with %s vouch for nothing, and the next one be', (_, entry, because) => {
    const entries = [entry, makeEntry({}, uuid(3))]

    const { models, unreadable } = verify(signBlob(service, makePayload({ entries })))

    expect(models.map(({ aaguid }) => aaguid)).toEqual([uuid(3)])
    expect(unreadable).toEqual([expect.objectContaining({ because })])
  })

  test('passes over models of other protocols', () => {
    const u2f = { attestationCertificateKeyIdentifiers: ['00'], metadataStatement: {}, statusReports: [] }

    const { models, unreadable } = verify(signBlob(service, makePayload({ entries: [u2f] })))

    expect([models, unreadable]).toEqual([[], []])
  })
})
