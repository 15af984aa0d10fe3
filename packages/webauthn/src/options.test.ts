import { describe, expect, test } from 'vitest'
import { authenticationOptions, type RegistrationRequest, registrationOptions } from './index.ts'

const challenge = Uint8Array.of(1, 2, 3)
const passkey = { id: Uint8Array.of(9), transports: ['internal', 'hybrid'] }

const request: RegistrationRequest = {
  challenge,
  rpId: 'login.example.org',
  rpName: 'Example',
  user: { handle: Uint8Array.of(7), name: 'ada@example.org', displayName: 'Ada' },
  algorithms: [-7, -257],
  residentKey: 'required',
  userVerification: 'required',
  attestation: 'direct',
  excludeCredentials: [passkey],
  timeoutSeconds: 300,
}

describe('asking a browser for a passkey', () => {
  test('says everything a browser needs, in the JSON it reads', () => {
    expect(
      registrationOptions({ ...request, hints: ['security-key'], authenticatorAttachment: 'cross-platform' }),
    ).toEqual({
      rp: { id: 'login.example.org', name: 'Example' },
      user: { id: 'Bw', name: 'ada@example.org', displayName: 'Ada' },
      challenge: 'AQID',
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      timeout: 300_000,
      excludeCredentials: [{ type: 'public-key', id: 'CQ', transports: ['internal', 'hybrid'] }],
      authenticatorSelection: {
        authenticatorAttachment: 'cross-platform',
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      hints: ['security-key'],
      attestation: 'direct',
      attestationFormats: [],
      extensions: {},
    })
  })

  test('tells Level 1 browsers about discoverable keys only when they are a must', () => {
    const { authenticatorSelection } = registrationOptions({ ...request, residentKey: 'preferred' })

    expect(authenticatorSelection).toEqual({
      residentKey: 'preferred',
      requireResidentKey: false,
      userVerification: 'required',
    })
  })
})

describe('asking a browser for a sign-in', () => {
  test('says everything a browser needs, in the JSON it reads', () => {
    expect(
      authenticationOptions({
        challenge,
        rpId: 'login.example.org',
        allowCredentials: [passkey],
        userVerification: 'preferred',
        hints: ['hybrid'],
        extensions: { appid: 'x' },
        timeoutSeconds: 60,
      }),
    ).toEqual({
      rpId: 'login.example.org',
      challenge: 'AQID',
      timeout: 60_000,
      allowCredentials: [{ type: 'public-key', id: 'CQ', transports: ['internal', 'hybrid'] }],
      userVerification: 'preferred',
      hints: ['hybrid'],
      extensions: { appid: 'x' },
    })
  })
})
