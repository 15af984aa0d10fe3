/** What people said was not them: ids of sign-ins and of changes. */
export interface DisownedStore {
  /** @returns false if it was said before */
  insert(said: {
    readonly tenantId: string
    readonly recordId: string
    readonly userId: string
    readonly at: Date
  }): Promise<boolean>
  /** Those of these that the person said. */
  listOfPerson(tenantId: string, userId: string): Promise<readonly string[]>
}
