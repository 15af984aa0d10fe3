import { describe, expect, test } from 'vitest'
import { documentsOf } from '../conditional-access/access.fixture.ts'
import {
  changeCombinations,
  changeStrength,
  putCombinationConfiguration,
  readStrength,
  removeCombinationConfiguration,
  type StrengthDocument,
} from '../documents/strength-document.ts'
import type { ProvenMethod } from '../proven-method.ts'
import { compileRules } from '../rules.ts'
import { builtInStrengthDocuments, strengthIdOf } from './built-in-strengths.ts'
import { compileStrength, type Strength, singleFactorStrength } from './compile-strength.ts'
import { impliesStrength } from './implies-strength.ts'
import { nextMethodsFor } from './next-methods-for.ts'
import { isProvableCombination } from './provable-modes.ts'
import { satisfiesStrength } from './satisfies-strength.ts'

const at = new Date('2026-01-05T09:00:00Z')
const stamp = { id: '7a1c6a3e-0000-4000-8000-000000000001', at: at.toISOString() }
const key = '2fc0579f-8113-47ea-b116-bb5a8db9202a'
const otherKey = 'a25342c0-3cdc-4414-8e46-f4807fca511c'

const password: ProvenMethod = { method: 'password', at }
const code: ProvenMethod = { method: 'totp', at }
const push: ProvenMethod = { method: 'push', at }
const approval: ProvenMethod = { method: 'passwordlessPush', at }
const oneTimePass: ProvenMethod = { method: 'temporaryAccessPass', at, once: true }
const pass: ProvenMethod = { method: 'temporaryAccessPass', at, once: false }
const passkey = (change: Partial<NonNullable<ProvenMethod['passkey']>> = {}): ProvenMethod => ({
  method: 'passkey',
  at,
  passkey: { userVerified: true, attested: true, backupEligible: false, aaguid: key, ...change },
})

const [multiFactor, passwordless, phishingResistant] = builtInStrengthDocuments.map(compileStrength) as [
  Strength,
  Strength,
  Strength,
]

function custom(allowedCombinations: readonly string[], allowedAAGUIDs?: readonly string[]): Strength {
  const document = readStrength({ displayName: 'Ours', allowedCombinations }, stamp)
  if (allowedAAGUIDs === undefined) return compileStrength(document)
  return compileStrength(
    putCombinationConfiguration(document, { appliesToCombinations: ['fido2'], allowedAAGUIDs }, stamp),
  )
}

