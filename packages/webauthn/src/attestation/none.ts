// Follows §8.7 of WebAuthn Level 3.
import { CeremonyRefusal } from '../refusal.ts'
import type { VerifyStatement } from './statement.ts'

/**
 * Verify the statement of an authenticator that says nothing about itself: it must be empty.
 *
 * @see https://www.w3.org/TR/webauthn-3/#sctn-none-attestation
 */
export const verifyNone: VerifyStatement = (statement) => {
  if (statement.size > 0) throw new CeremonyRefusal('attestation_malformed', { detail: 'not empty' })
  return { format: 'none', type: 'none', trustPath: [], aaguidSigned: false }
}
