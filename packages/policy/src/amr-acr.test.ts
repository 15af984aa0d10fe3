import { describe, expect, test } from 'vitest'
import { acrNames, acrOfStrength, amrOrder, readAcrValues, toAcr, toAmr } from './amr-acr.ts'
import type { ProvenMethod } from './proven-method.ts'
import { decideStrength, isAtLeast, strengthNames, strengths } from './strength.ts'

const at = new Date('2026-03-01T09:00:00Z')
const passkeyProof = (userVerified: boolean, attested = false, backupEligible = true): ProvenMethod => ({
  method: 'passkey',
  at,
  passkey: { userVerified, attested, backupEligible },
})
const proofOf = {
  verifiedPasskey: passkeyProof(true),
  passkey: passkeyProof(false),
  temporaryAccessPass: { method: 'temporaryAccessPass', at },
  password: { method: 'password', at },
  totp: { method: 'totp', at },
  push: { method: 'push', at },
  passwordlessPush: { method: 'passwordlessPush', at },
} as const satisfies Record<string, ProvenMethod>

/** Written by hand, not derived: what each combination of each strength says in a token. */
const table: Readonly<Record<string, readonly [string, string]>> = {
  verifiedPasskey: ['fido pop user mfa', 'urn:latchkey:acr:phr'],
  passkey: ['fido pop', 'urn:latchkey:acr:1fa'],
  temporaryAccessPass: ['tap mfa', 'urn:latchkey:acr:mfa'],
  password: ['pwd', 'urn:latchkey:acr:1fa'],
  'password totp': ['pwd otp mfa', 'urn:latchkey:acr:mfa'],
  'password push': ['pwd rsa mfa', 'urn:latchkey:acr:mfa'],
  passwordlessPush: ['rsa mfa', 'urn:latchkey:acr:pwl'],
}

describe('saying how somebody authenticated', () => {
  const combinations = [
    ...new Set(strengths.flatMap(({ combinations }) => combinations.map((c) => c.join(' ')))),
  ]

  test.each(combinations)('%s', (names) => {
    const proofs = names.split(' ').map((name) => proofOf[name as keyof typeof proofOf])

    expect([toAmr(proofs).join(' '), toAcr(proofs)]).toEqual(table[names])
  })

  test.each([
    ['attested, bound to its device', passkeyProof(true, true, false), true],
    ['attested, may be copied', passkeyProof(true, true, true), false],
    ['bound to its device, not attested', passkeyProof(true, false, false), false],
    ['attested, bound, verified nobody', passkeyProof(false, true, false), true],
  ])('claims hardware only where a trusted attestation proved it: %s', (_, proof, said) => {
    expect(toAmr([proof]).includes('hwk')).toBe(said)
  })

  test('says nothing of what was not proven, and 0 of nothing', () => {
    expect(toAmr([])).toEqual([])
    expect(toAcr([])).toBe('0')
    expect(toAmr([proofOf.totp])).toEqual(['otp'])
  })

  test('every pair of proofs says the union of both, and mfa exactly when it is', () => {
    const proofs = Object.values(proofOf)
    for (const one of proofs) {
      for (const other of proofs) {
        const both = toAmr([one, other])
        expect(both).toEqual(expect.arrayContaining([...toAmr([one]), ...toAmr([other])]))
        expect(both.includes('mfa')).toBe(isAtLeast(decideStrength([one, other]), 'multiFactor'))
        expect(both).toEqual(amrOrder.filter((value) => both.includes(value)))
      }
    }
  })

  test('a device code says the same amr, and an acr of MFA at most', () => {
    expect(toAcr([proofOf.verifiedPasskey], 'deviceCode')).toBe('urn:latchkey:acr:mfa')
    expect(toAcr([proofOf.password], 'deviceCode')).toBe('urn:latchkey:acr:1fa')
  })
})

describe('reading acr_values', () => {
  test('understands every name we say, and other people’s', () => {
    for (const name of strengthNames) expect(readAcrValues(acrOfStrength[name])).toEqual([name])
    expect(readAcrValues('phrh')).toEqual(['phishingResistant'])
    expect(readAcrValues('http://schemas.openid.net/pape/policies/2007/06/multi-factor')).toEqual([
      'multiFactor',
    ])
  })

  test('keeps the order, and leaves out what it does not know', () => {
    expect(readAcrValues('toString mfa  c1 phr urn:latchkey:acr:mfa __proto__ constructor')).toEqual([
      'multiFactor',
      'phishingResistant',
    ])
    expect(readAcrValues('')).toEqual([])
    expect(Object.keys(acrNames)).not.toContain('')
  })
})
