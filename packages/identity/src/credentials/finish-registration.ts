import { toBase64url } from '@latchkey/encoding'
import type { RegistrationFacts as PolicyFacts } from '@latchkey/policy'
import { satisfies } from '@latchkey/policy'
import {
  credentialAlgorithms,
  type RegistrationFacts,
  readRegistrationResponse,
  verifyRegistration,
} from '@latchkey/webauthn'
import { byThemselves } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { fromVisitor, mailPerson } from '../outbox/mail-person.ts'
import type { Person } from '../people/person.ts'
import { readText } from '../read-text.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getLiveSession } from '../sessions/get-live-session.ts'
import type { Session } from '../sessions/session.ts'
import type { AttestationVerdict } from '../trust/judge-attestation.ts'
import {
  type Admission,
  auditRefusedPasskey,
  judgeNewPasskey,
  requireAdmission,
  toAdmissionDetail,
} from './admit-passkey.ts'
import { type RegistrationAsk, registrationTerms } from './begin-registration.ts'
import { openChallenge } from './challenge.ts'
import type { CredentialRecord } from './credential-record.ts'
import { findDecoy } from './decoy.ts'
import { decideRegistration, readRegistrationFacts } from './registration-facts.ts'
import { requireDecision } from './require-decision.ts'

/** An answer to a registration, and what it was begun for. */
export interface RegistrationAnswer
  extends Pick<RegistrationAsk, 'session' | 'visitor' | 'binding' | 'mediation'> {
  /** What `PublicKeyCredential.toJSON()` gave. */
  readonly response: unknown
  /** The person's own name for it. */
  readonly name?: string
  /** Whether the person came for it, or was stopped on the way to an app. */
  readonly createdBy?: 'self' | 'interrupt'
}

/** More than a person has devices; a script that registers without end is stopped. */
export const mostPasskeys = 20

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
 *   `invalid_input` for the name
 */
export async function finishRegistration(deps: Deps, answer: RegistrationAnswer): Promise<CredentialRecord> {
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

  let refused: { readonly person: Person; readonly admission: Admission } | undefined
  try {
    return await deps.stores.atomically(async (tx) => {
      await tx.spentChallenges.insert(challenge)
      const { session, person } = await getLiveSession(tx, deps, answer.session)
      const policyFacts = await readRegistrationFacts(tx, deps, session)
      requireDecision(decideRegistration(policyFacts, answer.mediation))
      if (policyFacts.registered.passkeys >= mostPasskeys) {
        throw new IdentityRefusal('not_allowed_by_policy', { detail: 'too many passkeys' })
      }
      const admission = await judgeNewPasskey(tx, deps, { person, facts, by: 'self' })
      refused = admission.decision.allow ? undefined : { person, admission }
      requireAdmission(admission)

      const { verdict } = admission
      const credential = toCredentialRecord(deps, session, facts, { ...answer, name, verdict })
      // An id that stands for nobody is as taken as a real one: else registering it would tell which names are.
      if (findDecoy(deps.keyring, credential.id) !== undefined) {
        throw new IdentityRefusal('credential_already_registered')
      }
      await tx.credentials.insert(credential)

      const passwordAlone = isPasswordAlone(policyFacts)
      await appendAudit(tx, deps, byThemselves(session, answer.visitor), {
        activity: passwordAlone ? 'first_passkey_with_password' : 'passkey_added',
        target: { kind: 'passkey', id: toBase64url(credential.id), name },
        detail: { ...toAuditDetail(credential), ...toAdmissionDetail(admission) },
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

function toCredentialRecord(
  deps: Pick<Deps, 'rp' | 'now'>,
  session: Session,
  facts: RegistrationFacts,
  made: Pick<RegistrationAnswer, 'mediation' | 'createdBy'> & {
    readonly name: string
    readonly verdict: AttestationVerdict
  },
): CredentialRecord {
  const { name, mediation, createdBy, verdict } = made
  return {
    tenantId: session.tenantId,
    userId: session.userId,
    id: facts.credentialId,
    rpId: deps.rp.rpId,
    publicKey: facts.publicKey,
    algorithm: facts.algorithm,
    signCount: facts.signCount,
    transports: facts.transports,
    uvInitialized: facts.userVerified,
    backupEligible: facts.backupEligible,
    backupState: facts.backupState,
    aaguid: facts.aaguid,
    attestation: {
      format: facts.attestation.format,
      type: facts.attestation.type,
      trusted: verdict.trusted,
      evidence: verdict.evidence,
      ...(verdict.anchor !== undefined && { anchor: verdict.anchor }),
      object: facts.attestationObject,
      clientDataJson: facts.clientDataJSON,
    },
    name,
    createdAt: deps.now(),
    createdBy: mediation ?? createdBy ?? 'self',
  }
}

function toAuditDetail(credential: CredentialRecord) {
  return {
    aaguid: credential.aaguid,
    attestation: credential.attestation.type,
    backupEligible: credential.backupEligible,
    userVerified: credential.uvInitialized,
    createdBy: credential.createdBy,
  }
}