describe('the built-in strengths', () => {
  test.each(Object.values(strengthIdOf))('leave their ids to nobody else: %s', (id) => {
    const body = { displayName: 'Ours', allowedCombinations: ['password'] }

    expect(() => readStrength(body, { ...stamp, id })).toThrow('id: is that of a built-in strength')
    expect(() => readStrength(body, { ...stamp, id: id.toUpperCase() })).toThrow('built-in')
  })

  test('hold even if another document has come by their id', () => {
    const impostor = { ...readStrength({ displayName: 'Ours', allowedCombinations: ['password'] }, stamp) }
    const documents = documentsOf([], { strengths: [{ ...impostor, id: strengthIdOf.phishingResistant }] })

    const strength = compileRules(documents).strengths.get(strengthIdOf.phishingResistant)

    expect(strength).toEqual(phishingResistant)
  })

  test('are the three, with the combinations scripts know', () => {
    expect(builtInStrengthDocuments.map(({ id, displayName }) => [id, displayName])).toEqual([
      [strengthIdOf.multiFactor, 'Multifactor authentication'],
      [strengthIdOf.passwordless, 'Passwordless MFA'],
      [strengthIdOf.phishingResistant, 'Phishing resistant MFA'],
    ])
    expect(builtInStrengthDocuments.map((each) => each.allowedCombinations)).toEqual([
      [
        'windowsHelloForBusiness',
        'fido2',
        'x509CertificateMultiFactor',
        'deviceBasedPush',
        'temporaryAccessPassOneTime',
        'temporaryAccessPassMultiUse',
        'password,microsoftAuthenticatorPush',
        'password,softwareOath',
        'password,hardwareOath',
        'password,x509CertificateSingleFactor',
        'password,x509CertificateMultiFactor',
        'password,sms',
        'password,voice',
        'federatedMultiFactor',
        'microsoftAuthenticatorPush,federatedSingleFactor',
        'softwareOath,federatedSingleFactor',
        'hardwareOath,federatedSingleFactor',
        'sms,federatedSingleFactor',
        'voice,federatedSingleFactor',
      ],
      ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor', 'deviceBasedPush'],
      ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'],
    ])
  })

  test.each([
    ['a verified passkey', [passkey()], true, true, true],
    ['a passkey that verified nobody', [passkey({ userVerified: false })], false, false, false],
    ['… with a password', [passkey({ userVerified: false }), password], false, false, false],
    ['a one-time pass', [oneTimePass], true, false, false],
    ['a pass for many times', [pass], true, false, false],
    ['a password', [password], false, false, false],
    ['a code alone', [code], false, false, false],
    ['a password and a code', [password, code], true, false, false],
    ['a password and an approval', [password, push], true, false, false],
    ['an approval after nothing', [push], false, false, false],
    ['an approval alone', [approval], true, true, false],
    ['nothing', [], false, false, false],
  ])('%s', (_, proofs, mfa, pwl, phr) => {
    expect(
      [multiFactor, passwordless, phishingResistant].map((each) => satisfiesStrength(proofs, each).allow),
    ).toEqual([mfa, pwl, phr])
  })

  test('imply one another downwards', () => {
    expect(impliesStrength(phishingResistant, passwordless)).toBe(true)
    expect(impliesStrength(passwordless, multiFactor)).toBe(true)
    expect(impliesStrength(multiFactor, phishingResistant)).toBe(false)
    expect(impliesStrength(phishingResistant, singleFactorStrength)).toBe(true)
  })

  test('cannot be changed', () => {
    const [document] = builtInStrengthDocuments
    for (const change of [
      () => changeStrength(document as StrengthDocument, { displayName: 'x' }, stamp.at),
      () => changeCombinations(document as StrengthDocument, { allowedCombinations: ['sms'] }, stamp.at),
    ]) {
      expect(change).toThrow('built-in')
    }
  })
})

describe('behind a device code', () => {
  test('a passkey is multi-factor authentication and no more', () => {
    expect(satisfiesStrength([passkey()], multiFactor, 'deviceCode').allow).toBe(true)
    const verdict = satisfiesStrength([passkey()], phishingResistant, 'deviceCode')
    expect(verdict).toMatchObject({ allow: false })
    expect(verdict.allow || verdict.missing.find(({ token }) => token === 'fido2')?.because).toBe(
      'device_code',
    )
  })
})

describe('a strength that names models', () => {
  const strength = custom(['fido2'], [key])

  test('takes a model that was proven', () => {
    expect(satisfiesStrength([passkey()], strength)).toEqual({ allow: true, token: 'fido2' })
  })

  test.each([
    ['a model that is only claimed', passkey({ attested: false }), 'model_not_proven'],
    ['another model', passkey({ aaguid: otherKey }), 'model_not_allowed'],
    ['no model at all', { method: 'passkey', at } satisfies ProvenMethod, 'user_not_verified'],
    ['an unverified user', passkey({ userVerified: false }), 'user_not_verified'],
    ['a password', password, 'not_proven'],
  ])('refuses %s', (_, proof, because) => {
    expect(satisfiesStrength([proof], strength)).toEqual({
      allow: false,
      missing: [{ token: 'fido2', because }],
    })
  })

  test('implies the one without models, and one with more of them', () => {
    expect(impliesStrength(strength, custom(['fido2']))).toBe(true)
    expect(impliesStrength(strength, custom(['fido2'], [key, otherKey]))).toBe(true)
    expect(impliesStrength(custom(['fido2'], [key, otherKey]), strength)).toBe(false)
    expect(impliesStrength(custom(['fido2']), strength)).toBe(false)
  })

  test('an empty list takes nobody', () => {
    expect(satisfiesStrength([passkey()], custom(['fido2'], [])).allow).toBe(false)
  })
})

