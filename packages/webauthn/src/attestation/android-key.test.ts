import { concatBytes } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { ecKey, register, type SoftKey, signWith, type ToAttest } from '../honest-ceremony.fixture.ts'
import { der, extension, integer, issue, makeRoot, octets, sequence } from './certificates.fixture.ts'
import { type Members, toStatement } from './statement.fixture.ts'

const root = makeRoot()

const enumerated = (value: number) => der(0x0a, Uint8Array.of(value))
const tagged = (tag: number, content: Uint8Array) =>
  der(tag < 31 ? 0xa0 | tag : [0xbf, 0x80 | (tag >> 7), tag & 0x7f], content)

const purposes = (...values: readonly number[]) => tagged(1, der(0x31, ...values.map(integer)))
const origin = (value: number) => tagged(702, integer(value))
const allApplications = tagged(600, der(0x05))
const nobodyNeedBeAsked = tagged(503, der(0x05))
const generatedForSigning = [purposes(2), nobodyNeedBeAsked, origin(0)]

/** What is different about the key description, or the statement around it. */
interface AndroidChange {
  readonly attestationLevel?: number
  readonly keyLevel?: number
  readonly challenge?: Uint8Array
  readonly software?: readonly Uint8Array[]
  readonly hardware?: readonly Uint8Array[]
  readonly description?: Uint8Array
  readonly descriptionId?: string
  readonly certified?: SoftKey
  readonly signer?: SoftKey
  readonly members?: Members
}

const android =
  (change: AndroidChange = {}) =>
  ({ authenticatorData, clientDataHash, key }: ToAttest) => {
    const description = sequence(
      der(0x02, Uint8Array.of(0x01, 0x2c)),
      enumerated(change.attestationLevel ?? 1),
      integer(100),
      enumerated(change.keyLevel ?? change.attestationLevel ?? 1),
      octets(change.challenge ?? clientDataHash),
      octets(new Uint8Array()),
      sequence(...(change.software ?? [nobodyNeedBeAsked])),
      sequence(...(change.hardware ?? generatedForSigning)),
    )
    const id = change.descriptionId ?? '1.3.6.1.4.1.11129.2.1.17'
    const certificate = issue(root, {
      key: change.certified ?? key,
      extensions: [extension(id, change.description ?? description)],
    })
    const sig = signWith(change.signer ?? key, concatBytes(authenticatorData, clientDataHash))
    return {
      fmt: 'android-key',
      attStmt: toStatement({ alg: -7, sig, x5c: [certificate.der, root.der], ...change.members }),
    }
  }

describe('an Android key’s statement', () => {
  test.each([
    [0, 'software'],
    [1, 'trusted_environment'],
    [2, 'strongbox'],
  ])('of security level %i says it is %s', (attestationLevel, androidSecurityLevel) => {
    const { attestation } = register({ attestation: android({ attestationLevel }) })

    expect(attestation).toMatchObject({ format: 'android-key', type: 'basic', androidSecurityLevel })
    expect(attestation.trustPath).toHaveLength(2)
  })

  test('is worth the weaker of what made the certificate and what holds the key', () => {
    const { attestation } = register({ attestation: android({ attestationLevel: 2, keyLevel: 0 }) })

    expect(attestation.androidSecurityLevel).toBe('software')
  })

  test('may be silent about a key that only software guards', () => {
    const { attestation } = register({
      attestation: android({ attestationLevel: 0, software: [], hardware: [] }),
    })

    expect(attestation.androidSecurityLevel).toBe('software')
  })

  const refused: [string, AndroidChange, string][] = [
    ['no algorithm', { members: { alg: undefined } }, 'attestation_malformed'],
    ['no signature', { members: { sig: undefined } }, 'attestation_malformed'],
    ['no certificates', { members: { x5c: undefined } }, 'attestation_malformed'],
    ['an unknown member', { members: { ver: '2' } }, 'attestation_malformed'],
    ['another algorithm', { members: { alg: -257 } }, 'attestation_algorithm_mismatch'],
    ['the signature of another key', { signer: ecKey() }, 'attestation_signature_invalid'],
    ['a certificate of another key', otherKey(), 'attestation_key_mismatch'],
    ['no key description', { descriptionId: '1.2.3' }, 'attestation_certificate_unfit'],
    ['a key description that is text', { description: der(0x0c) }, 'attestation_certificate_unfit'],
    [
      'a key description that is cut off',
      { description: sequence(integer(3)) },
      'attestation_certificate_unfit',
    ],
    ['an unknown security level', { attestationLevel: 3 }, 'attestation_certificate_unfit'],
    ['another ceremony', { challenge: new Uint8Array(32) }, 'attestation_challenge_mismatch'],
    [
      'a key for all applications',
      { hardware: [...generatedForSigning, allApplications] },
      'attestation_key_description_unfit',
    ],
    [
      'a key for all applications, says software',
      { software: [allApplications] },
      'attestation_key_description_unfit',
    ],
    ['an imported key', { hardware: [purposes(2), origin(2)] }, 'attestation_key_description_unfit'],
    ['an imported key, says software', { software: [origin(2)] }, 'attestation_key_description_unfit'],
    ['a key of no origin', { hardware: [purposes(2)] }, 'attestation_key_description_unfit'],
    [
      'an origin only software vouches for',
      { hardware: [purposes(2)], software: [origin(0)] },
      'attestation_key_description_unfit',
    ],
    ['a key of no purpose', { hardware: [origin(0)] }, 'attestation_key_description_unfit'],
    [
      'a key that also decrypts',
      { hardware: [purposes(1, 2), origin(0)] },
      'attestation_key_description_unfit',
    ],
    ['a key that verifies', { hardware: [purposes(3), origin(0)] }, 'attestation_key_description_unfit'],
    ['an origin twice', { hardware: [...generatedForSigning, origin(0)] }, 'attestation_certificate_unfit'],
    [
      'a software key that was imported',
      { attestationLevel: 0, hardware: [], software: [origin(2)] },
      'attestation_key_description_unfit',
    ],
  ]

  test.each(refused)('is refused with %s', (_, change, code) => {
    expect(() => register({ attestation: android(change) })).toThrow(expect.objectContaining({ code }))
  })
})

/** Signed by the key of the certificate, which is not the credential's. */
function otherKey(): AndroidChange {
  const key = ecKey()
  return { certified: key, signer: key }
}
