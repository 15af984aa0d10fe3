import { toBase64url } from '@latchkey/encoding'
import { describe, expect, test } from 'vitest'
import { at, issue, makeRoot } from './attestation/certificates.fixture.ts'
import {
  AT,
  authenticate,
  BE,
  BS,
  ecKey,
  register,
  signWith,
  type ToAttest,
  UP,
} from './honest-ceremony.fixture.ts'
import {
  authenticationOptions,
  type ExpectedRegistration,
  registrationOptions,
  type TrustVerdict,
  verifyTrust,
} from './index.ts'

/** Mistakes others made, and people paid for. Each is named for its symptom. */

const claimed = new Uint8Array(16).fill(0xaa)
const zeros = '00000000-0000-0000-0000-000000000000'

/** A packed statement by a certificate that somebody made at home. */
const homeMade = issue(undefined, { key: ecKey() })
const selfSigned = ({ authenticatorData, clientDataHash }: ToAttest) => ({
  fmt: 'packed',
  attStmt: new Map<string, number | Uint8Array | Uint8Array[]>([
    ['alg', -7],
    ['sig', signWith(homeMade.key, Uint8Array.of(...authenticatorData, ...clientDataHash))],
    ['x5c', [homeMade.der]],
  ]),
})

describe('mistakes of others', () => {
  test('a self-signed certificate in x5c is no chain', () => {
    const { attestation } = register({ attestation: selfSigned })

    const verdict: TrustVerdict = verifyTrust(attestation, { anchors: [makeRoot().der], at })

    expect(verdict).toEqual({ trusted: false, because: 'no_anchor' })
  })

  test('a model is not believed because its AAGUID is on the list: nobody trusts this chain', () => {
    const facts = register({ aaguid: claimed, attestation: selfSigned })

    expect(facts.aaguid).toBe('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa')
    expect(verifyTrust(facts.attestation, { anchors: [], at }).trusted).toBe(false)
  })

  test('the AAGUID comes from the attestation object, not from the copies the client puts beside it', () => {
    const copies = {
      authenticatorData: toBase64url(claimed),
      aaguid: 'aaaaaaaa',
      publicKey: 'AA',
      publicKeyAlgorithm: -7,
    }

    expect(register({ response: copies }).aaguid).toBe('01020304-0506-0708-090a-0b0c0d0e0f10')
  })

  test('an AAGUID of zeros, as Windows gives when no attestation is asked, is zeros and not an error', () => {
    const facts = register({ aaguid: new Uint8Array(16) })

    expect(facts).toMatchObject({ aaguid: zeros, attestation: { aaguidSigned: false } })
  })

  test('user verification cannot be forgotten: whoever verifies must say what was asked', () => {
    // @ts-expect-error there is no default to be wrong
    const forgotten: ExpectedRegistration = { challenge: claimed, rpId: 'x', origins: [], algorithms: [] }

    expect(forgotten.userVerification).toBeUndefined()
    expect(() => register({ flags: UP | BE | BS | AT })).toThrow('user_not_verified')
    expect(() => authenticate({ flags: UP | BE | BS })).toThrow('user_not_verified')
  })

  test('how a key is attached is only ever a claim', () => {
    const facts = register({ json: { authenticatorAttachment: 'cross-platform' } })

    expect(facts.claimedAttachment).toBe('cross-platform')
    expect(facts).not.toHaveProperty('authenticatorAttachment')
    expect(register({ json: { authenticatorAttachment: 'implanted' } }).claimedAttachment).toBeUndefined()
  })

  test('a signature counter that stands still does not lock anybody out', () => {
    expect(authenticate({ signCount: 0, credential: { signCount: 7 } }).signCount.regressed).toBe(true)
  })

  test('the RP ID is in both kinds of options', () => {
    const common = {
      challenge: claimed,
      rpId: 'login.example.org',
      timeoutSeconds: 60,
      userVerification: 'required',
    } as const

    expect(authenticationOptions({ ...common, allowCredentials: [] }).rpId).toBe('login.example.org')
    expect(
      registrationOptions({
        ...common,
        rpName: 'Example',
        user: { handle: claimed, name: 'ada', displayName: 'Ada' },
        algorithms: [-7],
        residentKey: 'required',
        attestation: 'none',
        excludeCredentials: [],
      }).rp.id,
    ).toBe('login.example.org')
  })

  test('credentials are named with their transports, or other devices are not offered', () => {
    const options = authenticationOptions({
      challenge: claimed,
      rpId: 'login.example.org',
      timeoutSeconds: 60,
      userVerification: 'required',
      allowCredentials: [{ id: claimed, transports: ['hybrid'] }],
      hints: ['hybrid'],
    })

    expect(options.allowCredentials[0]?.transports).toEqual(['hybrid'])
    expect(options.hints).toEqual(['hybrid'])
  })
})
