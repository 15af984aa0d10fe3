import type { Decision } from '@latchkey/policy'
import { IdentityRefusal } from '../refusal.ts'

/**
 * Turn a denial to change sign-in methods into a refusal that says what helps.
 *
 * @throws IdentityRefusal `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_allowed_by_policy`
 */
export function requireDecision(decision: Decision): void {
  if (decision.allow) return
  const detail = decision.because
  switch (detail) {
    case 'not_fresh':
    case 'upgrade_needs_mfa':
      throw new IdentityRefusal('fresh_sign_in_needed', { detail })
    case 'nothing_proven':
    case 'not_strong_enough':
    case 'device_code':
      throw new IdentityRefusal('stronger_sign_in_needed', { detail })
    case 'last_method':
      throw new IdentityRefusal('last_method')
    default:
      throw new IdentityRefusal('not_allowed_by_policy', { detail })
  }
}
