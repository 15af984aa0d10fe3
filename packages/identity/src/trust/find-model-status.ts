import { modelStanding } from '@latchkey/webauthn'
import type { Shelves } from '../stores.ts'

/** Find what is wrong with a model, as the metadata says: names such as `REVOKED`; empty if nothing is known. */
export async function findModelStatus(
  tx: Pick<Shelves, 'metadata'>,
  aaguid: string,
  at: Date,
): Promise<readonly string[]> {
  const reports = await tx.metadata.findStatusReports(aaguid)
  return reports === undefined ? [] : modelStanding(reports, at).bad
}
