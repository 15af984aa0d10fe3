import { toHex } from '@latchkey/encoding'
import { readCertificate } from '@latchkey/encoding/x509'
import type { Evidence } from '@latchkey/policy'
import type { AttestationFacts } from '@latchkey/webauthn'
import { getTenant } from '../tenants/get-tenant.ts'
import { evidenceOfModel } from './evidence-of.ts'
import type { AnchorKind, DeviceObstacle, TrustShelves } from './judge-attestation.ts'
import { isOwnModel } from './own-models.ts'

/** Certificates that vouch for one model, and what their word is worth. */
export interface Anchor {
  readonly kind: AnchorKind
  /** In DER. */
  readonly certificates: readonly Uint8Array[]
  /** @param attestation whose certificates were found to lead here */
  evidenceOf(attestation: AttestationFacts): Promise<Evidence | DeviceObstacle>
}

/**
 * List what an organisation trusts to vouch for one model: for ours its device CA and nothing else; for any other its
 * own roots that name the model, then the metadata if it trusts that.
 */
export async function listAnchors(
  tx: TrustShelves,
  tenantId: string,
  aaguid: string,
): Promise<readonly Anchor[]> {
  if (isOwnModel(aaguid)) return deviceCaAnchors(tx, tenantId, aaguid)
  const roots = (await tx.trust.listRoots(tenantId)).filter((root) => root.aaguids.includes(aaguid))
  const anchors: Anchor[] = roots.map(({ certificate, evidence }) => ({
    kind: 'organisation',
    certificates: [certificate],
    evidenceOf: async () => evidence,
  }))
  const { settings } = await getTenant(tx, tenantId)
  const model = settings.attestation.trustMetadata ? await tx.metadata.find(aaguid) : undefined
  if (model !== undefined && model.roots.length > 0) {
    const evidence = evidenceOfModel(model)
    anchors.push({ kind: 'metadata', certificates: model.roots, evidenceOf: async () => evidence })
  }
  return anchors
}

async function deviceCaAnchors(tx: TrustShelves, tenantId: string, aaguid: string): Promise<Anchor[]> {
  const ca = await tx.trust.findDeviceCa(tenantId)
  if (ca === undefined) return []
  return [
    {
      kind: 'deviceCa',
      certificates: [ca.certificate],
      async evidenceOf({ trustPath: [leaf] }) {
        if (leaf === undefined) return 'device_unknown'
        const issued = await tx.trust.findDeviceCertificate(tenantId, serialNumberOf(leaf))
        if (issued === undefined) return 'device_unknown'
        if (issued.aaguid !== aaguid) return 'device_model_mismatch'
        return issued.revokedAt === undefined ? issued.evidence : 'device_revoked'
      },
    },
  ]
}

/** The serial number of a certificate that was verified, as it is kept: lower-case hexadecimal. */
export function serialNumberOf(certificate: Uint8Array): string {
  return toHex(readCertificate(certificate).serialNumber)
}
