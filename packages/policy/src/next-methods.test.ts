import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextMethods } from './next-methods.ts'
import { canReach, decideFirstPage } from './preferred-method.ts'
import { type MethodName, methodNames, type ProvenMethod } from './proven-method.ts'
import { satisfies, strengthNames } from './strength.ts'

const at = new Date('2026-03-01T09:00:00Z')
const proven = (...methods: MethodName[]): ProvenMethod[] =>
  methods.map((method) =>
    method === 'passkey'
      ? { method, at, passkey: { userVerified: true, attested: false, backupEligible: true } }
      : { method, at },
  )

describe('proposing ways on', () => {
  test.each([
    [
      'everything, nothing proven, MFA',
      methodNames,
      [],
      'multiFactor',
      ['temporaryAccessPass', 'passkey', 'passwordlessPush', 'password'],
    ],
    ['a password and codes', ['password', 'totp'], [], 'multiFactor', ['password']],
    [
      'a password and codes, the password proven',
      ['password', 'totp'],
      proven('password'),
      'multiFactor',
      ['totp'],
    ],
    ['a password alone', ['password'], [], 'multiFactor', []],
    ['a password alone, one factor', ['password'], [], 'singleFactor', ['password']],
    ['a pass, phishing-resistant', ['temporaryAccessPass', 'passkey'], [], 'phishingResistant', ['passkey']],
    ['enough already', ['passkey'], proven('passkey'), 'phishingResistant', []],
    ['a password and a device', ['password', 'push'], proven('password'), 'multiFactor', ['push']],
    ['a device, phishing-resistant', ['passwordlessPush', 'push', 'password'], [], 'phishingResistant', []],
    ['a device alone', ['push'], [], 'singleFactor', []],
    ['codes alone', ['totp'], [], 'singleFactor', []],
  ] as const)('%s', (_, have, before, required, ways) => {
    expect(nextMethods(have, before, required)).toEqual(ways)
  })

  test('following them arrives', () => {
    fc.assert(
      fc.property(
        fc.subarray([...methodNames]),
        fc.constantFrom(...strengthNames),
        fc.nat(),
        (have, required, which) => {
          let proofs: ProvenMethod[] = []
          for (let step = 0; step < 4; step++) {
            const ways = nextMethods(have, proofs, required)
            const way = ways[which % Math.max(1, ways.length)]
            if (way === undefined) break
            proofs = [...proofs, ...proven(way)]
            if (satisfies(proofs, required).allow) return true
          }
          return nextMethods(have, [], required).length === 0
        },
      ),
    )
  })

  test('never proposes what the person does not have', () => {
    fc.assert(
      fc.property(fc.subarray([...methodNames]), fc.constantFrom(...strengthNames), (have, required) =>
        nextMethods(have, [], required).every((way) => have.includes(way)),
      ),
    )
  })
})

describe('choosing the first page', () => {
  test.each([
    ['a passkey', { passkeys: 1, password: false, totp: false }, {}, 'passkey'],
    ['a passkey and a password', { passkeys: 1, password: true, totp: true }, {}, 'passkey'],
    [
      'a passkey, and the password chosen',
      { passkeys: 1, password: true, totp: false },
      { defaultMethod: 'password' },
      'password',
    ],
    [
      'a passkey, and a password chosen that is gone',
      { passkeys: 1, password: false, totp: false },
      { defaultMethod: 'password' },
      'passkey',
    ],
    [
      'a passkey chosen that is gone',
      { passkeys: 0, password: true, totp: false },
      { defaultMethod: 'passkey' },
      'password',
    ],
    ['a password', { passkeys: 0, password: true, totp: false }, {}, 'password'],
    ['nothing', { passkeys: 0, password: false, totp: false }, {}, 'pass'],
    ['codes alone', { passkeys: 0, password: false, totp: true }, {}, 'pass'],
  ] as const)('%s', (_, registered, history, page) => {
    expect(decideFirstPage(registered, history)).toBe(page)
  })

  test('codes alone reach nothing', () => {
    expect(canReach({ passkeys: 0, password: false, totp: true }, 'singleFactor')).toBe(false)
    expect(canReach({ passkeys: 0, password: true, totp: true }, 'multiFactor')).toBe(true)
    expect(canReach({ passkeys: 0, password: true, totp: true }, 'passwordless')).toBe(false)
  })
})
