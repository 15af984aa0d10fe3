import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConditionalAccessDocument } from '../documents/conditional-access-document.ts'
import { rulesOf } from './access.fixture.ts'
import { anyPerson, anyPolicy, anySignIn, anyState } from './any-policy.fixture.ts'
import { decideAccess } from './decide-access.ts'
import { naivelyApplies, naiveOutcome } from './naive-access.fixture.ts'
import type { SignInContext } from './sign-in-context.ts'
import { whatIf } from './what-if.ts'

const anyPolicies = fc.array(anyPolicy(anyState), { maxLength: 5 })
const openness = { blocked: 0, needs: 1, allowed: 2 }
const runs = { numRuns: 400 }

describe('deciding by any policies', () => {
  test('agrees with whoever reads the JSON', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyPolicies, anyPerson, anySignIn, (policies, person, signIn) => {
        const { outcome, verdicts } = decideAccess(rulesOf(policies), person, signIn)
        seen.add(outcome)
        expect(outcome).toBe(naiveOutcome(policies, person, signIn))
        expect(
          verdicts.map(({ because }) => because.filter((each) => each !== 'policyNotEnabled').length === 0),
        ).toEqual(policies.map((policy) => naivelyApplies(policy, person, signIn)))
      }),
      runs,
    )
    expect([...seen].sort()).toEqual(['allowed', 'blocked', 'needs'])
  })

  test('one more that blocks never lets anybody further in', () => {
    const anyBlock = anyPolicy(fc.constant('enabled')).map((policy) => ({
      ...policy,
      grantControls: policy.grantControls && {
        ...policy.grantControls,
        builtInControls: ['block' as const],
        termsOfUse: [],
        authenticationStrength: null,
      },
    }))
    fc.assert(
      fc.property(anyPolicies, anyBlock, anyPerson, anySignIn, (policies, block, person, signIn) => {
        const before = decideAccess(rulesOf(policies), person, signIn).outcome
        const after = decideAccess(rulesOf([...policies, block]), person, signIn).outcome
        return openness[after] <= openness[before]
      }),
      runs,
    )
  })

  test('one more for applications never lets anybody further in', () => {
    const isForApps = ({ conditions }: ConditionalAccessDocument) =>
      conditions.applications.includeUserActions.length === 0
    fc.assert(
      fc.property(
        anyPolicies,
        anyPolicy(anyState).filter(isForApps),
        anyPerson,
        anySignIn,
        (policies, more, person, signIn) => {
          const before = decideAccess(rulesOf(policies), person, signIn).outcome
          const after = decideAccess(rulesOf([...policies, more]), person, signIn).outcome
          return openness[after] <= openness[before]
        },
      ),
      runs,
    )
  })

  test('whoever is left out of a policy is, in whichever way they are in it', () => {
    fc.assert(
      fc.property(
        anyPolicies,
        anyPolicy(fc.constant('enabled')),
        anyPerson,
        anySignIn,
        (policies, policy, person, signIn) => {
          const users = { ...policy.conditions.users, excludeUsers: [person.userId] }
          const excluding = { ...policy, conditions: { ...policy.conditions, users } }
          const without = decideAccess(rulesOf(policies), person, signIn)
          const { verdicts, ...withIt } = decideAccess(rulesOf([...policies, excluding]), person, signIn)

          expect(verdicts.at(-1)).toMatchObject({ result: 'notApplied' })
          expect(withIt).toMatchObject({ outcome: without.outcome, needs: idsOf(without.needs) })
        },
      ),
      runs,
    )
  })

  test('one that is only watched changes nothing', () => {
    const watched = anyPolicy(fc.constant('enabledForReportingButNotEnforced'))
    fc.assert(
      fc.property(anyPolicies, watched, anyPerson, anySignIn, (policies, policy, person, signIn) => {
        const { verdicts: before, ...without } = decideAccess(rulesOf(policies), person, signIn)
        const { verdicts: after, ...withIt } = decideAccess(rulesOf([policy, ...policies]), person, signIn)

        expect(JSON.stringify([withIt, after.slice(1)])).toBe(JSON.stringify([without, before]))
        expect(after[0]?.result).toMatch(/^reportOnly/)
      }),
      runs,
    )
  })

  test('their order does not matter', () => {
    fc.assert(
      fc.property(anyPolicies, anyPerson, anySignIn, (policies, person, signIn) => {
        const { verdicts, ...there } = decideAccess(rulesOf(policies), person, signIn)
        const { verdicts: turned, ...back } = decideAccess(rulesOf(policies.toReversed()), person, signIn)

        expect(JSON.stringify(back)).toBe(JSON.stringify(there))
        expect(turned.toReversed()).toEqual(verdicts)
      }),
      runs,
    )
  })

  test('says of a sign-in that is imagined what it says of one that happens', () => {
    fc.assert(
      fc.property(anyPolicies, anyPerson, anySignIn, (policies, person, signIn) => {
        const rules = rulesOf(policies)
        const real = decideAccess(rules, person, signIn)
        const { decision, results } = whatIf(rules, person, signIn)

        expect(decision).toEqual(real)
        for (const [at, { policyApplies, analysisReasons }] of results.entries()) {
          expect(policyApplies).toBe(analysisReasons === 'notSet')
          expect(analysisReasons).toBe(real.verdicts[at]?.because.join(',') || 'notSet')
        }
      }),
      runs,
    )
  })

  test('asks for something exactly when something is missing', () => {
    fc.assert(
      fc.property(anyPolicies, anyPerson, anySignIn, (policies, person, signIn) => {
        const { outcome, needs, verdicts } = decideAccess(rulesOf(policies), person, signIn)
        const { strengths, compliantDevice, terms, provenAfter } = needs
        const asks = strengths.length + terms.length > 0 || compliantDevice || provenAfter !== undefined
        const failed = verdicts.some(({ result }) => result === 'failure')

        expect(failed).toBe(outcome !== 'allowed')
        if (outcome !== 'needs') expect(asks).toBe(false)
        else expect(asks || isNoSignIn(signIn.proofs)).toBe(true)
      }),
      runs,
    )
  })

  test('giving what is asked is enough', () => {
    fc.assert(
      fc.property(anyPolicies, anyPerson, anySignIn, (policies, person, signIn) => {
        const rules = rulesOf(policies)
        const { outcome, needs, counting } = decideAccess(rules, person, signIn)
        if (outcome !== 'needs') return
        const passkey = { userVerified: true, attested: false, backupEligible: true }
        const asksProof = needs.strengths.length > 0 || isNoSignIn(counting)
        const given = {
          ...signIn,
          origin: 'browser' as const,
          proofs: asksProof
            ? [...counting, { method: 'passkey' as const, at: signIn.now, passkey }]
            : counting,
          acceptedTerms: new Set([...signIn.acceptedTerms, ...needs.terms]),
          ...(needs.compliantDevice && { device: { isCompliant: true } }),
        }

        expect(decideAccess(rules, person, given).outcome).toBe('allowed')
      }),
      runs,
    )
  })
})

function idsOf({ strengths, ...rest }: ReturnType<typeof decideAccess>['needs']) {
  return { ...rest, strengths: strengths.map(({ id }) => ({ id })) }
}

/** Nothing at all, or codes, which are a second proof and never a first. */
function isNoSignIn(proofs: SignInContext['proofs']): boolean {
  return proofs.every(({ method }) => method === 'totp')
}
