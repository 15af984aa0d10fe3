import { concatBytes, encodeCbor, fromBase64url, toBase64url, toUtf8 } from '@latchkey/encoding'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { AT, authenticate, register, registration, UP, UV } from './honest-ceremony.fixture.ts'
import {
  CeremonyRefusal,
  ceremonyRefusalCodes,
  importPublicKey,
  readAuthenticationResponse,
  readClientData,
  readRegistrationResponse,
  verifyRegistration,
  verifyTrust,
} from './index.ts'
import { attestationRoot, origin, rpId, vectorAlgorithms, vectors } from './vectors.fixture.ts'

// Thousands of examples each: seconds on a machine that does nothing else, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const names = new Set<string>(ceremonyRefusalCodes)

/** Whatever happens, it happens by name. */
function isNamed(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch (error) {
    return error instanceof CeremonyRefusal && names.has(error.code)
  }
}

const anyBytes = fc.uint8Array({ maxLength: 400, size: 'max' })
const runs = { numRuns: 500 }

describe('whatever comes', () => {
  test('any JSON is refused by name or read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(isNamed(() => readRegistrationResponse(json))).toBe(true)
        expect(isNamed(() => readAuthenticationResponse(json))).toBe(true)
      }),
      runs,
    )
  })

  test('an answer with any JSON for one of its members is refused by name or read', () => {
    const member = fc.constantFrom(
      'id',
      'rawId',
      'type',
      'response',
      'clientExtensionResults',
      'authenticatorAttachment',
    )
    fc.assert(
      fc.property(member, fc.jsonValue(), (name, value) => {
        expect(isNamed(() => register({ json: { [name]: value } }))).toBe(true)
        expect(isNamed(() => authenticate({ json: { [name]: value } }))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('any bytes for client data are refused by name or read', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(isNamed(() => readClientData(bytes))).toBe(true)
      }),
      runs,
    )
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(isNamed(() => readClientData(toUtf8(json)))).toBe(true)
      }),
      runs,
    )
  })

  test('any bytes for a key are refused by name or imported', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(isNamed(() => importPublicKey(bytes))).toBe(true)
      }),
      runs,
    )
  })

  test('any bytes for an attestation object are refused by name', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(isNamed(() => register({ attestationObject: () => bytes }))).toBe(true)
      }),
      runs,
    )
  })

  test('any bytes for authenticator data are refused by name', () => {
    fc.assert(
      fc.property(anyBytes, (tail) => {
        const authenticatorData = (honest: Uint8Array) => concatBytes(honest.subarray(0, 37), tail)

        expect(isNamed(() => register({ authenticatorData, flags: UP | UV | AT }))).toBe(true)
        expect(isNamed(() => authenticate({ authenticatorData }))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a damaged byte in any attestation of the standard’s vectors is refused by name, or trusted by nobody', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vectors),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (vector, at, flip) => {
          const { challenge, json } = vector.registration
          const object = fromBase64url(json.response['attestationObject'] ?? '')
          const index = at % object.length
          object[index] = (object[index] ?? 0) ^ flip
          const damaged = { ...json, response: { ...json.response, attestationObject: toBase64url(object) } }

          const verify = () =>
            verifyRegistration(readRegistrationResponse(damaged), {
              challenge,
              rpId,
              origins: [origin],
              userVerification: 'preferred',
              algorithms: vectorAlgorithms,
            })

          expect(isNamed(verify)).toBe(true)
          expect(isNamed(() => isUnchangedIfTrusted(verify, vector.aaguid))).toBe(true)
        },
      ),
      runs,
    )
  })

  test('the largest and the deepest answers are refused in no time', () => {
    const nested = new Uint8Array(49_000).fill(0x81)
    const wide = encodeCbor(Array.from({ length: 20_000 }, () => 0))
    const certificates = encodeCbor(
      new Map<string, Uint8Array | string | Map<string, Uint8Array[] | number | Uint8Array>>([
        ['fmt', 'packed'],
        [
          'attStmt',
          new Map<string, Uint8Array[] | number | Uint8Array>([
            ['alg', -7],
            ['sig', new Uint8Array(64)],
            ['x5c', Array.from({ length: 8 }, () => new Uint8Array(6_000).fill(0x30))],
          ]),
        ],
        ['authData', new Uint8Array(37)],
      ]),
    )
    const before = process.cpuUsage()
    for (const object of [nested, wide, certificates]) {
      for (let i = 0; i < 10; i++)
        expect(() => register({ attestationObject: () => object })).toThrow(CeremonyRefusal)
    }
    const { user } = process.cpuUsage(before)

    // Thirty of them; a single one that backtracks or recurses would take longer.
    expect(user / 1000).toBeLessThan(2_000)
  })

  test('what is read does not depend on the order of members', () => {
    const { json } = registration()
    const backwards = Object.fromEntries(Object.entries(Object(json)).reverse())

    expect(readRegistrationResponse(backwards)).toEqual(readRegistrationResponse(json))
  })
})

/** If a damaged answer is verified and still leads to the root, the damage did not touch what is attested. */
function isUnchangedIfTrusted(verify: () => ReturnType<typeof verifyRegistration>, aaguid: string): void {
  const facts = verify()
  const { trusted } = verifyTrust(facts.attestation, {
    anchors: [attestationRoot],
    at: new Date('2026-07-30'),
  })
  if (trusted && facts.attestation.aaguidSigned) expect(facts.aaguid.replaceAll('-', '')).toBe(aaguid)
}
