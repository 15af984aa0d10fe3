import { describe, expect, test } from 'vitest'
import {
  mayChangeMethods,
  mayRegisterWith,
  mayRemoveMethod,
  mayUpgrade,
  type RegistrationFacts,
} from './may-change-methods.ts'
import type { MethodName, ProvenMethod } from './proven-method.ts'

const now = new Date('2026-03-01T09:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const proof = (method: MethodName, seconds: number): ProvenMethod => ({ method, at: ago(seconds) })
const passkey = (seconds: number, userVerified = true): ProvenMethod => ({
  method: 'passkey',
  at: ago(seconds),
  passkey: { userVerified, attested: false, backupEligible: true },
})
const nothing = { passkeys: 0, password: false, totp: false }
const facts = (change: Partial<RegistrationFacts>): RegistrationFacts => ({
  now,
  proofs: [],
  origin: 'browser',
  registered: nothing,
  passwordMayAddFirstPasskey: false,
  ...change,
})

describe('registering a passkey', () => {
  test.each([
    ['a passkey just now', { proofs: [passkey(0)] }, true],
    ['a passkey five minutes ago', { proofs: [passkey(300)] }, true],
    ['a passkey longer ago', { proofs: [passkey(301)] }, 'not_fresh'],
    ['a passkey that verified nobody', { proofs: [passkey(0, false)] }, 'not_strong_enough'],
    ['a merely living session', { proofs: [passkey(3600)] }, 'not_fresh'],
    ['nothing', {}, 'nothing_proven'],
    ['a proof from the future', { proofs: [passkey(-3600)] }, 'not_fresh'],
    ['two clocks half a minute apart', { proofs: [passkey(-30)] }, true],
    ['a password and an approval', { proofs: [proof('password', 2), proof('push', 1)] }, 'not_strong_enough'],
    ['an approval alone', { proofs: [proof('passwordlessPush', 1)] }, 'not_strong_enough'],
    ['an approval beside a passkey', { proofs: [passkey(2), proof('push', 1)] }, true],
    ['a password and a code, both fresh', { proofs: [proof('password', 200), proof('totp', 10)] }, true],
    [
      'a fresh code over an old password',
      { proofs: [proof('password', 3600), proof('totp', 10)] },
      'not_fresh',
    ],
    [
      'a one-time pass, ten minutes',
      { proofs: [proof('temporaryAccessPass', 600)], pass: { once: true } },
      true,
    ],
    [
      'a one-time pass, later',
      { proofs: [proof('temporaryAccessPass', 601)], pass: { once: true } },
      'not_fresh',
    ],
    [
      'a pass for many uses, hours later',
      { proofs: [proof('temporaryAccessPass', 7200)], pass: { once: false } },
      true,
    ],
    ['a pass that is gone', { proofs: [proof('temporaryAccessPass', 601)] }, 'not_fresh'],
    [
      'a pass that somebody else’s proof came from',
      { proofs: [proof('password', 601)], pass: { once: false } },
      'not_strong_enough',
    ],
    ['a password alone', { proofs: [proof('password', 1)] }, 'password_alone'],
    ['a password alone, allowed', { proofs: [proof('password', 1)], passwordMayAddFirstPasskey: true }, true],
    [
      'a password alone, allowed, too old',
      { proofs: [proof('password', 301)], passwordMayAddFirstPasskey: true },
      'not_fresh',
    ],
    [
      'a password alone, with a passkey already',
      {
        proofs: [proof('password', 1)],
        passwordMayAddFirstPasskey: true,
        registered: { ...nothing, passkeys: 1 },
      },
      'password_alone',
    ],
    [
      'a password alone, with codes already',
      {
        proofs: [proof('password', 1)],
        passwordMayAddFirstPasskey: true,
        registered: { ...nothing, totp: true },
      },
      'password_alone',
    ],
    ['a device code', { proofs: [passkey(0)], origin: 'deviceCode' }, 'device_code'],
    [
      'a device code behind a pass',
      { proofs: [proof('temporaryAccessPass', 0)], origin: 'deviceCode', pass: { once: false } },
      'device_code',
    ],
  ] as const)('after %s', (_, change, expected) => {
    const decision = mayRegisterWith(facts(change))

    expect(decision.allow || decision.because).toBe(expected)
  })
})

describe('making a passkey in passing', () => {
  test.each([
    ['MFA just now', { proofs: [proof('password', 10), proof('totp', 5)] }, true],
    ['MFA too long ago', { proofs: [proof('password', 400), proof('totp', 400)] }, 'upgrade_needs_mfa'],
    [
      'a password, even where it may add a first passkey',
      { proofs: [proof('password', 1)], passwordMayAddFirstPasskey: true },
      'upgrade_needs_mfa',
    ],
    [
      'a pass for many uses, hours later',
      { proofs: [proof('temporaryAccessPass', 7200)], pass: { once: false } },
      'upgrade_needs_mfa',
    ],
  ] as const)('after %s', (_, change, expected) => {
    const decision = mayUpgrade(facts(change))

    expect(decision.allow || decision.because).toBe(expected)
  })
})

describe('changing and removing methods', () => {
  test('needs fresh MFA, for which a pass’s session counts like any other', () => {
    expect(mayChangeMethods(facts({ proofs: [proof('temporaryAccessPass', 10)] })).allow).toBe(true)
    expect(mayChangeMethods(facts({ proofs: [proof('temporaryAccessPass', 301)] })).allow).toBe(false)
  })

  test.each([
    ['the last passkey', { ...nothing, passkeys: 1 }, nothing, 'multiFactor', 'last_method'],
    ['one of two passkeys', { ...nothing, passkeys: 2 }, { ...nothing, passkeys: 1 }, 'multiFactor', true],
    [
      'the last passkey beside a password',
      { ...nothing, passkeys: 1, password: true },
      { ...nothing, password: true },
      'multiFactor',
      'last_method',
    ],
    [
      'the same where a password is enough',
      { ...nothing, passkeys: 1, password: true },
      { ...nothing, password: true },
      'singleFactor',
      true,
    ],
    [
      'the last passkey beside a password and codes',
      { passkeys: 1, password: true, totp: true },
      { passkeys: 0, password: true, totp: true },
      'multiFactor',
      true,
    ],
    [
      'the same where only passkeys count',
      { passkeys: 1, password: true, totp: true },
      { passkeys: 0, password: true, totp: true },
      'phishingResistant',
      'last_method',
    ],
    [
      'codes beside a password',
      { ...nothing, password: true, totp: true },
      { ...nothing, password: true },
      'multiFactor',
      'last_method',
    ],
    ['codes that led nowhere', { ...nothing, totp: true }, nothing, 'multiFactor', true],
  ] as const)('%s', (_, before, after, least, expected) => {
    const decision = mayRemoveMethod(before, after, least)

    expect(decision.allow || decision.because).toBe(expected)
  })
})
