import { concatBytes } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import {
  credentialKey,
  ecKey,
  register,
  rsaKey,
  signWith,
  type ToAttest,
} from '../honest-ceremony.fixture.ts'
import {
  aaguidExtension,
  type CertificateChange,
  extension,
  type Issued,
  issue,
  makeRoot,
  name,
} from './certificates.fixture.ts'
import { type Members, toStatement } from './statement.fixture.ts'

const root = makeRoot()
const leaf = issue(root, { extensions: [aaguidExtension()] })

/** An honest packed statement by this certificate, with some members changed; `undefined` removes one. */
const packed =
  ({ der, key }: Issued, change: Members = {}) =>
  ({ authenticatorData, clientDataHash }: ToAttest) => {
    const sig = signWith(key, concatBytes(authenticatorData, clientDataHash))
    return { fmt: 'packed', attStmt: toStatement({ alg: -7, sig, x5c: [der], ...change }) }
  }

const self =
  (change: Members = {}) =>
  ({ authenticatorData, clientDataHash, key }: ToAttest) => {
    const sig = signWith(key, concatBytes(authenticatorData, clientDataHash))
    return { fmt: 'packed', attStmt: toStatement({ alg: key.cose.algorithm, sig, ...change }) }
  }

describe('a packed statement', () => {
  test('by an attestation certificate gives its path', () => {
    expect(register({ attestation: packed(leaf) }).attestation).toEqual({
      format: 'packed',
      type: 'basic',
      trustPath: [leaf.der],
      aaguidSigned: true,
    })
  })

  test('by a certificate without the AAGUID extension is as good, as the extension is optional', () => {
    const plain = issue(root)

    expect(register({ attestation: packed(plain) }).attestation.type).toBe('basic')
  })

  test('by the credential itself proves only that the credential signs', () => {
    expect(register({ attestation: self() }).attestation).toEqual({
      format: 'packed',
      type: 'self',
      trustPath: [],
      aaguidSigned: false,
    })
  })

  test.each([
    ['an unknown member', { ecdaaKeyId: new Uint8Array(1) }, 'attestation_malformed'],
    ['no algorithm', { alg: undefined }, 'attestation_malformed'],
    ['no signature', { sig: undefined }, 'attestation_malformed'],
    ['no certificate', { x5c: [] }, 'attestation_malformed'],
    ['a certificate that is text', { x5c: ['MII'] }, 'attestation_malformed'],
    ['nine certificates', { x5c: Array(9).fill(leaf.der) }, 'attestation_malformed'],
    ['bytes that are no certificate', { x5c: [new Uint8Array(9)] }, 'attestation_certificate_malformed'],
    ['an enormous certificate', { x5c: [new Uint8Array(20_000)] }, 'attestation_certificate_malformed'],
    ['another algorithm than the certificate’s key takes', { alg: -257 }, 'attestation_algorithm_mismatch'],
    ['ES384 with a key on P-256', { alg: -35 }, 'attestation_algorithm_mismatch'],
    ['an unknown algorithm', { alg: -999 }, 'attestation_algorithm_mismatch'],
    ['the signature of nobody', { sig: new Uint8Array(70) }, 'attestation_signature_invalid'],
  ])('is refused with %s', (_, change, code) => {
    expect(() => register({ attestation: packed(leaf, change) })).toThrow(expect.objectContaining({ code }))
  })

  test('is refused when another key than the certificate’s signed', () => {
    const forged = { ...leaf, key: ecKey() }

    expect(() => register({ attestation: packed(forged) })).toThrow('attestation_signature_invalid')
  })

  test('is refused when it was made for another ceremony', () => {
    const replayed = (attested: ToAttest) => packed(leaf)({ ...attested, clientDataHash: new Uint8Array(32) })

    expect(() => register({ attestation: replayed })).toThrow('attestation_signature_invalid')
  })

  const unfit: [string, CertificateChange][] = [
    ['an authority', { basicConstraints: 'authority' }],
    ['a certificate without basic constraints', { basicConstraints: 'none' }],
    [
      'a subject without country',
      { subject: name({ O: 'Example', OU: 'Authenticator Attestation', CN: 'Key' }) },
    ],
    [
      'a country of three letters',
      { subject: name({ C: 'SWE', O: 'Example', OU: 'Authenticator Attestation', CN: 'Key' }) },
    ],
    [
      'a subject without organisation',
      { subject: name({ C: 'SE', OU: 'Authenticator Attestation', CN: 'Key' }) },
    ],
    [
      'another organisational unit',
      { subject: name({ C: 'SE', O: 'Example', OU: 'Authenticator', CN: 'Key' }) },
    ],
    ['a subject without name', { subject: name({ C: 'SE', O: 'Example', OU: 'Authenticator Attestation' }) }],
    ['a critical AAGUID extension', { extensions: [aaguidExtension(undefined, 'critical')] }],
    [
      'an AAGUID extension that is not octets',
      { extensions: [extension('1.3.6.1.4.1.45724.1.1.4', new Uint8Array(18))] },
    ],
  ]

  test.each(unfit)('is refused with %s', (_, change) => {
    const certificate = issue(root, change)

    expect(() => register({ attestation: packed(certificate) })).toThrow('attestation_certificate_unfit')
  })

  test('is refused with a certificate of version 1', () => {
    const old = issue(root, { version: 1 })

    expect(() => register({ attestation: packed(old) })).toThrow('attestation_certificate_unfit: version')
  })

  test('is refused when the certificate was issued for another model', () => {
    const certificate = issue(root, { extensions: [aaguidExtension(new Uint8Array(16))] })

    expect(() => register({ attestation: packed(certificate) })).toThrow('attestation_aaguid_mismatch')
  })

  test.each([
    ['another algorithm than the key’s', { alg: -257 }, 'attestation_algorithm_mismatch'],
    ['an equal algorithm of another name', { alg: -9 }, 'attestation_algorithm_mismatch'],
    ['the signature of nobody', { sig: new Uint8Array(70) }, 'attestation_signature_invalid'],
  ])('by the credential itself is refused with %s', (_, change, code) => {
    expect(() => register({ attestation: self(change) })).toThrow(expect.objectContaining({ code }))
  })

  test('by the credential itself is refused when another key signed', () => {
    const other = (attested: ToAttest) => self({ alg: -7 })({ ...attested, key: ecKey() })

    expect(() => register({ attestation: other })).toThrow('attestation_signature_invalid')
  })

  test('takes RS256 certificates', () => {
    const rsa = issue(root, { key: rsaKey() })

    expect(register({ attestation: packed(rsa, { alg: -257 }) }).attestation.type).toBe('basic')
  })

  test('is not confused by the credential’s own certificate', () => {
    const own = issue(undefined, { key: credentialKey })

    // It verifies: the signature is right. That nobody trusts it is for `verifyTrust`.
    expect(register({ attestation: packed(own) }).attestation.type).toBe('basic')
  })
})
