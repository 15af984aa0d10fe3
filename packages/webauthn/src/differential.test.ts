import { toBase64url, toCoseKey } from '@latchkey/encoding'
import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  SettingsService,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authenticationDifferences } from './authentication-differences.fixture.ts'
import {
  AT,
  type AuthenticationChange,
  authenticate,
  authentication,
  BE,
  BS,
  credentialKey,
  ecKey,
  edKey,
  type RegistrationChange,
  register,
  registration,
  rsaKey,
  signWith,
  type ToAttest,
  UP,
  UV,
} from './honest-ceremony.fixture.ts'
import { CeremonyRefusal } from './index.ts'
import { registrationDifferences } from './registration-differences.fixture.ts'
import {
  attestationRoot,
  topOrigin,
  type Vector,
  vectorAlgorithms,
  origin as vectorOrigin,
  rpId as vectorRpId,
  vectors,
} from './vectors.fixture.ts'

/**
 * Another implementation, asked the same. Where it answers otherwise, the reason is here by name; a difference nobody
 * named fails the test.
 */

/** Why they accept what we refuse. */
const whyTheyAccept: Record<string, readonly string[]> = {
  'they ignore members they have no use for': [
    'no client extension results',
    'transports that are no list',
    'a transport that is no word',
    'a hundred transports',
    'crossOrigin that is text',
    'topOrigin that is a number',
    'a statement that is text',
  ],
  'they leave frames to the caller (at registration always, at authentication unless a top origin is expected)':
    ['a frame nobody expects', 'a frame around an unknown page', 'a top origin without a frame'],
  'they believe `id` without comparing it to what the authenticator made': [
    'an ID of another credential',
    'another credential inside',
    'an ID in base64 with padding',
    'a very long ID',
  ],
  'they do not bound credential IDs': ['a credential ID without length', 'a credential ID of 1024 bytes'],
  'they keep a key unread until its first use, when the statement is `none`': [
    'a key of an unknown type',
    'a key on another curve',
    'EdDSA over P-256',
    'RS256 over P-256',
    'a point that is compressed',
    'a point without y',
    'a short coordinate',
    'a point off its curve',
    'the private key',
    'a key ID in the key',
  ],
  'they read CBOR that ends early or goes on': [
    'a key that is cut off',
    'an attestation object that is cut off',
    'an attestation object with more behind it',
    'extensions that are a list',
  ],
  'they compare an empty challenge': ['an empty challenge that was asked'],
  'they leave the record to the caller: which credential, whose, and whether it may be copied': [
    'a credential that was not asked for',
    'the record of another credential',
    'no user handle when nobody was named',
    'the user handle of somebody else',
    'an empty user handle',
    'a user handle of 65 bytes',
    'a key that has become copyable',
    'a key that has ceased to be copyable',
  ],
  'they take a new credential inside an assertion': ['a new credential'],
  'they unwrap the signature, and so do not see what follows it': ['a signature with bytes behind it'],
}
const explained = new Set(Object.values(whyTheyAccept).flat())

async function theyRegister(change: RegistrationChange): Promise<boolean> {
  const { json, expected } = registration(change)
  return accepts(() =>
    verifyRegistrationResponse({
      response: toTheirs<RegistrationResponseJSON>(json),
      expectedChallenge: toBase64url(expected.challenge),
      expectedOrigin: [...expected.origins],
      expectedRPID: expected.rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...expected.algorithms],
    }),
  )
}

async function theyAuthenticate(change: AuthenticationChange): Promise<boolean> {
  const { json, expected } = authentication(change)
  return accepts(() =>
    verifyAuthenticationResponse({
      response: toTheirs<AuthenticationResponseJSON>(json),
      expectedChallenge: toBase64url(expected.challenge),
      expectedOrigin: [...expected.origins],
      expectedRPID: expected.rpId,
      requireUserVerification: true,
      credential: {
        id: toBase64url(expected.credential.id),
        publicKey: Uint8Array.from(toCoseKey((change.key ?? credentialKey).cose)),
        counter: expected.credential.signCount,
      },
    }),
  )
}

async function accepts(verify: () => Promise<{ verified: boolean }>): Promise<boolean> {
  try {
    return (await verify()).verified
  } catch {
    return false
  }
}

/** They type what a browser promises; the answers here break those promises on purpose. */
function toTheirs<T>(json: unknown): T {
  return JSON.parse(JSON.stringify(json))
}

/** `accepted`, or the name of our refusal. */
function verdict(verify: () => unknown): string {
  try {
    verify()
    return 'accepted'
  } catch (error) {
    if (error instanceof CeremonyRefusal) return error.code
    throw error
  }
}

