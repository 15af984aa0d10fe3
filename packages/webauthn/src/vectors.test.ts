import { readFileSync } from 'node:fs'
import { fromHex, toBase64url, toHex } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import {
  importPublicKey,
  readAuthenticationResponse,
  readRegistrationResponse,
  verifyAuthentication,
  verifyRegistration,
  verifyTrust,
} from './index.ts'

interface Vector {
  readonly name: string
  readonly registration: Record<
    'challenge' | 'aaguid' | 'credential_id' | 'clientDataJSON' | 'attestationObject',
    string
  >
  readonly authentication: Record<'challenge' | 'clientDataJSON' | 'authenticatorData' | 'signature', string>
}

const {
  rpId,
  origin,
  topOrigin,
  attestationRoot,
  vectors,
}: {
  rpId: string
  origin: string
  topOrigin: string
  attestationRoot: string
  vectors: readonly Vector[]
} = JSON.parse(readFileSync(new URL('../test-vectors/webauthn-l3.json', import.meta.url), 'utf8'))

const base64url = (hex: string) => toBase64url(fromHex(hex))
const algorithms = [-7, -8, -19, -35, -36, -53, -257]
const at = new Date('2026-07-30')
const userHandle = new Uint8Array([1])
const framed = { allowCrossOrigin: true, topOrigins: [topOrigin] }

function register({ registration }: Vector) {
  const id = base64url(registration.credential_id)
  const response = readRegistrationResponse({
    id,
    rawId: id,
    type: 'public-key',
    response: {
      clientDataJSON: base64url(registration.clientDataJSON),
      attestationObject: base64url(registration.attestationObject),
    },
    clientExtensionResults: {},
  })
  const challenge = fromHex(registration.challenge)
  return verifyRegistration(response, {
    challenge,
    rpId,
    origins: [origin],
    userVerification: 'preferred',
    algorithms,
    ...framed,
  })
}

describe('the test vectors of WebAuthn Level 3', () => {
  test('are the fifteen', () => {
    expect(vectors).toHaveLength(15)
  })

  test.each(vectors)('register and authenticate $name', (vector) => {
    const facts = register(vector)
    expect(toHex(facts.credentialId)).toBe(vector.registration.credential_id)
    expect(facts.aaguid.replaceAll('-', '')).toBe(vector.registration.aaguid)
    const trust = verifyTrust(facts.attestation, { anchors: [fromHex(attestationRoot)], at })
    const vouchedFor = facts.attestation.type !== 'none' && facts.attestation.type !== 'self'
    expect(trust.trusted).toBe(vouchedFor)

    const { authentication } = vector
    const id = toBase64url(facts.credentialId)
    const response = readAuthenticationResponse({
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: base64url(authentication.clientDataJSON),
        authenticatorData: base64url(authentication.authenticatorData),
        signature: base64url(authentication.signature),
        userHandle: toBase64url(userHandle),
      },
      clientExtensionResults: {},
    })
    const signIn = verifyAuthentication(response, {
      challenge: fromHex(authentication.challenge),
      rpId,
      origins: [origin],
      userVerification: 'preferred',
      userHandle: 'required',
      credential: {
        id: facts.credentialId,
        publicKey: importPublicKey(facts.publicKey),
        signCount: facts.signCount,
        backupEligible: facts.backupEligible,
        userHandle,
      },
      ...framed,
    })
    expect(signIn).toMatchObject({ userPresent: true, origin, signCount: { regressed: false } })
  })
})
