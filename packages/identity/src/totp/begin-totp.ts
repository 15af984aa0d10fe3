import { concatBytes, toBase64url, toUtf8 } from '@latchkey/encoding'
import { mayChangeMethods, mayRegisterWith, type RegistrationFacts } from '@latchkey/policy'
import { readRegistrationFacts } from '../credentials/registration-facts.ts'
import { requireDecision } from '../credentials/require-decision.ts'
import type { Deps } from '../deps.ts'
import { requireMethod } from '../rules/require-method.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { getTenant } from '../tenants/get-tenant.ts'
import { toBase32 } from './base32.ts'
import { stepSeconds } from './one-time-code.ts'

/** A code generator that is being set up: what the person scans or types, and what the browser gives back. */
export interface TotpOffer {
  /** base32 */
  readonly secret: string
  /** `otpauth://…`, for a QR code. */
  readonly uri: string
  /** The secret again, sealed for this session: nothing is kept until the first code is right. */
  readonly sealed: string
}

/**
 * Begin to set up a code generator. Writes nothing.
 *
 * @throws IdentityRefusal `session_ended`, `fresh_sign_in_needed`, `stronger_sign_in_needed`,
 *   `not_allowed_by_policy` if codes are not for this person
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export async function beginTotp(deps: Deps, asking: Session): Promise<TotpOffer> {
  const { session, person } = await getLiveSession(deps.stores, deps, asking)
  requireMayAddTotp(await readRegistrationFacts(deps.stores, deps, session))
  const tenant = await getTenant(deps.stores, session.tenantId)
  await requireMethod(deps.stores, deps, { tenant, person, method: 'totp' })

  const secret = deps.random(20)
  const issuedAt = toUtf8(String(deps.now().getTime()).padStart(16, '0'))
  const sealed = deps.keyring.seal(offerPurpose, concatBytes(issuedAt, secret), offerBound(session))
  const parameters = new URLSearchParams({
    secret: toBase32(secret),
    issuer: deps.rp.rpName,
    algorithm: 'SHA1',
    digits: '6',
    period: String(stepSeconds),
  })
  const label = `${encodeURIComponent(deps.rp.rpName)}:${encodeURIComponent(person.userName)}`
  return {
    secret: toBase32(secret),
    uri: `otpauth://totp/${label}?${parameters.toString().replaceAll('+', '%20')}`,
    sealed: toBase64url(sealed),
  }
}

/** What the secret is sealed for on its way through the browser. */
export const offerPurpose = 'totp offer'

/** To whom it was offered. */
export function offerBound({ tenantId, userId, sessionId }: Session): Uint8Array {
  return toUtf8(JSON.stringify([tenantId, userId, sessionId]))
}

/**
 * Codes may be added like passkeys, but never on a password alone: then the two together would be MFA that rests on one
 * stolen password.
 */
export function requireMayAddTotp(facts: RegistrationFacts): void {
  const change = mayChangeMethods(facts)
  requireDecision(change.allow || facts.pass === undefined ? change : mayRegisterWith(facts))
}
