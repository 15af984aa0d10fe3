/** A key that signs tokens of a tenant. */
export interface SigningKey {
  readonly tenantId: string
  /** `kid` */
  readonly keyId: string
  readonly algorithm: 'ES256' | 'RS256'
  /** JSON Web Key, public part, as JSON. */
  readonly publicJwk: string
  /** PKCS#8, sealed. */
  readonly sealedPrivateKey: Uint8Array
  readonly createdAt: Date
  /** Signs from then on; published from `createdAt`, so that caches know it in time. */
  readonly activeFrom: Date
  /** Published until then. */
  readonly retiredAt?: Date
}

export interface SigningKeyStore {
  insert(key: SigningKey): Promise<void>
  /** Oldest first. */
  list(tenantId: string): Promise<readonly SigningKey[]>
  putRetiredAt(tenantId: string, keyId: string, retiredAt: Date): Promise<void>
  /** Every key of the instance, for sealing again. */
  listSealed(): Promise<readonly SigningKey[]>
  putSealedPrivateKey(tenantId: string, keyId: string, sealedPrivateKey: Uint8Array): Promise<void>
  removeRetired(before: Date): Promise<number>
}
