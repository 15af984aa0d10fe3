import type { Readable } from 'node:stream'
import { mayAct, type Tenant, type Visitor } from '@latchkey/identity'
import type { ServerDeps } from '../server-deps.ts'
import { getUser } from './directory/find-user.ts'
import { project } from './graph-answer.ts'
import { GraphRefusal } from './graph-refusal.ts'
import type { GraphAnswer, GraphCall, GraphCaller, GraphRoute, GraphVersion } from './graph-route.ts'
import type { GraphRouter } from './graph-router.ts'
import { requireFilterable, requireOrderable } from './match-filter.ts'
import { type ODataQuery, readQuery, unsupportedOptions } from './odata-query.ts'
import { requireFreshProof } from './require-fresh-proof.ts'
import type { Throttle } from './throttle.ts'

/** A request whose caller is known. */
export interface GraphRequest {
  readonly version: GraphVersion
  readonly method: string
  /** As it came, without version and query. */
  readonly path: string
  /** As it came, without the question mark. */
  readonly search: string
  readonly headers: GraphCall['headers']
  readonly body: unknown
  readonly upload?: Readable
  readonly tenant: Tenant
  readonly caller: GraphCaller
  readonly visitor: Visitor
}

/** What answering takes. */
export interface GraphPlatform {
  readonly deps: ServerDeps
  readonly router: GraphRouter
  readonly throttle: Throttle
}

/** Find the route, see that the caller may, and let it answer. @throws GraphRefusal, IdentityRefusal, CeremonyRefusal */
export async function serveGraph(
  { deps, router, throttle }: GraphPlatform,
  request: GraphRequest,
): Promise<GraphAnswer> {
  const { version, method, path, caller } = request
  throttle.count(request.tenant.tenantId, caller)
  const { route, keys } = router.getRoute(version, method, path)
  requireGraphPermission(route, caller)
  const query = readQuery(new URLSearchParams(request.search))
  requireSupported(route, query)
  if ((request.upload === undefined) !== (route.largestUpload === undefined)) throw wrongType(route)
  const call: GraphCall = {
    deps,
    version,
    path,
    tenant: request.tenant,
    caller,
    keys: isMe(route) ? { ...keys, user: getOwnId(caller) } : keys,
    query,
    body: request.body,
    ...(request.upload !== undefined && { upload: request.upload }),
    visitor: request.visitor,
    headers: request.headers,
  }
  await requireRole(call, route)
  requireFreshProof(deps, caller, route)
  return project(await route.handle(call), call, route.resource)
}

/**
 * See that the roles of a delegated caller reach what a route does. Before anything is looked up, so that whoever may do
 * nothing learns nothing.
 *
 * @throws GraphRefusal `Authorization_RequestDenied`
 */
async function requireRole(call: GraphCall, { act }: GraphRoute): Promise<void> {
  const { caller, keys } = call
  if (act === undefined || caller.kind === 'application') return
  const { user } = keys
  const { person, roles } = caller
  const named = user !== undefined && [person.userId, person.userName].includes(user.toLowerCase())
  if (!named && !mayAct(roles, act)) throw denied(act)
  if (user === undefined) return
  const found = await getUser(call)
  const target = {
    oneself: found.userId === person.userId,
    roles: await call.deps.stores.roles.listOfPerson(found.tenantId, found.userId),
    breakGlass: found.breakGlass,
  }
  if (!mayAct(roles, act, target)) throw denied(act)
}

/** See that a caller has one of the permissions that open a route. @throws GraphRefusal `Authorization_RequestDenied` */
function requireGraphPermission({ permissions }: GraphRoute, caller: GraphCaller): void {
  const [held, wanted] =
    caller.kind === 'delegated'
      ? [caller.scopes, permissions.delegated]
      : [caller.permissions, permissions.application]
  if (wanted.some((permission) => held.has(permission))) return
  throw denied(`one of ${wanted.join(' ')}`)
}

function denied(detail: string): GraphRefusal {
  const message = 'Insufficient privileges to complete the operation.'
  return new GraphRefusal('Authorization_RequestDenied', message, { detail })
}

function requireSupported(route: GraphRoute, query: ODataQuery): void {
  const supported = route.query ?? (route.resource === undefined ? [] : (['$select'] as const))
  const [first] = unsupportedOptions(query, supported)
  if (first !== undefined) {
    throw new GraphRefusal('Request_UnsupportedQuery', `The query option '${first}' is not supported here.`)
  }
  const { resource } = route
  if (resource === undefined) return
  if (query.filter !== undefined) requireFilterable(query.filter, resource)
  if (query.orderBy !== undefined) requireOrderable(query.orderBy, resource)
}

function wrongType({ largestUpload }: GraphRoute): GraphRefusal {
  const wanted = largestUpload === undefined ? 'application/json' : 'application/octet-stream'
  return new GraphRefusal('unsupportedMediaType', `The body is to be ${wanted}.`)
}

function isMe({ path }: GraphRoute): boolean {
  return path === '/me' || path.startsWith('/me/')
}

/** Who `/me` is. @throws GraphRefusal `BadRequest` for an app that calls for itself */
function getOwnId(caller: GraphCaller): string {
  if (caller.kind === 'delegated') return caller.person.userId
  throw new GraphRefusal('BadRequest', '/me request is only valid with delegated authentication flow.')
}
