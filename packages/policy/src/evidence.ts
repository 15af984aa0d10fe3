/** How much an attestation proves about where a key lives, weakest first. */
export type Evidence = 'none' | 'software' | 'tpm' | 'hardware'

/** Every kind of evidence, weakest first. */
export const evidences: readonly Evidence[] = ['none', 'software', 'tpm', 'hardware']

/** Whether evidence is at least as strong as another. */
export function isEvidenceAtLeast(evidence: Evidence, least: Evidence): boolean {
  return evidences.indexOf(evidence) >= evidences.indexOf(least)
}
