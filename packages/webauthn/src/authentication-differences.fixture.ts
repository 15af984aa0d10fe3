/** Every single difference that turns an honest authentication into a refused one. Only tests import this. */
import { toBase64url, toCoseKey, toUtf8 } from '@latchkey/encoding'
import { AT, type AuthenticationChange, BE, BS, ecKey, origin, UP, UV } from './honest-ceremony.fixture.ts'
import { type CeremonyRefusalCode, importPublicKey } from './index.ts'

const other = new Uint8Array([9])

/** A name, what is different, and the name of the refusal it meets. */
export const authenticationDifferences: readonly (readonly [
  string,
  AuthenticationChange,
  CeremonyRefusalCode,
])[] = [
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
  ['a key that has become copyable', { credential: { backupEligible: false } }, 'backup_eligibility_changed'],
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

export function flipLast(signature: Uint8Array): Uint8Array {
  const flipped = Uint8Array.from(signature)
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1
  return flipped
}

/** 16 bytes of AAGUID, an ID of one byte, and the smallest map. */
function credential(): Uint8Array {
  return Uint8Array.of(...new Uint8Array(16), 0, 1, 1, 0xa0)
}
