import type { Evidence } from './evidence.ts'

/** The ways to prove who one is. */
export type MethodName =
  | 'passkey'
  | 'temporaryAccessPass'
  | 'password'
  | 'totp'
  /** Approved on a registered device, after something else was proven: a second proof. */
  | 'push'
  /** Approved on a registered device, from a browser that proved that it is remembered. */
  | 'passwordlessPush'

/** Every method. */
export const methodNames: readonly MethodName[] = [
  'passkey',
  'temporaryAccessPass',
  'password',
  'totp',
  'push',
  'passwordlessPush',
]

/** Whether a method can only follow another one: nobody begins a sign-in with it. */
export function isSecondOnly(method: MethodName): boolean {
  return method === 'totp' || method === 'push'
}

/**
 * Whether a method is an approval on a device. Whoever relays our pages to somebody gets one too, so approvals change no
 * sign-in method, and nothing is administered on their word.
 */
export function isApproval(method: MethodName): boolean {
  return method === 'push' || method === 'passwordlessPush'
}

/**
 * Something that was proven in a session, and when. A fact about this sign-in, never about what is registered: whoever
 * merely has a key has proven nothing with it.
 */
export interface ProvenMethod {
  readonly method: MethodName
  readonly at: Date
  /** What a passkey's signature established. A passkey without it counts as one that verified nobody. */
  readonly passkey?: {
    readonly userVerified: boolean
    /** Whether the model was proven by a trusted attestation. */
    readonly attested: boolean
    readonly backupEligible: boolean
    /** The model; a claim unless it is attested. Absent in sessions of before. */
    readonly aaguid?: string
    /** What the attestation proves about where the key lives. */
    readonly evidence?: Evidence
    /** Something is known to be wrong with the model: what it says of its user counts for nothing. */
    readonly distrusted?: true
  }
  /** For a pass: whether it was good for one sign-in only. */
  readonly once?: boolean
}

/** How a session came about. */
export type SessionOrigin = 'browser' | 'deviceCode'

/**
 * What a proof is worth in a combination. A passkey that verified its user is two factors (something one has, and
 * something one is or knows); one that did not is one factor.
 */
export type Factor = 'verifiedPasskey' | MethodName

/** The factors that proofs amount to. A verified passkey is also a passkey. */
export function toFactors(proofs: readonly ProvenMethod[]): ReadonlySet<Factor> {
  const factors = new Set<Factor>()
  for (const proof of proofs) {
    factors.add(proof.method)
    if (verifiesUser(proof)) factors.add('verifiedPasskey')
  }
  return factors
}

/** Whether a proof is a passkey's, made by somebody whom it verified, as far as its word counts. */
export function verifiesUser({ method, passkey }: ProvenMethod): boolean {
  return method === 'passkey' && passkey?.userVerified === true && passkey.distrusted === undefined
}

/**
 * The proofs that are at most `seconds` old at `now`. A proof from the future (a clock that jumped back) is not fresh
 * either, beyond the minute by which the clocks of two servers may differ.
 */
export function freshProofs<P extends { readonly at: Date }>(
  proofs: readonly P[],
  now: Date,
  seconds: number,
): readonly P[] {
  return proofs.filter(({ at }) => {
    const age = now.getTime() - at.getTime()
    return age >= -clockSkewSeconds * 1000 && age <= seconds * 1000
  })
}

/**
 * The proofs made at or after an instant: what a request for a new sign-in asks. One from the future was made before the
 * clock jumped back, and is none.
 *
 * @param after absent: any will do
 */
export function proofsSince<P extends { readonly at: Date }>(
  proofs: readonly P[],
  after: Date | undefined,
  now: Date,
): readonly P[] {
  if (after === undefined) return proofs
  return proofs.filter(({ at }) => at >= after && at.getTime() - now.getTime() <= clockSkewSeconds * 1000)
}

/** By how much the clocks of two servers may differ. */
const clockSkewSeconds = 60
