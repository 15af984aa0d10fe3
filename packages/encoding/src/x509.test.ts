import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { fromHex, toHex } from './index.ts'
import {
  readCertificate,
  readDer,
  readDerBitString,
  readDerBoolean,
  readDerChildren,
  readDerInteger,
  readDerObjectId,
} from './x509.ts'

// Thousands of examples each: seconds on a machine that does nothing else, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

/** The roots Node ships: real certificates of many hands. */
const roots = rootCertificates.map((pem) => new X509Certificate(pem))

describe('reading DER', () => {
  test.each([
    ['020100', 0],
    ['02017f', 127],
    ['0201ff', -1],
    ['02020080', 128],
    ['0202ff7f', -129],
    ['0203010001', 65_537],
    ['0a0102', 2],
  ])('reads the integer %s', (hex, value) => {
    expect(readDerInteger(readDer(fromHex(hex)))).toBe(value)
  })

  test.each([
    ['06032b6570', '1.3.101.112'],
    ['06082a8648ce3d040302', '1.2.840.10045.4.3.2'],
    ['060b2b0601040182e51c010104', '1.3.6.1.4.1.45724.1.1.4'],
    ['06056781050803', '2.23.133.8.3'],
    ['0603883703', '2.999.3'],
  ])('reads the object identifier %s', (hex, id) => {
    expect(readDerObjectId(readDer(fromHex(hex)))).toBe(id)
  })

  test('reads long tags and long lengths', () => {
    const element = readDer(fromHex(`bf853e8180${'00'.repeat(128)}`))

    expect(element).toMatchObject({ tagClass: 'context', tag: 702, constructed: true })
    expect(element.content).toHaveLength(128)
  })

  test.each([
    ['nothing', '', 'truncated'],
    ['a tag alone', '30', 'truncated'],
    ['a length without its bytes', '0482', 'truncated'],
    ['content that is cut off', '040201', 'truncated'],
    ['a second element', '05000500', 'trailing_bytes'],
    ['an indefinite length', '30800000', 'not_shortest'],
    ['a length of one byte in two', '04810100', 'not_shortest'],
    ['a length of two bytes in three', '0482007f', 'not_shortest'],
    ['a length of four bytes', '048401000000', 'not_shortest'],
    ['a small tag in the long form', '1f0500', 'not_shortest'],
    ['a long tag with a leading zero', '1f801f00', 'not_shortest'],
    ['an endless tag', '1fffffffff00', 'unexpected_element'],
  ])('refuses %s', (_, hex, code) => {
    expect(() => readDer(fromHex(hex))).toThrow(expect.objectContaining({ name: 'DerRefusal', code }))
  })

  test.each([
    ['a padded integer', readDerInteger, '02020001', 'not_shortest'],
    ['a padded negative integer', readDerInteger, '0202ff80', 'not_shortest'],
    ['an empty integer', readDerInteger, '0200', 'unexpected_element'],
    ['an integer of seven bytes', readDerInteger, '020701000000000000', 'unexpected_element'],
    ['an integer that is octets', readDerInteger, '040101', 'unexpected_element'],
    ['a padded object identifier', readDerObjectId, '06028001', 'not_shortest'],
    ['an object identifier that is cut off', readDerObjectId, '060181', 'unexpected_element'],
    ['an empty object identifier', readDerObjectId, '0600', 'unexpected_element'],
    ['an arc of ninety bits', readDerObjectId, '060dffffffffffffffffffffffff7f', 'unexpected_element'],
    ['a boolean of one', readDerBoolean, '010101', 'unexpected_element'],
    ['a boolean of two bytes', readDerBoolean, '0102ffff', 'unexpected_element'],
    ['a bit string without a count', readDerBitString, '0300', 'unexpected_element'],
    ['a bit string with eight bits to spare', readDerBitString, '03020800', 'unexpected_element'],
    ['children of octets', readDerChildren, '040105', 'unexpected_element'],
  ])('refuses %s', (_, read, hex, code) => {
    expect(() => read(readDer(fromHex(hex)))).toThrow(expect.objectContaining({ name: 'DerRefusal', code }))
  })
})

describe('reading a certificate', () => {
  test('agrees with OpenSSL about more than a hundred roots', () => {
    expect(roots.length).toBeGreaterThan(100)
    for (const root of roots) {
      const certificate = readCertificate(root.raw)

      expect(certificate.basicConstraints?.ca ?? false).toBe(root.ca)
      expect(certificate.notBefore).toEqual(new Date(root.validFrom))
      expect(certificate.notAfter).toEqual(new Date(root.validTo))
      expect(BigInt(`0x${toHex(certificate.serialNumber)}`)).toBe(BigInt(`0x${root.serialNumber}`))
      expect(certificate.issuer.bytes).toEqual(certificate.subject.bytes)
      expect(toHex(certificate.publicKey)).toBe(
        root.publicKey.export({ format: 'der', type: 'spki' }).toString('hex'),
      )
      const commonName = certificate.subject.attributes.find(({ type }) => type === '2.5.4.3')?.value
      if (commonName !== undefined) expect(root.subject).toContain(`CN=${commonName}`)
    }
  })

  test('never throws anything but a refusal when a good certificate is damaged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roots),
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        ({ raw }, at, byte) => {
          const damaged = Uint8Array.from(raw)
          damaged[at % damaged.length] = byte

          expect(nameOfFailure(() => readCertificate(damaged))).toMatch(/^(nothing|CertificateRefusal)$/)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('never throws anything but a refusal, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300, size: 'max' }), (bytes) => {
        expect(nameOfFailure(() => readCertificate(bytes))).toBe('CertificateRefusal')
      }),
      { numRuns: 1_000 },
    )
  })

  test('refuses a certificate of a hundred kilobytes unread', () => {
    expect(() => readCertificate(new Uint8Array(100_000))).toThrow(
      expect.objectContaining({ code: 'too_large' }),
    )
  })
})

function nameOfFailure(run: () => unknown): string {
  try {
    run()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.name : 'no error at all'
  }
}
