import { encodeCbor } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { authenticationDifferences, flipLast } from './authentication-differences.fixture.ts'
import {
  authenticate,
  BE,
  BS,
  credentialId,
  ED,
  ecKey,
  edKey,
  mlDsaKey,
  origin,
  rsaKey,
  UP,
  UV,
} from './honest-ceremony.fixture.ts'
import { readAuthenticationResponse } from './index.ts'

describe('signing in with a passkey', () => {
  test('establishes what the authenticator signed', () => {
    expect(authenticate()).toEqual({
      credentialId,
      userPresent: true,
      userVerified: true,
      backupEligible: true,
      backupState: true,
      signCount: { stored: 4, received: 5, regressed: false },
      origin,
      crossOrigin: false,
      clientExtensionResults: {},
      claimedAttachment: 'platform',
    })
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
  ])('verifies %s, and refuses it over other bytes', (_, key) => {
    expect(authenticate({ key }).userVerified).toBe(true)
    expect(() => authenticate({ key, signature: flipLast })).toThrow('signature_invalid')
  })

  test('takes extension outputs from the authenticator', () => {
    const extensions = encodeCbor(new Map([['txAuthSimple', 'yes']]))

    expect(authenticate({ flags: UP | UV | BE | BS | ED, extensions }).extensions?.get('txAuthSimple')).toBe(
      'yes',
    )
  })

  test('does without a user handle when the person was named before', () => {
    const change = { response: { userHandle: undefined }, expected: { userHandle: 'if_present' } } as const

    expect(authenticate(change).userVerified).toBe(true)
  })

  test('takes an answer by any credential when none was named, and by one of several that were', () => {
    expect(authenticate({ expected: { allowCredentials: [] } }).userPresent).toBe(true)
    expect(
      authenticate({ expected: { allowCredentials: [Uint8Array.of(9), credentialId] } }).userPresent,
    ).toBe(true)
  })

  test.each([
    ['grew', 4, 5, false],
    ['is not kept by the authenticator', 0, 0, false],
    ['stands still', 5, 5, true],
    ['went back', 9, 5, true],
    ['was lost', 9, 0, true],
    ['appeared', 0, 5, false],
  ])('reports a signature counter that %s', (_, stored, received, regressed) => {
    const change = { signCount: received, credential: { signCount: stored } }
    expect(authenticate(change).signCount).toEqual({ stored, received, regressed })

    const refusing = { ...change, expected: { signatureCounter: 'refuse' } } as const
    if (regressed) expect(() => authenticate(refusing)).toThrow('signature_counter_regressed')
    else expect(authenticate(refusing).signCount.regressed).toBe(false)
  })

  test('a signature that is not this key’s is refused before the counter is looked at', () => {
    const change = { signCount: 0, signature: flipLast, expected: { signatureCounter: 'refuse' } } as const

    expect(() => authenticate(change)).toThrow('signature_invalid')
  })

  test.each(authenticationDifferences)('refuses %s', (_, change, code) => {
    expect(() => authenticate(change)).toThrow(expect.objectContaining({ name: 'CeremonyRefusal', code }))
  })

  test.each([[null], [undefined], [7], ['x'], [[]], [{}]])('refuses %j for an answer', (json) => {
    expect(() => readAuthenticationResponse(json)).toThrow(
      expect.objectContaining({ name: 'CeremonyRefusal' }),
    )
  })
})
