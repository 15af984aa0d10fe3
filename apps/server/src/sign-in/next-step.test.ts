import { authenticatorAppId } from '@latchkey/identity'
import {
  type CompiledStrength,
  type ProvenMethod,
  type StrengthName,
  strengthByName,
  toMethodNames,
} from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { appTarget } from '../access/access-target.ts'
import { decideNextStep, passedIn, type Situation } from './next-step.ts'

const at = new Date('2026-11-21T08:00:00Z')
const passkey: ProvenMethod = {
  method: 'passkey',
  at,
  passkey: { userVerified: true, attested: false, backupEligible: true },
}
const touch: ProvenMethod = {
  ...passkey,
  passkey: { userVerified: false, attested: false, backupEligible: false },
}
const pass: ProvenMethod = { method: 'temporaryAccessPass', at }
const password: ProvenMethod = { method: 'password', at }
const code: ProvenMethod = { method: 'totp', at }

const nothing = { passkeys: 0, password: false, totp: false }

const held = (methods: typeof nothing) => ({
  methods: toMethodNames(methods),
  passkeyCount: methods.passkeys,
  passkeys: [],
})

const strengths = (name: StrengthName) => [strengthByName(name)]

/** A strength that takes one model, which nobody here has. */
const narrow: CompiledStrength = {
  id: 'narrow',
  displayName: 'Our keys',
  policyType: 'custom',
  combinations: [
    { token: 'fido2', modes: ['fido2'], grade: 'phishingResistant', passkeyModels: new Set(['a model']) },
  ],
}

/** Somebody who signed in with their passkey, as on every day. */
const everyDay: Situation = {
  strengths: strengths('multiFactor'),
  proofs: [passkey],
  held: held({ ...nothing, passkeys: 1 }),
  samePerson: true,
  mayRegister: true,
  asksForFirst: true,
  nudged: false,
  unnamedPasskey: false,
  passed: ['default', 'stay'],
  passkeyIsDefault: true,
  offerSecondPasskey: false,
  offerStaySignedIn: false,
}

describe('deciding what comes next', () => {
  test.each<[string, Partial<Situation>, string]>([
    ['nothing, on an ordinary day', {}, 'out'],
    ['a passkey for a newcomer with a pass', { proofs: [pass], held: held(nothing) }, 'secure'],
    [
      'the app, for a newcomer who said not now',
      { proofs: [pass], held: held(nothing), passed: ['secure'] },
      'out',
    ],
    [
      'a passkey all the same, if the app needs one',
      { proofs: [pass], held: held(nothing), passed: ['secure'], strengths: strengths('phishingResistant') },
      'secure',
    ],
    [
      'the use of the new passkey, if the app needs one',
      { proofs: [pass], passed: ['secure'], strengths: strengths('phishingResistant') },
      'passkey',
    ],
    ['the name of a new passkey', { proofs: [pass], unnamedPasskey: true }, 'name-passkey'],
    [
      'a code after a password',
      { proofs: [password], held: held({ ...nothing, password: true, totp: true }) },
      'code',
    ],
    [
      'an offer after password and code',
      { proofs: [password, code], held: held({ ...nothing, password: true, totp: true }) },
      'secure',
    ],
    [
      'the end of the road for a password alone',
      { proofs: [password], held: held({ ...nothing, password: true }), mayRegister: false },
      'stronger',
    ],
    [
      'a first passkey with a password, where it is allowed',
      { proofs: [password], held: held({ ...nothing, password: true }) },
      'secure',
    ],
    ['the passkey again, if it verified nobody', { proofs: [touch] }, 'passkey'],
    ['the passkey, if all proofs are too old', { proofs: [] }, 'passkey'],
    ['a word to somebody else', { samePerson: false }, 'stronger'],
    ['the question about the default', { passkeyIsDefault: false, passed: [] }, 'default'],
    ['a second passkey', { offerSecondPasskey: true }, 'second'],
    ['no second passkey for who said not now', { offerSecondPasskey: true, passed: ['second'] }, 'out'],
    ['the campaign', { nudged: true, offerSecondPasskey: true, passed: [] }, 'nudge'],
    ['one question about a passkey', { nudged: true, offerSecondPasskey: true, passed: ['nudge'] }, 'out'],
    [
      'no other offer to whom the campaign does not ask',
      {
        proofs: [password, code],
        held: held({ ...nothing, password: true, totp: true }),
        asksForFirst: false,
      },
      'out',
    ],
    [
      'a passkey all the same, if there is no way in without',
      { proofs: [password], held: held({ ...nothing, password: true }), asksForFirst: false, nudged: true },
      'secure',
    ],
    ['what a rule forbids before the campaign', { nudged: true, obstacle: 'blocked' }, 'blocked'],
    ['the question about staying', { offerStaySignedIn: true, passed: [] }, 'stay'],
    ['no way on, if a rule forbids it', { obstacle: 'blocked' }, 'blocked'],
    ['no way on without a device, once all is proven', { obstacle: 'device' }, 'blocked'],
    ['what is to be proven before the device', { obstacle: 'device', proofs: [] }, 'passkey'],
    [
      'the end of the road, if the passkey just made is not enough',
      { proofs: [pass], passed: ['secure'], strengths: [narrow] },
      'stronger',
    ],
    ['another passkey, if none is of a model that counts', { strengths: [narrow] }, 'secure'],
    ['no question twice', { offerStaySignedIn: true, passkeyIsDefault: false }, 'out'],
  ])('%s', (_, change, page) => {
    expect(decideNextStep({ ...everyDay, ...change })).toBe(page)
  })
})

describe('signing in for the Authenticator', () => {
  const require = { strength: 'singleFactor', asked: appTarget(authenticatorAppId) } as const
  const elsewhere = { strength: 'singleFactor', asked: appTarget('another app') } as const
  const askedEverything: Partial<Situation> = {
    passkeyIsDefault: false,
    offerSecondPasskey: true,
    nudged: true,
    passed: passedIn({ require, passed: [] }),
  }

  test('offers no passkey before the app makes its own', () => {
    const newcomer = { ...everyDay, proofs: [pass], held: held(nothing), mayRegister: true }

    expect(decideNextStep({ ...newcomer, passed: passedIn({ require, passed: [] }) })).toBe('out')
    expect(decideNextStep({ ...newcomer, passed: passedIn({ require: elsewhere, passed: [] }) })).toBe(
      'secure',
    )
  })

  test('asks neither for a second passkey nor for the default', () => {
    expect(decideNextStep({ ...everyDay, ...askedEverything })).toBe('out')
  })

  test('offers a passkey all the same to whom it is the only way in', () => {
    const change = { proofs: [password], held: held({ ...nothing, password: true }) }

    expect(decideNextStep({ ...everyDay, ...askedEverything, ...change })).toBe('secure')
  })
})
