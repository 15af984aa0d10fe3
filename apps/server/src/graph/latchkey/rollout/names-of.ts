import { mayAct, type Person } from '@latchkey/identity'
import { peopleReaders } from '../../directory/people-readers.ts'
import { GraphRefusal } from '../../graph-refusal.ts'
import type { GraphCall } from '../../graph-route.ts'
import type { GraphObject } from '../../resource-shape.ts'

/** Somebody, by name. */
export type Named = Pick<Person, 'displayName' | 'userName'> | undefined

/** Somebody's id, and what they are called as far as the caller may know. */
export const toName = (userId: string, named: Named): GraphObject => ({
  id: userId,
  displayName: named?.displayName ?? null,
  userPrincipalName: named?.userName ?? null,
})

/**
 * Whether whoever calls may know what people are called: by what the app was permitted, and by their own roles. Without,
 * what opens a rollout shows ids and no names.
 */
export function mayReadNames({ caller }: Pick<GraphCall, 'caller'>): boolean {
  const has = caller.kind === 'delegated' ? caller.scopes : caller.permissions
  const isPermitted = peopleReaders.some((permission) => has.has(permission))
  return isPermitted && (caller.kind === 'application' || mayAct(caller.roles, 'read people'))
}

/** What shows one person takes what reads people. @throws GraphRefusal `Authorization_RequestDenied` */
export function requireNames(call: Pick<GraphCall, 'caller'>): void {
  if (mayReadNames(call)) return
  throw new GraphRefusal(
    'Authorization_RequestDenied',
    "Insufficient privileges to complete the operation: it takes 'User.Read.All'.",
  )
}

/** What people are called, by id. Whoever is gone is not there; nobody is, for whoever may not read people. */
export async function namesOf(
  call: GraphCall,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  if (!mayReadNames(call)) return new Map()
  const { deps, tenant } = call
  const people = await deps.stores.people.listByIds(tenant.tenantId, [...new Set(userIds)])
  return new Map(people.map((person) => [person.userId, person]))
}
