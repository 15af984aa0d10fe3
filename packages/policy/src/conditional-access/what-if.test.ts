import { describe, expect, test } from 'vitest'
import { alice, guidOf, mailApp, now, office, policy, rulesOf } from './access.fixture.ts'
import { whatIf } from './what-if.ts'

const target = { kind: 'app', clientId: mailApp } as const

describe('imagining a sign-in', () => {
  test('says of each policy whether it would apply, and why not', () => {
    const rules = rulesOf([
      policy(1),
      policy(2, { state: 'disabled', conditions: { users: { includeUsers: [guidOf(2)] } } }),
      policy(3, { conditions: { locations: { includeLocations: [office.id] } } }),
      policy(4, { state: 'disabled', conditions: { signInRiskLevels: ['high'] } }),
    ])
    const { decision, results } = whatIf(rules, alice, { target, now })

    expect(decision.outcome).toBe('needs')
    expect(results.map(({ policyApplies, analysisReasons }) => [policyApplies, analysisReasons])).toEqual([
      [true, 'notSet'],
      [false, 'users,policyNotEnabled'],
      [false, 'notEnoughInformation,location'],
      [false, 'signInRisk,policyNotEnabled'],
    ])
  })

  test('takes a risk that is imagined, too', () => {
    const risky = { state: 'enabledForReportingButNotEnforced', conditions: { signInRiskLevels: ['high'] } }
    const { results } = whatIf(rulesOf([policy(1, risky)]), alice, { target, now, risk: { signIn: 'high' } })

    expect(results[0]).toMatchObject({ policyApplies: true, result: 'reportOnlyInterrupted' })
  })
})
