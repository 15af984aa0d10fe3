import type { Deps, Visitor } from '../deps.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { getRules } from '../rules/get-rules.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import { type Binding, type ChallengeTerms, makeChallenge } from './challenge.ts'
import { toCreationOptions } from './creation-options.ts'
import { whyNoPasskey } from './may-add-passkey.ts'
import { decideRegistration, readRegistrationFacts } from './registration-facts.ts'
import { requireDecision } from './require-decision.ts'

/** What a registration is begun for. */
export interface RegistrationAsk {
  readonly session: Session
  readonly visitor: Visitor
  readonly binding: Binding
  readonly attachment?: 'platform' | 'cross-platform'
  readonly hints?: readonly string[]
  /** `conditional`: made in passing, after a sign-in; nobody need touch anything. */
  readonly mediation?: 'conditional'
}

/**
 * Begin to register a passkey: the options for the browser. Writes nothing.
 *
 * @throws IdentityRefusal `session_ended`; `fresh_sign_in_needed`, `stronger_sign_in_needed` or `not_allowed_by_policy`
 *   if this session may not register one now, or the methods policy would take none of this person
 * @see https://www.w3.org/TR/webauthn-3/#dictdef-publickeycredentialcreationoptionsjson
 */
export async function beginRegistration(
  deps: Deps,
  ask: RegistrationAsk,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { session, person } = await getLiveSession(deps.stores, deps, ask.session)
  requireDecision(decideRegistration(await readRegistrationFacts(deps.stores, deps, session), ask.mediation))
  const { methods } = await getRules(deps.stores, deps, session.tenantId)
  const denial = whyNoPasskey(methods, await getPersonFacts(deps.stores, person, methods), ask.mediation)
  if (denial !== undefined) throw new IdentityRefusal('not_allowed_by_policy', { detail: denial })
  const known = await deps.stores.credentials.listOfPerson(session.tenantId, session.userId)
  const userVerification = registrationVerification(ask.mediation)
  return {
    ...toCreationOptions(deps, {
      person,
      challenge: makeChallenge(deps, registrationTerms(ask), userVerification),
      known,
      seconds: deps.ceremonySeconds,
      userVerification,
      // With `none` some clients erase the AAGUID, and with it the model's name. What is made in passing asks for nothing.
      attestation: ask.mediation === 'conditional' ? 'none' : 'direct',
      ...(ask.attachment !== undefined && { attachment: ask.attachment }),
    }),
    hints: [...(ask.hints ?? [])],
  }
}

/** What a registration's challenge is good for. One that is made in passing is no other. */
export function registrationTerms(
  ask: Pick<RegistrationAsk, 'session' | 'visitor' | 'binding' | 'mediation'>,
): ChallengeTerms {
  return {
    tenantId: ask.session.tenantId,
    userId: ask.session.userId,
    ceremony: ask.mediation === 'conditional' ? 'conditional registration' : 'registration',
    binding: ask.binding,
    visitor: ask.visitor,
  }
}

/** What is made in passing may find nobody to verify; such a passkey is one factor until it verified somebody. */
function registrationVerification(mediation: 'conditional' | undefined): 'required' | 'preferred' {
  return mediation === 'conditional' ? 'preferred' : 'required'
}
