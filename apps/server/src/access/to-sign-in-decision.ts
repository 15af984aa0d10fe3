import type { Session, SignInDecision } from '@latchkey/identity'
import type { AccessDecision } from '@latchkey/policy'

/** Results that say only that a policy was about something else. */
const aside: ReadonlySet<string> = new Set(['notApplied', 'notEnabled', 'reportOnlyNotApplied'])

/**
 * What the sign-in log keeps of a decision: what had been proven, the policies it was about, and what each said. The proofs
 * are kept because the session they stand in is forgotten before the record is.
 */
export function toSignInDecision(
  { outcome, verdicts }: AccessDecision,
  session: Pick<Session, 'proofs'>,
): SignInDecision {
  const policies = verdicts
    .filter(({ result }) => !aside.has(result))
    .map(({ policyId, displayName, result, missing, grantControls, sessionControls, strength }) => ({
      policyId,
      displayName,
      result,
      missing,
      grantControls,
      sessionControls,
      ...(strength !== undefined && { strength }),
    }))
  return {
    ...(policies.length > 0 && { access: { outcome, policies } }),
    proofs: session.proofs.map(toKeptProof),
  }
}

function toKeptProof({ method, at, passkey }: Session['proofs'][number]) {
  const { aaguid, attested, backupEligible } = passkey ?? {}
  return {
    method,
    at: at.toISOString(),
    ...(aaguid !== undefined && { aaguid }),
    ...(attested !== undefined && { attested }),
    ...(backupEligible !== undefined && { backupEligible }),
  }
}
