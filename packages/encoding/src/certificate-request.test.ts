import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { fromHex } from './index.ts'
import { CertificateRefusal, readCertificateRequest, writeDer } from './x509.ts'

// Thousands of examples: seconds on a machine that does nothing else, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

/** `openssl req -new -subj /CN=laptop -outform DER`, of a key made by `openssl ecparam -name prime256v1`. */
const byOpenssl = fromHex(
  '3081cc30730201003011310f300d06035504030c066c6170746f703059301306072a8648ce3d020106082a8648ce3d03010703420004be43fe1e6e726080ee758b1c4f7030812b8707c1e3f7d48f17ba7d49addaae7413bd9899e9de10bec448ca89b43962afe28c61bf145172ce0f9a2923c2cbe356a000300a06082a8648ce3d0403020349003046022100db44a7049956f4530b1824aed81ac2552547cd22e0a7fe3ac4f030564faa8577022100d694b7ee5c668e0536d494c914467a820584abab5e6086b6055ec238714e2283',
)

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const spki = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }))
const ecdsa = writeDer.sequence(writeDer.objectId('1.2.840.10045.4.3.2'))
const nobody = writeDer.sequence()

interface Parts {
  readonly version?: Uint8Array
  readonly name?: Uint8Array
  readonly key?: Uint8Array
  readonly attributes?: Uint8Array
  readonly algorithm?: Uint8Array
  readonly unused?: number
}

/** An honest request, but for what is given. */
function write(parts: Parts = {}, ...more: readonly Uint8Array[]): Uint8Array {
  const { version = writeDer.unsigned(Uint8Array.of(0)), name = nobody, key = spki } = parts
  const info = writeDer.sequence(version, name, key, parts.attributes ?? writeDer.explicit(0))
  const signature = writeDer.bitString(sign('sha256', info, privateKey), parts.unused)
  return writeDer.sequence(info, parts.algorithm ?? ecdsa, signature, ...more)
}

describe('reading a request for a certificate', () => {
  test.each([
    ['of openssl', byOpenssl],
    ['of ours', write()],
    ['with attributes', write({ attributes: writeDer.explicit(0, writeDer.sequence(nobody)) })],
  ])('gives the key, what it signed, and its signature: one %s', (_, bytes) => {
    const request = readCertificateRequest(bytes)

    const key = createPublicKey({ key: Buffer.from(request.publicKey), format: 'der', type: 'spki' })
    expect(key.asymmetricKeyDetails?.namedCurve).toBe('prime256v1')
    expect(verify('sha256', request.signed, key, request.signature)).toBe(true)
  })

  const otherCurve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey
  const point = writeDer.bitString(spki.subarray(-65))
  const ec = writeDer.objectId('1.2.840.10045.2.1')
  const p256 = writeDer.objectId('1.2.840.10045.3.1.7')
  test.each([
    ['of another version', write({ version: writeDer.unsigned(Uint8Array.of(1)) })],
    ['with something else for a name', write({ name: writeDer.sequence(nobody) })],
    [
      'for a key on P-384',
      write({ key: new Uint8Array(otherCurve.export({ format: 'der', type: 'spki' })) }),
    ],
    [
      'for an RSA key',
      write({
        key: writeDer.sequence(writeDer.sequence(writeDer.objectId('1.2.840.113549.1.1.1'), p256), point),
      }),
    ],
    [
      'for a compressed point',
      write({
        key: writeDer.sequence(
          writeDer.sequence(ec, p256),
          writeDer.bitString(Uint8Array.of(2, ...spki.subarray(-64, -32))),
        ),
      }),
    ],
    ['without attributes', write({ attributes: writeDer.octetString(new Uint8Array()) })],
    ['with attributes that are none', write({ attributes: writeDer.explicit(0, writeDer.true()) })],
    [
      'signed in another way',
      write({ algorithm: writeDer.sequence(writeDer.objectId('1.2.840.10045.4.3.3')) }),
    ],
    [
      'signed with parameters',
      write({ algorithm: writeDer.sequence(writeDer.objectId('1.2.840.10045.4.3.2'), nobody) }),
    ],
    ['whose signature ends within a byte', write({ unused: 1 })],
    ['with one part more', write({}, nobody)],
    ['that ends early', write().subarray(0, -1)],
    ['with a byte after it', Uint8Array.of(...write(), 0)],
  ])('refuses one %s', (_, bytes) => {
    expect(() => readCertificateRequest(bytes)).toThrow(new CertificateRefusal('not_a_certificate'))
  })

  test('refuses one that is too large', () => {
    expect(() => readCertificateRequest(new Uint8Array(4097))).toThrow(new CertificateRefusal('too_large'))
  })

  test('throws nothing but a refusal, whatever the bytes', () => {
    const honest = write()
    const changed = fc
      .tuple(fc.nat(honest.length - 1), fc.integer({ min: 0, max: 255 }))
      .map(([at, byte]) => honest.with(at, byte))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), changed), (bytes) => {
        try {
          readCertificateRequest(bytes)
          return true
        } catch (refusal) {
          return refusal instanceof CertificateRefusal
        }
      }),
      { numRuns: 3000 },
    )
  })
})
