/** What an administrator may do. */
export type AdministratorRole = 'globalAdministrator' | 'authenticationAdministrator' | 'helpDesk' | 'reader'

/** Who administers. */
export interface RoleStore {
  insert(tenantId: string, userId: string, role: AdministratorRole): Promise<void>
  /**
   * Take a role away.
   *
   * @throws IdentityRefusal `last_administrator` if nobody enabled would be left as `globalAdministrator`; decided in
   *   the statement, or under a lock, so that two removals at once leave one.
   */
  remove(tenantId: string, userId: string, role: AdministratorRole): Promise<void>
  listOfPerson(tenantId: string, userId: string): Promise<readonly AdministratorRole[]>
  /** The user ids of those who hold it. */
  listHolders(tenantId: string, role: AdministratorRole): Promise<readonly string[]>
}
