import type { PeoplePage, PeopleQuery } from './people-list.ts'
import type { Person, PersonMethods, SignInMethod } from './person.ts'

/** The people of each tenant. */
export interface PersonStore {
  /** @throws IdentityRefusal `already_exists` if the user name or the user handle is taken */
  insert(person: Person): Promise<void>
  find(tenantId: string, userId: string): Promise<Person | undefined>
  /** @param userName lower case */
  findByUserName(tenantId: string, userName: string): Promise<Person | undefined>
  findByUserHandle(tenantId: string, userHandle: Uint8Array): Promise<Person | undefined>
  /**
   * The person after whom an unknown name is shaped: the first whose user handle's random part is at or after
   * `point`, wrapping round. Stable as long as that person stays.
   *
   * @param point 32 bytes
   */
  findNearest(tenantId: string, point: Uint8Array): Promise<Person | undefined>
  /** By user name, `after` exclusive. */
  list(
    tenantId: string,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<readonly Person[]>
  /** People, and what they have: found by words and filters, a page at a time, never a question per person. */
  search(tenantId: string, query: PeopleQuery): Promise<PeoplePage>
  /** Those of these who are there, by user name; a few statements, however many they are. */
  listByIds(tenantId: string, userIds: readonly string[]): Promise<readonly Person[]>
  /** Those of these who are there. @param userNames lower case */
  listByUserNames(tenantId: string, userNames: readonly string[]): Promise<readonly Person[]>
  count(tenantId: string): Promise<number>
  findMethods(tenantId: string, userId: string): Promise<PersonMethods>
  /** Replace what may change about a person (names, mail, language, enabled, breakGlass, securityStamp). */
  put(person: Person): Promise<void>
  putLastMethod(tenantId: string, userId: string, method: SignInMethod): Promise<void>
  putDefaultMethod(tenantId: string, userId: string, method: SignInMethod | undefined): Promise<void>
  putSecurityStamp(tenantId: string, userId: string, securityStamp: string): Promise<void>
  /** The person and everything that is theirs alone; logs stay. */
  remove(tenantId: string, userId: string): Promise<void>
}
