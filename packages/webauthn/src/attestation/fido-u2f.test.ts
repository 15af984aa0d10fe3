import { concatBytes } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import {
  AT,
  credentialId,
  ecKey,
  edKey,
  type RegistrationChange,
  register,
  type SoftKey,
  signWith,
  type ToAttest,
} from '../honest-ceremony.fixture.ts'
import { type Issued, issue, makeRoot } from './certificates.fixture.ts'
import { type Members, toStatement } from './statement.fixture.ts'

const root = makeRoot()
const key = issue(root)

const u2f =
  (members: Members = {}, { der, key: signer }: Issued = key) =>
  ({ authenticatorData, clientDataHash, key: credential }: ToAttest) => {
    const message = concatBytes(
      Uint8Array.of(0),
      authenticatorData.subarray(0, 32),
      clientDataHash,
      credentialId,
      publicPoint(credential),
    )
    return {
      fmt: 'fido-u2f',
      attStmt: toStatement({ sig: signWith(signer, message), x5c: [der], ...members }),
    }
  }

function publicPoint({ cose }: SoftKey): Uint8Array {
  return cose.kty === 'EC2' ? concatBytes(Uint8Array.of(4), cose.x, cose.y) : new Uint8Array(65)
}

/** U2F knows presence and nothing else. */
const asU2f: RegistrationChange = {
  flags: 0x01 | AT,
  aaguid: new Uint8Array(16),
  expected: { userVerification: 'preferred', algorithms: [-7, -8, -35] },
}

describe('a U2F statement', () => {
  test('gives its path, and vouches for no AAGUID', () => {
    expect(register({ ...asU2f, attestation: u2f() }).attestation).toEqual({
      format: 'fido-u2f',
      type: 'basic',
      trustPath: [key.der],
      aaguidSigned: false,
    })
  })

  test('says the same when the client puts an AAGUID of its choice beside it', () => {
    const facts = register({ ...asU2f, aaguid: new Uint8Array(16).fill(7), attestation: u2f() })

    expect(facts.attestation.aaguidSigned).toBe(false)
  })

  test.each([
    ['no signature', { sig: undefined }, 'attestation_malformed'],
    ['two certificates', { x5c: [key.der, root.der] }, 'attestation_malformed'],
    ['no certificate', { x5c: [] }, 'attestation_malformed'],
    ['an unknown member', { alg: -7 }, 'attestation_malformed'],
    ['the signature of nobody', { sig: new Uint8Array(70) }, 'attestation_signature_invalid'],
  ])('is refused with %s', (_, members, code) => {
    expect(() => register({ ...asU2f, attestation: u2f(members) })).toThrow(expect.objectContaining({ code }))
  })

  test('is refused with a certificate on another curve', () => {
    const other = issue(root, { key: ecKey('P-384') })

    expect(() => register({ ...asU2f, attestation: u2f({}, other) })).toThrow('attestation_certificate_unfit')
  })

  test.each([
    ['EdDSA', edKey('Ed25519', -8)],
    ['P-384', ecKey('P-384')],
  ])('is refused for a credential of %s, which U2F cannot make', (_, credential) => {
    expect(() => register({ ...asU2f, key: credential, attestation: u2f() })).toThrow(
      'attestation_key_mismatch',
    )
  })

  test('is refused when it was made for another ceremony', () => {
    const replayed = (attested: ToAttest) => u2f()({ ...attested, clientDataHash: new Uint8Array(32) })

    expect(() => register({ ...asU2f, attestation: replayed })).toThrow('attestation_signature_invalid')
  })
})
