/** A set of people that rules and apps can name. */
export interface Group {
  readonly tenantId: string
  readonly groupId: string
  readonly displayName: string
  readonly description?: string
  readonly createdAt: Date
}

/** Groups and who is in them. */
export interface GroupStore {
  /** @throws IdentityRefusal `already_exists` if the display name is taken */
  insert(group: Group): Promise<void>
  /** Replace its name and description. @throws IdentityRefusal `already_exists` if the display name is taken */
  put(group: Group): Promise<void>
  find(tenantId: string, groupId: string): Promise<Group | undefined>
  list(tenantId: string): Promise<readonly Group[]>
  remove(tenantId: string, groupId: string): Promise<void>
  /** Adding somebody who is in already changes nothing. */
  insertMember(tenantId: string, groupId: string, userId: string): Promise<void>
  removeMember(tenantId: string, groupId: string, userId: string): Promise<void>
  listMembers(tenantId: string, groupId: string): Promise<readonly string[]>
  listOfPerson(tenantId: string, userId: string): Promise<readonly Group[]>
}
