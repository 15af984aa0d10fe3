/** A browser in which somebody signed in so that nobody could have relayed it. It has a key of its own, and proves it. */
export interface RememberedBrowser {
  readonly tenantId: string
  readonly browserId: string
  readonly userId: string
  /** SubjectPublicKeyInfo in DER, P-256. */
  readonly publicKey: Uint8Array
  readonly userAgent: string
  readonly ipAddress: string
  readonly createdAt: Date
  readonly lastUsedAt: Date
}

export interface RememberedBrowserStore {
  insert(browser: RememberedBrowser): Promise<void>
  find(tenantId: string, browserId: string): Promise<RememberedBrowser | undefined>
  /** Last used first. */
  listOfPerson(tenantId: string, userId: string): Promise<readonly RememberedBrowser[]>
  putUsed(tenantId: string, browserId: string, at: Date): Promise<void>
  /** @returns whether it was there */
  remove(tenantId: string, userId: string, browserId: string): Promise<boolean>
  /** @returns how many */
  removeOfPerson(tenantId: string, userId: string): Promise<number>
}
