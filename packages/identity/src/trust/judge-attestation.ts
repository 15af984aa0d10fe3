import type { Evidence } from '@latchkey/policy'
import { type AttestationFacts, type TrustObstacle, verifyTrust } from '@latchkey/webauthn'
import type { Deps } from '../deps.ts'
import type { Shelves } from '../stores.ts'
import { type Anchor, listAnchors, serialNumberOf } from './anchors.ts'
import { evidenceOfStatement, weaker } from './evidence-of.ts'
import { findModelStatus } from './find-model-status.ts'

/** What may vouch for a model. */
export type AnchorKind = 'metadata' | 'organisation' | 'deviceCa'

/** What keeps a device of ours from proving anything. */
export type DeviceObstacle =
  /** Signed by the device CA, and it is none of the certificates it is known to have issued. */
  | 'device_unknown'
  /** The device's certificate was taken back. */
  | 'device_revoked'
  /** The certificate is for another surface of ours than the passkey says. */
  | 'device_model_mismatch'

/** What keeps an attestation from proving anything. */
export type AttestationObstacle =
  | TrustObstacle
  /** The AAGUID is all zero: no model is named. */
  | 'model_not_named'
  /** Nothing was attested, or only the key vouches for itself. */
  | 'not_attested'
  /** The certificates may be good, and the statement does not sign the AAGUID: it may stand beside anybody's. */
  | 'aaguid_not_signed'
  /** Nobody this organisation trusts vouches for this model. */
  | 'no_anchor_for_model'
  | DeviceObstacle

/** What an attestation is worth to an organisation. */
export interface AttestationVerdict {
  /** Whether the model is proven. */
  readonly trusted: boolean
  /** How much is proven about where the key lives; `none` unless trusted. */
  readonly evidence: Evidence
  /** Who vouched; present if trusted. */
  readonly anchor?: AnchorKind
  /** The certificate of the device that made it, lower-case hexadecimal; present if the device CA vouched. */
  readonly deviceSerial?: string
  /** The first thing in the way; present unless trusted. */
  readonly because?: AttestationObstacle
  /** What is wrong with the model, as the metadata says; also for a model that is merely claimed. */
  readonly statuses: readonly string[]
}

/** What judging reads. */
export type TrustShelves = Pick<Shelves, 'metadata' | 'trust' | 'tenants'>

/**
 * Judge what a verified attestation proves to an organisation: which model made the key, and what guards it.
 *
 * A statement counts only if its certificates lead to an anchor *for this very AAGUID*. Whatever does not is not
 * attested; it is never explained away.
 *
 * @param aaguid as the authenticator data said, lower case
 */
export async function judgeAttestation(
  tx: TrustShelves,
  deps: Pick<Deps, 'now'>,
  tenantId: string,
  attestation: AttestationFacts,
  aaguid: string,
): Promise<AttestationVerdict> {
  const statuses = await findModelStatus(tx, aaguid, deps.now())
  const judged = await judge(tx, deps, tenantId, attestation, aaguid)
  return typeof judged === 'string'
    ? { trusted: false, evidence: 'none', because: judged, statuses }
    : { trusted: true, ...judged, statuses }
}

/** What a trusted statement proves. */
interface Proof {
  readonly evidence: Evidence
  readonly anchor: AnchorKind
  readonly deviceSerial?: string
}

const nobody = '00000000-0000-0000-0000-000000000000'

async function judge(
  tx: TrustShelves,
  deps: Pick<Deps, 'now'>,
  tenantId: string,
  attestation: AttestationFacts,
  aaguid: string,
): Promise<Proof | AttestationObstacle> {
  if (aaguid === nobody) return 'model_not_named'
  // Of a compound statement each part was verified to be about this credential: one that is trusted is enough.
  const parts = (attestation.parts ?? [attestation]).filter(({ trustPath }) => trustPath.length > 0)
  if (parts.length === 0) return 'not_attested'
  const signed = parts.filter(({ aaguidSigned }) => aaguidSigned)
  if (signed.length === 0) return 'aaguid_not_signed'
  const anchors = await listAnchors(tx, tenantId, aaguid)
  if (anchors.length === 0) return 'no_anchor_for_model'

  let obstacle: AttestationObstacle = 'no_anchor'
  let best: Proof | undefined
  for (const part of signed) {
    const proof = await judgePart(part, anchors, deps.now())
    if (typeof proof === 'string') obstacle = proof
    else if (best === undefined || weaker(best.evidence, proof.evidence) === best.evidence) best = proof
  }
  return best ?? obstacle
}

async function judgePart(
  part: AttestationFacts,
  anchors: readonly Anchor[],
  at: Date,
): Promise<Proof | AttestationObstacle> {
  let obstacle: AttestationObstacle = 'no_anchor'
  for (const anchor of anchors) {
    const verdict = verifyTrust(part, { anchors: anchor.certificates, at })
    if (!verdict.trusted) {
      obstacle = verdict.because
      continue
    }
    const stated = await anchor.evidenceOf(part)
    if (isObstacle(stated)) return stated
    const [leaf] = part.trustPath
    return {
      evidence: weaker(stated, evidenceOfStatement(part)),
      anchor: anchor.kind,
      ...(anchor.kind === 'deviceCa' && leaf && { deviceSerial: serialNumberOf(leaf) }),
    }
  }
  return obstacle
}

function isObstacle(stated: Evidence | DeviceObstacle): stated is DeviceObstacle {
  return stated.startsWith('device_')
}
