/** Every single difference that turns an honest registration into a refused one. Only tests import this. */
import { type CborValue, encodeCbor, toBase64url, toUtf8 } from '@latchkey/encoding'
import {
  AT,
  BE,
  BS,
  credentialKey,
  ED,
  origin,
  type RegistrationChange,
  type SoftKey,
  UP,
  UV,
} from './honest-ceremony.fixture.ts'
import type { CeremonyRefusalCode } from './index.ts'

const honestFlags = UP | UV | BE | BS | AT
const honestKey = new Map<number, CborValue>(coseMembers(credentialKey))

function coseMembers({ cose }: SoftKey): [number, CborValue][] {
  if (cose.kty !== 'EC2') return []
  return [
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, cose.x],
    [-3, cose.y],
  ]
}

/** The honest COSE key with some members changed; `undefined` removes one. */
function key(change: Readonly<Record<number, CborValue | undefined>>): RegistrationChange {
  const map = new Map(honestKey)
  for (const [label, value] of Object.entries(change)) {
    if (value === undefined) map.delete(Number(label))
    else map.set(Number(label), value)
  }
  return { coseKey: encodeCbor(map) }
}

const one = new Uint8Array([1])
/** A name, what is different, and the name of the refusal it meets. */
export const registrationDifferences: readonly (readonly [
  string,
  RegistrationChange,
  CeremonyRefusalCode,
])[] = [
  ['another type of credential', { json: { type: 'password' } }, 'credential_type_unknown'],
  ['no raw ID', { json: { rawId: undefined } }, 'credential_id_mismatch'],
  ['an ID that is not the raw ID', { json: { id: 'AQ' } }, 'credential_id_mismatch'],
  ['neither ID', { json: { id: undefined, rawId: undefined } }, 'malformed'],
  ['an empty ID', { json: { id: '', rawId: '' } }, 'malformed'],
  ['an ID of another credential', { json: { id: 'AQ', rawId: 'AQ' } }, 'credential_id_mismatch'],
  ['an ID in base64 with padding', { json: { id: 'AQ==', rawId: 'AQ==' } }, 'malformed'],
  ['a very long ID', { json: { id: 'A'.repeat(1400), rawId: 'A'.repeat(1400) } }, 'too_large'],
  ['no response', { json: { response: undefined } }, 'malformed'],
  ['a list for a response', { json: { response: [] } }, 'malformed'],
  ['no client extension results', { json: { clientExtensionResults: undefined } }, 'malformed'],
  ['no client data', { response: { clientDataJSON: undefined } }, 'malformed'],
  ['client data that is not base64url', { response: { clientDataJSON: 'a b' } }, 'malformed'],
  ['enormous client data', { response: { clientDataJSON: 'A'.repeat(30_000) } }, 'too_large'],
  ['an enormous attestation object', { response: { attestationObject: 'A'.repeat(100_000) } }, 'too_large'],
  ['transports that are no list', { response: { transports: 'usb' } }, 'malformed'],
  ['a transport that is no word', { response: { transports: ['<script>'] } }, 'malformed'],
  ['a hundred transports', { response: { transports: Array(100).fill('usb') } }, 'too_large'],

  ['client data that is not JSON', { clientDataJSON: toUtf8('{') }, 'client_data_malformed'],
  ['client data that is not UTF-8', { clientDataJSON: new Uint8Array([0xff]) }, 'client_data_malformed'],
  ['client data that is a list', { clientDataJSON: toUtf8('[]') }, 'client_data_malformed'],
  ['client data without a type', { clientData: { type: undefined } }, 'client_data_malformed'],
  ['client data without a challenge', { clientData: { challenge: undefined } }, 'client_data_malformed'],
  ['a challenge with padding', { clientData: { challenge: 'AQ==' } }, 'client_data_malformed'],
  ['client data without an origin', { clientData: { origin: null } }, 'client_data_malformed'],
  ['crossOrigin that is text', { clientData: { crossOrigin: 'false' } }, 'client_data_malformed'],
  ['topOrigin that is a number', { clientData: { topOrigin: 1 } }, 'client_data_malformed'],
  ['an authentication', { clientData: { type: 'webauthn.get' } }, 'wrong_ceremony'],
  ['a payment', { clientData: { type: 'payment.get' } }, 'wrong_ceremony'],
  ['another challenge', { clientData: { challenge: toBase64url(new Uint8Array(32)) } }, 'challenge_mismatch'],
  ['the beginning of the challenge', { clientData: { challenge: 'wcHB' } }, 'challenge_mismatch'],
  ['an empty challenge that was asked', emptyChallenge(), 'challenge_mismatch'],
  ['another origin', { clientData: { origin: 'https://login.example.evil' } }, 'origin_mismatch'],
  ['a subdomain', { clientData: { origin: 'https://x.login.example.org' } }, 'origin_mismatch'],
  ['another port', { clientData: { origin: 'https://login.example.org:8443' } }, 'origin_mismatch'],
  ['plain http', { clientData: { origin: 'http://login.example.org' } }, 'origin_mismatch'],
  ['an origin in capitals', { clientData: { origin: 'https://LOGIN.example.org' } }, 'origin_mismatch'],
  ['an origin with a slash', { clientData: { origin: 'https://login.example.org/' } }, 'origin_mismatch'],
  ['a frame nobody expects', { clientData: { crossOrigin: true } }, 'cross_origin_not_allowed'],
  ['a frame around an unknown page', framed('https://evil.example'), 'top_origin_mismatch'],
  [
    'a top origin without a frame',
    { clientData: { topOrigin: origin }, expected: { topOrigins: [origin] } },
    'top_origin_mismatch',
  ],

  [
    'an attestation object that is not CBOR',
    { attestationObject: () => one },
    'attestation_object_malformed',
  ],
  ['an attestation object that is cut off', cut(), 'attestation_object_malformed'],
  ['an attestation object with more behind it', trailing(), 'attestation_object_malformed'],
  ['a fourth member', members([['epAtt', true]]), 'attestation_object_malformed'],
  ['a format that is a number', statement(7, new Map()), 'attestation_object_malformed'],
  ['a statement that is text', statement('none', 'nothing'), 'attestation_object_malformed'],
  ['an unknown format', statement('android-safetynet', new Map()), 'attestation_format_unknown'],
  ['a format in capitals', statement('None', new Map()), 'attestation_format_unknown'],
  ['a list for a simple statement', statement('packed', []), 'attestation_malformed'],
  ['none with something in it', statement('none', new Map([['alg', -7]])), 'attestation_malformed'],

  [
    'authenticator data that is cut off',
    { authenticatorData: (b) => b.subarray(0, 36) },
    'authenticator_data_malformed',
  ],
  [
    'a key that is cut off',
    { authenticatorData: (b) => b.subarray(0, b.length - 1) },
    'authenticator_data_malformed',
  ],
  ['bytes behind the key', { extensions: one }, 'authenticator_data_malformed'],
  ['extensions without their flag', { extensions: encodeCbor(new Map()) }, 'authenticator_data_malformed'],
  ['the flag without extensions', { flags: honestFlags | ED }, 'authenticator_data_malformed'],
  [
    'extensions that are a list',
    { flags: honestFlags | ED, extensions: encodeCbor([]) },
    'authenticator_data_malformed',
  ],
  ['a credential ID without length', { credentialId: new Uint8Array() }, 'authenticator_data_malformed'],
  ['a credential ID of 1024 bytes', { credentialId: new Uint8Array(1024) }, 'authenticator_data_malformed'],
  ['another RP ID', { rpId: 'evil.example' }, 'rp_id_mismatch'],
  ['the parent domain for RP ID', { rpId: 'example.org' }, 'rp_id_mismatch'],
  ['nobody there', { flags: UV | BE | BS | AT }, 'user_not_present'],
  ['nobody verified', { flags: UP | BE | BS | AT }, 'user_not_verified'],
  ['BS without BE', { flags: UP | UV | BS | AT }, 'backup_flags_impossible'],
  ['no credential', { flags: UP | UV | BE | BS }, 'attested_credential_missing'],
  ['another credential inside', { credentialId: one }, 'credential_id_mismatch'],

  ['a key that is no map', { coseKey: encodeCbor([1, 2]) }, 'public_key_malformed'],
  ['a key of an unknown type', key({ 1: 4 }), 'algorithm_unsupported'],
  ['a key of an unknown algorithm', key({ 3: -47 }), 'algorithm_unsupported'],
  ['a key without an algorithm', key({ 3: undefined }), 'algorithm_unsupported'],
  ['a key on another curve', key({ '-1': 2 }), 'public_key_malformed'],
  ['EdDSA over P-256', key({ 3: -8 }), 'public_key_malformed'],
  ['RS256 over P-256', key({ 3: -257 }), 'public_key_malformed'],
  ['a point that is compressed', key({ '-3': true }), 'public_key_malformed'],
  ['a point without y', key({ '-3': undefined }), 'public_key_malformed'],
  ['a short coordinate', key({ '-2': new Uint8Array(31) }), 'public_key_malformed'],
  ['a point off its curve', key({ '-2': new Uint8Array(32).fill(9) }), 'public_key_malformed'],
  ['the private key', key({ '-4': new Uint8Array(32) }), 'public_key_malformed'],
  ['a key ID in the key', key({ 2: one }), 'public_key_malformed'],
  ['an algorithm nobody asked for', { expected: { algorithms: [-8] } }, 'algorithm_not_allowed'],
]

function emptyChallenge(): RegistrationChange {
  return { clientData: { challenge: '' }, expected: { challenge: new Uint8Array() } }
}

function framed(topOrigin: string): RegistrationChange {
  return {
    clientData: { crossOrigin: true, topOrigin },
    expected: { allowCrossOrigin: true, topOrigins: ['https://portal.example.com'] },
  }
}

function cut(): RegistrationChange {
  return { attestationObject: (honest) => honest.subarray(0, honest.length - 1) }
}

function trailing(): RegistrationChange {
  return { attestationObject: (honest) => Uint8Array.of(...honest, 0) }
}

function members(more: readonly [string, CborValue][]): RegistrationChange {
  const honest: [string, CborValue][] = [
    ['fmt', 'none'],
    ['attStmt', new Map()],
    ['authData', new Uint8Array(37)],
  ]
  return { attestationObject: () => encodeCbor(new Map([...honest, ...more])) }
}

function statement(fmt: CborValue, attStmt: CborValue): RegistrationChange {
  return { attestation: () => ({ fmt, attStmt }) }
}
