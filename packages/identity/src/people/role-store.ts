import type { AdministratorRoleName } from '@latchkey/policy'

/** What somebody administers. What each may do stands in `roleTable`. */
export type AdministratorRole = AdministratorRoleName

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
