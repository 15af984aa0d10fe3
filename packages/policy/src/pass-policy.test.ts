import { describe, expect, test } from 'vitest'
import { mayIssuePass, mayUsePass } from './pass-policy.ts'

const now = new Date('2026-03-01T09:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const terms = {
  defaultLifetimeMinutes: 60,
  minimumLifetimeMinutes: 10,
  maximumLifetimeMinutes: 480,
  onceOnly: false,
}

describe('issuing a pass', () => {
  test.each([
    ['as the policy says', {}, terms, true],
    ['the shortest', { lifetimeMinutes: 10 }, terms, true],
    ['the longest', { lifetimeMinutes: 480 }, terms, true],
    ['shorter', { lifetimeMinutes: 9 }, terms, 'lifetime_outside_policy'],
    ['longer', { lifetimeMinutes: 481 }, terms, 'lifetime_outside_policy'],
    ['half a minute', { lifetimeMinutes: 10.5 }, terms, 'lifetime_outside_policy'],
    ['not a number', { lifetimeMinutes: Number.NaN }, terms, 'lifetime_outside_policy'],
    ['a month ahead', { startsAt: later(30 * 24 * 60) }, terms, true],
    ['further ahead', { startsAt: later(31 * 24 * 60) }, terms, 'start_outside_policy'],
    ['a moment ago', { startsAt: later(-4) }, terms, true],
    ['in the past', { startsAt: later(-6) }, terms, 'start_outside_policy'],
    ['at no time', { startsAt: new Date(Number.NaN) }, terms, 'start_outside_policy'],
    ['for many uses where one is the rule', { once: false }, { ...terms, onceOnly: true }, 'once_only'],
  ])('%s', (_, ask, policy, expected) => {
    const decision = mayIssuePass(ask, policy, now)

    expect(decision.allow || decision.because).toBe(expected)
  })
})

describe('using a pass', () => {
  const pass = { startsAt: now, expiresAt: later(60), once: true }

  test.each([
    ['at its start', pass, now, true],
    ['before its start', pass, later(-1), 'pass_not_yet_valid'],
    ['just before its end', pass, new Date(later(60).getTime() - 1), true],
    ['at its end', pass, later(60), 'pass_expired'],
    ['again, one-time', { ...pass, usedAt: now }, later(1), 'pass_used'],
    ['again, for many uses', { ...pass, once: false, usedAt: now }, later(1), true],
  ])('%s', (_, held, at, expected) => {
    const decision = mayUsePass(held, at)

    expect(decision.allow || decision.because).toBe(expected)
  })
})
