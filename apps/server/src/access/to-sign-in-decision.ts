import type { SignInDecision } from '@latchkey/identity'
import type { AccessDecision } from '@latchkey/policy'

/** Results that say only that a policy was about something else. */
const aside: ReadonlySet<string> = new Set(['notApplied', 'notEnabled', 'reportOnlyNotApplied'])

/** What the sign-in log keeps of a decision: the policies it was about, and what each said. */
export function toSignInDecision({ outcome, verdicts }: AccessDecision): SignInDecision {
  const policies = verdicts
    .filter(({ result }) => !aside.has(result))
    .map(({ policyId, displayName, result, missing, grantControls, sessionControls }) => ({
      policyId,
      displayName,
      result,
      missing,
      grantControls,
      sessionControls,
    }))
  return policies.length === 0 ? {} : { access: { outcome, policies } }
}
