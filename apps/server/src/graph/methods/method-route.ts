import type { Act, Person } from '@latchkey/identity'
import { by } from '../attribution.ts'
import { getUser } from '../directory/find-user.ts'
import type { GraphAnswer, GraphCall, GraphMethod, GraphRoute, GraphVersion } from '../graph-route.ts'

/** Something that is done with the sign-in methods of a person. */
export interface MethodRoute {
  readonly method: GraphMethod
  /** Below `authentication`. */
  readonly path: string
  /** Both, if absent. */
  readonly versions?: readonly GraphVersion[]
  /** Which permissions open it for the methods of others. */
  readonly others: readonly string[]
  /** Which open it for one's own, under `/me`; absent: it is not done to oneself. */
  readonly own?: readonly string[]
  readonly act: Act
  handle(call: GraphCall, person: Person): Promise<GraphAnswer>
}

/** One route for `/users/{user}`, one for `/me`. */
export function routesOfMethod(route: MethodRoute): readonly GraphRoute[] {
  const { method, path, others, own, act, versions } = route
  const common = { method, ...(versions !== undefined && { versions }) }
  const handle = async (call: GraphCall) => await route.handle(call, await getUser(call))
  return [
    {
      ...common,
      path: `/users/{user}/authentication/${path}`,
      permissions: { delegated: others, application: others },
      act,
      handle,
    },
    // What people do with their own, the use case looks at: it wants a fresh proof instead of a role.
    ...(own === undefined
      ? []
      : [
          {
            ...common,
            path: `/me/authentication/${path}`,
            permissions: { delegated: [...own, ...others], application: [] },
            handle,
          },
        ]),
  ]
}

/** What stands after `$metadata#` for the methods of somebody. */
export function contextOfMethods({ userId }: Person, name: string): string {
  return `users('${userId}')/authentication/${name}`
}

/** A change to the methods of somebody. */
export function changeOf(call: GraphCall, { userId }: Person) {
  return { ...by(call), userId }
}

/** Whether the caller means themselves, in a session that can be asked for its proofs. */
export function ownSession({ caller }: GraphCall, { userId }: Person) {
  return caller.kind === 'delegated' && caller.person.userId === userId ? caller.session : undefined
}
