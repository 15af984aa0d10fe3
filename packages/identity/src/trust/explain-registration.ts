import { judgeByProfiles, type ProfileVerdict } from '@latchkey/policy'
import { type AttestationExplanation, explainAttestation } from '@latchkey/webauthn'
import type { Deps } from '../deps.ts'
import { getRules } from '../rules/get-rules.ts'
import { describeModel, type PicturedModel } from './describe-model.ts'
import { type AttestationVerdict, judgeAttestation } from './judge-attestation.ts'

/** A registration somebody wants explained. */
export interface ExplanationAsk {
  readonly tenantId: string
  readonly attestationObject: Uint8Array
  /** What the statement signed. Without it nothing can be verified, only shown. */
  readonly clientDataJSON?: Uint8Array
}

/** A registration, explained. */
export interface RegistrationExplanation extends AttestationExplanation {
  readonly model: PicturedModel
  /**
   * What it is worth to the organisation today. Where the statement was not verified for want of the client data, this is
   * what it would be worth if it held; where the statement is refused, it is worth nothing.
   */
  readonly verdict: AttestationVerdict
  /** What each passkey profile that is in use makes of it. */
  readonly profiles: readonly ProfileVerdict[]
}

/**
 * Explain a registration: every fact of it, the certificates it brought, whom they lead to or what is in the way, and
 * what that proves. It changes nothing, and is no registration.
 *
 * @throws CeremonyRefusal if the attestation object or the client data do not parse
 * @throws IdentityRefusal `tenant_unknown`
 */
export async function explainRegistration(
  deps: Pick<Deps, 'stores' | 'now'>,
  { tenantId, attestationObject, clientDataJSON }: ExplanationAsk,
): Promise<RegistrationExplanation> {
  const explained = explainAttestation(attestationObject, clientDataJSON)
  const { statement, aaguid } = explained
  const judged = await judgeAttestation(
    deps.stores,
    deps,
    tenantId,
    statement.verified ? statement.facts : statement.claimed,
    aaguid,
  )
  const refused = !statement.verified && statement.because !== 'client_data_missing'
  const verdict: AttestationVerdict = refused
    ? { trusted: false, evidence: 'none', because: 'not_attested', statuses: judged.statuses }
    : judged
  const { methods } = await getRules(deps.stores, deps, tenantId)
  const { trusted: attested, evidence } = verdict
  return {
    ...explained,
    model: await describeModel(deps.stores, aaguid, deps.now()),
    verdict,
    profiles: judgeByProfiles(methods, {
      aaguid,
      attested,
      evidence,
      backupEligible: explained.backupEligible,
    }),
  }
}
