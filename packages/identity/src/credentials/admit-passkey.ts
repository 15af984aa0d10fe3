import { mayRegisterPasskey, type PasskeyDecision, type RegistrationBy } from '@latchkey/policy'
import type { RegistrationFacts } from '@latchkey/webauthn'
import type { Attribution } from '../attribution.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Deps } from '../deps.ts'
import { type DeviceRefusalCode, whyNoPasskeyOfDevice } from '../devices/judge-device.ts'
import { memoryOf } from '../memory.ts'
import type { Person } from '../people/person.ts'
import { IdentityRefusal } from '../refusal.ts'
import { getPersonFacts } from '../rules/get-person-facts.ts'
import { getRules } from '../rules/get-rules.ts'
import type { Shelves } from '../stores.ts'
import { failuresPerMinute } from '../throttling/limits.ts'
import { type AttestationVerdict, judgeAttestation } from '../trust/judge-attestation.ts'

/** What the policy said of a new passkey, and why. */
export interface Admission {
  readonly verdict: AttestationVerdict
  readonly decision: PasskeyDecision
  /** What is wrong with the device of ours that made it. Then it is refused, whatever the policy says. */
  readonly device?: DeviceRefusalCode
}

/**
 * Ask the policy whether somebody may have this passkey: what it is by its own signed word, and what its attestation
 * proves to this organisation. Nothing that the browser says beside that counts, nor what the options were.
 */
export async function judgeNewPasskey(
  tx: Shelves,
  deps: Pick<Deps, 'stores' | 'now'>,
  ask: { readonly person: Person; readonly facts: RegistrationFacts; readonly by: RegistrationBy },
): Promise<Admission> {
  const { person, facts, by } = ask
  const { aaguid, backupEligible } = facts
  const { methods } = await getRules(tx, deps, person.tenantId)
  const verdict = await judgeAttestation(tx, deps, person.tenantId, facts.attestation, aaguid)
  const personFacts = await getPersonFacts(tx, person, methods)
  const { trusted: attested, evidence } = verdict
  const decision = mayRegisterPasskey(
    methods,
    personFacts,
    { aaguid, attested, evidence, backupEligible },
    by,
  )
  const device = await whyNoPasskeyOfDevice(tx, deps, { person, facts, verdict })
  if (device !== undefined) return { verdict, decision, device }
  if (!decision.allow || methods.passkey.badModels !== 'block' || verdict.statuses.length === 0) {
    return { verdict, decision }
  }
  return { verdict, decision: { allow: false, because: 'model_distrusted', profiles: [] } }
}

/** Whether a passkey is taken. */
export function isAdmitted({ decision, device }: Admission): boolean {
  return decision.allow && device === undefined
}

/**
 * @throws IdentityRefusal a device's refusal by its name, whose detail is what was wrong with the attestation;
 *   `not_allowed_by_policy`, whose detail is the policy's reason
 */
export function requireAdmission({ decision, device, verdict }: Admission): void {
  if (device !== undefined) throw new IdentityRefusal(device, { detail: verdict.because ?? 'device record' })
  if (!decision.allow) throw new IdentityRefusal('not_allowed_by_policy', { detail: decision.because })
}

/** What the audit says of an admission. */
export function toAdmissionDetail({ verdict, decision, device }: Admission) {
  return {
    ...(device !== undefined && { device }),
    modelProven: verdict.trusted,
    evidence: verdict.evidence,
    ...(verdict.because !== undefined && { notProvenBecause: verdict.because }),
    ...(verdict.statuses.length > 0 && { modelStatuses: verdict.statuses.join(' ') }),
    ...(decision.allow
      ? { profileId: decision.profileId }
      : {
          because: decision.because,
          profiles: decision.profiles.map(({ name, because }) => `${name}: ${because}`).join('; '),
        }),
  }
}

/**
 * Write down that a passkey was refused, after the unit that refused it left nothing behind. Whoever tries without end
 * fills no disk.
 */
export async function auditRefusedPasskey(
  deps: Deps,
  by: Attribution,
  { person, aaguid, admission }: { person: Person; aaguid: string; admission: Admission },
): Promise<void> {
  const { tenantId, userId, userName } = person
  const { failures } = memoryOf(deps.stores)
  if (failures.take(`${tenantId} ${userId}`, failuresPerMinute.ofPerson, deps.now()) === undefined) return
  await appendAudit(
    deps.stores,
    deps,
    { ...by, tenantId },
    {
      activity: 'passkey_refused',
      target: { kind: 'person', id: userId, name: userName },
      detail: { aaguid, ...toAdmissionDetail(admission) },
    },
  )
}
