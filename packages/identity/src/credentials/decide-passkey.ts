import type { PasskeyDecision, PasskeyFacts } from '@latchkey/policy'
import type { SignInDecision } from '../audit/sign-in-decision.ts'
import type { CredentialRecord } from './credential-record.ts'

/** What the policy looks at in a passkey, as its registration established it. */
export function toPasskeyFacts({ aaguid, attestation, backupEligible }: CredentialRecord): PasskeyFacts {
  return { aaguid, attested: attestation.trusted, evidence: attestation.evidence, backupEligible }
}

/** What the log keeps of the decision. */
export function toSignInDecision(decision: PasskeyDecision): SignInDecision {
  if (!decision.allow) {
    const { because, profiles } = decision
    return { method: { allowed: false, because, profiles } }
  }
  const { profileId, modelProven } = decision
  return { method: { allowed: true, profileId, modelProven } }
}
