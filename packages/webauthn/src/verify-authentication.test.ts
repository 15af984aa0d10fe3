import { encodeCbor, toBase64url, toCoseKey, toUtf8 } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import {
  AT,
  type AuthenticationChange,
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
import { type CeremonyRefusalCode, importPublicKey, readAuthenticationResponse } from './index.ts'

const other = new Uint8Array([9])

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
    expect(authenticate({ expected: { allowCredentials: [other, credentialId] } }).userPresent).toBe(true)
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

  const differences: [string, AuthenticationChange, CeremonyRefusalCode][] = [
    ['another type of credential', { json: { type: 'publickey' } }, 'credential_type_unknown'],
    ['an ID that is not the raw ID', { json: { id: 'AQ' } }, 'credential_id_mismatch'],
    ['no authenticator data', { response: { authenticatorData: undefined } }, 'malformed'],
    ['no signature', { response: { signature: '' } }, 'malformed'],
    ['a signature with stray bits', { response: { signature: 'AR' } }, 'malformed'],
    ['an enormous signature', { response: { signature: 'A'.repeat(20_000) } }, 'too_large'],
    ['enormous authenticator data', { response: { authenticatorData: 'A'.repeat(20_000) } }, 'too_large'],
    ['an empty user handle', { response: { userHandle: '' } }, 'malformed'],
    ['a user handle of 65 bytes', { response: { userHandle: toBase64url(new Uint8Array(66)) } }, 'too_large'],
    ['client data that is not JSON', { clientDataJSON: toUtf8('null') }, 'client_data_malformed'],

    [
      'a credential that was not asked for',
      { expected: { allowCredentials: [other] } },
      'credential_not_allowed',
    ],
    ['the record of another credential', { credential: { id: other } }, 'credential_mismatch'],
    ['no user handle when nobody was named', { response: { userHandle: null } }, 'user_handle_missing'],
    ['the user handle of somebody else', { response: { userHandle: 'AQ' } }, 'user_handle_mismatch'],

    ['a registration', { clientData: { type: 'webauthn.create' } }, 'wrong_ceremony'],
    ['another challenge', { expected: { challenge: other } }, 'challenge_mismatch'],
    ['another origin', { clientData: { origin: 'https://evil.example' } }, 'origin_mismatch'],
    [
      'an origin that ends alike',
      { clientData: { origin: 'https://evil-login.example.org' } },
      'origin_mismatch',
    ],
    ['a frame nobody expects', { clientData: { crossOrigin: true } }, 'cross_origin_not_allowed'],
    [
      'a frame in a page when no page was named',
      { clientData: { crossOrigin: true, topOrigin: origin }, expected: { allowCrossOrigin: true } },
      'top_origin_mismatch',
    ],

    [
      'authenticator data that is cut off',
      { authenticatorData: (b) => b.subarray(0, 36) },
      'authenticator_data_malformed',
    ],
    ['bytes behind the authenticator data', { extensions: other }, 'authenticator_data_malformed'],
    [
      'a new credential',
      { flags: UP | UV | BE | BS | AT, extensions: credential() },
      'attested_credential_unexpected',
    ],
    ['another RP ID', { rpId: 'evil.example' }, 'rp_id_mismatch'],
    ['nobody there', { flags: UV | BE | BS }, 'user_not_present'],
    ['nobody verified', { flags: UP | BE | BS }, 'user_not_verified'],
    ['BS without BE', { flags: UP | UV | BS }, 'backup_flags_impossible'],
    [
      'a key that has become copyable',
      { credential: { backupEligible: false } },
      'backup_eligibility_changed',
    ],
    ['a key that has ceased to be copyable', { flags: UP | UV }, 'backup_eligibility_changed'],

    ['a signature with a flipped bit', { signature: flipLast }, 'signature_invalid'],
    ['a signature of another length', { signature: (s) => s.subarray(0, s.length - 1) }, 'signature_invalid'],
    ['a signature with bytes behind it', { signature: (s) => Uint8Array.of(...s, 0) }, 'signature_invalid'],
    ['a signature of plain r and s', { signature: () => new Uint8Array(64).fill(7) }, 'signature_invalid'],
    [
      'a signature of zeros',
      { signature: () => Uint8Array.of(0x30, 6, 2, 1, 0, 2, 1, 0) },
      'signature_invalid',
    ],
    [
      'a signature of another key',
      { credential: { publicKey: importPublicKey(toCoseKey(ecKey().cose)) } },
      'signature_invalid',
    ],
  ]

  test.each(differences)('refuses %s', (_, change, code) => {
    expect(() => authenticate(change)).toThrow(expect.objectContaining({ name: 'CeremonyRefusal', code }))
  })

  test.each([[null], [undefined], [7], ['x'], [[]], [{}]])('refuses %j for an answer', (json) => {
    expect(() => readAuthenticationResponse(json)).toThrow(
      expect.objectContaining({ name: 'CeremonyRefusal' }),
    )
  })
})

function flipLast(signature: Uint8Array): Uint8Array {
  const flipped = Uint8Array.from(signature)
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1
  return flipped
}

/** 16 bytes of AAGUID, an ID of one byte, and the smallest map. */
function credential(): Uint8Array {
  return Uint8Array.of(...new Uint8Array(16), 0, 1, 1, 0xa0)
}
