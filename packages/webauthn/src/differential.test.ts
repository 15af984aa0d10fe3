import { concatBytes, toBase64url } from '@latchkey/encoding'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { authenticationDifferences } from './authentication-differences.fixture.ts'
import {
  AT,
  authentication,
  ED,
  ecKey,
  edKey,
  registration,
  rsaKey,
  signWith,
  type ToAttest,
} from './honest-ceremony.fixture.ts'
import { readAuthenticationResponse } from './index.ts'
import {
  setTheirRoots,
  theyAcceptVector,
  theyAuthenticate,
  theyRegister,
  weAuthenticate,
  weRegister,
} from './other-implementation.fixture.ts'
import { registrationDifferences } from './registration-differences.fixture.ts'
import { vectors } from './vectors.fixture.ts'

// Thousands of examples each: seconds on a machine that does nothing else, more on a busy one.
vi.setConfig({ testTimeout: 60_000 })

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

describe('beside another implementation', () => {
  test('both accept honesty, with every algorithm both know', async () => {
    for (const key of [ecKey(), edKey('Ed25519', -8), rsaKey()]) {
      const made = registration({ key })
      const used = authentication({ key })

      expect([weRegister(made), await theyRegister(made)]).toEqual(['accepted', true])
      expect([weAuthenticate(used), await theyAuthenticate(used, key)]).toEqual(['accepted', true])
    }
  })

  test('every single difference at registration that they accept has a reason', async () => {
    for (const [difference, change] of registrationDifferences) {
      const answer = registration(change)

      expect([difference, await theyRegister(answer)]).toEqual([difference, explained.has(difference)])
    }
  })

  test('every single difference at authentication that they accept has a reason', async () => {
    for (const [difference, change] of authenticationDifferences) {
      // The record’s key is an argument for them, so this difference cannot be put to them.
      if (difference === 'a signature of another key') continue
      const answer = authentication(change)

      expect([difference, await theyAuthenticate(answer)]).toEqual([difference, explained.has(difference)])
    }
  })

  test('no reason is left without a difference', () => {
    const known = new Set([...registrationDifferences, ...authenticationDifferences].map(([name]) => name))

    expect([...explained].filter((name) => !known.has(name))).toEqual([])
  })

  const anyFlags = fc.integer({ min: 0, max: 255 }).map((flags) => flags & ~ED)

  test('they agree about flags and counters at authentication, but for two rules', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlags, fc.nat(10), fc.nat(10), async (flags, signCount, stored) => {
        const answer = authentication({ flags: flags & ~AT, signCount, credential: { signCount: stored } })
        const ours = weAuthenticate(answer)
        const theirs = await theyAuthenticate(answer)

        // They refuse a counter that did not grow. We report it: a synced key must not lock its owner out.
        const didNotGrow = (signCount > 0 || stored > 0) && signCount <= stored
        if (ours === 'accepted') expect(theirs).toBe(!didNotGrow)
        // Whether a key may be copied never changes: §7.2 says so, and they leave it to the caller.
        else if (theirs) expect(ours).toBe('backup_eligibility_changed')
      }),
      { numRuns: 150 },
    )
  })

  test('they agree about flags at registration', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlags, async (flags) => {
        const answer = registration({ flags: flags | AT })

        expect(await theyRegister(answer)).toBe(weRegister(answer) === 'accepted')
      }),
      { numRuns: 128 },
    )
  })

  const damage = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 }))

  test('neither accepts damaged authenticator data in an assertion', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (where) => {
        const authenticatorData = toBase64url(damaged(where, honestAuthenticatorData()))
        const answer = authentication({ response: { authenticatorData } })

        expect(weAuthenticate(answer)).not.toBe('accepted')
        expect(await theyAuthenticate(answer)).toBe(false)
      }),
      { numRuns: 150 },
    )
  })

  test('neither accepts a damaged signature, but that they do not look at all of its wrapping', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (where) => {
        const seen: [honest: Uint8Array, broken: Uint8Array][] = []
        const answer = authentication({
          signature(honest) {
            const broken = damaged(where, honest)
            seen.push([honest, broken])
            return broken
          },
        })

        expect(weAuthenticate(answer)).toBe('signature_invalid')
        if (!(await theyAuthenticate(answer))) return
        for (const [honest, broken] of seen)
          expect(numbersOf(broken, honest)).toEqual(numbersOf(honest, honest))
      }),
      { numRuns: 150 },
    )
  })

  test('they accept each damaged self-attestation that we accept, and more only by reading loosely', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (where) => {
        const answer = registration({
          attestationObject: (honest) => damaged(where, honest),
          attestation: self,
        })
        const ours = weRegister(answer)
        const theirs = await theyRegister(answer)

        if (ours === 'accepted') expect(theirs).toBe(true)
        // Loosely: CBOR whose lengths do not add up, and the wrapping of the signature.
        else if (theirs)
          expect(['attestation_object_malformed', 'attestation_signature_invalid']).toContain(ours)
      }),
      { numRuns: 200 },
    )
  })
})

function damaged([at, flip]: readonly [number, number], honest: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(honest)
  const index = at % bytes.length
  bytes[index] = (bytes[index] ?? 0) ^ flip
  return bytes
}

/**
 * The last 31 bytes of r and of s, where an honest signature has them: what is before is tags, lengths, and the zero
 * that keeps a number positive.
 */
function numbersOf(signature: Uint8Array, honest: Uint8Array): Uint8Array {
  const endOfR = 4 + (honest[3] ?? 0)
  return Uint8Array.of(...signature.subarray(endOfR - 31, endOfR), ...signature.subarray(-31))
}

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

function honestAuthenticatorData(): Uint8Array {
  return readAuthenticationResponse(authentication().json).authenticatorData
}

function self({ authenticatorData, clientDataHash, key }: ToAttest) {
  const sig = signWith(key, concatBytes(authenticatorData, clientDataHash))
  return {
    fmt: 'packed',
    attStmt: new Map<string, number | Uint8Array>([
      ['alg', key.cose.algorithm],
      ['sig', sig],
    ]),
  }
}
