import type { Evidence } from '@latchkey/policy'
import type { SignInMethod } from '../people/person.ts'

/** One thing that was proven in a session, and when. Facts, not registrations: `amr` and `acr` are made of these. */
export interface Proof {
  readonly method: SignInMethod
  readonly at: Date
  /** Set for a passkey. */
  readonly passkey?: PasskeyProof
  /** Set for an approval: the registered device that gave it. */
  readonly deviceId?: string
  /** Set for a pass: whether it was good for one sign-in only. */
  readonly once?: boolean
}

/** What a passkey's signature established. */
export interface PasskeyProof {
  /** base64url */
  readonly credentialId: string
  readonly aaguid: string
  /** Whether the model was proven by a trusted attestation. */
  readonly attested: boolean
  /** What the attestation proved about where the key lives. Absent in sessions of before. */
  readonly evidence?: Evidence
  /** The metadata said that something is wrong with the model: what it says of its user counts for nothing. */
  readonly distrusted?: true
  readonly userVerified: boolean
  readonly backupEligible: boolean
  readonly backupState: boolean
  /**
   * The registered device on which the key is that signed, in the very browser of this session: the browser is there. A
   * key that may be copied, or that signs for another computer over the air, says nothing of the kind.
   */
  readonly deviceId?: string
}

/**
 * A person's presence in one browser (or behind one device code): the truth that tokens refer to.
 *
 * The secret in the cookie changes at each elevation; the id does not, because apps know it (`sid`).
 */
export interface Session {
  readonly tenantId: string
  /** UUIDv7; `sid` in tokens. */
  readonly sessionId: string
  readonly userId: string
  readonly proofs: readonly Proof[]
  /** How the session came about: a device code is never phishing-resistant. */
  readonly origin: 'browser' | 'deviceCode'
  readonly securityStamp: string
  /** The Temporary Access Pass it came from: the session ends no later, and with it. */
  readonly passId?: string
  readonly staysSignedIn: boolean
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly ipAddress: string
  readonly userAgent: string
  readonly endedAt?: Date
  readonly endedBecause?: SessionEnd
}

export type SessionEnd =
  | 'signed_out'
  | 'signed_out_everywhere'
  | 'ended_by_person'
  | 'revoked_by_administrator'
  | 'pass_gone'
  | 'passkey_removed'
  | 'person_disabled'
  | 'disowned'
  | 'replaced'
