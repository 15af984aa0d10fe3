import { concatBytes } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { ecKey, register, type SoftKey, sha256, type ToAttest } from '../honest-ceremony.fixture.ts'
import { der, extension, issue, makeRoot, octets, sequence } from './certificates.fixture.ts'
import { type Members, toStatement } from './statement.fixture.ts'

const root = makeRoot()

/** What is different about the certificate, or the statement around it. */
interface AppleChange {
  readonly nonce?: Uint8Array
  readonly value?: Uint8Array
  readonly extensionId?: string
  readonly certified?: SoftKey
  readonly members?: Members
}

const apple =
  (change: AppleChange = {}) =>
  ({ authenticatorData, clientDataHash, key }: ToAttest) => {
    const nonce = change.nonce ?? sha256(concatBytes(authenticatorData, clientDataHash))
    const value = change.value ?? sequence(der(0xa1, octets(nonce)))
    const certificate = issue(root, {
      key: change.certified ?? key,
      extensions: [extension(change.extensionId ?? '1.2.840.113635.100.8.2', value)],
    })
    return { fmt: 'apple', attStmt: toStatement({ x5c: [certificate.der, root.der], ...change.members }) }
  }

describe('an Apple statement', () => {
  test('is anonymous, and gives its path', () => {
    const { attestation } = register({ attestation: apple() })

    expect(attestation).toMatchObject({ format: 'apple', type: 'anonca', aaguidSigned: true })
    expect(attestation.trustPath).toHaveLength(2)
  })

  test('may carry the algorithm that early systems sent', () => {
    expect(register({ attestation: apple({ members: { alg: -7 } }) }).attestation.type).toBe('anonca')
  })

  const refused: [string, AppleChange, string][] = [
    ['no certificates', { members: { x5c: undefined } }, 'attestation_malformed'],
    ['an unknown member', { members: { sig: new Uint8Array(1) } }, 'attestation_malformed'],
    [
      'bytes that are no certificate',
      { members: { x5c: [new Uint8Array(4)] } },
      'attestation_certificate_malformed',
    ],
    ['no nonce', { extensionId: '1.2.3' }, 'attestation_certificate_unfit'],
    ['a nonce that is not wrapped', { value: octets(new Uint8Array(32)) }, 'attestation_certificate_unfit'],
    [
      'a nonce under another tag',
      { value: sequence(der(0xa0, octets(new Uint8Array(32)))) },
      'attestation_certificate_unfit',
    ],
    ['an empty wrapping', { value: sequence() }, 'attestation_certificate_unfit'],
    ['bytes that are not DER', { value: new Uint8Array([0x30, 0x80]) }, 'attestation_certificate_unfit'],
    ['the nonce of another ceremony', { nonce: new Uint8Array(32) }, 'attestation_challenge_mismatch'],
    ['the beginning of a nonce', { nonce: new Uint8Array(8) }, 'attestation_challenge_mismatch'],
    ['a certificate of another key', { certified: ecKey() }, 'attestation_key_mismatch'],
  ]

  test.each(refused)('is refused with %s', (_, change, code) => {
    expect(() => register({ attestation: apple(change) })).toThrow(expect.objectContaining({ code }))
  })
})