describe('beside another implementation', () => {
  test('both accept honesty, with every algorithm both know', async () => {
    for (const key of [ecKey(), edKey('Ed25519', -8), rsaKey()]) {
      expect([verdict(() => register({ key })), await theyRegister({ key })]).toEqual(['accepted', true])
      expect([verdict(() => authenticate({ key })), await theyAuthenticate({ key })]).toEqual([
        'accepted',
        true,
      ])
    }
  })

  test('every single difference at registration that they accept has a reason', async () => {
    for (const [difference, change] of registrationDifferences) {
      expect([difference, await theyRegister(change)]).toEqual([difference, explained.has(difference)])
    }
  })

  test('every single difference at authentication that they accept has a reason', async () => {
    for (const [difference, change] of authenticationDifferences) {
      // The record’s key is an argument for them, so this difference cannot be put to them.
      if (difference === 'a signature of another key') continue
      expect([difference, await theyAuthenticate(change)]).toEqual([difference, explained.has(difference)])
    }
  })

  test('no reason is left without a difference', () => {
    const known = new Set([...registrationDifferences, ...authenticationDifferences].map(([name]) => name))

    expect([...explained].filter((name) => !known.has(name))).toEqual([])
  })

  const anyFlags = fc.integer({ min: 0, max: 255 }).map((flags) => flags & ~0x80)

  test('they agree about flags and counters at authentication, but for three rules', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlags, fc.nat(10), fc.nat(10), async (flags, signCount, stored) => {
        const change = { flags: flags & ~AT, signCount, credential: { signCount: stored } }
        const ours = verdict(() => authenticate(change))
        const theirs = await theyAuthenticate(change)

        if (ours === 'accepted' && !theirs) {
          // They refuse a counter that did not grow. We report it: a synced key must not lock its owner out.
          expect(authenticate(change).signCount.regressed).toBe(true)
        } else if (theirs && ours !== 'accepted') {
          // Whether a key may be copied never changes: §7.2 says so, and they leave it to the caller.
          expect(ours).toBe('backup_eligibility_changed')
        }
      }),
      { numRuns: 150 },
    )
  })

  test('they agree about flags at registration', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlags, async (flags) => {
        const change = { flags: flags | AT }

        expect(await theyRegister(change)).toBe(verdict(() => register(change)) === 'accepted')
      }),
      { numRuns: 128 },
    )
  })

  const damage = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))
  const damaged =
    ([at, flip]: readonly [number, number]) =>
    (honest: Uint8Array) => {
      const bytes = Uint8Array.from(honest)
      const index = at % bytes.length
      bytes[index] = (bytes[index] ?? 0) ^ flip
      return bytes
    }

  test('neither accepts an assertion with a damaged byte in what is signed, or in the signature', async () => {
    await fc.assert(
      fc.asyncProperty(damage, fc.boolean(), async (where, inSignature) => {
        const change: AuthenticationChange = inSignature
          ? { signature: damaged(where) }
          : { response: damagedData(where) }

        expect([verdict(() => authenticate(change)), await theyAuthenticate(change)]).toEqual([
          expect.not.stringMatching('accepted'),
          false,
        ])
      }),
      { numRuns: 200 },
    )
  })

  const damagedData = (where: readonly [number, number]) => {
    const data = Buffer.from(honestAuthenticatorData(), 'base64url')
    return { authenticatorData: toBase64url(damaged(where)(data)) }
  }

  test('a damaged byte that we accept in a self-attested registration, they accept as well', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (where) => {
        const change: RegistrationChange = { attestationObject: damaged(where), attestation: self }
        const ours = verdict(() => register(change))
        const theirs = await theyRegister(change)

        if (ours === 'accepted') expect(theirs).toBe(true)
        // What they accept and we do not: the name of a format they then treat as another, or CBOR read loosely.
        if (theirs)
          expect(['accepted', 'attestation_object_malformed', 'credential_id_mismatch']).toContain(ours)
      }),
      { numRuns: 200 },
    )
  })
})

describe('beside another implementation, the standard’s vectors', () => {
  /** Why they refuse what we accept. */
  const whyTheyRefuse: Record<string, string> = {
    'packed-ed448': 'they keep the key, and then do not know Ed448',
    'tpm-es256': 'they know a list of TPM makers; we leave makers to the anchors',
    'android-key-es256': 'they want what the vector leaves out: its authorization lists are empty',
    'fido-u2f-es256': 'they want an AAGUID of zeros, which §8.6 does not ask for; we say it is not signed',
  }

  test.each(vectors)('are accepted by both, but for those with a reason: $name', async (vector) => {
    setTheirRoots()

    expect(await theyAcceptVector(vector)).toBe(whyTheyRefuse[vector.name] === undefined)
  })
})

function setTheirRoots(): void {
  const base64 = Buffer.from(attestationRoot).toString('base64')
  const root = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`
  for (const identifier of ['android-key', 'apple', 'fido-u2f', 'tpm', 'packed'] as const) {
    SettingsService.setRootCertificates({ identifier, certificates: [root] })
  }
}

async function theyAcceptVector({ registration, authentication }: Vector): Promise<boolean> {
  const common = { expectedOrigin: vectorOrigin, expectedRPID: vectorRpId, requireUserVerification: false }
  return accepts(async () => {
    const { registrationInfo } = await verifyRegistrationResponse({
      ...common,
      response: toTheirs<RegistrationResponseJSON>(registration.json),
      expectedChallenge: toBase64url(registration.challenge),
      supportedAlgorithmIDs: vectorAlgorithms,
    })
    if (registrationInfo === undefined) return { verified: false }
    return verifyAuthenticationResponse({
      ...common,
      response: toTheirs<AuthenticationResponseJSON>(authentication.json),
      expectedChallenge: toBase64url(authentication.challenge),
      expectedTopOrigin: topOrigin,
      credential: registrationInfo.credential,
    })
  })
}

function honestAuthenticatorData(): string {
  const { json } = authentication({ flags: UP | UV | BE | BS })
  const { response } = toTheirs<AuthenticationResponseJSON>(json)
  return response.authenticatorData
}

function self({ authenticatorData, clientDataHash, key }: ToAttest) {
  const sig = signWith(key, Uint8Array.of(...authenticatorData, ...clientDataHash))
  return {
    fmt: 'packed',
    attStmt: new Map<string, number | Uint8Array>([
      ['alg', key.cose.algorithm],
      ['sig', sig],
    ]),
  }
}
