import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { methodNames, type ProvenMethod } from './proven-method.ts'
import { decideStrength, isAtLeast, satisfies, strengthNames, strengths, strongerOf } from './strength.ts'

const at = new Date('2026-03-01T09:00:00Z')
const pass: ProvenMethod = { method: 'temporaryAccessPass', at }
const password: ProvenMethod = { method: 'password', at }
const totp: ProvenMethod = { method: 'totp', at }
const passkey = (userVerified: boolean): ProvenMethod => ({
  method: 'passkey',
  at,
  passkey: { userVerified, attested: true, backupEligible: false },
})

const anyProof: fc.Arbitrary<ProvenMethod> = fc.oneof(
  fc.record({ method: fc.constantFrom(...methodNames), at: fc.constant(at) }),
  fc.record({
    method: fc.constant('passkey' as const),
    at: fc.constant(at),
    passkey: fc.record({ userVerified: fc.boolean(), attested: fc.boolean(), backupEligible: fc.boolean() }),
  }),
)

describe('deciding how strong a sign-in was', () => {
  test.each([
    ['nothing', [], 'none'],
    ['a verified passkey', [passkey(true)], 'phishingResistant'],
    ['a passkey that verified nobody', [passkey(false)], 'singleFactor'],
    ['a passkey of which nothing is known', [{ method: 'passkey' as const, at }], 'singleFactor'],
    ['a pass', [pass], 'multiFactor'],
    ['a password', [password], 'singleFactor'],
    ['a code alone', [totp], 'none'],
    ['a password and a code', [password, totp], 'multiFactor'],
    ['an approval alone', [{ method: 'passwordlessPush' as const, at }], 'passwordless'],
    ['an approval after nothing', [{ method: 'push' as const, at }], 'none'],
    ['a password and an approval', [password, { method: 'push' as const, at }], 'multiFactor'],
    ['a password and an unverified passkey', [password, passkey(false)], 'singleFactor'],
    ['an unverified passkey and a code', [passkey(false), totp], 'singleFactor'],
    ['a pass, a password and a code', [pass, password, totp], 'multiFactor'],
    ['a password and a verified passkey', [password, passkey(true)], 'phishingResistant'],
  ])('%s', (_, proofs, strength) => {
    expect(decideStrength(proofs)).toBe(strength)
  })

  test('never takes strength away for more proofs', () => {
    fc.assert(
      fc.property(
        fc.array(anyProof),
        anyProof,
        fc.constantFrom('browser', 'deviceCode'),
        (proofs, more, origin) => {
          const before = decideStrength(proofs, origin)
          const after = decideStrength([...proofs, more], origin)
          return before === 'none' || isAtLeast(after, before)
        },
      ),
    )
  })

  test('does not depend on the order or the number of repetitions', () => {
    fc.assert(
      fc.property(fc.array(anyProof), (proofs) => {
        const strength = decideStrength(proofs)
        return (
          decideStrength(proofs.toReversed()) === strength &&
          decideStrength([...proofs, ...proofs]) === strength
        )
      }),
    )
  })

  test('gives nothing phishing-resistant without a passkey that verified its user, and nothing above MFA without that or an approval alone', () => {
    fc.assert(
      fc.property(fc.array(anyProof), (proofs) => {
        if (proofs.some((proof) => proof.passkey?.userVerified)) return true
        const alone = proofs.some(({ method }) => method === 'passwordlessPush')
        return !isAtLeast(decideStrength(proofs), alone ? 'phishingResistant' : 'passwordless')
      }),
    )
  })

  test('is MFA at most behind a device code, whatever was proven', () => {
    fc.assert(
      fc.property(fc.array(anyProof), (proofs) => {
        return !isAtLeast(decideStrength(proofs, 'deviceCode'), 'passwordless')
      }),
    )
    expect(decideStrength([passkey(true)], 'deviceCode')).toBe('multiFactor')
    expect(decideStrength([password], 'deviceCode')).toBe('singleFactor')
  })
})

describe('asking for a strength', () => {
  test('says why not', () => {
    expect(satisfies([], 'singleFactor')).toEqual({ allow: false, because: 'nothing_proven' })
    expect(satisfies([pass], 'passwordless')).toEqual({ allow: false, because: 'not_strong_enough' })
    expect(satisfies([pass], 'multiFactor')).toEqual({ allow: true })
    expect(satisfies([passkey(true)], 'phishingResistant', 'deviceCode')).toEqual({
      allow: false,
      because: 'device_code',
    })
  })

  test('whatever satisfies a strength satisfies every weaker one', () => {
    fc.assert(
      fc.property(fc.array(anyProof), fc.constantFrom(...strengthNames), (proofs, name) => {
        if (!satisfies(proofs, name).allow) return true
        const weaker = strengthNames.slice(0, strengthNames.indexOf(name))
        return weaker.every((each) => satisfies(proofs, each).allow)
      }),
    )
  })

  test('the combinations of a strength are those of the stronger ones and more', () => {
    for (const [i, { combinations }] of strengths.entries()) {
      for (const stronger of strengths.slice(i + 1)) {
        expect(combinations).toEqual(expect.arrayContaining([...stronger.combinations]))
      }
    }
  })

  test('the stronger of two is at least as strong as either', () => {
    for (const one of strengthNames) {
      for (const other of strengthNames) {
        expect(isAtLeast(strongerOf(one, other), one) && isAtLeast(strongerOf(one, other), other)).toBe(true)
      }
    }
  })
})
