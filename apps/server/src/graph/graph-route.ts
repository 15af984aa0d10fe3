import type { Readable } from 'node:stream'
import type { Act, AdministratorRole, Person, Session, Tenant, Visitor } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import type { ODataQuery, QueryOption } from './odata-query.ts'
import type { ResourceShape } from './resource-shape.ts'

/** The two editions of the API. What one has and the other has not is said at the route or the property. */
export type GraphVersion = 'v1.0' | 'beta'

/** Who calls. A delegated caller is a person in an app; an application calls for itself. */
export type GraphCaller =
  | {
      readonly kind: 'delegated'
      readonly clientId: string
      readonly scopes: ReadonlySet<string>
      readonly person: Person
      readonly session: Session
      readonly roles: readonly AdministratorRole[]
      /** By cookie, in a browser that somebody may have left open. */
      readonly inAdminCentre?: true
    }
  | { readonly kind: 'application'; readonly clientId: string; readonly permissions: ReadonlySet<string> }

/** A request that found its route and its caller. */
export interface GraphCall {
  readonly deps: ServerDeps
  readonly version: GraphVersion
  readonly tenant: Tenant
  readonly caller: GraphCaller
  /** The path as it came, without the version. */
  readonly path: string
  /** What stood at the `{names}` of the path, decoded. `/me` gives `user` the caller's own id. */
  readonly keys: Readonly<Record<string, string>>
  readonly query: ODataQuery
  /** JSON as it came; `undefined` without a body. */
  readonly body: unknown
  /** What came as `application/octet-stream`, unread; only where the route takes it (`largestUpload`). */
  readonly upload?: Readable
  readonly visitor: Visitor
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** What a route answers. A body is JSON; without one, use 204 or 202. */
export interface GraphAnswer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Instead of a body: what is too large for one. It is opened when there is somebody to send it to. */
  readonly stream?: { readonly type: string; open(): Readable }
}

/** Which permissions open a route: any one of those listed for the caller's kind; an empty list opens it to none. */
export interface GraphPermissions {
  readonly delegated: readonly string[]
  readonly application: readonly string[]
}

export type GraphMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** One method of one path. */
export interface GraphRoute {
  readonly method: GraphMethod
  /**
   * `/users/{user}/authentication/fido2Methods/{fido2Method}`. Segments are matched without regard to case; a key may
   * stand as a segment or as `users('id')`; a function is `creationOptions(challengeTimeoutInMinutes={minutes})`.
   */
  readonly path: string
  /** Both, if absent. */
  readonly versions?: readonly GraphVersion[]
  readonly permissions: GraphPermissions
  /**
   * What a delegated caller's roles must let them do, to the `{user}` of the path if it has one. Absent: the use case
   * alone decides, or there is nothing to hide.
   */
  readonly act?: Act
  /** An account could be taken over by it, though its `act` does not say so: the proof must be of the last minutes. */
  readonly grave?: true
  /** A POST that asks and changes nothing. */
  readonly onlyAsks?: true
  /** Takes a file of so many bytes as its body instead of JSON; `readUpload` holds it to that. */
  readonly largestUpload?: number
  /** What the answer is made of: lets `$select` choose, and `$filter` and `$orderby` be refused by name. */
  readonly resource?: ResourceShape
  /** The query options it takes; the others are refused by name. Absent: `$select` where there is a resource. */
  readonly query?: readonly QueryOption[]
  handle(call: GraphCall): Promise<GraphAnswer>
}
