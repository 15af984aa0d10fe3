import type { AppAccess, Person, Tenant } from '@latchkey/identity'
import type { AccountClaims } from 'oidc-provider'

/** Somebody who may use an app, and as what. */
export type AppAccessGranted = Extract<AppAccess, { readonly allowed: true }>

/** What claims are made of. */
export interface ClaimsSource {
  readonly tenant: Tenant
  readonly person: Person

  readonly access: AppAccessGranted
  /** `id_token`, `userinfo` …: where they will stand. */
  readonly use: string
  /** What was agreed to, separated by spaces. */
  readonly scope: string
  /** What the request named one by one, and what the app is registered for. */
  readonly named: ReadonlySet<string>
}

/** Which claims each scope brings. `sub` is the same for every app: one organisation, one directory, no pairwise ids. */
export const claimsOfScopes = {
  openid: ['sub', 'oid', 'tid', 'ver', 'acr', 'amr', 'auth_time', 'roles', 'groups', 'hasgroups', 'upn'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username', 'locale'],
  email: ['email'],
}

/**
 * Which claims there may be with a scope. An app may be registered for some without the scope that brings them, so the
 * library lets them through with `openid`, and `toClaims` gives them to nobody else.
 */
export const claimsOfScopesOrNamed = {
  ...claimsOfScopes,
  openid: [...claimsOfScopes.openid, 'email', 'preferred_username', 'given_name', 'family_name'],
}

/** More groups than this make a token too large for the headers it travels in. */
export const mostGroupsInToken = 200

/**
 * What we say about a person, to an app.
 *
 * Somebody in more than 200 groups gets `hasgroups: true` in tokens instead of the list; userinfo has the list.
 */
export function toClaims({ tenant, person, access, use, scope, named }: ClaimsSource): AccountClaims {
  const scopes = scope.split(' ')
  const isFor = (bringing: string, name: string) => scopes.includes(bringing) || named.has(name)
  return {
    sub: person.userId,
    oid: person.userId,
    tid: tenant.tenantId,
    ver: '2.0',
    name: person.displayName,
    ...(isFor('profile', 'given_name') && { given_name: person.givenName }),
    ...(isFor('profile', 'family_name') && { family_name: person.surname }),
    ...(isFor('profile', 'preferred_username') && { preferred_username: person.userName }),
    ...(isFor('email', 'email') && { email: person.mail }),
    ...(named.has('upn') && { upn: person.userName }),
    locale: person.preferredLanguage,
    ...(access.roles.length > 0 && { roles: [...access.roles] }),
    ...toGroupClaims(access.groups, use),
  }
}

function toGroupClaims(groups: readonly string[], use: string) {
  if (groups.length === 0) return {}
  if (groups.length > mostGroupsInToken && use !== 'userinfo') return { hasgroups: true }
  return { groups: [...groups] }
}
