import { toBase64url } from '@latchkey/encoding'
import type { RegistrationFacts as PolicyFacts } from '@latchkey/policy'
import { satisfies } from '@latchkey/policy'
import { credentialAlgorithms, readRegistrationResponse, verifyRegistration } from '@latchkey/webauthn'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import type { Person } from '../people/person.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import { followedRegistration, type RegistrationTrail } from '../steps/follow-registration.ts'
import { noteStep } from '../steps/note-step.ts'
import { isOwnModel } from '../trust/own-models.ts'
import {
  type Admission,
  auditRefusedPasskey,
  isAdmitted,
  judgeNewPasskey,
  requireAdmission,
  toAdmissionDetail,
} from './admit-passkey.ts'
import { type RegistrationAsk, registrationTerms } from './begin-registration.ts'
import { askedFor, openChallenge } from './challenge.ts'
import type { CredentialRecord } from './credential-record.ts'
import { insertNewPasskey, requireFewPasskeys, toPasskeyDetail } from './insert-new-passkey.ts'
import { decideRegistration, readRegistrationFacts } from './registration-facts.ts'
import { requireDecision } from './require-decision.ts'
import type { PasskeyKind } from './unfinished-store.ts'

/** An answer to a registration, and what it was begun for. */
export interface RegistrationAnswer
  extends Pick<RegistrationAsk, 'session' | 'visitor' | 'binding' | 'mediation'> {
  /** What `PublicKeyCredential.toJSON()` gave. */
  readonly response: unknown
  /** The person's own name for it. */
  readonly name?: string
  /** Where it was to be kept: an earlier registration of this kind that came to nothing is forgotten. */
  readonly kind?: PasskeyKind
  /** Nothing else will do: a passkey that a registered device of ours did not make is `device_unknown`. */
  readonly by?: 'device of ours'
  /** Whether the person came for it, or was stopped on the way to an app. */
  readonly createdBy?: 'self' | 'interrupt'
}

/**
 * Finish registering a passkey: verify the answer, then, in one unit of work, spend the challenge, ask the policy once
 * more whether this very session may, and whether this person may have this very passkey, keep the record, write the
 * audit and mail the person. What the options asked for decides nothing: the browser may have altered them.
 *
 * The session is not raised and lives no longer: only *using* the passkey does that.
 *
 * @throws CeremonyRefusal for what is wrong with the answer
 * @throws IdentityRefusal `challenge_unknown`, `challenge_expired`, `challenge_spent`, `session_ended`,
 *   `fresh_sign_in_needed`, `stronger_sign_in_needed`, `not_allowed_by_policy`, `credential_already_registered`,
 *   `invalid_input` for the name; a device's refusal (`device_unknown` …) if the passkey is one of ours
 */
export async function finishRegistration(deps: Deps, answer: RegistrationAnswer): Promise<CredentialRecord> {
  const { tenantId, userId } = answer.session
  const trail = { tenantId, userId, visitor: answer.visitor }
  return await followedRegistration(deps, trail, () => register(deps, answer, trail))
}

async function register(
  deps: Deps,
  answer: RegistrationAnswer,
  trail: RegistrationTrail,
): Promise<CredentialRecord> {
  const name = readPasskeyName(answer.name ?? 'Passkey')
  const response = readRegistrationResponse(answer.response)
  const challenge = await openChallenge(deps, response.clientData.challenge, registrationTerms(answer))
  const facts = verifyRegistration(response, {
    challenge: response.clientData.challenge,
    rpId: deps.rp.rpId,
    origins: deps.rp.origins,
    userVerification: challenge.userVerification,
    algorithms: credentialAlgorithms,
    ...(answer.mediation !== undefined && { mediation: answer.mediation }),
  })
  trail.aaguid = facts.aaguid

  let refused: { readonly person: Person; readonly admission: Admission } | undefined
  try {
    return await deps.stores.atomically(async (tx) => {
      await tx.spentChallenges.insert(challenge)
      const { session, person } = await getLiveSession(tx, deps, answer.session)
      const policyFacts = await readRegistrationFacts(tx, deps, session)
      requireDecision(decideRegistration(policyFacts, answer.mediation))
      requireFewPasskeys(policyFacts.registered.passkeys)
      if (answer.by === 'device of ours' && !isOwnModel(facts.aaguid)) {
        throw new IdentityRefusal('device_unknown', { detail: facts.aaguid })
      }
      const admission = await judgeNewPasskey(tx, deps, { person, facts, by: 'self' })
      refused = isAdmitted(admission) ? undefined : { person, admission }
      requireAdmission(admission)

      const { verdict } = admission
      const createdBy = answer.mediation ?? answer.createdBy ?? 'self'
      const credential = await insertNewPasskey(tx, deps, { person, facts, verdict, name, createdBy })
      if (answer.kind !== undefined) await tx.unfinished.remove(person.tenantId, person.userId, answer.kind)
      await noteStep(tx, deps, {
        ...trail,
        step: 'created',
        method: 'passkey',
        elapsedMilliseconds: askedFor(deps, challenge),
      })
      const passwordAlone = isPasswordAlone(policyFacts)
      await appendAudit(tx, deps, byThemselves(session, answer.visitor), {
        activity: passwordAlone ? 'first_passkey_with_password' : 'passkey_added',
        target: { kind: 'passkey', id: toBase64url(credential.id), name },
        detail: { ...toPasskeyDetail(credential), ...toAdmissionDetail(admission) },
      })
      await mailPerson(tx, deps, {
        person,
        template: passwordAlone ? 'first_passkey_with_password' : 'passkey_added',
        values: { name, ...fromVisitor(answer.visitor) },
      })
      return credential
    })
  } catch (refusal) {
    if (refused !== undefined) {
      const { aaguid } = facts
      await auditRefusedPasskey(deps, byThemselves(answer.session, answer.visitor), { ...refused, aaguid })
    }
    throw refusal
  }
}

/** Read a person's name for a passkey: 1 to 60 characters. @throws IdentityRefusal `invalid_input` */
export function readPasskeyName(text: string): string {
  return readText(text, 'name', 60)
}

/** Allowed with less than multi-factor authentication in the session: told apart in the audit and in the mail. */
function isPasswordAlone({ proofs, origin }: PolicyFacts): boolean {
  return !satisfies(proofs, 'multiFactor', origin).allow
}
