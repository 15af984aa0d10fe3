import { describe, expect, test } from 'vitest'
import {
  type AttestationType,
  importPublicKey,
  readAuthenticationResponse,
  readRegistrationResponse,
  verifyAuthentication,
  verifyRegistration,
  verifyTrust,
} from './index.ts'
import {
  attestationRoot,
  origin,
  rpId,
  topOrigin,
  type Vector,
  vectorAlgorithms,
  vectors,
  vectorUserHandle,
} from './vectors.fixture.ts'

const at = new Date('2026-07-30')
const asked = {
  rpId,
  origins: [origin],
  userVerification: 'preferred',
  allowCrossOrigin: true,
  topOrigins: [topOrigin],
} as const

function register({ registration: { challenge, json } }: Vector) {
  return verifyRegistration(readRegistrationResponse(json), {
    ...asked,
    challenge,
    algorithms: vectorAlgorithms,
  })
}

function authenticate(vector: Vector) {
  const { publicKey, signCount, backupEligible } = register(vector)
  const { challenge, json } = vector.authentication
  return verifyAuthentication(readAuthenticationResponse(json), {
    ...asked,
    challenge,
    userHandle: 'required',
    credential: {
      id: vector.credentialId,
      publicKey: importPublicKey(publicKey),
      signCount,
      backupEligible,
      userHandle: vectorUserHandle,
    },
  })
}

/** What each attests with, and how; the names are the standard's. */
const attested: Record<string, readonly [format: string, type: AttestationType]> = {
  'none-es256': ['none', 'none'],
  'packed-self-es256': ['packed', 'self'],
  'none-es256-crossOrigin': ['none', 'none'],
  'none-es256-topOrigin': ['none', 'none'],
  'none-es256-long-credential-id': ['none', 'none'],
  'packed-es256': ['packed', 'basic'],
  'packed-es384': ['packed', 'basic'],
  'packed-es512': ['packed', 'basic'],
  'packed-rs256': ['packed', 'basic'],
  'packed-eddsa': ['packed', 'basic'],
  'packed-ed448': ['packed', 'basic'],
  'tpm-es256': ['tpm', 'attca'],
  'android-key-es256': ['android-key', 'basic'],
  'apple-es256': ['apple', 'anonca'],
  'fido-u2f-es256': ['fido-u2f', 'basic'],
}

describe('the test vectors of WebAuthn Level 3', () => {
  test('are the fifteen', () => {
    expect(vectors.map(({ name }) => name)).toEqual(Object.keys(attested))
  })

  test.each(vectors)('register $name', (vector) => {
    const facts = register(vector)

    const [format, type] = attested[vector.name] ?? []
    expect(facts.credentialId).toEqual(vector.credentialId)
    expect(facts.aaguid.replaceAll('-', '')).toBe(vector.aaguid)
    expect(facts.attestation).toMatchObject({ format, type })
  })

  test.each(vectors)('lead $name to the attestation root, if anybody vouches for it', (vector) => {
    const { attestation } = register(vector)

    const trust = verifyTrust(attestation, { anchors: [attestationRoot], at })

    const isVouchedFor = attestation.type !== 'none' && attestation.type !== 'self'
    expect(trust).toEqual(
      isVouchedFor
        ? { trusted: true, anchor: attestationRoot }
        : { trusted: false, because: 'no_trust_path' },
    )
  })

  test.each(vectors)('authenticate $name', (vector) => {
    expect(authenticate(vector)).toMatchObject({ userPresent: true, origin, signCount: { regressed: false } })
  })

  test.each(vectors)('answer no other challenge than their own: $name', (vector) => {
    const swapped = { ...vector, authentication: { ...vector.authentication, challenge: new Uint8Array(32) } }

    expect(() => authenticate(swapped)).toThrow('challenge_mismatch')
  })
})
