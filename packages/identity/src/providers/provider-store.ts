/** An app that keeps passkeys on the phone it is on, as an organisation describes it to its people. */
export interface DescribedProvider {
  readonly tenantId: string
  /** UUIDv7. */
  readonly providerId: string
  /** What people call it: `Contoso Authenticator`. */
  readonly name: string
  /** The models that its passkeys say they are of, lower-case UUIDs. */
  readonly aaguids: readonly string[]
  /** Where to get it. Absent: it is not for that system. At least one is there. */
  readonly phones: ProviderPhones
  readonly createdAt: Date
  /** The user id of who described it, or `operator`. */
  readonly createdBy: string
}

/** A provider on each system it is for. */
export interface ProviderPhones {
  readonly iOS?: ProviderPhone
  readonly android?: ProviderPhone
}

/** A provider on one system. */
export interface ProviderPhone {
  /** An `https:` address. */
  readonly store: string
  /** From which version of the app on it keeps passkeys. Absent: any will do. */
  readonly appVersion?: string
  /** From which version of the system on: `17`. */
  readonly least: string
}

/** The providers that organisations describe. */
export interface ProviderStore {
  insert(provider: DescribedProvider): Promise<void>
  /** In the order they were described. */
  list(tenantId: string): Promise<readonly DescribedProvider[]>
  find(tenantId: string, providerId: string): Promise<DescribedProvider | undefined>
  /** Keep name, models and phones. @returns whether it was there */
  put(provider: DescribedProvider): Promise<boolean>
  /** @returns whether it was there */
  remove(tenantId: string, providerId: string): Promise<boolean>
}
