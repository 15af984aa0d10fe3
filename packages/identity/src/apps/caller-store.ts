import type { Person } from '../people/person.ts'
import type { AdministratorRole } from '../people/role-store.ts'
import type { Session } from '../sessions/session.ts'
import type { App } from './app-store.ts'

/** Who a token of an app speaks for, as things stand. */
export interface TokenHolder {
  readonly session: Session
  readonly person: Person
  /** Absent if no such app is kept. */
  readonly appEnabled?: boolean
  readonly appKind?: App['kind']
}

/**
 * What an API must know of whoever calls, at every request: few statements instead of one for each thing, because they
 * are asked for so often.
 */
export interface CallerStore {
  /** The session and its person, alive or not; what kind of app it is, and whether it is switched on. One statement. */
  findHolder(tenantId: string, sessionId: string, clientId: string): Promise<TokenHolder | undefined>
  /** The roles a person holds, and the scopes that were agreed to for them in an app. One statement. */
  findPowers(
    tenantId: string,
    userId: string,
    clientId: string,
  ): Promise<{ readonly roles: readonly AdministratorRole[]; readonly scopes: readonly string[] }>
  /** What an app may do for itself at a resource; `undefined` if there is no such app. One statement. */
  findApplication(
    tenantId: string,
    clientId: string,
    resourceId: string,
  ): Promise<{ readonly enabled: boolean; readonly permissions: readonly string[] } | undefined>
}
