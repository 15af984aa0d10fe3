/** The scopes of OpenID Connect that we know. */
export const openidScopes = ['openid', 'profile', 'email', 'offline_access'] as const

/** What an app may be asked for by another: to act for the person, or all that was agreed. */
const resourceScopes = ['access_as_user', '.default'] as const

const pattern = /^(?:api:\/\/)?([A-Za-z0-9._~-]{1,100})\/(access_as_user|\.default)$/

/** The resource that an app is, as RFC 8707 wants it: an absolute URI. */
export function resourceOf(clientId: string): string {
  return `api://${clientId}`
}

/** The app that a resource is. */
export function findAppOfResource(resource: string): string | undefined {
  return /^api:\/\/([A-Za-z0-9._~-]{1,100})$/.exec(resource)?.[1]
}

/** The resource that a list of scopes speaks of: the first that names one. */
export function findResource(scopes: Iterable<string>): string | undefined {
  for (const scope of scopes) {
    const clientId = pattern.exec(scope)?.[1]
    if (clientId !== undefined) return resourceOf(clientId)
  }
  return undefined
}

/**
 * Leave out the scopes of every resource but the first that is named: a token is for one. What nobody is shown and no
 * token carries must not be agreed to either, or a later request would find it agreed.
 */
export function ofOneResource(scopes: readonly string[]): readonly string[] {
  const resource = findResource(scopes)
  return scopes.filter((scope) => {
    const named = findResource([scope])
    return named === undefined || named === resource
  })
}

/** The scopes of a resource, in both spellings, as a scope string. */
export function scopesOfResource(resource: string): string {
  const clientId = findAppOfResource(resource) ?? ''
  return resourceScopes.flatMap((name) => [`${resource}/${name}`, `${clientId}/${name}`]).join(' ')
}

/** What stands in `scp`: the scopes without the resource they belong to. */
export function toScp(scope: string | undefined): string {
  const names = (scope ?? '').split(' ').map((one) => pattern.exec(one)?.[2])
  // Everything that was agreed is, so far, one thing.
  return names.some((name) => name !== undefined) ? 'access_as_user' : ''
}
