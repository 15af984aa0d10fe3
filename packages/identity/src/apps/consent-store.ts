/** That somebody agreed to what an app asked. `userId` is empty when an administrator agreed for everybody. */
export interface Consent {
  readonly tenantId: string
  readonly clientId: string
  readonly userId: string
  readonly scopes: readonly string[]
  readonly at: Date
}

export interface ConsentStore {
  /** Remember; scopes add up. */
  put(consent: Consent): Promise<void>
  /** What holds for a person: their own and the administrator's. */
  list(tenantId: string, clientId: string, userId: string): Promise<readonly Consent[]>
  remove(tenantId: string, clientId: string, userId: string): Promise<void>
}
