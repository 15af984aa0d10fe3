import type { CborMap } from '@latchkey/encoding'
import type { LargeBlobWrite } from './commands/large-blobs.ts'
import type { CredentialShelf } from './credential-shelf.ts'
import type { AuthenticatorCryptography, CredentialAlgorithm, SigningKey } from './cryptography.ts'
import type { Person } from './person.ts'
import type { PinUvAuth } from './pin/pin-uv-auth.ts'

/** What an authenticator is made of, besides what it says of itself. */
export interface AuthenticatorDeps {
  readonly cryptography: AuthenticatorCryptography
  readonly shelf: CredentialShelf
  readonly person: Person
  readonly now: () => Date
  /** Bytes nobody can guess. */
  readonly random: (length: number) => Uint8Array
}

/** An attestation certificate, its chain, and the key it is about. */
export interface AttestationIdentity {
  readonly key: SigningKey
  /** In DER: the attestation certificate, then its issuers, without the root. */
  readonly certificates: readonly Uint8Array[]
}

/** Who vouches for new credentials: nobody, the credential itself, or a certificate. */
export type AttestationChoice = 'none' | 'self' | AttestationIdentity

/** The model of an authenticator: what it says of itself, and how it behaves. */
export interface AuthenticatorModel {
  /** 16 bytes. An attestation certificate should say the same. */
  readonly aaguid: Uint8Array
  readonly attachment: 'platform' | 'cross-platform'
  readonly transports: readonly Transport[]
  /** Whether `person` can verify who is there. Without, only a PIN does. */
  readonly userVerification: 'built_in' | 'by_pin_only'
  readonly attestation: AttestationChoice
  /**
   * An identity of this very device, for the relying parties named and nobody else: it tells devices apart.
   */
  readonly enterpriseAttestation?: {
    readonly rpIds: readonly string[]
    readonly identity: AttestationIdentity
  }
  /**
   * The identity of this very device for whom it is registered with, without being asked for: by RP ID and user handle.
   * Everybody else gets what `attestation` says, so it tells devices apart to those alone who issued it.
   */
  readonly findDeviceIdentity?: (credential: {
    readonly rpId: string
    readonly userHandle: Uint8Array
  }) => AttestationIdentity | undefined
  /** Whether credentials may be copied, and are. `device_bound` if absent. */
  readonly backup?: 'device_bound' | 'eligible' | 'backed_up'
  /** The best first. ES256, EdDSA, RS256 if absent. */
  readonly algorithms?: readonly CredentialAlgorithm[]
}

export type Transport = 'usb' | 'nfc' | 'ble' | 'hybrid' | 'internal' | 'smart-card'

/** What an enumeration still has to give, one per command that asks for the next. */
export interface FollowUp {
  readonly command: 'get_next_assertion' | 'enumerate_rps_next' | 'enumerate_credentials_next'
  readonly rest: readonly (() => Promise<CborMap>)[]
  readonly validUntil: Date
}

/** An authenticator between power-up and power-down, as its commands see it. */
export interface Engine extends AuthenticatorDeps {
  readonly model: AuthenticatorModel
  readonly algorithms: readonly CredentialAlgorithm[]
  readonly poweredUpAt: Date
  readonly pinUvAuth: PinUvAuth
  /** Forgotten at every command that does not continue it. */
  followUp: FollowUp | undefined
  largeBlobWrite: LargeBlobWrite | undefined
}

/** One command: its parameters in, its answer out. */
export type Command = (
  engine: Engine,
  parameters: CborMap,
  signal: AbortSignal,
) => Promise<CborMap | undefined>

/** Sizes that `getInfo` tells and the commands obey. */
export const largestMessage = 65_536
export const mostListedCredentials = 128
export const credentialIdLength = 32
export const largestLargeBlobArray = 16_384

/**
 * Tell whether the plain `prf` extension is spoken: its salts and results are not encrypted, so never over a bus that
 * others can listen to.
 */
export function speaksPrf({ transports }: AuthenticatorModel): boolean {
  return transports.every((transport) => transport === 'internal' || transport === 'hybrid')
}
