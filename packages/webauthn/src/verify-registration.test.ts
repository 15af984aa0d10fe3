import { encodeCbor, toCoseKey } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import {
  AT,
  BE,
  BS,
  credentialId,
  credentialKey,
  ED,
  ecKey,
  edKey,
  mlDsaKey,
  origin,
  register,
  rsaKey,
  UP,
  UV,
} from './honest-ceremony.fixture.ts'
import { readRegistrationResponse } from './index.ts'
import { registrationDifferences } from './registration-differences.fixture.ts'

const honestFlags = UP | UV | BE | BS | AT

describe('registering a passkey', () => {
  test('establishes what the authenticator signed and says what the client only claimed', () => {
    const facts = register({ extensions: encodeCbor(new Map([['credProtect', 3]])), flags: honestFlags | ED })

    expect(facts).toMatchObject({
      algorithm: -7,
      signCount: 5,
      userPresent: true,
      userVerified: true,
      backupEligible: true,
      backupState: true,
      aaguid: '01020304-0506-0708-090a-0b0c0d0e0f10',
      attestation: { format: 'none', type: 'none', trustPath: [], aaguidSigned: false },
      origin,
      crossOrigin: false,
      transports: ['hybrid', 'internal'],
      claimedAttachment: 'platform',
      clientExtensionResults: { credProps: { rk: true } },
    })
    expect(facts.credentialId).toEqual(credentialId)
    expect(facts.publicKey).toEqual(toCoseKey(credentialKey.cose))
    expect(facts.extensions?.get('credProtect')).toBe(3)
  })

  test.each([
    ['ES256', ecKey()],
    ['ESP256', ecKey('P-256', -9)],
    ['ES384', ecKey('P-384')],
    ['ESP384', ecKey('P-384', -51)],
    ['ES512', ecKey('P-521')],
    ['ESP512', ecKey('P-521', -52)],
    ['EdDSA', edKey('Ed25519', -8)],
    ['Ed25519', edKey('Ed25519', -19)],
    ['Ed448', edKey('Ed448', -53)],
    ['RS256', rsaKey()],
    ['ML-DSA-44', mlDsaKey(44)],
    ['ML-DSA-65', mlDsaKey(65)],
  ])('takes a key of %s when it was asked for', (_, softKey) => {
    const { algorithm } = softKey.cose

    expect(register({ key: softKey, expected: { algorithms: [algorithm] } }).algorithm).toBe(algorithm)
    expect(() => register({ key: softKey, expected: { algorithms: [] } })).toThrow('algorithm_not_allowed')
  })

  test('lets the browser make a passkey by itself after a password, without anybody there', () => {
    const flags = BE | BS | AT
    const expected = { userVerification: 'preferred', mediation: 'conditional' } as const

    expect(register({ flags, expected })).toMatchObject({ userPresent: false, userVerified: false })
  })

  test('tells apart user verification that was asked for and user verification that was demanded', () => {
    const flags = UP | BE | BS | AT

    for (const userVerification of ['preferred', 'discouraged'] as const) {
      expect(register({ flags, expected: { userVerification } }).userVerified).toBe(false)
    }
    expect(() => register({ flags })).toThrow('user_not_verified')
  })

  test('works in a frame only where the relying party expects one, around a page it knows', () => {
    const clientData = { crossOrigin: true, topOrigin: 'https://portal.example.com' }
    const expected = { allowCrossOrigin: true, topOrigins: ['https://portal.example.com'] }

    expect(register({ clientData, expected })).toMatchObject(clientData)
  })

  test.each(registrationDifferences)('refuses %s', (_, change, code) => {
    expect(() => register(change)).toThrow(expect.objectContaining({ name: 'CeremonyRefusal', code }))
  })

  test('knows more than sixty differences', () => {
    expect(registrationDifferences.length).toBeGreaterThan(60)
  })

  test.each([[null], [undefined], [7], ['x'], [[]], [{}]])('refuses %j for an answer', (json) => {
    expect(() => readRegistrationResponse(json)).toThrow(expect.objectContaining({ name: 'CeremonyRefusal' }))
  })
})
