import type { Evidence } from '../evidence.ts'

/** What is known of a passkey that rules look at. */
export interface PasskeyFacts {
  /** The model; a claim unless it is attested. */
  readonly aaguid: string
  /** Whether an attestation led to something trusted for this model. */
  readonly attested: boolean
  readonly evidence: Evidence
  /** Whether it may be copied: a synced passkey. */
  readonly backupEligible: boolean
}
