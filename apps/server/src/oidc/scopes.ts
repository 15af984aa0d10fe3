import { graphAppId } from '@latchkey/identity'
import { graphPermissionNames, isGraphPermission } from '@latchkey/policy'

/** The scopes of OpenID Connect that we know. */
export const openidScopes = ['openid', 'profile', 'email', 'offline_access'] as const

/** What an app may be asked for by another: to act for the person, or all that was agreed. */
const resourceScopes = ['access_as_user', '.default'] as const

/** A scope that belongs to a resource. */
export interface ResourceScope {
  /** The app that the resource is. */
  readonly clientId: string
  readonly name: string
}

/** Everything of Graph that was agreed to. */
export const everythingAgreed = '.default'

/** How Graph is called where it comes from: scripts ask for its scopes by this name. */
const graphOrigin = 'https://graph.microsoft.com'

const ofApp = /^(?:api:\/\/)?([A-Za-z0-9._~-]{1,100})\/(access_as_user|\.default)$/

/**
 * Read a scope that belongs to a resource.
 *
 * Graph's are known by their bare names (`Policy.Read.All`), behind its own address, behind ours, and behind its id;
 * another app's by `api://{client id}/…`.
 *
 * @param url where people reach us
 * @returns `undefined` for scopes of OpenID Connect, and for what is nobody's. A name that stands behind an address of
 *   Graph's is Graph's, whether it exists or not.
 */
export function readScope(scope: string, url: URL): ResourceScope | undefined {
  if (isGraphPermission(scope)) return { clientId: graphAppId, name: scope }
  for (const prefix of graphPrefixes(url)) {
    // Some clients put the slash of the address and their own.
    if (scope.startsWith(prefix))
      return { clientId: graphAppId, name: scope.slice(prefix.length).replace(/^\//, '') }
  }
  const [, clientId, name] = ofApp.exec(scope) ?? []
  return clientId !== undefined && name !== undefined ? { clientId, name } : undefined
}

function graphPrefixes(url: URL): readonly string[] {
  return [`${graphOrigin}/`, `${url.origin}/`, `api://${graphAppId}/`, `${graphAppId}/`]
}

/** Write a scope the way it is agreed to: however it was spelt, it is the same. */
export function toAgreedScope(scope: string, url: URL): string {
  const read = readScope(scope, url)
  if (read?.clientId !== graphAppId) return scope
  return read.name === everythingAgreed ? `${graphOrigin}/${everythingAgreed}` : read.name
}

/** The resource that an app is, as RFC 8707 wants it: an absolute URI. */
export function resourceOf(clientId: string): string {
  return `api://${clientId}`
}

/** The app that a resource is. */
export function findAppOfResource(resource: string): string | undefined {
  return /^api:\/\/([A-Za-z0-9._~-]{1,100})$/.exec(resource)?.[1]
}

/** The resource that a list of scopes speaks of: the first that names one. */
export function findResource(scopes: Iterable<string>, url: URL): string | undefined {
  for (const scope of scopes) {
    const read = readScope(scope, url)
    if (read !== undefined) return resourceOf(read.clientId)
  }
  return undefined
}

/**
 * Leave out the scopes of every resource but the first that is named: a token is for one. What nobody is shown and no
 * token carries must not be agreed to either, or a later request would find it agreed.
 */
export function ofOneResource(scopes: readonly string[], url: URL): readonly string[] {
  const resource = findResource(scopes, url)
  return scopes.filter((scope) => {
    const named = findResource([scope], url)
    return named === undefined || named === resource
  })
}

/** The scopes of a resource, in every spelling, as a scope string. */
export function scopesOfResource(resource: string, url: URL): string {
  const clientId = findAppOfResource(resource) ?? ''
  if (clientId !== graphAppId) {
    return resourceScopes.flatMap((name) => [`${resource}/${name}`, `${clientId}/${name}`]).join(' ')
  }
  const names = [...graphPermissionNames, everythingAgreed]
  const prefixed = graphPrefixes(url).flatMap((prefix) =>
    names.flatMap((name) => [`${prefix}${name}`, `${prefix}/${name}`]),
  )
  return [...graphPermissionNames, ...prefixed].join(' ')
}

/** What stands in `scp` of a token for an app: the scopes without the resource they belong to. */
export function toScp(scope: string | undefined, url: URL): string {
  const names = (scope ?? '').split(' ').map((one) => readScope(one, url)?.name)
  // Everything that was agreed is, so far, one thing.
  return names.some((name) => name !== undefined) ? 'access_as_user' : ''
}
