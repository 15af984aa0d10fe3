import { describe, expect, test } from 'vitest'
import {
  at,
  type CertificateChange,
  extension,
  type Issued,
  issue,
  makeRoot,
  name,
} from './attestation/certificates.fixture.ts'
import type { AttestationFacts } from './index.ts'
import { type TrustObstacle, verifyTrust } from './index.ts'

const authority: CertificateChange = {
  subject: name({ CN: 'Example Intermediate' }),
  basicConstraints: 'authority',
  keyUsage: 'sign certificates',
}

const root = makeRoot()
const intermediate = issue(root, authority)
const leaf = issue(intermediate)

const attestedBy = (...path: readonly Issued[]): AttestationFacts => ({
  format: 'packed',
  type: path.length === 0 ? 'self' : 'basic',
  trustPath: path.map(({ der }) => der),
  aaguidSigned: true,
})

const trust = (path: readonly Issued[], anchors: readonly Issued[], when = at) =>
  verifyTrust(attestedBy(...path), { anchors: anchors.map(({ der }) => der), at: when })

describe('trusting an attestation', () => {
  test.each<[string, readonly Issued[], Issued]>([
    ['a root that is not sent', [leaf, intermediate], root],
    ['a root that is sent too', [leaf, intermediate, root], root],
    ['an intermediate', [leaf], intermediate],
    ['an intermediate that is sent too', [leaf, intermediate], intermediate],
    ['the attestation certificate itself', [leaf], leaf],
  ])('finds %s among the anchors', (_, path, anchor) => {
    expect(trust(path, [makeRoot(), anchor])).toEqual({ trusted: true, anchor: anchor.der })
  })

  test('does not trust a self-signed root for being in the path', () => {
    expect(trust([leaf, intermediate, root], [])).toEqual({ trusted: false, because: 'no_anchor' })
  })

  test('does not trust a self-signed attestation certificate', () => {
    const alone = issue(undefined)

    expect(trust([alone], [root])).toEqual({ trusted: false, because: 'no_anchor' })
  })

  test('does not trust a root that only has the name of an anchor', () => {
    const impostor = makeRoot()

    expect(trust([issue(impostor), impostor], [root])).toEqual({ trusted: false, because: 'no_anchor' })
  })

  test('takes no anchor that it cannot read', () => {
    const broken = { ...root, der: root.der.subarray(0, 40) }

    expect(trust([leaf, intermediate], [broken]).trusted).toBe(false)
    expect(trust([leaf, intermediate], [broken, root]).trusted).toBe(true)
  })

  const unsigned = Uint8Array.from(leaf.der)
  unsigned[unsigned.length - 1] = (unsigned.at(-1) ?? 0) ^ 1
  const end = {
    ...intermediate,
    der: issue(root, { ...authority, basicConstraints: 'end entity', key: intermediate.key }).der,
  }
  const signer = {
    ...intermediate,
    der: issue(root, { ...authority, keyUsage: 'sign', key: intermediate.key }).der,
  }
  const lowRoot = makeRoot({ pathLength: 0 })
  const middle = issue(lowRoot, authority)
  const oldRoot = makeRoot({ notAfter: '20250101000000Z' })
  const keyId = (value: number) => extension('2.5.29.14', Uint8Array.of(4, 1, value))
  const byKeyId = (value: number) => extension('2.5.29.35', Uint8Array.of(0x30, 3, 0x80, 1, value))
  const numbered = makeRoot({ extensions: [keyId(1)] })

  test.each<[string, readonly Issued[], readonly Issued[], TrustObstacle]>([
    ['no path', [], [root], 'no_trust_path'],
    ['a path out of order', [intermediate, leaf], [], 'not_issued_by_next'],
    ['a path with a gap', [leaf, root], [root], 'not_issued_by_next'],
    ['a broken signature', [{ ...leaf, der: unsigned }, intermediate], [root], 'not_issued_by_next'],
    ['bytes that are no certificate', [{ ...leaf, der: new Uint8Array(5) }], [root], 'certificate_malformed'],
    [
      'bytes further up that are none',
      [leaf, { ...leaf, der: new Uint8Array(5) }],
      [root],
      'certificate_malformed',
    ],
    ['an issuer that is no authority', [leaf, end], [root], 'issuer_not_an_authority'],
    ['an issuer that may not sign certificates', [leaf, signer], [root], 'issuer_not_an_authority'],
    [
      'an attestation certificate as issuer',
      [issue(leaf), leaf, intermediate],
      [root],
      'issuer_not_an_authority',
    ],
    ['an authority too high above', [issue(middle), middle, lowRoot], [], 'path_too_long'],
    ['an anchor too high above', [issue(middle), middle], [lowRoot], 'no_anchor'],
    [
      'a certificate that has expired',
      [issue(root, { notAfter: '20260101000000Z' })],
      [root],
      'outside_validity',
    ],
    [
      'a certificate of tomorrow',
      [issue(root, { notBefore: '20270101000000Z' })],
      [root],
      'outside_validity',
    ],
    ['an anchor that has expired', [issue(oldRoot)], [oldRoot], 'no_anchor'],
    ['SHA-1', [issue(intermediate, { digest: 'sha1' }), intermediate], [root], 'signature_algorithm_weak'],
    [
      'another key identifier',
      [issue(numbered, { extensions: [byKeyId(2)] }), numbered],
      [],
      'not_issued_by_next',
    ],
    [
      'a demand nobody understands',
      [issue(root, { extensions: [extension('1.2.3.4', new Uint8Array(), 'critical')] })],
      [root],
      'critical_extension_unknown',
    ],
  ])('stops at %s', (_, path, anchors, because) => {
    expect(trust(path, anchors)).toEqual({ trusted: false, because })
  })

  test('follows the key identifier of the issuer', () => {
    expect(trust([issue(numbered, { extensions: [byKeyId(1)] })], [numbered]).trusted).toBe(true)
  })

  test('depends on the time it is given, and on no other', () => {
    expect(trust([leaf, intermediate], [root], new Date('2043-12-31')).trusted).toBe(true)
    expect(trust([leaf, intermediate], [root], new Date('2044-01-02')).trusted).toBe(false)
  })
})