describe('custom strengths', () => {
  test('combinations are sets, written one way', () => {
    const { allowedCombinations } = readStrength(
      { displayName: 'Ours', allowedCombinations: ['softwareOath, password', 'fido2'] },
      stamp,
    )
    expect(allowedCombinations).toEqual(['fido2', 'password,softwareOath'])
  })

  test.each([
    ['no combination', { allowedCombinations: [] }, 'allowedCombinations'],
    ['one there is not', { allowedCombinations: ['password,fido2'] }, 'allowedCombinations[0]'],
    ['one twice', { allowedCombinations: ['fido2', ' fido2'] }, 'allowedCombinations'],
    ['no name', { displayName: ' ' }, 'displayName'],
    ['an unknown property', { strong: true }, 'strong'],
  ])('refuses %s', (_, change, path) => {
    expect(() =>
      readStrength({ displayName: 'Ours', allowedCombinations: ['fido2'], ...change }, stamp),
    ).toThrow(expect.objectContaining({ path }))
  })

  test('say whether they are multi-factor', () => {
    const read = (allowedCombinations: string[]) =>
      readStrength({ displayName: 'Ours', allowedCombinations }, stamp).requirementsSatisfied
    expect(read(['fido2', 'password,sms'])).toBe('mfa')
    expect(read(['fido2', 'password'])).toBe('none')
  })

  test('a configuration comes and goes, and never outlives its combination', () => {
    const document = readStrength(
      { displayName: 'Ours', allowedCombinations: ['fido2', 'password,sms'] },
      stamp,
    )
    const body = { appliesToCombinations: ['fido2'], allowedAAGUIDs: [key.toUpperCase()] }
    const narrowed = putCombinationConfiguration(document, body, stamp)
    expect(narrowed.combinationConfigurations).toEqual([
      { id: stamp.id, appliesToCombinations: ['fido2'], allowedAAGUIDs: [key] },
    ])
    expect(() => changeCombinations(narrowed, { allowedCombinations: ['password,sms'] }, stamp.at)).toThrow(
      'appliesToCombinations',
    )
    expect(() => putCombinationConfiguration(narrowed, body, { ...stamp, id: 'another' })).toThrow('already')
    const wide = removeCombinationConfiguration(narrowed, stamp.id, stamp.at)
    expect(wide.combinationConfigurations).toEqual([])
  })
})

describe('what to ask for next', () => {
  const have = (
    methods: readonly ProvenMethod['method'][],
    passkeys: { aaguid: string; attested: boolean }[] = [],
  ) => ({
    methods,
    passkeys,
  })
  const all = have(['passkey', 'password', 'totp'], [{ aaguid: otherKey, attested: true }])

  test.each([
    ['from nothing to two factors', all, [], [multiFactor], ['passkey', 'password']],
    ['after the password', all, [password], [multiFactor], ['passkey', 'totp']],
    ['to a phishing-resistant one', all, [password, code], [phishingResistant], ['passkey']],
    ['without a passkey', have(['password', 'totp']), [], [phishingResistant], []],
    ['with a passkey of another model', all, [], [custom(['fido2'], [key])], []],
    [
      'with one of the model',
      have(['passkey'], [{ aaguid: key, attested: true }]),
      [],
      [custom(['fido2'], [key])],
      ['passkey'],
    ],
    [
      'with one that only claims it',
      have(['passkey'], [{ aaguid: key, attested: false }]),
      [],
      [custom(['fido2'], [key])],
      [],
    ],
    ['when all is there', all, [passkey()], [multiFactor, phishingResistant], []],
    [
      'of several the first that is open',
      all,
      [password, code],
      [multiFactor, phishingResistant],
      ['passkey'],
    ],
  ])('%s', (_, held, proven, strengths, expected) => {
    expect(nextMethodsFor(held, proven, strengths)).toEqual(expected)
  })
})

describe('asking what people here can prove', () => {
  test.each([
    ['fido2', true],
    ['windowsHelloForBusiness', true],
    ['password,softwareOath', true],
    ['password,sms', false],
    ['x509CertificateMultiFactor', false],
    ['toString', false],
  ])('of %s it is %s', (combination, provable) => {
    expect(isProvableCombination(combination)).toBe(provable)
  })
})
