import { describe, expect, test } from 'vitest'
import { CeremonyRefusal, type ExpectedTpmEvidence, type TpmEvidence, verifyTpmEvidence } from '../index.ts'
import {
  playTpm,
  saidBySwtpm,
  type TpmDifferences,
  withAttribute,
  withoutAttribute,
} from './tpm-evidence.fixture.ts'

function refusalOf(said: TpmEvidence & ExpectedTpmEvidence): string {
  try {
    verifyTpmEvidence(said, said)
  } catch (cause) {
    if (cause instanceof CeremonyRefusal) return cause.message
    throw cause
  }
  return 'verified'
}

describe('what a TPM says of a device', () => {
  test('is believed as far as it goes, from swtpm', () => {
    const { attestationKeyName } = verifyTpmEvidence(saidBySwtpm, saidBySwtpm)

    expect(attestationKeyName.subarray(0, 2)).toEqual(Uint8Array.of(0, 0x0b))
    expect(attestationKeyName).toHaveLength(34)
  })

  test.each(['ecc', 'rsa'] as const)(
    'may be signed with %s, and may be played by a program',
    (attestation) => {
      expect(refusalOf(playTpm({ attestation }))).toBe('verified')
    },
  )

  test.each<[string, TpmDifferences, string]>([
    ['magic', { magic: 0xff544348 }, 'attestation_tpm_structure_unfit: magic'],
    ['kind of statement', { type: 0x8018 }, 'attestation_tpm_structure_unfit: type'],
    ['request', { extraData: new Uint8Array(32) }, 'attestation_challenge_mismatch'],
    ['name', { name: new Uint8Array(34) }, 'attestation_tpm_structure_unfit: attested name'],
    ['digest for names', { nameAlgorithm: 4 }, 'attestation_tpm_structure_unfit: nameAlg'],
    ['small key', { attestation: 'small rsa' }, 'attestation_signature_invalid'],
    ...(['attestation', 'device'] as const).flatMap((key) =>
      (
        [
          ['fixedTPM', 1],
          ['fixedParent', 4],
          ['sensitiveDataOrigin', 5],
          ['sign', 18],
        ] as const
      ).map(([name, bit]): [string, TpmDifferences, string] => [
        `${key} key without ${name}`,
        { [`${key}Attributes`]: withoutAttribute(key, bit) },
        `attestation_tpm_structure_unfit: ${key}Key: ${name}`,
      ]),
    ),
    [
      'attestation key that is not restricted',
      { attestationAttributes: withoutAttribute('attestation', 16) },
      'attestation_tpm_structure_unfit: attestationKey: restricted',
    ],
    [
      'key that decrypts',
      { deviceAttributes: withAttribute('device', 17) },
      'attestation_tpm_structure_unfit: deviceKey: decrypt',
    ],
  ])('is refused with another %s', (_, change, refusal) => {
    expect(refusalOf(playTpm(change))).toBe(refusal)
  })

  test('is refused about another key, and for another request', () => {
    const other = playTpm()

    expect(refusalOf({ ...saidBySwtpm, publicKey: other.publicKey })).toBe('attestation_key_mismatch')
    expect(refusalOf({ ...saidBySwtpm, publicKey: Uint8Array.of(1) })).toBe('attestation_key_mismatch')
    expect(refusalOf({ ...saidBySwtpm, request: other.request })).toBe('attestation_challenge_mismatch')
    expect(refusalOf({ ...saidBySwtpm, attestationKey: other.attestationKey })).toBe(
      'attestation_signature_invalid',
    )
  })

  test.each(['attestationKey', 'deviceKey', 'certifyInfo', 'signature'] as const)(
    'is refused with %s cut short anywhere, or with a byte more, by name',
    (part) => {
      const whole = saidBySwtpm[part]
      for (let length = 0; length < whole.length; length++) {
        expect(refusalOf({ ...saidBySwtpm, [part]: whole.subarray(0, length) })).toMatch(
          /^attestation_(tpm_structure_unfit|challenge_mismatch)/,
        )
      }
      expect(refusalOf({ ...saidBySwtpm, [part]: Uint8Array.of(...whole, 0) })).toMatch(
        /^attestation_tpm_structure_unfit/,
      )
    },
  )

  test('is refused with a bit of any byte turned', () => {
    for (const part of ['deviceKey', 'certifyInfo', 'signature'] as const) {
      for (let i = 0; i < saidBySwtpm[part].length; i++) {
        const turned = Uint8Array.from(saidBySwtpm[part])
        turned[i] = (turned[i] ?? 0) ^ 1
        expect(refusalOf({ ...saidBySwtpm, [part]: turned }), `${part} ${i}`).not.toBe('verified')
      }
    }
  })
})
