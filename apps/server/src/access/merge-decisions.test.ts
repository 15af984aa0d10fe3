import { type AccessDecision, type AccessVerdict, strengthByName } from '@latchkey/policy'
import { describe, expect, test } from 'vitest'
import { mergeDecisions } from './merge-decisions.ts'

const verdict: AccessVerdict = {
  policyId: 'a',
  displayName: 'A policy',
  state: 'enabled',
  result: 'success',
  because: [],
  missing: [],
  grantControls: ['mfa'],
  sessionControls: [],
}
const aside: AccessVerdict = { ...verdict, result: 'notApplied', because: ['application'] }
const failed: AccessVerdict = { ...verdict, result: 'failure', missing: ['mfa'] }
const proof = { method: 'password', at: new Date(0) } as const

const allowed: AccessDecision = {
  outcome: 'allowed',
  enforced: true,
  needs: { strengths: [], compliantDevice: false, terms: [] },
  counting: [proof],
  session: { frequencies: [] },
  verdicts: [aside],
}

describe('wanting two things at once', () => {
  test('the stricter wins, whichever it is', () => {
    const needs: AccessDecision = {
      ...allowed,
      outcome: 'needs',
      needs: { ...allowed.needs, strengths: [strengthByName('multiFactor')], provenAfter: new Date(5) },
      counting: [],
      verdicts: [failed],
    }
    for (const merged of [mergeDecisions(allowed, needs), mergeDecisions(needs, allowed)]) {
      expect(merged).toEqual({ ...needs, session: { frequencies: [] } })
    }
    const blocked: AccessDecision = { ...allowed, outcome: 'blocked' }
    expect(mergeDecisions(needs, blocked).outcome).toBe('blocked')
  })

  test('what both ask is asked once', () => {
    const needs = { ...allowed.needs, strengths: [strengthByName('phishingResistant')], terms: ['t'] }
    const one: AccessDecision = { ...allowed, outcome: 'needs', needs }
    expect(mergeDecisions(one, one).needs).toEqual(needs)
  })

  test('a browser that must not be remembered is not', () => {
    const mode = (persistentBrowser: 'always' | 'never') => ({
      ...allowed,
      session: { frequencies: [], persistentBrowser },
    })
    expect(mergeDecisions(mode('always'), mode('never')).session.persistentBrowser).toBe('never')
    expect(mergeDecisions(allowed, mode('always')).session.persistentBrowser).toBe('always')
  })
})
