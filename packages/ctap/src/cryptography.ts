import type { CoseKey } from '@latchkey/encoding'

/** The algorithms passkeys are made with here: ES256, EdDSA on Ed25519, RS256; as COSE numbers. */
export type CredentialAlgorithm = -7 | -8 | -257

/** A private key that signs. What is behind the handle only the cryptography knows; it may not be extractable. */
export interface SigningKey {
  readonly algorithm: CredentialAlgorithm
  readonly handle: unknown
}

/** A point on P-256. Whether it lies on the curve is for who uses it. */
export interface AgreementPoint {
  readonly x: Uint8Array
  readonly y: Uint8Array
}

/** A fresh key of ECDH on P-256. */
export interface AgreementKey {
  readonly publicKey: AgreementPoint
  /**
   * Agree on the x coordinate, 32 bytes; `undefined` if the peer's point is not on the curve.
   */
  agree(peer: AgreementPoint): Promise<Uint8Array | undefined>
}

/**
 * All the cryptography of the authenticator. `webCryptography` is the one that runs everywhere; an authenticator whose
 * keys live in hardware brings its own.
 */
export interface AuthenticatorCryptography {
  makeKeyPair(
    algorithm: CredentialAlgorithm,
  ): Promise<{ readonly privateKey: SigningKey; readonly publicKey: CoseKey }>
  /** Sign, in the form of WebAuthn §6.5.5: ECDSA in DER. */
  sign(key: SigningKey, data: Uint8Array): Promise<Uint8Array>
  sha256(data: Uint8Array): Promise<Uint8Array>
  hmacSha256(key: Uint8Array, data: Uint8Array): Promise<Uint8Array>
  /** AES-256 in CBC mode without padding: whole blocks in, as many out. */
  aesCbcEncrypt(key: Uint8Array, iv: Uint8Array, plain: Uint8Array): Promise<Uint8Array>
  aesCbcDecrypt(key: Uint8Array, iv: Uint8Array, sealed: Uint8Array): Promise<Uint8Array>
  makeAgreementKey(): Promise<AgreementKey>
  /** Derive 32 bytes so slowly that guessing a PIN from them is work. */
  stretch(secret: Uint8Array, salt: Uint8Array): Promise<Uint8Array>
}
